"""Products as a list of words: "syal batik dan kain batik tulis" -> two."""

from __future__ import annotations

import re

from binakriya.engines.reading.records import Cell, shown
from binakriya.engines.reading.values.blanks import is_nothing
from binakriya.engines.reading.values.said import Said

_CUT = re.compile(
    r"\s*(?:[,;/\n\r•·|+&]|(?:^|\s)[-–]\s|\bdan\b|\bserta\b|\bdll\b\.?|\bdsb\b\.?|\betc\b\.?|(?:^|\s)\d{1,2}[.)]\s)\s*",
    re.I,
)


def understand_products(cell: Cell) -> Said:
    """The products named, in order, without repetition."""
    raw = cell if isinstance(cell, str) else shown(cell)
    if is_nothing(shown(raw)):
        return Said(None, "not_said")
    words = [shown(part).strip(" .:-") for part in _CUT.split(raw)]
    kept = list(dict.fromkeys(word for word in words if word))
    return Said(kept or None, "split" if len(kept) > 1 else "as_written")
