"""Eight corner pads: three squares that fold round a corner of the product, held by a tab."""

from __future__ import annotations

import itertools

from binakriya.engines.boxes.making import PAD_FOLD, PAD_PLACE
from binakriya.engines.boxes.model import Blank, Job, Parameter, Placement, Rule, Style
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.words import Text
from binakriya.engines.geometry import Vector, axes

NAME = Text("Pelindung sudut", "Corner pads")


def draw(job: Job) -> tuple[Blank, ...]:
    """One blank, eight copies; the inside is the product."""
    d = job.d
    side = job.length("side", min(80.0, 0.3 * min(job.L, job.B, job.H)))
    sketch = Sketch("pad", NAME, job)
    sketch.box("floor", "pad", 0.0, 0.0, side, side)
    sketch.box("left", "pad", -side, 0.0, 0.0, side)
    start = 0.5 * d + 0.2
    sketch.box("front", "pad", start, -side, side, 0.0)
    tab = 0.45 * side
    sketch.panel(
        "tab", "glue", [(-side + 1, 0), (-side + 1 + 0.15 * side, -tab), (-1.2 * d - 2, -tab), (-0.8 * d - 1, 0)]
    )
    sketch.fold("floor", "left", order=1)
    sketch.fold("floor", "front", order=1)
    sketch.fold("left", "tab", order=1, lift=1.0)
    inner = start + d
    area = [
        (-side + 2 + 0.15 * side, -inner),
        (-side + 2 + 0.15 * side, -tab + 1),
        (-1.2 * d - 3, -tab + 1),
        (-1.2 * d - 3, -inner),
    ]
    sketch.glue("tab", "front", area, "inside")
    return (sketch.blank("floor", [_corner(job, *signs) for signs in itertools.product((1, -1), repeat=3)]),)


def _corner(job: Job, sx: int, sy: int, sz: int) -> Placement:
    """The pad at the corner whose product lies towards (sx, sy, sz); mirrored corners are reached by a turn that swaps
    the two walls."""
    x: Vector = (float(sx), 0.0, 0.0)
    y: Vector = (0.0, float(sy), 0.0)
    z: Vector = (0.0, 0.0, float(sz))
    if sx * sy * sz < 0:
        x, y = y, x
    half = job.d / 2
    at = [0.0 if sign > 0 else size for sign, size in zip((sx, sy, sz), (job.L, job.B, job.H), strict=True)]
    shift = (at[0] - sx * half, at[1] - sy * half, at[2] - sz * half)
    return Placement(axes(x, y, z, shift), approach=(-60.0 * sx, -60.0 * sy, -60.0 * sz), order=2)


STYLE = Style(
    code="corner-pads",
    family="fitment",
    name=NAME,
    summary=Text(
        "Delapan bantalan yang dilipat mengelilingi sudut barang: bingkai, cermin, ukiran, dan kotak kayu.",
        "Eight pads folded round the corners of the product: frames, mirrors, carvings, wooden boxes.",
    ),
    draw=draw,
    kinds=("corrugated",),
    caliper=(0.7, 8.0),
    smallest=(100.0, 100.0, 100.0),
    largest=(1500.0, 1200.0, 1200.0),
    layers=(4, 4, 2),
    firmness="C",
    source="d/2 rule, proved by the fold test",
    parameters=(
        Parameter(
            "side",
            Text("Sisi bantalan", "Side of the pad"),
            "length",
            Text(
                "Kosong: 30 % sisi terkecil barang, paling besar 80 mm.",
                "Empty: 30 % of the least side, 80 mm at most.",
            ),
            minimum=25,
            maximum=250,
        ),
    ),
    rules=(
        Rule(
            "pads_meet",
            "side",
            lambda job: job.length("side", 0) > 0.45 * min(job.L, job.B, job.H),
            Text(
                "Bantalan lebih besar dari 45 % sisi terkecil barang ({L} × {B} × {H} mm).",
                "The pads are larger than 45 % of the product's least side ({L} × {B} × {H} mm).",
            ),
            Text("Kosongkan, atau isi angka yang lebih kecil.", "Leave it empty, or give a smaller number."),
        ),
    ),
    open_faces=("left", "right", "front", "back", "bottom", "top"),
    closes_by="glue",
    default_inside=(300.0, 250.0, 150.0),
    steps=(PAD_FOLD, PAD_PLACE),
)
