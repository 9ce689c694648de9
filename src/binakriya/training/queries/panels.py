"""What training knows of an enterprise, on the enterprise's page."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from binakriya.accounts.rules import Actor, Deed
from binakriya.foundation.prepared import prepared
from binakriya.registry.panels import Panel
from binakriya.training.models import Certificate, Registration
from binakriya.training.queries.scope import reach
from binakriya.training.rules.states import CertificateState
from binakriya.training.words import REGISTRATION_STATES, Word


@dataclass(frozen=True, slots=True)
class Taken:
    """One person of the enterprise at one activity. `certificate`: the number of the valid one, or ""."""

    activity_id: UUID
    title: str
    on: date
    person: str
    state: Word
    certificate: str


@prepared
def _registered(
    every_office: bool, *, enterprise_id: UUID, office_id: UUID | None, person_id: UUID | None
) -> QuerySet[Registration, Any]:
    issued = Certificate.objects.filter(registration_id=OuterRef("id"), state=CertificateState.ISSUED)
    rows = Registration.objects.filter(enterprise_id=enterprise_id)
    if not every_office:
        rows = rows.filter(reach(office_id=office_id, person_id=person_id, prefix="activity__"))
    number = Coalesce(Subquery(issued.values("number")[:1]), Value(""))
    columns = ("activity_id", "activity__title", "activity__starts_on", "name", "state")
    return rows.order_by("-activity__starts_on", "name").values_list(*columns, number)[:50]


def activities_of(*, actor: Actor, enterprise_id: UUID) -> Panel | None:
    """Registrations of the enterprise, newest first; None for those who may not read training."""
    if not actor.may(Deed.TRAINING_READ):
        return None
    if actor.system:
        rows = _registered(True, enterprise_id=enterprise_id, office_id=None, person_id=None)
    elif actor.id or actor.office_id:
        rows = _registered(False, enterprise_id=enterprise_id, office_id=actor.office_id, person_id=actor.id)
    else:
        rows = []
    taken = [
        Taken(activity_id, title, on, name, REGISTRATION_STATES[state][0], number)
        for activity_id, title, on, name, state, number in rows
    ]
    return Panel("training/enterprise_panel.html", taken) if taken else None
