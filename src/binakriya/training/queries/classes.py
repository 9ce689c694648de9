"""Classes whose products can be packed together: the activities in the actor's reach, with those who came."""

from uuid import UUID

from binakriya.accounts.rules import Actor, Deed
from binakriya.packaging.queries.classes import Group
from binakriya.training.models import Registration
from binakriya.training.queries.scope import visible
from binakriya.training.rules.states import RegistrationState

_SHOWN = 20


def classes_taught(*, actor: Actor) -> list[Group]:
    """The newest first: the enterprises of whom someone came or has a seat. Two reads."""
    if not actor.may(Deed.TRAINING_READ):
        return []
    activities = list(visible(actor).order_by("-starts_on", "id").values_list("id", "title")[:_SHOWN])
    makers: dict[UUID, set[UUID]] = {activity_id: set() for activity_id, _title in activities}
    rows = Registration.objects.filter(
        activity_id__in=makers, state__in=[RegistrationState.REGISTERED, RegistrationState.ATTENDED]
    )
    for activity_id, maker_id in rows.values_list("activity_id", "enterprise_id"):
        makers[activity_id].add(maker_id)
    return [Group(one, title, frozenset(makers[one])) for one, title in activities if makers[one]]
