"""What training knows of an enterprise, on the enterprise's page."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from binakriya.accounts.rules import Actor, Deed
from binakriya.registry.panels import Panel
from binakriya.training.models import Certificate, Registration
from binakriya.training.queries.scope import visible
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


def activities_of(*, actor: Actor, enterprise_id: UUID) -> Panel | None:
    """Registrations of the enterprise, newest first; None for those who may not read training."""
    if not actor.may(Deed.TRAINING_READ):
        return None
    rows = (
        Registration.objects.filter(enterprise_id=enterprise_id, activity__in=visible(actor))
        .select_related("activity")
        .order_by("-activity__starts_on", "name")[:50]
    )
    issued = dict(
        Certificate.objects.filter(
            registration__enterprise_id=enterprise_id, state=CertificateState.ISSUED
        ).values_list("registration_id", "number")
    )
    taken = [
        Taken(
            row.activity_id,
            row.activity.title,
            row.activity.starts_on,
            row.name,
            REGISTRATION_STATES[row.state][0],
            issued.get(row.id, ""),
        )
        for row in rows
    ]
    return Panel("training/enterprise_panel.html", taken) if taken else None
