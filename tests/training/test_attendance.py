"""Who is present: by code, by QR and by name, once, and taken back. Many at once: test_concurrency.py."""

from uuid import UUID

import pytest
from tests.people import World

from binakriya.accounts.rules import NotAllowed, Refused
from binakriya.foundation.models import LedgerEntry
from binakriya.training import operations
from binakriya.training.models import Activity, Attendance, Registration, Session
from binakriya.training.operations import attendance
from binakriya.training.rules.tickets import qr_content

from .made import at, make_activity, sign_up


def _sessions(activity_id: UUID) -> list[Session]:
    return list(Session.objects.filter(activity_id=activity_id))


def test_check_in_by_code_qr_and_name(world: World, activity: UUID) -> None:
    row = Activity.objects.get(id=activity)
    people = [sign_up(world, activity, n) for n in range(1, 4)]
    session = _sessions(activity)[0].id
    by = world.actor("officer")
    qr = qr_content(activity_id=activity, code=people[1].code, key=row.ticket_key)
    first = operations.check_in(session_id=session, scan=people[0].code, by=by, now=at(9, 12))
    assert (first.outcome, first.name) == ("present", "Peserta 001")
    assert operations.check_in(session_id=session, scan=qr, by=by, now=at(9)).outcome == "present"
    assert operations.check_in(session_id=session, registration_id=people[2].id, by=by, now=at(9)).outcome == "present"
    assert set(Attendance.objects.values_list("method", flat=True)) == {"code", "qr", "name"}
    repeat = operations.check_in(session_id=session, scan=people[0].code, by=by, now=at(10))
    assert (repeat.outcome, repeat.at) == ("repeat", at(9, 12))
    assert operations.check_in(session_id=session, scan="hello", by=by, now=at(9)).outcome == "unknown"
    forged = qr[:-1] + ("A" if qr[-1] != "A" else "B")
    assert operations.check_in(session_id=session, scan=forged, by=by, now=at(9)).outcome == "forged"
    assert Attendance.objects.count() == 3


def test_a_resent_scan_answers_as_the_first_time(world: World, activity: UUID) -> None:
    one = sign_up(world, activity)
    session = _sessions(activity)[0].id
    by = world.actor("officer")
    for _time in range(2):
        done = operations.check_in(session_id=session, scan=one.code, nonce="scan-1", by=by, now=world.now)
        assert done.outcome == "present"
    assert Attendance.objects.count() == 1


def test_a_ticket_of_another_activity_is_unknown(world: World, activity: UUID) -> None:
    other = make_activity(world)
    one = sign_up(world, other)
    by = world.actor("officer")
    qr = qr_content(activity_id=other, code=one.code, key=Activity.objects.get(id=other).ticket_key)
    assert operations.check_in(session_id=_sessions(activity)[0].id, scan=qr, by=by, now=at(9)).outcome == "forged"
    done = operations.check_in(session_id=_sessions(activity)[0].id, registration_id=one.id, by=by, now=at(9))
    assert done.outcome == "unknown"


def test_without_a_seat_nobody_is_present(world: World) -> None:
    activity = make_activity(world, quota=1)
    seated, waiting = sign_up(world, activity, 1), sign_up(world, activity, 2)
    session, by = _sessions(activity)[0].id, world.actor("officer")
    assert operations.check_in(session_id=session, scan=waiting.code, by=by, now=at(9)).outcome == "waiting"
    operations.cancel_registration(registration_id=seated.id, by=by, now=world.now)
    assert operations.check_in(session_id=session, scan=seated.code, by=by, now=at(9)).outcome == "cancelled"


def test_who_may_check_in(world: World, activity: UUID) -> None:
    one = sign_up(world, activity)
    session = _sessions(activity)[0].id
    for who in ("visitor", "maker", "curator", "leadership", "other_officer", "practitioner"):
        with pytest.raises(NotAllowed):
            operations.check_in(session_id=session, scan=one.code, by=world.actor(who), now=at(9))
    operations.engage_practitioner(
        activity_id=activity, name="Galih", person_id=world.people["practitioner"], by=world.actor("officer"), now=at(8)
    )
    done = operations.check_in(session_id=session, scan=one.code, by=world.actor("practitioner"), now=at(9))
    assert done.outcome == "present"


def test_undoing_a_check_in(world: World, activity: UUID) -> None:
    one = sign_up(world, activity)
    by = world.actor("officer")
    operations.check_in(session_id=_sessions(activity)[0].id, scan=one.code, by=by, now=at(9))
    found = Attendance.objects.get().id
    with pytest.raises(Refused, match="reason_needed"):
        operations.undo_check_in(attendance_id=found, reason=" ", by=by, now=at(9))
    operations.undo_check_in(attendance_id=found, reason="Salah orang", by=by, now=at(9, 5))
    assert Registration.objects.get().state == "registered"
    line = LedgerEntry.objects.latest("number")
    assert (line.action, line.reason) == ("training.check_in_undone", "Salah orang")
    assert (
        operations.check_in(session_id=_sessions(activity)[0].id, scan=one.code, by=by, now=at(10)).outcome == "present"
    )


def test_a_check_in_beside_the_undoing_of_another(
    world: World, activity: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between what a check-in reads and its lock, the person's only other check-in is taken back."""
    one, by = sign_up(world, activity), world.actor("officer")
    first, second = _sessions(activity)[:2]
    operations.check_in(session_id=first.id, scan=one.code, by=by, now=at(9))
    earlier = Attendance.objects.get().id
    lock = attendance.lock
    turns = iter([True])

    def lock_late(activity_id: UUID) -> Activity:
        if next(turns, False):
            operations.undo_check_in(attendance_id=earlier, reason="Salah orang", by=by, now=at(9, 5))
        return lock(activity_id)

    monkeypatch.setattr(attendance, "lock", lock_late)
    done = operations.check_in(session_id=second.id, scan=one.code, by=by, now=at(10))
    assert done.outcome == "present"
    assert Registration.objects.get().state == "attended"
    assert Attendance.objects.get().session_id == second.id


def test_undoing_beside_a_check_in_at_another_session(
    world: World, activity: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between what an undoing reads and its lock, the person is checked in at another session."""
    one, by = sign_up(world, activity), world.actor("officer")
    first, second = _sessions(activity)[:2]
    operations.check_in(session_id=first.id, scan=one.code, by=by, now=at(9))
    lock = attendance.lock
    turns = iter([True])

    def lock_late(activity_id: UUID) -> Activity:
        if next(turns, False):
            operations.check_in(session_id=second.id, scan=one.code, by=by, now=at(9, 5))
        return lock(activity_id)

    earlier = Attendance.objects.get().id
    monkeypatch.setattr(attendance, "lock", lock_late)
    operations.undo_check_in(attendance_id=earlier, reason="Salah orang", by=by, now=at(10))
    assert Registration.objects.get().state == "attended"
    assert Attendance.objects.get().session_id == second.id


def test_whoever_cancels_while_being_scanned_is_not_present(
    world: World, activity: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, by = sign_up(world, activity), world.actor("officer")
    lock = attendance.lock

    def lock_late(activity_id: UUID) -> Activity:
        operations.cancel_registration(token=one.token, by=world.actor("visitor"), now=at(9))
        return lock(activity_id)

    monkeypatch.setattr(attendance, "lock", lock_late)
    done = operations.check_in(session_id=_sessions(activity)[0].id, scan=one.code, by=by, now=at(9))
    assert done.outcome == "cancelled"
    assert Registration.objects.get().state == "cancelled"
    assert not Attendance.objects.exists()
