"""Whether a rubric is whole: what a draft must still get before it is published."""

from collections.abc import Iterator, Sequence

from binakriya.engines.labels.evidence import SUBJECTS
from binakriya.quality.rules.rubrics.content import WHOLE, Criterion, Rubric, Words
from binakriya.quality.rules.rubrics.files import BadRubric, Place, Problem

LEVELS_LEAST = 2


def problems_of(rubric: Rubric) -> tuple[Problem, ...]:
    """Everything that is wrong, in the order of the rubric; empty when it can be published."""
    return tuple(_problems(rubric))


def check_rubric(rubric: Rubric) -> None:
    """Raises BadRubric."""
    if problems := problems_of(rubric):
        raise BadRubric(problems)


def can_publish(rubric: Rubric) -> bool:
    return not problems_of(rubric)


def _problems(rubric: Rubric) -> Iterator[Problem]:
    yield from _worded(rubric.title, ("title",))
    for name, words in (("materials", rubric.materials), ("techniques", rubric.techniques)):
        yield from _once(words, (name,), "")
    if not rubric.criteria:
        yield Problem(("criteria",), "no_criteria")
    yield from _once([one.key for one in rubric.criteria], ("criteria",), "key")
    for at, criterion in enumerate(rubric.criteria):
        yield from _criterion(rubric, criterion, ("criteria", at))
    if rubric.criteria and rubric.weight != WHOLE:
        yield Problem(("criteria",), "weights_sum", {"sum": rubric.weight, "wanted": WHOLE})
    yield from _once([one.key for one in rubric.gates], ("gates",), "key")
    for at, gate in enumerate(rubric.gates):
        place: Place = ("gates", at)
        yield from _worded(gate.title, (*place, "title"))
        yield from _worded(gate.words, (*place, "words"))
        yield from _worded(gate.test, (*place, "test"))
        if gate.paper and gate.paper not in SUBJECTS:
            yield Problem((*place, "paper"), "unknown_paper", {"paper": gate.paper})
    yield from _once([one.key for one in rubric.defects], ("defects",), "key")
    for at, defect in enumerate(rubric.defects):
        yield from _worded(defect.title, ("defects", at, "title"))
    for at, source in enumerate(rubric.sources):
        yield from _worded(source.text, ("sources", at, "text"))


def _criterion(rubric: Rubric, one: Criterion, place: Place) -> Iterator[Problem]:
    yield from _worded(one.title, (*place, "title"))
    if one.weight < 1:
        yield Problem((*place, "weight"), "no_weight")
    yield from _worded(one.why, (*place, "why"))
    levels = one.levels
    if len(levels) < LEVELS_LEAST:
        yield Problem((*place, "levels"), "few_levels", {"least": LEVELS_LEAST})
        return
    for at, level in enumerate(levels):
        yield from _worded(level.words, (*place, "levels", at, "words"))
        if level.score not in rubric.scale.scores:
            yield Problem(
                (*place, "levels", at, "score"),
                "off_scale",
                {"least": rubric.scale.least, "most": rubric.scale.most},
            )
        if at and level.score <= levels[at - 1].score:
            yield Problem((*place, "levels", at, "score"), "not_ascending")
    if levels[0].score > rubric.scale.least or levels[-1].score < rubric.scale.most:
        ends = {"least": rubric.scale.least, "most": rubric.scale.most}
        yield Problem((*place, "levels"), "ends_missing", ends)


def _worded(words: Words, place: Place) -> Iterator[Problem]:
    if not words.id.strip():
        yield Problem((*place, "id"), "empty")


def _once(words: Sequence[str], place: Place, name: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for at, word in enumerate(words):
        if word in seen:
            yield Problem((*place, at, name) if name else (*place, at), "twice", {"word": word})
        elif not word:
            yield Problem((*place, at, name) if name else (*place, at), "empty")
        seen.add(word)
