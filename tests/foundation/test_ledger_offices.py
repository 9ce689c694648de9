"""Each office reads its own lines of the ledger, on screen and as a file; the chain is one for all."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from tests.people import PASSWORD, World

from binakriya.accounts.operations import add_person, grant_role
from binakriya.accounts.rules import Role
from binakriya.foundation.models import LedgerEntry
from binakriya.foundation.operations import record, record_many, record_reading
from binakriya.foundation.queries import LedgerFilter, Scope, ledger_entry, ledger_page, ledger_stream, verify_ledger
from binakriya.foundation.rules.ledger import FIRST_DIGEST, Line, digest

EVERYTHING = LedgerFilter()


@pytest.fixture
def both(world: World) -> World:
    """`administrator` of one office, `other_administrator` of the other, and lines of both and of none."""
    made = add_person(
        name="Pengurus lain", email="lain@contoh.example", password=PASSWORD, by=world.system, now=world.now
    )
    grant_role(
        person_id=made,
        role=Role.ADMINISTRATOR,
        organisation_id=world.other_office_id,
        by=world.system,
        now=world.now,
    )
    world.people["other_administrator"] = made
    for who, label in (("officer", "milik A"), ("other_officer", "milik B"), ("maker", "tanpa kantor")):
        record(by=world.actor(who), now=world.now, action="test", kind="test", object_id="1", label=label)
    record_reading(
        by=world.actor("maker"),
        now=world.now,
        kind="test",
        object_id="2",
        fields=["nik"],
        reason="r",
        label="dibaca pembuat",
        office_id=world.other_office_id,
    )
    return world


def _labels(world: World, who: str) -> set[str]:
    page = ledger_page(by=world.actor(who), wanted=EVERYTHING)
    return {e.label for e in page.entries} & {"milik A", "milik B", "tanpa kantor", "dibaca pembuat"}


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("administrator", {"milik A"}),
        ("leadership", {"milik A"}),
        ("other_administrator", {"milik B", "dibaca pembuat"}),
        ("maker", set()),
        ("visitor", set()),
    ],
)
def test_an_office_sees_its_own_lines(who: str, seen: set[str], both: World) -> None:
    assert _labels(both, who) == seen
    streamed = {e.label for e in ledger_stream(by=both.actor(who), wanted=EVERYTHING)}
    assert streamed & {"milik A", "milik B", "tanpa kantor", "dibaca pembuat"} == seen
    for line in LedgerEntry.objects.all():
        assert (ledger_entry(number=line.number, by=both.actor(who)) is not None) == (
            line.office_id is not None and line.office_id == both.actor(who).office_id
        )


def test_the_software_itself_sees_all(both: World) -> None:
    assert len(list(ledger_stream(by=both.system, wanted=EVERYTHING))) == LedgerEntry.objects.count()


@pytest.mark.parametrize(("who", "mine", "theirs"), [("administrator", "A", "B"), ("other_administrator", "B", "A")])
def test_pages_and_files_keep_to_the_office(who: str, mine: str, theirs: str, both: World) -> None:
    client = both.client(who)
    page = client.get("/jejak/").content.decode()
    assert f"milik {mine}" in page and f"milik {theirs}" not in page and "tanpa kantor" not in page
    other = LedgerEntry.objects.get(label=f"milik {theirs}").number
    assert client.get(f"/jejak/{other}/").status_code == 404
    assert f"milik {theirs}" not in client.get("/jejak/", {"teks": "milik"}).content.decode()
    for form in ("csv", "jsonl"):
        answer: Any = client.post("/jejak/unduh/", {"bentuk": form})
        text = b"".join(answer.streaming_content).decode()
        assert f"milik {mine}" in text and f"milik {theirs}" not in text


def test_paging_does_not_cross_over(both: World) -> None:
    actor = both.actor("administrator")
    first = ledger_page(by=actor, wanted=EVERYTHING, size=1)
    assert first.entries[0].label == "milik A"
    after = ledger_page(by=actor, wanted=EVERYTHING, newer_than=first.entries[0].number)
    assert after.entries == ()


def test_one_chain_for_all_and_the_office_is_sealed(both: World) -> None:
    assert verify_ledger().problem == ""
    line = LedgerEntry.objects.get(label="milik A")
    for office in (None, both.other_office_id):
        sealed = digest(
            previous=line.previous,
            at=line.at,
            actor_id=line.actor_id,
            actor=line.actor,
            origin=line.origin,
            reason=line.reason,
            action=line.action,
            kind=line.kind,
            object_id=line.object_id,
            label=line.label,
            before=line.before,
            after=line.after,
            office_id=office,
        )
        assert sealed != line.digest


def test_a_line_from_before_offices_keeps_its_seal() -> None:
    """The digest as it was computed when lines had no office."""
    old = digest(
        previous=FIRST_DIGEST,
        at=datetime(2018, 11, 16, 2, 0, tzinfo=UTC),
        actor_id=UUID(int=1),
        actor="Ratna",
        origin="web",
        reason="",
        action="test",
        kind="test",
        object_id="1",
        label="x",
        before={},
        after={"name": "b"},
    )
    assert old == "1a9a99c2d6a35c6ce1ffc9c796a2e1d9b32cc0e33c91bb3f1ba11fa5fb216e06"


def test_what_concerns_an_office_is_told_in_bulk_too(both: World) -> None:
    record_many(by=both.system, now=both.now, lines=[Line("test", "test", "9", "milik A")], office_id=both.office_id)
    scope = Scope(office_id=both.office_id)
    assert [e.object_id for e in ledger_stream(by=scope, wanted=EVERYTHING)][-1] == "9"
