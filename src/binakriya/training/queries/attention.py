"""What of an office's activities needs someone's attention."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from binakriya.foundation.prepared import prepared
from binakriya.training.models import Activity, Certificate, Invitation, Notice, Registration, Session
from binakriya.training.queries.eligibility import eligible_counts
from binakriya.training.rules.states import (
    AT_REST,
    AWAITING_ANSWERS,
    CHECKING_IN,
    SEATED,
    ActivityState,
    CertificateState,
    RegistrationState,
)

Need = Literal["tell", "answers", "finish", "certificates", "report"]
LOOKED_AT = 10  # activities, newest first: older ones are history


@dataclass(frozen=True, slots=True)
class Attention:
    """`count` people to be told, letters without an answer, people due a certificate; 1 for `finish` (the day is over,
    the activity still runs) and `report` (done, not reported). The page: training:participants, training:letters,
    training:activity, training:activity-certificates, training:report."""

    need: Need
    activity_id: UUID
    title: str
    count: int


def _count(rows: QuerySet[Any], field: str) -> Coalesce:
    """How many of `rows` point to the activity of the outer query by `field`."""
    mine = rows.filter(**{field: OuterRef("id")}).order_by().values(field).annotate(n=Count("id")).values("n")
    return Coalesce(Subquery(mine), 0)


@prepared
def _unrested(*, office_id: UUID) -> QuerySet[Any]:
    return (
        Activity.objects.filter(office_id=office_id)
        .exclude(state__in=AT_REST)
        .order_by("-starts_on", "title")
        .only("id", "title", "state", "ends_on", "attendance_percent")
        .annotate(
            untold=_count(
                Notice.objects.filter(told_at__isnull=True).exclude(kind="certificate"), "registration__activity_id"
            ),
            unanswered=_count(Invitation.objects.filter(answer="none"), "activity_id"),
            taking=_count(Session.objects.filter(takes_attendance=True), "activity_id"),
        )[:LOOKED_AT]
    )


def attention(*, office_id: UUID, now: datetime) -> tuple[Attention, ...]:
    """In the order of the thread, newest activity first; one read, and one more when some are done."""
    activities = _unrested(office_id=office_id)
    eligible = eligible_counts([(one, one.taking) for one in activities if one.state == ActivityState.DONE])
    today = timezone.localdate(now)
    found = []
    for one in activities:
        if one.untold:
            found.append(Attention("tell", one.id, one.title, one.untold))
        if one.state in AWAITING_ANSWERS and one.unanswered:
            found.append(Attention("answers", one.id, one.title, one.unanswered))
        if one.state in CHECKING_IN and one.ends_on < today:
            found.append(Attention("finish", one.id, one.title, 1))
        if one.state == ActivityState.DONE:
            if n := eligible[one.id]:
                found.append(Attention("certificates", one.id, one.title, n))
            else:
                found.append(Attention("report", one.id, one.title, 1))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class GroupPresence:
    label: str
    present: int
    expected: int


@prepared
def _present(*, activity_id: UUID) -> QuerySet[Any, Any]:
    return (
        Registration.objects.filter(activity_id=activity_id, group__isnull=False)
        .order_by("group__short_name")
        .values_list("group__short_name")
        .annotate(
            present=Count("id", filter=Q(state=RegistrationState.ATTENDED)),
            expected=Count("id", filter=Q(state__in=SEATED)),
        )
    )


def presence_by_group(*, activity_id: UUID) -> tuple[GroupPresence, ...]:
    """People of each association who hold a seat, and those who came; by name."""
    return tuple(GroupPresence(*row) for row in _present(activity_id=activity_id))


@dataclass(frozen=True, slots=True)
class Trained:
    """People who attended and certificates that are valid: of a calendar year, and of all years."""

    people: int
    certificates: int
    people_ever: int
    certificates_ever: int


@prepared
def _trained(*, office_id: UUID, first: date, last: date) -> QuerySet[Any, Any]:
    issued = Exists(Certificate.objects.filter(registration_id=OuterRef("id"), state=CertificateState.ISSUED))
    in_year = Q(activity__starts_on__range=(first, last))
    attended = Registration.objects.filter(activity__office_id=office_id, state=RegistrationState.ATTENDED)
    # Grouped by what is the same of all: one row of counts, and none where nobody came.
    return (
        attended.order_by()
        .values("state")
        .annotate(
            came=Count("id", filter=in_year),
            certified=Count("id", filter=in_year & Q(issued)),
            came_ever=Count("id"),
            certified_ever=Count("id", filter=issued),
        )
        .values_list("came", "certified", "came_ever", "certified_ever")
    )


def trained(*, office_id: UUID, year: int) -> Trained:
    """Of the office's activities; the year is that in which an activity began. One read."""
    found = _trained(office_id=office_id, first=date(year, 1, 1), last=date(year, 12, 31))
    return Trained(*found[0]) if found else Trained(0, 0, 0, 0)
