"""Notes, documents, memberships: mended, taken away, brought back; files sealed, bounded, told when read."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.people import World
from tests.registry.worlds import PDF, make_enterprise

from binakriya.accounts.rules import Actor
from binakriya.foundation.models import LedgerEntry
from binakriya.foundation.queries import history_of
from binakriya.registry import operations
from binakriya.registry.models import Document, Membership, Note, SearchText
from binakriya.registry.operations import attached
from binakriya.registry.operations.attached import forget_removed
from binakriya.registry.operations.merging import merge, undo_merge
from binakriya.registry.queries.detail import enterprise_page
from binakriya.registry.rules.facts import Facts, TurnoverFact
from binakriya.registry.rules.papers import FILE_TYPES, SIZE_MOST, file_type
from binakriya.registry.rules.refusals import Refused

SignIn = Callable[..., Client]
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40


@pytest.fixture(autouse=True)
def _store(settings: Any, tmp_path: Path) -> None:
    own = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": own}


def _send(client: Client, enterprise: UUID, data: bytes, name: str = "nib.pdf", **typed: str) -> Any:
    file = SimpleUploadedFile(name, data, content_type="application/pdf")
    given = {"number": str(uuid4()), "kind": "nib", "code": "123", "file": file, **typed}
    return client.post(f"/registri/{enterprise}/dokumen/", given)


# --- files ------------------------------------------------------------------------------------------------------------


def test_a_file_is_sealed_and_comes_back_whole_and_told(world: World, signed_in: SignIn, tmp_path: Path) -> None:
    made, client = make_enterprise(world), signed_in("officer")
    assert _send(client, made, PDF).status_code == 302
    document = Document.objects.get()
    assert (document.file_type, document.file_size) == ("pdf", len(PDF))
    kept = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert len(kept) == 1 and PDF not in kept[0].read_bytes() and "nib" not in kept[0].name
    answer = client.post(f"/registri/{made}/dokumen/{document.id}/berkas/")
    assert b"".join(answer.streaming_content) == PDF  # type: ignore[attr-defined]
    assert "no-store" in answer["Cache-Control"] and answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    line = history_of(kind="registry.enterprise", object_id=made)[0]
    assert line.action == "read" and line.reason == "nib 123"
    assert client.get(f"/registri/{made}/dokumen/{document.id}/berkas/").status_code == 405


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"PK\x03\x04 rename me", "bukan PDF"),
        (b"<svg onload=alert(1)>", "bukan PDF"),
        (b"", "kosong"),
        (b"%PDF-" + b"0" * SIZE_MOST, "melebihi 5 MB"),
    ],
)
def test_other_files_are_refused_and_nothing_is_kept(
    world: World, signed_in: SignIn, tmp_path: Path, data: bytes, word: str
) -> None:
    made, client = make_enterprise(world), signed_in("officer")
    answer = _send(client, made, data)
    text = (answer if answer.status_code == 422 else client.get(f"/registri/{made}/")).content.decode()
    assert word in text
    assert not Document.all_rows.exists() and not [p for p in tmp_path.rglob("*") if p.is_file()]


def test_the_same_form_twice_keeps_one_file(world: World, signed_in: SignIn, tmp_path: Path) -> None:
    made, client, number = make_enterprise(world), signed_in("officer"), str(uuid4())
    for _ in range(2):
        _send(client, made, PNG, number=number)
    assert Document.objects.count() == 1 and len([p for p in tmp_path.rglob("*") if p.is_file()]) == 1


def test_whoever_only_reads_gets_no_file(world: World, signed_in: SignIn, officer: Actor) -> None:
    made = make_enterprise(world)
    document = operations.add_document(
        enterprise_id=made, kind="nib", number="", issued_on=None, expires_on=None, data=PDF, by=officer, now=world.now
    )
    assert signed_in("leadership").post(f"/registri/{made}/dokumen/{document}/berkas/").status_code == 403
    assert signed_in("other_officer").post(f"/registri/{made}/dokumen/{document}/berkas/").status_code == 404


@given(st.binary(max_size=64))
def test_a_type_is_told_by_the_content(data: bytes) -> None:
    found = file_type(data)
    assert not found or data.startswith(FILE_TYPES[found][0])


# --- mending and taking away ------------------------------------------------------------------------------------------


def test_a_document_is_mended_taken_away_and_brought_back(world: World, signed_in: SignIn, officer: Actor) -> None:
    made, client = make_enterprise(world), signed_in("officer")
    _send(client, made, PDF, expires_on="2018-11-01")
    document = Document.objects.get()
    page = enterprise_page(actor=officer, enterprise_id=made)
    assert page and page.documents[0].expired
    client.post(f"/registri/{made}/dokumen/{document.id}/", {"kind": "halal", "code": "9", "expires_on": "2999-01-01"})
    document.refresh_from_db()
    assert (document.kind, document.number, document.file_type) == ("halal", "9", "pdf")
    line = history_of(kind="registry.enterprise", object_id=made)[0]
    told = {c.field: (c.before, c.after) for c in line.changes}
    assert told["document"] == ("NIB 123", "Sertifikat halal 9")
    client.post(f"/registri/{made}/dokumen/{document.id}/hapus/")
    assert not Document.objects.exists() and Document.all_rows.get().file
    assert client.get(f"/registri/{made}/dokumen/{document.id}/").status_code == 404
    client.post(f"/registri/{made}/dokumen/{document.id}/kembalikan/")
    assert Document.objects.get().removed_at is None


def test_a_note_is_mended_and_what_it_said_stays_aside(world: World, signed_in: SignIn) -> None:
    made, client = make_enterprise(world), signed_in("officer")
    client.post(f"/registri/{made}/catatan/", {"text": "Telepon\x01 pagi"})
    note = Note.objects.get()
    assert note.text == "Telepon pagi"
    client.post(f"/registri/{made}/catatan/{note.id}/", {"text": "Telepon sore"})
    assert Note.objects.get().text == "Telepon sore" and Note.objects.get().changed_at
    assert Note.all_rows.exclude(removed_at=None).get().text == "Telepon pagi"
    client.post(f"/registri/{made}/catatan/{note.id}/hapus/")
    assert not Note.objects.exists() and "Telepon sore" not in client.get(f"/registri/{made}/").content.decode()
    client.post(f"/registri/{made}/catatan/{note.id}/kembalikan/")
    assert Note.objects.get().text == "Telepon sore"


def test_a_membership_is_ended_and_brought_back_also_by_noting_it_again(
    world: World, signed_in: SignIn, officer: Actor
) -> None:
    made, client, group = make_enterprise(world), signed_in("officer"), world.association_id
    operations.add_membership(enterprise_id=made, association_id=group, number="A7", by=officer, now=world.now)
    client.post(f"/registri/{made}/kelompok/{group}/hapus/")
    assert not Membership.objects.exists() and "a7" not in SearchText.objects.get(enterprise_id=made).words
    assert history_of(kind="registry.enterprise", object_id=made)[0].action == "registry.membership_removed"
    client.post(f"/registri/{made}/kelompok/{group}/kembalikan/")
    assert Membership.objects.get().number == "A7" and "a7" in SearchText.objects.get(enterprise_id=made).words
    operations.remove_membership(enterprise_id=made, association_id=group, by=officer, now=world.now)
    operations.add_membership(enterprise_id=made, association_id=group, number="B1", by=officer, now=world.now)
    assert Membership.objects.get().number == "B1"


def test_what_was_taken_away_goes_for_good_after_a_month(world: World, officer: Actor, tmp_path: Path) -> None:
    made, old = make_enterprise(world), world.now - timedelta(days=40)
    document = operations.add_document(
        enterprise_id=made, kind="nib", number="", issued_on=None, expires_on=None, data=PDF, by=officer, now=old
    )
    operations.remove_document(enterprise_id=made, document_id=document, by=officer, now=old)
    note = operations.add_note(enterprise_id=made, text="a", by=officer, now=world.now)
    operations.remove_note(enterprise_id=made, note_id=note, by=officer, now=world.now)
    assert forget_removed(by=world.system, now=world.now) == 1
    assert not Document.all_rows.exists() and Note.all_rows.exists()
    assert not [p for p in tmp_path.rglob("*") if p.is_file()]


def test_a_merge_revives_an_ended_membership_and_its_undo_ends_it_again(world: World, officer: Actor) -> None:
    kept, gone, group = make_enterprise(world, "Rotan Jaya"), make_enterprise(world, "Rotan Jya"), world.association_id
    for one in (kept, gone):
        operations.add_membership(enterprise_id=one, association_id=group, number="1", by=officer, now=world.now)
    operations.remove_membership(enterprise_id=kept, association_id=group, by=officer, now=world.now)
    made = merge(kept_id=kept, gone_id=gone, picks={}, by=officer, now=world.now)
    assert Membership.objects.filter(enterprise_id=kept).exists()
    undo_merge(merge_id=made, by=officer, now=world.now)
    assert list(Membership.objects.values_list("enterprise_id", flat=True)) == [gone]


@pytest.mark.parametrize("deed", ["add_note", "add_document"])
def test_a_forms_id_that_another_form_took_a_moment_before_is_not_taken(
    world: World, officer: Actor, deed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both looked before either wrote: the second one finds the id taken when it writes, and takes another."""
    ours, theirs, given_id = make_enterprise(world), make_enterprise(world, "Lain"), uuid4()
    paper = {"document_id": given_id, "kind": "nib", "number": "", "issued_on": None, "expires_on": None}
    sent: dict[str, Any] = {"note_id": given_id, "text": "a"} if deed == "add_note" else paper
    assert getattr(operations, deed)(enterprise_id=theirs, by=officer, now=world.now, **sent) == given_id
    seen: list[UUID] = []

    def look(model: Any, row_id: UUID) -> Any:
        seen.append(row_id)
        return None if len(seen) == 1 else model.all_rows.filter(id=row_id).first()

    monkeypatch.setattr(attached, "_known", look)
    made = getattr(operations, deed)(enterprise_id=ours, by=officer, now=world.now, **sent)
    kept = (Note if deed == "add_note" else Document).all_rows.values_list("enterprise_id", "id")
    assert set(kept) == {(theirs, given_id), (ours, made)}


@pytest.mark.parametrize("deed", ["change_note", "change_document"])
def test_what_is_gone_is_not_mended(world: World, officer: Actor, deed: str) -> None:
    given: dict[str, Any] = {"enterprise_id": make_enterprise(world), "by": officer, "now": world.now}
    if deed == "change_note":
        given |= {"note_id": uuid4(), "text": "a"}
    else:
        given |= {"document_id": uuid4(), "kind": "nib", "number": "", "issued_on": None, "expires_on": None}
    with pytest.raises(Refused, match="gone"):
        getattr(operations, deed)(**given)


# --- history ----------------------------------------------------------------------------------------------------------


def test_history_names_places_money_and_enterprises(world: World, officer: Actor, signed_in: SignIn) -> None:
    kept, gone = make_enterprise(world, "Rotan Jaya"), make_enterprise(world, "Rotan Jya")
    facts = Facts(
        name="Rotan Jaya",
        nik="3674015203780012",
        born=date(1978, 3, 12),
        region_code="36.74.01.1001",
        investment=45_000_000,
        turnovers=(TurnoverFact(2018, 60_000_000, 90_000_000),),
        sex="f",
    )
    operations.change_enterprise(enterprise_id=kept, facts=facts, by=officer, now=world.now)
    merge(kept_id=kept, gone_id=gone, picks={}, by=officer, now=world.now)
    operations.archive_enterprise(enterprise_id=kept, by=officer, now=world.now)
    page = enterprise_page(actor=officer, enterprise_id=kept)
    assert page
    told = {c.field: str(c.after) for line in page.history for c in line.changes if c.after is not None}
    assert told["absorbed"] == "Rotan Jya"
    assert told["turnovers"] == "2018: Rp\u00a060.000.000 – Rp\u00a090.000.000"
    assert told["investment"] == "Rp\u00a045.000.000"
    assert "Serpong" in history_text(page) or "Setu" in history_text(page)
    assert told["sex"] == "perempuan" and told["state"] == "Diarsipkan" and told["born"] == "1978"
    away = enterprise_page(actor=officer, enterprise_id=gone)
    assert away and {c.after for line in away.history for c in line.changes if c.field == "merged_into"} == {
        "Rotan Jaya"
    }
    html = signed_in("officer").get(f"/registri/{kept}/").content.decode()
    shown = html[html.index("h-riwayat") :]
    for raw in ("36.74.01.1001", "45000000", "60000000", "3674015203780012"):
        assert raw not in shown.split('<div class="stack" data-gap="6">')[0]
    assert not LedgerEntry.objects.filter(after__icontains="3674015203780012").exists()


def history_text(page: Any) -> str:
    return " ".join(str(c.after) for line in page.history for c in line.changes)


# --- numbers of forms -------------------------------------------------------------------------------------------------


def test_the_number_of_a_form_is_not_taken_twice(world: World, signed_in: SignIn) -> None:
    one, other, client = (
        make_enterprise(world, "Rotan Jaya"),
        make_enterprise(world, "Batik Sari"),
        signed_in("officer"),
    )
    number = str(uuid4())
    for _twice in range(2):
        assert _send(client, one, PDF, number=number).status_code == 302
        assert client.post(f"/registri/{one}/catatan/", {"number": number, "text": "satu"}).status_code == 302
    assert Document.objects.count() == Note.objects.count() == 1
    # The same number for another enterprise, or with other words: something of its own, and really written.
    assert _send(client, other, PDF, number=number).status_code == 302
    assert _send(client, one, PDF, number=number, code="124").status_code == 302
    assert set(Document.objects.values_list("enterprise_id", "number")) == {(one, "123"), (one, "124"), (other, "123")}
    client.post(f"/registri/{other}/catatan/", {"number": number, "text": "satu"})
    client.post(f"/registri/{one}/catatan/", {"number": number, "text": "dua"})
    assert set(Note.objects.values_list("enterprise_id", "text")) == {(one, "satu"), (one, "dua"), (other, "satu")}


def test_what_was_taken_away_is_written_anew(world: World, signed_in: SignIn) -> None:
    one, client, number = make_enterprise(world), signed_in("officer"), str(uuid4())
    for _twice in range(2):
        _send(client, one, PDF, number=number)
        client.post(f"/registri/{one}/catatan/", {"number": number, "text": "satu"})
        assert Document.objects.count() == Note.objects.count() == 1
        client.post(f"/registri/{one}/dokumen/{Document.objects.get().id}/hapus/")
        client.post(f"/registri/{one}/catatan/{Note.objects.get().id}/hapus/")
        assert not Document.objects.exists() and not Note.objects.exists()
