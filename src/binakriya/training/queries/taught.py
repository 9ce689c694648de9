"""Enterprises that take part in activities: whom a practitioner works with, who came."""

from uuid import UUID

from binakriya.accounts.rules import Actor
from binakriya.training.models import Registration
from binakriya.training.queries.scope import seen
from binakriya.training.rules.states import RegistrationState


def makers_taught(*, actor: Actor) -> set[UUID]:
    """Those registered in the activities that the actor is engaged for, without the ones that cancelled."""
    if actor.id is None:
        return set()
    rows = Registration.objects.filter(
        activity__engagements__person_id=actor.id,
        state__in=[RegistrationState.REGISTERED, RegistrationState.ATTENDED],
        enterprise_id__isnull=False,
    )
    return set(rows.values_list("enterprise_id", flat=True))


def makers_present(*, activity_id: UUID, by: Actor) -> set[UUID]:
    """Those of whom someone came. Raises NotAllowed, Activity.DoesNotExist."""
    rows = Registration.objects.filter(
        activity=seen(activity_id, by), state=RegistrationState.ATTENDED, enterprise_id__isnull=False
    )
    return set(rows.values_list("enterprise_id", flat=True))
