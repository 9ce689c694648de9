"""Files -> lists: finds the tables, proposes the columns, understands the rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from binakriya.engines.reading.dating import date_lists
from binakriya.engines.reading.files import STANDARD, Limits
from binakriya.engines.reading.finding import SAMPLE, Found, find_tables
from binakriya.engines.reading.places import Gazetteer
from binakriya.engines.reading.readers import Context, Reader, column_readers
from binakriya.engines.reading.records import (
    Column,
    Note,
    RawRow,
    RawTable,
    ReadList,
    ReadRow,
    SourceFile,
    Understood,
    letter_of,
)
from binakriya.engines.reading.row import understand_cells

Overrides = Mapping[int, Mapping[str, str]]
"""File number -> column letter (or "sheet!letter") -> field; "other" sets a column aside."""


def read_lists(
    files: Sequence[SourceFile],
    *,
    places: Gazetteer,
    kbli_codes: Collection[str] = (),
    as_of: date | None = None,
    default_as_of: date | None = None,
    learned: Mapping[str, str] | None = None,
    overrides: Overrides | None = None,
    limits: Limits = STANDARD,
) -> list[ReadList]:
    """Reads files as one batch; the lists come in the files' order, numbered from 1.

    `as_of`: the date from which "12 tahun" counts back; wins over all that the lists say themselves.
    `default_as_of`: used when nothing else tells. `learned`: header text -> field of earlier confirmed imports.
    Raises `UnreadableFile` for the first file that gives no list.
    """
    codes = frozenset(kbli_codes)
    found = [
        find_tables(n, f, places, codes, learned or {}, (overrides or {}).get(n, {}), limits)
        for n, f in enumerate(files, start=1)
    ]
    date_lists(found, as_of, default_as_of)
    return [_understand(one, places, codes) for one in found]


def _understand(found: Found, places: Gazetteer, codes: frozenset[str]) -> ReadList:
    read = ReadList(
        number=found.number,
        name=found.file.name,
        sheets=tuple(s.name for s in found.sheets),
        columns=tuple(found.columns),
        rows=(),
        skipped=tuple(sorted(found.skipped, key=lambda s: (s.sheet, s.row))),
        problems=tuple(found.problems),
        as_of=found.as_of.isoformat() if found.as_of else None,
        as_of_why=found.as_of_why,
        raw=tuple(found.tables),
    )
    return replace(read, rows=tuple(_rows(read, places, codes)))


def _rows(read: ReadList, places: Gazetteer, codes: Collection[str]) -> list[ReadRow]:
    labels = _labels(read)
    rows: list[ReadRow] = []
    for table in read.raw:
        context, readers = _readers(read, table, places, codes)
        for raw in table.rows:
            rows.append(_row(next(labels), table, raw, readers, context))
    return rows


def _labels(read: ReadList) -> Iterator[str]:
    """The place of each row in order. Of two tables on the same rows the second one's rows name their first column
    too: `1,5 G`."""
    several = len({table.sheet for table in read.raw if table.rows}) > 1
    seen: set[str] = set()
    for table in read.raw:
        for raw in table.rows:
            place = f"{read.number}/{table.sheet},{raw.row}" if several else f"{read.number},{raw.row}"
            label = place if place not in seen else f"{place} {letter_of(table.first_column)}"
            seen.add(label)
            yield label


def _readers(
    read: ReadList, table: RawTable, places: Gazetteer, codes: Collection[str]
) -> tuple[Context, list[Reader]]:
    as_of = date.fromisoformat(read.as_of) if read.as_of else None
    unit = table.said.get("money_unit")
    guessed = read.as_of_why in ("file_modified", "default", "newest_date")
    context = Context(places, codes, as_of, int(unit) if unit else None, guessed)
    by_letter = {c.letter: c.field for c in read.columns if (c.sheet, c.table) == (table.sheet, table.table)}
    fields = [by_letter.get(letter_of(table.first_column + i), "other") for i in range(len(table.headers))]
    samples = [[row.cells[i] for row in table.rows[:SAMPLE] if i < len(row.cells)] for i in range(len(table.headers))]
    return context, column_readers(table.headers, fields, table.first_column, samples, context)


def _row(place: str, table: RawTable, raw: RawRow, readers: list[Reader], context: Context) -> ReadRow:
    said = {k: v for k, v in table.said.items() if not (k == "kelurahan" and "kecamatan" in raw.said)} | raw.said
    cells, other = understand_cells(raw.cells, readers, said, context)
    return ReadRow(place, table.sheet, raw.row, table.table, cells, other)


def understand_again(
    read: ReadList,
    *,
    places: Gazetteer,
    kbli_codes: Collection[str] = (),
    mapping: Mapping[str, str] | None = None,
    as_of: date | None = None,
) -> ReadList:
    """The list under another mapping (letter, or "sheet!letter" -> field) or date, without the file.

    Which rows are data is not decided anew.
    """
    columns = []
    for column in read.columns:
        name = (mapping or {}).get(f"{column.sheet}!{column.letter}", (mapping or {}).get(column.letter))
        columns.append(
            column if name is None else replace(column, field=name or "other", confidence=1.0, why=(Note("chosen"),))
        )
    known = {(c.sheet, c.table, c.letter) for c in columns}
    for table in read.raw:
        for index, header in enumerate(table.headers):
            letter = letter_of(table.first_column + index)
            name = (mapping or {}).get(f"{table.sheet}!{letter}", (mapping or {}).get(letter))
            if name and (table.sheet, table.table, letter) not in known:
                columns.append(Column(table.sheet, table.table, letter, header, name, 1.0, (Note("chosen"),)))
    changed = replace(read, columns=tuple(columns))
    if as_of is not None:
        changed = replace(changed, as_of=as_of.isoformat(), as_of_why="given")
    return replace(changed, rows=tuple(_rows(changed, places, frozenset(kbli_codes))))


def understand_row(
    read: ReadList, place: str, *, texts: Mapping[str, str], places: Gazetteer, kbli_codes: Collection[str] = ()
) -> ReadRow:
    """One row again with other texts in some cells: `texts` by column letter, or by field for what has no column.

    Raises KeyError when the list has no row of that place.
    """
    labels = _labels(read)
    for table in read.raw:
        for raw in table.rows:
            if next(labels) != place:
                continue
            context, readers = _readers(read, table, places, kbli_codes)
            cells = list(raw.cells) + [None] * (len(readers) - len(raw.cells))
            for reader in readers:
                if reader.letter in texts:
                    cells[reader.index] = texts[reader.letter] or None
            row = _row(place, table, replace(raw, cells=cells), readers, context)
            letters = {reader.letter for reader in readers}
            typed = {name: text for name, text in texts.items() if name not in letters}
            return replace(row, cells=row.cells | _typed(typed, readers, context)) if typed else row
    raise KeyError(place)


def _typed(texts: Mapping[str, str], readers: list[Reader], context: Context) -> dict[str, Understood]:
    """Values typed by the officer for a field, read as a plain column of that field would be."""
    result: dict[str, Understood] = {}
    for name, text in texts.items():
        source = {"turnover_year_low": "turnover_low", "turnover_year_high": "turnover_high"}.get(name, name)
        reader = column_readers([""], [source], 0, [[text]], context)[0]
        said: Mapping[str, Any] = reader.read(text) if reader.read else {}
        for part, value in said.items():
            warnings = tuple(note for note in value.warnings if note.code != "period_not_said")
            result[part] = Understood(part, text, value.value, Note("typed"), warnings)
    return result
