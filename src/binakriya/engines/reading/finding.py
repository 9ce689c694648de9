"""The tables of one file: where they are, which column is which field, which rows are data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from binakriya.engines.reading.columns import Proposal, propose
from binakriya.engines.reading.contents import fits
from binakriya.engines.reading.errors import UnreadableFile
from binakriya.engines.reading.files import Limits, Sheet, read_sheets
from binakriya.engines.reading.places import Gazetteer
from binakriya.engines.reading.records import (
    Cell,
    Column,
    Note,
    RawRow,
    RawTable,
    Skipped,
    SourceFile,
    letter_of,
    shown,
)
from binakriya.engines.reading.row import carry_ditto
from binakriya.engines.reading.tables import RowSorter, find_headers, is_transposed, second_beside
from binakriya.engines.reading.tables.find import Header, filled
from binakriya.engines.reading.tables.forms import lay_forms
from binakriya.engines.reading.tables.lines import split_lines
from binakriya.engines.reading.titles import facts_of, money_unit, sheet_name_facts

SAMPLE = 250
"""Rows from which the form of a column is told."""
_GROUPED = ("kecamatan", "kelurahan", "city")


@dataclass
class Found:
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


def find_tables(
    number: int,
    file: SourceFile,
    places: Gazetteer,
    codes: frozenset[str],
    learned: Mapping[str, str],
    fixed: Mapping[str, str],
    limits: Limits,
) -> Found:
    found = Found(number, file, read_sheets(file, limits))
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
    found: Found,
    sheet: Sheet,
    places: Gazetteer,
    codes: frozenset[str],
    learned: Mapping[str, str],
    fixed: Mapping[str, str],
) -> None:
    headers = find_headers(sheet)
    left_over: tuple[tuple[int, str], ...] = ()
    laid = lay_forms(sheet)
    if laid is not None and any(h.top > laid.labels[1] or h.bottom < laid.labels[0] for h in headers):
        laid = None  # a block of facts about the list beside its table
    if laid is not None and laid.header is None:
        found.texts += [text for row in sheet.rows[:30] for _, text in filled(row)]
        return
    if laid is not None and laid.header is not None:
        sheet, headers = laid.sheet, [laid.header]
        found.problems.append(Note("sideways" if laid.sideways else "forms", {"sheet": sheet.name}))
        left_over = laid.left_over
    elif not headers and (cut := split_lines(sheet)) is not None:
        sheet = cut
        found.problems.append(Note("lines_of_text", {"sheet": sheet.name}))
        headers = find_headers(sheet)
    elif is_transposed(sheet) and len(headers) <= 1:
        found.problems.append(Note("transposed", {"sheet": sheet.name}))
        return
    if not headers:
        bare = _headerless(sheet)
        if bare is None:
            found.texts += [text for row in sheet.rows[:30] for _, text in filled(row)]
            return
        headers = [bare]
    beside = next((at for header in headers if (at := second_beside(header)) is not None), None)
    if beside is not None:
        found.problems.append(Note("side_by_side", {"sheet": sheet.name}))
        for part in (
            replace(sheet, rows=[row[:beside] for row in sheet.rows]),
            replace(sheet, rows=[[None] * beside + row[beside:] for row in sheet.rows]),
        ):
            _find_in_sheet(found, part, places, codes, learned, fixed)
        return
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
    if left_over:
        texts = dict(left_over)
        found.skipped = [s for s in found.skipped if not (s.sheet == sheet.name and s.row - 1 in texts)]
        found.skipped += [Skipped(sheet.name, row + 1, "footer", text[:200]) for row, text in left_over]


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
    found: Found,
    sheet: Sheet,
    header: Header,
    again: list[Header],
    end: int,
    said: dict[str, str],
    titles: list[str],
    places: Gazetteer,
    codes: frozenset[str],
    learned: Mapping[str, str],
    fixed: Mapping[str, str],
) -> int:
    """Adds one table to what was found; returns the row (from 0) after its last data row."""
    number = sum(table.sheet == sheet.name for table in found.tables) + 1
    repeated = {row for h in again for row in range(h.top, h.bottom + 1)}
    width = max((len(row) for row in sheet.rows), default=0) - header.left
    texts = header.texts + [""] * (width - len(header.texts))
    rows = [(row, list(sheet.rows[row][header.left :])) for row in range(header.bottom + 1, end) if row not in repeated]
    sample_rows = [cells for _, cells in rows if len(filled(cells)) >= 2]
    most = max((len(filled(cells)) for cells in sample_rows), default=0)
    sample_rows = [cells for cells in sample_rows if len(filled(cells)) >= 0.3 * most][:SAMPLE]
    _join_currency(texts, rows)
    columns = [[cells[i] if i < len(cells) else None for cells in sample_rows] for i in range(width)]
    chosen = _fixed(fixed, sheet.name, number, header.left, width)
    proposals = propose(texts, columns, places=places, kbli_codes=codes, learned=learned, fixed=chosen)
    if not header.texts[0] and not any(header.texts):
        known = {proposal.field for proposal in proposals}
        if not known & {"business_name", "owner_name"} or not known & {
            "phone",
            "nik",
            "street",
            "kelurahan",
            "email",
            "nib",
        }:
            return end
        found.problems.append(Note("no_header", {"sheet": sheet.name}))
    fields = [proposal.field for proposal in proposals]
    if not _names_somebody(fields):
        found.problems.append(Note("no_identity", {"sheet": sheet.name, "row": header.top + 1}))
        found.skipped += [
            Skipped(sheet.name, row + 1, "no_list", _line(sheet.rows[row])[:200]) for row in range(header.top, end)
        ]
        return end
    _fill_merged(sheet, header, fields, rows)
    if sheet.kind == "text":
        _mend_broken(rows, fields, len(header.texts))
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
            sheet=sheet.name,
            table=number,
            first_column=header.left,
            headers=texts,
            rows=[RawRow(row + 1, cells, facts) for row, cells, facts in kinds.data],
            said=said | ({"money_unit": str(unit)} if unit else {}),
            header_rows=[row + 1 for row in range(header.top, header.bottom + 1)],
        )
    )
    found.foot_texts += [s.text for s in kinds.skipped if s.reason == "footer"]
    return kinds.data[-1][0] + 1 if kinds.data else header.bottom + 1


def _mend_broken(rows: list[tuple[int, list[Cell]]], fields: list[str], width: int) -> None:
    """A delimiter in an unquoted address makes a record too long: it is put back where the other fields fit."""
    for _, cells in rows:
        extra = len(cells) - width
        while extra > 0 and not shown(cells[width + extra - 1]):
            extra -= 1
        if not 0 < extra <= 6 or width < 4:
            continue
        found = [index for index in range(width) if shown(cells[index])]
        if not found:
            continue
        best, best_score = 0, -1
        for start in range(width):
            mended = _mended(cells, start, extra)
            score = 2 * sum(fits(name, cell) for name, cell in zip(fields, mended, strict=False))
            score += fields[start] == "street"
            if score > best_score:
                best, best_score = start, score
        cells[:] = _mended(cells, best, extra) + [None] * extra


def _mended(cells: list[Cell], start: int, extra: int) -> list[Cell]:
    parts = [text for cell in cells[start : start + extra + 1] if (text := shown(cell))]
    return [*cells[:start], ", ".join(parts) or None, *cells[start + extra + 1 :]]


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
    return any(
        name in fields
        for name in ("business_name", "owner_name", "business_and_owner", "name_and_address", "nik", "phone", "nib")
    )


def _fixed(fixed: Mapping[str, str], sheet: str, table: int, left: int, width: int) -> dict[int, str]:
    """What was said of a table's columns: `sheet#table!letter`; without a table it holds for all of the sheet."""
    chosen: dict[int, str] = {}
    for index in range(width):
        letter = letter_of(left + index)
        keys = (f"{sheet}#{table}!{letter}", f"{sheet}!{letter}", letter)
        if (name := next((fixed[key] for key in keys if key in fixed), None)) is not None:
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
    at = dict(rows)
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


def _carry_groups(rows: list[list[Cell]], fields: list[str], places: Gazetteer, found: Found, sheet: str) -> None:
    """A place written only at the first row of its group, as people do, holds until the next: each name stands once,
    the first row has one, most rows have none, and no kelurahan of the rows speaks against it. Kelurahan within groups
    of kecamatan may be short groups: each kecamatan begins with one of its own."""
    within: list[str] = []
    for name in _GROUPED:
        if name not in fields or len(rows) < 5:
            continue
        index = fields.index(name)
        values = [shown(cells[index]) if index < len(cells) else "" for cells in rows]
        said = [value for value in values if value]
        nested = name == "kelurahan" and bool(within) and _begins_anew(values, within, places)
        if (
            not values[0]
            or len(said) < 2
            or len(said) != len({v.lower() for v in said})
            or len(said) > (0.95 if nested else 0.4) * len(values)
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
        if name == "kecamatan":
            within = carried
        for cells, value in zip(rows, carried, strict=True):
            if index < len(cells) and not shown(cells[index]):
                cells[index] = value
        found.problems.append(Note("carried_down", {"sheet": sheet, "field": name}))


def _begins_anew(values: list[str], within: list[str], places: Gazetteer) -> bool:
    """True when each group of `within` begins with a value, and the values are kelurahan of their kecamatan."""
    before = ""
    for value, kecamatan in zip(values, within, strict=True):
        if kecamatan != before and not value:
            return False
        before = kecamatan
        above, below = places.kecamatan(kecamatan), places.kelurahan(value) if value else None
        if above and below and not places.holds(below.name, above.name):
            return False
    return True
