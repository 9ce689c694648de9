"""Passports as they stand at this moment, from what the rooms hold; nothing is written."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from binakriya.foundation.prepared import prepared
from binakriya.passport.models import Decision, OwnCriteria
from binakriya.passport.queries.sources.packaging import packs
from binakriya.passport.queries.sources.products import of_product, papers
from binakriya.passport.queries.sources.quality import scores
from binakriya.passport.rules.criteria import CriteriaSet, read_criterion, with_own
from binakriya.passport.rules.evaluate import About, StageSum, Standing, Waiver, evaluate, sums
from binakriya.passport.rules.steps import Step, next_steps
from binakriya.products.queries.held import HeldProduct, products_held

CHUNK = 1000


@dataclass(frozen=True, slots=True)
class Live:
    """The passport of one product: `criteria` and `standings` in the same order."""

    product: HeldProduct
    criteria: CriteriaSet
    standings: tuple[Standing, ...]
    stages: tuple[StageSum, ...]
    steps: tuple[Step, ...]


def criteria_of(office_id: UUID) -> CriteriaSet:
    """The set in force for an office."""
    own = next(iter(_own(office_id=office_id)), None)
    return with_own(tuple(read_criterion(one) for one in own.content), own.number) if own else with_own((), 0)


@prepared
def _own(*, office_id: UUID) -> QuerySet[OwnCriteria]:
    return OwnCriteria.objects.filter(office_id=office_id).order_by("-number")[:1]


@prepared
def _decisions(*, ids: tuple[UUID, ...]) -> QuerySet[Decision]:
    return Decision.objects.filter(product_id__in=ids, revoked_at__isnull=True)


def passports(*, product_ids: Collection[UUID], on: date) -> dict[UUID, Live]:
    """For rooms above and for operations, which have checked already that the actor may see the products."""
    held = products_held(product_ids=product_ids)
    ids = list(held)
    if not ids:
        return {}
    papered, packed, scored = papers(ids), packs(ids, held), scores(ids, on)
    waived: dict[UUID, dict[str, Waiver]] = {}
    for at in range(0, len(ids), CHUNK):
        for row in _decisions(ids=tuple(ids[at : at + CHUNK])):
            found = Waiver(row.reason, row.made_by, timezone.localdate(row.made_at))
            waived.setdefault(row.product_id, {})[row.criterion] = found
    sets = {office_id: criteria_of(office_id) for office_id in {one.office_id for one in held.values()}}
    made = {}
    for product_id, product in held.items():
        given, criteria = product.stated, sets[product.office_id]
        about = About(product.material)
        if given is not None:
            answers = given.answers
            about = About(
                product.material,
                given.destinations,
                given.audience,
                food=answers.get("food_contact", False),
                skin=answers.get("skin_contact", False),
            )
        evidence = [*of_product(product, given), *papered.get(product_id, ()), *packed.get(product_id, ())]
        evidence += scored.get(product_id, ())
        standings = evaluate(criteria.criteria, evidence, about=about, waivers=waived.get(product_id, {}), on=on)
        steps = next_steps(criteria.criteria, standings)
        made[product_id] = Live(product, criteria, standings, sums(standings), steps)
    return made
