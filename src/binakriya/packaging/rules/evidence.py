"""What an office measured itself: drop tests of a material, points of a cushion curve."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from binakriya.engines.protection import (
    CUSHIONS,
    CurvePoint,
    CushionCurve,
    DropTest,
    Estimate,
    Values,
    Working,
    bracket,
    fit_stress_energy,
    probit,
    staircase,
)
from binakriya.engines.protection.checking import one_of
from binakriya.engines.protection.fragility import from_bare_drop, from_cushioned_drop

METHODS = {"bracket": bracket, "staircase": staircase, "probit": probit}
CURVED: tuple[str, ...] = tuple(CUSHIONS)
"""Cushions for which an office may fit a curve: also those for which the engine has no value at all."""


@dataclass(frozen=True, slots=True)
class DropSeries:
    """Drops in the order they were made; `cushion` "" for a hard floor, else a cushion of `cushion_mm`."""

    method: str
    drops: tuple[DropTest, ...]
    tested_on: date | None = None
    cushion: str = ""
    cushion_mm: float | None = None


@dataclass(frozen=True, slots=True)
class FoundByDrops:
    """`g`: what a pack is designed for; the rest as the estimate has it, heights in mm."""

    g: float
    estimate: Estimate

    def to_json(self, series: DropSeries) -> dict[str, Any]:
        one = self.estimate
        return {
            "method": series.method,
            "drops": [[drop.height_mm, drop.failed] for drop in series.drops],
            "cushion": series.cushion,
            "cushion_mm": series.cushion_mm,
            "critical_mm": one.critical_mm,
            # A staircase of one counted outcome knows no bounds; JSON knows no infinity.
            "low_mm": one.low_mm if one.low_mm > 0 else None,
            "high_mm": one.high_mm if one.high_mm < 1e6 else None,
            "confidence": one.confidence,
            "counted": one.counted,
        }


def of_drops(series: DropSeries, *, office_values: Values) -> FoundByDrops:
    """Raises InputError: method, too few drops, one outcome only, no staircase, a cushion without thickness."""
    found = METHODS[one_of("tests", series.method, tuple(METHODS))](series.drops)
    working = Working()
    if series.cushion:
        g = from_cushioned_drop(found, series.cushion_mm or 0.0, series.cushion, office_values, working)
    else:
        g = from_bare_drop(found, office_values, working)
    return FoundByDrops(max(5.0, g.value), found)


@dataclass(frozen=True, slots=True)
class FittedCurve:
    """A curve with what its page draws: `dots` and `line` are (energy σ·h/t in kPa, stress G·σ in kPa)."""

    curve: CushionCurve
    factor: float
    factor_low: float
    factor_high: float
    dots: tuple[tuple[float, float], ...]
    line: tuple[tuple[float, float], ...]

    @classmethod
    def of(cls, rows: Sequence[Sequence[float]], *, name: str, source: str) -> Self:
        """Raises InputError."""
        curve = fit_stress_energy(points_of(rows), name=name, source=source)
        low, high = curve.factor_interval()
        dots = tuple((stress * drop / thick, g * stress) for g, stress, drop, thick in rows)
        first, last = curve.energy_kpa
        steps = [first + (last - first) * place / 24 for place in range(25)]
        return cls(curve, curve.factor, low, high, dots, tuple((e, curve.peak_g(1.0, e, 1.0)) for e in steps))


def points_of(rows: Sequence[Sequence[float]]) -> list[CurvePoint]:
    return [CurvePoint(*(float(cell) for cell in row)) for row in rows]
