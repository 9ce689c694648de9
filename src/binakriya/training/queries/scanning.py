"""The scanner's pages: which session, who is there, who is found by name, what to undo."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.training.models import Activity, Attendance, Registration, Session
from binakriya.training.queries.activities import SessionInfo, session_infos
from binakriya.training.queries.heads import Head, head_of
from binakriya.training.queries.scope import seen, within
from binakriya.training.rules.states import CHECKING_IN, SEATED, RegistrationState


@dataclass(frozen=True, slots=True)
class LogLine:
    attendance_id: UUID
    at: datetime
    name: str
    business: str
    method: str


@dataclass(frozen=True, slots=True)
class Found:
    """Someone found by name; `present`: already at this session."""

    id: UUID
    name: str
    business: str
    group: str
    state: str
    present: bool


@dataclass(frozen=True, slots=True)
class ScanPage:
    """`expected`: people with a seat."""

    head: Head
    session: SessionInfo
    sessions: tuple[SessionInfo, ...]
    present: int
    expected: int
    log: tuple[LogLine, ...]
    found: tuple[Found, ...]
    text: str


def scan_page(*, session_id: UUID, by: Actor, text: str = "") -> ScanPage:
    """Raises NotAllowed, Session.DoesNotExist, Activity.DoesNotExist."""
    activity_id = Session.objects.values_list("activity_id", flat=True).get(id=session_id)
    activity = seen(activity_id, by)
    sessions = session_infos(activity_id)
    session = next(one for one in sessions if one.id == session_id)
    newest = (
        Attendance.objects.filter(session_id=session_id)
        .select_related("registration")
        .defer("registration__phone", "registration__consents")
        .order_by("-at", "-id")[:12]
    )
    found: tuple[Found, ...] = ()
    if text:
        here = set(Attendance.objects.filter(session_id=session_id).values_list("registration_id", flat=True))
        matching = (
            Registration.objects.filter(activity_id=activity_id)
            .exclude(state=RegistrationState.CANCELLED)
            .filter(Q(name__icontains=text) | Q(business_name__icontains=text) | Q(code=text.replace(" ", "")))
            .select_related("group")
            .order_by("name")[:12]
        )
        found = tuple(
            Found(
                one.id,
                one.name,
                one.business_name,
                one.group.short_name if one.group else "",
                one.state,
                one.id in here,
            )
            for one in matching
        )
    return ScanPage(
        head_of(activity),
        session,
        sessions,
        session.present,
        activity.seats_taken,
        tuple(LogLine(a.id, a.at, a.registration.name, a.registration.business_name, a.method) for a in newest),
        found,
        text,
    )


@dataclass(frozen=True, slots=True)
class UndoPage:
    head: Head
    session: str
    name: str
    business: str
    at: datetime


def undo_page(*, session_id: UUID, attendance_id: UUID, by: Actor) -> UndoPage | None:
    """None when there is nothing to undo any more. Raises NotAllowed, Session.DoesNotExist, Activity.DoesNotExist,
    Attendance.DoesNotExist (of another session)."""
    activity = seen(Session.objects.values_list("activity_id", flat=True).get(id=session_id), by)
    rows = Attendance.objects.select_related("session", "registration")
    if not rows.filter(id=attendance_id).exists():
        return None
    one = rows.get(id=attendance_id, session_id=session_id)
    return UndoPage(head_of(activity), one.session.title, one.registration.name, one.registration.business_name, one.at)


@dataclass(frozen=True, slots=True)
class SessionChoice:
    activity_id: UUID
    activity: str
    session: SessionInfo
    expected: int


def sessions_to_check_in(*, by: Actor, now: datetime) -> tuple[SessionChoice, ...]:
    """Sessions of activities that run or are about to, that take attendance; in order of time. Raises NotAllowed."""
    check_may(by, Deed.TRAINING_CHECK_IN)
    running = list(Activity.objects.filter(within(by), state__in=CHECKING_IN).distinct().order_by("starts_on")[:20])
    found = []
    rows = (
        Session.objects.filter(activity__in=running, takes_attendance=True)
        .annotate(present=Count("attendances"))
        .order_by("starts_at")
    )
    by_id = {one.id: one for one in running}
    for row in rows:
        activity = by_id[row.activity_id]
        info = SessionInfo(row.id, row.title, row.title_en, row.starts_at, row.ends_at, True, (), row.present)
        found.append(SessionChoice(activity.id, activity.title, info, activity.seats_taken))
    # Nearest in time first: what is on now, before what comes and what was.
    return tuple(sorted(found, key=lambda one: abs(one.session.starts_at - now)))


def attendees(*, session_id: UUID, by: Actor) -> tuple[Activity, Session, tuple[Registration, ...]]:
    """Part of other queries: who holds a seat, by name."""
    session = Session.objects.prefetch_related("practitioners").get(id=session_id)
    activity = seen(session.activity_id, by)
    found = Registration.objects.filter(activity_id=activity.id, state__in=SEATED).select_related("group")
    return activity, session, tuple(found.order_by("name", "id"))
