"""FEFCO 0421, the roll-end tray without a lid."""

from __future__ import annotations

from typing import Final

from binakriya.engines.boxes.making import ENDS_UP, ROLL_SIDES
from binakriya.engines.boxes.model import Blank, Job, Placement, Style
from binakriya.engines.boxes.roll_ends import RollEnd, roll_end
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.words import Text
from binakriya.engines.geometry import translation

NAME = Text("Baki berdinding samping ganda", "Roll-end tray")

TRAY: Final = RollEnd(
    base_length=5.0,
    end_length=3.0,
    base_breadth=1.0,
    front=0.5,
    back=0.5,
    outer=0.0,
    inner=-0.5,
    roll=2.0,
    slot=2.67,
    tab=1.0,
    ear=0.5,
)
"""Inside L becomes L + 5 d (B); the rest by the d/2 rule (C)."""


def draw(job: Job) -> tuple[Blank, ...]:
    """Base in the middle, front and back with ears, rolled sides left and right; walls as high as the inside."""
    sketch = Sketch("tray", NAME, job, grain="x")
    roll_end(sketch, job, TRAY)
    d = job.d
    return (sketch.blank("base", [Placement(translation(-2.5 * d, -0.5 * d, -d / 2))]),)


STYLE = Style(
    code="0421",
    family="folder",
    name=NAME,
    summary=Text(
        "Baki satu lembar tanpa lem; dinding samping digulung menutup telinga lalu dikunci di alas.",
        "A one-piece tray without glue; the side walls roll over the ears and lock in the base.",
    ),
    draw=draw,
    kinds=("corrugated",),
    caliper=(0.7, 5.0),
    smallest=(60.0, 50.0, 15.0),
    largest=(900.0, 700.0, 300.0),
    layers=(6, 2, 1),
    firmness="C",
    source="L + 5d: one source read (B); the rest d/2 rule, proved by the fold test",
    open_faces=("top",),
    gap=(2.0, 1.5),
    closes_by="lock",
    default_inside=(300.0, 200.0, 60.0),
    default_board="E",
    steps=(ENDS_UP, ROLL_SIDES),
)
