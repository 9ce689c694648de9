"""Which defects weigh most: Pareto's order."""

from collections.abc import Sequence
from dataclasses import dataclass

from binakriya.engines.scoring.errors import ScoringError

# Usual weights of inspection (critical : major : minor); the office may give others.
WEIGHTS = {"critical": 9.0, "major": 3.0, "minor": 1.0}


@dataclass(frozen=True, slots=True)
class Bar:
    """`share` of the whole weight, `cumulative` up to and with this kind; 0 to 1. `vital`: within the first 80 %."""

    kind: str
    count: int
    weight: float
    share: float
    cumulative: float
    vital: bool


def pareto(defects: Sequence[tuple[str, str]], *, weights: dict[str, float] | None = None) -> tuple[Bar, ...]:
    """From (kind, severity) of each defect; the heaviest kind first, ties by name. Raises ScoringError: severity."""
    known = weights or WEIGHTS
    counts: dict[str, int] = {}
    sums: dict[str, float] = {}
    for kind, severity in defects:
        if severity not in known:
            raise ScoringError("severity", severity=severity)
        counts[kind] = counts.get(kind, 0) + 1
        sums[kind] = sums.get(kind, 0.0) + known[severity]
    whole, reached = sum(sums.values()), 0.0
    bars = []
    for kind in sorted(sums, key=lambda one: (-sums[one], one)):
        vital = reached < 0.8 * whole
        reached += sums[kind]
        bars.append(Bar(kind, counts[kind], sums[kind], sums[kind] / whole, reached / whole, vital))
    return tuple(bars)
