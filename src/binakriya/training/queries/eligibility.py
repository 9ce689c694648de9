"""Who may get a certificate."""

from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from binakriya.training.models import Activity, Certificate, Registration
from binakriya.training.rules.seats import sessions_needed
from binakriya.training.rules.states import RegistrationState


def eligible_ids(activity: Activity, *, sessions: int | None = None) -> list[UUID]:
    """Registrations that attended enough sessions and have no certificate, valid or revoked, by name.

    `sessions`: how many take attendance, when that is known already. A revoked one is only replaced on purpose
    (`reissue_certificate`), never by the next batch.
    """
    if sessions is None:
        sessions = activity.sessions.filter(takes_attendance=True).count()
    if not sessions:
        return []
    needed = sessions_needed(sessions=sessions, share_percent=activity.attendance_percent)
    found = (
        Registration.objects.filter(activity_id=activity.id, state=RegistrationState.ATTENDED)
        .annotate(present=Count("attendances", filter=Q(attendances__session__takes_attendance=True)))
        .filter(~Exists(Certificate.objects.filter(registration_id=OuterRef("id"))), present__gte=needed)
        .order_by("name", "id")
    )
    return list(found.values_list("id", flat=True))
