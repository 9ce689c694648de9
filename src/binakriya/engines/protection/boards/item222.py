"""NMFC Item 222 / UFC Rule 41: what a board must have for a gross weight and a size, where a buyer in the USA asks.

Board of one or two walls: edge crush or burst, either satisfies the rule. Of three walls: puncture. United size is
length + breadth + height outside. Rows as printed by several pages; where they differ or one has an error of print, the
edge crush of the next heavier row stands in (on the careful side), or none, and burst decides.
"""

from dataclasses import dataclass

from binakriya.engines.protection.calculation import Quantity, Working
from binakriya.engines.protection.checking import checked

from .grades import BoardGrade
from .strength import N_PER_MM_PER_LB_PER_INCH

KG_PER_LB = 0.45359237
KPA_PER_PSI = 6.894757293168
MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Row:
    """Greatest gross weight in lb and united size in inches; least edge crush in lb/in, burst in psi, puncture in
    ounce-inches per inch of tear."""

    pounds: float
    united_in: float
    ect: float | None = None
    burst: float | None = None
    puncture: float | None = None


_SINGLE = (
    Row(20, 40, 23, 125),
    Row(35, 50, 26, 150),
    Row(50, 60, 29, 175),
    Row(65, 75, 32, 200),
    Row(80, 85, 44, 250),  # its own edge crush was not read: that of the next row
    Row(95, 95, 44, 275),
    Row(120, 105, 55, 350),
)
_DOUBLE = (
    Row(80, 85, 42, 200),
    Row(100, 95, 48, 275),
    Row(120, 105, 51, 350),
    Row(140, 110, 61, 400),
    Row(160, 115, 71, 500),
    Row(180, 120, None, 600),  # the edge crush is an error of print on the page that has it
)
_TRIPLE = (
    Row(240, 110, puncture=700),
    Row(260, 115, puncture=900),
    Row(280, 120, puncture=1100),
    Row(300, 125, puncture=1300),
)
_BY_WALLS = {1: _SINGLE, 2: _DOUBLE, 3: _TRIPLE}


@dataclass(frozen=True, slots=True)
class Rule:
    """What the rule asks for; all None where the box is heavier or larger than any row. Puncture in ounce-inches per
    inch of tear, as the rule prints it."""

    ect_n_per_mm: float | None = None
    burst_kpa: float | None = None
    puncture: float | None = None

    @property
    def known(self) -> bool:
        return self != Rule()


def item222(gross_kg: float, *, walls: int = 1, united_mm: float = 0.0) -> Rule:
    """The first row that takes this gross mass and united outside size."""
    pounds, united = checked("mass", gross_kg) / KG_PER_LB, united_mm / MM_PER_INCH
    for row in _BY_WALLS[walls]:
        if pounds <= row.pounds + 1e-9 and united <= row.united_in + 1e-9:
            return Rule(
                None if row.ect is None else row.ect * N_PER_MM_PER_LB_PER_INCH,
                None if row.burst is None else row.burst * KPA_PER_PSI,
                row.puncture,
            )
    return Rule()


def check_item222(
    board: BoardGrade, gross: Quantity, outside_mm: tuple[float, float, float], working: Working
) -> tuple[bool, Rule]:
    """Does the board satisfy the rule: by edge crush or by burst, or with three walls by puncture? Writes what the rule
    asks for, and what nobody measured."""
    rule = item222(gross.value, walls=board.walls, united_mm=sum(outside_mm))
    if not rule.known:
        working.lacks("item222", "measure.item222", mass=gross.value)
        return False, rule
    united = Quantity(sum(outside_mm), "mm", "outside.united")
    asked = (
        ("item222.ect", rule.ect_n_per_mm, "N/mm", board.ect_n_per_mm, ""),
        ("item222.burst", rule.burst_kpa, "kPa", board.burst_kpa, "measure.burst"),
        ("item222.puncture", rule.puncture, "in·oz/in", board.puncture, "measure.puncture"),
    )
    holds = False
    for name, least, unit, has, measure in asked:
        if least is None:
            continue
        working.step(name, "f(m, L + B + H)", least, unit, "item222", of=board.code, m=gross, U=united)
        if has is None and measure:
            working.lacks(name.removeprefix("item222."), measure, board=board.code)
        holds = holds or (has or 0.0) >= least - 1e-9
    return holds, rule
