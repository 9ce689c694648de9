"""FEFCO 0210: slotted tube with a tuck-in lid at both ends, in corrugated board."""

from __future__ import annotations

from binakriya.engines.boxes.cartons import carton
from binakriya.engines.boxes.declared import CORRUGATED, JOINT, JOINT_FITS, JOINT_HOLDS, TUCK, TUCK_FITS, WINDOW
from binakriya.engines.boxes.making import OPEN_TUBE, PLAIN_BOTTOM, TUCK_LID
from binakriya.engines.boxes.model import Blank, Job, Style
from binakriya.engines.boxes.words import Text

NAME = Text("Kotak gelombang selip atas dan bawah", "Corrugated box with tuck ends")


def draw(job: Job) -> tuple[Blank, ...]:
    """A tube with a tuck on top; bottom: reverse."""
    return carton(job, NAME, "reverse")


STYLE = Style(
    code="0210",
    family="slotted",
    name=NAME,
    summary=Text(
        "Kotak gelombang yang ditutup dengan selipan di atas dan di bawah, tanpa lakban.",
        "A corrugated box closed by tucks at top and bottom, without tape.",
    ),
    draw=draw,
    kinds=("corrugated",),
    caliper=CORRUGATED,
    smallest=(50.0, 40.0, 40.0),
    largest=(600.0, 500.0, 700.0),
    layers=(2, 4, 4),
    firmness="C",
    source="layout of the code; d/2 rule, proved by the fold test",
    parameters=(JOINT, TUCK, WINDOW),
    rules=(JOINT_FITS, JOINT_HOLDS, TUCK_FITS),
    gap=(2.0, 1.5),
    closes_by="tuck",
    default_inside=(200.0, 120.0, 150.0),
    default_board="E",
    steps=(OPEN_TUBE, PLAIN_BOTTOM, TUCK_LID),
)
