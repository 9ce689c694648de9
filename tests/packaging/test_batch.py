"""The packs of a class: chosen or uploaded, looked at, made one by one, stopped, taken up, handed out, undone."""

import io
import zipfile
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.packaging.made import make_batch, the_product
from tests.people import World
from tests.products.made import make_maker, make_product, measured

from binakriya.accounts.rules import Refused
from binakriya.foundation.queries import history_of
from binakriya.packaging import operations
from binakriya.packaging.models import Batch, BatchItem, Specification, Version
from binakriya.packaging.operations import batch as batches
from binakriya.packaging.queries.batch import BatchPage, batch_page, product_ids_of, sources
from binakriya.packaging.rules.states import State

Browser = Callable[..., Client]
FILE = (
    "Pembuat;Produk;Bahan;Panjang (mm);Lebar (mm);Tinggi (mm);Massa (g)\n"
    "Kelas;Vas;keramik;120;110;240;900\n"
    "Kelas;Baki;rotan;300;200;60;450\n"
    "Tidak dikenal;Kotak;kayu;200;100;50;300\n"
    "Kelas;Piring;keramik;dua puluh;200;30;400\n"
)


def seen(world: World, batch_id: UUID) -> BatchPage:
    return batch_page(batch_id=batch_id, by=world.actor("officer"), now=world.now, language="id")


def run(world: World, batch_id: UUID, **more: Any) -> int:
    officer = world.actor("officer")
    runner = operations.start_batch(batch_id=batch_id, by=officer, now=world.now, **more)
    return operations.run_batch(batch_id=batch_id, runner=runner, by=officer, now=world.now)


def a_class(world: World) -> list[UUID]:
    maker = make_maker(world, "Kelas")
    made = [make_product(world, maker, f"Vas {n}") for n in range(3)]
    return [
        *made,
        make_product(world, maker, "Tanpa ukuran", measured=None),
        make_product(world, maker, "Bahan asing", "adamantium", measured=measured()),
    ]


def test_each_product_gets_a_draft_or_a_reason(world: World) -> None:
    made = make_batch(world, *a_class(world))
    assert run(world, made) == 3
    page = seen(world, made)
    assert (page.state, page.summary.made, page.summary.refused, page.done) == ("done", 3, 2, 5)
    why = {one.title: one.why for one in page.items if one.state == "refused"}
    assert "Ukuran" in why["Tanpa ukuran"] and why["Bahan asing"]
    one = page.items[-1]
    assert one.style and one.area_m2 and page.summary.area_m2 == pytest.approx(3 * 100 * one.area_m2)
    assert page.summary.priced == 0 and page.summary.styles[0][2] == 3
    assert [line.action for line in history_of(kind="packaging.batch", object_id=made)].count("packaging.batch_done")


def test_the_same_form_and_the_same_run_make_nothing_twice(world: World) -> None:
    ids = a_class(world)
    made = make_batch(world, *ids, nonce="x")
    assert make_batch(world, *ids, nonce="x") == made and Batch.objects.count() == 1
    officer = world.actor("officer")
    runner = operations.start_batch(batch_id=made, by=officer, now=world.now)
    for _twice in range(2):
        operations.run_batch(batch_id=made, runner=runner, by=officer, now=world.now)
    assert Version.objects.count() == 3
    with pytest.raises(Refused, match="batch_state"):
        operations.start_batch(batch_id=made, by=officer, now=world.now)


def test_stopped_between_two_products_and_gone_on_with(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    made, officer = make_batch(world, *a_class(world)), world.actor("officer")
    save = batches.save_version

    def save_and_stop(**given: Any) -> UUID:
        found = save(**given)
        Batch.objects.filter(id=made).update(state="stopped", runner="")
        return found

    monkeypatch.setattr(batches, "save_version", save_and_stop)
    assert run(world, made) == 1
    monkeypatch.undo()
    page = seen(world, made)
    assert page.state == "stopped" and page.summary.made == 1 and page.may_start
    assert run(world, made) == 2
    assert seen(world, made).state == "done" and Version.objects.count() == 3
    assert not operations.discard_batch(batch_id=made, by=officer, now=world.now)


def test_a_lost_worker_is_seen_and_its_work_taken_up(world: World) -> None:
    made, officer = make_batch(world, *a_class(world)), world.actor("officer")
    old = operations.start_batch(batch_id=made, by=officer, now=world.now)
    with pytest.raises(Refused, match="batch_state"):
        operations.start_batch(batch_id=made, by=officer, now=world.now)
    later = world.now + timedelta(minutes=2)
    assert batch_page(batch_id=made, by=officer, now=later, language="id").lost
    new = operations.start_batch(batch_id=made, by=officer, now=later)
    assert operations.run_batch(batch_id=made, runner=old, by=officer, now=later) == 0
    assert operations.run_batch(batch_id=made, runner=new, by=officer, now=later) == 3


def test_undone_leaves_what_others_signed(world: World) -> None:
    made, officer = make_batch(world, *a_class(world), run=True), world.actor("officer")
    first = BatchItem.objects.filter(batch=made, state="made").first()
    assert first is not None and first.version_id is not None
    operations.check_version(version_id=first.version_id, by=world.system, now=world.now)
    assert operations.undo_batch(batch_id=made, reason="Salah kelas", by=officer, now=world.now) == (2, 1)
    assert Version.objects.filter(state=State.WITHDRAWN, reason="Salah kelas").count() == 2
    assert seen(world, made).state == "undone"
    with pytest.raises(Refused, match="batch_state"):
        operations.undo_batch(batch_id=made, reason="Lagi", by=officer, now=world.now)


def test_what_there_is_to_pack(world: World) -> None:
    ids, officer = a_class(world), world.actor("officer")
    assert {one.code: one.products for one in sources(officer)} == {"unpacked": 4, "measured": 4}
    run(world, make_batch(world, ids[0]))
    assert {one.code: one.products for one in sources(officer)} == {"unpacked": 3, "measured": 4}
    assert ids[0] not in product_ids_of(code="unpacked", by=officer)[0]
    with pytest.raises(Refused, match="batch_source"):
        product_ids_of(code="tidak ada", by=officer)


def test_a_file_is_looked_at_kept_and_then_packed(world: World, signed_in: Browser) -> None:
    make_maker(world, "Kelas")
    client = signed_in("officer")
    form = {"journey": "courier", "purpose": "shipping", "quantity": "50", "nonce": "f"}
    for _twice in range(2):
        sent = SimpleUploadedFile("kelas.csv", FILE.encode())
        answer = client.post(reverse("packaging:batch-from-file"), {**form, "file": sent})
        assert answer.status_code == 302
    assert Batch.objects.count() == 1 and Specification.objects.count() == 0
    text = client.get(answer["Location"]).content.decode()
    assert "Catat dan kemas 2 produk" in text and "dua puluh" in text
    assert "<b>Pembuat:</b>" in text and "<b>Panjang:</b>" in text
    made = Batch.objects.get().id
    assert client.post(reverse("packaging:batch-start", args=[made])).status_code == 302
    batch = Batch.objects.get()
    if batch.state == "queued":
        operations.run_batch(batch_id=made, runner=batch.runner, by=world.actor("officer"), now=world.now)
    page = seen(world, made)
    assert page.summary.made == 2 and page.summary.left == 2 and page.state == "done"
    assert [one.row for one in page.items] == [2, 3]
    after = client.get(reverse("packaging:batch", args=[made])).content.decode()
    assert "Baris berkas yang dilewati" in after and "Baki" in after


def test_a_file_that_cannot_be_read_says_so_at_its_field(world: World, signed_in: Browser) -> None:
    sent = SimpleUploadedFile("x.csv", b"a;b\n1;2\n")
    form = {"journey": "courier", "purpose": "shipping", "quantity": "50", "nonce": "f", "file": sent}
    answer = signed_in("officer").post(reverse("packaging:batch-from-file"), form)
    assert answer.status_code == 422 and 'id="f_file_error"' in answer.content.decode()


def test_ticked_ones_are_computed_and_others_left(world: World, signed_in: Browser) -> None:
    made, client = make_batch(world, *a_class(world)), signed_in("officer")
    text = client.get(reverse("packaging:batch", args=[made])).content.decode()
    assert text.count('name="ikut"') == 5
    kept = [str(one.id) for one in BatchItem.objects.filter(batch=made)[:2]]
    client.post(reverse("packaging:batch-start", args=[made]), {"ada": "1", "ikut": kept})
    assert BatchItem.objects.filter(batch=made, state="left").count() == 3
    progress = client.get(reverse("packaging:batch-progress", args=[made]))
    assert "dari 2 produk" in progress.content.decode()


def test_everything_in_one_archive(world: World, signed_in: Browser) -> None:
    made = make_batch(world, the_product(world).product_id, run=True)
    client = signed_in("officer")
    none = client.get(reverse("packaging:batch-bundle", args=[made]), follow=True)
    assert "belum disiapkan" in none.content.decode()
    for _twice in range(2):
        client.post(reverse("packaging:batch-make-bundle", args=[made]))
    assert "disiapkan" in client.get(reverse("packaging:batch", args=[made])).content.decode()
    answer = client.get(reverse("packaging:batch-bundle", args=[made]))
    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer)))
    assert archive.testzip() is None
    names = archive.namelist()
    assert names[0].endswith(".xlsx")
    assert {name.rpartition(".")[2] for name in names} == {"xlsx", "pdf", "dxf", "json"}
    assert len(names) == 6 and all(name.startswith("001-vas-bunga/") for name in names[1:])
    book = client.get(reverse("packaging:batch-summary", args=[made]))
    assert b"".join(book)[:2] == b"PK"


def test_an_archive_is_asked_for_once_and_again_when_it_did_not_come(world: World) -> None:
    made, officer = make_batch(world), world.actor("officer")
    with pytest.raises(Refused, match="batch_empty"):
        operations.ask_for_archive(batch_id=made, by=officer, now=world.now)
    run(world, made)
    assert operations.ask_for_archive(batch_id=made, by=officer, now=world.now)
    assert not operations.ask_for_archive(batch_id=made, by=officer, now=world.now)
    assert batch_page(batch_id=made, by=officer, now=world.now, language="id").archiving
    assert operations.ask_for_archive(batch_id=made, by=officer, now=world.now + timedelta(minutes=11))


def test_nobody_of_another_office_sees_it(world: World) -> None:
    made = make_batch(world)
    with pytest.raises(Batch.DoesNotExist):
        batch_page(batch_id=made, by=world.actor("other_officer"), now=world.now, language="id")
