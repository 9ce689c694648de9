"""From files to enterprises and back."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from tests.people import World

import binakriya.website
from binakriya.accounts.rules import Actor, NotAllowed
from binakriya.foundation.encryption import new_key
from binakriya.foundation.operations import rotate_keys
from binakriya.foundation.queries import history_of
from binakriya.registry import operations, queries
from binakriya.registry.models import BatchFile, BatchRow, Enterprise, LearnedHeader
from binakriya.registry.operations import imports
from binakriya.registry.queries.detail import enterprise_page
from binakriya.registry.queries.imports import import_page, import_row
from binakriya.registry.rules.refusals import Refused

EVENT = Path(binakriya.website.__file__).parent / "data" / "reference_event"
LISTS = ("1-asipa.xlsx", "2-ipemi.csv", "3-iwapi.xls")
SMALL = "No;Nama Usaha;Nama Pemilik;No HP;Kelurahan;Jumlah Karyawan;Omzet per bulan\n"
SMALL += "1;Batik Sari;Siti Aminah;081200001234;Ciater;4 orang;3 juta\n"
SMALL += "2;Kayu Jati;Budi Santoso;081200005678;Serpong;2;5 juta\n"
SMALL += "3;;;081200009999;Serpong;1;1 juta\n"

Receive = Callable[..., UUID]


@pytest.fixture
def receive(world: World, officer: Actor, now: datetime) -> Receive:
    def make(*uploads: tuple[str, bytes | str], nonce: str = "") -> UUID:
        given = [imports.Upload(name, d.encode() if isinstance(d, str) else d) for name, d in uploads]
        return imports.receive_files(
            uploads=given, office_id=world.office_id, nonce=nonce or uuid4().hex, limit=10**7, by=officer, now=now
        )

    return make


@pytest.fixture
def read(receive: Receive, officer: Actor, now: datetime) -> Receive:
    def make(*uploads: tuple[str, bytes | str]) -> UUID:
        batch = receive(*(uploads or (("daftar.csv", SMALL),)))
        imports.read_import(batch_id=batch, by=officer, now=now)
        return batch

    return make


def _rows(batch: UUID) -> list[BatchRow]:
    return list(BatchRow.objects.filter(file__batch_id=batch, enterprise__isnull=False))


def test_the_reference_lists_become_99_enterprises(world: World, read: Receive, officer: Actor, now: datetime) -> None:
    batch = read(*((name, (EVENT / name).read_bytes()) for name in LISTS))
    page = import_page(batch_id=batch, by=officer)
    assert page and page.counts.rows == page.counts.included == 99
    written = imports.confirm_import(batch_id=batch, by=officer, now=now)
    assert written.enterprises == 99
    assert Enterprise.objects.filter(office_id=world.office_id).count() == 99
    placed = Enterprise.objects.exclude(region_code="").count()
    assert placed > 85


def test_nothing_is_written_before_it_is_confirmed(read: Receive, officer: Actor) -> None:
    read()
    assert not Enterprise.objects.exists()


def test_confirming_twice_writes_once(read: Receive, officer: Actor, now: datetime) -> None:
    batch = read()
    first = imports.confirm_import(batch_id=batch, by=officer, now=now)
    again = imports.confirm_import(batch_id=batch, by=officer, now=now)
    assert first.enterprises == again.enterprises == 2
    assert Enterprise.objects.count() == 2


def test_a_row_lends_its_id(read: Receive, officer: Actor, now: datetime) -> None:
    batch = read()
    imports.confirm_import(batch_id=batch, by=officer, now=now)
    assert all(row.enterprise_id == row.id for row in _rows(batch))


def test_each_enterprise_tells_where_it_came_from(read: Receive, officer: Actor, now: datetime) -> None:
    batch = read()
    imports.confirm_import(batch_id=batch, by=officer, now=now)
    (line,) = history_of(kind="registry.enterprise", object_id=_rows(batch)[0].id)
    assert line.action == "registry.imported"
    assert next(c.after for c in line.changes if c.field == "source") == "daftar.csv, 2"
    assert "81200001234" not in str(line)


def test_members_of_the_association(world: World, read: Receive, officer: Actor, now: datetime) -> None:
    batch = read()
    page = import_page(batch_id=batch, by=officer)
    assert page
    imports.confirm_import(batch_id=batch, associations={page.files[0].id: world.association_id}, by=officer, now=now)
    (card,) = queries.find_enterprises(text="batik", office_id=world.office_id)
    assert card.associations == ("ASIPA",)


def test_a_nameless_row_is_told_apart_and_can_be_mended(read: Receive, officer: Actor, now: datetime) -> None:
    batch = read()
    row = BatchRow.objects.get(file__batch_id=batch, number=4)
    assert (row.included, row.errors) == (False, 1)
    with pytest.raises(Refused):
        imports.include_row(batch_id=batch, row_id=row.id, included=True, by=officer, now=now)
    imports.correct_row(batch_id=batch, row_id=row.id, texts={"owner_name": "Wulan"}, by=officer, now=now)
    row.refresh_from_db()
    assert (row.included, row.errors) == (True, 0)
    assert imports.confirm_import(batch_id=batch, by=officer, now=now).enterprises == 3


def test_a_corrected_cell_is_understood_like_any(read: Receive, officer: Actor, now: datetime) -> None:
    batch = read()
    row = BatchRow.objects.get(file__batch_id=batch, number=2)
    texts = {"turnover_year_high": "1,5 miliar", "kelurahan": "rawa buntu", "phone": "0813-0000-7777", "workers": ""}
    imports.correct_row(batch_id=batch, row_id=row.id, texts=texts, by=officer, now=now)
    view = import_row(batch_id=batch, row_id=row.id, by=officer)
    assert view
    shown = {c.field: c for c in view.cells}
    assert shown["kelurahan"].corrected and shown["kelurahan"].raw == "Ciater"
    imports.confirm_import(batch_id=batch, by=officer, now=now)
    facts = queries.facts_of(row.id)
    assert facts
    assert facts.phones[0] == "+6281300007777"
    assert facts.turnovers[0].high == 1_500_000_000
    assert facts.region_code.startswith("36.74.01")
    assert facts.workers is None


def test_corrections_and_choices_outlive_another_reading(read: Receive, officer: Actor, now: datetime) -> None:
    batch = read()
    page = import_page(batch_id=batch, by=officer)
    assert page
    row = BatchRow.objects.get(file__batch_id=batch, number=2)
    imports.correct_row(batch_id=batch, row_id=row.id, texts={"business_name": "Batik Sari Asih"}, by=officer, now=now)
    left_out = BatchRow.objects.get(file__batch_id=batch, number=3)
    imports.include_row(batch_id=batch, row_id=left_out.id, included=False, by=officer, now=now)
    column = next(c for c in page.files[0].tables[0].columns if c.field == "workers")
    imports.choose_columns(batch_id=batch, choices={page.files[0].id: {column.key: "other"}}, by=officer, now=now)
    assert imports.ask_to_read(batch_id=batch, by=officer, now=now)
    imports.read_import(batch_id=batch, by=officer, now=now)
    assert imports.confirm_import(batch_id=batch, by=officer, now=now).enterprises == 1
    facts = queries.facts_of(_rows(batch)[0].id)
    assert facts and facts.name == "Batik Sari Asih" and facts.workers is None


def test_confirmed_headers_are_learned(world: World, read: Receive, officer: Actor, now: datetime) -> None:
    odd = "No;Gerai;Juragan;No HP;Kelurahan\n1;Batik Sari;Siti Aminah;081200001234;Ciater\n"
    odd += "2;Kayu Jati;Budi Santoso;081200005678;Serpong\n"
    batch = read(("aneh.csv", odd))
    page = import_page(batch_id=batch, by=officer)
    assert page
    key = page.files[0].tables[0].columns[0].key
    choices = {f"{key[:-1]}B": "business_name", f"{key[:-1]}C": "owner_name"}
    imports.choose_columns(batch_id=batch, choices={page.files[0].id: choices}, by=officer, now=now)
    imports.ask_to_read(batch_id=batch, by=officer, now=now)
    imports.read_import(batch_id=batch, by=officer, now=now)
    imports.confirm_import(batch_id=batch, by=officer, now=now)
    assert LearnedHeader.objects.get(header="Juragan").field == "owner_name"
    second = read(("aneh2.csv", odd.replace("Siti Aminah", "Wati")))
    again = import_page(batch_id=second, by=officer)
    assert again
    fields = {c.header: c.field for t in again.files[0].tables for c in t.columns}
    assert fields["Juragan"] == "owner_name" and fields["Gerai"] == "business_name"
    # What two imports say stays when one of them is undone; what only that one said is forgotten.
    imports.confirm_import(batch_id=second, by=officer, now=now)
    imports.undo_import(batch_id=batch, by=officer, now=now)
    assert LearnedHeader.objects.get(header="Juragan").field == "owner_name"
    imports.undo_import(batch_id=second, by=officer, now=now)
    assert not LearnedHeader.objects.filter(header="Juragan").exists()


TWO_TABLES = """Anggota;;;
No;Nama Usaha;Nama Pemilik;Keterangan
1;Batik Sari;Siti Aminah;lama
2;Kayu Jati;Budi Santoso;lama
3;Rotan Jaya;Joko Widada;baru
;;;
Calon anggota;;;
No;Nama Pemilik;No HP;Alamat
1;Wati;081200001234;Jl. Melati 1
2;Yuni;081200005678;Jl. Melati 2
3;Tono;081200007777;Jl. Melati 3
"""


def test_columns_of_two_tables_in_a_sheet_are_told_apart(read: Receive, officer: Actor, now: datetime) -> None:
    batch = read(("dua.csv", TWO_TABLES))
    page = import_page(batch_id=batch, by=officer)
    assert page and [len(t.columns) for t in page.files[0].tables] == [4, 4]
    first, second = page.files[0].tables
    keys = [c.key for t in (first, second) for c in t.columns]
    assert len(set(keys)) == 8
    column_c = next(c for c in first.columns if c.letter == "C")
    choices = {page.files[0].id: {column_c.key: "other"}}
    imports.choose_columns(batch_id=batch, choices=choices, by=officer, now=now)
    imports.ask_to_read(batch_id=batch, by=officer, now=now)
    imports.read_import(batch_id=batch, by=officer, now=now)
    again = import_page(batch_id=batch, by=officer)
    assert again
    fields = [{c.letter: c.field for c in t.columns} for t in again.files[0].tables]
    assert fields[0]["C"] == "other" and fields[1]["C"] == "phone"


BESIDE = b"""No;Nama;Nama Usaha;No. HP;;No;Nama;Nama Usaha;No. HP
1;Siti;Batik Siti;081200005717;;3;Cici;Rotan Cici;081300006028
2;Budi;Kayu Budi;081200005718;;4;Dedi;Perak Dedi;081300006029
"""


def test_both_of_two_tables_beside_each_other_come_in(read: Receive, officer: Actor, now: datetime) -> None:
    """Their rows have one number in the file; what is typed for one is not typed for the other."""
    batch = read(("hadir.csv", BESIDE))
    rows = {row.label: row for row in BatchRow.objects.filter(file__batch=batch, included=True)}
    assert set(rows) == {"2", "3", "2 F", "3 F"}
    typed = {"owner_name": "Cici Lestari"}
    imports.correct_row(batch_id=batch, row_id=rows["2 F"].id, texts=typed, by=officer, now=now)
    imports.ask_to_read(batch_id=batch, by=officer, now=now)
    imports.read_import(batch_id=batch, by=officer, now=now)
    imports.confirm_import(batch_id=batch, by=officer, now=now)
    names = set(Enterprise.objects.values_list("name", "owner__name"))
    assert names == {
        ("Batik Siti", "Siti"),
        ("Kayu Budi", "Budi"),
        ("Rotan Cici", "Cici Lestari"),
        ("Perak Dedi", "Dedi"),
    }
    page = enterprise_page(actor=officer, enterprise_id=Enterprise.objects.get(name="Rotan Cici").id)
    assert page and "baris 2 F" in page.sources[0].text


def test_rows_that_look_like_known_enterprises_are_marked(read: Receive, officer: Actor, now: datetime) -> None:
    imports.confirm_import(batch_id=read(), by=officer, now=now)
    second = read(("lain.csv", SMALL.replace("Batik Sari", "Batik Sari II").replace("5678", "4321")))
    page = import_page(batch_id=second, by=officer, which="mirip")
    assert page and [r.title for r in page.rows] == ["Batik Sari II"]
    assert page.rows[0].looks_like and page.rows[0].looks_like == "Batik Sari"


def test_the_same_file_again_is_recognised(read: Receive, officer: Actor, now: datetime) -> None:
    imports.confirm_import(batch_id=read(), by=officer, now=now)
    second = read()
    page = import_page(batch_id=second, by=officer)
    assert page and page.files[0].same_as and page.counts.included == 0
    with pytest.raises(Refused):
        imports.ask_to_write(batch_id=second, by=officer, now=now)
    assert imports.include_file(batch_id=second, file_id=page.files[0].id, by=officer, now=now) == 2
    assert imports.confirm_import(batch_id=second, by=officer, now=now).enterprises == 2


def test_the_same_form_twice_makes_one_import(receive: Receive) -> None:
    assert receive(("a.csv", SMALL), nonce="x") == receive(("a.csv", SMALL), nonce="x")
    # Gone back in the browser to choose another file: that is another import.
    assert receive(("b.csv", SMALL + "\n"), nonce="x") != receive(("a.csv", SMALL), nonce="x")


def test_a_bad_file_does_not_hold_up_the_good_ones(read: Receive, officer: Actor) -> None:
    batch = read(("kosong.xlsx", b""), ("daftar.csv", SMALL), ("foto.xlsx", b"\xff\xd8\xff\xe0" + b"\x00" * 500))
    page = import_page(batch_id=batch, by=officer)
    assert page and page.state == "ready" and page.counts.rows == 3
    assert page.files[0].problem and page.files[2].problem and not page.files[1].problem


def test_only_bad_files_fail_and_say_why(read: Receive, officer: Actor) -> None:
    batch = read(("kosong.xlsx", b""))
    page = import_page(batch_id=batch, by=officer)
    assert page and page.state == "failed" and "kosong" in str(page.files[0].problem)


def test_undo_takes_everything_back(world: World, read: Receive, officer: Actor, now: datetime) -> None:
    batch = read()
    imports.confirm_import(batch_id=batch, by=officer, now=now)
    assert imports.undo_import(batch_id=batch, by=officer, now=now) == 2
    with pytest.raises(Refused, match="undone_before") as refused:
        imports.undo_import(batch_id=batch, by=officer, now=now)
    assert refused.value.params == {"at": now, "who": officer.label}
    assert not Enterprise.objects.exists()
    assert queries.find_enterprises(text="batik", office_id=world.office_id) == []
    assert imports.ask_to_read(batch_id=batch, by=officer, now=now)
    imports.read_import(batch_id=batch, by=officer, now=now)
    assert imports.confirm_import(batch_id=batch, by=officer, now=now).enterprises == 2


@pytest.mark.parametrize("how", ["note", "archive", "person"])
def test_undo_is_refused_once_somebody_built_on_it(
    read: Receive, officer: Actor, maker: Actor, now: datetime, how: str
) -> None:
    batch = read()
    imports.confirm_import(batch_id=batch, by=officer, now=now)
    one = _rows(batch)[0].id
    later = now.replace(hour=11)
    if how == "note":
        operations.add_note(enterprise_id=one, text="Sudah ditelepon", by=officer, now=later)
    elif how == "archive":
        operations.archive_enterprise(enterprise_id=one, by=officer, now=later)
    else:
        operations.link_person(enterprise_id=one, person_id=maker.id, by=officer, now=later)
    with pytest.raises(Refused) as refused:
        imports.undo_import(batch_id=batch, by=officer, now=later)
    assert refused.value.params == {"enterprises": 1}
    assert Enterprise.objects.count() == 2


def test_others_are_kept_out(read: Receive, other_officer: Actor, curator: Actor, now: datetime) -> None:
    batch = read()
    for by in (other_officer, curator):
        assert by is curator or import_page(batch_id=batch, by=by) is None
        for deed in (imports.ask_to_read, imports.ask_to_write, imports.undo_import, imports.discard_import):
            with pytest.raises(NotAllowed):
                deed(batch_id=batch, by=by, now=now)


def test_discarding_forgets_rows_and_files(read: Receive, officer: Actor, now: datetime) -> None:
    batch = read()
    imports.discard_import(batch_id=batch, by=officer, now=now)
    assert not BatchRow.objects.filter(file__batch_id=batch).exists()
    assert import_page(batch_id=batch, by=officer) is None


def test_what_cannot_be_stored_is_told_before(read: Receive, officer: Actor, now: datetime) -> None:
    odd = "No;Nama Usaha;Nama Pemilik;No HP;Jumlah Karyawan;Karyawan Laki-laki;Karyawan Perempuan\n"
    odd += "1;Batik Sari;Siti Aminah;081200001234;3;2;2\n2;Kayu Jati;Budi Santoso;081200005678;3;1;2\n"
    batch = read(("ganjil.csv", odd))
    page = import_page(batch_id=batch, by=officer, which="masalah")
    assert page and [r.title for r in page.rows] == ["Batik Sari"]
    assert "rinciannya tidak disimpan" in str(page.rows[0].left_out[0].why)
    imports.confirm_import(batch_id=batch, by=officer, now=now)
    facts = queries.facts_of(page.rows[0].id)
    assert facts and (facts.workers, facts.workers_m, facts.workers_f) == (3, None, None)


def test_a_lost_writer_is_replaced(read: Receive, officer: Actor, now: datetime) -> None:
    batch = read()
    assert imports.ask_to_write(batch_id=batch, by=officer, now=now)
    assert not imports.ask_to_write(batch_id=batch, by=officer, now=now + timedelta(minutes=1))
    assert imports.ask_to_write(batch_id=batch, by=officer, now=now + timedelta(minutes=6))
    assert imports.write_import(batch_id=batch, by=officer, now=now).enterprises == 2
    assert imports.write_import(batch_id=batch, by=officer, now=now).enterprises == 2
    assert Enterprise.objects.count() == 2


def test_uploaded_lists_are_sealed_on_disk_follow_the_keys_and_go_in_the_end(
    world: World, officer: Actor, system: Actor, now: datetime, settings: Any
) -> None:
    """A list holds NIK: the file is not readable without the keys, is written anew by the rotation, and is deleted
    thirty days after the import was confirmed."""
    data = b"Nama Usaha;Nama Pemilik;NIK\nAnyaman Citra;Siti Aminah;3674015203780000\n"
    batch = imports.receive_files(
        uploads=[imports.Upload("daftar.csv", data)],
        office_id=world.office_id,
        nonce="sealed",
        limit=10**6,
        by=officer,
        now=now,
    )
    file = BatchFile.objects.get(batch_id=batch)
    assert b"3674015203780000" not in file.file.storage.open(file.file.name).read()
    settings.FIELD_KEYS = [new_key(), *settings.FIELD_KEYS]
    assert next(r for r in rotate_keys(by=system, now=now) if r.field == "registry.batchfile.file").rewritten == 1
    settings.FIELD_KEYS = settings.FIELD_KEYS[:1]
    assert imports.ask_to_read(batch_id=batch, by=officer, now=now)
    imports.read_import(batch_id=batch, by=officer, now=now)
    assert imports.confirm_import(batch_id=batch, by=officer, now=now).enterprises == 1
    assert imports.forget_files(by=system, now=now + timedelta(days=29)) == 0
    assert imports.forget_files(by=system, now=now + timedelta(days=31)) == 1
    assert imports.forget_files(by=system, now=now + timedelta(days=32)) == 0
    assert not BatchFile.objects.get(batch_id=batch).file
