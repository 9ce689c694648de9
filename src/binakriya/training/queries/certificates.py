"""Certificates of an activity and of an office."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from binakriya.accounts.rules import Actor, Deed, NotAllowed, check_may, may_office
from binakriya.foundation.rules.ledger import changes
from binakriya.training.models import Activity, Certificate, CertificateRun, Registration
from binakriya.training.queries.eligibility import eligible_ids
from binakriya.training.queries.facts import officials_of, signing
from binakriya.training.queries.heads import Head, head_of
from binakriya.training.queries.scope import seen
from binakriya.training.rules.numbering import typed_number
from binakriya.training.rules.seats import sessions_needed
from binakriya.training.rules.states import CERTIFYING, OWING_CERTIFICATES, CertificateState, RegistrationState

PAGE = 25
# What a CertificateRow is made of, in its order.
_COLUMNS = (
    *("id", "number", "holder", "enterprise_name", "state", "registration__activity__title"),
    *("registration__activity_id", "issued_at", "revoked_at", "revoke_reason"),
)


@dataclass(frozen=True, slots=True)
class CertificateRow:
    id: UUID
    number: str
    holder: str
    enterprise: str
    state: str
    activity: str
    activity_id: UUID
    issued_at: datetime
    revoked_at: datetime | None
    revoke_reason: str


@dataclass(frozen=True, slots=True)
class RunInfo:
    id: UUID
    state: str
    done: int
    total: int
    working: bool


@dataclass(frozen=True, slots=True)
class CertificatesPage:
    """`short`: people who attended, but not enough. `needed` of `sessions` must be attended. `signers`: names of who
    signs, left and right."""

    head: Head
    rows: tuple[CertificateRow, ...]
    page: Page[tuple[Any, ...]]
    issued: int
    revoked: int
    eligible: int
    short: int
    needed: int
    sessions: int
    may_issue: bool
    signers: tuple[str, ...]
    run: RunInfo | None
    text: str


def _row(one: Certificate) -> CertificateRow:
    return CertificateRow(
        one.id,
        one.number,
        one.holder,
        one.enterprise_name,
        one.state,
        one.registration.activity.title,
        one.registration.activity_id,
        one.issued_at,
        one.revoked_at,
        one.revoke_reason,
    )


def _run(row: CertificateRun | None) -> RunInfo | None:
    return RunInfo(row.id, row.state, row.done, row.total, row.state in ("waiting", "running")) if row else None


def _matching(found: QuerySet[Certificate], text: str) -> QuerySet[Certificate]:
    if not text:
        return found
    return found.filter(Q(holder__icontains=text) | Q(number__icontains=text) | Q(enterprise_name__icontains=text))


def certificates_page(*, activity_id: UUID, by: Actor, text: str = "", number: int = 1) -> CertificatesPage:
    """Raises NotAllowed, Activity.DoesNotExist."""
    check_may(by, Deed.TRAINING_CERTIFY)
    activity = seen(activity_id, by)
    found = Certificate.objects.filter(registration__activity_id=activity_id)
    counts = found.order_by().aggregate(
        issued=Count("id", filter=Q(state=CertificateState.ISSUED)),
        revoked=Count("id", filter=Q(state=CertificateState.REVOKED)),
    )
    sessions = activity.sessions.filter(takes_attendance=True).count()
    eligible = len(eligible_ids(activity, sessions=sessions))
    attended = Registration.objects.filter(activity_id=activity_id, state=RegistrationState.ATTENDED)
    without = attended.filter(certificates__isnull=True).count()
    page = Paginator(_matching(found, text).order_by("-sequence").values_list(*_COLUMNS), PAGE).get_page(number)
    return CertificatesPage(
        head_of(activity),
        tuple(CertificateRow(*one) for one in page.object_list),
        page,
        counts["issued"],
        counts["revoked"],
        eligible,
        max(0, without - eligible),
        sessions_needed(sessions=sessions, share_percent=activity.attendance_percent) if sessions else 0,
        sessions,
        activity.state in CERTIFYING,
        tuple(one.name for one in signing(officials_of(activity))),
        _run(CertificateRun.objects.filter(activity_id=activity_id).order_by("-requested_at").first()),
        text,
    )


def run_info(*, activity_id: UUID, by: Actor) -> RunInfo | None:
    """The newest batch. Raises NotAllowed."""
    check_may(by, Deed.TRAINING_CERTIFY)
    seen(activity_id, by)
    return _run(CertificateRun.objects.filter(activity_id=activity_id).order_by("-requested_at").first())


def run_requester(run_id: UUID) -> UUID | None:
    """Who asked for a batch."""
    return CertificateRun.objects.values_list("requested_by", flat=True).get(id=run_id)


@dataclass(frozen=True, slots=True)
class OfficeCertificates:
    rows: tuple[CertificateRow, ...]
    page: Page[tuple[Any, ...]]
    text: str
    waiting: tuple[tuple[UUID, str, int], ...]


def office_certificates(*, by: Actor, text: str = "", number: int = 1) -> OfficeCertificates:
    """The office's certificates, newest first; `waiting`: activities with people who should get one, and how many."""
    check_may(by, Deed.TRAINING_CERTIFY)
    found = Certificate.objects.all()
    activities = Activity.objects.filter(state__in=OWING_CERTIFICATES)
    if not by.system:
        found = found.filter(registration__activity__office_id=by.office_id)
        activities = activities.filter(office_id=by.office_id)
    rows = _matching(found, text).order_by("-issued_at", "-sequence").values_list(*_COLUMNS)
    page = Paginator(rows, PAGE).get_page(number)
    waiting = [(one.id, one.title, len(eligible_ids(one))) for one in activities.order_by("-starts_on")[:3]]
    return OfficeCertificates(
        tuple(CertificateRow(*one) for one in page.object_list), page, text, tuple(row for row in waiting if row[2])
    )


def certificate_rows(*, by: Actor, activity_id: UUID | None = None) -> Iterator[CertificateRow]:
    """Every one of an activity, or of the office (of all for the software itself), by number: for a file.

    Raises NotAllowed when asked for, Activity.DoesNotExist."""
    check_may(by, Deed.TRAINING_CERTIFY)
    found = Certificate.objects.all()
    if activity_id is not None:
        seen(activity_id, by)
        found = found.filter(registration__activity_id=activity_id)
    elif not by.system:
        found = found.filter(registration__activity__office_id=by.office_id)
    return (CertificateRow(*one) for one in found.order_by("series", "sequence").values_list(*_COLUMNS))


def certificate_named(*, number: str, by: Actor) -> UUID:
    """Raises NotAllowed, Certificate.DoesNotExist."""
    check_may(by, Deed.TRAINING_CERTIFY)
    found: UUID = Certificate.objects.values_list("id", flat=True).get(number=typed_number(number))
    return found


@dataclass(frozen=True, slots=True)
class CertificateDetail:
    row: CertificateRow
    token: str
    registration_id: UUID
    issued_by: str
    face: dict[str, Any]
    newer: str
    changed: bool


def certificate_detail(*, certificate_id: UUID, by: Actor) -> CertificateDetail:
    """`changed`: the participant's name was corrected after this was issued. Raises NotAllowed,
    Certificate.DoesNotExist."""
    check_may(by, Deed.TRAINING_CERTIFY)
    one = Certificate.objects.select_related("registration__activity").get(id=certificate_id)
    if not may_office(by, one.registration.activity.office_id):
        raise NotAllowed("office")
    newer = ""
    if one.state == CertificateState.REVOKED:
        valid = Certificate.objects.filter(registration_id=one.registration_id, state=CertificateState.ISSUED)
        newer = valid.values_list("number", flat=True).first() or ""
    differ, _new = changes({"name": one.holder}, {"name": one.registration.name})
    return CertificateDetail(_row(one), one.token, one.registration_id, one.issued_by, one.face, newer, bool(differ))
