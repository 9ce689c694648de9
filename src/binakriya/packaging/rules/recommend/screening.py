"""Every style in every board, reckoned roughly in plain numbers: which few are worth making and proving.

Sizes and areas are estimates (`estimates`); what is proposed is made and computed afresh by the engines.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from binakriya.engines.protection import BoardGrade, Values, Working
from binakriya.engines.protection.boards import mckee_simplified
from binakriya.engines.protection.boards.choosing import THIN
from binakriya.engines.protection.boards.stacking import boxes_above, multipliers
from binakriya.engines.protection.boards.strength import SLOTTED
from binakriya.engines.protection.checking import GRAVITY
from binakriya.engines.protection.journey import Stage
from binakriya.packaging.rules.recommend.cushioning import Padding
from binakriya.packaging.rules.recommend.made import Estimate, Size
from binakriya.packaging.rules.recommend.suiting import Suited

MARGIN = 0.12
"""An estimate may be off by so much; what fails by less is made and computed before it is given up."""


@dataclass(frozen=True, slots=True)
class Stacks:
    """The legs as a stack sees them: height in mm and what all multipliers leave."""

    legs: tuple[tuple[float, float], ...]

    @classmethod
    def of(cls, stages: Sequence[Stage], printing: str, values: Values) -> "Stacks":
        found = []
        for stage in stages:
            left = math.prod(q.value for _, q in multipliers(stage, printing, values, Working()))
            found.append((stage.stack_height.value, left))
        return cls(tuple(found))

    def required_n(self, gross_kg: float, height_mm: float) -> float:
        return max(boxes_above(stack, height_mm) * gross_kg * GRAVITY / left for stack, left in self.legs)


@dataclass(frozen=True, slots=True)
class Rough:
    """An estimate of one way to pack. `near`: it fails by so little that the estimate may be wrong."""

    suited: Suited
    padding: Padding
    board: BoardGrade
    inside_mm: Size
    outside_mm: Size
    area_m2: float
    gross_kg: float
    holds: bool
    near: bool

    @property
    def volume_cm3(self) -> float:
        return math.prod(self.outside_mm) / 1000

    def charged_kg(self, divisor: int) -> float:
        return max(self.gross_kg, self.volume_cm3 / divisor)


def screen(
    suited: Suited, estimate: Estimate, padding: Padding, inside_mm: Size, net_kg: float, stacks: Stacks, values: Values
) -> list[Rough]:
    """One entry for each board that the style takes, the lightest board first."""
    factor = 1.0 if suited.style.code in SLOTTED else values["style.other"].value
    found = []
    for board in sorted(suited.boards, key=lambda b: (b.grammage, b.caliper_mm, b.code)):
        area = estimate.area_m2(inside_mm, board.caliper_mm)
        outside = estimate.outside_mm(inside_mm, board.caliper_mm)
        gross = net_kg + area * board.grammage / 1000
        required = stacks.required_n(gross, outside[2])
        holds, share = required == 0, 0.0
        if not holds and board.ect_n_per_mm is not None and board.flute:
            perimeter = 2 * (outside[0] + outside[1])
            strength = mckee_simplified(perimeter, board.caliper_mm, board.ect_n_per_mm) * factor
            share = strength / required
            holds = share >= 1
        thin = board.flute or "card"
        if thin in THIN:
            limits = (
                values[f"board.most_kg.{thin}"].value / gross,
                values[f"board.most_mm.{thin}"].value / max(outside),
            )
            share = min(share if required else 1.0, *limits)
            holds = holds and min(limits) >= 1
        near = not holds and share >= 1 - MARGIN
        found.append(Rough(suited, padding, board, inside_mm, outside, area, gross, holds, near))
    return found
