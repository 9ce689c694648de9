"""FEFCO 0201, the regular slotted container: outer flaps meet in the middle."""

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
from binakriya.engines.boxes.tubes import WALLS, standing, tube
from binakriya.engines.boxes.words import Text

NAME = Text("Kotak beralur biasa (RSC)", "Regular slotted container (RSC)")


def draw(job: Job) -> tuple[Blank, ...]:
    """Panels by the table of allowances; flaps half the breadth."""
    add = slotted(job.board)
    sketch = Sketch("box", NAME, job)
    wide, narrow, last = job.L + add.panel, job.B + add.panel, job.B + add.last
    height = job.H + add.depth
    tab = job.length("joint", joint(job.board, job.H, job.B))
    made = tube(sketch, (wide, narrow, wide, last), height, tab=tab, inset=(job.d + 1, job.d + 1))
    for end, first in ENDS:
        flaps(
            sketch,
            made,
            end,
            dict.fromkeys(WALLS, job.B / 2 + add.flap),
            lifts={"back": 0.5, "front": 0.5, "right": -0.5, "left": -0.5},
            orders={"right": first, "left": first, "back": first + 1, "front": first + 1},
            slot=slot_width(job),
            meeting=True,
        )
    spare = height - 2 * job.d - job.H
    return (sketch.blank("back", [standing(sketch, made, job.d + spare / 2)]),)


STYLE = Style(
    code="0201",
    family="slotted",
    name=NAME,
    summary=Text(
        "Kotak kirim yang paling umum: satu lembar, disambung lem, sayap luar bertemu di tengah, ditutup lakban.",
        "The most common shipping box: one sheet, glued joint, outer flaps meet in the middle, closed with tape.",
    ),
    draw=draw,
    kinds=("corrugated",),
    caliper=CORRUGATED,
    smallest=(50.0, 40.0, 20.0),
    largest=(1500.0, 1200.0, 1500.0),
    layers=(2, 2, 4),
    firmness="B",
    source="usual FEFCO 0200-0203 allowances by flute, one source read",
    parameters=(JOINT, SLOT),
    rules=(LONGER_THAN_BROAD, JOINT_FITS, JOINT_HOLDS, SLOT_FITS),
    gap=(4.0, 0.5),
    closes_by="tape",
    default_inside=(300.0, 200.0, 150.0),
    default_board="B",
    steps=(OPEN_TUBE, BOTTOM_FLAPS, TOP_FLAPS),
)
