"""Who may get a certificate."""

from collections import Counter
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

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
    found = _without_certificate([activity.id]).filter(present__gte=needed).order_by("name", "id")
    return list(found.values_list("id", flat=True))


def eligible_counts(activities: Sequence[tuple[Activity, int]]) -> dict[UUID, int]:
    """How many `eligible_ids` would give of each, with how many sessions take attendance; one read."""
    counts = {one.id: 0 for one, _taking in activities}
    needed = {
        one.id: sessions_needed(sessions=taking, share_percent=one.attendance_percent)
        for one, taking in activities
        if taking
    }
    if needed:
        found = Counter(_without_certificate(list(needed)).values_list("activity_id", "present"))
        for (activity_id, present), people in found.items():
            if present >= needed[activity_id]:
                counts[activity_id] += people
    return counts


def _without_certificate(activity_ids: list[UUID]) -> QuerySet[Any]:
    """Who attended and has none, with `present`: sessions that they were at."""
    return (
        Registration.objects.filter(activity_id__in=activity_ids, state=RegistrationState.ATTENDED)
        .annotate(present=Count("attendances", filter=Q(attendances__session__takes_attendance=True)))
        .filter(~Exists(Certificate.objects.filter(registration_id=OuterRef("id"))))
    )
