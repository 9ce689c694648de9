"""The lines of a blank as machines need them: each stretch once, contours closed, creases joined where they run on."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import shapely

from binakriya.engines.boxes import Blank, Crease
from binakriya.engines.drafting.model import DrawingError, Line
from binakriya.engines.geometry import Point, on_grid
from binakriya.engines.geometry.tolerances import COINCIDENT

HATCH_MM = 3.0
CLOSED_GAP_MM = 0.003
"""Half of the widest gap that is closed: three steps of the grid, a hundredth of the thinnest knife."""
MITRE = 50.0


def lines_of(blank: Blank) -> tuple[Line, ...]:
    """Everything of the blank that is cut, creased, torn or glued, in its own coordinates: contours inside out (holes,
    slits, outline), as the knife wants them. Raises DrawingError when a contour is not closed or a slit ends nowhere.
    """
    lines = list(_cuts(blank))
    lines += [
        Line("CREASE", run, False, "valley" if side == "valley" else "mountain")
        for side, runs in creases(blank.creases)
        for run in runs
    ]
    lines += [
        Line("PERF", line.points, False, "perforation", (line.cut_mm, line.tie_mm)) for line in blank.perforations
    ]
    for glue in blank.glue:
        lines.append(Line("GLUE", glue.area, True, "glue"))
        lines += [Line("GLUE", stretch, False, "glue") for stretch in hatch(glue.area, rising=glue.face == "inside")]
    lines += [Line("ANNOTATION", window.film, True, "film") for window in blank.windows if window.film is not None]
    return tuple(lines)


def cut_through(creases: Iterable[Crease], contours: Sequence[Sequence[Point]]) -> list[Crease]:
    """The drawn creases in whose middle a contour runs: the knife would part what is to fold."""
    drawn = [crease for crease in creases if crease.drawn]
    if not drawn:
        return []
    knife = shapely.multilinestrings([shapely.linestrings([*ring, ring[0]]) for ring in contours])
    middles = shapely.points([((c.start[0] + c.end[0]) / 2, (c.start[1] + c.end[1]) / 2) for c in drawn])
    near = shapely.distance(knife, middles) < COINCIDENT
    return [crease for crease, wrong in zip(drawn, near, strict=True) if wrong]


def _contours(blank: Blank) -> list[tuple[Point, ...]]:
    """Holes, then the outline. Panels that meet within the grid but not exactly leave a gap as thin as the grid in the
    outline, along the crease between them: such gaps are closed (and nothing that is wider). Raises DrawingError when
    a crease is still cut through."""
    found = [cut.points for kind in ("hole", "outline") for cut in blank.cuts if cut.kind == kind]
    if not cut_through(blank.creases, found):
        return found
    holes, outline = found[:-1], found[-1]
    sound = shapely.make_valid(shapely.Polygon(outline, holes))
    wider = shapely.buffer(sound, CLOSED_GAP_MM, join_style="mitre", mitre_limit=MITRE)
    whole = shapely.buffer(wider, -CLOSED_GAP_MM, join_style="mitre", mitre_limit=MITRE)
    if whole.geom_type == "Polygon":
        rings = [list(dict.fromkeys(map(on_grid, ring.coords))) for ring in (*whole.interiors, whole.exterior)]
        found = [tuple(ring) for ring in rings]
    still = cut_through(blank.creases, found)
    if still:
        raise DrawingError(f"{blank.name}: the crease {still[0].panels} is cut through")
    return found


def _cuts(blank: Blank) -> Iterable[Line]:
    for cut in blank.cuts:
        if cut.kind != "slit" and (not cut.closed or len(cut.points) < 3):
            raise DrawingError(f"{blank.name}: an open {cut.kind}")
    *holes, outline = _contours(blank)
    slits = joined([cut.points for cut in blank.cuts if cut.kind == "slit"])
    for run in slits:
        if run[0] == run[-1]:
            raise DrawingError(f"{blank.name}: a slit that cuts a piece out")
    lines = [Line("CUT", ring, True, "knife") for ring in holes]
    lines += [Line("CUT", run, False, "knife") for run in slits]
    lines.append(Line("CUT", outline, True, "knife"))
    known: set[frozenset[Point]] = set()
    for line in lines:
        for stretch in stretches(line.points, closed=line.closed):
            edge = frozenset(stretch)
            if edge in known or len(edge) < 2:
                raise DrawingError(f"{blank.name}: a line is cut twice at {stretch}")
            known.add(edge)
    return lines


def stretches(points: Sequence[Point], *, closed: bool) -> list[tuple[Point, Point]]:
    """The straight pieces of a line."""
    ends = [*points[1:], points[0]] if closed else points[1:]
    return list(zip(points, ends, strict=closed))


def creases(found: Iterable[Crease]) -> list[tuple[str, list[tuple[Point, ...]]]]:
    """The drawn creases by side ("valley", "mountain"); those that run on in one line are one piece of rule."""
    by_side: dict[str, list[tuple[Point, ...]]] = {"valley": [], "mountain": []}
    for crease in found:
        if crease.drawn:
            by_side[crease.side].append((crease.start, crease.end))
    return [(side, joined(runs, straight=True)) for side, runs in by_side.items()]


def joined(runs: Sequence[tuple[Point, ...]], *, straight: bool = False) -> list[tuple[Point, ...]]:
    """Runs that meet end to end made into one; with `straight` only those that lie in one line, which then lose the
    point between them."""
    kept = list(runs)
    again = True
    while again:
        again = False
        for i, one in enumerate(kept):
            for j in range(i + 1, len(kept)):
                met = _met(one, kept[j], straight=straight)
                if met is not None:
                    kept[i] = met
                    del kept[j]
                    again = True
                    break
            if again:
                break
    return kept


def _met(one: tuple[Point, ...], two: tuple[Point, ...], *, straight: bool) -> tuple[Point, ...] | None:
    for a in (one, one[::-1]):
        for b in (two, two[::-1]):
            if math.dist(a[-1], b[0]) > COINCIDENT:
                continue
            if not straight:
                return a + b[1:]
            (x0, y0), (x1, y1) = a[0], b[-1]
            length = math.hypot(x1 - x0, y1 - y0)
            x, y = a[-1]
            off = abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / length if length else math.inf
            if off < COINCIDENT and length > math.dist(a[0], a[-1]):
                return (a[0], b[-1])
    return None


def hatch(area: Sequence[Point], *, rising: bool) -> list[tuple[Point, Point]]:
    """Strokes at 45° across an area: rising for glue on the inside face, falling for the outside face."""
    shape = shapely.Polygon(area)
    x0, y0, x1, y1 = shape.bounds
    slope = 1.0 if rising else -1.0
    tall = y1 - y0
    step = HATCH_MM * math.sqrt(2)
    count = int((x1 - x0 + tall) / step)
    strokes = []
    for k in range(1, count + 1):
        x = x0 - (tall if rising else 0.0) + k * step
        strokes.append(((x, y0), (x + slope * tall, y1)))
    if not strokes:
        return []
    inside = shapely.intersection(shapely.linestrings(strokes), shape)
    found = []
    for line in inside:
        for part in getattr(line, "geoms", [line]):
            if part.geom_type == "LineString" and part.length > COINCIDENT:
                (a, b), (c, d) = part.coords[0], part.coords[-1]
                found.append(((round(a, 3), round(b, 3)), (round(c, 3), round(d, 3))))
    return found
