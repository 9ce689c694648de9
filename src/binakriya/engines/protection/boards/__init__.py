"""Boards: how strong a box of a board is, what a stack asks of it, and which board is the lightest that holds.

Glossary: **ECT** edge crush resistance, N/mm (= kN/m); **caliper** thickness, mm; **BCT** box compression strength, N.
"""

from .choosing import BoardCheck, BoardChoice, choose_board
from .grades import DEFAULT_STOCK, FLUTES_MM, BoardGrade
from .item222 import item222
from .stacking import StackDemand, demand
from .strength import box_strength, mckee_full, mckee_simplified, mckee_stiffness, mckee_tops

__all__ = [
    "DEFAULT_STOCK",
    "FLUTES_MM",
    "BoardCheck",
    "BoardChoice",
    "BoardGrade",
    "StackDemand",
    "box_strength",
    "choose_board",
    "demand",
    "item222",
    "mckee_full",
    "mckee_simplified",
    "mckee_stiffness",
    "mckee_tops",
]
