"""How a style draws a blank: panels, then folds between them; cuts follow from the panels by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import shapely

from binakriya.engines.boxes.edges import in_line, shared_by, slits
from binakriya.engines.boxes.model import (
    Blank,
    Crease,
    Cut,
    Glue,
    Grain,
    Job,
    Panel,
    Perforation,
    Placement,
    Role,
    Seam,
    Side,
    Window,
)
from binakriya.engines.boxes.words import Text
from binakriya.engines.geometry import Point, on_grid, polygon, rectangle, ring

Points = Iterable[Sequence[float]]

HAIR_MM = 0.003
"""Half the width of a gap between two panels that no knife can cut: three steps of the grid."""
MITRE = 50.0
"""How far a corner may reach when the gaps are closed, in steps: enough for the sharpest corner that is drawn."""


class NoDrawing(ValueError):
    """Panels that are no polygons, overlap, or do not hang together at this size."""


class Sketch:
    """A blank in the making. Coordinates in mm, the inside face towards the reader."""

    def __init__(self, name: str, title: Text, job: Job, *, grain: Grain = "y") -> None:
        self.name, self.title, self.job, self.grain = name, title, job, grain
        self.panels: dict[str, Panel] = {}
        self.creases: list[Crease] = []
        self.glued: list[Glue] = []
        self.windows: list[Window] = []
        self.torn: list[Perforation] = []
        self.seams: list[Seam] = []

    def panel(self, name: str, role: Role, points: Points, holes: Iterable[Points] = ()) -> Panel:
        """A panel by its ring, and the rings of its holes."""
        if name in self.panels:
            raise NoDrawing(f"two panels are called {name}")
        try:
            made = Panel(name, role, polygon(points, holes))
        except ValueError as error:
            raise NoDrawing(f"{self.name}, {name}: {error}") from error
        self.panels[name] = made
        return made

    def box(self, name: str, role: Role, x0: float, y0: float, x1: float, y1: float) -> Panel:
        """A rectangular panel from (x0, y0) to (x1, y1)."""
        if x1 <= x0 or y1 <= y0:
            raise NoDrawing(f"{self.name}, {name}: nothing left of it")
        return self.panel(name, role, rectangle(x0, y0, x1, y1))

    def fold(
        self,
        parent: str,
        child: str,
        *,
        angle: float = 90.0,
        order: int = 1,
        side: Side = "valley",
        axis: float = 0.0,
        roll: float = 0.0,
        lift: float = 0.0,
        drawn: bool = True,
        loop: bool = False,
    ) -> None:
        """A crease on the longest edge that the two panels share, and on the others in line with it (a slot may
        interrupt a crease). `lift` moves the carried panel outwards (along the
        parent, away from it) by so many calipers, half by the axis and half by rolling; only for 90°."""
        common = shared_by(self.panels[parent], self.panels[child])
        if not common:
            raise NoDrawing(f"{self.name}: {parent} and {child} share no edge")
        longest = max(common, key=lambda each: each.length)
        lines = [longest, *(each for each in common if each is not longest and in_line(longest, each))]
        for line in lines:
            self.creases.append(
                Crease(
                    panels=(parent, child),
                    start=line.start,
                    end=line.end,
                    angle=angle,
                    side=side,
                    order=order,
                    axis=axis + lift / 2,
                    roll=roll + lift / 2,
                    drawn=drawn,
                    loop=loop,
                )
            )

    def glue(self, panel: str, to: str, area: Points, face: Literal["inside", "outside"]) -> None:
        """Glue on `panel` that holds `to`."""
        self.glued.append(Glue(panel, to, ring(area), face))

    def seam(self, one: str, two: str, edge: tuple[Point, Point], other: tuple[Point, Point]) -> None:
        """Two edges that meet when folded."""
        self.seams.append(
            Seam((one, two), ((on_grid(edge[0]), on_grid(edge[1])), (on_grid(other[0]), on_grid(other[1]))))
        )

    def perforate(self, points: Points, *, cut: float = 3.0, tie: float = 2.0) -> None:
        """A line that tears."""
        self.torn.append(Perforation(tuple(on_grid(point) for point in points), cut, tie))

    def window(self, panel: str, hole: Points, film: Points | None) -> None:
        """A window in `panel`; the hole must be one of the panel's holes."""
        self.windows.append(Window(panel, ring(hole), None if film is None else ring(film)))

    def blank(self, root: str, placements: Sequence[Placement] = (Placement(),)) -> Blank:
        """The finished blank. Raises NoDrawing when panels overlap or the blank is not one piece."""
        panels = tuple(self.panels.values())
        return Blank(
            name=self.name,
            title=self.title,
            board=self.job.board,
            root=root,
            panels=panels,
            creases=tuple(self.creases),
            cuts=cuts(self.name, panels, self.creases),
            grain=self.grain,
            perforations=tuple(self.torn),
            glue=tuple(self.glued),
            windows=tuple(self.windows),
            seams=tuple(self.seams),
            placements=tuple(placements),
        )


def cuts(name: str, panels: Sequence[Panel], creases: Sequence[Crease]) -> tuple[Cut, ...]:
    """The knife's lines: round the union of the panels, round its holes, and between panels that no crease joins."""
    whole = shapely.union_all([panel.outline.shape for panel in panels])
    # A curved crease is a row of short chords; where two panels round one apart, the union keeps a hair-thin gap.
    for step in (HAIR_MM, -HAIR_MM):
        whole = shapely.buffer(whole, step, join_style="mitre", mitre_limit=MITRE)
    if whole.geom_type != "Polygon":
        raise NoDrawing(f"{name}: not in one piece")
    total = sum(panel.outline.area for panel in panels)
    if abs(total - whole.area) > 1e-5 * total + 0.05:
        raise NoDrawing(f"{name}: panels overlap in the flat by {total - whole.area:.2f} mm²")
    lines = [Cut("outline", _straightened(whole.exterior.coords[:-1]), True)]
    lines += [Cut("hole", _straightened(hole.coords[:-1]), True) for hole in whole.interiors]
    lines += [Cut("slit", (on_grid(stretch.start), on_grid(stretch.end)), False) for stretch in slits(panels, creases)]
    return tuple(lines)


def _straightened(points: Sequence[Sequence[float]]) -> tuple[Point, ...]:
    """Without points that lie in the middle of a straight run (left over where panels met), from the lowest corner."""
    kept = [on_grid(point) for point in points]
    kept = [point for k, point in enumerate(kept) if point != kept[k - 1]]
    straight = []
    for k, (x1, y1) in enumerate(kept):
        (x0, y0), (x2, y2) = kept[k - 1], kept[(k + 1) % len(kept)]
        turned = (x1 - x0) * (y2 - y1) - (y1 - y0) * (x2 - x1)
        if abs(turned) > 1e-9:
            straight.append((x1, y1))
    first = straight.index(min(straight, key=lambda point: (point[1], point[0])))
    return tuple(straight[first:] + straight[:first])
