"""Files -> lists: finds the tables, proposes the columns, understands the rows."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from io import BytesIO
from typing import Any

from binakriya.engines.reading.columns import Proposal, propose
from binakriya.engines.reading.errors import UnreadableFile
from binakriya.engines.reading.files import Limits, Sheet, read_sheets
from binakriya.engines.reading.places import Gazetteer
from binakriya.engines.reading.records import (
    Cell,
    Column,
    Note,
    RawRow,
    RawTable,
    ReadList,
    ReadRow,
    Skipped,
    SourceFile,
    Understood,
    letter_of,
    shown,
)
from binakriya.engines.reading.tables import RowSorter, find_headers, is_transposed
from binakriya.engines.reading.tables.find import Header, filled
from binakriya.engines.reading.tables.lines import split_lines
from binakriya.engines.reading.titles import date_said, facts_of, money_unit, sheet_name_facts
from binakriya.engines.reading.understand import Context, Reader, carry_ditto, column_readers, understand_cells
from binakriya.engines.reading.values.dates import is_day_first, parse_date, parse_moment

_SAMPLE = 250
_GROUPED = ("kecamatan", "kelurahan", "city")

Overrides = Mapping[int, Mapping[str, str]]
"""File number -> column letter (or "sheet!letter") -> field; "other" sets a column aside."""


@dataclass
class _Found:
    """What is known of a file before its values are understood."""

    number: int
    file: SourceFile
    sheets: list[Sheet]
    tables: list[RawTable] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    problems: list[Note] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    foot_texts: list[str] = field(default_factory=list)
    as_of: date | None = None
    as_of_why: str = "unknown"


def read_lists(
    files: Sequence[SourceFile],
    *,
    places: Gazetteer,
    kbli_codes: Collection[str] = (),
    as_of: date | None = None,
    default_as_of: date | None = None,
    learned: Mapping[str, str] | None = None,
    overrides: Overrides | None = None,
    limits: Limits = Limits(),
) -> list[ReadList]:
    """Reads files as one batch; the lists come in the files' order, numbered from 1.

    `as_of`: the date from which "12 tahun" counts back; wins over all that the lists say themselves.
    `default_as_of`: used when nothing else tells. `learned`: header text -> field of earlier confirmed imports.
    Raises `UnreadableFile` for the first file that gives no list.
    """
    codes = frozenset(kbli_codes)
    found = [
        _find(n, f, places, codes, learned or {}, (overrides or {}).get(n, {}), limits)
        for n, f in enumerate(files, start=1)
    ]
    _date_lists(found, as_of, default_as_of)
    return [_understand(one, places, codes) for one in found]


def _find(
    number: int, file: SourceFile, places: Gazetteer, codes: frozenset[str], learned: Mapping[str, str],
    fixed: Mapping[str, str], limits: Limits,
) -> _Found:  # fmt: skip
    found = _Found(number, file, read_sheets(file, limits))
    for sheet in found.sheets:
        found.problems += [Note(code) for code in sheet.notes]
        if sheet.rows:
            _find_in_sheet(found, sheet, places, codes, learned, fixed)
    if not any(sheet.rows for sheet in found.sheets):
        raise UnreadableFile("empty", name=file.name)
    if not found.tables:
        if any(sheet.rows and is_transposed(sheet) for sheet in found.sheets):
            raise UnreadableFile("transposed", name=file.name)
        raise UnreadableFile("no_table", name=file.name)
    if not any(table.rows for table in found.tables):
        raise UnreadableFile("no_rows", name=file.name)
    return found


def _find_in_sheet(
    found: _Found,
    sheet: Sheet,
    places: Gazetteer,
    codes: frozenset[str],
    learned: Mapping[str, str],
    fixed: Mapping[str, str],
) -> None:
    headers = find_headers(sheet)
    if not headers and (cut := split_lines(sheet)) is not None:
        sheet = cut
        found.problems.append(Note("lines_of_text", {"sheet": sheet.name}))
        headers = find_headers(sheet)
    if is_transposed(sheet) and len(headers) <= 1:
        found.problems.append(Note("transposed", {"sheet": sheet.name}))
        return
    if not headers:
        bare = _headerless(sheet)
        if bare is None:
            found.texts += [text for row in sheet.rows[:30] for _, text in filled(row)]
            return
        headers = [bare]
    tables: list[tuple[Header, list[Header]]] = []
    for header in headers:
        if tables and tables[-1][0].same_as(header) and not _leads_to_new_list(sheet, header.top, places):
            tables[-1][1].append(header)
        else:
            tables.append((header, []))
    if sheet.hidden:
        found.problems.append(Note("hidden_sheet", {"sheet": sheet.name}))
    sheet_said = sheet_name_facts(sheet.name, places) if sheet.name else {}
    title_rows = list(range(tables[0][0].top))
    said = dict(sheet_said)
    for position, (header, again) in enumerate(tables):
        end = tables[position + 1][0].top if position + 1 < len(tables) else len(sheet.rows)
        titles = [_line(sheet.rows[row]) for row in title_rows]
        found.texts += [text for text in titles if text]
        found.texts += [sheet.name] if position == 0 and sheet.name else []
        said = said | _title_facts(titles, places)
        found.skipped += [
            Skipped(sheet.name, row + 1, "title" if text else "blank", text)
            for row, text in zip(title_rows, titles, strict=True)
        ]
        data_end = _table(found, sheet, header, again, end, dict(said), titles, places, codes, learned, fixed)
        title_rows = []
        if position + 1 < len(tables):
            title_rows = list(range(data_end, end))
            found.skipped = [s for s in found.skipped if not (s.sheet == sheet.name and data_end < s.row <= end)]
            if any(facts_of(_line(sheet.rows[row]), places) for row in title_rows):
                said = dict(sheet_said)


def _leads_to_new_list(sheet: Sheet, top: int, places: Gazetteer) -> bool:
    """True when title lines that name a place stand right above a header that was seen before."""
    for row in range(top - 1, max(-1, top - 8), -1):
        cells = filled(sheet.rows[row])
        if len(cells) > 3:
            return False
        if cells and facts_of(_line(sheet.rows[row]), places).keys() & {"kelurahan", "kecamatan"}:
            return not re.match(r"(?i)\W*(?:sub\s*)?(?:total|jumlah)\b", _line(sheet.rows[row]))
    return False


def _line(row: list[Cell]) -> str:
    return " ".join(text for _, text in filled(row))


def _title_facts(titles: list[str], places: Gazetteer) -> dict[str, str]:
    facts: dict[str, str] = {}
    for text in titles:
        facts |= facts_of(text, places)
    return facts


def _headerless(sheet: Sheet) -> Header | None:
    """A list without a header: most rows have the same few columns filled."""
    wide = [(at, filled(row)) for at, row in enumerate(sheet.rows) if len(filled(row)) >= 3]
    if not wide or len(wide) < 0.5 * sum(bool(filled(row)) for row in sheet.rows):
        return None
    left = min(cells[0][0] for _, cells in wide)
    right = max(cells[-1][0] for _, cells in wide)
    first = wide[0][0]
    return Header(first, first - 1, left, [""] * (right - left + 1))


def _table(
    found: _Found, sheet: Sheet, header: Header, again: list[Header], end: int, said: dict[str, str], titles: list[str],
    places: Gazetteer, codes: frozenset[str], learned: Mapping[str, str], fixed: Mapping[str, str],
) -> int:  # fmt: skip
    """Adds one table to what was found; returns the row (from 0) after its last data row."""
    number = sum(table.sheet == sheet.name for table in found.tables) + 1
    repeated = {row for h in again for row in range(h.top, h.bottom + 1)}
    width = max((len(row) for row in sheet.rows), default=0) - header.left
    texts = header.texts + [""] * (width - len(header.texts))
    rows = [(row, list(sheet.rows[row][header.left :])) for row in range(header.bottom + 1, end) if row not in repeated]
    sample_rows = [cells for _, cells in rows if len(filled(cells)) >= 2]
    most = max((len(filled(cells)) for cells in sample_rows), default=0)
    sample_rows = [cells for cells in sample_rows if len(filled(cells)) >= 0.3 * most][:_SAMPLE]
    _join_currency(texts, rows)
    columns = [[cells[i] if i < len(cells) else None for cells in sample_rows] for i in range(width)]
    chosen = _fixed(fixed, sheet.name, header.left, width)
    proposals = propose(texts, columns, places=places, kbli_codes=codes, learned=learned, fixed=chosen)
    if not header.texts[0] and not any(header.texts):
        known = {proposal.field for proposal in proposals}
        if not known & {"business_name", "owner_name"} or not known & {"phone", "nik", "street", "kelurahan", "email", "nib"}:
            return end
        found.problems.append(Note("no_header", {"sheet": sheet.name}))
    fields = [proposal.field for proposal in proposals]
    if not _names_somebody(fields):
        found.problems.append(Note("no_identity", {"sheet": sheet.name, "row": header.top + 1}))
        found.skipped += [Skipped(sheet.name, row + 1, "no_list", _line(sheet.rows[row])[:200]) for row in range(header.top, end)]
        return end
    _fill_merged(sheet, header, fields, rows)
    kinds = RowSorter(sheet=sheet.name, fields=fields, places=places).sort(rows)
    cells_of = [cells for _, cells, _ in kinds.data]
    carry_ditto(cells_of, fields)
    _carry_groups(cells_of, fields, places, found, sheet.name)
    found.skipped += [
        Skipped(sheet.name, row + 1, "header", _line(sheet.rows[row])[:200])
        for row in range(header.top, header.bottom + 1)
    ]
    found.skipped += [Skipped(sheet.name, row + 1, "header", _line(sheet.rows[row])[:200]) for row in sorted(repeated)]
    found.skipped += kinds.skipped
    found.columns += _columns(sheet.name, number, header.left, texts, proposals)
    unit = money_unit([t for t in titles if t])
    found.tables.append(
        RawTable(
            sheet=sheet.name, table=number, first_column=header.left, headers=texts,
            rows=[RawRow(row + 1, cells, facts) for row, cells, facts in kinds.data],
            said=said | ({"money_unit": str(unit)} if unit else {}),
            header_rows=[row + 1 for row in range(header.top, header.bottom + 1)],
        )
    )  # fmt: skip
    found.foot_texts += [s.text for s in kinds.skipped if s.reason == "footer"]
    return kinds.data[-1][0] + 1 if kinds.data else header.bottom + 1


def _join_currency(texts: list[str], rows: list[tuple[int, list[Cell]]]) -> None:
    """ "Rp" in a column of its own before its amount: the amount moves under the header."""
    for index in range(len(texts) - 1):
        if not texts[index] or texts[index + 1] not in ("", texts[index]):
            continue
        cells = [shown(c[index]) for _, c in rows if len(c) > index + 1 and shown(c[index])]
        if not cells or sum(text.lower().strip(" .:") in ("rp", "idr", "") for text in cells) < 0.9 * len(cells):
            continue
        texts[index + 1] = ""
        for _, c in rows:
            if len(c) > index + 1 and (shown(c[index]).lower().strip(" .:") in ("rp", "idr", "")):
                c[index], c[index + 1] = c[index + 1], None


def _names_somebody(fields: list[str]) -> bool:
    """A list of enterprises names them; a recapitulation or a table of codes does not."""
    return any(name in fields for name in ("business_name", "owner_name", "business_and_owner", "name_and_address", "nik", "phone", "nib"))


def _fixed(fixed: Mapping[str, str], sheet: str, left: int, width: int) -> dict[int, str]:
    chosen: dict[int, str] = {}
    for index in range(width):
        letter = letter_of(left + index)
        if (name := fixed.get(f"{sheet}!{letter}", fixed.get(letter))) is not None:
            chosen[index] = name
    return chosen


def _columns(sheet: str, table: int, left: int, texts: list[str], proposals: list[Proposal]) -> list[Column]:
    return [
        Column(
            sheet,
            table,
            letter_of(left + i),
            text,
            "other" if p.field.startswith("x_") else p.field,
            p.confidence,
            p.why,
        )
        for i, (text, p) in enumerate(zip(texts, proposals, strict=True))
        if text or p.field != "other"
    ]


def _fill_merged(sheet: Sheet, header: Header, fields: list[str], rows: list[tuple[int, list[Cell]]]) -> None:
    """A cell merged down over several rows speaks for all of them, unless it names one enterprise over two lines."""
    at = {row: cells for row, cells in rows}
    for top, left, bottom, right in sheet.merged:
        column = left - header.left
        if top <= header.bottom or bottom == top or left != right or not 0 <= column < len(fields):
            continue
        if fields[column] in (
            "number",
            "business_name",
            "owner_name",
            "business_and_owner",
            "nik",
            "phone",
            "email",
            "nib",
        ):
            continue
        value = at[top][column] if top in at and column < len(at[top]) else None
        for row in range(top + 1, bottom + 1):
            if row in at and column < len(at[row]) and at[row][column] is None and filled(at[row]):
                at[row][column] = value


def _carry_groups(rows: list[list[Cell]], fields: list[str], places: Gazetteer, found: _Found, sheet: str) -> None:
    """A place written only at the first row of its group, as people do, holds until the next: each name stands once,
    the first row has one, most rows have none, and no kelurahan of the rows speaks against it."""
    for name in _GROUPED:
        if name not in fields or len(rows) < 4:
            continue
        index = fields.index(name)
        values = [shown(cells[index]) if index < len(cells) else "" for cells in rows]
        said = [value for value in values if value]
        if (
            not values[0]
            or len(said) < 2
            or len(said) != len({v.lower() for v in said})
            or len(said) > 0.5 * len(values)
        ):
            continue
        carried, current = [], ""
        for value in values:
            current = value or current
            carried.append(current)
        if name == "kecamatan" and "kelurahan" in fields:
            below = fields.index("kelurahan")
            pairs = [
                (places.kelurahan(shown(c[below])), places.kecamatan(k))
                for c, k in zip(rows, carried, strict=True)
                if below < len(c) and shown(c[below])
            ]
            if any(a and b and not places.holds(a.name, b.name) for a, b in pairs):
                continue
        for cells, value in zip(rows, carried, strict=True):
            if index < len(cells) and not shown(cells[index]):
                cells[index] = value
        found.problems.append(Note("carried_down", {"sheet": sheet, "field": name}))


def _date_lists(found: list[_Found], as_of: date | None, default: date | None) -> None:
    for one in found:
        one.as_of, one.as_of_why = _own_date(one)
    known = [one.as_of for one in found if one.as_of is not None]
    for one in found:
        if as_of is not None:
            one.as_of, one.as_of_why = as_of, "given"
        elif one.as_of is None:
            modified = one.file.modified or _core_date(one.file.data)
            if known:
                one.as_of, one.as_of_why = max(known), "other_list"
            elif newest := _newest_date(one):
                one.as_of, one.as_of_why = newest, "newest_date"
            elif modified:
                one.as_of, one.as_of_why = modified, "file_modified"
            elif default:
                one.as_of, one.as_of_why = default, "default"


def _own_date(found: _Found) -> tuple[date | None, str]:
    stamps: list[datetime] = []
    fields = {(c.sheet, c.table, c.letter): c.field for c in found.columns}
    for table in found.tables:
        for index in range(len(table.headers)):
            if fields.get((table.sheet, table.table, letter_of(table.first_column + index))) != "filled_at":
                continue
            cells = [row.cells[index] for row in table.rows if index < len(row.cells)]
            day_first = is_day_first(cells)
            stamps += [
                moment
                for cell in cells
                if (moment := parse_moment(cell, day_first=day_first)) and 1990 <= moment.year <= 2100
            ]
    if stamps:
        return max(stamps).date(), "timestamps"
    for texts, why in (
        (found.texts, "title"),
        (found.foot_texts, "footer"),
        ([_bare_name(found.file.name)], "file_name"),
    ):
        said = date_said(texts)
        if said is not None:
            return said, why
    return None, "unknown"


def _newest_date(found: _Found) -> date | None:
    """The newest date in columns of dates (of joining, of a licence): the list is not older."""
    fields = {(c.sheet, c.table, c.letter): c.why for c in found.columns if c.field == "other"}
    dates: list[date] = []
    for table in found.tables:
        for index in range(len(table.headers)):
            if (table.sheet, table.table, letter_of(table.first_column + index)) not in fields:
                continue
            for row in table.rows:
                cell = row.cells[index] if index < len(row.cells) else None
                if isinstance(cell, (date, str)) and (day := parse_date(cell, serial=False)) and 2000 <= day.year <= 2100:
                    dates.append(day)
    return max(dates, default=None)


def _bare_name(name: str) -> str:
    return re.sub(r"[_\-.]+", " ", name.rsplit(".", 1)[0])


def _core_date(data: bytes) -> date | None:
    """When an xlsx says that it was last saved."""
    if not data.startswith(b"PK"):
        return None
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            text = archive.read("docProps/core.xml").decode("utf-8", "replace")
    except (KeyError, zipfile.BadZipFile, OSError, RuntimeError):
        return None
    stamp = re.search(r"<dcterms:modified[^>]*>(\d{4}-\d\d-\d\d)", text)
    try:
        return date.fromisoformat(stamp[1]) if stamp else None
    except ValueError:
        return None


def _understand(found: _Found, places: Gazetteer, codes: frozenset[str]) -> ReadList:
    read = ReadList(
        number=found.number, name=found.file.name, sheets=tuple(s.name for s in found.sheets), columns=tuple(found.columns),
        rows=(), skipped=tuple(sorted(found.skipped, key=lambda s: (s.sheet, s.row))), problems=tuple(found.problems),
        as_of=found.as_of.isoformat() if found.as_of else None, as_of_why=found.as_of_why, raw=tuple(found.tables),
    )  # fmt: skip
    return replace(read, rows=tuple(_rows(read, places, codes)))


def _rows(read: ReadList, places: Gazetteer, codes: Collection[str]) -> list[ReadRow]:
    several = len({table.sheet for table in read.raw if table.rows}) > 1
    rows: list[ReadRow] = []
    for table in read.raw:
        context, readers = _readers(read, table, places, codes)
        for raw in table.rows:
            rows.append(_row(read, table, raw, readers, context, several))
    return rows


def _readers(
    read: ReadList, table: RawTable, places: Gazetteer, codes: Collection[str]
) -> tuple[Context, list[Reader]]:
    as_of = date.fromisoformat(read.as_of) if read.as_of else None
    unit = table.said.get("money_unit")
    guessed = read.as_of_why in ("file_modified", "default", "newest_date")
    context = Context(places, codes, as_of, int(unit) if unit else None, guessed)
    by_letter = {c.letter: c.field for c in read.columns if (c.sheet, c.table) == (table.sheet, table.table)}
    fields = [by_letter.get(letter_of(table.first_column + i), "other") for i in range(len(table.headers))]
    samples = [[row.cells[i] for row in table.rows[:_SAMPLE] if i < len(row.cells)] for i in range(len(table.headers))]
    return context, column_readers(table.headers, fields, table.first_column, samples, context)


def _row(
    read: ReadList, table: RawTable, raw: RawRow, readers: list[Reader], context: Context, several: bool
) -> ReadRow:
    said = {k: v for k, v in table.said.items() if not (k == "kelurahan" and "kecamatan" in raw.said)} | raw.said
    cells, other = understand_cells(raw.cells, readers, said, context)
    place = f"{read.number}/{table.sheet},{raw.row}" if several else f"{read.number},{raw.row}"
    return ReadRow(place, table.sheet, raw.row, table.table, cells, other)


def understand_again(
    read: ReadList, *, places: Gazetteer, kbli_codes: Collection[str] = (), mapping: Mapping[str, str] | None = None,
    as_of: date | None = None,
) -> ReadList:  # fmt: skip
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
    several = len({table.sheet for table in read.raw if table.rows}) > 1
    for table in read.raw:
        for raw in table.rows:
            label = f"{read.number}/{table.sheet},{raw.row}" if several else f"{read.number},{raw.row}"
            if label != place:
                continue
            context, readers = _readers(read, table, places, kbli_codes)
            cells = list(raw.cells) + [None] * (len(readers) - len(raw.cells))
            for reader in readers:
                if reader.letter in texts:
                    cells[reader.index] = texts[reader.letter] or None
            row = _row(read, table, replace(raw, cells=cells), readers, context, several)
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


def as_row(cells: Mapping[str, Understood]) -> dict[str, Any]:
    """Field -> value of what was understood, without what was not said."""
    return {name: cell.value for name, cell in cells.items() if cell.value is not None}
