"""How many blanks a sheet gives, and what is wasted.

The flute (or grain) of the blank must run along that of the sheet, so for either direction of the sheet a blank may
stand upright or on its head, but not on its side: each direction is one answer. Looked for in each:

- *grid*: equal rows of equal blanks, as near as their outlines allow;
- *interlocked rows*: every other row on its head, shifted so that its flaps lie in the gaps of the row before;
- *interlocked columns*: the same, turned by a quarter;
- *pairs*: in a row every other blank on its head, shifted up or down.

All are exact for the outline: the distance of two shapes along an axis is the greatest overlap of the profile of one
with that of the other (both are straight between corners, so it is reached at a corner). Deterministic; no time limit
is needed, since the work is bounded: some hundred profiles.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final, Literal

import numpy as np
import shapely

from binakriya.engines.boxes import Blank, Text
from binakriya.engines.drafting.footer import check_bar
from binakriya.engines.drafting.knife import lines_of
from binakriya.engines.drafting.lettering import fitted, width
from binakriya.engines.drafting.model import Drawing, Label, Language, Line
from binakriya.engines.geometry import Point

Array = np.ndarray[Any, np.dtype[np.float64]]
Layout = Literal["grid", "rows", "columns", "pairs"]

GAP_MM: Final = 3.0
"""mm between knives of neighbours: room for the rule and its rubber (C)."""
MARGIN_MM: Final = 10.0
"""mm at every edge of the sheet: gripper and squareness (C)."""
SHIFTS: Final = 24
OUTLINE_MM: Final = 0.05


@dataclass(frozen=True, slots=True)
class Spot:
    """A blank on the sheet: turned by `turn` (0, 90, 180 or 270 degrees) about its own zero, then shifted by mm."""

    turn: int
    x: float
    y: float

    def point(self, point: Point) -> Point:
        """Where a point of the blank lies on the sheet, mm."""
        x, y = _quarter(point, self.turn)
        return (round(x + self.x, 3), round(y + self.y, 3))


@dataclass(frozen=True)
class Nest:
    """Blanks on a sheet of `width` x `height` mm. `grain`: along which side of the sheet its flutes run ("x": along
    the width). `used`: share of the sheet that becomes blanks; `waste` the rest."""

    blank: Blank
    width: float
    height: float
    grain: Literal["x", "y"]
    layout: Layout
    spots: tuple[Spot, ...]

    @property
    def count(self) -> int:
        """Blanks a sheet."""
        return len(self.spots)

    @property
    def used(self) -> float:
        """Share of the sheet, 0 to 1."""
        area = sum(panel.outline.area for panel in self.blank.panels)
        return self.count * area / (self.width * self.height)

    @property
    def waste(self) -> float:
        """Share of the sheet that is not blank, 0 to 1."""
        return 1.0 - self.used

    def sheets(self, quantity: int) -> int | None:
        """Sheets for `quantity` boxes, copies of the blank counted; None when none fits."""
        return math.ceil(quantity * len(self.blank.placements) / self.count) if self.count else None


def nest(
    blank: Blank, width: float, height: float, *, gap: float = GAP_MM, margin: float = MARGIN_MM
) -> tuple[Nest, Nest]:
    """The best of the layouts on a sheet, with its flutes along the width and along the height (mm). A blank that does
    not fit gives a nest of none. Raises ValueError for lengths that are no lengths."""
    for value in (width, height):
        if not (math.isfinite(value) and value > 0):
            raise ValueError("a sheet has a width and a height in mm")
    if not (math.isfinite(gap) and math.isfinite(margin) and gap >= 0 and margin >= 0):
        raise ValueError("gap and margin are zero or more mm")
    room = (width - 2 * margin, height - 2 * margin)
    found = []
    for grain in ("x", "y"):
        turn = 0 if blank.grain == grain else 90
        best: tuple[Layout, list[Spot]] = ("grid", [])
        shape = _Shape.of(blank, turn, gap)
        for layout, spots in _layouts(shape, room):
            if len(spots) > len(best[1]):
                best = (layout, spots)
        placed = tuple(_settled(best[1], shape, room, margin))
        found.append(Nest(blank, width, height, "x" if grain == "x" else "y", best[0], placed))
    return found[0], found[1]


@dataclass(frozen=True)
class _Shape:
    """An outline grown by half the gap, in one turn; `other` is the same on its head."""

    turn: int
    points: Array
    gap: float
    raw: Array

    @staticmethod
    def of(blank: Blank, turn: int, gap: float) -> _Shape:
        flat = shapely.simplify(shapely.Polygon(blank.cuts[0].points), OUTLINE_MM)
        # growing by what simplifying may have taken away keeps the gap true
        grown = shapely.buffer(flat, gap / 2 + OUTLINE_MM, join_style="mitre", mitre_limit=1.5)
        ring = np.array([_quarter(point, turn) for point in grown.exterior.coords[:-1]])
        raw = np.array([_quarter(point, turn) for point in blank.cuts[0].points])
        return _Shape(turn, ring, gap, raw)

    @cached_property
    def other(self) -> _Shape:
        return _Shape((self.turn + 180) % 360, -self.points, self.gap, -self.raw)

    @cached_property
    def mirrored(self) -> _Shape:
        """x and y changed, so that columns are worked out as rows."""
        return _Shape(self.turn, self.points[::-1, ::-1], self.gap, self.raw[::-1, ::-1])

    @cached_property
    def profiles(self) -> dict[tuple[int, bool], tuple[Array, Array]]:
        """Upper and lower envelope along each axis."""
        return {
            (axis, greatest): _profile(self.points, axis, 1 - axis, greatest=greatest)
            for axis in (0, 1)
            for greatest in (False, True)
        }

    def greatest(self, axis: int) -> tuple[Array, Array]:
        """The envelope at the far end of `axis`."""
        return self.profiles[axis, True]

    def least(self, axis: int) -> tuple[Array, Array]:
        """The envelope at the near end of `axis`."""
        return self.profiles[axis, False]

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        low, high = self.raw.min(axis=0), self.raw.max(axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def _quarter(point: Sequence[float], turn: int) -> Point:
    x, y = float(point[0]), float(point[1])
    return {0: (x, y), 90: (-y, x), 180: (-x, -y), 270: (y, -x)}[turn]


def _layouts(shape: _Shape, room: tuple[float, float]) -> Iterator[tuple[Layout, list[Spot]]]:
    flipped = shape.mirrored
    yield "grid", _rows(shape, shape, room, 0.0)
    yield "grid", _turned(_rows(flipped, flipped, room[::-1], 0.0))
    pitch = _pitch(shape, shape, 0)
    high = _pitch(flipped, flipped, 0)
    for k in range(SHIFTS):
        yield "rows", _rows(shape, shape.other, room, pitch * k / SHIFTS)
        yield "columns", _turned(_rows(flipped, flipped.other, room[::-1], high * k / SHIFTS))
    tall = float(np.ptp(shape.points[:, 1]))
    wide = float(np.ptp(shape.points[:, 0]))
    for k in range(-SHIFTS // 2, SHIFTS // 2 + 1):
        yield "pairs", _pairs(shape, room, 2 * tall * k / SHIFTS)
        yield "pairs", _turned(_pairs(flipped, room[::-1], 2 * wide * k / SHIFTS))


def _turned(spots: list[Spot]) -> list[Spot]:
    return [Spot(spot.turn, spot.y, spot.x) for spot in spots]


def _pitch(lower: _Shape, upper: _Shape, axis: Literal[0, 1], shift: float = 0.0) -> float:
    """How far `upper` must be moved along `axis` (the other coordinate moved by `shift`) to lie beyond `lower`."""
    high, low = lower.greatest(axis), upper.least(axis)
    begin, end = max(high[0][0], low[0][0] + shift), min(high[0][-1], low[0][-1] + shift)
    if begin >= end:
        return -math.inf
    places = np.concatenate([high[0], low[0] + shift])
    places = places[(places >= begin) & (places <= end)]
    return float((_at(high, places) - _at(low, places - shift)).max())


def _profile(points: Array, along: int, across: int, *, greatest: bool) -> tuple[Array, Array]:
    """Upper (or lower) envelope of a ring: breakpoints (each jump just before and after it) and heights."""
    a, b = points, np.roll(points, -1, axis=0)
    places = np.unique(points[:, across])
    x = np.sort(np.concatenate([places - 1e-7, places + 1e-7]))
    x0, x1 = a[:, across][:, None], b[:, across][:, None]
    y0, y1 = a[:, along][:, None], b[:, along][:, None]
    run = x1 - x0
    inside = (np.minimum(x0, x1) <= x) & (x <= np.maximum(x0, x1)) & (np.abs(run) > 1e-9)
    share = (x - x0) / np.where(np.abs(run) > 1e-9, run, 1.0)
    heights = np.where(inside, y0 + share * (y1 - y0), -np.inf if greatest else np.inf)
    edge = heights.max(axis=0) if greatest else heights.min(axis=0)
    good = np.isfinite(edge)
    return x[good], edge[good]


def _at(profile: tuple[Array, Array], places: Array) -> Array:
    found: Array = np.interp(places, profile[0], profile[1])
    return found


def _many(room: float, size: float, pitch: float) -> int:
    """How many of `size` with a distance of `pitch` lie in `room` mm."""
    return 0 if size > room + 1e-9 else 1 + math.floor((room - size) / pitch + 1e-9)


def _rows(shape: _Shape, second: _Shape, room: tuple[float, float], shift: float) -> list[Spot]:
    """Rows of `shape`, every other one of `second`, which lies `shift` further right (its zero to the zero)."""
    pitch = _pitch(shape, shape, 0)
    wide = shape.bounds[2] - shape.bounds[0]
    first = _many(room[0], wide, pitch)
    if not first:
        return []
    # bring the second row's left edge to that of the first, then shift it; its neighbours left and right count too
    offset = shape.bounds[0] - second.bounds[0] + shift
    up = max(_pitch(shape, second, 1, offset + n * pitch) for n in (-2, -1, 0, 1, 2))
    back = max(_pitch(second, shape, 1, -offset + n * pitch) for n in (-2, -1, 0, 1, 2))
    spots: list[Spot] = []
    y, number = 0.0, 0
    while True:
        here, left = (shape, 0.0) if number % 2 == 0 else (second, offset)
        start = left + here.bounds[0] - shape.bounds[0]
        count = _many(room[0] - start, wide, pitch)
        if y + here.bounds[3] - shape.bounds[1] > room[1] + 1e-9:
            return spots
        spots += [
            Spot(here.turn, -shape.bounds[0] + left + n * pitch, -shape.bounds[1] + y) for n in range(max(count, 0))
        ]
        y += up if number % 2 == 0 else back
        number += 1


def _pairs(shape: _Shape, room: tuple[float, float], shift: float) -> list[Spot]:
    """Rows in which every other blank stands on its head, `shift` mm higher than its neighbours."""
    other = shape.other
    offset = shape.bounds[1] - other.bounds[1] + shift
    step = _pitch(shape, other, 0, offset)
    back = _pitch(other, shape, 0, -offset)
    same = _pitch(shape, shape, 0)
    if not (math.isfinite(step) and math.isfinite(back)):
        return []
    if step + back < same:
        back = same - step
    low = min(shape.bounds[1], other.bounds[1] + offset)
    high = max(shape.bounds[3], other.bounds[3] + offset)
    period = step + back
    # one row over the other: as near as all pieces of one period and its neighbours allow
    lift = max(_row_pitch(shape, other, step, offset, n * period) for n in (-1, 0, 1))
    lift = max(lift, 1.0)
    rows = _many(room[1], high - low, lift)
    spots = []
    left = min(shape.bounds[0], other.bounds[0] + step)
    for row in range(rows):
        n = 0
        while True:
            here, x, y = (shape, 0.0, 0.0) if n % 2 == 0 else (other, step, offset)
            x += (n // 2) * period
            if x + here.bounds[2] - left > room[0] + 1e-9:
                break
            spots.append(Spot(here.turn, x - left, y - low + row * lift))
            n += 1
    return spots


def _row_pitch(shape: _Shape, other: _Shape, step: float, offset: float, along: float) -> float:
    both = ((shape, 0.0, 0.0), (other, step, offset))
    return max(_pitch(one, two, 1, along + x1 - x0) + y0 - y1 for one, x0, y0 in both for two, x1, y1 in both)


def _settled(spots: Sequence[Spot], shape: _Shape, room: tuple[float, float], margin: float) -> list[Spot]:
    """The group of blanks in the middle of the sheet."""
    if not spots:
        return []
    shapes = {shape.turn: shape, shape.other.turn: shape.other}
    low = (min(s.x + shapes[s.turn].bounds[0] for s in spots), min(s.y + shapes[s.turn].bounds[1] for s in spots))
    high = (max(s.x + shapes[s.turn].bounds[2] for s in spots), max(s.y + shapes[s.turn].bounds[3] for s in spots))
    dx = margin + (room[0] - (high[0] - low[0])) / 2 - low[0]
    dy = margin + (room[1] - (high[1] - low[1])) / 2 - low[1]
    return [replace(spot, x=round(spot.x + dx, 3), y=round(spot.y + dy, 3)) for spot in spots]


SHEET_TITLE: Final = Text(
    "{n} lembar {name} dari {w} × {h} mm, sisa {waste} %", "{n} blanks {name} from {w} × {h} mm, waste {waste} %"
)
ALONG: Final = Text("arah alur atau serat lembar: {side}", "flute or grain of the sheet: {side}")
SIDES: Final = {"x": Text("mendatar", "across"), "y": Text("tegak", "up")}


def draw_nest(found: Nest, *, language: Language = "id") -> Drawing:
    """The sheet at 1:1 with every blank's knife and creases, ready for the die maker; a line of text below it."""
    foot, frame = 24.0, 10.0
    lines = [
        Line(
            "ANNOTATION",
            tuple(
                (x + frame, y + foot)
                for x, y in ((0.0, 0.0), (found.width, 0.0), (found.width, found.height), (0.0, found.height))
            ),
            True,
            "frame",
        )
    ]
    from_blank = _knife(found.blank)
    for spot in found.spots:
        for line in from_blank:
            moved = tuple((round(x + frame, 3), round(y + foot, 3)) for x, y in map(spot.point, line.points))
            lines.append(replace(line, points=moved))
    lines += check_bar(frame, 8.0)
    title = SHEET_TITLE.filled(
        n=found.count,
        name=found.blank.title,
        w=found.width,
        h=found.height,
        waste=round(100 * found.waste, 1),
    ).read(language)
    along = ALONG.filled(side=SIDES[found.grain]).read(language)
    size = 5.0
    room = max(20.0, found.width - 110)
    labels = (
        Label((frame + 110, 14.0), fitted(title, size, room, bold=True), size, bold=True),
        Label((frame + 110, 8.0), fitted(along, 0.7 * size, room), 0.7 * size),
        Label((frame, 12.0), "100 mm", 3.0),
    )
    wide = max(found.width + 2 * frame, width(title[:1], size) + 2 * frame, 130.0)
    return Drawing(
        wide, found.height + foot + frame, tuple(lines), labels, title, f"{title}. {along}.", language, (frame, foot)
    )


def _knife(blank: Blank) -> Sequence[Line]:
    return [line for line in lines_of(blank) if line.layer in ("CUT", "CREASE", "PERF")]
