"""Sleeves: a tube that is open at both ends and lies along the box's length."""

from __future__ import annotations

from typing import Final

from binakriya.engines.boxes.allowances import joint
from binakriya.engines.boxes.model import Blank, Job, Rule
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.tubes import laid, lying, tube
from binakriya.engines.boxes.words import Text

JOINT_BELOW_HEIGHT: Final = Rule(
    "joint_too_wide",
    "joint",
    lambda job: job.length("joint", 0) > 0.8 * job.H,
    Text(
        "Lidah lem lebih lebar daripada empat per lima tinggi {H} mm.",
        "The glue joint is wider than four fifths of the height of {H} mm.",
    ),
    Text("Kosongkan, atau isi angka yang lebih kecil.", "Leave it empty, or give a smaller number."),
)


def sleeve(job: Job, name: Text) -> tuple[Blank, ...]:
    """Top, back, bottom, front and a glue tab inside the front; each wall one caliper wider than the inside."""
    room = laid(job)
    # round the sleeve: square to its creases, and upright in its side walls
    sketch = Sketch("sleeve", name, job, grain="x")
    wide, narrow = room.L + job.d, room.B + job.d
    tab = job.length("joint", joint(job.board, job.L, job.H))
    made = tube(sketch, (wide, narrow, wide, narrow - job.d), room.H, tab=tab, inset=(0.0, 0.0))
    return (sketch.blank("back", [lying(sketch, made, 0.0)]),)
