"""NMFC Item 222 / UFC Rule 41: the least edge crush or burst for a gross weight, where a buyer in the USA asks for it.

Only rows whose print agrees with a second page, or reads without doubt, are kept. The limits on outside size, the top
rows and the puncture columns were not read: they are missing (D).
"""

from dataclasses import dataclass

from binakriya.engines.protection.calculation import Quantity, Working
from binakriya.engines.protection.checking import checked

from .grades import BoardGrade
from .strength import N_PER_MM_PER_LB_PER_INCH

KG_PER_LB = 0.45359237
KPA_PER_PSI = 6.894757293168

_SINGLE = ((20, 23, 125), (35, 26, 150), (50, 29, 175), (65, 32, 200), (95, 44, 275))
_DOUBLE = ((80, 42, 200), (100, 48, 275), (120, 51, 350), (140, 61, 400), (160, 71, 500))
# gross weight in lb, edge crush in lb/in, burst in psi


@dataclass(frozen=True, slots=True)
class Rule:
    """What the rule asks for, or None where its table was not read."""

    ect_n_per_mm: float | None
    burst_kpa: float | None


def item222(gross_kg: float, *, double_wall: bool = False) -> Rule:
    """The first row that takes this gross mass; either value satisfies the rule."""
    pounds = checked("mass", gross_kg) / KG_PER_LB
    for most, ect, burst in _DOUBLE if double_wall else _SINGLE:
        if pounds <= most + 1e-9:
            return Rule(ect * N_PER_MM_PER_LB_PER_INCH, burst * KPA_PER_PSI)
    return Rule(None, None)


def check_item222(board: BoardGrade, gross: Quantity, working: Working) -> tuple[bool, Rule]:
    """Does the board satisfy the rule by edge crush or by burst? Writes what the rule asks for."""
    rule = item222(gross.value, double_wall=board.double_wall)
    working.lacks("puncture", "measure.puncture")
    if rule.ect_n_per_mm is None or rule.burst_kpa is None:
        working.lacks("item222", "measure.item222", mass=gross.value)
        return False, rule
    working.step("item222.ect", "f(m)", rule.ect_n_per_mm, "N/mm", "item222", of=board.code, m=gross)
    working.step("item222.burst", "f(m)", rule.burst_kpa, "kPa", "item222", of=board.code, m=gross)
    if board.burst_kpa is None:
        working.lacks("burst", "measure.burst", board=board.code)
    holds = (board.ect_n_per_mm or 0) >= rule.ect_n_per_mm - 1e-9 or (board.burst_kpa or 0) >= rule.burst_kpa - 1e-9
    return holds, rule
