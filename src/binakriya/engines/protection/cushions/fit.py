"""The stress-energy curve G·σ = a·exp(b·σ·h/t) from points of an ASTM D1596 test."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.special import stdtrit

from binakriya.engines.protection.checking import BottomingOutError, InputError, checked

WEAK_R2 = 0.8
_LEAST_POINTS = 4


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One point: peak G at a static stress in kPa, a drop height and a thickness in mm."""

    g: float
    static_stress_kpa: float
    drop_height_mm: float
    thickness_mm: float


@dataclass(frozen=True, slots=True)
class CushionCurve:
    """a in kPa, b in 1/kPa. `covariance` is that of (ln a, b); `residual_sd` is of ln(G·σ), `n` points.

    `energy_kpa` and `stress_kpa` are the ranges that were measured: outside them the curve says nothing.
    """

    name: str
    a: float
    b: float
    r2: float
    residual_sd: float
    covariance: tuple[tuple[float, float], tuple[float, float]]
    n: int
    energy_kpa: tuple[float, float]
    stress_kpa: tuple[float, float]
    source: str = "given"

    @property
    def factor(self) -> float:
        """The cushion factor C = e·a·b: thickness = C·h/G at the best static stress."""
        return math.e * self.a * self.b

    def factor_interval(self, confidence: float = 0.95) -> tuple[float, float]:
        """By the delta method on ln C = 1 + ln a + ln b."""
        (vaa, vab), (_, vbb) = self.covariance
        error = math.sqrt(max(0.0, vaa + 2 * vab / self.b + vbb / self.b**2))
        reach = float(stdtrit(self.n - 2, 0.5 + confidence / 2)) * error
        return self.factor * math.exp(-reach), self.factor * math.exp(reach)

    def careful(self, confidence: float = 0.9) -> "CushionCurve":
        """The curve raised so that a new test lies below it with this probability (one-sided, at the mean energy)."""
        reach = float(stdtrit(self.n - 2, confidence)) * self.residual_sd * math.sqrt(1 + 1 / self.n)
        return replace(self, a=self.a * math.exp(reach))

    def peak_g(self, static_stress_kpa: float, drop_height_mm: float, thickness_mm: float) -> float:
        """The shock passed on; an error outside the measured range (the cushion may bottom out there)."""
        stress = checked("static_stress", static_stress_kpa)
        energy = stress * checked("drop_height", drop_height_mm) / checked("thickness", thickness_mm)
        least, most = self.energy_kpa
        if energy > most * 1.000001:
            raise BottomingOutError("thickness", "error.beyond_curve", value=energy, least=least, most=most)
        return self.a * math.exp(self.b * energy) / stress

    def best_static_stress(self, fragility_g: float) -> float:
        """σ* = e·a/G = t/(b·h), kPa."""
        return math.e * self.a / checked("fragility", fragility_g)

    def least_thickness(self, fragility_g: float, drop_height_mm: float) -> float:
        """t = e·a·b·h/G, mm, at the best static stress."""
        return self.factor * checked("drop_height", drop_height_mm) / checked("fragility", fragility_g)

    def thickness_at(self, static_stress_kpa: float, fragility_g: float, drop_height_mm: float) -> float:
        """The thickness in mm at which G is just reached: t = b·σ·h/ln(G·σ/a)."""
        stress, g = checked("static_stress", static_stress_kpa), checked("fragility", fragility_g)
        least = self.a / g
        if stress <= least:
            raise InputError("static_stress", "error.stress_too_low", value=stress, fragility=g, least=least)
        energy = math.log(g * stress / self.a) / self.b
        return stress * checked("drop_height", drop_height_mm) / energy

    def usable_stress(self, fragility_g: float) -> tuple[float, float]:
        """Static stresses, kPa, for which this G is reached inside the measured energies and stresses."""
        g = checked("fragility", fragility_g)
        low, high = (self.a * math.exp(self.b * energy) / g for energy in self.energy_kpa)
        low, high = max(low, self.stress_kpa[0]), min(high, self.stress_kpa[1])
        if low > high:
            raise InputError(
                "static_stress", "error.stress_outside", value=low, least=self.stress_kpa[0], most=self.stress_kpa[1]
            )
        return low, high


def fit_stress_energy(
    points: Sequence[CurvePoint], *, weights: Sequence[float] | None = None, name: str = "", source: str = "given"
) -> CushionCurve:
    """Weighted least squares of ln(G·σ) on σ·h/t. Points of several heights and thicknesses belong in one fit."""
    if len(points) < _LEAST_POINTS:
        raise InputError("points", "error.too_few", least=_LEAST_POINTS, value=len(points))
    g = np.array([checked("peak_g", p.g) for p in points])
    stress = np.array([checked("static_stress", p.static_stress_kpa) for p in points])
    height = np.array([checked("drop_height", p.drop_height_mm) for p in points])
    thickness = np.array([checked("thickness", p.thickness_mm) for p in points])
    w = np.ones(len(points)) if weights is None else np.asarray(weights, dtype=float)
    if len(w) != len(points) or not np.all(np.isfinite(w)) or np.any(w <= 0):
        raise InputError("weights", "error.not_a_number", unit="1")
    energy, y = stress * height / thickness, np.log(g * stress)
    if np.ptp(energy) <= 1e-9 * energy.max():
        raise InputError("points", "error.too_few", least=2, value=1)
    w = w * len(w) / w.sum()
    design = np.column_stack([np.ones_like(energy), energy])
    normal = design.T @ (w[:, None] * design)
    beta = np.linalg.solve(normal, design.T @ (w * y))
    residual = y - design @ beta
    squares = float(w @ residual**2)
    variance = squares / (len(points) - 2)
    total = float(w @ (y - np.average(y, weights=w)) ** 2)
    slope = float(beta[1])
    if slope <= 0:
        raise InputError("points", "error.not_a_cushion", b=slope)
    covariance = np.linalg.inv(normal) * variance
    return CushionCurve(
        name=name,
        a=math.exp(float(beta[0])),
        b=slope,
        r2=1 - squares / total if total > 0 else 1.0,
        residual_sd=math.sqrt(variance),
        covariance=(
            (float(covariance[0, 0]), float(covariance[0, 1])),
            (float(covariance[1, 0]), float(covariance[1, 1])),
        ),
        n=len(points),
        energy_kpa=(float(energy.min()), float(energy.max())),
        stress_kpa=(float(stress.min()), float(stress.max())),
        source=source,
    )
