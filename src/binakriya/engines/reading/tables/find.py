"""Where the headers are."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from binakriya.engines.reading.files import Sheet
from binakriya.engines.reading.headers import GROUP_MARK, match_header, normal_header, without_hints
from binakriya.engines.reading.lexicon import GROUPS
from binakriya.engines.reading.records import Cell, shown

_NUMBERING = re.compile(r"[(\[]?\s*(\d{1,2}|[a-zA-Z])\s*[)\]]?\.?(?:\s*=.*|\s*\(?\d+\s*[+x:]\s*\d+.*)?")
_UNIT_CELL = re.compile(
    r"\(?\s*(?:rp\.?\s*[.,]?\s*0*|orang|org|jiwa|unit|th|thn|tahun|bln|juta|ribu|ribuan|l|p|lk|pr|pa|pi|laki.{0,6}|perempuan|wanita|pria|jml|jumlah|total|min|max|\d{4})\s*\)?",
    re.I,
)
_LONG_DIGITS = re.compile(r"\d{5,}|\d[\d.,]{5,}\d")
_SUM = re.compile(
    r"(?:sub\s*-?\s*|grand\s*)?(?:total|jumlah|jml|j\s+u\s+m\s+l\s+a\s+h|t\s+o\s+t\s+a\s+l)"
    r"(?:\s+(?:total|seluruh\w*|keseluruhan|semua))?[\s\d:.=]*",
    re.I,
)
"""How a row of sums begins; no header's first cell is that alone."""
STRONG, WEAK = 0.85, 0.5
LATER = 2.5
"""A further header below data must name more: two words alike may be data."""


@dataclass(frozen=True, slots=True)
class Header:
    """A table's header: rows from `top` to `bottom`, columns from `left`, all counted from 0; composed texts."""

    top: int
    bottom: int
    left: int
    texts: list[str]

    def same_as(self, other: Header) -> bool:
        """True when the other is this one printed again on the next page."""
        mine = {normal_header(text) for text in self.texts if text}
        theirs = {normal_header(text) for text in other.texts if text}
        return bool(mine) and self.left == other.left and len(mine & theirs) >= 0.7 * max(len(mine), len(theirs))


def filled(row: list[Cell]) -> list[tuple[int, str]]:
    """Column and text of the filled cells of a row."""
    return [(index, text) for index, cell in enumerate(row) if (text := shown(cell))]


def _can_be_header(row: list[Cell]) -> bool:
    count = 0
    for cell in row:
        if cell is None or cell == "":
            continue
        if not isinstance(cell, str):
            if isinstance(cell, (int, float)) and not isinstance(cell, bool) and 1900 < cell < 2100:
                continue
            return False
        bare = without_hints(cell)
        if len(bare) > 200 or "@" in bare or _is_figure(cell):
            return False
        count += bool(cell.strip())
    return count >= 2


def _is_figure(text: str) -> bool:
    """True for what only data hold: long figures, dates, plain numbers; a year or "(Rp. 000)" may head a column."""
    text = without_hints(text)
    bare = re.sub(r"[x(]?\s*(?:rp\.?)?\s*1?[.,]?000(?:[.,]000)?\s*\)?", " ", text.lower()) if len(text) < 60 else text
    if _LONG_DIGITS.search(bare) or sum(letter.isdigit() for letter in bare) >= 9:
        return True
    return bool(re.fullmatch(r"\s*[\d.,]+\s*", text)) and not re.fullmatch(r"\s*(?:19|20)\d\d\s*", text)


def _strength(row: list[Cell]) -> float:
    """How surely a row is a header: 0 when it is none."""
    if not _can_be_header(row):
        return 0.0
    cells = filled(row)
    if _SUM.fullmatch(cells[0][1]):
        return 0.0
    scores = []
    fields = set()
    for _, text in cells:
        matches = match_header(text)
        score = matches[0].score if matches else 0.0
        if text.lower() in GROUPS or _is_group(text):
            score = max(score, 0.9)
        scores.append(score)
        if score >= WEAK and matches:
            fields.add(matches[0].field)
    strong = sum(score >= STRONG for score in scores)
    weak = sum(score >= WEAK for score in scores)
    if len(fields) < 2 or not (strong >= 2 or (strong >= 1 and weak >= 3)):
        return 0.0
    if weak < 0.5 * len(scores) and not (strong >= 4 and len(fields) >= 4):
        return 0.0
    if len({text.lower() for _, text in cells}) < 0.5 * len(cells):
        return 0.0
    return float(sum(score for score in scores if score >= WEAK))


def _is_group(text: str) -> bool:
    return " ".join(normal_header(text)) in GROUPS


def is_numbering(row: list[Cell]) -> bool:
    """True for the row "(1) (2) (3)" that official forms print under a header."""
    cells = filled(row)
    if len(cells) < 3 or not all(_NUMBERING.fullmatch(text) for _, text in cells):
        return False
    numbers = [
        int(m[0]) if (m := re.search(r"\d+", text)) else ord(text.strip("()[] .").lower()[0]) - 96 for _, text in cells
    ]
    steps = sum(1 for a, b in itertools.pairwise(numbers) if b == a + 1)
    return numbers[0] in (0, 1, 2) and steps >= 0.75 * (len(numbers) - 1)


def find_headers(sheet: Sheet) -> list[Header]:
    """The headers of a sheet from the top down, also those that repeat an earlier one."""
    headers: list[Header] = []
    row, size = 0, len(sheet.rows)
    while row < size:
        strength = _strength(sheet.rows[row])
        if strength == 0 or (headers and strength < LATER):
            row += 1
            continue
        best = row
        # A row of groups may come first; the row below it may name the columns better.
        if row + 1 < size and _strength(sheet.rows[row + 1]) > strength and not _is_data_below(sheet, row):
            best = row + 1
        header = _block(sheet, best, after=headers[-1].bottom + 1 if headers else 0)
        headers.append(header)
        row = header.bottom + 1
    return headers


def _is_data_below(sheet: Sheet, row: int) -> bool:
    return any(not isinstance(cell, (str, type(None))) for cell in sheet.rows[row + 1])


def _block(sheet: Sheet, row: int, after: int) -> Header:
    rows = sheet.rows
    top = bottom = row
    while top - 1 >= after and top > row - 2 and _is_group_row(sheet, top - 1, top):
        top -= 1
    merged_to = max(
        (
            b
            for t, left, b, right in sheet.merged
            if (top <= t <= row and b - t <= 3 and left == right) or (t == row and b <= row + 3)
        ),
        default=row,
    )
    while bottom + 1 < len(rows) and bottom - top < 3:
        below = rows[bottom + 1]
        if (bottom + 1 <= merged_to and _can_continue(below)) or _is_sub_row(sheet, top, bottom, below):
            bottom += 1
        else:
            break
    columns = [index for at in range(top, bottom + 1) for index, _ in filled(rows[at])]
    left, right = min(columns), max(columns)
    texts = [_compose(sheet, top, bottom, column) for column in range(left, right + 1)]
    return Header(top, bottom, left, texts)


def _can_continue(row: list[Cell]) -> bool:
    cells = filled(row)
    return bool(cells) and not is_numbering(row) and not any(_is_figure(text) for _, text in cells)


def _is_group_row(sheet: Sheet, at: int, below: int) -> bool:
    """A row of group names above the columns' names; a title spans all or stands alone at the left."""
    row = sheet.rows[at]
    cells = filled(row)
    if not cells or any(len(text) > 60 or ":" in text or _LONG_DIGITS.search(text) for _, text in cells):
        return False
    if any(not isinstance(cell, (str, type(None))) for cell in row):
        return False
    under = [index for index, _ in filled(sheet.rows[below])]
    width = max(under) - min(under) + 1
    spans = [right - left + 1 for top, left, bottom, right in sheet.merged if top == at and right > left]
    if len(cells) == 1:
        part = [span for span in spans if 1 < span < 0.8 * width]
        column, text = cells[0]
        if part and column >= min(under):
            return True
        return not spans and column > min(under) and _is_group(text) and column in under
    likely = sum(
        _is_group(text) or (bool(match_header(text)) and match_header(text)[0].score >= WEAK) for _, text in cells
    )
    if any(span >= 0.8 * width for span in spans):
        return False
    return likely >= 0.5 * len(cells) and all(column >= min(under) - 1 for column, _ in cells)


def _is_sub_row(sheet: Sheet, top: int, bottom: int, below: list[Cell]) -> bool:
    cells = filled(below)
    if not cells or is_numbering(below):
        return False
    for cell in below:
        if (
            cell is not None
            and not isinstance(cell, str)
            and not (isinstance(cell, (int, float)) and 1990 < cell < 2100)
        ):
            return False
    if any(len(text) > 60 or _is_figure(text) for _, text in cells):
        return False
    above = {index: text for at in range(top, bottom + 1) for index, text in filled(sheet.rows[at])}
    if len(cells) >= 2 and all(
        index not in above or _starts_group(above, index, cells) or _under_span(sheet, top, bottom, index)
        for index, _ in cells
    ):
        return True
    likely = 0
    beside = False
    for index, text in cells:
        matches = match_header(text)
        unit = _UNIT_CELL.fullmatch(text) is not None
        likely += unit or bool(matches and matches[0].score >= 0.75)
        beside = beside or index not in above or unit or _starts_group(above, index, cells)
    if likely < 0.6 * len(cells) or not beside:
        return False
    # A row that fills nearly every column is a second header or data, not the lower half of this one.
    covered = sum(
        index in above and not _starts_group(above, index, cells) and not _UNIT_CELL.fullmatch(text)
        for index, text in cells
    )
    return covered <= 0.3 * len(cells)


def _under_span(sheet: Sheet, top: int, bottom: int, column: int) -> bool:
    return any(
        top <= t and b <= bottom and left <= column <= right and right > left for t, left, b, right in sheet.merged
    )


def _starts_group(above: dict[int, str], index: int, cells: list[tuple[int, str]]) -> bool:
    """The cell above is followed by an empty one that this row fills: it is a group's name."""
    return index in above and index + 1 not in above and any(column == index + 1 for column, _ in cells)


def _compose(sheet: Sheet, top: int, bottom: int, column: int) -> str:
    parts: list[str] = []
    for at in range(top, bottom + 1):
        text = _text_at(sheet, at, column, bottom)
        if text and (not parts or parts[-1].lower() != text.lower()):
            parts.append(text)
    return GROUP_MARK.join(parts)


def _text_at(sheet: Sheet, at: int, column: int, bottom: int) -> str:
    row = sheet.rows[at]
    text = shown(row[column]) if column < len(row) else ""
    if text:
        return text
    for top, left, low, right in sheet.merged:
        if top <= at <= low and left <= column <= right:
            return shown(sheet.rows[top][left]) if at == top else ""
    if at == bottom:
        return ""
    below = _lower(sheet, at, column, bottom)
    if not below:
        return ""
    for left in range(column - 1, -1, -1):
        text = shown(row[left])
        if text:
            merged = any(t == at and le <= left <= r for t, le, b, r in sheet.merged)
            return text if not merged and _lower(sheet, at, left, bottom) else ""
        if not _lower(sheet, at, left, bottom):
            return ""
    return ""


def _lower(sheet: Sheet, at: int, column: int, bottom: int) -> str:
    """The nearest text below in the header."""
    for lower in range(at + 1, bottom + 1):
        if column < len(sheet.rows[lower]) and (text := shown(sheet.rows[lower][column])):
            return text
    return ""


def is_transposed(sheet: Sheet) -> bool:
    """True when the names of the fields stand in the first column and each enterprise is a column."""
    first = [shown(row[0]) for row in sheet.rows[:60] if row and shown(row[0])]
    if len(first) < 4 or not sheet.rows or len(sheet.rows[0]) < 3:
        return False
    fields = {
        match_header(text)[0].field for text in first if match_header(text) and match_header(text)[0].score >= STRONG
    }
    wide = sum(len(filled(row)) >= 3 for row in sheet.rows)
    return len(fields) >= 4 and len(fields) >= 0.6 * len(first) and wide >= 0.6 * len(first)


def second_beside(header: Header) -> int | None:
    """The column (from 0) where the same header begins again beside itself: two tables on the same rows."""
    names = [normal_header(text.rsplit(GROUP_MARK, 1)[-1]) for text in header.texts]
    for start in range(3, len(names) - 2):
        width = min(start, len(names) - start)
        first = [name for name in names[:start] if name]
        second = [name for name in names[start : start + width] if name]
        if len(second) >= 3 and first[: len(second)] == second and len(first) - len(second) <= 1 and names[start]:
            return header.left + start
    return None
