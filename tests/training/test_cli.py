"""Training and figures from the shell: what the pages know, as JSON, and exit code 2 with a sentence for bad input."""

import csv
import io
import json
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from tests.people import World
from typer.testing import CliRunner

from binakriya.foundation.models import LedgerEntry
from binakriya.registry.operations.enterprises import check_enterprise
from binakriya.registry.queries.figures import unchecked_ids
from binakriya.training import operations
from binakriya.training.models import Activity, Certificate, Session
from binakriya.website.cli.main import app
from binakriya.website.cli.problems import Problem

from .made import at, make_activity, sign_up

OFFICER = "officer@contoh.example"
OTHER = "other_officer@contoh.example"


def run(*words: str) -> str:
    result = CliRunner().invoke(app, list(words), catch_exceptions=True)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout


def facts(*words: str) -> Any:
    return json.loads(run(*words, "--json"))


@pytest.fixture
def held(world: World, activity: UUID) -> str:
    """Two came, one with the name of a formula; certificates not yet issued."""
    by = world.actor("officer")
    people = [sign_up(world, activity, n, name=name) for n, name in ((1, "=Siti"), (2, "Darto Wiyono"))]
    for session in Session.objects.filter(activity_id=activity):
        for one in people:
            operations.check_in(session_id=session.id, scan=one.code, by=by, now=at(9))
    operations.invite_association(
        activity_id=activity,
        association_id=world.association_id,
        number="005/1",
        written_on=world.now.date(),
        seats=3,
        by=by,
        now=world.now,
    )
    operations.move_activity(activity_id=activity, move="start", by=by, now=world.now)
    return Activity.objects.get(id=activity).slug


def test_programmes_and_activities(world: World, held: str) -> None:
    (programme,) = facts("training", "programmes", "list")
    shown = facts("training", "programmes", "show", programme["title"].upper())
    assert [row["slug"] for row in shown["activities"]] == [held]
    assert facts("training", "programmes", "show", programme["id"]) == shown
    listed = facts("training", "activities", "list", "--as", OFFICER, "--state", "running")
    assert (listed["total"], listed["activities"][0]["slug"]) == (1, held)
    assert facts("training", "activities", "list", "--when", "upcoming")["total"] == 0
    page = facts("training", "activities", "show", held)
    assert (page["standing"]["attended"], page["head"]["seats"]) == (2, 2)
    assert facts("training", "activities", "show", str(Activity.objects.get().id))["head"] == page["head"]
    assert "next\tfinish" in run("training", "activities", "show", held)
    for words in (("programmes", "list"), ("programmes", "show", programme["id"]), ("activities", "list")):
        assert run("training", *words).strip()


def test_an_activity_is_copied_once(world: World, held: str) -> None:
    words = ("training", "activities", "copy", held, "--starts", "2019-03-05", "--title", "Angkatan kedua")
    made = facts(*words)
    assert facts(*words) == made
    assert Activity.objects.get(slug=made["slug"]).sessions.count() == 2
    assert run(*words).strip() == made["slug"]


def test_participants(world: World, held: str, tmp_path: Path) -> None:
    listed = facts("training", "participants", "list", held, "--state", "attended")
    assert listed["counts"]["attended"] == 2
    code = listed["participants"][0]["code"]
    assert code in run("training", "participants", "list", held)
    one = facts("training", "participants", "show", held, f"{code[:3]} {code[3:]}")
    assert "token" not in one
    assert "0812-0000" not in json.dumps(one)
    assert "phone\t" in run("training", "participants", "show", held, code)
    out = tmp_path / "peserta.csv"
    run("training", "participants", "export", held, "--out", str(out), "--as", OFFICER)
    rows = list(csv.reader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    assert sorted(row[0] for row in rows[1:]) == ["'=Siti", "Darto Wiyono"]
    assert {row["Nama"] for row in facts("training", "participants", "export", held)} == {"=Siti", "Darto Wiyono"}
    run("training", "participants", "export", held, "--out", str(tmp_path / "p.json"), "--json")
    assert len(json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))) == 2
    read = LedgerEntry.objects.filter(action="read").order_by("number")
    assert [entry.actor for entry in read] == ["Orang officer", "Binakriya", "Binakriya"]


def test_certificates(world: World, held: str, tmp_path: Path) -> None:
    issued = facts("training", "certificates", "issue", held, "--as", OFFICER)["issued"]
    assert len(issued) == 2
    assert facts("training", "certificates", "issue", held)["issued"] == []
    assert LedgerEntry.objects.filter(action="training.certificate_issued", actor="Orang officer").count() == 2
    assert facts("training", "certificates", "list", "--text", issued[0])["total"] == 1
    shown = facts("training", "certificates", "show", issued[0].lower())
    assert (shown["row"]["number"], "token" in shown) == (issued[0], False)
    assert issued[0] in run("training", "certificates", "show", issued[0])
    assert issued[0] in run("training", "certificates", "list")
    for words in ((), ("--activity", held), ("--as", OFFICER)):
        assert {row["Nomor"] for row in facts("training", "certificates", "export", *words)} == set(issued)
    assert facts("training", "certificates", "export", "--as", OTHER) == []
    (path,) = facts("training", "certificates", "write", held, "--out", str(tmp_path))["files"]
    assert Path(path).read_bytes().startswith(b"%PDF-")


def test_report(world: World, held: str, tmp_path: Path) -> None:
    for document, file, begins in (
        ("report", "pdf", b"%PDF-"),
        ("report", "docx", b"PK"),
        ("release", "pdf", b"%PDF-"),
        ("letters", "pdf", b"%PDF-"),
        ("attendance", "pdf", b"%PDF-"),
        ("tickets", "pdf", b"%PDF-"),
    ):
        words = ("report", "write", held, "--document", document, "--file", file, "--out", str(tmp_path))
        paths = facts("training", *words)["files"]
        assert len(paths) == (2 if document == "attendance" else 1)
        assert all(Path(path).read_bytes().startswith(begins) for path in paths)
    shown = facts("training", "report", "show", held)
    assert shown["version"] == 0
    assert shown["parts"]
    assert "# " in run("training", "report", "show", held, "--kind", "release", "--language", "en")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("activities", "show", "tidak-ada"), "nothing by that name"),
        (("activities", "show", str(uuid4())), "nothing by that name"),
        (("activities", "show", "HELD", "--as", OTHER), "nothing by that name"),
        (("activities", "list", "--state", "sleeping"), "--state is one of"),
        (("activities", "list", "--when", "never"), "--when is one of"),
        (("activities", "list", "--as", "nobody@contoh.example"), "no one person's e-mail"),
        (("programmes", "show", "tidak ada"), "no one programme"),
        (("participants", "list", "HELD", "--state", "x"), "--state is one of"),
        (("participants", "show", "HELD", "12"), "nothing by that name"),
        (("participants", "export", "HELD", "--as", "maker@contoh.example"), "may not do this"),
        (("participants", "export", "HELD", "--out", "/proc/no/file"), "cannot be written"),
        (("certificates", "show", "BK-1"), "nothing by that name"),
        (("certificates", "issue", "DRAFT"), "Mulai kegiatannya dahulu"),
        (("certificates", "issue", "HELD", "--as", "leadership@contoh.example"), "may not do this"),
        (("certificates", "write", "HELD"), "No certificate was issued yet"),
        (("certificates", "write", "HELD", "--language", "fr"), "--language is one of"),
        (("report", "write", "HELD", "--document", "x"), "--document is one of"),
        (("report", "write", "HELD", "--file", "odt"), "--file is one of"),
        (("report", "write", "HELD", "--out", "/proc/no"), "is no folder"),
        (("report", "write", "DRAFT", "--document", "letters"), "nothing to write yet"),
        (("report", "write", "DRAFT", "--document", "tickets"), "nothing to write yet"),
        (("report", "show", "HELD", "--kind", "x"), "--kind is one of"),
    ],
)
def test_bad_input_is_told(world: World, held: str, words: tuple[str, ...], said: str) -> None:
    draft = make_activity(world, title="Konsep", state="draft")
    names = {"HELD": held, "DRAFT": Activity.objects.get(id=draft).slug}
    with pytest.raises(Problem, match=said):
        run("training", *(names.get(word, word) for word in words))
    assert not Certificate.objects.exists()


def test_figures(world: World, held: str) -> None:
    # What registrations brought counts once the office has looked at it.
    for enterprise_id in unchecked_ids():
        check_enterprise(enterprise_id=enterprise_id, by=world.actor("officer"), now=world.now)
    tiles = facts("statistics", "tiles", "--office", "disperindag tangsel")
    assert {tile["code"]: tile["value"] for tile in tiles["tiles"]}["enterprises_trained"] == 2
    assert facts("statistics", "tiles", "--as", OFFICER) == tiles
    batik = facts("statistics", "map", "--group", "batik", "--year", "2018", "--as", OFFICER)
    assert (batik["year"], batik["group"], batik["groups"]) == (2018, "batik", {"unknown": 2})
    # All together: nothing of so few is told.
    hidden = facts("statistics", "tiles")
    assert {tile["value"] for tile in hidden["tiles"] if tile["code"] == "enterprises_trained"} <= {None, 0}
    series = facts("statistics", "series")
    assert {row["publisher"] for row in series["exports"]}
    assert series["employment"]
    places = facts("statistics", "map", "--indicator", "participants", "--level", "kelurahan")["places"]
    assert {"code", "name", "within", "value", "n", "missing"} == set(places[0])
    for words in (("tiles",), ("series",), ("map",)):
        assert run("statistics", *words).strip()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("tiles", "--office", "x"), "Which office"),
        (("tiles", "--office", "Disperindag Lain", "--as", OFFICER), "belongs to another office"),
        (("tiles", "--as", "maker@contoh.example"), "may not do this"),
        (("map", "--indicator", "x"), "no indicator x"),
        (("map", "--level", "x"), "no level x"),
        (("tiles", "--year", "2018"), "of one office alone"),
        (("tiles", "--group", "x", "--as", OFFICER), "no wares x"),
    ],
)
def test_bad_questions_for_figures_are_told(world: World, words: tuple[str, ...], said: str) -> None:
    with pytest.raises(Problem, match=said):
        run("statistics", *words)
