"""The file of a class: rows that lack something are put right in a second file; what the file made goes with it."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.packaging.made import make_batch
from tests.people import World
from tests.products.made import make_maker, make_product, measured

from binakriya.packaging import operations
from binakriya.packaging.models import Batch, BatchItem, Version
from binakriya.packaging.queries.batch import BatchPage, batch_page
from binakriya.packaging.rules.states import State
from binakriya.products.models import Product, ProductList
from binakriya.products.operations import add_list, archive_product, write_list
from binakriya.products.queries.lists import list_page

Browser = Callable[..., Client]
HEAD = "Pembuat;Produk;Bahan;Panjang (mm);Lebar (mm);Tinggi (mm);Massa (g)"
VASE, TRAY = "Kelas;Vas;keramik;120;110;240;900", "Kelas;Baki;rotan;300;200;60;450"
LIGHT, SHELL = "Kelas;Baki;rotan;300;200;60;", "Kelas;Kotak;kulit telur;200;100;50;300"


@pytest.fixture(autouse=True)
def maker(world: World) -> UUID:
    return make_maker(world, "Kelas")


def drafted(world: World, *rows: str, minutes: int = 0, **more: Any) -> UUID:
    return operations.draft_from_file(
        data="\n".join((HEAD, *rows)).encode(),
        name="kelas.csv",
        by=world.actor("officer"),
        now=world.now + timedelta(minutes=minutes),
        **more,
    )


def run(world: World, batch_id: UUID, *, minutes: int = 0, **more: Any) -> int:
    officer, now = world.actor("officer"), world.now + timedelta(minutes=minutes)
    runner = operations.start_batch(batch_id=batch_id, by=officer, now=now, **more)
    return operations.run_batch(batch_id=batch_id, runner=runner, by=officer, now=now)


def undo(world: World, batch_id: UUID, *, minutes: int = 60) -> operations.Undone:
    officer, now = world.actor("officer"), world.now + timedelta(minutes=minutes)
    runner = operations.ask_undo(batch_id=batch_id, reason="Salah berkas", by=officer, now=now)
    return operations.run_undo(batch_id=batch_id, runner=runner, by=officer, now=now)


def seen(world: World, batch_id: UUID) -> BatchPage:
    return batch_page(batch_id=batch_id, by=world.actor("officer"), now=world.now, language="id")


def test_what_a_pack_lacks_is_told_at_its_column_and_not_written(world: World) -> None:
    made = drafted(world, VASE, LIGHT, SHELL, "Kelas;Nampan;kayu;;;;", VASE)
    rows = seen(world, made).file_rows
    assert [row.state for row in rows] == ["new", "left", "left", "left", "left"]
    assert [row.problems[0][0] for row in rows[1:]] == ["Massa", "Bahan", "Panjang", "Produk"]
    assert "Timbang" in rows[1].problems[0][1] and "kulit telur" in rows[2].problems[0][1]
    assert "baris 2" in rows[4].problems[0][1]
    assert run(world, made) == 1
    assert list(Product.objects.values_list("name", flat=True)) == ["Vas"]
    assert seen(world, made).fixing == 4


def test_a_corrected_file_replaces_the_draft_that_was_not_begun(world: World, signed_in: Browser) -> None:
    first, client = drafted(world, VASE, LIGHT), signed_in("officer")
    text = client.get(reverse("packaging:batch", args=[first])).content.decode()
    assert "1 baris perlu diperbaiki" in text and f'value="{first}"' in text and "Baca berkas yang dibetulkan" in text
    sent = SimpleUploadedFile("kelas2.csv", "\n".join((HEAD, VASE, TRAY)).encode())
    form = {"journey": "courier", "purpose": "shipping", "quantity": "50", "nonce": "g", "ganti": str(first)}
    answer = client.post(reverse("packaging:batch-from-file"), {**form, "file": sent})
    assert answer.status_code == 302
    assert Batch.objects.get(id=first).state == "discarded"
    second = Batch.objects.exclude(id=first).get()
    assert [row.state for row in seen(world, second.id).file_rows] == ["new", "new"]


def test_a_corrected_file_of_another_office_discards_nothing(world: World) -> None:
    first = drafted(world, VASE, LIGHT)
    Batch.objects.filter(id=first).update(office_id=world.actor("other_officer").office_id, asked_by_id=None)
    drafted(world, VASE, TRAY, replaces=first)
    assert Batch.objects.get(id=first).state == "draft"


def test_a_second_file_mends_what_a_file_made(world: World) -> None:
    first = drafted(world, VASE, "Kelas;Baki;rotan;300;200;60;450")
    run(world, first)
    second = drafted(world, VASE, "Kelas;Baki;bambu;310;200;60;480", minutes=5)
    rows = seen(world, second).file_rows
    assert [row.state for row in rows] == ["standing", "mends"] and "450" in rows[1].recorded
    assert run(world, second, minutes=6) == 2
    tray = Product.objects.get(name="Baki")
    variant = tray.variants.get()
    assert (tray.material, variant.length_mm, variant.mass_g) == ("bamboo", 310, 480)
    assert Product.objects.count() == 2
    # And a third one again: only files have touched it.
    third = drafted(world, "Kelas;Baki;bambu;310;200;60;500", minutes=9)
    assert [row.state for row in seen(world, third).file_rows] == ["mends"]


def test_a_list_written_without_mass_is_mended_by_a_second_one(world: World) -> None:
    by, now = world.actor("officer"), world.now
    given: dict[str, Any] = {"name": "a.csv", "by": by}
    first = add_list(data=f"{HEAD}\n{LIGHT}\n{SHELL}".encode(), now=now, **given)
    page = list_page(list_id=first, by=by)
    assert (page.ready, page.lacking) == (2, 2)
    assert [row.lacks[0][0] for row in page.rows] == ["Massa", "Bahan"]
    write_list(list_id=first, by=by, now=now)
    later = now + timedelta(minutes=3)
    second = add_list(data=f"{HEAD}\n{TRAY}\nKelas;Kotak;kayu;200;100;50;300".encode(), now=later, **given)
    done = write_list(list_id=second, by=by, now=later)
    assert (done.added, done.mended) == (0, 2)
    assert Product.objects.get(name="Baki").variants.get().mass_g == 450
    assert Product.objects.get(name="Kotak").material == "wood"


@pytest.mark.parametrize(("taken", "mass"), [((), "850"), ((2,), "450")])
def test_what_somebody_else_recorded_is_asked(world: World, maker: UUID, taken: tuple[int, ...], mass: str) -> None:
    product = make_product(world, maker, "Baki", "rotan", measured=measured(300, 200, 60, 850))
    made = drafted(world, TRAY)
    (row,) = seen(world, made).file_rows
    assert row.state == "asks" and "850" in row.recorded and row.ready
    assert run(world, made, minutes=1, taken=taken) == 1
    assert Product.objects.get(id=product).variants.get().mass_g == Decimal(mass)


def test_the_question_is_on_the_page_and_its_answer_counts(world: World, maker: UUID, signed_in: Browser) -> None:
    make_product(world, maker, "Baki", "rotan", measured=measured(300, 200, 60, 850))
    made, client = drafted(world, TRAY), signed_in("officer")
    text = client.get(reverse("packaging:batch", args=[made])).content.decode()
    assert text.count('name="nilai-2"') == 2 and "850" in text
    client.post(reverse("packaging:batch-start", args=[made]), {"nilai-2": "berkas"})
    assert Product.objects.get(name="Baki").variants.get().mass_g == 450


def test_undoing_takes_away_what_the_file_alone_made(world: World, maker: UUID, signed_in: Browser) -> None:
    make_product(world, maker, "Baki", "rotan", measured=measured(300, 200, 60, 450))
    made = drafted(world, VASE, TRAY, "Kelas;Kotak;kayu;200;100;50;300", "Kelas;Peti;kayu;200;150;50;700")
    assert run(world, made) == 4
    archived = Product.objects.get(name="Peti")
    archive_product(product_id=archived.id, by=world.actor("officer"), now=world.now + timedelta(minutes=1))
    box = BatchItem.objects.get(batch=made, title="Kotak")
    assert box.version_id is not None
    operations.check_version(version_id=box.version_id, by=world.system, now=world.now)
    done = undo(world, made)
    # The vase goes; the box has a checked pack, the tray was there before.
    assert done == operations.Undone(3, 1, 1)
    states = dict(Product.objects.values_list("name", "state"))
    assert states == {"Vas": "archived", "Baki": "active", "Kotak": "active", "Peti": "archived"}
    assert Version.objects.filter(state=State.WITHDRAWN).count() == 3
    listed = ProductList.objects.get(id=Batch.objects.get(id=made).product_list_id)
    assert listed.state == "undone"
    text = signed_in("officer").get(reverse("packaging:batch", args=[made])).content.decode()
    assert "1 produk yang hanya dibuat berkas ini" in text and "Salah berkas" in text


def test_undoing_keeps_what_somebody_touched(world: World) -> None:
    made = drafted(world, VASE, TRAY)
    run(world, made)
    Product.objects.filter(name="Vas").update(updated_at=world.now + timedelta(minutes=2))
    assert undo(world, made).products == 1
    assert Product.objects.get(name="Vas").state == "active"


def test_an_undone_batch_says_so_and_hands_nothing_out(world: World, signed_in: Browser) -> None:
    made, client = make_batch(world, run=True), signed_in("officer")
    client.post(reverse("packaging:batch-make-bundle", args=[made]))
    assert Batch.objects.get(id=made).archive
    undo(world, made)
    assert not Batch.objects.get(id=made).archive
    text = client.get(reverse("packaging:batch", args=[made])).content.decode()
    assert "sudah diurungkan" in text and "semua ada harganya" not in text and "berkas.zip" not in text
    for name in ("batch-bundle", "batch-summary"):
        answer = client.get(reverse(f"packaging:{name}", args=[made]), follow=True)
        assert "tidak ada berkas untuk diunduh" in answer.content.decode()
    answer = client.post(reverse("packaging:batch-make-bundle", args=[made]), follow=True)
    assert "tidak ada berkas untuk diunduh" in answer.content.decode()


def test_files_that_were_being_made_while_it_was_undone_are_thrown_away(world: World) -> None:
    made, officer = make_batch(world, run=True), world.actor("officer")
    operations.ask_for_archive(batch_id=made, by=officer, now=world.now)
    undo(world, made)
    operations.keep_archive(batch_id=made, pieces=[b"PK"], by=officer, now=world.now)
    assert not Batch.objects.get(id=made).archive


def test_undoing_from_the_page_needs_a_reason_and_shows_how_far_it_is(world: World, signed_in: Browser) -> None:
    made, client = make_batch(world, run=True), signed_in("officer")
    url = reverse("packaging:batch-undo", args=[made])
    refused = client.post(url)
    assert refused.status_code == 422 and "Tidak ada yang diurungkan" in refused.content.decode()
    officer = world.actor("officer")
    runner = operations.ask_undo(batch_id=made, reason="Salah", by=officer, now=world.now)
    Batch.objects.filter(id=made).update(touched_at=world.now + timedelta(days=9999))
    text = client.get(reverse("packaging:batch", args=[made])).content.decode()
    assert "Sedang diurungkan" in text and "0 dari 1 produk" in text
    operations.run_undo(batch_id=made, runner=runner, by=officer, now=world.now)
    assert client.get(reverse("packaging:batch-progress", args=[made]))["HX-Refresh"] == "true"


def test_columns_that_mean_nothing_are_named(world: World, signed_in: Browser) -> None:
    data = f"{HEAD};Warna\n{VASE};merah".encode()
    made = operations.draft_from_file(data=data, name="a.csv", by=world.actor("officer"), now=world.now)
    assert seen(world, made).unread == ("Warna",)
    text = signed_in("officer").get(reverse("packaging:batch", args=[made])).content.decode()
    assert "Kolom yang dilewati" in text and "Warna" in text
