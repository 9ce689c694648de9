"""What everyone may see: announced activities, one's own ticket, the check of a certificate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from hmac import compare_digest
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.utils import timezone

from binakriya.accounts.queries import organisations
from binakriya.accounts.rules import Actor
from binakriya.foundation.encryption import blind_index
from binakriya.foundation.rules.phones import e164
from binakriya.training.models import Activity, Certificate, Registration
from binakriya.training.queries.activities import SessionInfo, session_infos
from binakriya.training.queries.facts import hours_of
from binakriya.training.queries.heads import Head, head_of
from binakriya.training.queries.scope import seen
from binakriya.training.rules.numbering import masked_name, typed_number
from binakriya.training.rules.seats import can_register
from binakriya.training.rules.states import (
    PUBLIC,
    SEATED,
    SELF_SERVICE,
    ActivityState,
    CertificateState,
    RegistrationState,
)
from binakriya.training.rules.tickets import qr_content

PAGE = 20
PHONE_LABEL = "training.registration.phone"


@dataclass(frozen=True, slots=True)
class PublicRow:
    """`registering`: the public may register now; `free`: seats left."""

    slug: str
    title: str
    summary: str
    office: str
    starts_on: date
    ends_on: date
    venue: str
    quota: int
    free: int
    state: str
    registering: bool


@dataclass(frozen=True, slots=True)
class PublicList:
    rows: tuple[PublicRow, ...]
    past: tuple[PublicRow, ...]
    page: Page[Activity]
    text: str


@dataclass(frozen=True, slots=True)
class PublicPage:
    row: PublicRow
    activity_id: UUID
    aims: tuple[str, ...]
    sessions: tuple[SessionInfo, ...]
    hours: Decimal
    ends_at: datetime | None
    groups: tuple[tuple[UUID, str], ...]
    region_code: str
    office_phone: str
    office_email: str
    waiting: int
    closes_at: datetime | None
    cancelled: bool
    cancel_reason: str


def _row(one: Activity, now: datetime) -> PublicRow:
    return PublicRow(
        one.slug,
        one.title,
        one.summary,
        one.office.short_name,
        one.starts_on,
        one.ends_on,
        one.venue,
        one.quota,
        max(0, one.quota - one.seats_taken),
        one.state,
        can_register(state=one.state, by_officer=False, now=now, closes_at=one.registration_closes_at),
    )


def activities_public(now: datetime, *, text: str = "", number: int = 1) -> PublicList:
    """Announced activities: those to come first, then the ones that were."""
    found = Activity.objects.filter(state__in=PUBLIC).select_related("office")
    if text:
        found = found.filter(Q(title__icontains=text) | Q(venue__icontains=text))
    today = timezone.localdate(now)
    ahead = found.filter(ends_on__gte=today).order_by("starts_on", "title")[:50]
    page = Paginator(found.filter(ends_on__lt=today).order_by("-starts_on", "title"), PAGE).get_page(number)
    return PublicList(
        tuple(_row(one, now) for one in ahead), tuple(_row(one, now) for one in page.object_list), page, text
    )


def activity_public(*, slug: str, now: datetime) -> PublicPage:
    """Raises Activity.DoesNotExist, also for a draft."""
    one = Activity.objects.select_related("office").exclude(state=ActivityState.DRAFT).get(slug=slug)
    sessions = session_infos(one.id)
    waiting = 0
    if one.seats_taken >= one.quota:
        waiting = Registration.objects.filter(activity_id=one.id, state=RegistrationState.WAITING).count()
    return PublicPage(
        _row(one, now),
        one.id,
        tuple(aim.get("id", "") for aim in one.aims),
        sessions,
        hours_of(sessions),
        max((one.ends_at for one in sessions), default=None),
        tuple((o.id, o.short_name) for o in organisations(kind="association")),
        one.office.region_code,
        one.office.phone,
        one.office.email,
        waiting,
        one.registration_closes_at,
        one.state == ActivityState.CANCELLED,
        one.cancel_reason,
    )


def register_choices(*, activity_id: UUID, by: Actor) -> tuple[Head, tuple[tuple[UUID, str], ...], str]:
    """For the form at the desk: the activity, the associations, the region of the wards. Raises NotAllowed."""
    activity = seen(activity_id, by)
    groups = tuple((o.id, o.short_name) for o in organisations(kind="association"))
    return head_of(activity), groups, activity.office.region_code


# --- a ticket ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TicketPage:
    """`qr`: what the code holds, "" without a seat. `ahead`: people in line before this one. `seat_given`: moved up
    from the waiting list."""

    token: str
    name: str
    business: str
    group: str
    state: str
    code: str
    qr: str
    ahead: int
    seat_given: bool
    attended: int
    may_cancel: bool
    owned: bool
    mine: bool
    certificate: str
    certificate_token: str
    slug: str
    title: str
    activity_state: str
    cancel_reason: str
    starts_on: date
    venue: str
    office: str
    office_phone: str
    sessions: tuple[SessionInfo, ...]
    notice: dict[str, str]


def ticket_page(*, token: str, by: Actor) -> TicketPage:
    """Whoever has the token has the ticket. Raises Registration.DoesNotExist."""
    one = Registration.objects.select_related("activity", "activity__office", "group").get(token=token)
    activity = one.activity
    ahead = 0
    if one.state == RegistrationState.WAITING:
        ahead = Registration.objects.filter(
            activity_id=activity.id, state=RegistrationState.WAITING, position__lt=one.position
        ).count()
    issued = one.certificates.filter(state=CertificateState.ISSUED).first()
    return TicketPage(
        token,
        one.name,
        one.business_name,
        one.group.short_name if one.group else "",
        one.state,
        one.code,
        qr_content(activity_id=activity.id, code=one.code, key=activity.ticket_key) if one.state in SEATED else "",
        ahead,
        one.state == RegistrationState.REGISTERED and one.position is not None,
        one.attendances.count(),
        activity.state in SELF_SERVICE and one.state in (RegistrationState.REGISTERED, RegistrationState.WAITING),
        one.person_id is not None,
        one.person_id is not None and one.person_id == by.id,
        issued.number if issued else "",
        issued.token if issued else "",
        activity.slug,
        activity.title,
        activity.state,
        activity.cancel_reason,
        activity.starts_on,
        activity.venue,
        activity.office.short_name,
        activity.office.phone,
        session_infos(activity.id),
        activity.notice,
    )


def own_ticket(*, activity_id: UUID, tokens: Sequence[str]) -> str:
    """Which of these tickets is one of the activity and still counts; "" for none."""
    live = Registration.objects.filter(activity_id=activity_id, token__in=tokens) if tokens else None
    if live is None:
        return ""
    return live.exclude(state=RegistrationState.CANCELLED).values_list("token", flat=True).first() or ""


def ticket_token(*, slug: str, phone: str, code: str) -> str | None:
    """The ticket of whoever knows both phone and code; None for anything else. The caller throttles."""
    number = e164(phone)
    if number is None:
        return None
    found = Registration.objects.filter(
        activity__slug=slug, phone_index=blind_index(number, label=PHONE_LABEL), code=code
    ).exclude(state=RegistrationState.CANCELLED)
    return found.values_list("token", flat=True).first()


# --- certificates -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Verified:
    """`holder` is whole only for whoever has the QR code's token (`whole`), else masked. `replaced_by`: the number of
    the one that was issued instead of a revoked one."""

    number: str
    state: str
    holder: str
    enterprise: str
    whole: bool
    token: str
    face: dict[str, Any]
    issued_on: datetime
    revoked_at: datetime | None
    revoke_reason: str
    replaced_by: str
    test: tuple[Decimal, Decimal] | None


def verify_certificate(*, number: str, token: str = "") -> Verified | None:
    """None when no certificate has this number."""
    found = (
        Certificate.objects.select_related("registration", "registration__test_result")
        .filter(number=typed_number(number))
        .first()
    )
    if found is None:
        return None
    whole = bool(token) and compare_digest(token.encode(), found.token.encode())
    replaced = ""
    if found.state == CertificateState.REVOKED:
        newer = Certificate.objects.filter(registration_id=found.registration_id, state=CertificateState.ISSUED)
        replaced = newer.values_list("number", flat=True).first() or ""
    test = getattr(found.registration, "test_result", None)
    scores = (test.before, test.after) if whole and test and None not in (test.before, test.after) else None
    return Verified(
        found.number,
        found.state,
        found.holder if whole else masked_name(found.holder),
        found.enterprise_name if whole else masked_name(found.enterprise_name) if found.enterprise_name else "",
        whole,
        found.token if whole else "",
        found.face,
        found.issued_at,
        found.revoked_at,
        found.revoke_reason,
        replaced,
        scores,
    )


# --- a maker's own ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OwnRow:
    token: str
    title: str
    starts_on: date
    venue: str
    state: str
    activity_state: str
    certificate: str
    certificate_token: str


def own_registrations(*, person_id: UUID) -> tuple[OwnRow, ...]:
    """A person's own, newest first."""
    found = (
        Registration.objects.filter(person_id=person_id)
        .select_related("activity")
        .prefetch_related("certificates")
        .order_by("-activity__starts_on", "-registered_at")
    )
    rows = []
    for one in found:
        issued = next((c for c in one.certificates.all() if c.state == CertificateState.ISSUED), None)
        rows.append(
            OwnRow(
                one.token,
                one.activity.title,
                one.activity.starts_on,
                one.activity.venue,
                one.state,
                one.activity.state,
                issued.number if issued else "",
                issued.token if issued else "",
            )
        )
    return tuple(rows)
