"""What changed between two rounds, honestly for few products."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import comb, isfinite, sqrt
from typing import Literal

import numpy as np

from binakriya.engines.scoring.errors import ScoringError

Verdict = Literal["better", "worse", "not_seen", "too_few"]
PAIRS_LEAST = 5
EXACT_MOST = 200_000
DRAWS = 20_000


@dataclass(frozen=True, slots=True)
class Change:
    """Mean of after minus before, points, with Student's interval. `t`, `p`: of the paired test, two-sided. `exact`: p
    of turning the signs of the differences, two-sided. None where it cannot be known. `too_few`: fewer than
    `PAIRS_LEAST` pairs, or an interval that reaches beyond `worth` on both sides of zero."""

    pairs: int
    mean: float | None
    low: float | None
    high: float | None
    t: float | None
    p: float | None
    exact: float | None
    verdict: Verdict


def paired_change(
    before: Mapping[str, float], after: Mapping[str, float], *, level: float = 0.95, worth: float = 5.0
) -> Change:
    """Of the products that stand in both. `worth`: the smallest change that is worth telling, points.

    Raises ScoringError: not_a_score."""
    from scipy.special import stdtr, stdtrit  # noqa: PLC0415 - a second to load

    names = sorted(before.keys() & after.keys())
    for name in names:
        if not (isfinite(before[name]) and isfinite(after[name])):
            raise ScoringError("not_a_score", product=name)
    d = np.array([after[name] - before[name] for name in names])
    n = len(d)
    if n == 0:
        return Change(0, None, None, None, None, None, None, "too_few")
    mean = float(d.mean())
    if n == 1:
        return Change(1, mean, None, None, None, None, None, "too_few")
    error = float(d.std(ddof=1)) / sqrt(n)
    half = float(stdtrit(n - 1, 0.5 + level / 2)) * error
    t = mean / error if error > 0 else None
    p = float(2 * stdtr(n - 1, -abs(t))) if t is not None else None
    low, high = mean - half, mean + half
    verdict: Verdict = "not_seen"
    if n < PAIRS_LEAST or (low < -worth and high > worth):
        verdict = "too_few"
    elif low > 0:
        verdict = "better"
    elif high < 0:
        verdict = "worse"
    return Change(n, mean, low, high, t, p, _signs(d), verdict)


def _signs(d: np.ndarray) -> float:
    """Share of the ways to turn signs that move the mean as far from zero as it is."""
    n, least = len(d), abs(d.sum()) - 1e-9
    if 2**n <= EXACT_MOST:
        ways = np.array(list(product((1.0, -1.0), repeat=n)))
        return float(np.mean(np.abs(ways @ d) >= least))
    ways = np.random.default_rng(0).choice((1.0, -1.0), (DRAWS, n))
    return float((np.sum(np.abs(ways @ d) >= least) + 1) / (DRAWS + 1))


def permutation_p(low: Sequence[float], high: Sequence[float]) -> float:
    """One-sided: how often a split of all values as large as this one puts the mean of the second group as far above
    the first. Exact up to `EXACT_MOST` splits, then drawn (seeded). Raises ScoringError: no_scores."""
    if not low or not high:
        raise ScoringError("no_scores")
    whole, k = np.array([*low, *high], float), len(high)
    least = sum(high) - 1e-9
    if comb(len(whole), k) <= EXACT_MOST:
        sums = [whole[list(chosen)].sum() for chosen in combinations(range(len(whole)), k)]
        return float(np.mean(np.array(sums) >= least))
    draw = np.random.default_rng(0)
    sums = [draw.permutation(whole)[:k].sum() for _ in range(DRAWS)]
    return float((np.sum(np.array(sums) >= least) + 1) / (DRAWS + 1))
