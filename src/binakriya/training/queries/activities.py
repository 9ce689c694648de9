"""Lists of activities, and the page of one."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.foundation.prepared import prepared
from binakriya.training.models import (
    Activity,
    Certificate,
    Engagement,
    Invitation,
    Notice,
    Programme,
    Registration,
    ReportText,
    Session,
)
from binakriya.training.queries.eligibility import eligible_ids
from binakriya.training.queries.enterprises import enterprises_of
from binakriya.training.queries.facts import hours_of
from binakriya.training.queries.heads import Head, head_of
from binakriya.training.queries.scope import seen, visible
from binakriya.training.rules.days import is_early
from binakriya.training.rules.states import ACTIVITY, CERTIFYING, CertificateState, RegistrationState, moves_from
from binakriya.training.rules.thread import Standing, Step, next_step, steps

PAGE = 25


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """`attended`: people present at any session."""

    id: UUID
    title: str
    slug: str
    state: str
    starts_on: date
    ends_on: date
    venue: str
    quota: int
    seats: int
    waiting: int
    attended: int


@dataclass(frozen=True, slots=True)
class ActivitiesPage:
    """`when`: upcoming (not over by today), past, or all."""

    rows: tuple[ActivityRow, ...]
    page: Page[Activity]
    total: int
    upcoming: int
    past: int
    when: str
    text: str
    state: str


def _count(state: RegistrationState) -> Coalesce:
    counted = (
        Registration.objects.filter(activity_id=OuterRef("id"), state=state)
        .order_by()
        .values("activity_id")
        .annotate(n=Count("id"))
        .values("n")
    )
    return Coalesce(Subquery(counted), 0)


def row_of(activity: Any) -> ActivityRow:
    """Of one that `counted` read."""
    return ActivityRow(
        activity.id,
        activity.title,
        activity.slug,
        activity.state,
        activity.starts_on,
        activity.ends_on,
        activity.venue,
        activity.quota,
        activity.seats_taken,
        activity.waiting,
        activity.attended,
    )


def counted(found: QuerySet[Activity]) -> QuerySet[Activity]:
    """With how many wait and how many came, without the long texts."""
    return found.annotate(waiting=_count(RegistrationState.WAITING), attended=_count(RegistrationState.ATTENDED)).defer(
        "summary", "ticket_key", "aims", "targets", "legal_bases", "problems", "spending", "figures"
    )


def activities_page(
    *, by: Actor, now: datetime, when: str = "upcoming", text: str = "", state: str = "", number: int = 1
) -> ActivitiesPage:
    """Raises NotAllowed."""
    today = timezone.localdate(now)
    found = visible(by)
    if text:
        found = found.filter(Q(title__icontains=text) | Q(venue__icontains=text))
    if state:
        found = found.filter(state=state)
    ahead = Q(ends_on__gte=today)
    sizes = found.aggregate(all=Count("id", distinct=True), ahead=Count("id", filter=ahead, distinct=True))
    if when == "upcoming":
        found = found.filter(ahead).order_by("starts_on", "title")
    elif when == "past":
        found = found.exclude(ahead).order_by("-starts_on", "title")
    else:
        found = found.order_by("-starts_on", "title")
    page = Paginator(counted(found), PAGE).get_page(number)
    return ActivitiesPage(
        tuple(row_of(one) for one in page.object_list),
        page,
        sizes["all"],
        sizes["ahead"],
        sizes["all"] - sizes["ahead"],
        when,
        text,
        state,
    )


# --- programmes -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    id: UUID
    title: str
    year: int
    aims: str
    budget_code: str
    activities: int


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    programme: ProgrammeRow
    activities: tuple[ActivityRow, ...]


def _programmes(by: Actor) -> QuerySet[Programme]:
    check_may(by, Deed.TRAINING_READ)
    found = Programme.objects.annotate(count=Count("activities")).order_by("-year", "title")
    return found if by.system else found.filter(office_id=by.office_id)


def _programme(row: Any) -> ProgrammeRow:
    return ProgrammeRow(row.id, row.title, row.year, row.aims, row.budget_code, row.count)


def programmes(*, by: Actor) -> tuple[ProgrammeRow, ...]:
    """The office's own, newest year first. Raises NotAllowed."""
    return tuple(_programme(row) for row in _programmes(by))


def programme_page(*, programme_id: UUID, by: Actor) -> ProgrammePage:
    """Raises NotAllowed, Programme.DoesNotExist."""
    row = _programmes(by).get(id=programme_id)
    found = counted(Activity.objects.filter(programme_id=programme_id)).order_by("-starts_on")
    return ProgrammePage(_programme(row), tuple(row_of(one) for one in found))


# --- one activity -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PractitionerInfo:
    id: UUID
    name: str
    institution: str
    topic: str


@dataclass(frozen=True, slots=True)
class SessionInfo:
    """`present`: people checked in."""

    id: UUID
    title: str
    title_en: str
    starts_at: datetime
    ends_at: datetime
    takes_attendance: bool
    practitioners: tuple[PractitionerInfo, ...]
    present: int = 0


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """`next`: the key of the next step ("" when nothing is left); `moves`: the steps of the table that are possible."""

    head: Head
    summary: str
    materials: tuple[str, ...]
    budget_code: str
    budget_amount: int
    cancel_reason: str
    attendance_percent: int
    hours: Decimal
    registration_closes_at: datetime | None
    sessions: tuple[SessionInfo, ...]
    standing: Standing
    waiting: int
    absent: int
    invited: int
    accepted: int
    untold: int
    steps: tuple[Step, ...]
    next: str
    moves: tuple[str, ...]


@prepared
def _sessions(*, activity_id: UUID) -> QuerySet[Any]:
    found = Session.objects.filter(activity_id=activity_id).annotate(present=Count("attendances"))
    # Said here: a grouped query does not keep the model's own order.
    return found.order_by("starts_at", "id")


@prepared
def _teachers(*, activity_id: UUID) -> QuerySet[Any, Any]:
    found = Engagement.objects.filter(sessions__activity_id=activity_id)
    return found.values_list("sessions__id", "id", "name", "institution", "topic")


def session_infos(activity_id: UUID) -> tuple[SessionInfo, ...]:
    """In their order; two reads."""
    found = _sessions(activity_id=activity_id)
    teachers: dict[UUID, list[PractitionerInfo]] = defaultdict(list)
    for session_id, *told in _teachers(activity_id=activity_id) if found else ():
        teachers[session_id].append(PractitionerInfo(*told))
    return tuple(
        SessionInfo(
            row.id,
            row.title,
            row.title_en,
            row.starts_at,
            row.ends_at,
            row.takes_attendance,
            tuple(teachers[row.id]),
            row.present,
        )
        for row in found
    )


def tally(rows: QuerySet[Any], path: str) -> Coalesce:
    """How many of the rows belong to the activity that `path` leads to, as part of the activity's own read."""
    counted = rows.filter(**{path: OuterRef("id")}).order_by().values(path).annotate(n=Count("id")).values("n")
    return Coalesce(Subquery(counted), 0)


_TALLIES: tuple[tuple[str, Any], ...] = tuple({
    "has_enterprises": Exists(enterprises_of(OuterRef("office_id"))),
    "letters_sent": tally(Invitation.objects.all(), "activity_id"),
    "letters_accepted": tally(Invitation.objects.filter(answer="accepted"), "activity_id"),
    "certificates_valid": tally(Certificate.objects.filter(state=CertificateState.ISSUED), "registration__activity_id"),
    "report_versions": tally(ReportText.objects.filter(kind="report"), "activity_id"),
    "untold": tally(
        Notice.objects.filter(told_at__isnull=True).exclude(kind="certificate"), "registration__activity_id"
    ),
}.items())  # fmt: skip


@prepared
def _people(*, activity_id: UUID) -> QuerySet[Any, Any]:
    found = Registration.objects.filter(activity_id=activity_id).order_by()
    return found.values_list("state").annotate(n=Count("id"))


def activity_page(*, activity_id: UUID, by: Actor, now: datetime | None = None) -> ActivityPage:
    """`now` tells whether the last session is over, for the next step. Raises NotAllowed, Activity.DoesNotExist."""
    activity = seen(activity_id, by, _TALLIES)
    sessions = session_infos(activity_id)
    people = Counter(dict(_people(activity_id=activity_id)))
    taking = sum(one.takes_attendance for one in sessions)
    early = now is not None and is_early(starts_on=activity.starts_on, today=timezone.localdate(now))
    closes = activity.registration_closes_at
    standing = Standing(
        state=activity.state,
        early=early,
        late=now is not None and (not early or (closes is not None and closes <= now)),
        quota=activity.quota,
        over=now is not None and bool(sessions) and max(one.ends_at for one in sessions) <= now,
        enterprises=int(activity.has_enterprises),
        sessions=len(sessions),
        invited=activity.letters_sent,
        seated=activity.seats_taken,
        attended=people[RegistrationState.ATTENDED],
        eligible=len(eligible_ids(activity, sessions=taking)) if activity.state in CERTIFYING else 0,
        certificates=activity.certificates_valid,
        report_versions=activity.report_versions,
    )
    return ActivityPage(
        head=head_of(activity),
        summary=activity.summary,
        materials=tuple(activity.materials),
        budget_code=activity.budget_code,
        budget_amount=activity.budget_amount,
        cancel_reason=activity.cancel_reason,
        attendance_percent=activity.attendance_percent,
        hours=hours_of(sessions),
        registration_closes_at=activity.registration_closes_at,
        sessions=sessions,
        standing=standing,
        waiting=people[RegistrationState.WAITING],
        absent=people[RegistrationState.REGISTERED],
        invited=activity.letters_sent,
        accepted=activity.letters_accepted,
        untold=activity.untold,
        steps=steps(standing),
        next=next_step(standing),
        moves=moves_from(ACTIVITY, activity.state),
    )


def activity_values(*, activity_id: UUID, by: Actor) -> dict[str, Any]:
    """What the edit forms begin with, by the names of the fields. Raises NotAllowed, Activity.DoesNotExist."""
    activity = seen(activity_id, by)
    return {f.attname: getattr(activity, f.attname) for f in activity._meta.concrete_fields if f.name != "ticket_key"}


def activity_head(*, activity_id: UUID, by: Actor) -> Head:
    """Raises NotAllowed, Activity.DoesNotExist."""
    return head_of(seen(activity_id, by))
