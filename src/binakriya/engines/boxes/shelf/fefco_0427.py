"""FEFCO 0427, the mailer: a tray with rolled side walls and a hinged lid."""

from __future__ import annotations

from typing import Final

from binakriya.engines.boxes.folder_parameters import FLAP, FLAP_FITS, TEAR, flap_length
from binakriya.engines.boxes.making import ENDS_UP, LID_MAILER, ROLL_SIDES
from binakriya.engines.boxes.model import Blank, Job, Parameter, Placement, Style
from binakriya.engines.boxes.roll_ends import RollEnd, hinged_lid, roll_end
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.words import Text
from binakriya.engines.geometry import translation

NAME = Text("Kotak kirim berdinding lipat ganda (mailer)", "Roll-end mailer with hinged lid")

TABLE: Final = RollEnd(
    base_length=6.33,
    end_length=3.0,
    base_breadth=2.33,
    front=0.67,
    back=0.67,
    outer=0.33,
    inner=-0.33,
    roll=2.67,
    slot=3.33,
    tab=1.33,
    ear=1.17,
    sink=0.33,
)
"""The table of 0427 allowances in calipers (B). Walls of H + 0.33 and lids on walls of H + 0.67 fit on each other when
the roll is crushed into its wall and the lid rolls up on the back by a third of a caliper each."""

LID: Final = 3.33
"""Of the table (B): the lid's front comes down outside the front wall."""

INSIDE_LID: Final = 1.33
"""A lid whose front goes behind the front wall ends one caliper before that wall (d/2 rule, C)."""


def draw(job: Job) -> tuple[Blank, ...]:
    """Base in the middle, front below, back and lid above, rolled sides left and right."""
    d = job.d
    sketch = Sketch("box", NAME, job, grain="x")
    laid = roll_end(sketch, job, TABLE)
    outside = job["front_flap"] == "outside"
    hinged_lid(
        sketch,
        laid,
        length=job.B + (LID if outside else INSIDE_LID) * d,
        flap=flap_length(job),
        start=0.0 if outside else laid.ends + 2 * d,
        lift=1 - TABLE.back,
    )
    # what is left between the walls is shared; a tucked front takes one caliper of it
    front = (TABLE.base_breadth - 1) / 2 * d if outside else TABLE.base_breadth / 2 * d
    place = translation(-(laid.long - job.L) / 2, -(d / 2 + front), -d / 2)
    return (sketch.blank("base", [Placement(place)]),)


STYLE = Style(
    code="0427",
    family="folder",
    name=NAME,
    summary=Text(
        "Kotak kirim satu lembar tanpa lem: dinding samping digulung ganda dan dikunci di alas, tutup menyatu.",
        "A one-piece mailer without glue: side walls are rolled double and lock in the base, the lid is hinged.",
    ),
    draw=draw,
    kinds=("corrugated",),
    caliper=(0.7, 5.0),
    smallest=(60.0, 50.0, 20.0),
    largest=(800.0, 700.0, 400.0),
    layers=(7, 4, 2),
    firmness="B",
    source="FEFCO 0427 allowances in calipers, one source read; lid whose front goes inside: d/2 rule",
    parameters=(
        Parameter(
            "front_flap",
            Text("Letak sayap depan tutup", "Where the lid's front goes"),
            "choice",
            Text(
                "Di luar dinding depan (ukuran tabel), atau diselipkan di dalamnya.",
                "Outside the front wall (the table's size), or tucked in behind it.",
            ),
            default="outside",
            choices=(("outside", Text("di luar", "outside")), ("inside", Text("di dalam", "inside"))),
        ),
        FLAP,
        TEAR,
    ),
    rules=(FLAP_FITS,),
    gap=(2.0, 1.5),
    closes_by="tuck",
    default_inside=(200.0, 150.0, 60.0),
    default_board="E",
    steps=(ENDS_UP, ROLL_SIDES, LID_MAILER),
)
