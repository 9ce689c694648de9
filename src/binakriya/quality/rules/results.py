"""What came of a round, from its scorings: fair averages, severity, agreement, defects, by rubric version."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from binakriya.engines import scoring
from binakriya.quality.rules.rubrics import Rubric
from binakriya.quality.rules.scoring import Gate, total


@dataclass(frozen=True, slots=True)
class Said:
    """One scoring that was sent. `defects`: kind and severity."""

    product: str
    assessor: str
    values: Mapping[str, int]
    gates: Mapping[str, str]
    defects: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A product. `fair`, `low`, `high`, `raw` in points, 0 to 100. `best`, `worst`: the ranks that it may have in its
    panel; None where nothing can be told, or where panels share no product and ranks would compare strangers."""

    product: str
    panel: int
    raw: float
    fair: float
    low: float | None
    high: float | None
    assessors: int
    best: int | None
    worst: int | None
    criteria: dict[str, float]
    gates: dict[str, str]


@dataclass(frozen=True, slots=True)
class Group:
    """All that was scored with one version. `content`: raters, panels, agreement, defects as JSON keeps them."""

    outcomes: tuple[Outcome, ...]
    content: dict[str, Any]


def compute(said: Collection[Said], rubric: Rubric, papers: Mapping[str, Mapping[str, str]] | None = None) -> Group:
    """`papers`: product → gate → pass or fail, where a paper settles it. Scores are points; a gate is failed when one
    assessor or its paper says so, passed when somebody saw it pass and nobody fail."""
    scores = [scoring.Score(one.product, one.assessor, _points(total(one.values, rubric))) for one in said]
    span = rubric.scale.most - rubric.scale.least
    step = min(one.weight for one in rubric.criteria) / span
    made = scoring.adjust(scores, resolution=step)
    alone = len(made.panels) == 1
    outcomes = []
    for one in made.products:
        of = [each for each in said if each.product == one.product]
        outcomes.append(
            Outcome(
                one.product,
                one.panel,
                one.raw,
                one.value,
                one.low,
                one.high,
                one.scorings,
                one.best if alone else None,
                one.worst if alone else None,
                {c.key: sum(each.values[c.key] for each in of) / len(of) for c in rubric.criteria},
                {g.key: _gate(g.key, of, (papers or {}).get(one.product, {})) for g in rubric.gates},
            )
        )
    content = {
        "raters": [asdict(one) for one in made.raters],
        "panels": [asdict(one) for one in made.panels],
        "bridges": made.bridges,
        "agreement": _agreement(scores),
        "defects": [asdict(bar) for bar in scoring.pareto([pair for one in said for pair in one.defects])],
    }
    return Group(tuple(outcomes), content)


def _points(value: float) -> float:
    return min(100.0, max(0.0, value))


def _gate(key: str, of: Collection[Said], papers: Mapping[str, str]) -> str:
    seen = {one.gates[key] for one in of if key in one.gates} | ({papers[key]} if key in papers else set())
    for state in (Gate.FAIL, Gate.PASS, Gate.UNSEEN):
        if state in seen:
            return state.value
    return "open"


def _agreement(scores: Collection[scoring.Score]) -> dict[str, Any] | None:
    """None where no product was scored twice."""
    products = sorted({one.product for one in scores})
    raters = sorted({one.rater for one in scores})
    known = {(one.rater, one.product): one.value for one in scores}
    try:
        return asdict(scoring.alpha([[known.get((rater, product)) for product in products] for rater in raters]))
    except scoring.ScoringError:
        return None
