"""Polygons with holes, in mm, as plain frozen values; shapely does the arithmetic of areas."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

from binakriya.engines.geometry.tolerances import COINCIDENT, FLAT_CURVE, GRID

Point = tuple[float, float]
Ring = tuple[Point, ...]
_DECIMALS = round(-math.log10(GRID))
# the same corner, reached by two sums, may differ in its last bits: half-way between two grid lines the two would be
# rounded apart, and panels that share an edge would not touch
_NUDGE = GRID * 1e-4


def on_grid(point: Sequence[float]) -> Point:
    """The point of the drawing grid nearest to `point`; never a negative zero."""
    return (round(float(point[0]) + _NUDGE, _DECIMALS) + 0.0, round(float(point[1]) + _NUDGE, _DECIMALS) + 0.0)


def ring(points: Iterable[Sequence[float]], *, clockwise: bool = False) -> Ring:
    """A ring on the grid: no point twice in a row, first point not repeated, counter-clockwise unless told."""
    kept: list[Point] = []
    for point in points:
        here = on_grid(point)
        if not kept or here != kept[-1]:
            kept.append(here)
    if len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    if len(kept) < 3:
        raise ValueError("a ring needs three points")
    if (signed_area(kept) < 0) != clockwise:
        kept.reverse()
    return tuple(kept)


def signed_area(points: Sequence[Point]) -> float:
    """Area of a ring in mm², positive when counter-clockwise."""
    total = 0.0
    x0, y0 = points[-1]
    for x1, y1 in points:
        total += x0 * y1 - x1 * y0
        x0, y0 = x1, y1
    return total / 2


@dataclass(frozen=True)
class Polygon:
    """A region: `outer` ring counter-clockwise, `holes` clockwise. Made by `polygon()`, which checks it."""

    outer: Ring
    holes: tuple[Ring, ...] = ()

    @cached_property
    def shape(self) -> shapely.Polygon:
        """As a shapely polygon."""
        # the array's way: half the time of the class for what is done a dozen times a box
        holes = [shapely.linearrings(hole) for hole in self.holes]
        return shapely.polygons(np.array(self.outer), holes=holes or None)

    @property
    def area(self) -> float:
        """mm², holes taken off."""
        return signed_area(self.outer) + sum(signed_area(hole) for hole in self.holes)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Least x, least y, greatest x, greatest y in mm."""
        xs = [x for x, _ in self.outer]
        ys = [y for _, y in self.outer]
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def rings(self) -> tuple[Ring, ...]:
        """Outer ring and holes."""
        return (self.outer, *self.holes)

    @cached_property
    def convex(self) -> bool:
        """No hole and no corner that turns inwards."""
        if self.holes:
            return False
        return all(_turns_left(self.outer, k) for k in range(len(self.outer)))


def polygon(outer: Iterable[Sequence[float]], holes: Iterable[Iterable[Sequence[float]]] = ()) -> Polygon:
    """A checked polygon on the grid. Raises ValueError when rings cross, touch themselves or enclose nothing."""
    made = Polygon(ring(outer), tuple(ring(hole, clockwise=True) for hole in holes))
    if not made.shape.is_valid or made.area <= COINCIDENT**2:
        raise ValueError(f"not a simple polygon: {shapely.is_valid_reason(made.shape)}")
    return made


def rectangle(x0: float, y0: float, x1: float, y1: float) -> Ring:
    """The four corners, counter-clockwise."""
    return ring([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])


def arc(centre: Point, radius: float, start: float, end: float) -> list[Point]:
    """Points on an arc from `start` to `end` degrees (counter-clockwise when end > start), ends included, never
    further than FLAT_CURVE from the arc."""
    if radius <= FLAT_CURVE:
        return [centre]
    step = 2 * math.degrees(math.acos(1 - FLAT_CURVE / radius))
    count = max(1, math.ceil(abs(end - start) / step))
    return [
        (
            centre[0] + radius * math.cos(math.radians(start + (end - start) * k / count)),
            centre[1] + radius * math.sin(math.radians(start + (end - start) * k / count)),
        )
        for k in range(count + 1)
    ]


def circle(centre: Point, radius: float) -> list[Point]:
    """Points on a circle, the first not repeated."""
    return arc(centre, radius, 0, 360)[:-1]


def convex_pieces(region: shapely.Geometry) -> list[list[Point]]:
    """Convex rings (counter-clockwise) that cover `region` without overlap: triangles joined while they stay convex."""
    pieces: list[list[Point]] = []
    for part in getattr(region, "geoms", [region]):
        if part.is_empty or part.geom_type != "Polygon":
            continue
        outer = Polygon(tuple(part.exterior.normalize().coords[:-1]))
        if signed_area(outer.outer) < 0:
            outer = Polygon(outer.outer[::-1])
        if not part.interiors and outer.convex:
            pieces.append(list(outer.outer))
            continue
        triangles = [
            list(shapely.geometry.polygon.orient(triangle).exterior.coords[:-1])
            for triangle in shapely.constrained_delaunay_triangles(part).geoms
        ]
        pieces.extend(_joined(triangles))
    return pieces


def _joined(pieces: list[list[Point]]) -> list[list[Point]]:
    """Once over every common edge: join the two pieces beside it if the result is convex (Hertel and Mehlhorn, 1983:
    at most four times as many pieces as need be)."""
    owner = {edge: n for n, piece in enumerate(pieces) for edge in _edges(piece)}
    kept: dict[int, list[Point]] = dict(enumerate(pieces))
    for a, b in [edge for edge in owner if edge[::-1] in owner and edge < edge[::-1]]:
        n, m = owner[a, b], owner[b, a]
        if n == m:
            continue
        one, two = kept[n], kept[m]
        at, other = one.index(a), two.index(b)
        # one runs from b round to a; two goes on from a to b
        joined = one[at + 1 :] + one[: at + 1] + (two[other + 1 :] + two[: other + 1])[1:-1]
        corner = len(one) - 1
        if _turns_left(joined, 0) and _turns_left(joined, corner):
            kept[n] = joined
            del kept[m]
            owner.update(dict.fromkeys(_edges(joined), n))
    return list(kept.values())


def _edges(piece: Sequence[Point]) -> list[tuple[Point, Point]]:
    return [(point, piece[(k + 1) % len(piece)]) for k, point in enumerate(piece)]


def _turns_left(points: Sequence[Point], k: int) -> bool:
    """The corner `k` of a counter-clockwise ring does not turn inwards."""
    (x0, y0), (x1, y1), (x2, y2) = points[k - 1], points[k], points[(k + 1) % len(points)]
    return (x1 - x0) * (y2 - y1) - (y1 - y0) * (x2 - x1) >= -COINCIDENT * math.hypot(x2 - x0, y2 - y0)


def beyond(points: Sequence[Point], origin: Point, normal: Point, distance: float) -> list[Point]:
    """The part of a convex ring that lies further than `distance` mm along the unit `normal` from `origin`
    (Sutherland and Hodgman); empty when nothing does."""
    kept: list[Point] = []
    heights = [(x - origin[0]) * normal[0] + (y - origin[1]) * normal[1] - distance for x, y in points]
    for k, (x, y) in enumerate(points):
        h, (px, py), ph = heights[k], points[k - 1], heights[k - 1]
        if (h > 0) != (ph > 0):
            share = ph / (ph - h)
            kept.append((px + (x - px) * share, py + (y - py) * share))
        if h > 0:
            kept.append((x, y))
    return kept if len(kept) >= 3 else []
