"""Allowances: how much a panel is drawn larger than the inside it makes, in mm, with firmness.

For slotted boxes the usual whole-millimetre table (B) is used where the flute is in it; for other boards the rule that
a 90° crease takes half a caliper (C, proved by the fold test).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from binakriya.engines.boxes.boards import Board, Firmness

SLOT_MM: Final = 6.0
"""Width of the slots between flaps (B)."""

JOINT_MM: Final = 30.0
"""Width of the glue joint (B)."""

SMALL_JOINT_MM: Final = 25.0
"""Width of the glue joint of a small box (B)."""

HEAVY_JOINT_MM: Final = 40.0
"""Width of the glue joint of BC board (B)."""


@dataclass(frozen=True)
class Slotted:
    """Of 0200, 0201 and 0203, mm: `panel` for the first three walls, `last` for the fourth, `depth` for 0201 and
    `deep` for 0203 between the flap creases, `flap` on half the breadth."""

    panel: float
    last: float
    depth: float
    deep: float
    flap: float
    firmness: Firmness


_TABLE: Final = {
    "E": Slotted(2, 0, 4, 6, 1, "B"),
    "B": Slotted(3, 0, 6, 9, 1, "B"),
    "C": Slotted(5, 2, 9, 14, 3, "B"),
    "BC": Slotted(7, 4, 16, 25, 5, "B"),
}
_NOMINAL: Final = {"E": 1.6, "B": 3.2, "C": 4.0, "BC": 7.0}
NEAR_NOMINAL: Final = 0.15
"""Share by which a caliper may differ from the flute's usual one before the table no longer fits it."""


def slotted(board: Board) -> Slotted:
    """The allowances of slotted boxes in this board: the table's, or those of half a caliper a crease."""
    d = board.caliper_mm
    nominal = _NOMINAL.get(board.flute or "")
    if nominal is not None and abs(d - nominal) <= NEAR_NOMINAL * nominal:
        return _TABLE[board.flute or ""]
    return Slotted(panel=d, last=0.0, depth=2 * d, deep=3 * d, flap=d / 2, firmness="C")


def joint(board: Board, height: float, breadth: float) -> float:
    """Width of the glue joint in mm: 40 for heavy board, 25 for small boxes, else 30 (B); never more than three
    fifths of the wall it is glued to."""
    if board.caliper_mm >= 6:
        usual = HEAVY_JOINT_MM
    elif board.caliper_mm < 1.0:
        usual = 15.0
    else:
        usual = SMALL_JOINT_MM if height < 150 else JOINT_MM
    return min(usual, 0.6 * breadth)
