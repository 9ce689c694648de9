"""Sheets that board is sold in: where one begins. An office's own suppliers decide; a size that is not here is passed
as width x height.

Firmness: B one source read (two printers' pages that give the same list); C usual, to be asked of the supplier.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from binakriya.engines.boxes.boards import Kind


@dataclass(frozen=True)
class BoardSheet:
    """A sheet: `width` and `height` in mm as named in the trade, for boards of these kinds."""

    code: str
    width: float
    height: float
    kinds: tuple[Kind, ...]
    firmness: Literal["B", "C"]
    source: str


_PLANO: Final = "plano sizes as listed by victorinkprinting.blogspot.com and printondemand.co.id, read in November 2026"
_ASSUMED: Final = "assumed: corrugated board is cut to order; ask the supplier for the corrugator's width"

SHEETS: Final = (
    BoardSheet("plano-61x86", 860.0, 610.0, ("card",), "B", _PLANO),
    BoardSheet("plano-65x90", 900.0, 650.0, ("card",), "B", _PLANO),
    BoardSheet("plano-65x100", 1000.0, 650.0, ("card",), "B", _PLANO),
    BoardSheet("plano-79x109", 1090.0, 790.0, ("card",), "B", _PLANO),
    BoardSheet("corrugated-100x120", 1200.0, 1000.0, ("corrugated", "honeycomb"), "C", _ASSUMED),
    BoardSheet("corrugated-120x240", 2400.0, 1200.0, ("corrugated", "honeycomb"), "C", _ASSUMED),
)


def sheets_for(kind: Kind) -> tuple[BoardSheet, ...]:
    """The sheets that boards of this kind come in."""
    return tuple(each for each in SHEETS if kind in each.kinds)
