"""What styles with four walls and a glue joint have in common: the tube, and where the box stands in it.

The first wall is the back (at y = B), the second the right one, then front and left; the glue tab hangs on the first
and lies inside the fourth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from binakriya.engines.boxes.model import Grain, Job, Placement
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.geometry import Point, Ring, axes

WALLS = ("back", "right", "front", "left")
NO_HOLES: Final[Mapping[str, Any]] = MappingProxyType({})


@dataclass(frozen=True)
class Tube:
    """Where the creases of a tube are: `x` five positions from the first wall's free side, `bottom` and `top` the
    heights of the walls' ends, mm."""

    x: tuple[float, float, float, float, float]
    bottom: float
    top: float

    def span(self, wall: str) -> tuple[float, float]:
        """From where to where a wall runs along x, mm."""
        number = WALLS.index(wall)
        return self.x[number], self.x[number + 1]


def tube(
    sketch: Sketch,
    widths: tuple[float, float, float, float],
    height: float,
    *,
    tab: float,
    inset: tuple[float, float],
    order: int = 1,
    holes: Mapping[str, Sequence[Ring]] = NO_HOLES,
    tops: Mapping[str, Sequence[Point]] = NO_HOLES,
) -> Tube:
    """Four walls and the glue tab. `inset` is how far the tab stays within the walls' lower and upper ends, mm;
    `holes` are rings in a wall, and `tops` points (x from the wall's left, y from its top, right to left) that make
    its upper edge instead of a straight one."""
    x0 = tab
    x = [x0]
    for width in widths:
        x.append(x[-1] + width)
    for number, wall in enumerate(WALLS):
        left, right = x[number], x[number + 1]
        straight = ((right - left, 0.0), (0.0, 0.0))
        ring = [(left, 0.0), (right, 0.0), *((left + u, height + v) for u, v in tops.get(wall, straight))]
        sketch.panel(wall, "wall", ring, [[(left + u, v) for u, v in hole] for hole in holes.get(wall, ())])
    low, high = inset[0], height - inset[1]
    slant = min(tab * 0.3, max(0.0, (high - low) / 2 - 2))
    sketch.panel("tab", "glue", [(x0, low), (x0, high), (0, high - slant), (0, low + slant)])
    sketch.fold("back", "tab", order=order, lift=-0.5)
    sketch.fold("back", "right", order=order)
    sketch.fold("right", "front", order=order)
    sketch.fold("front", "left", order=order, lift=0.5)
    start = x0 - 1.5 * sketch.job.d - 0.5
    sketch.glue("tab", "left", [(start, low + 1), (start, high - 1), (1, high - slant), (1, low + slant)], "outside")
    return Tube((x[0], x[1], x[2], x[3], x[4]), 0.0, height)


def standing(sketch: Sketch, made: Tube, floor: float, *, front: float = 0.5, job: Job | None = None) -> Placement:
    """The placement of a tube whose floor (inside of the bottom) is at height `floor` of the drawing, mm. What the
    walls leave beyond L is shared by both sides; of what they leave beyond B, the share `front` lies in front."""
    room = job or sketch.job
    spare_x = made.x[1] - made.x[0] - room.d - room.L
    spare_y = made.x[2] - made.x[1] - room.d - room.B
    shift = (-made.x[0] - room.d / 2 - spare_x / 2, room.B + room.d / 2 + spare_y * (1 - front), -floor)
    return Placement(axes((1.0, 0.0, 0.0), (0.0, 0.0, 1.0), (0.0, -1.0, 0.0), shift))


def tube_grain(job: Job) -> Grain:
    """Corrugated board stands on upright flutes; card runs round the tube, square to its creases, so that walls stay
    flat."""
    return "x" if job.board.kind == "card" else "y"


LAID: Final = axes((0.0, 1.0, 0.0), (0.0, 0.0, 1.0), (1.0, 0.0, 0.0))
"""Lays a tube down: its height along the box's x, its first wall on top."""


def laid(job: Job) -> Job:
    """The job of a tube that lies: its L, B, H are the box's B, H, L."""
    return replace(job, L=job.B, B=job.H, H=job.L)


def lying(sketch: Sketch, made: Tube, floor: float) -> Placement:
    """The placement of a tube that lies along x, drawn from `laid(job)`."""
    stands = standing(sketch, made, floor, job=laid(sketch.job))
    return replace(stands, motion=LAID @ stands.motion)
