"""Roll-end trays: side walls that roll over the ears of front and back and lock in the base. 0421, 0426, 0427, 0470."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from binakriya.engines.boxes.model import Job
from binakriya.engines.boxes.sketch import Sketch

Points = list[tuple[float, float]]

TEAR_AT: Final = 18.0
"""mm. From the lid's front to the tear strip (C)."""

TEAR_WIDTH: Final = 12.0
"""mm. Width of the tear strip (C)."""


@dataclass(frozen=True)
class RollEnd:
    """Allowances in calipers. Base between side creases: L + `base_length`; front and back wall: L + `end_length`;
    base between front and back: B + `base_breadth`; walls in front and at the back: H + `front`, H + `back`; side wall
    outside H + `outer`, inside H + `inner`, between them the `roll`; slot in the base from the side crease; tab;
    ear: half the breadth + `ear`. `sink`: how far the roll is crushed into the outer wall. `front_roll`: the front is
    doubled too, over a roll so wide, its inside as the sides' (0: single)."""

    base_length: float
    end_length: float
    base_breadth: float
    front: float
    back: float
    outer: float
    inner: float
    roll: float
    slot: float
    tab: float
    ear: float
    sink: float = 0.0
    front_roll: float = 0.0


@dataclass(frozen=True)
class Laid:
    """Where things are in the drawing, mm: base 0 to `long` by 0 to `broad`, back crease of the lid at `hinge`, walls
    in front and back from `ends`."""

    long: float
    broad: float
    hinge: float
    ends: float


def spans(breadth: float, size: float) -> list[tuple[float, float]]:
    """From where to where the tabs of a wall of `size` mm run: one for a small box, two else."""
    places = [(0.5, 0.4)] if breadth < 120 else [(0.27, 0.2), (0.73, 0.2)]
    return [(size * (at - share / 2), size * (at + share / 2)) for at, share in places]


def roll_end(sketch: Sketch, job: Job, by: RollEnd) -> Laid:
    """Draws base, walls, ears and rolled sides (steps 1 to 4)."""
    d, L, B, H = job.d, job.L, job.B, job.H
    long, broad = L + by.base_length * d, B + by.base_breadth * d
    ends = (by.base_length - by.end_length) / 2 * d
    clear = 0.5 + 0.2 * d
    tabs = spans(B, broad)

    base: Points = [(0.0, 0.0)]
    base += [(long, 0.0)]
    base += [point for y0, y1 in tabs for point in _notch(long, -by.slot * d, y0 - clear, y1 + clear)]
    base += [(long, broad), (0.0, broad)]
    base += [point for y0, y1 in reversed(tabs) for point in _notch(0.0, by.slot * d, y1 + clear, y0 - clear)]
    slots = _front_slots(job, by, long, clear) if by.front_roll else []
    sketch.panel("base", "base", base, slots)

    for wall, y, way, high in (("front", 0.0, -1, H + by.front * d), ("back", broad, 1, H + by.back * d)):
        sketch.box(wall, "wall", ends, min(y, y + way * high), long - ends, max(y, y + way * high))
        sketch.fold("base", wall, order=1)
        low, top = 0.67 * d, H - 0.5 * d - 0.16 * d
        slope = min(0.15 * (top - low), 4.0)
        ear = B / 2 + by.ear * d - 0.5
        for side, x, out in (("left", ends, -1), ("right", long - ends, 1)):
            name = f"{wall}-ear-{side}"
            ring = [(x, y + way * low), (x + out * ear, y + way * (low + slope))]
            ring += [(x + out * ear, y + way * (top - slope)), (x, y + way * top)]
            sketch.panel(name, "dust", ring)
            sketch.fold(wall, name, order=2)

    back_inset = 0.67 * d
    front_inset = back_inset + by.front_roll * d
    for wall, x, out in (("left", 0.0, -1), ("right", long, 1)):
        edge = x + out * (H + by.outer * d)
        roll = edge + out * by.roll * d
        foot = roll + out * (H + by.inner * d)
        sketch.box(wall, "wall", min(x, edge), 0.0, max(x, edge), broad)
        sketch.box(f"{wall}-roll", "strip", min(edge, roll), front_inset, max(edge, roll), broad - back_inset)
        ring = [(roll, front_inset), (roll, broad - back_inset), (foot, broad - back_inset)]
        for y0, y1 in reversed(tabs):
            ring += [(foot, y1), (foot + out * by.tab * d, y1), (foot + out * by.tab * d, y0), (foot, y0)]
        ring.append((foot, front_inset))
        sketch.panel(f"{wall}-inner", "inner", ring)
        sketch.fold("base", wall, order=3)
        sketch.fold(wall, f"{wall}-roll", order=4, lift=-by.sink)
        sketch.fold(f"{wall}-roll", f"{wall}-inner", order=4)
    if by.front_roll:
        _front_inner(sketch, job, by, long)
    return Laid(long, broad, broad + H + by.back * d, ends)


def _notch(x: float, depth: float, start: float, end: float) -> Points:
    """Corners of a slot that is open to the edge at `x`."""
    return [(x, start), (x + depth, start), (x + depth, end), (x, end)]


def _front_tabs(job: Job, long: float) -> list[tuple[float, float]]:
    return [(long * (at - 0.09), long * (at + 0.09)) for at in ((0.5,) if job.L < 120 else (0.3, 0.7))]


def _front_slots(job: Job, by: RollEnd, long: float, clear: float) -> list[Points]:
    """Holes of the base for the tabs of the doubled front, one caliper and play wide."""
    d = job.d
    middle = by.front_roll * d
    low, high = middle - 0.5 * d - 0.17 * d, middle + 0.5 * d + 0.17 * d
    return [
        [(x0 - clear, low), (x1 + clear, low), (x1 + clear, high), (x0 - clear, high)]
        for x0, x1 in _front_tabs(job, long)
    ]


def _front_inner(sketch: Sketch, job: Job, by: RollEnd, long: float) -> None:
    """The front's roll and inside, between the side walls' insides."""
    d, H = job.d, job.H
    start = by.base_length / 2 * d + 0.2 + 0.1 * d
    edge = -(H + by.front * d)
    roll = edge - by.front_roll * d
    foot = roll - (H + by.inner * d)
    sketch.box("front-roll", "strip", start, roll, long - start, edge)
    ring: Points = [(start, roll), (start, foot)]
    for x0, x1 in _front_tabs(job, long):
        ring += [(x0, foot), (x0, foot - by.tab * d), (x1, foot - by.tab * d), (x1, foot)]
    ring += [(long - start, foot), (long - start, roll)]
    sketch.panel("front-inner", "inner", ring)
    sketch.fold("front", "front-roll", order=4)
    sketch.fold("front-roll", "front-inner", order=4)


def hinged_lid(sketch: Sketch, laid: Laid, *, length: float, flap: float, start: float, lift: float) -> None:
    """A lid on the back wall, `length` mm deep, with a front flap that begins `start` mm from the base's sides (steps
    5 and 6); the job tells whether a tear strip crosses it."""
    top = laid.hinge + length
    lean = min(flap * 0.2, 8.0)
    sketch.box("lid", "lid", 0.0, laid.hinge, laid.long, top)
    if sketch.job["tear_strip"]:
        for below in (TEAR_AT, TEAR_AT + TEAR_WIDTH):
            sketch.perforate([(0.0, top - below), (laid.long, top - below)])
    ring = [(start, top), (laid.long - start, top), (laid.long - start - lean, top + flap), (start + lean, top + flap)]
    sketch.panel("lid-front", "tuck", ring)
    sketch.fold("lid", "lid-front", order=5)
    sketch.fold("back", "lid", order=6, lift=lift)
