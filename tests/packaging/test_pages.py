"""The pages: from a product to a saved draft, checked, adopted, downloaded and printed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.packaging.made import make_adopted, make_version, the_product
from tests.people import World

from binakriya.packaging import queries
from binakriya.packaging.models import Version
from binakriya.packaging.rules.specification import Specification
from binakriya.packaging.rules.states import State

Browser = Callable[..., Client]


def page(client: Client, name: str, *args: Any, **query: Any) -> str:
    answer = client.get(reverse(f"packaging:{name}", args=args), query)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_the_sheet_is_readable_line_by_line(world: World, signed_in: Browser) -> None:
    made = make_version(world)
    shown = page(signed_in("officer"), "version", made)
    facts = queries.version_facts(version_id=made, by=world.system)
    spec = Specification.read(facts.content)
    for step in spec.sheet.steps:
        assert step.label("id") in shown
    assert "<svg" in shown and "style=" not in shown.split("<main", 1)[1]
    assert "anggapan di baliknya" in shown and "Kisaran" in shown


def test_checked_and_adopted_by_those_who_may(world: World, signed_in: Browser) -> None:
    made = make_version(world)
    officer = signed_in("officer")
    assert officer.post(reverse("packaging:check", args=[made])).status_code == 403
    shown = officer.post(reverse("packaging:adopt", args=[made]), follow=True).content.decode()
    assert "sudah berubah keadaan" in shown
    assert Version.objects.get(id=made).state == State.DRAFT
    withdrawn = officer.post(reverse("packaging:withdraw", args=[made]), {"reason": "Ukuran salah"}, follow=True)
    assert "Ukuran salah" in withdrawn.content.decode()


@pytest.mark.parametrize(("kind", "start"), [("svg", b"<?xml"), ("pdf", b"%PDF"), ("dxf", b"  0"), ("cf2", b"$BOF")])
def test_drawings(world: World, signed_in: Browser, kind: str, start: bytes) -> None:
    made = make_version(world)
    answer = signed_in("officer").get(reverse("packaging:drawing", args=[made, kind]))
    assert answer.status_code == 200 and answer.content.lstrip().startswith(start.lstrip())
    assert f"vas-bunga-v1.{kind}" in answer["Content-Disposition"]
    assert signed_in("officer").get(reverse("packaging:drawing", args=[made, "png"])).status_code == 404


def test_sheets_to_print_and_the_whole_as_json(world: World, signed_in: Browser) -> None:
    made = make_adopted(world)
    client = signed_in("officer")
    maker = page(client, "maker-sheet", made)
    for word in ("Yang dibeli", "Melipat kotak", "Mengisi", "Menutup", "Mencoba", "diperiksa"):
        assert word in maker
    printer = page(client, "printer-sheet", made)
    assert "Toleransi" in printer and "<svg" in printer
    whole = client.get(reverse("packaging:content", args=[made]))
    assert Specification.read(whole.json()).style == "0201"


def test_list_filters_and_comparison(world: World, signed_in: Browser) -> None:
    first, second = make_adopted(world), make_version(world, journey="export")
    client = signed_in("officer")
    assert page(client, "specifications").count("Vas bunga") >= 2
    assert page(client, "specifications", keadaan="adopted").count('scope="row"') == 1
    assert "Tidak ada spesifikasi yang cocok" in page(client, "specifications", q="tidak ada")
    assert "<mark>" in page(client, "compare", a=str(first), b=str(second))
    assert client.get(reverse("packaging:compare"), {"a": "x", "b": "y"}).status_code == 404


def test_the_products_page_offers_the_step_and_shows_the_pack(world: World, signed_in: Browser) -> None:
    product, client = the_product(world), signed_in("officer")
    address = reverse("products:product", args=[product.product_id])
    assert f"{reverse('packaging:studio')}?product={product.variant_id}" in client.get(address).content.decode()
    made = make_version(world)
    assert reverse("packaging:version", args=[made]) in client.get(address).content.decode()


def test_english_readers_get_english(world: World, signed_in: Browser) -> None:
    made = make_version(world)
    client = signed_in("officer")
    client.post(reverse("set_language"), {"language": "en", "next": "/"})
    shown = page(client, "version", made)
    assert 'lang="en"' in shown
    assert "Regular slotted container" in shown and "fragility of ceramics" in shown


def test_a_box_that_the_engine_no_longer_makes_leaves_the_page_readable(world: World, signed_in: Browser) -> None:
    made = make_version(world)
    old = Version.objects.get(id=made)
    old.content["box"]["style"] = "9999"
    old.save()
    client = signed_in("officer")
    assert "Lembar hitungan" in page(client, "version", made)
    assert client.get(reverse("packaging:drawing", args=[made, "pdf"])).status_code == 404
