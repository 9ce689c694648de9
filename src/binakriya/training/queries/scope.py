"""Which activities an actor's work reaches."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.foundation.prepared import prepared
from binakriya.training.models import Activity, Engagement


def reach(*, office_id: UUID | None, person_id: UUID | None, prefix: str = "") -> Q:
    """The office's own, and those that the person is engaged for."""
    asked = Q(pk__in=[])
    if office_id:
        asked |= Q(**{f"{prefix}office_id": office_id})
    if person_id:
        # A sub-query, not a join: an activity with several practitioners must come once.
        engaged = Engagement.objects.filter(person_id=person_id).values("activity_id")
        asked |= Q(**{f"{prefix}id__in": engaged})
    return asked


def within(by: Actor, prefix: str = "") -> Q:
    """The office's own, and those that the actor is engaged for; everything for the software itself."""
    return Q() if by.system else reach(office_id=by.office_id, person_id=by.id, prefix=prefix)


def visible(by: Actor) -> QuerySet[Activity]:
    """Raises NotAllowed."""
    check_may(by, Deed.TRAINING_READ)
    return Activity.objects.filter(within(by))


@prepared
def _one(more: tuple[tuple[str, Any], ...], *, activity_id: UUID) -> QuerySet[Activity]:
    found = Activity.objects.filter(id=activity_id).select_related("programme", "office")
    return found.annotate(**dict(more)).defer("ticket_key")


@prepared
def _reached(*, activity_id: UUID, office_id: UUID | None, person_id: UUID) -> QuerySet[Activity, UUID]:
    found = Activity.objects.filter(reach(office_id=office_id, person_id=person_id), id=activity_id)
    return found.values_list("id", flat=True)


def seen(activity_id: UUID, by: Actor, more: tuple[tuple[str, Any], ...] = ()) -> Any:
    """The activity, with what `more` adds by name. Raises NotAllowed, Activity.DoesNotExist (also for another
    office's)."""
    check_may(by, Deed.TRAINING_READ)
    found = _one(more, activity_id=activity_id)
    if not found:
        raise Activity.DoesNotExist
    # Whose office it is of needs no further look; others are asked whether they are engaged.
    theirs = by.system or found[0].office_id == by.office_id
    if not theirs and not (by.id and _reached(activity_id=activity_id, office_id=by.office_id, person_id=by.id)):
        raise Activity.DoesNotExist
    return found[0]
