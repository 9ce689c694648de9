"""Checking in, and taking it back; test results."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, Refused, check_may
from binakriya.foundation.ids import new_id
from binakriya.foundation.operations import record
from binakriya.training.models import Attendance, Registration, Session, TestResult
from binakriya.training.operations.reach import lock, reached
from binakriya.training.rules.days import check_in_day
from binakriya.training.rules.states import (
    CERTIFYING,
    CHECKING_IN,
    REGISTRATION,
    SEATED,
    CertificateState,
    RegistrationState,
    after,
    check_state,
)
from binakriya.training.rules.tickets import is_genuine, read_scan

Outcome = Literal["present", "repeat", "unknown", "forged", "waiting", "cancelled"]


@dataclass(frozen=True, slots=True)
class CheckIn:
    """`present`: recorded now. `repeat`: recorded before, `at` says when. `unknown`: no such ticket here; `forged`: a
    QR code that this activity did not make; `waiting`, `cancelled`: known, without a seat."""

    outcome: Outcome
    registration_id: UUID | None = None
    name: str = ""
    business: str = ""
    group: str = ""
    at: datetime | None = None


def _said(outcome: Outcome, one: Registration, at: datetime | None = None) -> CheckIn:
    return CheckIn(outcome, one.id, one.name, one.business_name, one.group.short_name if one.group else "", at)


def _without_seat(one: Registration) -> CheckIn:
    return _said("waiting" if one.state == RegistrationState.WAITING else "cancelled", one)


def _locked_registration(registration_id: UUID) -> Registration:
    """Locked after its activity, as everywhere. The group is not locked with it."""
    rows = Registration.objects.select_related("group").select_for_update(no_key=True, of=("self",))
    return rows.get(id=registration_id)


def check_in(
    *,
    session_id: UUID,
    by: Actor,
    now: datetime,
    scan: str = "",
    registration_id: UUID | None = None,
    device: str = "",
    nonce: str = "",
) -> CheckIn:
    """One person is present at one session: by what was scanned or typed (`scan`), or chosen by name.

    Of simultaneous scans of a ticket exactly one answers `present`. The same `nonce` again (a resent scan) answers as
    the first time. Raises NotAllowed, Refused("check_in_closed", "check_in_early", "session_without_attendance").
    """
    session = Session.objects.select_related("activity").get(id=session_id)
    activity = session.activity
    reached(activity, by=by, deed=Deed.TRAINING_CHECK_IN)
    if not session.takes_attendance:
        raise Refused("session_without_attendance")
    people = Registration.objects.select_related("group").filter(activity_id=activity.id)
    if registration_id is not None:
        one, method = people.filter(id=registration_id).first(), "name"
    else:
        scanned = read_scan(scan)
        if scanned is None:
            return CheckIn("unknown")
        if not is_genuine(scanned, activity_id=activity.id, key=activity.ticket_key):
            return CheckIn("forged")
        one, method = people.filter(code=scanned.code).first(), "qr" if scanned.mac else "code"
    if one is None:
        return CheckIn("unknown")
    if one.state not in SEATED:
        return _without_seat(one)
    # Most repeats are answered without a lock, as they are on an activity that takes no attendance any more.
    check_state(activity.state, CHECKING_IN, "check_in_closed")
    check_in_day(state=activity.state, starts_on=activity.starts_on, today=timezone.localdate(now))
    return _repeat(one, session, nonce) or _write(
        session, one, method=method, by=by, now=now, device=device[:64], nonce=nonce[:64]
    )


def _repeat(one: Registration, session: Session, nonce: str) -> CheckIn | None:
    before = Attendance.objects.filter(registration_id=one.id, session_id=session.id).first()
    if before is None:
        return None
    resent = bool(nonce) and before.nonce == nonce[:64]
    return _said("present" if resent else "repeat", one, before.at)


def _write(
    session: Session,
    one: Registration,
    *,
    method: str,
    by: Actor,
    now: datetime,
    device: str,
    nonce: str,
) -> CheckIn:
    try:
        with transaction.atomic():
            # All that was read before may have changed since: the activity ended, someone cancelled, an officer took
            # back the check-in of another session.
            activity = lock(session.activity_id)
            check_state(activity.state, CHECKING_IN, "check_in_closed")
            one = _locked_registration(one.id)
            if one.state not in SEATED:
                return _without_seat(one)
            if before := _repeat(one, session, nonce):
                return before
            Attendance.objects.create(
                registration_id=one.id,
                session_id=session.id,
                at=now,
                method=method,
                by_id=by.id,
                by_label=by.label[:120],
                device=device,
                nonce=nonce or str(new_id()),
            )
            if one.state != RegistrationState.ATTENDED:
                one.state = after(REGISTRATION, one.state, "attend")
                one.save(update_fields=["state"])
            record(
                by=by,
                now=now,
                office_id=activity.office_id,
                action="training.checked_in",
                kind="training.registration",
                object_id=one.id,
                label=f"{one.name}, {activity.title}",
                after={"session": session.title, "method": method, "device": device},
            )
    except IntegrityError:
        # The nonce belongs to another scan, or the ticket was scanned at the same moment.
        found = _repeat(one, session, nonce)
        if found is None:
            raise Refused("nonce_used") from None
        return found
    return _said("present", one, now)


def undo_check_in(*, attendance_id: UUID, reason: str, by: Actor, now: datetime) -> None:
    """Takes a check-in back; the ledger keeps it. A second time changes nothing. Raises NotAllowed,
    Refused("reason_needed", "certificate_issued", "check_in_closed")."""
    check_may(by, Deed.TRAINING_CHECK_IN)
    if not reason.strip():
        raise Refused("reason_needed")
    with transaction.atomic():
        found = Attendance.objects.select_related("session").filter(id=attendance_id).first()
        if found is None:
            return
        activity = lock(found.session.activity_id)
        reached(activity, by=by, deed=Deed.TRAINING_CHECK_IN)
        check_state(activity.state, CHECKING_IN, "check_in_closed")
        # Read behind the lock: a check-in at another session may just have ended.
        one = _locked_registration(found.registration_id)
        if one.certificates.filter(state=CertificateState.ISSUED).exists():
            raise Refused("certificate_issued")
        # A second undo at the same moment finds nothing to take back.
        deleted, _kinds = Attendance.objects.filter(id=found.id).delete()
        if not deleted:
            return
        if not Attendance.objects.filter(registration_id=one.id).exists():
            one.state = after(REGISTRATION, one.state, "undo_attend")
            one.save(update_fields=["state"])
        record(
            by=by,
            now=now,
            office_id=activity.office_id,
            action="training.check_in_undone",
            kind="training.registration",
            object_id=one.id,
            label=f"{one.name}, {activity.title}",
            before={"session": found.session.title, "at": found.at, "by": found.by_label},
            reason=reason.strip(),
        )


def record_test(
    *, registration_id: UUID, by: Actor, now: datetime, before: Decimal | None = None, after: Decimal | None = None
) -> None:
    """Scores of 100 before and after; None leaves what is known. Raises NotAllowed, Refused("score_range",
    "score_needed")."""
    for score in (before, after):
        if score is not None and not 0 <= score <= 100:
            raise Refused("score_range")
    with transaction.atomic():
        activity_id = Registration.objects.values_list("activity_id", flat=True).get(id=registration_id)
        activity = lock(activity_id)
        reached(activity, by=by, deed=Deed.TRAINING_CHECK_IN)
        check_state(activity.state, (*CHECKING_IN, *CERTIFYING))
        one = Registration.objects.get(id=registration_id)
        found = TestResult.objects.filter(registration=one).first() or TestResult(registration=one)
        old = {"before": found.before, "after": found.after}
        found.before = before if before is not None else found.before
        found.after = after if after is not None else found.after
        new = {"before": found.before, "after": found.after}
        if found.before is None and found.after is None:
            raise Refused("score_needed")
        if old == new:
            return
        found.recorded_at = now
        found.save()
        record(
            by=by,
            now=now,
            office_id=activity.office_id,
            action="training.test_recorded",
            kind="training.registration",
            object_id=one.id,
            label=f"{one.name}, {activity.title}",
            before=old,
            after=new,
        )
