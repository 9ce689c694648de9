"""Writes: who may, what stands afterwards, what the ledger says, twice is once."""

import io
from datetime import date, timedelta
from uuid import UUID

import pytest
from PIL import Image
from tests.people import World
from tests.products.made import DAY, make_maker, make_product, measured, own_maker

from binakriya.accounts.own_data import own_data_of
from binakriya.accounts.rules import NotAllowed, Refused
from binakriya.foundation.queries import history_of, ledger_head
from binakriya.products import operations
from binakriya.products.models import Photo, PhotoFile, Product, Variant
from binakriya.products.queries import product_for_packing
from binakriya.products.queries.pages import product_page
from binakriya.products.queries.photos import photo_file
from binakriya.products.rules.evidence import DropTest, Method
from binakriya.products.rules.facts import ProductFacts


@pytest.fixture
def product(world: World) -> UUID:
    return make_product(world)


def picture(size: tuple[int, int] = (2000, 1000), exif: bool = False) -> bytes:
    out = io.BytesIO()
    image = Image.new("RGB", size, (150, 90, 40))
    extra = Image.Exif()
    extra[0x010F] = "SecretCamera"
    image.save(out, "JPEG", exif=extra if exif else Image.Exif())
    return out.getvalue()


def test_the_same_form_twice_makes_one_product(world: World) -> None:
    first = make_product(world, nonce="abc")
    lines = ledger_head()
    assert make_product(world, nonce="abc") == first
    assert ledger_head() == lines
    assert make_product(world, name="Lain", nonce="abc") != first, "went back and typed another"


def test_what_happened_stands_in_the_history(world: World, product: UUID) -> None:
    by = world.actor("officer")
    first = Variant.objects.get(product_id=product)
    operations.change_product(
        product_id=product, facts=ProductFacts("Vas tinggi", "kaca"), by=by, now=world.now + timedelta(minutes=1)
    )
    operations.measure(
        product_id=product,
        variant_id=first.id,
        measured=measured(230),
        by=by,
        now=world.now + timedelta(minutes=2),
    )
    newest, middle, oldest = history_of(kind="products.product", object_id=product, limit=5)
    assert str(newest.action_word) == "Mengukur produk" and str(oldest.action_word) == "Menambah produk"
    shown = {str(c.word): (c.before, c.after) for c in (*newest.changes, *middle.changes)}
    assert shown["Ukuran luar"] == (
        "220 × 140 × 90 mm".replace(" ", "\u00a0"),
        "230 × 140 × 90 mm".replace(" ", "\u00a0"),
    )
    assert shown["Bahan"] == ("keramik", "kaca")
    assert not operations.measure(
        product_id=product, variant_id=first.id, measured=measured(230), by=by, now=world.now
    ), "nothing differs"


@pytest.mark.parametrize("who", ["curator", "leadership", "practitioner", "other_officer", "visitor", "maker"])
def test_who_may_not_write_does_not(world: World, product: UUID, who: str) -> None:
    with pytest.raises((NotAllowed, Product.DoesNotExist)):
        operations.archive_product(product_id=product, by=world.actor(who), now=world.now)
    with pytest.raises((NotAllowed, Refused)):
        make_product(world, by=world.actor(who), name="Lain")
    assert Product.objects.count() == 1


def test_a_maker_writes_the_own_products_but_no_evidence(world: World) -> None:
    own, maker = own_maker(world), world.actor("maker")
    made = make_product(world, own, by=maker)
    operations.add_photo(product_id=made, data=picture(), by=maker, now=world.now)
    with pytest.raises(NotAllowed):
        operations.add_evidence(
            product_id=made,
            method=Method.DECLARED,
            declared_g=500,
            source="kata saya",
            tested_on=DAY,
            tested_by="saya",
            by=maker,
            now=world.now,
        )
    line = history_of(kind="products.product", object_id=made, limit=1)[0]
    assert line.actor == "Orang maker"
    held = own_data_of(world.people["maker"])["products"]
    assert [(one["name"], len(one["photos"])) for one in held] == [("Vas bunga", 1)]


def test_an_archived_product_rests_until_it_is_restored(world: World, product: UUID) -> None:
    by, now = world.actor("officer"), world.now
    assert operations.archive_product(product_id=product, by=by, now=now)
    assert not operations.archive_product(product_id=product, by=by, now=now)
    with pytest.raises(Refused, match="archived"):
        operations.change_product(product_id=product, facts=ProductFacts("x", "kayu"), by=by, now=now)
    assert operations.restore_product(product_id=product, by=by, now=now)


def test_variants_come_go_and_come_back(world: World, product: UUID) -> None:
    by, now = world.actor("officer"), world.now
    first = Variant.objects.get(product_id=product)
    with pytest.raises(Refused, match="variant_last"):
        operations.remove_variant(product_id=product, variant_id=first.id, by=by, now=now)
    big = operations.add_variant(product_id=product, name="Besar", by=by, now=now, nonce="n")
    assert operations.add_variant(product_id=product, name="Besar", by=by, now=now, nonce="n") == big
    with pytest.raises(Refused, match="variant_exists"):
        operations.add_variant(product_id=product, name="BESAR", by=by, now=now)
    operations.remove_variant(product_id=product, variant_id=big, by=by, now=now)
    operations.rename_variant(product_id=product, variant_id=first.id, name="Besar", sku="", by=by, now=now)
    with pytest.raises(Refused, match="variant_exists"):
        operations.restore_variant(product_id=product, variant_id=big, by=by, now=now)
    operations.rename_variant(product_id=product, variant_id=first.id, name="Kecil", sku="K", by=by, now=now)
    assert operations.restore_variant(product_id=product, variant_id=big, by=by, now=now)


def test_a_day_to_come_is_refused(world: World, product: UUID) -> None:
    first = Variant.objects.get(product_id=product)
    with pytest.raises(Refused, match="day_to_come"):
        operations.measure(
            product_id=product,
            variant_id=first.id,
            measured=measured(on=date(2018, 11, 17)),
            by=world.actor("officer"),
            now=world.now,
        )


# --- photos -----------------------------------------------------------------------------------------------------------


def test_a_photo_is_written_anew_in_each_size_and_sealed(world: World, product: UUID) -> None:
    by = world.actor("officer")
    made = operations.add_photo(product_id=product, data=picture(exif=True), by=by, now=world.now, nonce="n")
    assert operations.add_photo(product_id=product, data=picture(exif=True), by=by, now=world.now, nonce="n") == made
    files = PhotoFile.objects.filter(photo_id=made)
    assert sorted(files.values_list("side", "kind")) == [(s, k) for s in (320, 800, 1600) for k in ("jpeg", "webp")]
    for one in files:
        with one.file.open("rb") as stored:
            assert not stored.read().startswith((b"\xff\xd8", b"RIFF")), "sealed on disk"
        content = photo_file(product_id=product, photo_id=made, side=one.side, kind=one.kind, by=by)
        with Image.open(io.BytesIO(content)) as opened:
            assert opened.size == (one.side, one.side // 2) and not opened.getexif()
        assert b"SecretCamera" not in content


def test_photos_have_an_order_and_come_back(world: World, product: UUID) -> None:
    by, now = world.actor("officer"), world.now
    a, b, c = (operations.add_photo(product_id=product, data=picture((20 + n, 10)), by=by, now=now) for n in range(3))
    operations.make_cover(product_id=product, photo_id=c, by=by, now=now)
    operations.move_photo(product_id=product, photo_id=b, by=by, now=now)
    assert [one.id for one in product_page(product_id=product, by=by, today=DAY).photos] == [c, b, a]
    operations.remove_photo(product_id=product, photo_id=c, by=by, now=now)
    assert [one.id for one in product_page(product_id=product, by=by, today=DAY).photos] == [b, a]
    with pytest.raises(PhotoFile.DoesNotExist):
        photo_file(product_id=product, photo_id=c, side=320, kind="webp", by=by)
    assert operations.restore_photo(product_id=product, photo_id=c, by=by, now=now)
    assert not operations.restore_photo(product_id=product, photo_id=c, by=by, now=now)


def test_what_was_taken_away_long_ago_goes_with_its_files(world: World, product: UUID) -> None:
    by, now = world.actor("officer"), world.now
    made = operations.add_photo(product_id=product, data=picture(), by=by, now=now)
    storage, name = PhotoFile.sealing().storage, str(PhotoFile.objects.filter(photo_id=made)[0].file.name)
    operations.remove_photo(product_id=product, photo_id=made, by=by, now=now)
    assert operations.forget_photos(now=now + timedelta(days=29)) == 0
    assert storage.exists(name)
    assert operations.forget_photos(now=now + timedelta(days=31)) == 1
    assert not Photo.objects.filter(id=made).exists()


def test_no_more_photos_than_a_page_holds(world: World, product: UUID) -> None:
    by = world.actor("officer")
    for n in range(12):
        operations.add_photo(product_id=product, data=picture((20 + n, 10)), by=by, now=world.now)
    with pytest.raises(Refused, match="photos_full"):
        operations.add_photo(product_id=product, data=picture((90, 10)), by=by, now=world.now)
    with pytest.raises(Refused, match="photo_unreadable"):
        operations.add_photo(product_id=product, data=b"<svg/>", by=by, now=world.now)


# --- evidence ---------------------------------------------------------------------------------------------------------


def _test(world: World, product: UUID, *heights: tuple[int, bool], method: Method = Method.BRACKET) -> UUID:
    return operations.add_evidence(
        product_id=product,
        method=method,
        drops=[DropTest(height, failed) for height, failed in heights],
        tested_on=DAY,
        tested_by="Orang officer",
        by=world.actor("officer"),
        now=world.now,
    )


def test_the_offices_own_test_replaces_the_assumption(world: World, product: UUID) -> None:
    by = world.actor("officer")
    assumed = product_page(product_id=product, by=by, today=DAY).fragility
    assert assumed and assumed.assumed and assumed.g == 60 and assumed.firmness == "C"
    made = _test(world, product, (200, False), (300, True))
    page = product_page(product_id=product, by=by, today=DAY)
    assert page.fragility and not page.fragility.assumed and page.fragility.g != 60
    row = page.evidence[0]
    assert (row.critical, row.low, row.high, row.used) == (250, 200, 300, True)
    found = product_for_packing(product_id=product, by=by)
    assert found and found.evidence and found.evidence.drops and found.evidence.drops.low_mm == 200
    operations.remove_evidence(product_id=product, evidence_id=made, by=by, now=world.now)
    page = product_page(product_id=product, by=by, today=DAY)
    assert page.fragility == assumed
    operations.restore_evidence(product_id=product, evidence_id=made, by=by, now=world.now)
    assert product_page(product_id=product, by=by, today=DAY).evidence[0].used


def test_tests_that_say_nothing_are_refused_in_the_engines_words(world: World, product: UUID) -> None:
    for heights in (((200, False), (300, False)), ((300, False), (200, True))):
        with pytest.raises(Refused) as refused:
            _test(world, product, *heights)
        assert refused.value.reason == "engine" and str(refused.value.params["sentence"])
    with pytest.raises(Refused, match="drops_needed"):
        _test(world, product)


def test_a_material_nobody_knows_has_no_fragility_until_it_is_tested(world: World) -> None:
    made = make_product(world, make_maker(world, "Lain"), material="kulit telur")
    by = world.actor("officer")
    page = product_page(product_id=made, by=by, today=DAY)
    assert page.fragility is None
    _test(world, made, (200, False), (300, True))
    found = product_for_packing(product_id=made, by=by)
    assert found and found.missing == ()
