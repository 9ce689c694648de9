"""Which of several estimates can be told apart when all pairs are compared at once, and what that leaves of ranks.

Bonferroni over all n(n − 1)/2 pairs with Student's t: holds in every design. Tukey's studentized range would ask for 3
to 4 % less (4.22 against 4.39 standard errors at 60 products), takes a hundred times as long, and promises nothing for
correlated estimates.
"""

from dataclasses import dataclass

import numpy as np

ROUNDING_POINTS = 1e-9
"""Differences below this, in points, are of the arithmetic."""


@dataclass(frozen=True, slots=True)
class Compared:
    """For estimates sorted downwards: best and worst rank of each (1 = best), runs of which no two are told apart."""

    best: tuple[int, ...]
    worst: tuple[int, ...]
    runs: tuple[range, ...]


def compare(sorted_down: np.ndarray, errors: np.ndarray | None, *, freedom: int, level: float) -> Compared:
    """`errors`: standard errors of all differences (n × n); None when nothing is known: nothing is told apart."""
    n = len(sorted_down)
    if errors is None or n < 2 or freedom < 1:
        apart = np.zeros((n, n), dtype=bool)
    else:
        gap = np.abs(sorted_down[:, None] - sorted_down[None, :])
        apart = gap > critical(n, freedom=freedom, level=level) * errors + ROUNDING_POINTS
    above = np.triu(apart, 1)
    best = (1 + above.sum(axis=0)).tolist()
    worst = (n - above.sum(axis=1)).tolist()
    return Compared(tuple(best), tuple(worst), tuple(_runs(above)))


def critical(n: int, *, freedom: int, level: float) -> float:
    """Differences beyond this many standard errors are told apart, all pairs of `n` taken together."""
    from scipy.special import stdtrit  # noqa: PLC0415 - scipy takes a second to load; only comparing wants it

    return -float(stdtrit(freedom, (1 - level) / (n * (n - 1))))


def _runs(above: np.ndarray) -> list[range]:
    """Longest runs without a pair that is told apart, of two at least; `above`: upper triangle of what is apart."""
    n = len(above)
    nearest = [int(rows[-1]) if len(rows := np.flatnonzero(above[:, j])) else -1 for j in range(n)]
    runs: list[range] = []
    start = 0
    for j in range(n):
        if nearest[j] >= start:
            if j - start > 1:
                runs.append(range(start, j))
            start = nearest[j] + 1
    if n - start > 1:
        runs.append(range(start, n))
    return runs
