"""Enterprises that take part in activities: whom a practitioner works with, who came."""

from uuid import UUID

from django.db.models import Q

from binakriya.accounts.rules import Actor
from binakriya.training.models import Registration
from binakriya.training.models.participation import Source
from binakriya.training.queries.scope import seen
from binakriya.training.rules.states import RegistrationState


def makers_taught(*, actor: Actor) -> set[UUID]:
    """Those that an officer registered in the activities that the actor is engaged for, and those who came. A name and
    a phone on the public page show nobody's enterprise to anyone: whoever writes them has not shown that it is theirs.
    """
    if actor.id is None:
        return set()
    rows = Registration.objects.filter(
        Q(state=RegistrationState.ATTENDED)
        | Q(state=RegistrationState.REGISTERED, source__in=[Source.OFFICER, Source.REGISTRY]),
        activity__engagements__person_id=actor.id,
        enterprise_id__isnull=False,
    )
    return set(rows.values_list("enterprise_id", flat=True))


def makers_present(*, activity_id: UUID, by: Actor) -> set[UUID]:
    """Those of whom someone came. Raises NotAllowed, Activity.DoesNotExist."""
    rows = Registration.objects.filter(
        activity=seen(activity_id, by), state=RegistrationState.ATTENDED, enterprise_id__isnull=False
    )
    return set(rows.values_list("enterprise_id", flat=True))
