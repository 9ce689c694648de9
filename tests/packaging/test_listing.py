"""The home of the room: what waits, filters, order, the list as a file, several checked at once, computed anew."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.packaging.made import make_adopted, make_checked, make_version, the_product
from tests.people import World
from tests.products.made import make_maker, make_product, measured

from binakriya.accounts.rules import NotAllowed
from binakriya.foundation.models import LedgerEntry
from binakriya.foundation.queries import history_of
from binakriya.packaging import operations, queries
from binakriya.packaging.models import Specification, Version
from binakriya.packaging.queries.listing import PAGE, Wanted, every_row, list_page
from binakriya.packaging.queries.pages import version_page
from binakriya.packaging.queries.stock import boards_page
from binakriya.packaging.rules.states import State
from binakriya.products import operations as product_operations
from binakriya.products.queries import scope
from binakriya.products.rules.evidence import Method

Browser = Callable[..., Client]


def shown(client: Client, **query: Any) -> str:
    answer = client.get(reverse("packaging:specifications"), query)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "OrganisationInfo" not in page  # the letterhead takes its office from the frame
    return page


def listed(world: World, **wanted: Any) -> list[str]:
    page = list_page(by=world.actor("officer"), wanted=Wanted(**wanted), number=1, language="id")
    return [row.title for row in page.rows]


@pytest.fixture
def three(world: World) -> None:
    other = make_maker(world, "Rotan Jaya")
    make_adopted(world, product_id=make_product(world, name="Cangkir"))
    make_checked(world, product_id=make_product(world, name="Asbak"))
    make_version(world, make_product(world, other, "Baki rotan", "rotan"))


@pytest.mark.usefixtures("three")
def test_searched_filtered_and_in_order(world: World) -> None:
    assert listed(world) == ["Asbak", "Baki rotan", "Cangkir"]
    assert listed(world, sort="-nama") == ["Cangkir", "Baki rotan", "Asbak"]
    assert listed(world, sort="-pembuat")[0] == "Baki rotan"
    assert listed(world, text="rotan jaya") == ["Baki rotan"]
    assert listed(world, state="checked") == ["Asbak"]
    assert listed(world, style="9999") == []
    maker = the_product(world, Specification.objects.get(title="Baki rotan").product_id).maker_id
    assert listed(world, maker_id=maker) == ["Baki rotan"]


@pytest.mark.usefixtures("three")
def test_what_waits_is_said_first(world: World, signed_in: Browser) -> None:
    make_product(world, name="Belum dikemas")
    make_product(world, name="Belum diukur", measured=None)
    page = list_page(by=world.actor("officer"), wanted=Wanted(), number=1, language="id")
    assert (page.waiting.to_check, page.waiting.to_adopt, page.waiting.unpacked) == (1, 1, 1)
    assert "Sudah diukur, belum dikemas" in shown(signed_in("officer"))


def test_what_was_withdrawn_is_left_out_until_it_is_asked_for(world: World) -> None:
    made = make_version(world)
    operations.withdraw_version(version_id=made, reason="Salah ukur", by=world.actor("officer"), now=world.now)
    assert listed(world) == [] and listed(world, state="withdrawn") == ["Vas bunga"]
    again = make_version(world)
    assert Specification.objects.get().shown_id == again
    assert Version.objects.get(id=made).withdrawn_by


def test_pages_and_their_cost(world: World, signed_in: Browser) -> None:
    first = make_version(world)
    spec = Specification.objects.get()
    version = Version.objects.get(id=first)
    for n in range(PAGE + 2):
        product = the_product(world, make_product(world, name=f"Produk {n:02d}"))
        more = Specification.objects.create(
            office_id=spec.office_id,
            product_id=product.product_id,
            variant_id=product.variant_id,
            title=product.title,
            journey="courier",
            created_at=world.now,
            updated_at=world.now,
        )
        version.pk = None
        version.id = Version._meta.get_field("id").get_default()
        version.specification, version._state.adding = more, True
        version.save()
        Specification.objects.filter(id=more.id).update(shown=version)
    client = signed_in("officer")
    text = shown(client)
    assert text.count('<th scope="row">') == PAGE and "Halaman 1 dari 2" in text
    assert shown(client, halaman="2").count('<th scope="row">') == 3
    with CaptureQueriesContext(
        connection,
    ) as asked:
        shown(client)
    assert len(asked) <= 12, [one["sql"][:120] for one in asked]


@pytest.mark.usefixtures("three")
def test_the_list_as_a_file_is_logged(world: World, signed_in: Browser) -> None:
    client = signed_in("officer")
    answer = client.post(f"{reverse('packaging:export')}?keadaan=adopted", {"bentuk": "csv"})
    rows = list(csv.reader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == ["Cangkir"] and "Ditetapkan" in rows[1]
    book = client.post(reverse("packaging:export"), {"bentuk": "xlsx"})
    assert b"".join(book)[:2] == b"PK"
    actions = [line.action for line in history_of(kind="packaging.specification", object_id="export")]
    assert actions == ["packaging.exported"] * 2


def test_several_are_checked_in_ones_own_name(world: World) -> None:
    first, second = make_version(world), make_version(world, journey="export")
    by = world.system
    operations.check_version(version_id=second, by=by, now=world.now)
    assert operations.check_many(version_ids=[first, first, second], by=by, now=world.now) == (1, 1)
    assert Version.objects.filter(state=State.CHECKED).count() == 2
    with pytest.raises(NotAllowed):
        operations.check_many(version_ids=[first], by=world.actor("officer"), now=world.now)


def test_what_changed_is_compared_without_reading_every_pack(world: World) -> None:
    """What stands for thousands: the packs of the page are read, of the others the figures alone; as many statements
    for thirty as for one."""
    maker = make_product(world)
    asked = []
    for n in range(2):
        for more in range(1 + 29 * n):
            make_version(world, make_product(world, the_product(world, maker).maker_id, f"Vas {n} {more}"))
        operations.calibrate(
            office_id=world.office_id,
            code="material_g.ceramic",
            value=40 + n,
            why="Uji",
            by=world.actor("officer"),
            now=world.now,
        )
        with CaptureQueriesContext(connection) as read:
            page = list_page(by=world.actor("officer"), wanted=Wanted(state="berubah"), number=1, language="id")
        asked.append(len(read))
        assert page.total == 1 + 30 * n and len(page.rows) == min(page.total, 25)
    assert asked[0] == asked[1]
    whole = [one.id for one in every_row(by=world.actor("officer"), wanted=Wanted(state="berubah"), language="id")]
    assert whole[:25] == [one.id for one in page.rows], "in the same order"


def test_one_that_is_no_id_keeps_no_other_waiting(
    world: World, signed_in: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, client = make_version(world), signed_in("practitioner")
    monkeypatch.setattr(scope, "_REACHES", [lambda *, actor: [the_product(world).maker_id]])
    url = reverse("packaging:check-many")
    for sent in (["bukan-id", str(made)], ["%00"], ["a\nb", "9" * 400]):
        answer = client.post(url, {"versi": sent}, follow=True)
        assert answer.status_code == 200
        assert "Tidak dikenal dan dilewati" in answer.content.decode()
    assert Version.objects.get(id=made).state == State.CHECKED


def test_whoever_checks_their_own_version_is_told_and_it_stands_there(world: World) -> None:
    author = replace(world.system, id=uuid4(), label="Galih")
    made = make_version(world, by=author)
    assert version_page(version_id=made, by=author, language="id", drawn=False).own_draft
    other = replace(author, id=uuid4(), label="Rina")
    assert not version_page(version_id=made, by=other, language="id", drawn=False).own_draft
    operations.check_version(version_id=made, by=author, now=world.now)
    facts = version_page(version_id=made, by=other, language="id", drawn=False).facts
    assert facts.checked_by == facts.made_by == "Galih"
    line = LedgerEntry.objects.get(action="packaging.version_checked")
    assert line.after["own_work"] is True


def test_changed_values_are_told_and_computed_anew_beside_the_old(world: World, signed_in: Browser) -> None:
    made = make_version(world)
    before = Version.objects.get(id=made).content
    officer, client = world.actor("officer"), signed_in("officer")
    address = reverse("packaging:version", args=[made])
    assert "Nilai telah berubah sejak dibuat" not in client.get(address).content.decode()
    operations.calibrate(
        office_id=world.office_id, code="material_g.ceramic", value=40, why="Uji jatuh", by=officer, now=world.now
    )
    assert listed(world, state="berubah") == ["Vas bunga"]
    text = client.get(address).content.decode()
    assert "Nilai telah berubah sejak dibuat" in text and "sekarang 40" in text
    for _twice in range(2):
        answer = client.post(reverse("packaging:renew", args=[made]), {"nonce": "sekali"})
        assert answer["Location"].startswith(reverse("packaging:compare"))
    assert Version.objects.count() == 2
    again = Version.objects.get(number=2)
    assert again.content["fragility"]["g"] == 40 and again.state == State.DRAFT
    assert Version.objects.get(id=made).content == before
    assert listed(world, state="berubah") == []
    compared = client.get(answer["Location"]).content.decode()
    assert "Kerapuhan (G)" in compared and "<mark>40</mark>" in compared


def test_a_board_that_is_gone_is_told(world: World) -> None:
    make_version(world)
    operations.take_default_boards(office_id=world.office_id, by=world.actor("officer"), now=world.now)
    assert listed(world, state="berubah") == []
    code = Version.objects.get().board
    board = next(row for row in boards(world) if row.code == code)
    operations.remove_board(board_id=board.id, by=world.actor("officer"), now=world.now)
    assert listed(world, state="berubah") == ["Vas bunga"]


def test_a_product_that_is_measured_anew_tells_its_packs(world: World, signed_in: Browser) -> None:
    made, product = make_version(world), the_product(world)
    address, client = reverse("packaging:version", args=[made]), signed_in("officer")

    def measure(**more: Any) -> str:
        product_operations.measure(
            product_id=product.product_id,
            variant_id=product.variant_id,
            measured=measured(**more),
            by=world.actor("officer"),
            now=world.now,
        )
        return client.get(address).content.decode()

    assert "Ukuran produk" not in measure(length=220.5, mass=855), "as one measures"
    text = measure(length=140, breadth=220, height=120, mass=1200)
    assert "dulu 220 × 140 × 90 mm, sekarang 220 × 140 × 120 mm" in text
    assert "Massa produk: dulu 0,850 kg, sekarang 1,200 kg" in text
    assert listed(world, state="berubah") == ["Vas bunga"]
    client.post(reverse("packaging:renew", args=[made]), {"nonce": "sekali"})
    assert listed(world, state="berubah") == []


def test_a_product_that_fell_tells_its_packs(world: World, signed_in: Browser) -> None:
    made, product = make_version(world), the_product(world)
    product_operations.add_evidence(
        product_id=product.product_id,
        method=Method.DECLARED,
        declared_g=25,
        source="Lab 7",
        tested_by="Lab",
        tested_on=world.now.date(),
        by=world.actor("officer"),
        now=world.now,
    )
    text = signed_in("officer").get(reverse("packaging:version", args=[made])).content.decode()
    assert "Kerapuhan produk: dulu" in text and "sekarang 25 G" in text


def boards(world: World) -> Any:
    return boards_page(by=world.actor("officer"), language="id").rows


def test_what_a_version_can_be_compared_with(world: World, signed_in: Browser) -> None:
    first, second = make_version(world), make_version(world, journey="export")
    client = signed_in("officer")
    text = client.get(reverse("packaging:compare"), {"a": str(first)}).content.decode()
    assert f"b={second}" in text
    none = client.get(reverse("packaging:compare"), {"a": str(first), "q": "tidak ada"}).content.decode()
    assert "Tidak ada spesifikasi lain" in none
    assert queries.version_facts(version_id=first, by=world.system).number == 1
