"""Carton with a snap lock (1-2-3) bottom and a tuck on top (ECMA A60.20)."""

from __future__ import annotations

from binakriya.engines.boxes.cartons import carton
from binakriya.engines.boxes.declared import CARTON, CARTON_JOINT, JOINT_FITS, JOINT_HOLDS, TUCK, TUCK_FITS, WINDOW
from binakriya.engines.boxes.making import OPEN_TUBE, SNAP_BOTTOM, TUCK_LID
from binakriya.engines.boxes.model import Blank, Job, Style
from binakriya.engines.boxes.words import Text

NAME = Text("Karton lipat alas kunci 1-2-3", "Snap lock (1-2-3) bottom carton")


def draw(job: Job) -> tuple[Blank, ...]:
    """A tube with a tuck on top; bottom: snap."""
    return carton(job, NAME, "snap")


STYLE = Style(
    code="carton-snap-lock",
    family="carton",
    name=NAME,
    summary=Text(
        "Alas dikunci tangan dalam tiga langkah tanpa lem; untuk barang yang lebih berat.",
        "The bottom locks by hand in three steps without glue; for heavier goods.",
    ),
    draw=draw,
    kinds=("card", "corrugated"),
    caliper=CARTON,
    smallest=(30.0, 25.0, 30.0),
    largest=(400.0, 300.0, 500.0),
    layers=(2, 3, 5),
    firmness="C",
    source="layout of the code; d/2 rule, proved by the fold test",
    parameters=(CARTON_JOINT, TUCK, WINDOW),
    rules=(JOINT_FITS, JOINT_HOLDS, TUCK_FITS),
    gap=(2.0, 1.5),
    closes_by="tuck",
    default_inside=(90.0, 70.0, 120.0),
    default_board="card-400",
    steps=(OPEN_TUBE, SNAP_BOTTOM, TUCK_LID),
)
