"""How far a product is: criteria and evidence to standings. Plain values: no clock, no database.

What holds: nothing is met without evidence; evidence that goes un-meets; evidence that comes never un-meets; what has
an end stands until the end of that day.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from binakriya.passport.rules.criteria import Criterion, Need, When
from binakriya.passport.rules.stages import STAGES, State


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a room holds: `on` the day it is of, `until` its last day (None: it names none). `says`: what is kept of it
    beside the standing, plain JSON (who, number, title)."""

    kind: str
    key: str
    on: date | None = None
    until: date | None = None
    level: float | None = None
    says: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class About:
    """What decides which criteria are for a product."""

    material: str = ""
    destinations: tuple[str, ...] = ("ID",)
    audience: str = ""
    food: bool = False
    skin: bool = False


@dataclass(frozen=True, slots=True)
class Waiver:
    """Somebody's decision that a criterion is not for this product."""

    reason: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Standing:
    """`evidence`: what the state rests on, the strongest; None where there is none. `until`: the last day on which it
    stays met without anything new. `by_rule`: not for such a product, without anybody's decision."""

    key: str
    stage: str
    state: State
    evidence: Evidence | None = None
    until: date | None = None
    waiver: Waiver | None = None
    by_rule: bool = False


def months_later(day: date, months: int) -> date:
    """The same day so many months on, the last of the month where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def applies(when: When, about: About) -> bool:
    return (
        (not when.materials or about.material in when.materials)
        and (not when.destinations or bool(set(when.destinations) & set(about.destinations)))
        and (not when.audiences or about.audience in when.audiences)
        and (not when.food or about.food)
        and (not when.skin or about.skin)
    )


def _settles(need: Need, one: Evidence) -> bool:
    return need.kind == one.kind and need.key == one.key and (not need.least or (one.level or 0.0) >= need.least)


def end_of(criterion: Criterion, one: Evidence) -> date | None:
    """Its own last day, or the end of the criterion's months, whichever is first; None: without an end."""
    ends = [one.until] if one.until is not None else []
    if criterion.months is not None and one.on is not None:
        ends.append(months_later(one.on, criterion.months))
    return min(ends, default=None)


def _strength(criterion: Criterion, one: Evidence) -> tuple[date, date]:
    """Longest first, then newest."""
    return end_of(criterion, one) or date.max, one.on or date.min


def standing_of(
    criterion: Criterion, evidence: Iterable[Evidence], *, about: About, waiver: Waiver | None, on: date
) -> Standing:
    if waiver is not None:
        return Standing(criterion.key, criterion.stage, State.NOT_APPLICABLE, waiver=waiver)
    if not applies(criterion.when, about):
        return Standing(criterion.key, criterion.stage, State.NOT_APPLICABLE, by_rule=True)
    full: list[Evidence] = []
    part: list[Evidence] = []
    for one in evidence:
        # Nothing counts before its day.
        if one.on is not None and one.on > on:
            continue
        if any(_settles(need, one) for need in criterion.any):
            full.append(one)
        elif any(_settles(need, one) for need in criterion.part):
            part.append(one)
    holding = [one for one in full if (end := end_of(criterion, one)) is None or end >= on]
    if holding:
        best = max(holding, key=lambda one: _strength(criterion, one))
        return Standing(criterion.key, criterion.stage, State.MET, best, end_of(criterion, best))
    if full:
        best = max(full, key=lambda one: _strength(criterion, one))
        return Standing(criterion.key, criterion.stage, State.EXPIRED, best, end_of(criterion, best))
    if part:
        best = max(part, key=lambda one: one.on or date.min)
        return Standing(criterion.key, criterion.stage, State.IN_WORK, best)
    return Standing(criterion.key, criterion.stage, State.NOT_BEGUN)


def evaluate(
    criteria: Iterable[Criterion],
    evidence: Iterable[Evidence],
    *,
    about: About,
    waivers: Mapping[str, Waiver],
    on: date,
) -> tuple[Standing, ...]:
    """One standing for each criterion, in their order."""
    by_kind: dict[str, list[Evidence]] = {}
    for one in evidence:
        by_kind.setdefault(one.kind, []).append(one)
    found = []
    for criterion in criteria:
        kinds = {need.kind for need in (*criterion.any, *criterion.part)}
        near = [one for kind in kinds for one in by_kind.get(kind, ())]
        found.append(standing_of(criterion, near, about=about, waiver=waivers.get(criterion.key), on=on))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class StageSum:
    """Of one stage: `whole` criteria that are for this product, how many are met, how many begun (also expired)."""

    stage: str
    whole: int
    met: int
    begun: int

    @property
    def full(self) -> bool:
        return self.met == self.whole and self.whole > 0

    @property
    def code(self) -> int:
        """0 nothing, 1 on the way, 2 all of it. A stage that asks nothing of a product counts as all of it."""
        if self.met == self.whole:
            return 2
        return 1 if self.met or self.begun else 0

    @property
    def share(self) -> float:
        return self.met / self.whole if self.whole else 1.0


def sums(standings: Iterable[Standing]) -> tuple[StageSum, ...]:
    """Five, in the order of the stages."""
    counts = {stage: [0, 0, 0] for stage in STAGES}
    for one in standings:
        if one.state is State.NOT_APPLICABLE:
            continue
        row = counts[one.stage]
        row[0] += 1
        row[1] += one.state is State.MET
        row[2] += one.state in (State.IN_WORK, State.EXPIRED)
    return tuple(StageSum(stage, *counts[stage]) for stage in STAGES)
