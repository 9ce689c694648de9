"""Finding a programme or an activity by what people call it."""

from uuid import UUID

from django.db.models import Q

from binakriya.accounts.rules import Actor
from binakriya.training.models import Activity, Programme, Registration
from binakriya.training.queries.scope import seen, visible


def find_programme(*, office_id: UUID, title: str, year: int) -> UUID | None:
    return Programme.objects.filter(office_id=office_id, title=title, year=year).values_list("id", flat=True).first()


def find_activity(*, slug: str) -> UUID | None:
    return Activity.objects.filter(slug=slug).values_list("id", flat=True).first()


def activity_named(*, name: str, by: Actor) -> UUID:
    """An activity that the actor's work reaches, by its slug or its id. Raises NotAllowed, Activity.DoesNotExist."""
    known = Q(slug=name.strip())
    if is_id(name):
        known |= Q(id=UUID(name.strip()))
    found: UUID = visible(by).values_list("id", flat=True).get(known)
    return found


def participant_named(*, activity_id: UUID, code: str, by: Actor) -> UUID:
    """By the six digits of the ticket. Raises NotAllowed, Activity.DoesNotExist, Registration.DoesNotExist."""
    seen(activity_id, by)
    found: UUID = Registration.objects.values_list("id", flat=True).get(activity_id=activity_id, code=code)
    return found


def is_id(text: str) -> bool:
    try:
        UUID(text.strip())
    except ValueError:
        return False
    return True
