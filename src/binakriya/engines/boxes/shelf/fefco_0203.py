"""FEFCO 0203, the full overlap slotted container: outer flaps as long as the box is broad."""

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
from binakriya.engines.boxes.making import BOTTOM_FLAPS, OPEN_TUBE, TOP_FLAPS
from binakriya.engines.boxes.model import Blank, Job, Style
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.slotted_flaps import ENDS, flaps
from binakriya.engines.boxes.tubes import standing, tube
from binakriya.engines.boxes.words import Text

NAME = Text("Kotak beralur tumpang penuh", "Full overlap slotted container")


def draw(job: Job) -> tuple[Blank, ...]:
    """As 0201, deeper by one more layer at each end; inner flaps end in the middle when the box is short."""
    add = slotted(job.board)
    sketch = Sketch("box", NAME, job)
    wide, narrow = job.L + add.panel, job.B + add.panel
    height = job.H + add.deep
    tab = job.length("joint", joint(job.board, job.H, job.B))
    inset = 1.5 * job.d + 1
    made = tube(sketch, (wide, narrow, wide, job.B + add.last), height, tab=tab, inset=(inset, inset))
    flap = job.B + add.flap
    inner = min(flap, wide / 2 - 0.5)
    for end, first in ENDS:
        flaps(
            sketch,
            made,
            end,
            lengths={"right": inner, "left": inner, "back": flap, "front": flap},
            lifts={"right": -1.0, "left": -1.0, "back": 0.0, "front": 1.0},
            orders={"right": first, "left": first, "back": first + 1, "front": first + 1},
            slot=slot_width(job),
        )
    spare = height - 3 * job.d - job.H
    return (sketch.blank("back", [standing(sketch, made, 1.5 * job.d + spare / 2)]),)


STYLE = Style(
    code="0203",
    family="slotted",
    name=NAME,
    summary=Text(
        "Seperti 0201, tetapi sayap luar menutup seluruh lebar: alas dan tutup berlapis tiga, tahan banting.",
        "Like 0201, but the outer flaps cover the whole breadth: three layers at bottom and top, for rough handling.",
    ),
    draw=draw,
    kinds=("corrugated",),
    caliper=CORRUGATED,
    smallest=(50.0, 40.0, 20.0),
    largest=(1500.0, 800.0, 1500.0),
    layers=(2, 2, 6),
    firmness="B",
    source="usual FEFCO 0200-0203 allowances by flute, one source read",
    parameters=(JOINT, SLOT),
    rules=(LONGER_THAN_BROAD, JOINT_FITS, JOINT_HOLDS, SLOT_FITS),
    gap=(4.0, 0.5),
    closes_by="tape",
    default_inside=(300.0, 150.0, 150.0),
    steps=(OPEN_TUBE, BOTTOM_FLAPS, TOP_FLAPS),
)
