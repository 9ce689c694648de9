"""What the operations on rounds share: permission, lock, ledger, the plan."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from binakriya.accounts.queries import office_of_work
from binakriya.accounts.rules import Actor, Deed, Refused, check_may
from binakriya.foundation.operations import record
from binakriya.quality.models import Assessor, Assignment, Recusal, Round, RoundProduct
from binakriya.quality.operations.rubrics.common import name_of
from binakriya.quality.queries.rounds.scope import seen_round
from binakriya.quality.rules.plans import Pair, plan
from binakriya.quality.rules.recusal import Kind
from binakriya.registry.queries import enterprises_of_person

KIND = "quality.round"


def office_for(by: Actor, office_id: UUID | None) -> UUID:
    """The office that a new round is of; only the software names one. Raises NotAllowed, Refused("no_office")."""
    check_may(by, Deed.QUALITY_PLAN)
    found = office_id if by.system else office_of_work(by)
    if found is None:
        raise Refused("no_office")
    return found


def held(round_id: UUID, by: Actor, deed: Deed = Deed.QUALITY_PLAN) -> Round:
    """Locked to the end of the transaction. Raises NotAllowed, Round.DoesNotExist (also for one out of reach)."""
    check_may(by, deed)
    seen_round(round_id, by)
    return Round.objects.select_for_update(no_key=True).get(id=round_id)


def recuse_own(round_: Round, *, now: datetime) -> int:
    """Nobody scores what the enterprises of their own account made; how many pairs that newly are."""
    products = list(round_.products.select_related("product").filter(dropped_at__isnull=True))
    made = 0
    for assessor in round_.assessors.filter(dropped_at__isnull=True):
        own = {card.id for card in enterprises_of_person(assessor.person_id)}
        for one in products:
            if one.product.maker_id in own:
                _row, new = Recusal.objects.get_or_create(
                    assessor=assessor,
                    product=one,
                    defaults={"kind": Kind.OWN.value, "said_at": now, "said_by": "Binakriya"},
                )
                made += new
    return made


def replan(round_: Round, *, now: datetime, afresh: bool = False) -> None:
    """Who scores what, after products, assessors or recusals changed. What was begun stays, and while the round is open
    also what was given already; `afresh`: only what was begun."""
    recuse_own(round_, now=now)
    products = list(round_.products.filter(dropped_at__isnull=True).values_list("id", flat=True))
    assessors = list(round_.assessors.filter(dropped_at__isnull=True).values_list("id", flat=True))
    recused: set[Pair] = set(Recusal.objects.filter(product__round=round_).values_list("product_id", "assessor_id"))
    rows = {
        (one.product_id, one.assessor_id): one
        for one in Assignment.objects.filter(product__round=round_).select_related("scoring")
    }
    begun = {pair for pair, one in rows.items() if hasattr(one, "scoring")}
    given = {pair for pair, one in rows.items() if one.dropped_at is None}
    keep = begun | (given if round_.opened_at is not None and not afresh else set())
    known = set(products)
    fixed = {pair for pair in keep if pair not in recused and pair[0] in known}
    made = plan(
        products=products,
        assessors=assessors,
        wanted=round_.wanted,
        recused=recused,
        fixed=fixed,
        seed=round_.seed,
    )
    wanted = set(made.pairs) | fixed
    new = [
        Assignment(product_id=product, assessor_id=assessor, made_at=now)
        for product, assessor in sorted(wanted, key=str)
        if (product, assessor) not in rows
    ]
    Assignment.objects.bulk_create(new)
    gone = [one.id for pair, one in rows.items() if pair not in wanted and one.dropped_at is None]
    back = [one.id for pair, one in rows.items() if pair in wanted and one.dropped_at is not None]
    Assignment.objects.filter(id__in=gone).update(dropped_at=now)
    Assignment.objects.filter(id__in=back).update(dropped_at=None)


def add_rows(
    round_: Round, *, products: Collection[tuple[UUID, UUID]], people: Collection[tuple[UUID, str]]
) -> tuple[int, int]:
    """Products (with their rubric's version) and people who are not in the round yet, or were taken out; how many."""
    standing = {one.product_id: one for one in round_.products.all()}
    number = max((one.number for one in standing.values()), default=0)
    new, back = [], []
    for product_id, version_id in products:
        if (there := standing.get(product_id)) is None:
            number += 1
            new.append(RoundProduct(round=round_, product_id=product_id, version_id=version_id, number=number))
        elif there.dropped_at is not None:
            back.append(there.id)
    RoundProduct.objects.bulk_create(new)
    RoundProduct.objects.filter(id__in=back).update(dropped_at=None)
    asked = {one.person_id: one for one in round_.assessors.all()}
    fresh = [
        Assessor(round=round_, person_id=person_id, name=name[:120])
        for person_id, name in people
        if person_id not in asked
    ]
    again = [asked[i].id for i, _name in people if i in asked and asked[i].dropped_at is not None]
    Assessor.objects.bulk_create(fresh)
    Assessor.objects.filter(id__in=again).update(dropped_at=None)
    return len(new) + len(back), len(fresh) + len(again)


def touch(round_: Round, now: datetime) -> None:
    round_.updated_at = now
    round_.save(update_fields=["updated_at"])


def say(
    action: str, round_: Round, *, by: Actor, now: datetime, reason: str = "", after: dict[str, Any] | None = None
) -> None:
    record(
        by=by,
        now=now,
        office_id=round_.office_id,
        action=f"quality.round_{action}",
        kind=KIND,
        object_id=round_.id,
        label=round_.title,
        after=after or {},
        reason=reason,
    )


__all__ = ["KIND", "add_rows", "held", "name_of", "office_for", "recuse_own", "replan", "say", "touch"]
