"""From scores to a total, and back to the words of a level."""

from collections.abc import Mapping

from binakriya.quality.rules.rubrics import Criterion, Level, Rubric


def total(values: Mapping[str, float], rubric: Rubric) -> float:
    """0 to 100: each score as its share of the scale, by weight. Raises KeyError when a criterion is not scored."""
    least, span = rubric.scale.least, rubric.scale.most - rubric.scale.least
    return sum(one.weight * (values[one.key] - least) / span for one in rubric.criteria)


def lacking(values: Mapping[str, int], gates: Mapping[str, str], rubric: Rubric) -> tuple[str, ...]:
    """Names of fields that are still to be answered before it can be sent. A gate that a paper settles is not asked."""
    open_ = [f"value:{one.key}" for one in rubric.criteria if one.key not in values]
    return tuple(open_ + [f"gate:{one.key}" for one in rubric.gates if not one.paper and one.key not in gates])


def nearest_level(score: float, criterion: Criterion) -> Level | None:
    """The highest anchored level that the score reaches; the lowest one beneath all of them. None without levels."""
    levels = sorted(criterion.levels, key=lambda one: one.score)
    if not levels:
        return None
    reached = [one for one in levels if one.score <= score + 1e-9]
    return reached[-1] if reached else levels[0]
