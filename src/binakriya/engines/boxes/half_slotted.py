"""The half slotted container that 0200 is and 0320 has two of."""

from __future__ import annotations

from binakriya.engines.boxes.allowances import slotted
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.slotted_flaps import flaps
from binakriya.engines.boxes.tubes import WALLS, Tube, tube


def half_slotted(
    sketch: Sketch,
    widths: tuple[float, float, float, float],
    depth: float,
    *,
    flap: float,
    tab: float,
    slot: float,
) -> tuple[Tube, float]:
    """A tube with bottom flaps, `depth` mm deep inside; answers the tube and the height of its floor in the drawing."""
    d = sketch.job.d
    height = depth + slotted(sketch.job.board).depth / 2
    made = tube(sketch, widths, height, tab=tab, inset=(d + 1, 0.0))
    flaps(
        sketch,
        made,
        "bottom",
        dict.fromkeys(WALLS, flap),
        lifts={"back": 0.5, "front": 0.5, "right": -0.5, "left": -0.5},
        orders={"right": 2, "left": 2, "back": 3, "front": 3},
        slot=slot,
        meeting=True,
    )
    return made, height - depth
