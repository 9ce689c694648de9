"""How well lists were read, against a table of what a careful person reads from each row.

The table has the columns `list`, `row` and one for each value; `list` is the file's number, or `number/sheet`. An empty
cell means that the row does not say it: filling it counts as wrong and as invented.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any

from binakriya.engines.reading.places import squeezed
from binakriya.engines.reading.records import ReadList, ReadRow

VALUES = (
    "nik",
    "born",
    "phone",
    "email",
    "kelurahan",
    "kecamatan",
    "since",
    "workers",
    "workers_m",
    "workers_f",
    "turnover_year_low",
    "turnover_year_high",
    "investment",
    "kbli",
    "nib",
)
_LONGEST_FORM = 100
_NUMBERS = frozenset(
    {"since", "workers", "workers_m", "workers_f", "turnover_year_low", "turnover_year_high", "investment"}
)


def evaluate_reading(lists: Sequence[ReadList], understood_csv_text: str) -> dict[str, Any]:
    """Keys: `rows` (expected, found, missing, extra), `accuracy` (share of all compared cells that are right),
    `columns` (accuracy of each), `invented` (count, places), `wrong` (place, column, expected, got)."""
    expected = list(csv.DictReader(StringIO(understood_csv_text.removeprefix("\ufeff"))))
    names = [name for name in VALUES if expected and name in expected[0]]
    index = _index(lists)
    matched: set[int] = set()
    missing: list[str] = []
    wrong: list[dict[str, str]] = []
    invented: list[str] = []
    right: dict[str, int] = defaultdict(int)
    for line in expected:
        place = f"{line['list']},{line['row']}"
        rows = _rows_at(index, line["list"].strip(), line["row"].strip())
        row = _best([one for one in rows if id(one) not in matched] or rows, line, names)
        if row is None:
            missing.append(place)
        else:
            matched.add(id(row))
        for name in names:
            want = (line[name] or "").strip()
            got = _text(row, name) if row is not None else ""
            if row is not None and _same(name, want, got):
                right[name] += 1
                continue
            wrong.append({"place": place, "column": name, "expected": want, "got": got})
            if got and not want:
                invented.append(f"{place} {name}")
    extra = [row.place for one in lists for row in one.rows if id(row) not in matched]
    count = len(expected)
    return {
        "rows": {"expected": count, "found": count - len(missing), "missing": missing, "extra": extra},
        "accuracy": round(sum(right.values()) / (count * len(names)), 6) if count and names else None,
        "columns": {name: round(right[name] / count, 6) for name in names} if count else {},
        "invented": {"count": len(invented), "places": invented},
        "wrong": wrong,
    }


def _index(lists: Sequence[ReadList]) -> dict[tuple[str, str, str], list[ReadRow]]:
    index: dict[tuple[str, str, str], list[ReadRow]] = defaultdict(list)
    for one in lists:
        for row in one.rows:
            index[str(one.number), _key(row.sheet), str(row.row)].append(row)
            index[str(one.number), "", str(row.row)].append(row)
        for note in one.problems:
            if note.code == "forms":
                _index_forms(index, one, str(note.params.get("sheet", "")))
    return index


def _index_forms(index: dict[tuple[str, str, str], list[ReadRow]], one: ReadList, sheet: str) -> None:
    """A form fills many rows of its sheet; each of them names it."""
    rows = [row for row in one.rows if row.sheet == sheet]
    for at, row in enumerate(rows):
        first = 1 if at == 0 else row.row
        last = rows[at + 1].row if at + 1 < len(rows) else row.row + _LONGEST_FORM
        for number in range(first, last):
            if number != row.row:
                index[str(one.number), _key(sheet), str(number)].append(row)
                index[str(one.number), "", str(number)].append(row)


def _key(sheet: str) -> str:
    return re.sub(r"\s+", " ", sheet).strip().lower()


def _rows_at(index: dict[tuple[str, str, str], list[ReadRow]], label: str, row: str) -> list[ReadRow]:
    """The rows that a label names: one, or one of each of two tables that stand beside each other."""
    number, _, sheet = label.partition("/")
    number = number.strip()
    rows = list({id(r): r for r in index.get((number, _key(sheet), row), [])}.values())
    if not rows and sheet:
        rows = list({id(r): r for r in index.get((number, "", row), [])}.values())
        rows = rows if len(rows) == 1 and not rows[0].sheet else []
    return rows if len({one.sheet for one in rows}) <= 1 or sheet else []


def _best(rows: list[ReadRow], line: Mapping[str, str], names: Sequence[str]) -> ReadRow | None:
    """Of rows with the same label the one that says most of what is expected."""
    return max(
        rows,
        key=lambda row: sum(_same(name, (line[name] or "").strip(), _text(row, name)) for name in names),
        default=None,
    )


def _text(row: ReadRow, name: str) -> str:
    value = row.value(name)
    return "" if value is None else str(value)


def _same(name: str, want: str, got: str) -> bool:
    if not want or not got:
        return want == got
    if name in ("kelurahan", "kecamatan"):
        return squeezed(want) == squeezed(got)
    if name == "email":
        return want.lower() == got.lower()
    if name in _NUMBERS:
        try:
            return float(want) == float(got)
        except ValueError:
            return want == got
    return want == got
