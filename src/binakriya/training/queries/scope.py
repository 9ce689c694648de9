"""Which activities an actor's work reaches."""

from uuid import UUID

from django.db.models import Q, QuerySet

from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.training.models import Activity, Engagement


def within(by: Actor, prefix: str = "") -> Q:
    """The office's own, and those that the actor is engaged for; everything for the software itself."""
    if by.system:
        return Q()
    asked = Q(pk__in=[])
    if by.office_id:
        asked |= Q(**{f"{prefix}office_id": by.office_id})
    if by.id:
        # A sub-query, not a join: an activity with several practitioners must come once.
        engaged = Engagement.objects.filter(person_id=by.id).values("activity_id")
        asked |= Q(**{f"{prefix}id__in": engaged})
    return asked


def visible(by: Actor) -> QuerySet[Activity]:
    """Raises NotAllowed."""
    check_may(by, Deed.TRAINING_READ)
    return Activity.objects.filter(within(by))


def seen(activity_id: UUID, by: Actor) -> Activity:
    """Raises NotAllowed, Activity.DoesNotExist (also for another office's)."""
    return visible(by).select_related("programme", "office").defer("ticket_key").get(id=activity_id)
