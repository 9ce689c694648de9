"""FEFCO 0200, the half slotted container: flaps at the bottom, open on top."""

from __future__ import annotations

from binakriya.engines.boxes.allowances import joint, slotted
from binakriya.engines.boxes.declared import (
    CORRUGATED,
    JOINT,
    JOINT_FITS,
    JOINT_HOLDS,
    LONGER_THAN_BROAD,
    SLOT,
    SLOT_FITS,
    slot_width,
)
from binakriya.engines.boxes.half_slotted import half_slotted
from binakriya.engines.boxes.making import BOTTOM_FLAPS, OPEN_TUBE
from binakriya.engines.boxes.model import Blank, Job, Style
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.tubes import standing
from binakriya.engines.boxes.words import Text

NAME = Text("Kotak beralur setengah, tanpa tutup", "Half slotted container, open top")


def draw(job: Job) -> tuple[Blank, ...]:
    """Walls as of 0201; flaps just half the breadth (the table adds nothing)."""
    add = slotted(job.board)
    sketch = Sketch("box", NAME, job)
    widths = (job.L + add.panel, job.B + add.panel, job.L + add.panel, job.B + add.last)
    made, floor = half_slotted(
        sketch,
        widths,
        job.H,
        flap=job.B / 2,
        tab=job.length("joint", joint(job.board, job.H, job.B)),
        slot=slot_width(job),
    )
    return (sketch.blank("back", [standing(sketch, made, floor)]),)


STYLE = Style(
    code="0200",
    family="slotted",
    name=NAME,
    summary=Text(
        "Wadah satu lembar dengan sayap di alas saja; atasnya terbuka atau ditutup tutup terpisah.",
        "One sheet with flaps at the bottom only; open on top or covered by a separate lid.",
    ),
    draw=draw,
    kinds=("corrugated",),
    caliper=CORRUGATED,
    smallest=(50.0, 40.0, 20.0),
    largest=(1500.0, 1200.0, 1500.0),
    layers=(2, 2, 2),
    firmness="B",
    source="usual FEFCO 0200-0203 allowances by flute, one source read",
    parameters=(JOINT, SLOT),
    rules=(LONGER_THAN_BROAD, JOINT_FITS, JOINT_HOLDS, SLOT_FITS),
    open_faces=("top",),
    gap=(5.0, 1.0),
    closes_by="none",
    default_inside=(300.0, 200.0, 150.0),
    steps=(OPEN_TUBE, BOTTOM_FLAPS),
)
