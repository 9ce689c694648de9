"""The fold test: does the box, folded by its own angles, come out as a box?

`findings(box)` folds it and tells what is wrong, nothing when all is well: blank in one piece and its panels' areas
adding up; creases on shared edges, cuts on edges; no two plates in each other deeper than CRUSH; the inside free by
the declared L × B × H but for INTRUSION; every face covered but for the style's gap, except those declared open;
glued panels flat on each other; seams closed; the outside no larger than the layers that the style declares.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely

from binakriya.engines.boxes.edges import covered, shared_edges
from binakriya.engines.boxes.folding import Part, assemble, crease_motion, towards
from binakriya.engines.boxes.measures import outside
from binakriya.engines.boxes.model import Blank, Box, Crease, Style
from binakriya.engines.geometry import Cuboid, Point, Solid, beyond, block, depths, near, prism, simplified
from binakriya.engines.geometry.motions import Array
from binakriya.engines.geometry.tolerances import COINCIDENT

CRUSH: Final = (0.05, 0.3)
"""mm, and share of the caliper: so far two plates may stand in each other, for board gives way that much."""

INTRUSION: Final = (0.1, 0.3)
"""mm, and share of the caliper: so far a panel may stand in the declared inside (tables are rounded to whole mm)."""

GLUE_TAB_INTRUSION: Final = (0.1, 1.0)
"""The same for a glue tab and for parts that lock inside: one caliper at the joint is usual and is not counted (B)."""

SLACK: Final = (1.0, 1.0)
"""mm, and share of the caliper: so much the outside may exceed inside plus layers, on each axis (creases that roll)."""

GLUE_SHARE: Final = 0.85
"""So much of a glue area must lie on the panel that it holds."""

GLUE_GAP: Final = (0.05, 0.3)
"""mm, and share of the caliper: so far from touching a glued pair may be."""

SEAM_GAP: Final = (0.3, 1.05)
"""mm, and share of the caliper: so far apart the two edges of a seam may lie (the middles of panels that lie face to
face are one caliper apart)."""

WIDEST_BAND: Final = 2.5
"""Calipers. No more than this of a panel is left out of the test at its crease, however sharp the fold."""

LOOP_GAP: Final = (0.1, 0.1)
"""mm, and share of the caliper: so far from where its declared angle puts it a panel may lie that closes a ring."""

INTRUDERS: Final = frozenset({"glue", "lock"})


@dataclass(frozen=True)
class Finding:
    """Something wrong: `what` (area, crease, cut, overlap, inside, open, glue, seam, loop, outside), where, and by how
    much in mm (or mm²)."""

    what: str
    where: str
    amount: float


def allowed(pair: tuple[float, float], caliper: float) -> float:
    """A tolerance of (mm, calipers) in mm."""
    return pair[0] + pair[1] * caliper


def findings(box: Box, style: Style) -> tuple[Finding, ...]:
    """All that is wrong with the box, flat and folded."""
    found: list[Finding] = []
    for blank in box.blanks:
        found += flat_findings(blank)
    parts = assemble(box)
    rings = {(blank.name, panel.name): simplified(panel.outline) for blank in box.blanks for panel in blank.panels}
    solids = [
        (number, prism(points, part.thickness, part.motion))
        for number, part in enumerate(parts)
        for points in rings[part.blank, part.panel.name]
    ]
    found += overlaps(box, parts, solids, rings)
    found += intrusions(box, parts, solids)
    found += openings(box, style, parts)
    found += joints(box, parts)
    found += outgrown(box, style, parts)
    return tuple(found)


def flat_findings(blank: Blank) -> list[Finding]:
    """Of the drawing alone."""
    found: list[Finding] = []
    shapes = [panel.outline.shape for panel in blank.panels]
    whole = shapely.union_all(shapes)
    if whole.geom_type != "Polygon":
        found.append(Finding("area", f"{blank.name}: not in one piece", 0.0))
    total = sum(shape.area for shape in shapes)
    rings = [shapely.Polygon(cut.points).area for cut in blank.cuts if cut.closed]
    drawn = rings[0] - sum(rings[1:])
    for area in (whole.area, drawn):
        if abs(area - total) > 1e-5 * total + 0.05:
            found.append(Finding("area", blank.name, area - total))
    shared = shared_edges(blank.panels)
    for crease in blank.creases:
        missing = math.dist(crease.start, crease.end) - covered(shared, crease)
        if missing > 2 * COINCIDENT:
            found.append(Finding("crease", f"{blank.name}: {' / '.join(crease.panels)}", missing))
        if max(abs(crease.axis), abs(crease.roll)) > 0.5 + 1e-9:
            found.append(Finding("crease", f"{blank.name}: {' / '.join(crease.panels)} leaves the board", crease.axis))
    inner = shapely.buffer(shapes, -4 * COINCIDENT, quad_segs=1)
    for cut in blank.cuts:
        line = shapely.LineString([*cut.points, cut.points[0]] if cut.closed else cut.points)
        inside = float(shapely.length(shapely.intersection(inner, line)).sum())
        if inside > COINCIDENT:
            found.append(Finding("cut", f"{blank.name}: {cut.kind}", inside))
    for line in blank.perforations:
        off = shapely.LineString(line.points).difference(whole.buffer(4 * COINCIDENT)).length
        if off > COINCIDENT:
            found.append(Finding("cut", f"{blank.name}: perforation beside the board", off))
    return found


def overlaps(
    box: Box,
    parts: Sequence[Part],
    numbered: Sequence[tuple[int, Solid]],
    rings: Mapping[tuple[str, str], Sequence[Sequence[Point]]],
) -> list[Finding]:
    """Plates that stand in each other. Of two panels that share a crease the band at the crease is left out: there
    the board is crushed. `numbered` are the solids with the number of their part, `rings` the convex rings of each
    blank's panels."""
    creases = {(blank.name, *sorted(crease.panels)): crease for blank in box.blanks for crease in blank.creases}
    owner, solids = [number for number, _ in numbered], [solid for _, solid in numbered]
    of_part: dict[int, list[Solid]] = {}
    for number, solid in numbered:
        of_part.setdefault(number, []).append(solid)
    elbows = {(blank.name, *pair): crease for blank in box.blanks for pair, crease in _elbows(blank).items()}
    bent: set[tuple[int, int]] = set()
    least = min(allowed(CRUSH, part.thickness) for part in parts)
    pairs: list[tuple[Solid, Solid]] = []
    names: list[tuple[int, int]] = []
    for i, j in np.argwhere(np.triu(near(solids, solids, least), 1)):
        a, b = owner[i], owner[j]
        if a == b:
            continue
        one, two = parts[a], parts[b]
        key = (one.blank, *sorted((one.panel.name, two.panel.name)))
        crease = creases.get(key) if (one.blank, one.copy) == (two.blank, two.copy) else None
        if crease is not None:
            continue
        elbow = elbows.get(key) if (one.blank, one.copy) == (two.blank, two.copy) else None
        if elbow is None:
            pairs.append((solids[i], solids[j]))
            names.append((a, b))
        elif (a, b) not in bent:
            bent.add((a, b))
            moved, other = (a, b) if one.panel.name == elbow.panels[1] else (b, a)
            trimmed = _trimmed(rings[parts[moved].blank, parts[moved].panel.name], elbow, parts[moved])
            crossing = [(each, solid) for each in trimmed for solid in of_part[other]]
            pairs += crossing
            names += [(a, b)] * len(crossing)
    for (blank_name, *_), crease in creases.items():
        for a, b in _joined(parts, blank_name, crease):
            trimmed = _trimmed(rings[blank_name, parts[b].panel.name], crease, parts[b])
            crossing = [(one, other) for one in of_part[a] for other in trimmed]
            pairs += crossing
            names += [(a, b)] * len(crossing)
    worst: dict[tuple[int, int], float] = {}
    for pair, depth in zip(names, depths(pairs), strict=True):
        worst[pair] = max(worst.get(pair, 0.0), depth)
    return [
        Finding("overlap", f"{_name(parts[a])} × {_name(parts[b])}", depth)
        for (a, b), depth in worst.items()
        if depth > allowed(CRUSH, max(parts[a].thickness, parts[b].thickness))
    ]


def _elbows(blank: Blank) -> dict[tuple[str, str], Crease]:
    """Panels that meet in a point where a curved panel is creased: a facet's neighbour and what the facet carries. They
    crush each other at the crease as the facet itself would."""
    bends: dict[str, list[str]] = {}
    for crease in blank.creases:
        if not crease.drawn:
            for one, two in (crease.panels, crease.panels[::-1]):
                bends.setdefault(one, []).append(two)
    found = {}
    for crease in blank.creases:
        if crease.drawn:
            for neighbour in bends.get(crease.panels[0], ()):
                one, two = sorted((neighbour, crease.panels[1]))
                found[one, two] = crease
    return found


def _joined(parts: Sequence[Part], blank: str, crease: Crease) -> list[tuple[int, int]]:
    where = {(part.copy, part.panel.name): number for number, part in enumerate(parts) if part.blank == blank}
    copies = {copy for copy, _ in where}
    return [(where[copy, crease.panels[0]], where[copy, crease.panels[1]]) for copy in sorted(copies)]


def _trimmed(rings: Sequence[Sequence[Point]], crease: Crease, part: Part) -> list[Solid]:
    """The carried panel without the band at its crease in which the two boards must overlap: half a caliper over the
    tangent of half the angle between them, WIDEST_BAND at most."""
    between = math.radians(180 - min(crease.angle, 179.0)) / 2
    band = min(0.5 / math.tan(between), WIDEST_BAND) + max(crease.roll, 0.0) + abs(crease.axis)
    normal = towards(crease, part.panel)
    kept = [beyond(points, crease.start, normal, band * part.thickness) for points in rings]
    return [prism(points, part.thickness, part.motion) for points in kept if points]


def _name(part: Part) -> str:
    return f"{part.blank}[{part.copy}].{part.panel.name}"


def inside_of(box: Box) -> Cuboid:
    """The declared inside in the box's coordinates."""
    return Cuboid((0.0, 0.0, 0.0), (box.inside.length, box.inside.breadth, box.inside.height))


def intrusions(box: Box, parts: Sequence[Part], numbered: Sequence[tuple[int, Solid]]) -> list[Finding]:
    """Panels that stand in the declared inside."""
    room = block(inside_of(box))
    worst: dict[str, float] = {}
    close = near([solid for _, solid in numbered], [room], 0.0)[:, 0]
    beside = [(parts[number], solid) for (number, solid), met in zip(numbered, close, strict=True) if met]
    for (part, _), depth in zip(beside, depths([(solid, room) for _, solid in beside]), strict=True):
        limit = GLUE_TAB_INTRUSION if part.panel.role in INTRUDERS else INTRUSION
        if part.panel.role != "cell" and depth > allowed(limit, part.thickness):
            worst[_name(part)] = max(worst.get(_name(part), 0.0), depth)
    return [Finding("inside", name, depth) for name, depth in worst.items()]


_FACES = {
    "left": (0, -1), "right": (0, 1), "front": (1, -1), "back": (1, 1), "bottom": (2, -1), "top": (2, 1),
}  # fmt: skip


def openings(box: Box, style: Style, parts: Sequence[Part]) -> list[Finding]:
    """Faces of the inside, not declared open, that the panels lying beyond them leave uncovered by more than the
    style's gap (the widest circle that fits through)."""
    if len(style.open_faces) == len(_FACES):
        return []
    room = inside_of(box)
    d = max(part.thickness for part in parts)
    gap, slack = allowed(style.gap, d), allowed(INTRUSION, d)
    found = []
    windows = {blank.name: blank.windows for blank in box.blanks}
    corners = [part.motion.points(np.array([(x, y, 0.0) for x, y in part.panel.outline.outer])) for part in parts]
    for face, (axis, sign) in _FACES.items():
        if face in style.open_faces:
            continue
        across = [k for k in range(3) if k != axis]
        level = room.high[axis] if sign > 0 else -room.low[axis]
        shadows = []
        for part, points in zip(parts, corners, strict=True):
            if abs(part.motion.rotation[axis][2]) < 1e-6:
                # a wall that stands on the face closes no more than its own thickness
                continue
            heights = points[:, axis] * sign - (level - slack - part.thickness / 2)
            if heights.max() < 0:
                continue
            points = _above(points, heights)
            if len(points) < 3:
                continue
            flat = points[:, across]
            glazed = {frozenset(each.hole) for each in windows.get(part.blank, ())}
            kept = [
                part.motion.points(np.array([(x, y, 0.0) for x, y in hole]))[:, across]
                for hole in part.panel.outline.holes
                if frozenset(hole) not in glazed
            ]
            shadow = shapely.Polygon(flat, kept)
            shadows.append(shadow if shadow.is_valid else shadow.buffer(0))
        low = [room.low[k] for k in across]
        high = [room.high[k] for k in across]
        whole = shapely.box(low[0], low[1], high[0], high[1])
        if any(shadow.covers(whole) for shadow in shadows):
            continue
        lid = shapely.union_all(shadows).buffer(0.01, quad_segs=1) if shadows else shapely.Polygon()
        bare = whole.difference(lid).buffer(-gap / 2, quad_segs=2)
        if not bare.is_empty:
            found.append(Finding("open", face, bare.area))
    return found


def _above(points: Array, heights: Array) -> Array:
    """The part of a ring in space where the height (one for each corner) is not negative."""
    if heights.min() >= 0:
        return points
    kept = []
    for k, (point, height) in enumerate(zip(points, heights, strict=True)):
        before, lower = points[k - 1], heights[k - 1]
        if (height >= 0) != (lower >= 0):
            kept.append(before + (point - before) * lower / (lower - height))
        if height >= 0:
            kept.append(point)
    return np.array(kept)


def joints(box: Box, parts: Sequence[Part]) -> list[Finding]:
    """Glue areas that do not lie flat on the panel they hold, seams that stand open, loops that do not close."""
    found = []
    where = {(part.blank, part.copy, part.panel.name): part for part in parts}
    for blank in box.blanks:
        for crease in blank.creases:
            if crease.loop:
                carrier, carried = (where[blank.name, 0, name] for name in crease.panels)
                declared = carrier.motion @ crease_motion(crease, carried.panel, carried.thickness, 1.0)
                corners = np.array([(x, y, 0.0) for x, y in carried.panel.outline.outer])
                apart = float(np.abs(declared.points(corners) - carried.motion.points(corners)).max())
                if apart > allowed(LOOP_GAP, carried.thickness):
                    found.append(Finding("loop", f"{blank.name}: {' / '.join(crease.panels)}", apart))
        for glue in blank.glue:
            one, two = where[blank.name, 0, glue.panel], where[blank.name, 0, glue.to]
            back = two.motion.inverse() @ one.motion
            spots = back.points(np.array([(x, y, 0.0) for x, y in glue.area]))
            limit = allowed(GLUE_GAP, one.thickness)
            off = float(np.abs(np.abs(spots[:, 2]) - one.thickness).max())
            if off > limit:
                found.append(Finding("glue", f"{glue.panel} on {glue.to}", off))
            area = shapely.Polygon(spots[:, :2])
            lying = area.intersection(two.panel.outline.shape).area / max(area.area, 1e-9)
            if lying < GLUE_SHARE:
                found.append(Finding("glue", f"{glue.panel} beside {glue.to}", lying))
        for seam in blank.seams:
            one, two = (where[blank.name, 0, name] for name in seam.panels)
            first = [one.motion.point((x, y, 0.0)) for x, y in seam.edges[0]]
            second = [two.motion.point((x, y, 0.0)) for x, y in seam.edges[1]]
            straight = max(math.dist(a, b) for a, b in zip(first, second, strict=True))
            crossed = max(math.dist(a, b) for a, b in zip(first, reversed(second), strict=True))
            if min(straight, crossed) > allowed(SEAM_GAP, one.thickness):
                found.append(Finding("seam", " / ".join(seam.panels), min(straight, crossed)))
    return found


def outgrown(box: Box, style: Style, parts: Sequence[Part]) -> list[Finding]:
    """Axes along which the outside is not the inside, the declared layers of board and the play of a lid, within
    SLACK."""
    size = outside(box, parts).size
    play = float(dict(box.parameters).get("play") or 0.0)
    inside = (box.inside.length + play, box.inside.breadth + play, box.inside.height)
    d = max(part.thickness for part in parts)
    return [
        Finding("outside", axis, out - room - layers * d)
        for axis, out, room, layers in zip("xyz", size, inside, style.layers, strict=True)
        if layers >= 0 and abs(out - room - layers * d) > allowed(SLACK, d)
    ]
