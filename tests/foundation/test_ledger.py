"""The ledger only grows, every line is sealed to the one before, and a missing end is noticed."""

import csv
import io
import json
from datetime import datetime, timedelta
from itertools import pairwise
from operator import itemgetter
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import ledger_unguarded
from tests.people import World

from binakriya.accounts.rules import Actor, machine
from binakriya.foundation.models import LedgerEntry
from binakriya.foundation.operations import record, record_many, record_reading
from binakriya.foundation.queries import (
    Anchor,
    LedgerFilter,
    history_of,
    ledger_entry,
    ledger_page,
    ledger_stream,
    verify_ledger,
)
from binakriya.foundation.rules.ledger import Line, canonical, changes, plain
from binakriya.foundation.rules.text import has_control

pytestmark = pytest.mark.django_db
SYSTEM = machine("test")


def _write(by: Actor, now: datetime, count: int = 3, **more: Any) -> None:
    for i in range(count):
        record(
            by=by,
            now=now + timedelta(minutes=i),
            action="test.change",
            kind="test.thing",
            object_id="7",
            label=f"Benda {i}",
            before={"name": f"lama {i}"},
            after={"name": f"baru {i}", "count": i},
            **more,
        )


def test_lines_are_chained_and_hold(system: Actor, now: datetime) -> None:
    _write(system, now, 5)
    result = verify_ledger()
    assert (result.lines, result.problem, result.broken_at) == (5, "", None)
    lines = list(LedgerEntry.objects.order_by("number"))
    assert [line.previous for line in lines[1:]] == [line.digest for line in lines[:-1]]


@pytest.mark.parametrize("change", ["update", "delete", "raw", "empty"])
def test_the_database_refuses_to_change_or_remove_a_line(change: str, system: Actor, now: datetime) -> None:
    _write(system, now)
    line = LedgerEntry.objects.first()
    assert line
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        if change == "update":
            LedgerEntry.objects.filter(pk=line.pk).update(actor="orang lain")
        elif change == "delete":
            line.delete()
        elif change == "raw":
            with connection.cursor() as cursor:
                cursor.execute("UPDATE foundation_ledgerentry SET reason = 'x'")
        else:
            with connection.cursor() as cursor:
                wipe = "TRUNCATE foundation_ledgerentry" if connection.vendor == "postgresql" else None
                cursor.execute(wipe or "DELETE FROM foundation_ledgerentry")
    assert LedgerEntry.objects.count() == 3


def test_two_lines_cannot_follow_the_same_line(system: Actor, now: datetime) -> None:
    _write(system, now)
    last = LedgerEntry.objects.order_by("-number").first()
    assert last
    with pytest.raises(DatabaseError), transaction.atomic():
        LedgerEntry.objects.create(
            at=now, actor="x", action="a", kind="k", object_id="1", previous=last.previous, digest="f" * 64
        )


@pytest.mark.parametrize("field", ["actor", "reason", "label", "after", "at", "origin", "object_id"])
def test_a_changed_line_is_named(field: str, system: Actor, now: datetime) -> None:
    _write(system, now, 5)
    victim = LedgerEntry.objects.order_by("number")[2]
    value: Any = {"after": {"name": "palsu"}, "at": now + timedelta(days=1)}.get(field, "palsu")
    with ledger_unguarded():
        LedgerEntry.objects.filter(pk=victim.pk).update(**{field: value})
    result = verify_ledger()
    assert (result.problem, result.broken_at) == ("changed", victim.number)


def test_a_removed_line_is_noticed(system: Actor, now: datetime) -> None:
    _write(system, now, 5)
    numbers = list(LedgerEntry.objects.order_by("number").values_list("number", flat=True))
    with ledger_unguarded():
        LedgerEntry.objects.filter(pk=numbers[2]).delete()
    result = verify_ledger()
    assert (result.problem, result.broken_at) == ("removed", numbers[3])


def test_a_cut_off_end_is_noticed_through_an_anchor(system: Actor, now: datetime) -> None:
    _write(system, now, 5)
    anchor = verify_ledger().last
    assert anchor
    numbers = list(LedgerEntry.objects.order_by("number").values_list("number", flat=True))
    with ledger_unguarded():
        LedgerEntry.objects.filter(pk__in=numbers[3:]).delete()
    assert verify_ledger(anchors=[anchor]).problem == "tail"
    assert verify_ledger(anchors=[anchor]).broken_at == numbers[2] + 1
    # SQLite remembers the highest number that it gave; PostgreSQL's sequence proves nothing.
    assert verify_ledger().problem == ("tail" if connection.vendor == "sqlite" else "")


def test_a_rewritten_chain_does_not_fit_its_anchor(system: Actor, now: datetime) -> None:
    _write(system, now, 3)
    last = verify_ledger().last
    assert last
    assert verify_ledger(anchors=[Anchor(last.number, "0" * 64)]).problem == "changed"


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=True) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(JSON_VALUES)
def test_plain_values_survive_json_and_are_stable(value: Any) -> None:
    kept = plain(value)
    assert json.loads(json.dumps(kept)) == kept
    assert plain(kept) == kept
    canonical({"v": kept}).encode()


def test_what_both_databases_give_back_is_what_was_sealed(system: Actor, now: datetime) -> None:
    strange: dict[str, Any] = {
        "float": 0.1,
        "tiny": 1e-9,
        "huge": 1e22,
        "whole": 3.0,
        "minus": -0.0,
        "nan": float("nan"),
        "nul": "a\x00b",
        "lone": "\ud800",
        "when": now,
        "id": uuid4(),
        "list": (1, "dua", {"tiga": 3}),
        "é": "ü",
        "": "",
    }
    record(by=system, now=now, action="test", kind="test", object_id="1", before=strange, after=strange, reason="x\x00")
    assert verify_ledger().problem == ""


def test_long_names_are_cut_and_still_hold(now: datetime) -> None:
    by = Actor(id=uuid4(), label="n" * 500, origin="o" * 500)
    record(by=by, now=now, action="test", kind="test", object_id="1", label="l" * 500)
    assert verify_ledger().problem == ""


def test_many_lines_in_one_write_keep_their_order(system: Actor, now: datetime) -> None:
    lines = [Line("test.many", "test.thing", str(i)) for i in range(1200)]
    with transaction.atomic():
        record_many(by=system, now=now, lines=lines)
    assert verify_ledger().lines == 1200
    stored = LedgerEntry.objects.order_by("number").values_list("object_id", flat=True)
    assert list(stored) == [str(i) for i in range(1200)]


def test_a_reading_names_fields_and_never_values(system: Actor, now: datetime) -> None:
    record_reading(
        by=system, now=now, kind="registry.owner", object_id="1", fields=["phone", "nik"], reason="pendampingan"
    )
    line = LedgerEntry.objects.get()
    assert (line.action, line.after, line.reason) == ("read", {"fields": ["nik", "phone"], "count": 1}, "pendampingan")


def test_only_differences_are_kept() -> None:
    assert changes({"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 5, "d": 4}) == ({"b": 2, "c": 3}, {"b": 5, "d": 4})


# --- reading ---


def test_the_history_of_a_thing_is_newest_first_and_in_words(system: Actor, now: datetime) -> None:
    _write(system, now, 3, reason="koreksi")
    record(by=system, now=now, action="other", kind="test.thing", object_id="8")
    history = history_of(kind="test.thing", object_id=7)
    assert [e.label for e in history] == ["Benda 2", "Benda 1", "Benda 0"]
    change = history[0].changes[0]
    assert (change.field, str(change.word), change.before, change.after) == ("name", "Nama", "lama 2", "baru 2")


def test_pages_go_back_and_forth_without_gaps(system: Actor, now: datetime) -> None:
    _write(system, now, 7)
    first = ledger_page(by=SYSTEM, wanted=LedgerFilter(), size=3)
    second = ledger_page(by=SYSTEM, wanted=LedgerFilter(), older_than=first.older, size=3)
    third = ledger_page(by=SYSTEM, wanted=LedgerFilter(), older_than=second.older, size=3)
    assert [len(p.entries) for p in (first, second, third)] == [3, 3, 1]
    assert first.newer is None and third.older is None
    back = ledger_page(by=SYSTEM, wanted=LedgerFilter(), newer_than=second.newer, size=3)
    assert back.entries == first.entries
    assert back.newer is None


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (LedgerFilter(actor="binakriya"), 3),
        (LedgerFilter(actor="orang"), 0),
        (LedgerFilter(action="test."), 3),
        (LedgerFilter(action="test"), 0),
        (LedgerFilter(kind="test.thing", object_id="7"), 3),
        (LedgerFilter(text="benda 1"), 1),
    ],
)
def test_filters(wanted: LedgerFilter, count: int, system: Actor, now: datetime) -> None:
    _write(system, now)
    assert len(ledger_page(by=SYSTEM, wanted=wanted).entries) == count
    assert len(list(ledger_stream(by=SYSTEM, wanted=wanted))) == count


def test_the_period_includes_its_begin_and_not_its_end(system: Actor, now: datetime) -> None:
    _write(system, now)
    found = ledger_page(by=SYSTEM, wanted=LedgerFilter(since=now, until=now + timedelta(minutes=2))).entries
    assert len(found) == 2


# --- on screen ---


def test_the_page_filters_and_shows_a_line_with_its_change(world: World, signed_in: Any) -> None:
    _write(world.actor("officer"), world.now)
    client = signed_in("leadership")
    page = client.get("/jejak/?teks=Benda+1&dari=2018-11-16&sampai=2018-11-16").content.decode()
    assert "Benda 1" in page and "Benda 2" not in page
    number = ledger_page(by=SYSTEM, wanted=LedgerFilter(text="Benda 1")).entries[0].number
    detail = client.get(f"/jejak/{number}/").content.decode()
    assert "lama 1" in detail and "baru 1" in detail
    assert client.get("/jejak/999999/").status_code == 404
    assert client.get("/jejak/?sebelum=abc&dari=kemarin").status_code == 200


def test_a_csv_holds_no_formula_and_the_export_is_itself_recorded(world: World, signed_in: Any) -> None:
    record(
        by=world.system,
        office_id=world.office_id,
        now=world.now,
        action="test",
        kind="test",
        object_id="1",
        label='=HYPERLINK("x")',
        reason="@sum",
    )
    response = signed_in("administrator").post("/jejak/unduh/", {"jenis": "", "bentuk": "csv"})
    text = b"".join(response.streaming_content).decode()
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert '\'=HYPERLINK("x")' in [cell for row in rows for cell in row]
    assert LedgerEntry.objects.filter(action="read", kind="foundation.ledger", reason="csv").count() == 1


def test_json_lines_can_be_verified_elsewhere(world: World, signed_in: Any) -> None:
    _write(world.actor("officer"), world.now, 6)
    response = signed_in("leadership").post("/jejak/unduh/", {"bentuk": "jsonl"})
    lines = [json.loads(line) for line in b"".join(response.streaming_content).decode().splitlines()]
    assert len(lines) > 5
    # Between an office's lines stand those of others: where none does, one seal leads to the next.
    beside = [(a, b) for a, b in pairwise(lines) if abs(a["number"] - b["number"]) == 1]
    assert len(beside) >= 5
    for pair in beside:
        first, second = sorted(pair, key=itemgetter("number"))
        assert second["previous"] == first["digest"]
    assert {line["office_id"] for line in lines} == {str(world.office_id)}


def test_an_unknown_line_is_none() -> None:
    assert ledger_entry(number=1, by=SYSTEM) is None


@pytest.mark.parametrize(
    "day", ["0001-01-01", "1899-12-31", "3000-01-01", "9999-12-31", "10000-01-01", "2018-02-30", "x", "9" * 400]
)
@pytest.mark.parametrize("field", ["dari", "sampai"])
def test_a_day_out_of_range_is_told_and_does_no_harm(field: str, day: str, world: World, signed_in: Any) -> None:
    page = signed_in("administrator").get("/jejak/", {field: day})
    assert page.status_code == 200
    assert page.context["form"].errors[field]
    exported = signed_in("administrator").post("/jejak/unduh/", {field: day})
    assert exported.status_code == 422


@pytest.mark.parametrize("day", ["1900-01-01", "2999-12-31"])
def test_days_at_the_ends_of_the_range_are_read(day: str, world: World, signed_in: Any) -> None:
    page = signed_in("administrator").get("/jejak/", {"dari": day, "sampai": day})
    assert page.status_code == 200 and not page.context["form"].errors


_ODD = st.one_of(
    st.sampled_from(
        ["", "0", "-1", "1e9", "9" * 18, "9" * 19, "9" * 500, "١٢", "²", "NaN", "0001-01-01", "9999-12-31"]
    ),
    st.integers().map(str),
    st.dates().map(str),
    st.text(max_size=40),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    asked=st.dictionaries(
        st.sampled_from(["pelaku", "tindakan", "jenis", "objek", "dari", "sampai", "teks", "sebelum", "sesudah"]), _ODD
    )
)
def test_no_question_breaks_the_page(asked: dict[str, str], world: World, signed_in: Any) -> None:
    refused = any(has_control(text) for text in asked.values())
    assert signed_in("administrator").get("/jejak/", asked).status_code == (400 if refused else 200)
