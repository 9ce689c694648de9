"""A gable box with a handle: auto-lock bottom, two roofs that lean on the pointed side walls, handles side by side."""

from __future__ import annotations

import math
from typing import Final

from binakriya.engines.boxes.allowances import joint
from binakriya.engines.boxes.closures import auto_lock, easing
from binakriya.engines.boxes.declared import CARTON, CARTON_JOINT, JOINT_FITS, JOINT_HOLDS
from binakriya.engines.boxes.making import AUTO_BOTTOM, GABLE_CLOSE
from binakriya.engines.boxes.model import Blank, Job, Parameter, Style
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.tubes import standing, tube, tube_grain
from binakriya.engines.boxes.words import Text
from binakriya.engines.geometry import arc

NAME = Text("Kotak atap bergagang", "Gable box with handle")
SLOPE: Final = 35.0
"""Degrees of the roofs above the horizontal."""
HAND: Final = (75.0, 22.0)
"""mm. Length and height of the hole for the hand."""


def draw(job: Job) -> tuple[Blank, ...]:
    """The tube's side walls end in a point under the roofs; roofs hang on back and front and carry the handles."""
    d, ease = job.d, easing(job.d)
    sketch = Sketch("box", NAME, job, grain=tube_grain(job))
    wide, narrow = job.L + d, job.B + d
    tangent, cosine = math.tan(math.radians(SLOPE)), math.cos(math.radians(SLOPE))
    # the roof's underside is this much below its middle, upright
    drop = (d / 2 + ease) / cosine
    height = job.H + 1.5 * d + drop
    rise = narrow / 2 * tangent
    last = narrow - d
    right = [(narrow, -drop), (narrow / 2, rise - drop), (0.0, -drop)]
    left = [(last, (narrow - last) * tangent - drop), (narrow / 2, rise - drop), (0.0, -drop)]
    tab = job.length("joint", joint(job.board, job.H, job.B))
    made = tube(
        sketch,
        (wide, narrow, wide, last),
        height,
        tab=tab,
        inset=(1.8 * d + 0.5, drop + d + 0.5),
        tops={"right": right, "left": left},
    )
    floor = auto_lock(sketch, made, order=2)

    roof = (narrow / 2 - d / 2) / cosine
    grip = job.length("handle", 48.0)
    for wall in ("back", "front"):
        x0, x1 = made.span(wall)
        a, b = x0 + ease, x1 - ease
        sketch.box(f"roof-{wall}", "roof", a, height, b, height + roof)
        sketch.fold(wall, f"roof-{wall}", angle=90.0 - SLOPE, order=4)
        middle, half = (a + b) / 2, min((b - a) / 2, max(55.0, 0.3 * (b - a)))
        low, top = height + roof, height + roof + grip
        radius = min(15.0, grip / 3)
        ring = [(middle - half, low), (middle + half, low)]
        ring += arc((middle + half - radius, top - radius), radius, 0, 90)
        ring += arc((middle - half + radius, top - radius), radius, 90, 180)
        r, at = HAND[1] / 2, low + grip / 2
        hole = arc((middle + HAND[0] / 2 - r, at), r, -90, 90) + arc((middle - HAND[0] / 2 + r, at), r, 90, 270)
        sketch.panel(f"handle-{wall}", "handle", ring, [hole])
        sketch.fold(f"roof-{wall}", f"handle-{wall}", angle=90.0 - SLOPE, side="mountain", order=4)
    edges = [
        ((x0 + x1) / 2 - 20.0, (x0 + x1) / 2 + 20.0, height + roof + grip)
        for x0, x1 in (made.span("back"), made.span("front"))
    ]
    (a, b, top), (c, e, _) = edges
    # the handles lie against each other: their upper edges meet
    sketch.seam("handle-back", "handle-front", ((a, top), (b, top)), ((c, top), (e, top)))
    return (sketch.blank("back", [standing(sketch, made, floor)]),)


STYLE = Style(
    code="carton-gable",
    family="carton",
    name=NAME,
    summary=Text(
        "Kotak jinjing untuk oleh-oleh: alas otomatis, atap miring, gagang menyatu yang dapat diikat pita.",
        "A carry box for gifts: auto-lock bottom, sloping roof, handles that a ribbon can tie.",
    ),
    draw=draw,
    kinds=("card", "corrugated"),
    caliper=CARTON,
    smallest=(130.0, 60.0, 40.0),
    largest=(400.0, 250.0, 300.0),
    layers=(2, 2, -1),
    firmness="C",
    source="own layout; d/2 rule, proved by the fold test",
    parameters=(
        CARTON_JOINT,
        Parameter(
            "handle",
            Text("Tinggi gagang", "Height of the handle"),
            "length",
            Text("Kosong: 48 mm.", "Empty: 48 mm."),
            minimum=40,
            maximum=90,
        ),
    ),
    rules=(
        JOINT_FITS,
        JOINT_HOLDS,
    ),
    gap=(3.0, 2.0),
    closes_by="tuck",
    default_inside=(180.0, 110.0, 100.0),
    default_board="card-450",
    steps=(AUTO_BOTTOM, GABLE_CLOSE),
)
