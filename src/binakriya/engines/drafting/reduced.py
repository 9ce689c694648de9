"""The drawing of a box at a scale that fits a page, with lines and letters of the page's own size: to read and to
order by, not to cut by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from binakriya.engines.boxes import Box
from binakriya.engines.drafting.knife import lines_of
from binakriya.engines.drafting.model import Drawing, DrawingError, Label, Language, Line
from binakriya.engines.drafting.sheet import in_pile, in_row, moved, view_of

SCALES: Final = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0)
"""Reductions: round figures, close enough to one another that the drawing fills its page."""

LETTER_MM: Final = 2.2
"""Font size on the page."""

TICK: Final = 0.6
"""So far, in font sizes, the strokes at the ends of dimensions reach over the drawing."""


@dataclass(frozen=True)
class Reduced:
    """`drawing` in mm of the page; one mm of it is `scale` mm of the box."""

    drawing: Drawing
    scale: float


def reduced(box: Box, wide: float, high: float, *, language: Language = "id", letter: float = LETTER_MM) -> Reduced:
    """All blanks with their dimensions within `wide` x `high` mm, at the largest usual scale that fits. Raises
    DrawingError as `draw` does, and where not even the smallest scale fits."""
    cut = [lines_of(blank) for blank in box.blanks]
    for scale in SCALES:
        size = letter * scale
        views = [view_of(*each, size, language) for each in zip(box.blanks, cut, strict=True)]
        for arrange in (in_row, in_pile):
            (w, h), places = arrange(views, 2 * size)
            w, h = w + 2 * TICK * size, h + 2 * TICK * size
            if w > wide * scale or h > high * scale:
                continue
            lines: list[Line] = []
            labels: list[Label] = []
            for view, (x, y) in zip(views, places, strict=True):
                dx, dy = x - view.bounds[0] + TICK * size, y - view.bounds[1] + TICK * size
                lines += [_shrunk(moved(line, dx, dy), scale) for line in view.lines]
                labels += [_shrunk_label(label, dx, dy, scale) for label in view.labels]
            title = f"{box.style}, 1:{scale:g}"
            made = Drawing(w / scale, h / scale, tuple(lines), tuple(labels), title, "", language)
            return Reduced(made, scale)
    raise DrawingError(f"no usual scale fits {wide:g} x {high:g} mm")


def _shrunk(line: Line, scale: float) -> Line:
    return replace(line, points=tuple((round(x / scale, 4), round(y / scale, 4)) for x, y in line.points))


def _shrunk_label(label: Label, dx: float, dy: float, scale: float) -> Label:
    at = (round((label.at[0] + dx) / scale, 3), round((label.at[1] + dy) / scale, 3))
    return replace(label, at=at, size=label.size / scale)
