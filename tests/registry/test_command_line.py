"""`binakriya registry …`."""

import json
import sys
from pathlib import Path

import pytest
from tests.people import World
from tests.registry.worlds import LIST, make_enterprise

import binakriya.website
from binakriya.foundation.queries import LedgerFilter, ledger_page
from binakriya.registry.models import Candidate, Enterprise, LearnedHeader
from binakriya.website.cli.main import main

EVENT = Path(binakriya.website.__file__).parent / "data" / "reference_event"
FILES = [str(EVENT / name) for name in ("1-asipa.xlsx", "2-ipemi.csv", "3-iwapi.xls")]


def _run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["binakriya", "registry", *words])
    try:
        main()
    except SystemExit as stopped:
        return int(stopped.code or 0)
    return 0


def test_a_dry_run_needs_no_database(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """This test has no database: pytest-django would fail it at the first query."""
    assert _run(monkeypatch, "import", "--dry-run", "--json", *FILES) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["rows"] == 99
    first = facts["lists"][0]
    assert {"number", "name", "as_of", "columns", "rows", "skipped", "problems"} <= set(first)
    assert {"place", "row", "values", "cells"} <= set(first["rows"][0])


def test_a_dry_run_uses_learned_headers_only_when_asked(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    LearnedHeader.objects.create(office_id=world.office_id, header="Juragan", field="owner_name")
    path = tmp_path / "aneh.csv"
    path.write_bytes(b"No;Nama Usaha;Juragan;No HP\n1;Batik Sari;Xq;081200001234\n2;Kayu;Zw;081200005678\n")
    read = {}
    for flag in ("--no-learned", "--learned"):
        assert (
            _run(monkeypatch, "import", "--dry-run", "--json", "--office", "Disperindag Tangsel", flag, str(path)) == 0
        )
        facts = json.loads(capsys.readouterr().out)
        read[flag] = (facts["learned_headers"], facts["lists"][0]["columns"][2]["why"])
    assert read["--no-learned"][0] == 0 and read["--learned"][0] == 1
    assert "learned" in str(read["--learned"][1]) and "learned" not in str(read["--no-learned"][1])


def test_a_dry_run_for_people(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(monkeypatch, "import", "--dry-run", *FILES) == 0
    said = capsys.readouterr().out
    assert "1-asipa.xlsx" in said and "Nothing was written." in said


def test_reading_is_evaluated(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(monkeypatch, "evaluate-reading", "--understood", str(EVENT / "understood.csv"), "--json", *FILES) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["rows"]["found"] == 99 and not facts["rows"]["extra"]
    assert facts["accuracy"] >= 0.99 and facts["invented"]["count"] == 0
    assert set(facts["columns"]) >= {"nik", "phone", "turnover_year_low"}


def test_links_are_evaluated(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(monkeypatch, "evaluate-links", "--truth", str(EVENT / "truth.csv"), "--json", *FILES) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["likely"]["precision"] >= 0.99 and facts["likely"]["recall"] >= 0.95
    assert facts["likely_or_possible"]["recall"] >= 0.99
    assert facts["rows"]["missing"] == []


def test_lists_are_imported(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kembar.csv"
    path.write_bytes(LIST + b"2;Batik Sari;Siti Aminah;081200001234;Ciater\n")
    words = ["import", "--office", "Disperindag Tangsel", "--association", "asipa", "--json", str(path)]
    assert _run(monkeypatch, *words) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["enterprises"] == Enterprise.objects.filter(memberships__association=world.association_id).count() == 2
    assert facts["duplicates"]["likely"] == Candidate.objects.count() == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["import", "--dry-run", "tidak-ada.xlsx"], "does not exist"),
        (["import", "--dry-run", str(EVENT)], "cannot be read"),
        (["evaluate-reading", "--understood", str(EVENT / "truth.csv"), "tidak-ada.xlsx"], "does not exist"),
        (["evaluate-links", "--truth", str(EVENT / "understood.csv"), *FILES], "lacks the columns enterprise"),
        (["evaluate-links", "--truth", FILES[0], *FILES], "no UTF-8 text"),
    ],
)
def test_bad_input_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], says: str
) -> None:
    assert _run(monkeypatch, *words) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xe0" + bytes(500), b"PK\x03\x04 kaput"])
def test_a_file_that_is_no_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    path = tmp_path / "daftar.xlsx"
    path.write_bytes(content)
    assert _run(monkeypatch, "import", "--dry-run", str(path)) == 2
    assert capsys.readouterr().err.startswith("daftar.xlsx: ")


def test_an_unknown_office_is_told_which_there_are(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "daftar.csv"
    path.write_bytes(LIST)
    assert _run(monkeypatch, "import", str(path)) == 2
    assert "Disperindag Tangsel" in capsys.readouterr().err
    assert not Enterprise.objects.exists()


def test_the_registry_is_exported(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_enterprise(world, "=cmd|' /C calc'!A0")
    words = ["export", "--office", "Disperindag Tangsel"]
    assert _run(monkeypatch, *words) == 0
    said = capsys.readouterr().out
    assert "'=cmd" in said and "81200001234" not in said
    assert _run(monkeypatch, *words, "--json", "--full", "--out", str(tmp_path / "ikm.json")) == 0
    (row,) = json.loads((tmp_path / "ikm.json").read_text(encoding="utf-8"))
    assert "0812-0000-1234" in row.values()
    read = LedgerFilter(action="read")
    assert ledger_page(by=world.system, wanted=read).entries[0].object_id == "export"
    assert _run(monkeypatch, *words, "--out", str(tmp_path / "tidak" / "ada.csv")) == 2
