"""The packs of a class: chosen or uploaded, looked at, made one by one, stopped, taken up, handed out, undone."""

import io
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.packaging.made import make_batch, the_product
from tests.people import World
from tests.products.made import make_maker, make_product, measured

from binakriya.accounts.rules import Refused
from binakriya.foundation.queries import history_of
from binakriya.packaging import operations
from binakriya.packaging.files import zipped_batch
from binakriya.packaging.models import Batch, BatchItem, Specification, Version
from binakriya.packaging.operations import batch as batches
from binakriya.packaging.operations import undoing
from binakriya.packaging.papers import Paper
from binakriya.packaging.queries.batch import BatchPage, batch_page, choosing, made_packs, product_ids_of, sources
from binakriya.packaging.queries.classes import Group
from binakriya.packaging.rules.classes import lost
from binakriya.packaging.rules.states import State
from binakriya.products.models import Product
from binakriya.products.operations import add_variant

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


def undo(world: World, batch_id: UUID, reason: str = "Salah kelas") -> operations.Undone:
    officer = world.actor("officer")
    runner = operations.ask_undo(batch_id=batch_id, reason=reason, by=officer, now=world.now)
    return operations.run_undo(batch_id=batch_id, runner=runner, by=officer, now=world.now)


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
    later = world.now + timedelta(minutes=16)
    assert batch_page(batch_id=made, by=officer, now=later, language="id").lost
    new = operations.start_batch(batch_id=made, by=officer, now=later)
    assert operations.run_batch(batch_id=made, runner=old, by=officer, now=later) == 0
    assert operations.run_batch(batch_id=made, runner=new, by=officer, now=later) == 3


def test_undone_leaves_what_others_signed(world: World) -> None:
    made, officer = make_batch(world, *a_class(world), run=True), world.actor("officer")
    first = BatchItem.objects.filter(batch=made, state="made").first()
    assert first is not None and first.version_id is not None
    operations.check_version(version_id=first.version_id, by=world.system, now=world.now)
    assert undo(world, made) == operations.Undone(2, 1, 0)
    assert Version.objects.filter(state=State.WITHDRAWN, reason="Salah kelas").count() == 2
    assert seen(world, made).state == "undone"
    with pytest.raises(Refused, match="batch_state"):
        operations.ask_undo(batch_id=made, reason="Lagi", by=officer, now=world.now)


def test_what_there_is_to_pack(world: World) -> None:
    ids, officer = a_class(world), world.actor("officer")
    assert {one.code: one.products for one in sources(officer)} == {"unpacked": 4, "measured": 4}
    run(world, make_batch(world, ids[0]))
    assert {one.code: one.products for one in sources(officer)} == {"unpacked": 3, "measured": 4}
    assert ids[0] not in product_ids_of(code="unpacked", by=officer)[0]
    with pytest.raises(Refused, match="batch_source"):
        product_ids_of(code="tidak ada", by=officer)


def test_what_there_is_to_pack_is_counted_and_not_read(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    ids, officer = a_class(world), world.actor("officer")
    add_variant(product_id=ids[0], name="Besar", measured=measured(), by=officer, now=world.now)
    maker = Product.objects.get(id=ids[0]).maker_id
    group = Group(uuid4(), "Kelas gerabah", frozenset({maker}))
    monkeypatch.setattr(choosing, "classes_of", lambda _by: [group])
    with CaptureQueriesContext(connection) as asked:
        found = {one.code: one.products for one in sources(officer)}
    assert found == {"unpacked": 4, "measured": 4, str(group.id): 4}
    assert len(asked) == 3 and all("COUNT(" in one["sql"] for one in asked)
    assert len(product_ids_of(code="measured", by=officer)[0]) == 4


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
    assert "Baris berkas yang perlu diperbaiki" in after and "Baki" in after


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
    assert operations.ask_for_archive(batch_id=made, by=officer, now=world.now + timedelta(minutes=16))


def test_nobody_of_another_office_sees_it(world: World) -> None:
    made = make_batch(world)
    with pytest.raises(Batch.DoesNotExist):
        batch_page(batch_id=made, by=world.actor("other_officer"), now=world.now, language="id")


def test_an_undoing_that_was_cut_off_is_finished(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    made, officer = make_batch(world, *a_class(world), run=True), world.actor("officer")
    withdraw = undoing.withdraw_version
    gone: list[object] = []

    def cut_off(**given: Any) -> None:
        if gone:
            raise MemoryError
        withdraw(**given)
        gone.append(given)

    monkeypatch.setattr(undoing, "withdraw_version", cut_off)
    with pytest.raises(MemoryError):
        undo(world, made)
    monkeypatch.undo()
    page = seen(world, made)
    assert page.undoing and not page.lost and page.withdrawn == 1
    with pytest.raises(Refused, match="batch_state"):
        operations.ask_undo(batch_id=made, reason="", by=officer, now=world.now)
    later = world.now + timedelta(minutes=2)
    assert batch_page(batch_id=made, by=officer, now=later, language="id").lost
    runner = operations.ask_undo(batch_id=made, reason="", by=officer, now=later)
    assert operations.run_undo(batch_id=made, runner=runner, by=officer, now=later) == operations.Undone(3, 0, 0)
    assert operations.run_undo(batch_id=made, runner=runner, by=officer, now=later) == operations.Undone(0, 0, 0)
    assert seen(world, made).reason == "Salah kelas"
    assert not Version.objects.filter(state=State.DRAFT).exists()


def test_one_that_waits_its_turn_is_not_lost() -> None:
    begun = datetime(2018, 11, 2, 3, 0, tzinfo=UTC)
    after = begun + timedelta(minutes=5)
    assert not lost("queued", begun, after) and lost("working", begun, after)
    assert lost("queued", begun, begun + timedelta(minutes=16))


def test_a_fault_at_one_product_keeps_no_other_waiting(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    made, recommend = make_batch(world, *a_class(world)), batches.recommend
    calls: list[object] = []

    def fails_first(request: Any) -> Any:
        calls.append(request)
        if len(calls) == 1:
            raise ZeroDivisionError
        return recommend(request)

    monkeypatch.setattr(batches, "recommend", fails_first)
    assert run(world, made) == 2
    page = seen(world, made)
    assert page.state == "done" and [one.why for one in page.items if "galat" in one.why]


@pytest.mark.parametrize("reason", ["product_unknown", "archived", "does_not_hold"])
def test_what_cannot_be_saved_has_its_sentence(world: World, monkeypatch: pytest.MonkeyPatch, reason: str) -> None:
    def refuse(**_given: Any) -> UUID:
        raise Refused(reason)

    made = make_batch(world)
    monkeypatch.setattr(batches, "save_version", refuse)
    assert run(world, made) == 0
    assert seen(world, made).state == "done" and seen(world, made).items[0].why


def test_the_same_form_at_the_same_moment_makes_one(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one is written after this one has looked for it."""
    made, look = make_batch(world, nonce="x"), batches._of_form
    looks: list[object] = []

    def late(key: str, by: Any) -> UUID | None:
        looks.append(key)
        return look(key, by) if len(looks) > 1 else None

    monkeypatch.setattr(batches, "_of_form", late)
    assert make_batch(world, nonce="x") == made and Batch.objects.count() == 1


def test_one_batch_a_file(world: World) -> None:
    make_maker(world, "Kelas")
    officer = world.actor("officer")
    given: dict[str, Any] = {"data": FILE.encode(), "name": "kelas.csv", "by": officer, "now": world.now}
    made = Batch.objects.get(id=operations.draft_from_file(**given, nonce="f"))
    other = Batch.objects.get(id=operations.draft_from_file(**given, nonce="g"))
    with pytest.raises(IntegrityError, match=r"pack_batch_list_once|product_list_id"), transaction.atomic():
        Batch.objects.filter(id=other.id).update(product_list_id=made.product_list_id)


def test_every_step_of_a_batch_is_in_the_ledger(world: World, signed_in: Browser) -> None:
    made, officer = make_batch(world, run=True), world.actor("officer")
    client = signed_in("officer")
    client.post(reverse("packaging:batch-make-bundle", args=[made]))
    client.get(reverse("packaging:batch-bundle", args=[made]))
    client.get(reverse("packaging:batch-summary", args=[made]))
    said = [line.action.removeprefix("packaging.batch_") for line in history_of(kind="packaging.batch", object_id=made)]
    assert Counter(said) == Counter(["drafted", "started", "done", "archive_asked", "archived", "exported", "exported"])
    make_maker(world, "Kelas")
    thrown = operations.draft_from_file(data=FILE.encode(), name="kelas.csv", by=officer, now=world.now)
    operations.discard_batch(batch_id=thrown, by=officer, now=world.now)
    said = [line.action for line in history_of(kind="packaging.batch", object_id=thrown)]
    assert sorted(said) == ["packaging.batch_discarded", "packaging.batch_drafted"]
    listed = Batch.objects.get(id=thrown).product_list_id
    assert "products.list_discarded" in [line.action for line in history_of(kind="products.list", object_id=listed)]


def test_an_archive_is_whole_where_a_sheet_cannot_be_made(world: World) -> None:
    packs = made_packs(batch_id=make_batch(world, *a_class(world)[:2], run=True), by=world.actor("officer"))

    def fails(_version: UUID) -> Paper:
        raise ValueError

    pieces = zipped_batch(
        packs,
        sheets=[fails, lambda _version: Paper("lembar.pdf", b"%PDF")],
        summary=("ringkasan.xlsx", b"PK"),
        office="Balai",
        by="Orang",
        on=world.now.date(),
        language="id",
    )
    archive = zipfile.ZipFile(io.BytesIO(b"".join(pieces)))
    assert archive.testzip() is None
    assert sum(name.endswith("lembar.pdf") for name in archive.namelist()) == 2
    lacking = archive.read("BACA-DAHULU.txt").decode()
    assert lacking.count("satu lembar tidak dapat dibuat") == 2 and "001-" in lacking
