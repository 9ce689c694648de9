"""The stress-energy curve G·σ = a·exp(b·σ·h/t) from points of an ASTM D1596 test."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from binakriya.engines.protection.checking import BottomingOutError, InputError, checked
from binakriya.engines.protection.distributions import t_quantile

WEAK_R2 = 0.8
_LEAST_POINTS = 4


def cushion_factor(a_kpa: float, b_per_kpa: float) -> float:
    """C = e·a·b: thickness = C·h/G at the best static stress."""
    return math.e * a_kpa * b_per_kpa


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
        return cushion_factor(self.a, self.b)

    def factor_interval(self, confidence: float = 0.95) -> tuple[float, float]:
        """By the delta method on ln C = 1 + ln a + ln b."""
        (vaa, vab), (_, vbb) = self.covariance
        error = math.sqrt(max(0.0, vaa + 2 * vab / self.b + vbb / self.b**2))
        reach = t_quantile(self.n - 2, 0.5 + confidence / 2) * error
        return self.factor * math.exp(-reach), self.factor * math.exp(reach)

    def careful(self, confidence: float = 0.9) -> "CushionCurve":
        """The curve raised so that a new test lies below it with this probability (one-sided, at the mean energy)."""
        reach = t_quantile(self.n - 2, confidence) * self.residual_sd * math.sqrt(1 + 1 / self.n)
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
    rows = []
    for point in points:
        stress = checked("static_stress", point.static_stress_kpa)
        energy = stress * checked("drop_height", point.drop_height_mm) / checked("thickness", point.thickness_mm)
        rows.append((energy, math.log(checked("peak_g", point.g) * stress), stress))
    given = [1.0] * len(rows) if weights is None else [float(weight) for weight in weights]
    if len(given) != len(rows) or not all(math.isfinite(weight) and weight > 0 for weight in given):
        raise InputError("weights", "error.not_a_number", unit="1")
    energies = [energy for energy, _, _ in rows]
    if max(energies) - min(energies) <= 1e-9 * max(energies):
        raise InputError("points", "error.too_few", least=2, value=1)
    scale = len(rows) / sum(given)
    line = [(weight * scale, x, y) for weight, (x, y, _) in zip(given, rows, strict=True)]
    n = len(line)
    mean_x, mean_y = sum(w * x for w, x, _ in line) / n, sum(w * y for w, _, y in line) / n
    sxx = sum(w * (x - mean_x) ** 2 for w, x, _ in line)
    slope = sum(w * (x - mean_x) * (y - mean_y) for w, x, y in line) / sxx
    if slope <= 0:
        raise InputError("points", "error.not_a_cushion", b=slope)
    intercept = mean_y - slope * mean_x
    squares = sum(w * (y - intercept - slope * x) ** 2 for w, x, y in line)
    total = sum(w * (y - mean_y) ** 2 for w, _, y in line)
    variance = squares / (n - 2)
    stresses = [stress for _, _, stress in rows]
    return CushionCurve(
        name=name,
        a=math.exp(intercept),
        b=slope,
        r2=1 - squares / total if total > 0 else 1.0,
        residual_sd=math.sqrt(variance),
        covariance=(
            (variance * (1 / n + mean_x**2 / sxx), -variance * mean_x / sxx),
            (-variance * mean_x / sxx, variance / sxx),
        ),
        n=n,
        energy_kpa=(min(energies), max(energies)),
        stress_kpa=(min(stresses), max(stresses)),
        source=source,
    )
