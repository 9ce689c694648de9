"""Carton with an auto-lock (crash lock) bottom and a tuck on top."""

from __future__ import annotations

from binakriya.engines.boxes.cartons import carton
from binakriya.engines.boxes.declared import CARTON, CARTON_JOINT, JOINT_FITS, JOINT_HOLDS, TUCK, TUCK_FITS, WINDOW
from binakriya.engines.boxes.making import AUTO_BOTTOM, TUCK_LID
from binakriya.engines.boxes.model import Blank, Job, Style
from binakriya.engines.boxes.words import Text

NAME = Text("Karton lipat alas otomatis", "Auto-lock bottom carton")


def draw(job: Job) -> tuple[Blank, ...]:
    """A tube with a tuck on top; bottom: auto."""
    return carton(job, NAME, "auto")


STYLE = Style(
    code="carton-auto-lock",
    family="carton",
    name=NAME,
    summary=Text(
        "Alas sudah dilem dan terbuka sendiri saat kotak ditegakkan; paling cepat dirakit.",
        "The bottom is glued beforehand and unfolds with the walls; the quickest to set up.",
    ),
    draw=draw,
    kinds=("card", "corrugated"),
    caliper=CARTON,
    smallest=(40.0, 30.0, 30.0),
    largest=(400.0, 300.0, 500.0),
    layers=(2, 3, 5),
    firmness="C",
    source="layout of the code; d/2 rule, proved by the fold test",
    parameters=(CARTON_JOINT, TUCK, WINDOW),
    rules=(JOINT_FITS, JOINT_HOLDS, TUCK_FITS),
    gap=(2.0, 1.5),
    closes_by="tuck",
    default_inside=(100.0, 70.0, 120.0),
    default_board="card-400",
    steps=(AUTO_BOTTOM, TUCK_LID),
)
