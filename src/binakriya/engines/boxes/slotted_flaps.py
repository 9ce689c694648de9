"""Flaps of slotted boxes: on every wall, slots between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.tubes import WALLS, Tube

End = Literal["bottom", "top"]
ENDS: Final[tuple[tuple[End, int], ...]] = (("bottom", 2), ("top", 4))
"""Both ends, with the step in which their inner flaps fold (the outer ones in the next)."""


def flaps(
    sketch: Sketch,
    made: Tube,
    end: End,
    lengths: Mapping[str, float],
    lifts: Mapping[str, float],
    orders: Mapping[str, int],
    *,
    slot: float,
    meeting: bool = False,
) -> None:
    """Flaps at one end of the tube: length (mm), lift (calipers) and order for each wall. With `meeting`, the front and
    back flaps butt in the middle: what they are too long is taken up by their creases, which roll until they fit."""
    d = sketch.job.d
    for wall in WALLS:
        x0, x1 = made.span(wall)
        name = f"{end}-{wall}"
        y = made.top if end == "top" else made.bottom
        far = y + lengths[wall] if end == "top" else y - lengths[wall]
        sketch.box(name, "flap", x0 + slot / 2, min(y, far), x1 - slot / 2, max(y, far))
        lift = lifts[wall]
        excess = 0.0
        if meeting and wall in ("front", "back"):
            between = made.x[2] - made.x[1]
            excess = min(max(0.0, lengths["front"] + lengths["back"] - between) / 2 / d, 1 - abs(lift))
        sketch.fold(wall, name, order=orders[wall], axis=lift / 2 - excess / 2, roll=lift / 2 + excess / 2)
