"""Which activities an actor's work reaches."""

from uuid import UUID

from django.db.models import Q, QuerySet

from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.training.models import Activity


def within(by: Actor, prefix: str = "") -> Q:
    """The office's own, and those that the actor is engaged for; everything for the software itself."""
    if by.system:
        return Q()
    asked = Q(pk__in=[])
    if by.office_id:
        asked |= Q(**{f"{prefix}office_id": by.office_id})
    if by.id:
        asked |= Q(**{f"{prefix}engagements__person_id": by.id})
    return asked


def visible(by: Actor) -> QuerySet[Activity]:
    """Raises NotAllowed."""
    check_may(by, Deed.TRAINING_READ)
    found = Activity.objects.filter(within(by))
    return found.distinct() if by.id and not by.office_id else found


def seen(activity_id: UUID, by: Actor) -> Activity:
    """Raises NotAllowed, Activity.DoesNotExist (also for another office's)."""
    return visible(by).select_related("programme", "office").get(id=activity_id)
