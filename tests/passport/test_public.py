"""What a maker shows to everyone, and what nobody sees."""

import io
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from PIL import Image
from tests.foundation.press.reading import qr_codes
from tests.people import World
from tests.products.made import make_maker, make_product, own_maker

from binakriya.accounts.rules import NotAllowed, Refused
from binakriya.foundation.queries import history_of
from binakriya.passport.models import PublicChoice
from binakriya.passport.operations.public import choose_public, close_public
from binakriya.passport.queries.public import chosen_of, public_page
from binakriya.passport.rules.public import Shown, typed_code
from binakriya.products import operations as products
from binakriya.products.models import Product
from binakriya.products.rules.particulars import Particulars

pytestmark = pytest.mark.django_db
DAY = date(2018, 11, 16)
ALL = Shown(photo=True, story=True, maker=True, place=True, stages=True)
STORY = "Ayah membuat genteng."


def a_photo() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (400, 300), "#a5522d").save(made, "JPEG")
    return made.getvalue()


def rich_product(world: World) -> UUID:
    one = make_product(world, own_maker(world, "Tembikar Buaran"), name="Teko tanah")
    officer = world.actor("officer")
    products.add_photo(product_id=one, data=a_photo(), caption="", alt="Teko merah", by=officer, now=world.now)
    told = Particulars(story={"id": STORY, "en": ""})
    products.state_particulars(product_id=one, given=told, by=officer, now=world.now)
    facts = products.PaperFacts("merek", "DJKI", DAY, number="IDM000123")
    products.add_paper(product_id=one, facts=facts, by=officer, now=world.now)
    return one


def choose(world: World, product_id: UUID, shown: Shown = ALL, who: str = "maker", **more: Any) -> str:
    return choose_public(product_id=product_id, shown=shown, by=world.actor(who), now=world.now, **more)


def opened(world: World, code: str) -> str:
    return world.client("visitor").get(f"/p/{code}/").content.decode()


def test_nothing_is_public_until_it_is_chosen(world: World) -> None:
    one = rich_product(world)
    assert not PublicChoice.objects.exists() and chosen_of(one) is None
    text = opened(world, choose(world, one, Shown()))
    assert "Teko tanah" in text and "Kemasan" in text
    for hidden in (STORY, "Buaran", "Serpong", "Merek terdaftar", "foto-320", "IDM000123"):
        assert hidden not in text


def test_only_what_is_agreed_is_shown_part_by_part(world: World) -> None:
    one = rich_product(world)
    signs = {"photo": "foto-320", "story": STORY, "maker": "Tembikar Buaran", "place": "Serpong", "stages": "Kemasan"}
    for part in signs:
        shown = Shown(**{name: name == part for name in signs})
        text = opened(world, choose(world, one, shown))
        assert {name for name, sign in signs.items() if sign in text} == {part}
    text = opened(world, choose(world, one, Shown(certificates=("merek",))))
    assert "Merek terdaftar" in text and "IDM000123" not in text and "DJKI" not in text


def test_a_place_as_a_list_wrote_it_is_an_address_and_stays_hidden(world: World) -> None:
    maker = make_maker(world, "Anyaman", place="Jl. Melati 7 RT 03")
    code = choose(world, make_product(world, maker), who="officer", agreed_by="Bu Rumi", agreed_on=DAY)
    text = opened(world, code)
    assert "Serpong, Kota Tangerang Selatan" in text
    for hidden in ("Melati", "Ciater", "Bu Rumi", "Orang officer"):
        assert hidden not in text


def test_a_certificate_that_ran_out_or_was_not_seen_is_not_shown(world: World) -> None:
    one = rich_product(world)
    until = products.PaperFacts("halal", "BPJPH", DAY, valid_until=DAY + timedelta(days=9))
    products.add_paper(product_id=one, facts=until, by=world.actor("officer"), now=world.now)
    waiting = products.PaperFacts("harga", "Sendiri", DAY)
    products.add_paper(product_id=one, facts=waiting, by=world.actor("maker"), now=world.now)
    with pytest.raises(Refused, match="certificate_unknown"):
        choose(world, one, Shown(certificates=("harga",)))
    code = choose(world, one, Shown(certificates=("halal", "merek")))
    page = public_page(code=code, on=DAY + timedelta(days=9))
    later = public_page(code=code, on=DAY + timedelta(days=10))
    assert page is not None and {one.key for one in page.certificates} == {"halal", "merek"}
    assert later is not None and {one.key for one in later.certificates} == {"merek"}


def test_an_office_notes_who_agreed_and_when(world: World) -> None:
    one = rich_product(world)
    tomorrow = DAY + timedelta(days=400)
    for who, on, why in (("", DAY, "agreed_by"), ("Bu Rumi", None, "agreed_on"), ("Bu Rumi", tomorrow, "agreed_on")):
        with pytest.raises(Refused, match=why):
            choose(world, one, who="officer", agreed_by=who, agreed_on=on)
    assert not PublicChoice.objects.exists()
    choose(world, one, who="officer", agreed_by=" Bu  Rumi ", agreed_on=DAY)
    row = PublicChoice.objects.get()
    assert (row.agreed_by, row.agreed_on, row.made_by) == ("Bu Rumi", DAY, world.actor("officer").label)
    # The maker's own choice is their own word.
    choose(world, one, Shown())
    row.refresh_from_db()
    assert row.agreed_by == world.actor("maker").label and not row.photo


def test_nobody_else_chooses(world: World) -> None:
    one, strange = rich_product(world), make_product(world, make_maker(world, "Orang lain"))
    for who in ("leadership", "practitioner", "curator", "visitor", "other_officer"):
        with pytest.raises((NotAllowed, Product.DoesNotExist)):
            choose(world, one, who=who, agreed_by="Bu Rumi", agreed_on=DAY)
        with pytest.raises((NotAllowed, Product.DoesNotExist)):
            close_public(product_id=one, by=world.actor(who), now=world.now)
    with pytest.raises(Product.DoesNotExist):
        choose(world, strange)


def test_the_code_stays_until_it_is_revoked_and_never_comes_back(world: World) -> None:
    one = rich_product(world)
    code = choose(world, one)
    assert choose(world, one, Shown()) == code and choose(world, one, Shown()) == code
    assert world.client("visitor").get(f"/p/{code.lower().replace('-', '')}/").status_code == 200
    assert close_public(product_id=one, by=world.actor("maker"), now=world.now)
    assert not close_public(product_id=one, by=world.actor("maker"), now=world.now)
    unknown = world.client("visitor").get("/p/AAAAA-AAAAA/")
    revoked = world.client("visitor").get(f"/p/{code}/")
    assert (unknown.status_code, revoked.status_code) == (404, 404)
    assert "Kode ini tidak membuka halaman" in revoked.content.decode() and "Teko" not in revoked.content.decode()
    assert world.client("visitor").get(f"/p/{code}/foto-320.jpeg").status_code == 404
    again = choose(world, one)
    assert again != code and world.client("visitor").get(f"/p/{code}/").status_code == 404
    told = [line.action for line in history_of(kind="passport.public", object_id=str(one))]
    assert sorted(told) == sorted(
        ["passport.public_opened", "passport.public_changed", "passport.public_closed", "passport.public_opened"]
    )


def test_the_photo_comes_only_while_it_is_agreed(world: World) -> None:
    one = rich_product(world)
    code = choose(world, one)
    client = world.client("visitor")
    answer = client.get(f"/p/{code}/foto-320.webp")
    assert answer.status_code == 200 and answer["Content-Type"] == "image/webp"
    for odd in ("foto-321.webp", "foto-320.gif"):
        assert client.get(f"/p/{code}/{odd}").status_code == 404
    choose(world, one, Shown())
    assert client.get(f"/p/{code}/foto-320.webp").status_code == 404


def test_the_code_is_downloaded_as_svg_and_png_and_reads_back(world: World) -> None:
    one = rich_product(world)
    client = world.client("maker")
    assert client.get(f"/produk/{one}/paspor/publik/qr.png").status_code == 404
    choose(world, one)
    address = chosen_of(one).address  # type: ignore[union-attr]
    assert qr_codes(client.get(f"/produk/{one}/paspor/publik/qr.png?unduh").content) == [address]
    svg = client.get(f"/produk/{one}/paspor/publik/qr.svg?unduh")
    assert svg.content.startswith(b"<?xml") and "attachment" in svg["Content-Disposition"]


def test_the_maker_opens_the_page_with_the_form(world: World) -> None:
    one = rich_product(world)
    client = world.client("maker")
    address = f"/produk/{one}/paspor/publik/"
    page = client.get(address).content.decode()
    assert "Belum ada yang publik" in page and "Siapa yang setuju" not in page
    assert client.post(address, {"stages": "on", "maker": "on"}).status_code == 302
    row = PublicChoice.objects.get()
    assert (row.maker, row.photo, row.stages) == (True, False, True)
    assert row.code in client.get(address).content.decode()
    office = world.client("officer")
    assert office.post(address, {"stages": "on"}).status_code == 422
    assert "Siapa yang setuju" in office.get(address).content.decode()
    assert client.post(f"{address}tutup/").status_code == 302 and chosen_of(one) is None


def test_the_database_keeps_choices_whole(world: World) -> None:
    one = make_product(world)
    good = {
        "product_id": one,
        "code": "K7QD3-M9X2T",
        "agreed_by": "Bu Rumi",
        "agreed_on": DAY,
        "made_at": world.now,
        "made_by": "P",
        "changed_at": world.now,
    }
    wrongs: tuple[dict[str, Any], ...] = (
        {"code": "ABC"},
        {"agreed_by": ""},
        {"made_by": ""},
        {"revoked_at": world.now},
        {"revoked_by": "P"},
    )
    for wrong in wrongs:
        with pytest.raises(IntegrityError), transaction.atomic():
            PublicChoice.objects.create(**good | wrong)
    PublicChoice.objects.create(**good)
    with pytest.raises(IntegrityError), transaction.atomic():
        PublicChoice.objects.create(**good | {"code": "M9X2T-K7QD3"})
    with pytest.raises(IntegrityError), transaction.atomic():
        PublicChoice.objects.create(**good | {"revoked_at": world.now, "revoked_by": "P"})


def test_a_code_is_read_however_it_was_typed() -> None:
    assert {typed_code(text) for text in ("K7QD3-M9X2T", "k7qd3 m9x2t", " k7qd3m9x2t ")} == {"K7QD3-M9X2T"}
    assert typed_code("") == "-"
