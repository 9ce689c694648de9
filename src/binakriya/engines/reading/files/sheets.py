"""A sheet of raw cells."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from binakriya.engines.reading.errors import UnreadableFile
from binakriya.engines.reading.files.limits import Limits
from binakriya.engines.reading.records import Cell

Span = tuple[int, int, int, int]
"""Top row, left column, bottom row, right column, counted from 0, inclusive."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells from the sheet's first row and column on (row 1, column A are index 0)."""

    name: str
    rows: list[list[Cell]]
    merged: tuple[Span, ...] = ()
    merges_known: bool = False
    """False where the format or its reader says nothing about merged cells."""
    hidden: bool = False
    kind: str = "workbook"
    notes: tuple[str, ...] = field(default=())


def bounded(sheet: Sheet, limits: Limits) -> Sheet:
    """The sheet, if it is within the limits, with trailing empty rows and columns cut off."""
    rows = sheet.rows
    while rows and not any(_filled(cell) for cell in rows[-1]):
        rows = rows[:-1] if len(rows) < 1000 else rows[: _last_filled(rows)]
    if len(rows) > limits.rows:
        raise UnreadableFile("too_many_rows", sheet=sheet.name, found=len(rows), limit=limits.rows)
    width = 0
    for row in rows:
        for index in range(len(row) - 1, width - 1, -1):
            if _filled(row[index]):
                width = index + 1
                break
    if width > limits.columns:
        raise UnreadableFile("too_many_columns", sheet=sheet.name, found=width, limit=limits.columns)
    for number, row in enumerate(rows, start=1):
        for cell in row:
            if isinstance(cell, str) and len(cell) > limits.cell_characters:
                raise UnreadableFile(
                    "cell_too_long", sheet=sheet.name, row=number, found=len(cell), limit=limits.cell_characters
                )
    return replace(sheet, rows=[_to_width(row, width) for row in rows])


def _filled(cell: Cell) -> bool:
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


def _last_filled(rows: list[list[Cell]]) -> int:
    last = len(rows)
    while last and not any(_filled(cell) for cell in rows[last - 1]):
        last -= 1
    return last


def _to_width(row: list[Cell], width: int) -> list[Cell]:
    if len(row) == width:
        return row
    return row[:width] if len(row) > width else row + [None] * (width - len(row))
