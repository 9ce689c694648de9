"""What the reading engine takes and gives: plain values that can be written as JSON and read back.

Glossary
--------
*cell*        what a file holds in one place: text, number, truth, date, or nothing;
*understood*  what a careful person reads from a cell, with the reason and the doubts;
*note*        a reason or a doubt: a code and its parameters, never a sentence (the room words it);
*letter*      the column as a spreadsheet names it (A, B, ... AA).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, time
from typing import Any

Cell = str | int | float | bool | date | datetime | None
Value = str | int | list[str] | None


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as received. `modified`: when it was last changed, if the sender or the file system knows."""

    name: str
    data: bytes
    modified: date | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A reason or a doubt. `code` is a word of docs/reference/reading.md; `params` fill the room's sentence."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Understood:
    """One value of one row.

    `raw` is what the cell shows; `value` what was understood (dates as ISO text, money in whole rupiah), None when
    the row does not say it; `suggestion` what could be derived but was not said. `letters`: columns it came from,
    none when the title, the sheet's name or a section row said it.
    """

    field: str
    raw: str
    value: Value
    why: Note
    warnings: tuple[Note, ...] = ()
    letters: tuple[str, ...] = ()
    suggestion: Value = None


@dataclass(frozen=True, slots=True)
class Other:
    """A cell of a column that has no field: kept with its header, so that nothing is lost."""

    letter: str
    header: str
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table and the field it was taken for (`other` when none). Confidence is between 0 and 1."""

    sheet: str
    table: int
    letter: str
    header: str
    field: str
    confidence: float
    why: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that was not taken for data, and why (`blank`, `total`, `header`, `numbering`, `section`, `footer` ...)."""

    sheet: str
    row: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row of a list. `place` is `list,row`, or `list/sheet,row` when several sheets of the file hold data."""

    place: str
    sheet: str
    row: int
    table: int
    cells: dict[str, Understood]
    other: tuple[Other, ...] = ()

    @property
    def beside(self) -> str:
        """Of two tables on the same rows, the first column of the second one; empty in the first."""
        return self.place.rpartition(",")[2].partition(" ")[2]

    def value(self, name: str) -> Value:
        """The value understood for a field, or None."""
        cell = self.cells.get(name)
        return cell.value if cell else None


@dataclass(frozen=True, slots=True)
class RawRow:
    """A data row as the file holds it, with what the section rows above it said."""

    row: int
    cells: list[Cell]
    said: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as found: enough to understand it again under another mapping without the file."""

    sheet: str
    table: int
    first_column: int
    headers: list[str]
    rows: list[RawRow]
    said: dict[str, str]
    header_rows: list[int]


@dataclass(frozen=True, slots=True)
class ReadList:
    """All that was read from one file. `number` counts the files from 1."""

    number: int
    name: str
    sheets: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[ReadRow, ...]
    skipped: tuple[Skipped, ...]
    problems: tuple[Note, ...]
    as_of: str | None
    as_of_why: str
    raw: tuple[RawTable, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Plain dictionaries, lists, texts and numbers."""
        return asdict(self) | {"raw": [_table_to_json(table) for table in self.raw]}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> ReadList:
        """The list that `to_json` wrote."""
        return cls(
            number=data["number"],
            name=data["name"],
            sheets=tuple(data["sheets"]),
            columns=tuple(Column(**(c | {"why": _notes(c["why"])})) for c in data["columns"]),
            rows=tuple(row_from_json(row) for row in data["rows"]),
            skipped=tuple(Skipped(**s) for s in data["skipped"]),
            problems=_notes(data["problems"]),
            as_of=data["as_of"],
            as_of_why=data["as_of_why"],
            raw=tuple(_table_from_json(table) for table in data["raw"]),
        )


def row_from_json(data: Mapping[str, Any]) -> ReadRow:
    """The row that `dataclasses.asdict` wrote."""
    cells = {
        name: Understood(
            **(
                cell
                | {
                    "why": Note(**cell["why"]),
                    "warnings": _notes(cell["warnings"]),
                    "letters": tuple(cell["letters"]),
                }
            )
        )
        for name, cell in data["cells"].items()
    }
    return ReadRow(**{**data, "cells": cells, "other": tuple(Other(**o) for o in data["other"])})


def _notes(items: list[dict[str, Any]]) -> tuple[Note, ...]:
    return tuple(Note(**item) for item in items)


def _table_to_json(table: RawTable) -> dict[str, Any]:
    rows = [[row.row, [_cell_to_json(c) for c in row.cells], row.said] for row in table.rows]
    return {
        "sheet": table.sheet,
        "table": table.table,
        "first_column": table.first_column,
        "headers": table.headers,
        "rows": rows,
        "said": table.said,
        "header_rows": table.header_rows,
    }


def _table_from_json(data: Mapping[str, Any]) -> RawTable:
    rows = [RawRow(row, [_cell_from_json(c) for c in cells], said) for row, cells, said in data["rows"]]
    return RawTable(**{**data, "rows": rows})


def _cell_to_json(cell: Cell) -> Any:
    return {"at": cell.isoformat()} if isinstance(cell, date) else cell


def _cell_from_json(cell: Any) -> Cell:
    if isinstance(cell, dict):
        text = cell["at"]
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    return cell


def letter_of(index: int) -> str:
    """The spreadsheet's name of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


_SPACES = re.compile(r"\s+")
_UNSEEN: dict[int, str | None] = {
    **dict.fromkeys([0xFEFF, 0x200B, 0x200C, 0x200D, 0x2060, 0x00AD, 0x200E, 0x200F, *range(0x202A, 0x202F)]),
    **dict.fromkeys([0x2010, 0x2011, 0x2012, 0x2212, 0xFE63, 0xFF0D], "-"),
}


def plain(text: str) -> str:
    """Without unseen marks, with plain hyphens, and with the common forms of letters and digits (NFKC)."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text.translate(_UNSEEN))


def shown(cell: Cell) -> str:
    """A cell as a person sees it: trimmed, runs of white space as one space, whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        if cell.isascii() and "  " not in cell and "\n" not in cell and "\t" not in cell and "\r" not in cell:
            return cell.strip()
        return _SPACES.sub(" ", plain(cell)).strip()
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e17 else repr(cell)
    if isinstance(cell, datetime):
        return cell.strftime("%d/%m/%Y" if cell.time() == time(0) else "%d/%m/%Y %H:%M:%S")
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    return str(cell)
