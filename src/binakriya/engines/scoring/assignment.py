"""Who scores which product, so that all can be compared and nobody carries more than others.

A design is **connected** when from each product to each other leads a chain of shared assessors (see `severity`), and
**balanced** when assessors carry nearly the same number and each pair of assessors meets nearly as often.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from binakriya.engines.scoring.errors import ScoringError
from binakriya.engines.scoring.severity import panels_of

Pair = tuple[str, str]
"""(product, assessor)"""

SLACK = 1
"""Scorings by which an assessor may be ahead of the least laden while the design is filled; evened out afterwards."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What the design could not do. `code`: all_recused (product), too_few (product, has, wanted), no_room (product,
    has, wanted), apart (count of panels). `params`: the place."""

    code: str
    params: tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Design:
    """`pairs` sorted; `loads` by assessor; `bridges`: scorings added so that all hang together."""

    pairs: tuple[Pair, ...]
    loads: dict[str, int]
    bridges: tuple[Pair, ...]
    problems: tuple[Problem, ...]
    connected: bool


class _Plan:
    def __init__(self, assessors: Sequence[str], room: Mapping[str, int], forbidden: Collection[Pair]) -> None:
        self.assessors, self.room, self.forbidden = list(assessors), room, set(forbidden)
        self.of: dict[str, list[str]] = {}
        self.loads: Counter[str] = Counter(dict.fromkeys(assessors, 0))
        self.together: Counter[frozenset[str]] = Counter()

    def add(self, product: str, assessor: str) -> None:
        mine = self.of.setdefault(product, [])
        self.together.update(frozenset((assessor, other)) for other in mine)
        mine.append(assessor)
        self.loads[assessor] += 1

    def drop(self, product: str, assessor: str) -> None:
        mine = self.of[product]
        mine.remove(assessor)
        self.together.subtract(frozenset((assessor, other)) for other in mine)
        self.loads[assessor] -= 1

    def may(self, product: str, assessor: str) -> bool:
        return (
            (product, assessor) not in self.forbidden
            and assessor not in self.of.get(product, ())
            and self.loads[assessor] < self.room.get(assessor, len(self.of) + 1_000_000)
        )

    def met(self, product: str, assessor: str) -> int:
        """How often the assessor met those of the product already."""
        return sum(self.together[frozenset((assessor, other))] for other in self.of.get(product, ()))

    def pairs(self) -> list[Pair]:
        return [(product, assessor) for product, mine in self.of.items() for assessor in mine]


def assign(
    products: Sequence[str],
    assessors: Sequence[str],
    *,
    per_product: int = 3,
    room: Mapping[str, int] | None = None,
    forbidden: Collection[Pair] = (),
    kept: Collection[Pair] = (),
    seed: int = 0,
) -> Design:
    """`per_product` assessors for each product. `room`: the most an assessor can score; `forbidden`: pairs that must
    not be (own work, students, relatives); `kept`: pairs that stand already and stay. The same request and `seed`
    give the same design. What cannot be done is told in `problems`; the rest is done.

    Raises ScoringError: no_products, no_assessors, per_product, named_twice."""
    if not products:
        raise ScoringError("no_products")
    if not assessors:
        raise ScoringError("no_assessors")
    if per_product < 1:
        raise ScoringError("per_product", per_product=per_product)
    if len(set(products)) < len(products) or len(set(assessors)) < len(assessors):
        raise ScoringError("named_twice")
    plan, chance = _Plan(assessors, room or {}, forbidden), Random(seed)  # noqa: S311 no secret hangs on it
    plan.of = {product: [] for product in products}
    standing = {(p, a) for p, a in kept if p in plan.of and a in plan.loads}
    for product, assessor in sorted(standing):
        plan.add(product, assessor)
    luck = {assessor: chance.random() for assessor in assessors}
    problems = _fill(plan, products, per_product, luck)
    _even(plan, standing)
    bridges = _bridge(plan, luck)
    parts = panels_of(plan.pairs())
    if len(parts) > 1:
        problems.append(_problem("apart", count=len(parts)))
    loads = {assessor: plan.loads[assessor] for assessor in assessors}
    return Design(tuple(sorted(plan.pairs())), loads, tuple(bridges), tuple(problems), len(parts) <= 1)


def _problem(code: str, **params: object) -> Problem:
    return Problem(code, tuple(params.items()))


def _fill(plan: _Plan, products: Sequence[str], wanted: int, luck: Mapping[str, float]) -> list[Problem]:
    """Products with the least choice first; of those least laden that may, who met the others least."""
    problems = []
    allowed = {p: [a for a in plan.assessors if (p, a) not in plan.forbidden] for p in products}
    for product in sorted(products, key=lambda p: (len(allowed[p]), products.index(p))):
        if not allowed[product]:
            problems.append(_problem("all_recused", product=product))
            continue
        while len(plan.of[product]) < wanted:
            open_ = [a for a in allowed[product] if plan.may(product, a)]
            if not open_:
                code = "too_few" if len(allowed[product]) < wanted else "no_room"
                problems.append(_problem(code, product=product, has=len(plan.of[product]), wanted=wanted))
                break
            least = min(plan.loads[a] for a in open_) + SLACK
            near = [a for a in open_ if plan.loads[a] <= least]
            plan.add(product, min(near, key=lambda a: (plan.met(product, a), plan.loads[a], luck[a])))
    return problems


def _even(plan: _Plan, standing: Collection[Pair]) -> None:
    """From the most laden to the least, while that helps."""
    for _ in range(len(plan.of) * 2):
        moved = False
        order = sorted(plan.assessors, key=lambda a: plan.loads[a])
        for high in reversed(order):
            for low in order:
                if plan.loads[high] - plan.loads[low] < 2:
                    break
                moved = _move(plan, high, low, standing)
                if moved:
                    break
            if moved:
                break
        if not moved:
            return


def _move(plan: _Plan, high: str, low: str, standing: Collection[Pair]) -> bool:
    found = [p for p, mine in plan.of.items() if high in mine and (p, high) not in standing and plan.may(p, low)]
    if not found:
        return False
    product = min(found, key=lambda p: plan.met(p, low) - plan.met(p, high))
    plan.drop(product, high)
    plan.add(product, low)
    return True


def _bridge(plan: _Plan, luck: Mapping[str, float]) -> list[Pair]:
    """One more scoring wherever two parts can be joined by it."""
    added: list[Pair] = []
    while len(parts := panels_of(plan.pairs())) > 1:
        first, rest = parts[0], parts[1:]
        others = {assessor for _products, mine in rest for assessor in mine}
        found = [(p, a) for p in first[0] for a in others if plan.may(p, a)]
        found += [(p, a) for products, _mine in rest for p in products for a in first[1] if plan.may(p, a)]
        if not found:
            return added
        pair = min(found, key=lambda one: (plan.loads[one[1]], len(plan.of[one[0]]), luck[one[1]], one[0]))
        plan.add(*pair)
        added.append(pair)
    return added
