"""Which cushion, cut how: the thinnest that is loaded as it should be, and one of paper."""

import math
from dataclasses import dataclass

from binakriya.engines.protection import (
    ARRANGEMENTS,
    CushionCurve,
    CushionDesign,
    Gravity,
    InputError,
    Product,
    Protection,
    Quantity,
    Values,
    Working,
    design_cushion,
)

PAPER: tuple[str, ...] = ("corrugated", "honeycomb", "molded_pulp", "crumpled_paper")


@dataclass(frozen=True, slots=True)
class Padding:
    """One way to cushion: `cushion` None for a soft product that is wrapped. `worst`: 0 fine, 1 with a warning."""

    cushion: str | CushionCurve | None
    arrangement: str
    design: CushionDesign | None
    worst: int
    paper: bool

    @property
    def volume_cm3(self) -> float:
        return sum(p.count * p.volume_cm3 for p in self.design.pads) if self.design else 0.0


def paddings(
    product: Product, base: Protection, cushions: tuple[str | CushionCurve, ...], values: Values
) -> tuple[Padding, ...]:
    """The best of all first, then the best of paper where that is another one. `base`: the same product protected, for
    its fragility and drop height. Raises InputError when every cushion would be pressed flat."""
    if base.cushion is None:
        return (Padding(None, "faces", None, 0, True),)
    g = Quantity(base.fragility_g, "G", "fragility")
    height = Quantity(base.drops.design_mm, "mm", "drop_height")
    found: list[tuple[int, float, float, int, Padding]] = []
    stopped: InputError | None = None
    for order, cushion in enumerate(cushions):
        best: tuple[int, float, float, int, Padding] | None = None
        for arrangement in ARRANGEMENTS:
            trial = Working()
            try:
                design = design_cushion(product, g, height, values, trial, cushion=cushion, arrangement=arrangement)
            except InputError as error:
                stopped = stopped or error
                continue
            gravities = {finding.gravity for finding in trial.sheet().findings}
            worst = 2 if Gravity.FAILS in gravities else 1 if Gravity.WARNING in gravities else 0
            padding = Padding(cushion, arrangement, design, worst, isinstance(cushion, str) and cushion in PAPER)
            if design.arrangement != arrangement and best is not None:
                continue  # the engine fell back on what another arrangement gives
            entry = (worst, design.thickness_mm, padding.volume_cm3, order, padding)
            if best is None or entry[:3] < best[:3]:
                best = entry
        if best is not None:
            found.append(best)
    if not found:
        if stopped is not None:
            raise stopped
        raise InputError("cushion", "error.empty")
    found.sort(key=lambda e: e[:4])
    chosen = [found[0][4]]
    paper = next((e[4] for e in found if e[4].paper and e[0] < 2), None)
    if paper is not None and paper.cushion != chosen[0].cushion:
        chosen.append(paper)
    return tuple(chosen)


def litres(size_mm: tuple[float, float, float]) -> float:
    return math.prod(size_mm) / 1e6
