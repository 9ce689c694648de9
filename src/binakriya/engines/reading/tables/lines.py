"""Lists typed as lines of text: "1. Siti Aminah - Siti Batik - kain batik - 0812..." in one cell a row."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from binakriya.engines.reading.files import Sheet
from binakriya.engines.reading.records import Cell
from binakriya.engines.reading.tables.find import filled

_SEPARATORS = (r"\s+[-–—]\s+", r"\s*\|\s*", r"\s*;\s*", r"\s*\t\s*", r"\s*//\s*", r"\s+/\s+", r"\s*_{2,}\s*", r",\s+")
_NUMBERED = re.compile(r"^\s*\(?(\d{1,4})\s*[.)]\s*(.+)$", re.S)


def split_lines(sheet: Sheet) -> Sheet | None:
    """The sheet with its lines cut into cells; None when it is no list of lines of one form."""
    most = 3 if sheet.kind == "text" else 1
    lines = [at for at, row in enumerate(sheet.rows) if 1 <= len(filled(row)) <= most]
    rows = sum(bool(filled(row)) for row in sheet.rows)
    if len(lines) < 3 or len(lines) < 0.8 * rows:
        return None
    # A comma within a line was taken for a delimiter: it is put back.
    texts = [", ".join(str(sheet.rows[at][column]).strip() for column, _ in filled(sheet.rows[at])) for at in lines]
    separators = _SEPARATORS if all(len(filled(sheet.rows[at])) == 1 for at in lines) else _SEPARATORS[:-1]
    best: tuple[float, str] = (0.0, "")
    for separator in separators:
        counts = Counter(len(re.split(separator, text.strip())) for text in texts)
        width, times = max(counts.items(), key=lambda item: (item[1] if item[0] >= 3 else 0, item[0]))
        if width >= 3 and times >= 0.6 * len(texts) and times > best[0]:
            best = (times, separator)
    if not best[1]:
        return None
    cut: list[list[Cell]] = [list(row) for row in sheet.rows]
    for at, text in zip(lines, texts, strict=True):
        numbered = _NUMBERED.match(text)
        parts: list[Cell] = [numbered[1] if numbered else None]
        parts += [part.strip(" *_") or None for part in re.split(best[1], (numbered[2] if numbered else text).strip())]
        cut[at] = parts if len(parts) > 3 else [None, text]
    width = max(len(row) for row in cut)
    return replace(sheet, rows=[row + [None] * (width - len(row)) for row in cut], merged=())
