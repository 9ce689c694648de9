"""A pillow pack: two curved panels, whose ends fold in along curved creases.

Each panel bends about straight lines, and the crease of an end is where a plane at 45° cuts it; what lies beyond is the
panel's own continuation, mirrored in that plane (Huffman, "Curvature and creases", IEEE Trans. Computers 1976: the two
sides of a planar crease mirror each other). So an end stands upright and bulges inwards, and flat its free edge mirrors
the crease: the lens of every pillow pack. The curve is drawn as chords; a facet is what lies between two bends.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from binakriya.engines.boxes.declared import CARTON
from binakriya.engines.boxes.making import PILLOW_CLOSE, PILLOW_GLUE
from binakriya.engines.boxes.model import Blank, Job, Placement, Rule, Style
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.words import Text
from binakriya.engines.geometry import Point, axes

NAME = Text("Kemasan bantal", "Pillow pack")
FACETS: Final = 6
"""Facets a panel; even, so that one crease meets its neighbour in the middle."""
BULGE: Final = 0.35
"""So much of the height the middle of a panel stands higher than the inside's corner (C)."""


@dataclass(frozen=True)
class Curve:
    """The cross-section of the upper panel's middle: `y` and `z` of its corners from side to side, `u` their places in
    the flat, mm; `bend` between facets and `slope` of the outermost ones, degrees."""

    y: tuple[float, ...]
    z: tuple[float, ...]
    u: tuple[float, ...]
    bend: float
    slope: float


def curve(job: Job) -> Curve:
    """Chords outside the circle through the upper corners of the inside, so far out that the board clears them."""
    rise = BULGE * job.H
    radius = (job.B**2 / 4 + rise**2) / (2 * rise)
    below = radius - job.H / 2 - rise
    step = 0.2
    for _ in range(60):
        outer = (radius + job.d / 2) / math.cos(step / 2)
        step = 2 * math.acos(below / outer) / FACETS
    half = step * FACETS / 2
    angles = [-half + k * step for k in range(FACETS + 1)]
    y = [outer * math.sin(angle) for angle in angles]
    z = [outer * math.cos(angle) - below for angle in angles]
    z[0] = z[-1] = 0.0
    chord = 2 * outer * math.sin(step / 2)
    u = [k * chord for k in range(FACETS + 1)]
    return Curve(tuple(y), tuple(z), tuple(u), math.degrees(step), math.degrees(half - step / 2))


def draw(job: Job) -> tuple[Blank, ...]:
    """Upper panel, lower panel, glue tab; two ends on each panel, those of the lower one inside."""
    d = job.d
    line = curve(job)
    # the panels bend most easily about the fibres
    sketch = Sketch("box", NAME, job, grain="y")
    apart = d / math.cos(math.radians(line.slope))
    inner = max(line.z) + 0.6 * apart
    width = line.u[-1]
    _panel(sketch, line, "top", 0.0, -(inner + apart), job.L + inner + apart)
    _panel(sketch, line, "low", width, -inner, job.L + inner)
    side = 180.0 - 2 * line.slope
    sketch.fold(f"top-{FACETS - 1}", "low-0", angle=side, order=2)

    chord = line.u[1]
    tab = 0.85 * chord
    low, high = -inner + 2 * d + 4, job.L + inner - 2 * d - 4
    end = 2 * width
    ring = [(end, low), (end + tab, low + 1.2 * tab), (end + tab, high - 1.2 * tab), (end, high)]
    sketch.panel("tab", "glue", ring)
    turned = math.radians(side)
    inwards = max(-0.5, -1 / (1 - math.cos(turned) + math.sin(turned)))
    sketch.fold(f"low-{FACETS - 1}", "tab", angle=side, order=2, axis=inwards, roll=inwards)
    area = [(end + 1.5 * d, low + 3 * d), (end + tab - 0.5, low + 1.2 * tab), (end + tab - 0.5, high - 1.2 * tab)]
    sketch.glue("tab", "top-0", [*area, (end + 1.5 * d, high - 3 * d)], "outside")
    sketch.seam("top-0", f"low-{FACETS - 1}", ((0.0, 0.0), (0.0, job.L)), ((end, 0.0), (end, job.L)))

    # the root is an upper facet; its slope brings the whole upright
    root = FACETS // 2
    lean = math.radians((root - (FACETS - 1) / 2) * line.bend)
    across = (0.0, math.cos(lean), -math.sin(lean))
    inside = (0.0, -math.sin(lean), -math.cos(lean))
    at = (0.0, job.B / 2 + line.y[root] - across[1] * line.u[root], job.H / 2 + line.z[root] - across[2] * line.u[root])
    return (sketch.blank(f"top-{root}", [Placement(axes(across, (1.0, 0.0, 0.0), inside, at))]),)


def _panel(sketch: Sketch, line: Curve, name: str, start: float, left: float, right: float) -> None:
    """One curved panel from `start` on, its sides from `left` to `right` (y of the drawing), and its two ends."""
    d = sketch.job.d
    u = [start + value for value in line.u]
    # the free side of the upper panel ends where it would stand in the lower one
    free = d / 2 / math.tan(math.radians(line.slope)) if name == "top" else 0.0
    for k in range(FACETS):
        ring = [(u[k], left + line.z[k]), (u[k + 1], left + line.z[k + 1])]
        ring += [(u[k + 1], right - line.z[k + 1]), (u[k], right - line.z[k])]
        if k == 0 and free:
            share = free / line.u[1]
            ring[0], ring[3] = _along(ring[0], ring[1], share), _along(ring[3], ring[2], share)
        sketch.panel(f"{name}-{k}", "wall", ring)
    middle = FACETS // 2
    chain = [(k, k + 1) for k in range(middle, FACETS - 1)] + [(k, k - 1) for k in range(middle, 0, -1)]
    # the upper panel hangs on its middle; the lower one on the side that the upper one carries
    for k, n in chain if name == "top" else [(k, k + 1) for k in range(FACETS - 1)]:
        sketch.fold(f"{name}-{k}", f"{name}-{n}", angle=line.bend, order=1, drawn=False)

    short = d / math.cos(math.radians(line.slope)) + 0.5
    order = 4 if name == "top" else 3
    for end, edge, out in (("left", left, 1.0), ("right", right, -1.0)):
        for k in range(FACETS):
            a, b = (u[k], line.z[k]), (u[k + 1], line.z[k + 1])
            if k == 0:
                a = _between(a, b, short)
            elif k == FACETS - 1:
                b = _between(b, a, short)
            ring = [(x, edge + out * z) for x, z in (a, b)]
            # mirrored in the end of the sides, less what lets it pass the other panel
            ring += [(x, edge + out * z - out * max(2 * z - short, 0.0)) for x, z in (b, a)]
            sketch.panel(f"{name}-{end}-{k}", "flap", ring)
            angle = _crease_angle(line, k)
            sketch.fold(f"{name}-{k}", f"{name}-{end}-{k}", angle=angle, order=order, loop=k != middle)
        for k, n in chain:
            one, two = f"{name}-{end}-{k}", f"{name}-{end}-{n}"
            sketch.fold(one, two, angle=line.bend, side="mountain", order=order, drawn=False)


def _between(tip: Point, other: Point, short: float) -> Point:
    """The point from which on an end is worth cutting: where it is as long as it was shortened."""
    share = min(0.9, short / abs(other[1] - tip[1]))
    return _along(tip, other, share)


def _along(start: Point, end: Point, share: float) -> Point:
    return (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))


def _crease_angle(line: Curve, k: int) -> float:
    """Fold between facet k and its end: the normals of a facet that slopes by φ and of its mirror image have the
    product -sin² φ."""
    slope = math.radians((k - (FACETS - 1) / 2) * line.bend)
    return math.degrees(math.acos(-(math.sin(slope) ** 2)))


STYLE = Style(
    code="carton-pillow",
    family="carton",
    name=NAME,
    summary=Text(
        "Kemasan melengkung tanpa lem di ujung, untuk perhiasan, kain, dan cendera mata ringan.",
        "A curved pack whose ends close without glue, for jewellery, cloth and light gifts.",
    ),
    draw=draw,
    kinds=("card",),
    caliper=CARTON,
    smallest=(50.0, 40.0, 10.0),
    largest=(300.0, 200.0, 80.0),
    layers=(-1, -1, -1),
    firmness="C",
    source="mirrored curved creases (Huffman 1976); proved by the fold test",
    rules=(
        Rule(
            "too_high",
            "height",
            lambda job: job.H > 0.5 * job.B,
            Text(
                "Tinggi {H} mm lebih dari setengah lebar {B} mm: bantal menjadi tabung.",
                "A height of {H} mm is more than half the breadth of {B} mm: the pillow becomes a tube.",
            ),
            Text("Kurangi tinggi atau lebarkan.", "Make it lower or broader."),
        ),
        Rule(
            "too_flat",
            "height",
            lambda job: 0.16 * job.B > job.H,
            Text(
                "Tinggi {H} mm kurang dari 16 % lebar {B} mm: lipatan lengkung tidak terbentuk.",
                "A height of {H} mm is less than 16 % of the breadth of {B} mm: the curved creases do not form.",
            ),
            Text("Tinggikan, atau pakai selongsong.", "Make it higher, or use a sleeve."),
        ),
    ),
    gap=(3.0, 1.5),
    closes_by="tuck",
    default_inside=(110.0, 80.0, 25.0),
    default_board="card-300",
    steps=(PILLOW_GLUE, PILLOW_CLOSE),
)
