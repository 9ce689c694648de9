"""Edges of panels that lie on each other in the flat drawing: where creases may be, and where a slit must be."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from binakriya.engines.boxes.model import Crease, Panel
from binakriya.engines.geometry import Point
from binakriya.engines.geometry.tolerances import COINCIDENT


@dataclass(frozen=True, slots=True)
class Shared:
    """A stretch that an edge of panel `one` and an edge of panel `two` have in common, mm."""

    one: str
    two: str
    start: Point
    end: Point

    @property
    def length(self) -> float:
        """mm."""
        return math.dist(self.start, self.end)


def shared_edges(panels: Sequence[Panel]) -> list[Shared]:
    """All common stretches longer than COINCIDENT. Panels lie beside each other, so their edges run against each
    other there."""
    owners: list[int] = []
    starts: list[Point] = []
    ends: list[Point] = []
    for number, panel in enumerate(panels):
        for ring in panel.outline.rings:
            for k, point in enumerate(ring):
                owners.append(number)
                starts.append(point)
                ends.append(ring[(k + 1) % len(ring)])
    owner, a, b = np.array(owners), np.array(starts), np.array(ends)
    run = b - a
    size = np.hypot(run[:, 0], run[:, 1])
    along = run / size[:, None]
    # how far the start of edge j lies from the line of edge i; few lie on it, and only those are looked at closer
    level = along[:, 0] * a[:, 1] - along[:, 1] * a[:, 0]
    off = np.outer(along[:, 0], a[:, 1]) - np.outer(along[:, 1], a[:, 0]) - level[:, None]
    one, two = np.nonzero((np.abs(off) < COINCIDENT) & (owner[:, None] < owner[None]))
    off_end = along[one, 0] * (b[two, 1] - a[one, 1]) - along[one, 1] * (b[two, 0] - a[one, 0])
    # places of the ends of edge j along edge i; the two run against each other
    where_start = ((a[two] - a[one]) * along[one]).sum(axis=1)
    where_end = ((b[two] - a[one]) * along[one]).sum(axis=1)
    low = np.maximum(where_end, 0.0)
    high = np.minimum(where_start, size[one])
    met = (np.abs(off_end) < COINCIDENT) & (high - low > COINCIDENT) & (size[one] > COINCIDENT)
    found = []
    for i, j, first, last in zip(one[met], two[met], low[met].tolist(), high[met].tolist(), strict=True):
        # ends are corners of one of the two edges: take the corners themselves, not a point computed near them
        start = _nearest((starts[i], ends[j]), _at(starts[i], along[i], first))
        end = _nearest((ends[i], starts[j]), _at(starts[i], along[i], last))
        found.append(Shared(panels[owner[i]].name, panels[owner[j]].name, start, end))
    return found


def shared_by(one: Panel, two: Panel) -> list[Shared]:
    """The same of two panels only, without arrays: what a style asks at every fold."""
    found = []
    others = [edge for ring in two.outline.rings for edge in zip(ring, (*ring[1:], ring[0]), strict=True)]
    for ring in one.outline.rings:
        for start, end in zip(ring, (*ring[1:], ring[0]), strict=True):
            x, y = start
            u, v = end[0] - x, end[1] - y
            size = math.hypot(u, v)
            if size <= COINCIDENT:
                continue
            u, v = u / size, v / size
            for begin, stop in others:
                if abs(u * (begin[1] - y) - v * (begin[0] - x)) >= COINCIDENT:
                    continue
                if abs(u * (stop[1] - y) - v * (stop[0] - x)) >= COINCIDENT:
                    continue
                low = max(u * (stop[0] - x) + v * (stop[1] - y), 0.0)
                high = min(u * (begin[0] - x) + v * (begin[1] - y), size)
                if high - low > COINCIDENT:
                    first = _nearest((start, stop), _at(start, (u, v), low))
                    last = _nearest((end, begin), _at(start, (u, v), high))
                    found.append(Shared(one.name, two.name, first, last))
    return found


def slits(panels: Sequence[Panel], creases: Iterable[Crease], shared: Iterable[Shared] | None = None) -> list[Shared]:
    """What panels share and no crease covers: there the knife parts them."""
    lines: dict[frozenset[str], list[Crease]] = {}
    for crease in creases:
        lines.setdefault(frozenset(crease.panels), []).append(crease)
    left: list[Shared] = []
    for stretch in shared_edges(panels) if shared is None else shared:
        pieces = [(0.0, stretch.length)]
        for crease in lines.get(frozenset((stretch.one, stretch.two)), ()):
            span = _span(stretch, crease)
            if span is not None:
                pieces = [rest for piece in pieces for rest in _without(piece, span)]
        left.extend(
            stretch
            if (low, high) == (0.0, stretch.length)
            else Shared(stretch.one, stretch.two, _on(stretch, low), _on(stretch, high))
            for low, high in pieces
            if high - low > COINCIDENT
        )
    return left


def covered(shared: Iterable[Shared], crease: Crease) -> float:
    """How much of the crease (mm) lies on edges that its two panels share."""
    total = 0.0
    for stretch in shared:
        if {stretch.one, stretch.two} == set(crease.panels):
            span = _span(stretch, crease)
            if span is not None:
                total += min(span[1], stretch.length) - max(span[0], 0.0)
    return total


def in_line(one: Shared, two: Shared) -> bool:
    """The two stretches lie on one line."""
    size = one.length
    along = ((one.end[0] - one.start[0]) / size, (one.end[1] - one.start[1]) / size)
    return all(
        abs(along[0] * (y - one.start[1]) - along[1] * (x - one.start[0])) < COINCIDENT for x, y in (two.start, two.end)
    )


def _span(stretch: Shared, crease: Crease) -> tuple[float, float] | None:
    size = stretch.length
    along = ((stretch.end[0] - stretch.start[0]) / size, (stretch.end[1] - stretch.start[1]) / size)
    places = []
    for x, y in (crease.start, crease.end):
        dx, dy = x - stretch.start[0], y - stretch.start[1]
        if abs(along[0] * dy - along[1] * dx) > COINCIDENT:
            return None
        places.append(along[0] * dx + along[1] * dy)
    low, high = sorted(places)
    return (low, high) if min(high, size) - max(low, 0.0) > COINCIDENT else None


def _without(piece: tuple[float, float], span: tuple[float, float]) -> list[tuple[float, float]]:
    return [
        (low, high)
        for low, high in ((piece[0], min(piece[1], span[0])), (max(piece[0], span[1]), piece[1]))
        if low < high
    ]


def _on(stretch: Shared, distance: float) -> Point:
    share = distance / stretch.length
    (x0, y0), (x1, y1) = stretch.start, stretch.end
    return (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)


def _at(start: Point, along: Sequence[float], distance: float) -> Point:
    return (start[0] + float(along[0]) * distance, start[1] + float(along[1]) * distance)


def _nearest(corners: Sequence[Point], point: Point) -> Point:
    return min(corners, key=lambda corner: math.dist(corner, point))
