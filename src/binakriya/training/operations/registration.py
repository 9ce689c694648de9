"""Registering, cancelling, telling."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from binakriya.accounts.rules import Actor, Deed, NotAllowed, Refused, check_office
from binakriya.accounts.rules.consent import BY_KEY
from binakriya.foundation.encryption import blind_index
from binakriya.foundation.operations import record, record_many
from binakriya.foundation.prepared import prepared
from binakriya.foundation.rules.ledger import Line
from binakriya.foundation.rules.masks import mask_phone
from binakriya.foundation.rules.once import once_key
from binakriya.foundation.rules.phones import e164
from binakriya.foundation.rules.text import clean_text, is_readable
from binakriya.registry.queries import enterprise_card
from binakriya.training.models import Activity, Notice, Registration
from binakriya.training.operations.enterprises import enterprise_for
from binakriya.training.operations.queue import move_up
from binakriya.training.operations.reach import lock, locked
from binakriya.training.rules.consents import ASKED, TOLD
from binakriya.training.rules.seats import can_take_seat, check_registration_open
from binakriya.training.rules.states import (
    REGISTERING,
    REGISTRATION,
    SEATED,
    SELF_SERVICE,
    RegistrationState,
    after,
    check_state,
)
from binakriya.training.rules.tickets import new_code

CODES_TRIED = 25  # at once: of a million, and an activity has some hundreds
PHONE_LABEL = "training.registration.phone"


@dataclass(frozen=True, slots=True)
class Registered:
    """`state`: registered or waiting; `position` in the waiting list. `replayed`: the very same form was sent again;
    `already`: this phone or person had registered before, by another form, and nothing new was written: the ticket
    must then not be shown to whoever just typed the phone."""

    id: UUID
    token: str
    code: str
    state: str
    position: int | None
    replayed: bool = False
    already: bool = False


def phone_index(phone: str) -> str:
    return blind_index(phone, label=PHONE_LABEL)


def _answer(one: Registration, *, replayed: bool = False, already: bool = False) -> Registered:
    return Registered(one.id, one.token, one.code, one.state, one.position, replayed, already)


def consent_lines(given: Sequence[str], now: datetime) -> list[dict[str, Any]]:
    return [
        {
            "purpose": key,
            "version": BY_KEY[key].version,
            "basis": BY_KEY[key].basis,
            "text": BY_KEY[key].text["id"],
            "given": key in TOLD or key in given,
            "at": now.isoformat(),
        }
        for key in (*TOLD, *ASKED)
    ]


def free_code(taken: set[str]) -> str:
    for _try in range(50):
        code = new_code(secrets.randbelow(10**6))
        if code not in taken:
            return code
    raise Refused("codes_used_up")


def _free(codes: Sequence[str], taken: set[str]) -> str:
    """Raises Refused("codes_used_up")."""
    for code in codes:
        if code not in taken:
            return code
    raise Refused("codes_used_up")


@prepared
def _alike(
    *, activity_id: UUID, key: str | None, index: str | None, codes: tuple[str, ...]
) -> QuerySet[Registration, Registration]:
    asked = Q(code__in=codes)
    if key is not None:
        asked |= Q(nonce=key)
    if index is not None:
        asked |= Q(phone_index=index)
    return Registration.objects.filter(asked, activity_id=activity_id)


@prepared
def _of_enterprise(*, activity_id: UUID, enterprise_id: UUID, name: str) -> QuerySet[Registration, Registration]:
    found = Registration.objects.filter(activity_id=activity_id, enterprise_id=enterprise_id, name=name)
    return found.exclude(state=RegistrationState.CANCELLED)


def take_seat(activity: Activity, one: Registration, now: datetime) -> None:
    """A seat when one is free, else the last place in the queue; the activity is locked and saved by the caller."""
    if can_take_seat(quota=activity.quota, taken=activity.seats_taken):
        activity.seats_taken += 1
        one.state, one.seated_at = RegistrationState.REGISTERED.value, now
    else:
        activity.queue_last += 1
        one.state, one.position = RegistrationState.WAITING.value, activity.queue_last


def facts_of(one: Registration) -> dict[str, Any]:
    return {
        "state": one.state,
        "position": one.position,
        "business": one.business_name,
        "phone": mask_phone(one.phone),
        "kelurahan": one.kelurahan_code,
        "source": one.source,
        "consents": [c["purpose"] for c in one.consents if c["given"]],
    }


def register(
    *,
    activity_id: UUID,
    name: str,
    business_name: str,
    by: Actor,
    now: datetime,
    phone: str = "",
    product: str = "",
    kelurahan_code: str = "",
    group_id: UUID | None = None,
    consents: Sequence[str] = (),
    nonce: str = "",
    enterprise_id: UUID | None = None,
) -> Registered:
    """One person takes a seat, or a place in the waiting list. Exactly `quota` seats are given, however many come.

    Anyone may register while registration is open, with a phone; officers of the office until the activity is done,
    also without a phone and for an enterprise of the registry (`enterprise_id`). `consents`: which of ASKED were
    agreed to. `nonce`: a word of the form that was sent; the same again, by the same person, answers the same. The
    same word with another name, phone or business is another registration: nobody is shown a ticket by its word alone.
    Raises Refused: "registration_not_open", "registration_over", "phone_unreadable", "name_needed",
    "business_needed"; NotAllowed("office") for an enterprise that is not of the activity's office.
    """
    officer = by.may(Deed.TRAINING_PLAN)
    name, business_name = " ".join(clean_text(name).split())[:120], " ".join(clean_text(business_name).split())[:200]
    number = e164(phone) if phone.strip() else ""
    if not is_readable(name):
        raise Refused("name_needed")
    if number is None or (not number and not officer):
        raise Refused("phone_unreadable")
    if not is_readable(business_name) and enterprise_id is None:
        raise Refused("business_needed")
    index = phone_index(number)
    key = once_key(nonce, said=[index, name.casefold(), business_name.casefold(), enterprise_id])
    person_id = by.id if by.may(Deed.TRAINING_JOIN) and not by.system else None
    with transaction.atomic():
        activity = lock(activity_id)
        officer = officer and (by.system or by.office_id == activity.office_id)
        if not number and not officer:
            raise Refused("phone_unreadable")
        # One look for all three: the same form, the same phone, a code that is taken.
        codes = [new_code(secrets.randbelow(10**6)) for _try in range(CODES_TRIED)]
        alike = _alike(activity_id=activity.id, key=key or None, index=index or None, codes=tuple(codes))
        if same := next((one for one in alike if key and one.nonce == key), None):
            return _answer(same, replayed=True)
        check_registration_open(
            state=activity.state, by_officer=officer, now=now, closes_at=activity.registration_closes_at
        )
        live = [one for one in alike if index and one.phone_index == index and one.state != RegistrationState.CANCELLED]
        if live:
            return _answer(live[0], already=True)
        told: list[Line] = []
        if enterprise_id is None:
            enterprise_id = enterprise_for(
                office_id=activity.office_id,
                business_name=business_name,
                owner_name=name,
                phone=number or "",
                product=product,
                kelurahan_code=kelurahan_code,
                association_id=group_id,
                person_id=person_id,
                by=by,
                now=now,
                told=told,
            )
        else:
            enterprise = enterprise_card(enterprise_id)
            if not officer or enterprise is None or enterprise.office_id != activity.office_id:
                raise NotAllowed("office")
        # Of an enterprise that was made just now nobody has registered.
        known = [] if told else _of_enterprise(activity_id=activity.id, enterprise_id=enterprise_id, name=name)
        if known:
            return _answer(known[0], already=True)
        taken = {one.code for one in alike}
        one = Registration(
            activity=activity,
            enterprise_id=enterprise_id,
            person_id=person_id,
            name=name,
            phone=number,
            phone_index=index,
            business_name=business_name,
            product=product[:200],
            kelurahan_code=kelurahan_code,
            group_id=group_id,
            source="officer" if officer else "public",
            code=_free(codes, taken),
            token=secrets.token_urlsafe(24),
            nonce=key,
            consents=consent_lines(consents, now),
            registered_at=now,
        )
        take_seat(activity, one, now)
        activity.save(update_fields=["seats_taken", "queue_last"])
        one.save(force_insert=True)
        label = f"{one.name}, {activity.title}"
        line = Line("training.registered", "training.registration", str(one.id), label, after=facts_of(one))
        record_many(by=by, now=now, office_id=activity.office_id, lines=[*told, line])
    return _answer(one)


def cancel_registration(
    *,
    by: Actor,
    now: datetime,
    token: str = "",
    registration_id: UUID | None = None,
    reason: str = "",
) -> int:
    """By whoever holds the ticket (`token`), or by an officer (`registration_id`). Answers how many moved up.

    A second time changes nothing. Raises NotAllowed, Refused("wrong_state", "too_late_to_cancel").
    """
    with transaction.atomic():
        wanted = Q(token=token) if token else Q(id=registration_id)
        activity = lock(Registration.objects.values_list("activity_id", flat=True).get(wanted))
        one = Registration.objects.select_for_update(no_key=True).get(wanted)
        if token:
            if one.state == RegistrationState.CANCELLED:
                return 0
            check_state(activity.state, SELF_SERVICE, "too_late_to_cancel")
        else:
            if not by.may(Deed.TRAINING_PLAN):
                raise NotAllowed(Deed.TRAINING_PLAN)
            check_office(by, activity.office_id)
            if one.state == RegistrationState.CANCELLED:
                return 0
            check_state(activity.state, REGISTERING)
        old = one.state
        one.state = after(REGISTRATION, old, "cancel")
        one.cancelled_at, one.cancel_reason = now, reason.strip()[:300]
        one.save(update_fields=["state", "cancelled_at", "cancel_reason"])
        lines = []
        if old in SEATED:
            activity.seats_taken -= 1
            activity.save(update_fields=["seats_taken"])
            lines = move_up(activity, now=now)
        record_many(
            by=by,
            now=now,
            office_id=activity.office_id,
            reason=reason,
            lines=[
                Line(
                    "training.registration_cancelled",
                    "training.registration",
                    str(one.id),
                    f"{one.name}, {activity.title}",
                    {"state": old},
                    {"state": one.state},
                ),
                *lines,
            ],
        )
    return len(lines)


def give_seat(*, activity_id: UUID, registration_id: UUID, by: Actor, now: datetime) -> None:
    """Someone of the waiting list gets a seat before their turn: a free one, or one more than the quota was.

    Raises NotAllowed, Refused("wrong_state"), Registration.DoesNotExist (also for another activity's).
    """
    with transaction.atomic():
        activity = locked(activity_id, by=by, deed=Deed.TRAINING_PLAN)
        check_state(activity.state, REGISTERING)
        one = Registration.objects.select_for_update(no_key=True).get(id=registration_id, activity=activity)
        one.state = after(REGISTRATION, one.state, "promote")
        one.seated_at = now
        quota = activity.quota
        activity.seats_taken += 1
        activity.quota = max(quota, activity.seats_taken)
        activity.save(update_fields=["seats_taken", "quota"])
        one.save(update_fields=["state", "seated_at"])
        Notice.objects.get_or_create(registration=one, kind="seat_given", defaults={"created_at": now})
        record(
            by=by,
            now=now,
            office_id=activity.office_id,
            action="training.seat_given",
            kind="training.registration",
            object_id=one.id,
            label=one.name,
            before={"state": "waiting", "quota": quota},
            after={"state": one.state, "quota": activity.quota, "position": one.position},
        )


def change_registration(*, registration_id: UUID, values: Mapping[str, Any], by: Actor, now: datetime) -> None:
    """Corrects a name, a business name as printed, a phone or a group: `name business_name phone product group_id`.

    Raises NotAllowed, Refused("phone_unreadable", "phone_taken", "name_needed").
    """
    with transaction.atomic():
        activity_id = Registration.objects.values_list("activity_id", flat=True).get(id=registration_id)
        activity = locked(activity_id, by=by, deed=Deed.TRAINING_PLAN)
        one = Registration.objects.select_for_update(no_key=True).get(id=registration_id)
        before = {"name": one.name, "business": one.business_name, "phone": mask_phone(one.phone)}
        for field in ("name", "business_name", "product", "group_id"):
            if field in values:
                setattr(one, field, values[field])
        one.name = " ".join(clean_text(one.name).split())
        if not is_readable(one.name):
            raise Refused("name_needed")
        if "phone" in values:
            number = e164(values["phone"]) if values["phone"] else ""
            if number is None:
                raise Refused("phone_unreadable")
            one.phone, one.phone_index = number, phone_index(number)
            others = Registration.objects.filter(activity=activity, phone_index=one.phone_index)
            if number and others.exclude(state=RegistrationState.CANCELLED).exclude(id=one.id).exists():
                raise Refused("phone_taken")
        one.save()
        record(
            by=by,
            now=now,
            office_id=activity.office_id,
            action="training.registration_changed",
            kind="training.registration",
            object_id=one.id,
            label=f"{one.name}, {activity.title}",
            before=before,
            after={"name": one.name, "business": one.business_name, "phone": mask_phone(one.phone)},
        )


def keep_ticket(*, token: str, by: Actor, now: datetime) -> None:
    """A signed-in maker puts a ticket they hold into their own account. Raises NotAllowed, Refused("ticket_kept")."""
    if by.id is None or not by.may(Deed.TRAINING_JOIN):
        raise NotAllowed(Deed.TRAINING_JOIN)
    with transaction.atomic():
        one = Registration.objects.select_for_update(no_key=True).get(token=token)
        if one.person_id == by.id:
            return
        if one.person_id is not None:
            raise Refused("ticket_kept")
        one.person_id = by.id
        one.save(update_fields=["person"])
        record(
            by=by,
            now=now,
            office_id=one.activity.office_id,
            action="training.ticket_kept",
            kind="training.registration",
            object_id=one.id,
            label=one.name,
        )


def note_told(*, activity_id: UUID, notice_id: UUID, by: Actor, now: datetime) -> None:
    """An officer has told a participant. A second time changes nothing. Raises NotAllowed, Notice.DoesNotExist (also
    for another activity's)."""
    with transaction.atomic():
        activity = locked(activity_id, by=by, deed=Deed.TRAINING_PLAN)
        notice = Notice.objects.select_related("registration").get(id=notice_id, registration__activity=activity)
        if notice.told_at:
            return
        notice.told_at = now
        notice.save(update_fields=["told_at"])
        record(
            by=by,
            now=now,
            action="training.told",
            kind="training.registration",
            object_id=notice.registration_id,
            label=notice.registration.name,
            after={"notice": notice.kind},
        )
