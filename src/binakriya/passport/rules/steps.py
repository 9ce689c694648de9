"""What to do next: three steps at most, by what they bring for what they take."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from binakriya.passport.rules.criteria import Criterion
from binakriya.passport.rules.evaluate import Standing
from binakriya.passport.rules.stages import STAGES, State

MOST = 3
# A step that only others can take begins with asking them.
ASKING = {"self": 0, "class": 30, "office": 20, "assessor": 40, "packaging": 30, "laboratory": 120, "rights": 90}
# What is begun is nearly done; what expired was good once.
NEARER = {State.IN_WORK: 1.5, State.EXPIRED: 1.3, State.NOT_BEGUN: 1.0}
# Which criterion waits for which other one: without a size no pack, without a score no level.
AFTER = {
    "pack-drafted": ("measured",),
    "pack-checked": ("pack-drafted",),
    "pack-adopted": ("pack-checked",),
    "fair": ("assessed",),
    "gates": ("assessed",),
    "label-home": ("label-facts",),
    "label-export": ("label-facts",),
    "brand": ("name-search",),
    "listing": ("price", "photo"),
    "first-sale": ("listing",),
}


@dataclass(frozen=True, slots=True)
class Step:
    """`reason`: `expired`, `begun`, `quick` (ten minutes of one's own), `opens` (others wait for it) or `next`."""

    criterion: Criterion
    standing: Standing
    reason: str
    opens: tuple[str, ...] = ()


def worth(criterion: Criterion, state: State, opens: int = 0) -> float:
    """Effect for effort, in units of nothing: only the order counts."""
    effort = 10 + criterion.minutes + ASKING[criterion.helper]
    return (criterion.weight + 0.8 * opens) * NEARER[state] / effort


def _reason(criterion: Criterion, state: State, opens: tuple[str, ...]) -> str:
    if state is State.EXPIRED:
        return "expired"
    if state is State.IN_WORK:
        return "begun"
    if opens:
        return "opens"
    return "quick" if criterion.helper == "self" and criterion.minutes <= 10 else "next"


def next_steps(criteria: Iterable[Criterion], standings: Iterable[Standing], *, most: int = MOST) -> tuple[Step, ...]:
    """Open criteria, the best first; one that waits for another open one is left out until that is met."""
    by_key = {one.key: one for one in standings}
    known = {one.key: one for one in criteria if one.key in by_key}
    open_ = {key for key in known if by_key[key].state in NEARER}
    found = []
    for key in open_:
        if any(other in open_ for other in AFTER.get(key, ())):
            continue
        opens = tuple(sorted(after for after, needs in AFTER.items() if key in needs and after in open_))
        state = by_key[key].state
        step = Step(known[key], by_key[key], _reason(known[key], state, opens), opens)
        found.append((-worth(known[key], state, len(opens)), STAGES.index(known[key].stage), key, step))
    return tuple(step for *_, step in sorted(found, key=lambda row: row[:3])[:most])


@dataclass(frozen=True, slots=True)
class GroupStep:
    """`lacking` of `whole` products lack it; `whole`: those that it is for."""

    criterion: Criterion
    lacking: int
    whole: int


def group_steps(
    criteria: Iterable[Criterion], *, met: Mapping[str, int], apart: Mapping[str, int], products: int, most: int = MOST
) -> tuple[GroupStep, ...]:
    """What a group would gain most by: products that lack it times its weight, for what it takes each. `met`, `apart`:
    criterion to how many products have it, and for how many it is not."""
    rows = []
    for criterion in criteria:
        whole = products - apart.get(criterion.key, 0)
        lacking = whole - met.get(criterion.key, 0)
        if lacking > 0:
            rows.append(
                (-lacking * worth(criterion, State.NOT_BEGUN), criterion.key, GroupStep(criterion, lacking, whole))
            )
    return tuple(step for *_, step in sorted(rows, key=lambda row: row[:2])[:most])
