"""The critical drop height from an office's own tests: bracket, staircase (Bruceton), probit regression.

Glossary:

- **critical height**: half of such products break when they fall from there.
- **bracket**: the highest height survived and the lowest that broke.
- **staircase** (up-and-down, Bruceton): after damage one step down, after survival one
  step up, a fresh sample each time.
- **scale**: steps are equal differences ("linear", mm) or equal ratios ("log", log10 of mm).
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean
from typing import Literal

from .calculation import Gravity, Quantity, Sheet, Working
from .checking import InputError, checked
from .distributions import log_normal_probability, normal_density, normal_probability, normal_quantile, t_quantile

Scale = Literal["linear", "log"]
NARROW = 0.3
"""Below this (NB - A²)/N² the staircase says too little of the spread."""
_STEP_TOLERANCE = 0.02
_DIGITS = 3  # heights closer than a micrometre are one level
_FEW = 8


@dataclass(frozen=True, slots=True)
class DropTest:
    height_mm: float
    failed: bool


@dataclass(frozen=True, slots=True)
class Estimate:
    """`center`, `deviation`, `standard_error` are on the scale; heights in mm. A bracket has no deviation."""

    method: Literal["bracket", "dixon_mood", "probit"]
    critical_mm: float
    low_mm: float
    high_mm: float
    confidence: float | None
    scale: Scale
    center: float
    deviation: float | None
    standard_error: float | None
    counted: int
    sheet: Sheet

    def height_breaking(self, share: float) -> float:
        """The height in mm from which that share of products break; a bracket answers with what survived."""
        if not 0 < share < 1:
            raise InputError("confidence", "error.confidence")
        if self.deviation is None:
            return self.low_mm
        return _back(self.center + normal_quantile(share) * self.deviation, self.scale)


def _on(height: float, scale: Scale) -> float:
    return math.log10(height) if scale == "log" else height


def _back(value: float, scale: Scale) -> float:
    return 10.0**value if scale == "log" else value


def _clean(tests: Sequence[DropTest], least: int) -> list[DropTest]:
    if len(tests) < least:
        raise InputError("tests", "error.too_few", least=least, value=len(tests))
    clean = [DropTest(round(checked("test_height", t.height_mm), _DIGITS), t.failed) for t in tests]
    if len({test.failed for test in clean}) < 2:
        raise InputError("tests", "error.one_outcome")
    return clean


def _confidence(confidence: float) -> float:
    if not 0.5 <= confidence <= 0.999:
        raise InputError("confidence", "error.confidence")
    return confidence


def bracket(tests: Sequence[DropTest]) -> Estimate:
    """Between the highest survival and the lowest damage; the critical height is taken in the middle."""
    clean = _clean(tests, 2)
    survived = max(t.height_mm for t in clean if not t.failed)
    failed = min(t.height_mm for t in clean if t.failed)
    if failed <= survived:
        raise InputError("tests", "error.reversed", survived=survived, failed=failed)
    working = Working()
    lower = working.step("test.survived", "max h₀", survived, "mm", "given")
    upper = working.step("test.failed", "min h₁", failed, "mm", "given")
    middle = (survived + failed) / 2
    working.step("test.critical_height", "(h₀ + h₁)/2", middle, "mm", "geometry", h0=lower, h1=upper)
    working.say(Gravity.NOTE, "test.same_sample")
    return Estimate(
        "bracket", middle, survived, failed, None, "linear", middle, None, None, len(clean), working.sheet()
    )


def _levels(clean: list[DropTest], scale: Scale | None) -> tuple[list[int], float, float, Scale]:
    """Each test's level number, the lowest level and the step on the scale, and the scale."""
    heights = sorted({t.height_mm for t in clean})
    if len(heights) < 2:
        raise InputError("tests", "error.one_outcome")
    candidates: tuple[Scale, ...] = (scale,) if scale else ("linear", "log")
    for candidate in candidates:
        on = [_on(h, candidate) for h in heights]
        steps = [b - a for a, b in pairwise(on)]
        step = sum(steps) / len(steps)
        if all(abs(s - step) <= _STEP_TOLERANCE * step for s in steps):
            number = {h: i for i, h in enumerate(heights)}
            return [number[t.height_mm] for t in clean], on[0], step, candidate
    raise InputError("tests", "error.not_up_and_down", test=1)


def staircase(tests: Sequence[DropTest], *, confidence: float = 0.95, scale: Scale | None = None) -> Estimate:
    """Dixon and Mood (1948) on tests in the order they were made.

    The less frequent outcome is counted: N = Σnᵢ, A = Σi·nᵢ, B = Σi²·nᵢ over levels i from the lowest level y₀ at
    which it happened. mean = y₀ + d·(A/N ± ½), + for survivals, − for damages; s = 1.62·d·((NB − A²)/N² + 0.029) where
    that bracket exceeds 0.3, else 0.53·d. The formulas hold for steps d of 0.5 to 2 s; outside, the sheet warns.
    """
    level = _confidence(confidence)
    clean = _clean(tests, 5)
    numbers, lowest, step, used = _levels(clean, scale)
    for index, ((here, there), test) in enumerate(zip(pairwise(numbers), clean, strict=False), start=2):
        if there - here != (-1 if test.failed else 1):
            raise InputError("tests", "error.not_up_and_down", test=index)
    failures = sum(t.failed for t in clean)
    count_failures = failures <= len(clean) - failures
    counted = Counter(n for n, t in zip(numbers, clean, strict=True) if t.failed == count_failures)
    base = min(counted)
    n = sum(counted.values())
    a = sum((i - base) * k for i, k in counted.items())
    b = sum((i - base) ** 2 * k for i, k in counted.items())
    spread = (n * b - a * a) / (n * n)
    y0 = lowest + base * step
    center = y0 + step * (a / n + (-0.5 if count_failures else 0.5))
    narrow = spread <= NARROW
    deviation = 0.53 * step if narrow else 1.62 * step * (spread + 0.029)
    error = (6 * deviation + step) / (7 * math.sqrt(n))
    reach = t_quantile(n - 1, 0.5 + level / 2) * error if n > 1 else math.inf
    low, high = (_back(center - reach, used), _back(center + reach, used))

    working = Working()
    unit = "mm" if used == "linear" else "log₁₀ mm"
    given = {
        "y0": Quantity(y0, unit, "tests"),
        "d": Quantity(step, unit, "tests"),
        "N": Quantity(n, "1", "tests"),
        "A": Quantity(a, "1", "tests"),
    }
    mean = working.step(
        "test.critical_height",
        f"{'10^' if used == 'log' else ''}(y₀ + d·(A/N {'−' if count_failures else '+'} ½))",
        _back(center, used),
        "mm",
        "dixon_mood",
        also=given,
    )
    s = working.step(
        "test.standard_deviation",
        "0.53·d" if narrow else "1.62·d·((N·B − A²)/N² + 0.029)",
        deviation,
        unit,
        "dixon_mood_narrow" if narrow else "dixon_mood",
        also={**given, "B": Quantity(b, "1", "tests")},
    )
    se = working.step(
        "test.standard_error", "(6·s + d)/(7·√N)", error, unit, "dixon_mood_error", s=s, d=given["d"], N=given["N"]
    )
    share = Quantity(level, "1", "confidence")
    for name, sign, value in (("test.lower", "−", low), ("test.upper", "+", high)):
        if math.isfinite(value):
            working.step(name, f"m {sign} t(N−1)·se", value, "mm", "statistics", m=mean, se=se, confidence=share)
    if not 0.5 <= step / deviation <= 2 or narrow:
        shown = (step, deviation) if used == "linear" else (_ratio(mean.value, step), _ratio(mean.value, deviation))
        working.say(
            Gravity.WARNING,
            "test.narrow" if narrow else "test.step_size",
            **({} if narrow else {"step": shown[0], "deviation": shown[1]}),
        )
    if n < _FEW:
        working.say(Gravity.WARNING, "test.few", n=n)
    working.say(Gravity.NOTE, "test.same_sample")
    return Estimate(
        "dixon_mood", _back(center, used), low, high, level, used, center, deviation, error, n, working.sheet()
    )


def _ratio(height: float, log_step: float) -> float:
    return height * (10.0**log_step - 1)


def _probit_fit(data: list[tuple[float, bool]]) -> tuple[float, float, tuple[float, float, float]]:
    """Fisher scoring with halved steps; intercept, slope and the information (00, 01, 11) at the maximum."""

    def likelihood(b0: float, b1: float) -> float:
        return sum(log_normal_probability((b0 + b1 * z) * (1 if failed else -1)) for z, failed in data)

    b0 = b1 = 0.0
    best = likelihood(b0, b1)
    information = (1.0, 0.0, 1.0)
    for _ in range(200):
        i00 = i01 = i11 = s0 = s1 = 0.0
        for z, failed in data:
            eta = min(max(b0 + b1 * z, -8.0), 8.0)
            p, density = normal_probability(eta), normal_density(eta)
            spread = p * normal_probability(-eta)
            weight, score = density * density / spread, density * (failed - p) / spread
            i00, i01, i11 = i00 + weight, i01 + weight * z, i11 + weight * z * z
            s0, s1 = s0 + score, s1 + score * z
        information = (i00, i01, i11)
        determinant = i00 * i11 - i01 * i01
        m0, m1 = (i11 * s0 - i01 * s1) / determinant, (i00 * s1 - i01 * s0) / determinant
        size = 1.0
        while (there := likelihood(b0 + size * m0, b1 + size * m1)) < best and size > 1e-6:
            size /= 2
        gain = there - best
        if gain <= 0:
            break
        b0, b1, best = b0 + size * m0, b1 + size * m1, there
        if gain < 1e-13:
            break
    return b0, b1, information


def probit(tests: Sequence[DropTest], *, confidence: float = 0.95, scale: Scale = "log") -> Estimate:
    """P(break) = Φ((x − μ)/σ) by maximum likelihood (Fisher scoring), x the height on the scale; any order of heights.

    The interval is Wald's on the scale, from the expected information. Needs an overlap: some damage below some
    survival; otherwise the likelihood has no maximum and the error says where to test.
    """
    level = _confidence(confidence)
    clean = _clean(tests, 5)
    survived = max(t.height_mm for t in clean if not t.failed)
    failed = min(t.height_mm for t in clean if t.failed)
    if failed >= survived:
        raise InputError("tests", "error.separated", survived=survived, failed=failed)
    x = [_on(t.height_mm, scale) for t in clean]
    middle = fmean(x)
    width = math.sqrt(fmean((value - middle) ** 2 for value in x))
    data = [((value - middle) / width, t.failed) for value, t in zip(x, clean, strict=True)]
    b0, b1, information = _probit_fit(data)
    if b1 <= 0:
        raise InputError("tests", "error.flat_probit")
    i00, i01, i11 = information
    determinant = i00 * i11 - i01 * i01
    v00, v01, v11 = i11 / determinant, -i01 / determinant, i00 / determinant
    g0, g1 = -1 / b1, b0 / b1**2  # gradient of −b₀/b₁
    error = math.sqrt(g0 * g0 * v00 + 2 * g0 * g1 * v01 + g1 * g1 * v11) * width
    center, deviation = middle - width * b0 / b1, width / b1
    reach = normal_quantile(0.5 + level / 2) * error

    working = Working()
    unit = "mm" if scale == "linear" else "log₁₀ mm"
    n = Quantity(len(clean), "1", "tests")
    mean = working.step("test.probit_height", "max Σ log Φ(±(x − μ)/σ)", _back(center, scale), "mm", "probit", n=n)
    working.step("test.standard_deviation", "σ̂", deviation, unit, "probit", n=n)
    se = working.step("test.standard_error", "√(g'·I⁻¹·g)", error, unit, "statistics", m=mean, n=n)
    share = Quantity(level, "1", "confidence")
    low, high = _back(center - reach, scale), _back(center + reach, scale)
    working.step("test.lower", "μ − z·se", low, "mm", "statistics", m=mean, se=se, confidence=share)
    working.step("test.upper", "μ + z·se", high, "mm", "statistics", m=mean, se=se, confidence=share)
    working.say(Gravity.NOTE, "test.same_sample")
    return Estimate(
        "probit", _back(center, scale), low, high, level, scale, center, deviation, error, len(clean), working.sheet()
    )
