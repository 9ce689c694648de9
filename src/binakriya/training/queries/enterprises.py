"""What training asks of the registry."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from binakriya.accounts.queries import organisations
from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.registry.queries import EnterpriseCard, cards, facts_by_id
from binakriya.registry.queries.cards import active_of_office, matching
from binakriya.training.models import Registration
from binakriya.training.queries.heads import Head, head_of
from binakriya.training.queries.scope import seen
from binakriya.training.rules.states import RegistrationState

PAGE = 50


def enterprises_of(office: Any) -> QuerySet[Any]:
    """What the office's registry holds, for use within another read (`office` may be an OuterRef)."""
    return active_of_office(office)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An enterprise as someone to register: by its owner, with the first phone; `group_id`: an association it is a
    member of, one that was invited before others."""

    id: UUID
    name: str
    owner_name: str
    phone: str
    product: str
    kelurahan_code: str
    group_id: UUID | None


def candidates(*, office_id: UUID, enterprise_ids: Sequence[UUID], invited: Sequence[UUID]) -> list[Candidate]:
    """In the order asked; those of other offices, archived and unknown ones are left out."""
    mine = set(active_of_office(office_id).filter(id__in=list(enterprise_ids)).values_list("id", flat=True))
    wanted = [one for one in dict.fromkeys(enterprise_ids) if one in mine]
    facts, shown = facts_by_id(wanted), cards(wanted)
    by_name = {one.short_name: one.id for one in organisations(kind="association")}
    found = []
    for id_ in wanted:
        known = facts[id_]
        groups = [by_name[name] for name in shown[id_].associations if name in by_name]
        groups.sort(key=lambda group: group not in set(invited))
        found.append(
            Candidate(
                id_,
                known.name,
                known.owner_name,
                known.phones[0] if known.phones else "",
                known.products[0] if known.products else "",
                known.region_code if known.region_code.count(".") == 3 else "",
                groups[0] if groups else None,
            )
        )
    return found


@dataclass(frozen=True, slots=True)
class PickerPage:
    """Enterprises of the office to choose from; `there`: already registered for the activity."""

    head: Head
    rows: tuple[EnterpriseCard, ...]
    there: frozenset[UUID]
    page: Page[UUID]
    total: int
    text: str
    group: str
    groups: tuple[tuple[str, str], ...]
    free: int


def picker_page(*, activity_id: UUID, by: Actor, text: str = "", group: str = "", number: int = 1) -> PickerPage:
    """Raises NotAllowed, Activity.DoesNotExist."""
    check_may(by, Deed.TRAINING_PLAN)
    activity = seen(activity_id, by)
    found = active_of_office(activity.office_id)
    groups = tuple((str(one.id), one.short_name) for one in organisations(kind="association"))
    if group in dict(groups):
        found = found.filter(memberships__association_id=UUID(group))
    if text.strip():
        found = matching(found, text)
    page = Paginator(found.order_by("name", "id").values_list("id", flat=True), PAGE).get_page(number)
    shown = cards(page.object_list)
    there = (
        Registration.objects.filter(activity_id=activity_id, enterprise_id__in=list(shown))
        .exclude(state=RegistrationState.CANCELLED)
        .values_list("enterprise_id", flat=True)
    )
    return PickerPage(
        head_of(activity),
        tuple(shown[id_] for id_ in page.object_list),
        frozenset(there),
        page,
        page.paginator.count,
        text,
        group,
        groups,
        max(0, activity.quota - activity.seats_taken),
    )
