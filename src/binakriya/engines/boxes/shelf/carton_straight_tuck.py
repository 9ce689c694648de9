"""Straight tuck end carton: both lids hang on the back (ECMA A20.20)."""

from __future__ import annotations

from binakriya.engines.boxes.cartons import carton
from binakriya.engines.boxes.declared import CARTON, CARTON_JOINT, JOINT_FITS, JOINT_HOLDS, TUCK, TUCK_FITS, WINDOW
from binakriya.engines.boxes.making import OPEN_TUBE, PLAIN_BOTTOM, TUCK_LID
from binakriya.engines.boxes.model import Blank, Job, Style
from binakriya.engines.boxes.words import Text

NAME = Text("Karton lipat selip searah", "Straight tuck end carton")


def draw(job: Job) -> tuple[Blank, ...]:
    """A tube with a tuck on top; bottom: straight."""
    return carton(job, NAME, "straight")


STYLE = Style(
    code="carton-straight-tuck",
    family="carton",
    name=NAME,
    summary=Text(
        "Karton lipat dengan dua tutup selip di sisi belakang; muka depan bersih.",
        "A folding carton whose two lids both hang on the back; the front stays clean.",
    ),
    draw=draw,
    kinds=("card", "corrugated"),
    caliper=CARTON,
    smallest=(15.0, 12.0, 25.0),
    largest=(400.0, 250.0, 500.0),
    layers=(2, 3, 4),
    firmness="C",
    source="layout of the code; d/2 rule, proved by the fold test",
    parameters=(CARTON_JOINT, TUCK, WINDOW),
    rules=(JOINT_FITS, JOINT_HOLDS, TUCK_FITS),
    gap=(2.0, 1.5),
    closes_by="tuck",
    default_inside=(80.0, 40.0, 120.0),
    default_board="card-350",
    steps=(OPEN_TUBE, PLAIN_BOTTOM, TUCK_LID),
)
