"""The shell: people, keys, ledger. Facts as JSON, and exit code 2 with a sentence for bad input."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import ledger_unguarded
from tests.people import World
from typer.testing import CliRunner

from binakriya.accounts.queries import invitation_by_token
from binakriya.accounts.rules import Role
from binakriya.foundation.models import LedgerEntry
from binakriya.foundation.operations import record
from binakriya.website.cli.main import app
from binakriya.website.cli.problems import Problem

pytestmark = pytest.mark.django_db


def _run(*words: str) -> str:
    result = CliRunner().invoke(app, list(words), catch_exceptions=True)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.stdout


def test_the_first_administrator_is_invited_into_a_new_office(now: Any) -> None:
    made = json.loads(
        _run("people", "invite", "Ratna Dewi", "--office", "Disperindag X", "--phone", "0812-3456-7890", "--json")
    )
    token = made["link"].rstrip("/").split("/")[-1]
    found = invitation_by_token(token=token, now=now)
    assert found and (found.role, found.organisation, found.phone) == (
        Role.ADMINISTRATOR,
        "Disperindag X",
        "+6281234567890",
    )


@pytest.mark.parametrize(
    "words",
    [
        ("X", "--office", "Y"),
        ("X", "--office", "Y", "--phone", "12"),
        ("X", "--phone", "0812-3456-7890"),
        ("X", "--phone", "0812-3456-7890", "--role", "maker", "--office", "Y"),
    ],
)
def test_bad_invitations_say_what_to_do(words: tuple[str, ...]) -> None:
    with pytest.raises(Problem, match=r"\."):
        _run("people", "invite", *words)
    assert not LedgerEntry.objects.filter(action="accounts.invited").exists()


def test_people_are_listed_with_masked_contacts(world: World) -> None:
    listed = json.loads(_run("people", "list", "officer", "--json"))
    assert {p["name"] for p in listed["people"]} == {"Orang officer", "Orang other_officer"}
    assert "officer@contoh" not in json.dumps(listed)


def test_the_ledger_is_verified_and_anchored(world: World, tmp_path: Path) -> None:
    anchors = tmp_path / "anchors.jsonl"
    first = json.loads(_run("ledger", "verify", "--anchors", str(anchors), "--begin", "--json"))
    assert first["holds"] and first["lines"] == LedgerEntry.objects.count()
    assert "The ledger holds" in _run("ledger", "verify", "--anchors", str(anchors))
    assert len(anchors.read_text(encoding="utf-8").splitlines()) == 1
    last = LedgerEntry.objects.order_by("-number").first()
    assert last
    number = last.number
    with ledger_unguarded():
        last.delete()
    with pytest.raises(Problem, match=f"from {number}"):
        _run("ledger", "verify", "--anchors", str(anchors))


def test_a_broken_chain_names_its_line(world: World, tmp_path: Path) -> None:
    line = LedgerEntry.objects.order_by("number")[2]
    with ledger_unguarded():
        LedgerEntry.objects.filter(pk=line.pk).update(reason="x")
    with pytest.raises(Problem, match=f"Line {line.number} was changed"):
        _run("ledger", "verify", "--anchors", str(tmp_path / "none.jsonl"), "--begin")


def test_a_spoilt_anchor_file_is_named(tmp_path: Path) -> None:
    spoilt = tmp_path / "anchors.jsonl"
    spoilt.write_text("oops\n", encoding="utf-8")
    with pytest.raises(Problem, match="line 1"):
        _run("ledger", "verify", "--anchors", str(spoilt))


def test_keys_tell_their_state_and_rotate() -> None:
    status = json.loads(_run("keys", "status", "--json"))
    assert status["current"] in status["known"]
    assert {f["field"] for f in status["fields"]} >= {"registry.owner.nik"}
    assert json.loads(_run("keys", "rotate", "--json"))["rewritten"] == 0
    assert len(_run("keys", "new").strip()) == 44


def test_the_ledger_is_listed_also_what_no_office_sees(world: World) -> None:
    of_one = world.actor("officer")
    record(by=of_one, now=world.now, action="test.of_office", kind="test", object_id="1", label="milik kantor")
    record(by=world.system, now=world.now, action="test.of_none", kind="test", object_id="2", label="tanpa kantor")
    told = json.loads(_run("ledger", "list", "--json"))
    assert {"test.of_office", "test.of_none"} <= {line["action"] for line in told}
    orphans = _run("ledger", "list", "--no-office", "--text", "kantor")
    assert "tanpa kantor" in orphans and "milik kantor" not in orphans
    assert len(_run("ledger", "list", "--last", "1", "--action", "test.").splitlines()) == 1
    assert LedgerEntry.objects.filter(action="read", kind="foundation.ledger", reason="shell").count() == 3
