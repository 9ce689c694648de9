"""How wide a text is: the advance widths of Helvetica (Arial and Liberation Sans have the same), and what the fonts
that every PDF reader has can show."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from binakriya.engines.drafting.model import Label

# Adobe's metrics of Helvetica, thousandths of the font size, for U+0020 to U+007E
_WIDTHS: Final = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 "
    "584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 "
    "278 556 500 722 500 500 500 334 260 334 584"
)
WIDTHS: Final = {chr(32 + k): int(width) for k, width in enumerate(_WIDTHS.split())} | {
    "×": 584, "°": 400, "²": 333, "³": 333, "·": 278, "–": 556, "—": 1000, "…": 1000, "“": 333, "”": 333,
}  # fmt: skip
UNKNOWN: Final = 667
BOLD: Final = 1.08
CAP_HEIGHT: Final = 0.72
DESCENT: Final = 0.22

Box = tuple[float, float, float, float]


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Width in mm of `text` at a font size of `size` mm (bold: an upper bound)."""
    return _units(text) * size / 1000 * (BOLD if bold else 1.0)


@lru_cache(maxsize=4096)
def _units(text: str) -> int:
    """Thousandths of the font size. Kept, for a text is measured at every size and place that is tried."""
    return sum(WIDTHS.get(sign, UNKNOWN) for sign in text)


def fitted(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text, cut with an ellipsis where it is wider than `room` mm."""
    if width(text, size, bold=bold) <= room:
        return text
    while text and width(text + "…", size, bold=bold) > room:
        text = text[:-1]
    return text.rstrip() + "…"


@lru_cache(maxsize=4096)
def shown(text: str) -> str:
    """The text in the signs of Windows-1252, which the PDF's own fonts have: others lose their marks, or become "?".
    Control signs are dropped."""
    if text.isascii() and text.isprintable():
        return text
    kept = []
    for sign in text:
        if ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0:
            continue
        for candidate in (sign, unicodedata.normalize("NFKD", sign)[:1], "?"):
            try:
                candidate.encode("cp1252")
            except UnicodeEncodeError:
                continue
            kept.append(candidate)
            break
    return "".join(kept)


def label_box(label: Label) -> Box:
    """Least and greatest x and y (x0, y0, x1, y1) in mm that a label covers."""
    run = width(label.text, label.size, bold=label.bold)
    before = {"start": 0.0, "middle": run / 2, "end": run}[label.anchor]
    up, down = label.size * CAP_HEIGHT, label.size * DESCENT
    x, y = label.at
    if label.turn == 90:
        return (x - up, y - before, x + down, y - before + run)
    return (x - before, y - down, x - before + run, y + up)


def overlap(one: Box, two: Box, apart: float = 0.0) -> bool:
    """Whether two boxes come nearer to each other than `apart` mm."""
    return one[0] < two[2] + apart and two[0] < one[2] + apart and one[1] < two[3] + apart and two[1] < one[3] + apart
