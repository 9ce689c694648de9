"""How far assessors agree: Krippendorff's alpha with a bootstrap interval.

Alpha is 1 where all agree, 0 where they agree as by chance, below 0 where they agree less than that (Krippendorff,
Content Analysis, 4th ed., 2018). With a dozen units its interval is as wide as the scale: it is always shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from binakriya.engines.scoring.errors import ScoringError

Measure = Literal["nominal", "ordinal", "interval", "ratio"]
MEASURES: tuple[Measure, ...] = ("nominal", "ordinal", "interval", "ratio")
RESAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Agreement:
    """`value`: alpha; None where all values are the same, for then chance and agreement are one. `low`, `high`: of the
    units drawn again and again; None with fewer than two of them. `units`: those with two values at least."""

    value: float | None
    low: float | None
    high: float | None
    units: int
    level: float
    measure: Measure


def alpha(
    values: Sequence[Sequence[float | None]],
    *,
    measure: Measure = "interval",
    level: float = 0.95,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> Agreement:
    """`values`: a row an assessor, a column a unit, None where an assessor did not see it. Units are drawn again with
    replacement `resamples` times; draws in which all values are the same are left out.

    Raises ScoringError: measure, not_a_table, no_pairs."""
    from krippendorff import alpha as of_counts  # noqa: PLC0415 - brings scipy, and only agreement needs it

    if measure not in MEASURES:
        raise ScoringError("measure", measure=measure)
    if len({len(row) for row in values}) > 1:
        raise ScoringError("not_a_table")
    table = np.array([[np.nan if one is None else float(one) for one in row] for row in values])
    domain = np.unique(table[~np.isnan(table)]) if table.size else np.array([])
    counts = (
        np.array([[np.sum(unit == value) for value in domain] for unit in table.T]) if table.size else np.zeros((0, 0))
    )
    counts = counts[counts.sum(axis=1) >= 2] if counts.size else counts
    if not len(counts):
        raise ScoringError("no_pairs")
    units = len(counts)

    def once(drawn: np.ndarray) -> float | None:
        if np.count_nonzero(drawn.sum(axis=0)) < 2:
            return None
        return float(of_counts(value_counts=drawn, value_domain=domain, level_of_measurement=measure))

    found = once(counts)
    low = high = None
    if found is not None and units > 1:
        draw = np.random.default_rng(seed)
        drawn = (once(counts[draw.integers(0, units, units)]) for _ in range(resamples))
        known = [one for one in drawn if one is not None]
        if known:
            low, high = (float(q) for q in np.quantile(known, [(1 - level) / 2, (1 + level) / 2]))
    return Agreement(found, low, high, units, level, measure)
