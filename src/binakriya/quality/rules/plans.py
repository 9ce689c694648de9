"""Who scores what: the plan of a round, made by the engine (connected and even)."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from binakriya.engines import scoring

Pair = tuple[UUID, UUID]
"""Product and assessor."""


@dataclass(frozen=True, slots=True)
class Plan:
    """`pairs`: all that is to be scored, also what was fixed before. `problems`: the engine's codes with its words.
    `connected`: all products can be compared with each other."""

    pairs: tuple[Pair, ...]
    problems: tuple[str, ...]
    connected: bool


def plan(
    *,
    products: Collection[UUID],
    assessors: Collection[UUID],
    wanted: int,
    recused: Collection[Pair] = (),
    fixed: Collection[Pair] = (),
    seed: int = 1,
) -> Plan:
    """`fixed` stays, also of assessors who are no longer among `assessors`: those get nothing new."""
    gone = {assessor for _product, assessor in fixed} - set(assessors)
    everyone = sorted({*map(str, assessors), *map(str, gone)})
    if not products or not everyone:
        return Plan(tuple(sorted(fixed)), (), True)
    made = scoring.assign(
        sorted(map(str, products)),
        everyone,
        per_product=min(wanted, len(everyone)),
        room={str(one): sum(assessor == one for _product, assessor in fixed) for one in gone},
        forbidden=[(str(product), str(assessor)) for product, assessor in recused],
        kept=[(str(product), str(assessor)) for product, assessor in fixed],
        seed=seed,
    )
    pairs = tuple((UUID(product), UUID(assessor)) for product, assessor in made.pairs)
    return Plan(pairs, tuple(one.code for one in made.problems), made.connected)
