"""Every style's default drawing, and how lines are read back."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from functools import cache

from binakriya.engines.boxes import Blank, Box, Crease, build, measures, styles
from binakriya.engines.drafting import Title
from binakriya.engines.drafting.knife import cut_through

Point = tuple[float, float]
TITLE = Title(
    name="Vas keramik Setu", number="SPK-012", revision="2", by="Ratna Dewi", office="Disperindag Tangsel",
    date=dt.date(2018, 11, 16),
)  # fmt: skip
CODES = tuple(each.code for each in styles())


@cache
def default_box(code: str) -> Box:
    chosen = next(each for each in styles() if each.code == code)
    return build(code, chosen.default_inside, chosen.default_board)


def run(points: Sequence[Point], *, closed: bool) -> float:
    """Length of a line, mm."""
    ends = [*points[1:], points[0]] if closed else points[1:]
    return sum(math.dist(a, b) for a, b in zip(points, ends, strict=closed))


def copies_of(box: Box, attribute: str) -> float:
    """A length of the box engine's own measures, summed over the blanks (each drawn once)."""
    total = float(sum(getattr(each, attribute) for each in measures(box).blanks))
    if attribute == "cut_length":
        # gaps as thin as the grid, which the measures count and the drawing closes: twice the crease in each
        total -= sum(2 * math.dist(crease.start, crease.end) for blank in box.blanks for crease in gaps(blank))
    return total


def gaps(blank: Blank) -> list[Crease]:
    """Creases along which the blank's outline has a gap as thin as the grid."""
    return cut_through(blank.creases, [cut.points for cut in blank.cuts if cut.closed])


def size(points: Iterable[Point]) -> Point:
    every = list(points)
    xs, ys = [x for x, _ in every], [y for _, y in every]
    return max(xs) - min(xs), max(ys) - min(ys)
