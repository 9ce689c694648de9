"""Participants, sessions in progress, letters, notices."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from binakriya.accounts.queries import organisations
from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.foundation.prepared import prepared
from binakriya.foundation.rules.masks import mask_phone
from binakriya.foundation.tables.regions import region
from binakriya.training.models import Attendance, Certificate, Invitation, Notice, Registration, Session
from binakriya.training.queries.heads import Head, head_of
from binakriya.training.queries.scope import seen
from binakriya.training.rules.states import SEATED, CertificateState, RegistrationState

PAGE = 25


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """`phone` is masked, and "" in lists, which do without it. `position`: place in the waiting list, counted from the
    first who waits now. `attended`: sessions."""

    id: UUID
    name: str
    business: str
    product: str
    group: str
    kelurahan: str
    phone: str
    state: str
    source: str
    code: str
    position: int | None
    attended: int
    before: Decimal | None
    after: Decimal | None
    certificate: str
    registered_at: datetime


@dataclass(frozen=True, slots=True)
class ParticipantsPage:
    head: Head
    rows: tuple[ParticipantRow, ...]
    page: Page[UUID]
    counts: dict[str, int]
    text: str
    state: str
    group: str
    groups: tuple[tuple[str, str], ...]
    sessions: int


def kelurahan_name(code: str) -> str:
    found = region(code) if code else None
    return found.name if found else ""


# What a ParticipantRow is made of; the phone, which has to be decrypted, comes apart.
_COLUMNS = (
    *("id", "name", "business_name", "product", "group__short_name", "kelurahan_code", "state", "source", "code"),
    *("attended", "test_result__before", "test_result__after", "certificate", "registered_at"),
)


@prepared
def _tally(*, activity_id: UUID) -> QuerySet[Registration, Any]:
    found = Registration.objects.filter(activity_id=activity_id).order_by()
    return found.values_list("state", "group_id", "group__short_name").annotate(n=Count("id"))


@prepared
def _shown(order: tuple[str, ...], *, ids: tuple[UUID, ...]) -> QuerySet[Registration, Any]:
    return _with_results(Registration.objects.filter(id__in=ids).order_by(*order)).values_list(*_COLUMNS)


@prepared
def _taking(*, activity_id: UUID) -> QuerySet[Session, UUID]:
    return Session.objects.filter(activity_id=activity_id, takes_attendance=True).values_list("id", flat=True)


def _with_results(found: QuerySet[Registration]) -> QuerySet[Registration]:
    """Adds `attended` (sessions) and `certificate` (the number of the valid one) to each."""
    present = (
        Attendance.objects.filter(registration_id=OuterRef("id"), session__takes_attendance=True)
        .order_by()
        .values("registration_id")
        .annotate(n=Count("id"))
        .values("n")
    )
    issued = Certificate.objects.filter(registration_id=OuterRef("id"), state=CertificateState.ISSUED)
    return found.annotate(
        attended=Coalesce(Subquery(present), 0), certificate=Coalesce(Subquery(issued.values("number")[:1]), Value(""))
    )


def _rows(
    found: Iterable[tuple[Any, ...]], ahead: dict[UUID, int], phones: Mapping[UUID, str]
) -> Iterator[ParticipantRow]:
    for (
        id_,
        name,
        business,
        product,
        group,
        ward,
        state,
        source,
        code,
        attended,
        before,
        after,
        number,
        at,
    ) in found:
        yield ParticipantRow(
            id_,
            name,
            business,
            product,
            group or "",
            kelurahan_name(ward),
            mask_phone(phones.get(id_, "")),
            state,
            source,
            code,
            ahead.get(id_),
            attended,
            before,
            after,
            number,
            at,
        )


def _queue(activity_id: UUID) -> dict[UUID, int]:
    waiting = Registration.objects.filter(activity_id=activity_id, state=RegistrationState.WAITING)
    return {id_: n for n, id_ in enumerate(waiting.order_by("position").values_list("id", flat=True), 1)}


def participants_page(
    *, activity_id: UUID, by: Actor, text: str = "", state: str = "", group: str = "", number: int = 1
) -> ParticipantsPage:
    """Searched by name, business, ticket code. Raises NotAllowed, Activity.DoesNotExist."""
    activity = seen(activity_id, by)
    tally = _tally(activity_id=activity_id)
    counts: Counter[str] = Counter()
    for one_state, _group, _name, n in tally:
        counts[one_state] += n
    groups = tuple(sorted({(str(id_), name) for _state, id_, name, _n in tally if id_}, key=lambda pair: pair[1]))
    found = Registration.objects.filter(activity_id=activity_id)
    if text:
        found = found.filter(Q(name__icontains=text) | Q(business_name__icontains=text) | Q(code=text.replace(" ", "")))
    if state:
        found = found.filter(state=state)
    if group in dict(groups):
        found = found.filter(group_id=UUID(group))
    order = ("position", "name", "id") if state == RegistrationState.WAITING else ("name", "id")
    page = Paginator(found.order_by(*order).values_list("id", flat=True), PAGE).get_page(number)
    ids = tuple(page.object_list)
    ahead = _queue(activity_id) if counts.get("waiting") else {}
    return ParticipantsPage(
        head_of(activity),
        tuple(_rows(_shown(order, ids=ids) if ids else (), ahead, {})),
        page,
        dict(counts) | {"all": counts.total()},
        text,
        state,
        group,
        groups,
        len(_taking(activity_id=activity_id)),
    )


def participant_rows(*, activity_id: UUID, by: Actor) -> Iterator[ParticipantRow]:
    """Everyone, by name, for an export; phones masked. Raises NotAllowed when asked for."""
    check_may(by, Deed.REGISTRY_EXPORT)
    seen(activity_id, by)
    ahead = _queue(activity_id)
    found = Registration.objects.filter(activity_id=activity_id).order_by("name", "id")
    return _rows(_with_results(found).values_list(*_COLUMNS), ahead, dict(found.values_list("id", "phone")))


@dataclass(frozen=True, slots=True)
class Present:
    id: UUID
    session: str
    at: datetime
    method: str
    by: str


@dataclass(frozen=True, slots=True)
class ParticipantPage:
    """`phone` is masked; the operation `reveal_phone` reads it."""

    head: Head
    row: ParticipantRow
    group_id: UUID | None
    enterprise_id: UUID
    token: str
    consents: tuple[tuple[str, bool], ...]
    present: tuple[Present, ...]
    notices: tuple[tuple[UUID, str, datetime | None], ...]
    cancelled_at: datetime | None
    cancel_reason: str


def participant_page(*, activity_id: UUID, registration_id: UUID, by: Actor) -> ParticipantPage:
    """Raises NotAllowed, Registration.DoesNotExist (also for another activity's), Activity.DoesNotExist."""
    activity = seen(activity_id, by)
    one = Registration.objects.get(id=registration_id, activity_id=activity_id)
    ahead = _queue(activity_id) if one.state == RegistrationState.WAITING else {}
    return ParticipantPage(
        head_of(activity),
        next(_rows(_shown((), ids=(one.id,)), ahead, {one.id: one.phone})),
        one.group_id,
        one.enterprise_id,
        one.token,
        tuple((c["text"], c["given"]) for c in one.consents),
        tuple(
            Present(a.id, a.session.title, a.at, a.method, a.by_label)
            for a in one.attendances.select_related("session").order_by("at")
        ),
        tuple(one.notices.values_list("id", "kind", "told_at")),
        one.cancelled_at,
        one.cancel_reason,
    )


# --- letters and notices ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LetterRow:
    """`registered`: members of the association who hold a seat, also those who came; `waiting`: who wait for one;
    `attended`: who came."""

    id: UUID
    association_id: UUID
    association: str
    full: str
    addressee: str
    number: str
    written_on: date
    seats: int
    answer: str
    answered_at: datetime | None
    note: str
    registered: int
    waiting: int
    attended: int


@dataclass(frozen=True, slots=True)
class LettersPage:
    head: Head
    rows: tuple[LetterRow, ...]
    seats: int
    free: tuple[tuple[UUID, str], ...]


def letters_page(*, activity_id: UUID, by: Actor) -> LettersPage:
    """`free`: associations without a letter yet. Raises NotAllowed, Activity.DoesNotExist."""
    activity = seen(activity_id, by)
    counts = {
        row["group_id"]: row
        for row in Registration.objects.filter(activity_id=activity_id, group__isnull=False)
        .order_by()
        .values("group_id")
        .annotate(
            registered=Count("id", filter=Q(state__in=SEATED)),
            waiting=Count("id", filter=Q(state=RegistrationState.WAITING)),
            attended=Count("id", filter=Q(state=RegistrationState.ATTENDED)),
        )
    }
    none = {"registered": 0, "waiting": 0, "attended": 0}
    rows = tuple(
        LetterRow(
            one.id,
            one.association_id,
            one.association.short_name,
            one.association.name,
            one.addressee,
            one.number,
            one.written_on,
            one.seats,
            one.answer,
            one.answered_at,
            one.answer_note,
            counts.get(one.association_id, none)["registered"],
            counts.get(one.association_id, none)["waiting"],
            counts.get(one.association_id, none)["attended"],
        )
        for one in Invitation.objects.filter(activity_id=activity_id).select_related("association")
    )
    return LettersPage(head_of(activity), rows, sum(row.seats for row in rows), free_associations(activity_id))


def free_associations(activity_id: UUID) -> tuple[tuple[UUID, str], ...]:
    """Associations without a letter yet."""
    invited = set(Invitation.objects.filter(activity_id=activity_id).values_list("association_id", flat=True))
    return tuple((one.id, one.short_name) for one in organisations(kind="association") if one.id not in invited)


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """`phone`: masked; whoever tells has it shown, which is recorded."""

    id: UUID
    registration_id: UUID
    kind: str
    name: str
    phone: str
    created_at: datetime


def notices_to_tell(*, activity_id: UUID, by: Actor) -> tuple[NoticeRow, ...]:
    """Who is to be told what, oldest first; of the own office's activities alone. Raises NotAllowed."""
    check_may(by, Deed.TRAINING_PLAN)
    found = Notice.objects.filter(registration__activity_id=activity_id, told_at__isnull=True)
    if not by.system:
        found = found.filter(registration__activity__office_id=by.office_id)
    return tuple(
        NoticeRow(
            one.id,
            one.registration_id,
            one.kind,
            one.registration.name,
            mask_phone(one.registration.phone),
            one.created_at,
        )
        for one in found.select_related("registration").exclude(kind="certificate")
    )
