"""The ledger never holds a whole NIK or telephone, whatever an operation or a person writes into it."""

import json
import re
import string
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from binakriya.accounts.rules import Actor
from binakriya.foundation.models import LedgerEntry
from binakriya.foundation.operations import record, record_reading
from binakriya.foundation.queries import verify_ledger
from binakriya.foundation.rules.masks import mask_numbers

NOW = datetime(2018, 11, 16, 9, tzinfo=UTC)


@st.composite
def niks(draw: st.DrawFn) -> tuple[str, str]:
    """(as written, the sixteen digits)."""
    day, month = draw(st.integers(1, 31)) + draw(st.sampled_from([0, 40])), draw(st.integers(1, 12))
    digits = (
        f"36740{draw(st.integers(1, 7))}{day:02}{month:02}{draw(st.integers(0, 99)):02}{draw(st.integers(1, 9999)):04}"
    )
    gap = draw(st.sampled_from(["", " ", ".", "-"]))
    cuts = draw(st.sampled_from([(4, 8, 12), (6, 12)]))
    ends = [0, *cuts, 16]
    return gap.join(digits[a:b] for a, b in pairwise(ends)), digits


@st.composite
def phones(draw: st.DrawFn) -> tuple[str, str]:
    """(as written, the digits after the country's code or the zero)."""
    digits = "8" + draw(st.text(string.digits, min_size=8, max_size=11))
    gap, start = draw(st.sampled_from(["", " ", ".", "-"])), draw(st.sampled_from(["0", "62", "+62", "+62 "]))
    parts = [digits[:3], digits[3:7], digits[7:]]
    return start + gap.join(parts), digits


NUMBERS = niks() | phones()
AROUND = st.sampled_from(["", "NIK ", "telp. ", "Wulan, ", "(", "salah ketik: ", "é "])
AFTER = st.sampled_from(["", " salah", ".", ")", ", lalu 12", " é"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NUMBERS, AROUND, AFTER, st.integers(0, 6))
@pytest.mark.django_db
def test_no_line_holds_a_whole_number(number: tuple[str, str], before: str, after: str, where: int) -> None:
    text, digits = before + number[0] + after, number[1]
    by = Actor(id=uuid4(), label=text if where == 0 else "Ratna", origin=text if where == 1 else "web")
    given_values: Any = [{"note": text}, {"list": [1, {"deep": (text,)}]}, {text: "key"}, {"set": {text}}][where % 4]
    record(
        by=by,
        now=NOW,
        action="test",
        kind="test",
        object_id=uuid4(),
        label=("x" * 190 if where == 2 else "") + text,
        before=given_values,
        after={"int": int(digits)} if len(digits) == 16 else given_values,
        reason=text,
    )
    record_reading(by=by, now=NOW, kind="test", object_id=uuid4(), fields=[text], label=text, reason=text)
    for line in LedgerEntry.objects.order_by("-number")[:2]:
        kept = json.dumps([line.actor, line.origin, line.label, line.before, line.after, line.reason])
        assert digits not in re.sub(r"[^\w]", "", kept)
    assert verify_ledger().problem == ""


@pytest.mark.parametrize(
    "text",
    [
        "01a20ea7-73f5-71d5-b6bd-081234567890",
        "a081234567890123",
        "2018-11-16 2018-11-17",
        "2018 2019 2020 2021",
        "2018-11-16T09:00:00.123456+07:00",
        "Rp 1.234.567.890.123",
        "NIB 9120001234567",
        "530/001/Disperindag/2018",
        "8.123.456.789 orang",
    ],
)
def test_what_is_no_number_of_a_person_stays(text: str) -> None:
    assert mask_numbers(text) == text


def test_numbers_stay_recognisable() -> None:
    given = "NIK 3674015203780012 dan 0812-9876-4471, +62 812 9876 4471"
    assert mask_numbers(given) == "NIK 3674 •••• •••• 0012 dan 0812 •••• 4471, 0812 •••• 4471"
