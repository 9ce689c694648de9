"""The line chart of the national series: where its lines, points and letters stand, in the units of its drawing.

Years are never joined over a gap: a line runs only between years that follow each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from binakriya.statistics.rules.series import Export

TOP, STEP = 1000, 250  # million US dollars: the head of the axis, and what lies between two lines of the grid
_LEFT, _RIGHT, _HEAD, _FOOT = 40, 108, 12, 28  # room for the letters around the drawing


@dataclass(frozen=True, slots=True)
class Point:
    year: int
    value: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """A publisher's series: `path` joins what may be joined; the name stands at its last point."""

    publisher: str
    path: str
    points: tuple[Point, ...]

    @property
    def first(self) -> Point:
        return self.points[0]

    @property
    def last(self) -> Point:
        return self.points[-1]


@dataclass(frozen=True, slots=True)
class Mark:
    """A letter of an axis: `at` along it."""

    text: int
    at: float


@dataclass(frozen=True, slots=True)
class Chart:
    width: int
    height: int
    left: int
    right: float
    lines: tuple[Line, ...]
    years: tuple[Mark, ...]
    amounts: tuple[Mark, ...]


def chart_of(rows: Sequence[Export], *, width: int, height: int, every: int) -> Chart:
    """Of the full-year figures; the publisher of the latest comes first. `every`: years between two letters."""
    full = [row for row in rows if row.full_year]
    first, last = min(row.year for row in full), max(row.year for row in full)
    right, foot = width - _RIGHT, height - _FOOT

    def x(year: int) -> float:
        return round(_LEFT + (right - _LEFT) * (year - first) / (last - first), 1)

    def y(value: float) -> float:
        return round(foot - (foot - _HEAD) * value / TOP, 1)

    lines = []
    for publisher in {row.publisher for row in full}:
        points = tuple(
            Point(row.year, float(row.usd_million), x(row.year), y(float(row.usd_million)))
            for row in sorted(full, key=lambda row: row.year)
            if row.publisher == publisher
        )
        joined = {point.year for point in points}
        path = " ".join(f"{'L' if point.year - 1 in joined else 'M'}{point.x} {point.y}" for point in points)
        lines.append(Line(publisher, path, points))
    lines.sort(key=lambda line: (-line.last.year, line.publisher))
    return Chart(
        width,
        height,
        _LEFT,
        right,
        tuple(lines),
        tuple(Mark(year, x(year)) for year in range(last, first - 1, -every)),
        tuple(Mark(amount, y(amount)) for amount in range(0, TOP + 1, STEP)),
    )
