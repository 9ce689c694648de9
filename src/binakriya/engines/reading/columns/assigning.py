"""The best mapping as a whole: each column at most one field, each field so many columns as it may have."""

from __future__ import annotations

from dataclasses import dataclass

from scipy.optimize import linear_sum_assignment

from binakriya.engines.reading.columns.scoring import Scored
from binakriya.engines.reading.lexicon import MANY
from binakriya.engines.reading.records import Note

THRESHOLD = 0.42


@dataclass(frozen=True, slots=True)
class Proposal:
    """The field of one column with its confidence and reasons."""

    field: str
    confidence: float
    why: tuple[Note, ...]


def assign(scores: list[Scored]) -> list[Proposal]:
    """The assignment of columns to field slots with the greatest sum of scores (Hungarian method)."""
    slots: list[str] = []
    for name in dict.fromkeys(name for row in scores for name in row):
        wanted = sum(name in row for row in scores)
        slots += [name] * min(MANY.get(name, 1), wanted)
    proposals = [Proposal("other", 0.0, (Note("no_field"),)) for _ in scores]
    if not slots:
        return proposals
    wanted_rows = [i for i, row in enumerate(scores) if any(score >= THRESHOLD for score, _ in row.values())]
    if not wanted_rows:
        return proposals
    weights = [
        [row[name][0] if name in row and row[name][0] >= THRESHOLD else 0.0 for name in slots]
        + [0.0] * len(wanted_rows)
        for row in (scores[i] for i in wanted_rows)
    ]
    for at, slot in enumerate(best_assignment(weights)):
        index = wanted_rows[at]
        if slot < len(slots) and weights[at][slot] > 0:
            score, why = scores[index][slots[slot]]
            proposals[index] = Proposal(slots[slot], min(1.0, round(score, 3)), why)
    return proposals


def best_assignment(weights: list[list[float]]) -> list[int]:
    """For each row a different column so that the sum of weights is greatest. Needs columns >= rows."""
    return [int(column) for column in linear_sum_assignment(weights, maximize=True)[1]]
