"""What is reported of a box, all from the same geometry that is drawn and folded."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from binakriya.engines.boxes.folding import Part, assemble
from binakriya.engines.boxes.model import Blank, Box
from binakriya.engines.geometry import Cuboid, Point


@dataclass(frozen=True)
class BlankMeasures:
    """One copy of a blank: size along x and y in mm, area of board in mm² (holes and slots taken off), lengths of
    knife, creasing rule and perforation in mm, mass in g, and the number of copies that a box needs."""

    name: str
    width: float
    height: float
    area: float
    cut_length: float
    crease_length: float
    perforation_length: float
    mass: float
    copies: int


@dataclass(frozen=True)
class BoxMeasures:
    """A box: its blanks; outside size in mm along x, y, z when closed; inside volume in cm³; outside volume of the
    enclosing cuboid in cm³; mass of all its board in g; board area in mm² of all copies."""

    blanks: tuple[BlankMeasures, ...]
    outside: tuple[float, float, float]
    inside_volume: float
    outside_volume: float
    mass: float
    area: float


def measures(box: Box) -> BoxMeasures:
    """All figures of a box, lengths rounded to 0.001 mm."""
    blanks = tuple(blank_measures(blank) for blank in box.blanks)
    size = outside(box).size
    inside = box.inside
    return BoxMeasures(
        blanks=blanks,
        outside=(round(size[0], 3), round(size[1], 3), round(size[2], 3)),
        inside_volume=inside.length * inside.breadth * inside.height / 1000,
        outside_volume=size[0] * size[1] * size[2] / 1000,
        mass=sum(each.mass * each.copies for each in blanks),
        area=sum(each.area * each.copies for each in blanks),
    )


def blank_measures(blank: Blank) -> BlankMeasures:
    """The figures of one copy of a blank."""
    outline = blank.cuts[0].points
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    area = sum(panel.outline.area for panel in blank.panels)
    return BlankMeasures(
        name=blank.name,
        width=round(max(xs) - min(xs), 3),
        height=round(max(ys) - min(ys), 3),
        area=area,
        cut_length=sum(run(cut.points, closed=cut.closed) for cut in blank.cuts),
        crease_length=sum(math.dist(crease.start, crease.end) for crease in blank.creases if crease.drawn),
        perforation_length=sum(run(line.points) for line in blank.perforations),
        mass=area * 1e-6 * blank.board.grammage_gsm,
        copies=len(blank.placements),
    )


def run(points: Sequence[Point], *, closed: bool = False) -> float:
    """Length of a line through points, mm."""
    pairs = zip(points, [*points[1:], points[0]] if closed else points[1:], strict=closed)
    return sum(math.dist(a, b) for a, b in pairs)


def outside(box: Box, parts: Sequence[Part] | None = None) -> Cuboid:
    """The least cuboid along the box's axes around all plates of the closed box, mm."""
    low, high = [math.inf] * 3, [-math.inf] * 3
    for part in assemble(box) if parts is None else parts:
        ring, half = part.panel.outline.outer, part.thickness / 2
        for axis, ((a, b, c), shift) in enumerate(zip(part.motion.rotation, part.motion.shift, strict=True)):
            places = [a * x + b * y for x, y in ring]
            thick = abs(c) * half
            low[axis] = min(low[axis], min(places) - thick + shift)
            high[axis] = max(high[axis], max(places) + thick + shift)
    return Cuboid((low[0], low[1], low[2]), (high[0], high[1], high[2]))
