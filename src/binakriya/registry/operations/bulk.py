"""One deed for many enterprises of the list. What is so already stays so: sent twice, it changes nothing more."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from binakriya.accounts.queries import organisations
from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.foundation.operations import record_many
from binakriya.foundation.rules.ledger import Line
from binakriya.registry.models import Enterprise, EnterpriseState, Membership
from binakriya.registry.operations.holding import KIND
from binakriya.registry.operations.writing import refresh_search
from binakriya.registry.queries.facts import facts_by_id
from binakriya.registry.rules.listing import BULK_MOST
from binakriya.registry.rules.refusals import Refused


def _held(enterprise_ids: Sequence[UUID], by: Actor) -> list[Enterprise]:
    """Those of the ids that are active enterprises of the actor's office, held until the transaction ends. Others don't
    exist for the actor. Raises Refused("too_many_chosen")."""
    if len(enterprise_ids) > BULK_MOST:
        raise Refused("too_many_chosen")
    mine = Enterprise.objects.select_for_update().filter(id__in=enterprise_ids, state=EnterpriseState.ACTIVE)
    if not by.system:
        mine = mine.filter(office_id=by.office_id)
    return list(mine.order_by("id").only("id", "name", "office_id", "unchecked"))


def check_many(*, enterprise_ids: Sequence[UUID], by: Actor, now: datetime) -> int:
    """An officer has looked at what came with registrations: it counts in figures from now on. How many did not count
    before. Raises Refused("too_many_chosen")."""
    check_may(by, Deed.REGISTRY_WRITE)
    with transaction.atomic():
        waiting = [one for one in _held(enterprise_ids, by) if one.unchecked]
        Enterprise.objects.filter(id__in=[one.id for one in waiting]).update(unchecked=False)
        _tell(waiting, "registry.checked", {}, by=by, now=now)
    return len(waiting)


def join_many(*, association_id: UUID, enterprise_ids: Sequence[UUID], by: Actor, now: datetime) -> int:
    """Note that enterprises belong to an association, without a number of membership; those that do already keep
    theirs. How many did not before. Raises Refused("too_many_chosen", "unknown_association")."""
    check_may(by, Deed.REGISTRY_WRITE)
    association = next((o for o in organisations(kind="association") if o.id == association_id), None)
    if association is None:
        raise Refused("unknown_association")
    with transaction.atomic():
        held = _held(enterprise_ids, by)
        known = {
            one.enterprise_id: one
            for one in Membership.all_rows.filter(enterprise_id__in=[e.id for e in held], association_id=association_id)
        }
        joining = [e for e in held if e.id not in known or known[e.id].removed_at is not None]
        back = [e.id for e in joining if e.id in known]
        Membership.all_rows.filter(enterprise_id__in=back, association_id=association_id).update(
            removed_at=None, number=""
        )
        Membership.objects.bulk_create(
            [Membership(enterprise_id=e.id, association_id=association_id) for e in joining if e.id not in known]
        )
        # A number of membership is searched for; the new ones have none.
        facts = facts_by_id(back)
        for enterprise_id in back:
            refresh_search(enterprise_id, facts[enterprise_id])
        Enterprise.objects.filter(id__in=[e.id for e in joining]).update(updated_at=now)
        _tell(joining, "registry.membership", {"membership": association.short_name}, by=by, now=now)
    return len(joining)


def _tell(enterprises: Sequence[Enterprise], action: str, after: dict[str, str], *, by: Actor, now: datetime) -> None:
    """A line for each, as when it is done one by one, office by office."""
    for office_id in dict.fromkeys(one.office_id for one in enterprises):
        lines = [
            Line(action, KIND, str(one.id), one.name, after=after) for one in enterprises if one.office_id == office_id
        ]
        record_many(by=by, now=now, lines=lines, office_id=office_id)
