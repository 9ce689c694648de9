"""FEFCO 0470: a roll-end box whose front is doubled too, with a tuck-in lid."""

from __future__ import annotations

from typing import Final

from binakriya.engines.boxes.folder_parameters import FLAP, FLAP_FITS, TEAR, flap_length
from binakriya.engines.boxes.making import ENDS_UP, LID_INSIDE, ROLL_FRONT, ROLL_SIDES
from binakriya.engines.boxes.model import Blank, Job, Placement, Style
from binakriya.engines.boxes.roll_ends import RollEnd, hinged_lid, roll_end
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.words import Text
from binakriya.engines.geometry import translation

NAME = Text("Kotak lipat berdinding ganda di tiga sisi", "Roll-end box, doubled on three sides")

ALLOWANCES: Final = RollEnd(
    base_length=5.4,
    end_length=3.2,
    base_breadth=3.5,
    front=0.5,
    back=1.0,
    outer=0.0,
    inner=-0.5,
    roll=2.2,
    slot=2.87,
    tab=1.0,
    ear=0.5,
    front_roll=1.17,
)
"""In calipers, by the d/2 rule with a fifth of a caliper of play a side (C)."""

LID: Final = 1.16
"""The lid's front goes down behind the front, a sixth of a caliper from it (C)."""


def draw(job: Job) -> tuple[Blank, ...]:
    """As 0426, and the front rolls over and locks in the base like the sides."""
    d = job.d
    sketch = Sketch("box", NAME, job, grain="x")
    laid = roll_end(sketch, job, ALLOWANCES)
    # the tuck clears the insides of the side walls
    start = ALLOWANCES.base_length / 2 * d + 0.3 + 0.3 * d
    hinged_lid(sketch, laid, length=job.B + LID * d, flap=flap_length(job), start=start, lift=0.0)
    behind = ALLOWANCES.base_breadth - LID + 0.5
    spare = LID - 1.0
    place = translation(-(laid.long - job.L) / 2, -(behind + spare / 2) * d, -d / 2)
    return (sketch.blank("base", [Placement(place)]),)


STYLE = Style(
    code="0470",
    family="folder",
    name=NAME,
    summary=Text(
        "Kotak satu lembar tanpa lem; dinding samping dan depan ganda, tutup diselipkan: paling kokoh.",
        "One piece without glue; sides and front are double, the lid tucks in: the sturdiest.",
    ),
    draw=draw,
    kinds=("corrugated",),
    caliper=(0.7, 5.0),
    smallest=(60.0, 50.0, 20.0),
    largest=(800.0, 700.0, 400.0),
    layers=(6, 4, 2),
    firmness="C",
    source="layout of the code; d/2 rule, proved by the fold test",
    parameters=(FLAP, TEAR),
    rules=(FLAP_FITS,),
    gap=(2.0, 1.5),
    closes_by="tuck",
    default_inside=(200.0, 150.0, 60.0),
    default_board="E",
    steps=(ENDS_UP, ROLL_SIDES, ROLL_FRONT, LID_INSIDE),
)
