"""Master tables of single sampling for attributes: code letters, sample sizes, acceptance and rejection numbers.

Source: the tables of MIL-STD-105E (1989; public domain), which ANSI/ASQ Z1.4 and ISO 2859-1:1989 share. Normal and
tightened plans are those of ISO 2859-1:1999 too [M: not checked against its text]; its **reduced** plans differ: that
edition closed the gap between acceptance and rejection number [M]. Every cell is checked in the tests against the
resolved tables of the R package AQLSchemes, and level II normal (some rows)
against a table for public works kept at nibs.org.

A master table is a staircase: cells with the same (row + column) hold the same plan. So it is kept as its one
diagonal, with the arrows, and the few cells that break it (reduced, letters A and B, whose sample is 2 as C's is).
"""

from typing import Literal

Regime = Literal["normal", "tightened", "reduced"]
Level = Literal["S-1", "S-2", "S-3", "S-4", "I", "II", "III"]
Cell = tuple[int, int] | Literal["up", "down"]
"""(Ac, Re), or the way to the first plan above or below."""

LETTERS = "ABCDEFGHJKLMNPQRS"
"""S is reached by arrows under tightened inspection only."""

LEVELS: tuple[Level, ...] = ("S-1", "S-2", "S-3", "S-4", "I", "II", "III")

LOTS = (8, 15, 25, 50, 90, 150, 280, 500, 1200, 3200, 10_000, 35_000, 150_000, 500_000)
"""Largest lot of each class; the last class has no end."""

CODES: dict[Level, str] = {
    "S-1": "AAAABBBBCCCCDDD",
    "S-2": "AAABBBCCCDDDEEE",
    "S-3": "AABBCCDDEEFFGGH",
    "S-4": "AABCCDEEFGGHJJK",
    "I": "AABCCDEFGHJKLMN",
    "II": "ABCDEFGHJKLMNPQ",
    "III": "BCDEFGHJKLMNPQR",
}

AQLS = (
    *(0.010, 0.015, 0.025, 0.040, 0.065, 0.10, 0.15, 0.25, 0.40, 0.65, 1.0, 1.5, 2.5),
    *(4.0, 6.5, 10.0, 15.0, 25.0, 40.0, 65.0, 100.0, 150.0, 250.0, 400.0, 650.0, 1000.0),
)
"""Acceptable quality levels: nonconforming items in 100 up to 10; nonconformities in 100 items at any value."""

_FULL = (2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 3150)
SIZES: dict[Regime, tuple[int, ...]] = {
    "normal": _FULL[:16],
    "tightened": _FULL,
    "reduced": (2, 2, *_FULL[:14]),
}

_DIAGONAL: dict[Regime, dict[int, Cell]] = {
    "normal": {
        14: (0, 1),
        15: "up",
        16: "down",
        17: (1, 2),
        18: (2, 3),
        19: (3, 4),
        20: (5, 6),
        21: (7, 8),
        22: (10, 11),
        23: (14, 15),
        24: (21, 22),
        25: (30, 31),
        26: (44, 45),
    },
    "tightened": {
        15: (0, 1),
        16: "down",
        17: "down",
        18: (1, 2),
        19: (2, 3),
        20: (3, 4),
        21: (5, 6),
        22: (8, 9),
        23: (12, 13),
        24: (18, 19),
        25: (27, 28),
        26: (41, 42),
    },
    "reduced": {
        14: (0, 1),
        15: "up",
        16: "down",
        17: (0, 2),
        18: (1, 3),
        19: (1, 4),
        20: (2, 5),
        21: (3, 6),
        22: (5, 8),
        23: (7, 10),
        24: (10, 13),
        25: (14, 17),
        26: (21, 24),
    },
}
_REDUCED_A: tuple[Cell, ...] = ((1, 2), (2, 3), (3, 4), (5, 6), (7, 8), (10, 11), (14, 15), (21, 22), (30, 31))
_REDUCED_B: tuple[Cell, ...] = ((2, 4), (3, 5), (5, 6), (7, 8), (10, 11), (14, 15), (21, 22), (30, 31))
_LONG_ROWS = 4
"""The diagonal ends at 24 from letter F on; A to E go as far as 1000 in 100."""


def cell(regime: Regime, row: int, column: int) -> Cell:
    """The master table's cell: row of the letter (0 = A), column of the AQL (0 = 0.010)."""
    if regime == "reduced" and row == 0 and column >= 17:
        return _REDUCED_A[column - 17]
    if regime == "reduced" and row == 1 and column >= 18:
        return _REDUCED_B[column - 18]
    place = row + column
    diagonal = _DIAGONAL[regime]
    if regime == "tightened" and row == 16:
        return diagonal[place] if place == 18 else "up"
    if place < min(diagonal):
        return "down"
    if place > (26 if row <= _LONG_ROWS else 24):
        return "up"
    if row == 0 and place == 15:
        return "down"
    return diagonal[place]


def resolved(regime: Regime, row: int, column: int) -> tuple[int, int, int]:
    """(row of the letter whose plan is used, Ac, Re), arrows followed. A way down that ends without a plan turns up."""
    first = cell(regime, row, column)
    if not isinstance(first, str):
        return row, *first
    below, above = range(row + 1, len(SIZES[regime])), range(row - 1, -1, -1)
    for run in (above, below) if first == "up" else (below, above):
        for here in run:
            found = cell(regime, here, column)
            if not isinstance(found, str):
                return here, *found
    raise AssertionError("a column without a plan")
