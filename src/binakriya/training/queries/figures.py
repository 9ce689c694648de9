"""Rows for the figures: one for each registration, no names."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce

from binakriya.training.models import Certificate, Registration
from binakriya.training.rules.states import CertificateState, RegistrationState


@dataclass(frozen=True, slots=True)
class ParticipationRow:
    """`enterprise_id`: where it lives on, when it was merged. `year`: in which the activity begins. `kelurahan_code` as
    given at registration; the enterprise's own place is in the registry."""

    enterprise_id: UUID
    year: int
    kelurahan_code: str
    attended: bool
    certified: bool


def participation_rows(*, office_id: UUID | None = None) -> list[ParticipationRow]:
    """Registrations that hold or held a seat, of one office's activities or of all; one read."""
    rows = Registration.objects.filter(state__in=[RegistrationState.REGISTERED, RegistrationState.ATTENDED])
    if office_id is not None:
        rows = rows.filter(activity__office_id=office_id)
    rows = rows.annotate(
        certified=Exists(Certificate.objects.filter(registration_id=OuterRef("id"), state=CertificateState.ISSUED)),
        lives_on=Coalesce("enterprise__merged_into_id", "enterprise_id"),
    )
    return [
        ParticipationRow(enterprise, day.year, code, state == RegistrationState.ATTENDED, certified)
        for enterprise, day, code, state, certified in rows.values_list(
            "lives_on", "activity__starts_on", "kelurahan_code", "state", "certified"
        )
    ]
