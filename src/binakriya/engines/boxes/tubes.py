"""What styles with four walls and a glue joint have in common: the tube, and where the box stands in it.

The first wall is the back (at y = B), the second the right one, then front and left; the glue tab hangs on the first
and lies inside the fourth.
"""

from __future__ import annotations

from dataclasses import dataclass

from binakriya.engines.boxes.model import Placement
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.geometry import axes

WALLS = ("back", "right", "front", "left")


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
    inset: float,
    order: int = 1,
) -> Tube:
    """Four walls and the glue tab. `inset` is how far the tab stays below the walls' ends, mm."""
    x0 = tab
    x = [x0]
    for width in widths:
        x.append(x[-1] + width)
    for number, wall in enumerate(WALLS):
        sketch.box(wall, "wall", x[number], 0.0, x[number + 1], height)
    slant = min(tab * 0.3, max(0.0, height / 2 - inset - 2))
    points = [(x0, inset), (x0, height - inset), (0, height - inset - slant), (0, inset + slant)]
    sketch.panel("tab", "glue", points)
    sketch.fold("back", "tab", order=order, lift=-0.5)
    sketch.fold("back", "right", order=order)
    sketch.fold("right", "front", order=order)
    sketch.fold("front", "left", order=order, lift=0.5)
    start = x0 - 1.5 * sketch.job.d - 0.5
    area = [(start, inset + 1), (start, height - inset - 1), (1, height - inset - slant), (1, inset + slant)]
    sketch.glue("tab", "left", area, "outside")
    return Tube((x[0], x[1], x[2], x[3], x[4]), 0.0, height)


def standing(sketch: Sketch, made: Tube, floor: float) -> Placement:
    """The placement of a tube whose floor (inside of the bottom) is at height `floor` of the drawing, mm; what the
    walls leave beyond L and B is shared by both sides."""
    job = sketch.job
    spare_x = made.x[1] - made.x[0] - job.d - job.L
    spare_y = made.x[2] - made.x[1] - job.d - job.B
    shift = (-made.x[0] - job.d / 2 - spare_x / 2, job.B + job.d / 2 + spare_y / 2, -floor)
    return Placement(axes((1.0, 0.0, 0.0), (0.0, 0.0, 1.0), (0.0, -1.0, 0.0), shift))
