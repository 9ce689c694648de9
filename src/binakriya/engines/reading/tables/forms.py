"""Sheets on which the names of the fields stand beside the values instead of above them.

Two kinds: *forms*, one enterprise a form and one or more forms a sheet ("Nama Usaha : Batik Sari"), and lists laid on
their side, in which each enterprise is a column. Both become a table whose headers are the labels.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from binakriya.engines.reading.contents import FORMED, fits
from binakriya.engines.reading.files import Sheet
from binakriya.engines.reading.headers import GROUP_MARK, match_header, normal_header
from binakriya.engines.reading.lexicon import GROUPS
from binakriya.engines.reading.records import Cell, shown
from binakriya.engines.reading.tables.find import STRONG, Header, filled
from binakriya.engines.reading.values.blanks import is_nothing

_NUMBERING = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]?|\d{1,2}\.\d{1,2}\.?")
_LEADING = re.compile(r"^\s*\(?(?:\d{1,2}|[a-zA-Z]|[IVX]{1,4})[.)]\s*(?=\w)")
_COLON = re.compile(r"\s*[:=]\s*")
_PAIR = re.compile(r"\s*([^:=\n]{2,60}?)\s*[:=]\s*(\S.*)", re.S)
_NAMING = frozenset({"business_name", "owner_name", "business_and_owner", "name_and_address"})
_LEAST_FIELDS = 4
_TOP = 80
"""Rows of a sheet that tell whether it holds forms."""
_BOXES = 6
"""From this many cells of one character each they are the boxes of one value."""


@dataclass(frozen=True, slots=True)
class Laid:
    """The sheet as a table: virtual rows under a header without a row of its own.

    Row numbers: of a form that of its first label, of a list on its side the number of the column.
    `left_over`: rows (from 0) and texts that are neither label nor value.
    """

    sheet: Sheet
    header: Header | None
    """None when the labels have no answers: an empty form, or one that says how to fill it in."""
    sideways: bool
    left_over: tuple[tuple[int, str], ...]
    labels: tuple[int, int]
    """First and last row of labels, from 0."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A label with the values beside it: column and cell."""

    row: int
    column: int
    label: str
    values: tuple[tuple[int, Cell], ...]
    field: str


def lay_forms(sheet: Sheet) -> Laid | None:
    """The table that a sheet of forms, or a list on its side, holds; None when the sheet is neither."""
    if not _looks_laid(sheet):
        return None
    lines = [line for row, cells in enumerate(sheet.rows) for line in _lines_of(row, cells)]
    known = [line for line in lines if line.field]
    if not known:
        return None
    column = Counter(line.column for line in known).most_common(1)[0][0]
    told = [line for line in known if line.column == column]
    fields = {line.field for line in told if line.values}
    if len(fields) < _LEAST_FIELDS or not fields & _NAMING:
        return None
    first, last = told[0].row, told[-1].row
    beside = [line for line in lines if first <= line.row <= last and line.column == column]
    if len(told) < 0.5 * len(beside):
        return None
    wide = [line for line in told if len(line.values) >= 2]
    laid = _sideways(sheet, beside) if len(wide) >= 0.6 * len(told) else _forms(sheet, lines, column, told[0])
    return replace(laid, labels=(first, last))


def _looks_laid(sheet: Sheet) -> bool:
    """A quick look at the top of the sheet: fields named one below the other in one column."""
    named: dict[int, set[str]] = defaultdict(set)
    for cells in sheet.rows[:_TOP]:
        for index, cell in [(i, c) for i, c in enumerate(cells) if isinstance(c, str) and c.strip()][:3]:
            pair = _PAIR.fullmatch(cell)
            if name := _field(pair[1] if pair else cell):
                named[index].add(name)
    return any(len(names) >= _LEAST_FIELDS for names in named.values())


def _lines_of(row: int, cells: list[Cell]) -> list[_Line]:
    """The labels of a row with their values; several where colons tell them apart ("RT : 03   RW : 05")."""
    rest = [(index, cell) for index, cell in enumerate(cells) if shown(cell)]
    while len(rest) > 1 and _NUMBERING.fullmatch(shown(rest[0][1])) and not _field(shown(rest[0][1])):
        rest = rest[1:]
    lines: list[_Line] = []
    while rest:
        (column, cell), rest = rest[0], rest[1:]
        if not isinstance(cell, str):
            return lines
        label, values = cell, []
        if (pair := _PAIR.fullmatch(cell)) and _field(pair[1]):
            label = pair[1]
            values.append((column, _value(pair[2])))
        while rest and not _begins_label(rest, _field(label)):
            at, value = rest[0]
            rest = rest[1:]
            if (plain := _value(value)) is not None:
                values.append((at, plain))
        bare = _bare(label)
        if bare:
            lines.append(_Line(row, column, bare, _unboxed(values), _field(label)))
    return lines


def _begins_label(rest: list[tuple[int, Cell]], current: str) -> bool:
    """True when the next cell is a further label: a known one of another field with a colon in it or behind it."""
    text = shown(rest[0][1])
    if text[:1] in ":=":
        return False
    if (pair := _PAIR.fullmatch(text)) or text.endswith(":"):
        return _field(pair[1] if pair else text) not in ("", current)
    return len(rest) > 1 and shown(rest[1][1])[:1] == ":" and _field(text) not in ("", current)


def _value(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    return _COLON.sub("", cell, count=1).strip() or None if re.match(r"\s*[:=]", cell) else cell.strip() or None


def _unboxed(values: list[tuple[int, Cell]]) -> tuple[tuple[int, Cell], ...]:
    """One digit a box, as printed forms ask for numbers, is one value."""
    texts = [shown(cell) for _, cell in values]
    if len(texts) >= _BOXES and all(len(text) == 1 for text in texts):
        return ((values[0][0], "".join(texts)),)
    return tuple(values)


def _bare(label: str) -> str:
    return _LEADING.sub("", shown(label)).strip(" :=.")


def _field(label: str) -> str:
    """The field that a label surely names."""
    text = _bare(label)
    if not 1 < len(text) <= 80:
        return ""
    matches = match_header(text)
    return matches[0].field if matches and matches[0].score >= STRONG else ""


def _sideways(sheet: Sheet, lines: list[_Line]) -> Laid:
    """Each column beside the labels that most labels have a value for is an enterprise."""
    counts = Counter(column for line in lines for column, _ in line.values)
    columns = [column for column, count in sorted(counts.items()) if count >= max(2, 0.25 * len(lines))]
    told = [[(line.field, cell) for line in lines for at, cell in line.values if at == column] for column in columns]
    columns = [column for column, values in zip(columns, told, strict=True) if _answered(values)]
    if not columns:
        return Laid(sheet, None, True, (), (0, 0))
    texts = _unique([line.label for line in lines])
    rows: list[list[Cell]] = [[None] * len(texts) for _ in range(columns[-1] + 1)]
    for index, line in enumerate(lines):
        for column, cell in line.values:
            if column in columns:
                rows[column][index] = cell
    first = lines[0].row
    titles = " ".join(text for row in sheet.rows[:first] for _, text in filled(row))
    rows[0] = [titles or None, *[None] * (len(texts) - 1)]
    return Laid(replace(sheet, rows=rows, merged=()), Header(1, 0, 0, texts), True, (), (0, 0))


def _forms(sheet: Sheet, lines: list[_Line], column: int, start: _Line) -> Laid:
    """A form begins where the first label comes again."""
    opening = normal_header(start.label)
    forms: list[tuple[int, dict[str, Cell]]] = []
    answers: list[list[tuple[str, Cell]]] = []
    texts: list[str] = []
    used: set[int] = set()
    group = ""
    for line in lines:
        if line.row < start.row or line.column < column:
            continue
        if line.column == column and normal_header(line.label) == opening:
            forms.append((line.row, {}))
            answers.append([])
            group = ""
        if not line.values:
            group = line.label if " ".join(normal_header(line.label)) in GROUPS else group
            continue
        if line.column != column and not line.field:
            continue
        label = f"{group}{GROUP_MARK}{line.label}" if group else line.label
        current = forms[-1][1]
        while label in current:
            label += " "
        current[label] = line.values[0][1]
        answers[-1].append((line.field, line.values[0][1]))
        used.add(line.row)
        if label not in texts:
            texts.append(label)
    forms = [form for form, said in zip(forms, answers, strict=True) if _answered(said)]
    if not forms:
        return Laid(sheet, None, False, (), (0, 0))
    rows: list[list[Cell]] = [list(row) if at < start.row else [] for at, row in enumerate(sheet.rows)]
    for row, values in forms:
        rows[row] = [values.get(text) for text in texts]
    left = tuple(
        (at, " ".join(text for _, text in filled(row)))
        for at, row in enumerate(sheet.rows)
        if at > start.row and at not in used and filled(row)
    )
    header = Header(start.row, start.row - 1, 0, [text.strip() for text in texts])
    return Laid(replace(sheet, rows=rows, merged=()), header, False, left, (0, 0))


def _answered(values: list[tuple[str, Cell]]) -> bool:
    """True when somebody is named and most values that have a form of their own have it: neither an empty form nor
    one that explains how to fill it in."""
    if not any(name in _NAMING for name, _ in values):
        return False
    formed = [fits(name, cell) for name, cell in values if name in FORMED and not is_nothing(shown(cell))]
    return bool(formed) and sum(formed) >= 0.5 * len(formed)


def _unique(labels: list[str]) -> list[str]:
    seen: Counter[str] = Counter()
    out = []
    for label in labels:
        seen[label] += 1
        out.append(label if seen[label] == 1 else f"{label} {seen[label]}")
    return out
