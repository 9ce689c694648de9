"""FEFCO 0215: tuck-in lid on top, snap lock bottom, in corrugated board."""

from __future__ import annotations

from binakriya.engines.boxes.cartons import carton
from binakriya.engines.boxes.declared import CORRUGATED, JOINT, JOINT_FITS, JOINT_HOLDS, TUCK, TUCK_FITS, WINDOW
from binakriya.engines.boxes.making import OPEN_TUBE, SNAP_BOTTOM, TUCK_LID
from binakriya.engines.boxes.model import Blank, Job, Style
from binakriya.engines.boxes.words import Text

NAME = Text("Kotak gelombang selip dengan alas kunci", "Corrugated box, tuck top and snap lock bottom")


def draw(job: Job) -> tuple[Blank, ...]:
    """A tube with a tuck on top; bottom: snap."""
    return carton(job, NAME, "snap")


STYLE = Style(
    code="0215",
    family="slotted",
    name=NAME,
    summary=Text(
        "Kotak gelombang dengan tutup selip dan alas yang dikunci tangan, tanpa lakban.",
        "A corrugated box with a tuck-in lid and a bottom locked by hand, without tape.",
    ),
    draw=draw,
    kinds=("corrugated",),
    caliper=CORRUGATED,
    smallest=(60.0, 50.0, 40.0),
    largest=(600.0, 500.0, 700.0),
    layers=(2, 3, 5),
    firmness="C",
    source="layout of the code; d/2 rule, proved by the fold test",
    parameters=(JOINT, TUCK, WINDOW),
    rules=(JOINT_FITS, JOINT_HOLDS, TUCK_FITS),
    gap=(2.0, 1.5),
    closes_by="tuck",
    default_inside=(200.0, 140.0, 150.0),
    default_board="E",
    steps=(OPEN_TUBE, SNAP_BOTTOM, TUCK_LID),
)
