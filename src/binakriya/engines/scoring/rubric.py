"""From the values of one scoring to 0–100; gates stand apart and are never averaged away."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isclose, isfinite

from binakriya.engines.scoring.errors import ScoringError

WEIGHT_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Criterion:
    """`weight`: share of the whole, 0 to 1; `lowest` and `highest` level of its scale."""

    weight: float
    lowest: float
    highest: float


@dataclass(frozen=True, slots=True)
class RubricScore:
    """`value` 0–100, None while a criterion is `missing`; `failed` gates, and those `open` (not answered yet)."""

    value: float | None
    parts: dict[str, float]
    missing: tuple[str, ...]
    failed: tuple[str, ...]
    open: tuple[str, ...]


def rubric_score(
    values: Mapping[str, float | None],
    criteria: Mapping[str, Criterion],
    gates: Mapping[str, bool | None] | None = None,
) -> RubricScore:
    """Each value's place between its lowest and highest level, times 100, weighted. `parts`: that place by criterion.

    Raises ScoringError: no_criteria, weight (criterion), weights (sum), levels (criterion), criterion (not in the
    rubric), out_of_range (criterion, value)."""
    if not criteria:
        raise ScoringError("no_criteria")
    for name, one in criteria.items():
        if not (isfinite(one.weight) and one.weight >= 0):
            raise ScoringError("weight", criterion=name, weight=one.weight)
        if not one.lowest < one.highest:
            raise ScoringError("levels", criterion=name, lowest=one.lowest, highest=one.highest)
    total = sum(one.weight for one in criteria.values())
    if not isclose(total, 1.0, abs_tol=WEIGHT_TOLERANCE):
        raise ScoringError("weights", sum=round(total, 6))
    parts: dict[str, float] = {}
    for name, value in values.items():
        if name not in criteria:
            raise ScoringError("criterion", criterion=name)
        if value is None:
            continue
        one = criteria[name]
        if not (isfinite(value) and one.lowest <= value <= one.highest):
            raise ScoringError("out_of_range", criterion=name, value=value)
        parts[name] = 100 * (value - one.lowest) / (one.highest - one.lowest)
    missing = tuple(name for name in criteria if name not in parts)
    whole = None if missing else min(100.0, sum(criteria[name].weight * part for name, part in parts.items()))
    answers = gates or {}
    return RubricScore(
        whole,
        parts,
        missing,
        tuple(name for name, ok in answers.items() if ok is False),
        tuple(name for name, ok in answers.items() if ok is None),
    )
