"""Reverse tuck end carton: the upper lid hangs on the back, the lower on the front."""

from __future__ import annotations

from binakriya.engines.boxes.cartons import carton
from binakriya.engines.boxes.declared import CARTON, CARTON_JOINT, JOINT_FITS, JOINT_HOLDS, TUCK, TUCK_FITS, WINDOW
from binakriya.engines.boxes.making import OPEN_TUBE, PLAIN_BOTTOM, TUCK_LID
from binakriya.engines.boxes.model import Blank, Job, Style
from binakriya.engines.boxes.words import Text

NAME = Text("Karton lipat selip berlawanan", "Reverse tuck end carton")


def draw(job: Job) -> tuple[Blank, ...]:
    """A tube with a tuck on top; bottom: reverse."""
    return carton(job, NAME, "reverse")


STYLE = Style(
    code="carton-reverse-tuck",
    family="carton",
    name=NAME,
    summary=Text(
        "Karton lipat dengan tutup atas di belakang dan tutup bawah di depan; hemat bahan saat disusun di lembar.",
        "A folding carton, upper lid on the back, lower on the front; nests well on the sheet.",
    ),
    draw=draw,
    kinds=("card", "corrugated"),
    caliper=CARTON,
    smallest=(15.0, 12.0, 25.0),
    largest=(400.0, 250.0, 500.0),
    layers=(2, 4, 4),
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
