"""Deeds of the room, one after another. Simultaneous ones: test_concurrency.py."""

from decimal import Decimal
from uuid import UUID

import pytest
from tests.people import World

from binakriya.accounts.rules import NotAllowed, Refused
from binakriya.foundation.models import LedgerEntry
from binakriya.registry.operations import find_or_create_for_registration
from binakriya.training import operations
from binakriya.training.models import Activity, Attendance, Certificate, Notice, Registration, ReportText, Session
from binakriya.training.operations import attendance
from binakriya.training.rules.tickets import qr_content

from .made import DAY, at, make_activity, make_programme, sign_up


def _actions() -> list[str]:
    return list(LedgerEntry.objects.order_by("number").values_list("action", flat=True))


def _sessions(activity_id: UUID) -> list[Session]:
    return list(Session.objects.filter(activity_id=activity_id))


# --- planning ---------------------------------------------------------------------------------------------------------


def test_planning_is_for_the_offices_own_officers(world: World, activity: UUID) -> None:
    for who in ("visitor", "maker", "practitioner", "curator", "leadership", "other_officer"):
        with pytest.raises(NotAllowed):
            operations.change_activity(activity_id=activity, values={"venue": "x"}, by=world.actor(who), now=world.now)
        with pytest.raises(NotAllowed):
            operations.move_activity(activity_id=activity, move="close", by=world.actor(who), now=world.now)
    with pytest.raises(NotAllowed):
        operations.create_programme(
            office_id=world.office_id, title="x", year=2018, by=world.actor("other_officer"), now=world.now
        )


def test_a_programme_once_a_year(world: World) -> None:
    make_programme(world)
    with pytest.raises(Refused, match="programme_exists"):
        make_programme(world)


def test_two_activities_of_one_name_and_day_have_different_addresses(world: World) -> None:
    first, second = make_activity(world), make_activity(world)
    slugs = set(Activity.objects.filter(id__in=[first, second]).values_list("slug", flat=True))
    assert len(slugs) == 2
    assert "pembinaan-mutu-dan-standar-kemasan-2018-11-16" in slugs


def test_an_activity_without_sessions_is_not_announced(world: World) -> None:
    activity = make_activity(world, state="draft", sessions=0)
    with pytest.raises(Refused, match="no_sessions"):
        operations.move_activity(activity_id=activity, move="open", by=world.actor("officer"), now=world.now)


def test_cancelling_needs_a_reason_and_tells_everyone(world: World, activity: UUID) -> None:
    sign_up(world, activity)
    by = world.actor("officer")
    with pytest.raises(Refused, match="reason_needed"):
        operations.move_activity(activity_id=activity, move="cancel", by=by, now=world.now)
    operations.move_activity(activity_id=activity, move="cancel", reason="Banjir", by=by, now=world.now)
    assert Notice.objects.get().kind == "activity_cancelled"


def test_a_change_is_in_the_ledger_and_no_change_is_not(world: World, activity: UUID) -> None:
    by = world.actor("officer")
    lines = LedgerEntry.objects.count()
    operations.change_activity(activity_id=activity, values={"quota": 5}, by=by, now=world.now)
    assert LedgerEntry.objects.count() == lines
    operations.change_activity(activity_id=activity, values={"venue": "Balai Kota"}, by=by, now=world.now)
    line = LedgerEntry.objects.latest("number")
    assert line.after == {"venue": "Balai Kota"}


def test_a_quota_is_not_lowered_below_the_seats_taken(world: World, activity: UUID) -> None:
    sign_up(world, activity, 1)
    sign_up(world, activity, 2)
    with pytest.raises(Refused, match="quota_below_taken"):
        operations.change_activity(activity_id=activity, values={"quota": 1}, by=world.actor("officer"), now=world.now)


def test_sessions(world: World, activity: UUID) -> None:
    by, now = world.actor("officer"), world.now
    who = operations.engage_practitioner(activity_id=activity, name="Galih", institution="BBKK", by=by, now=now)
    session = operations.add_session(
        activity_id=activity,
        title="Kemasan",
        starts_at=at(13),
        ends_at=at(14),
        practitioner_ids=[who],
        by=by,
        now=now,
    )
    with pytest.raises(Refused, match="session_exists"):
        operations.add_session(activity_id=activity, title="Kemasan", starts_at=at(13), ends_at=at(15), by=by, now=now)
    with pytest.raises(Refused, match="ends_before_start"):
        operations.change_session(session_id=session, values={"ends_at": at(12)}, by=by, now=now)
    elsewhere = operations.engage_practitioner(activity_id=make_activity(world), name="Lain", by=by, now=now)
    with pytest.raises(NotAllowed):
        operations.change_session(session_id=session, values={}, practitioner_ids=[elsewhere], by=by, now=now)
    operations.change_session(session_id=session, values={"title": "Standar kemasan"}, by=by, now=now)
    operations.remove_session(session_id=session, by=by, now=now)
    assert not Session.objects.filter(id=session).exists()


def test_a_session_with_attendance_stays(world: World) -> None:
    activity = make_activity(world)
    one = sign_up(world, activity)
    by = world.actor("officer")
    session = _sessions(activity)[0]
    operations.check_in(session_id=session.id, scan=one.code, by=by, now=world.now)
    with pytest.raises(Refused, match="session_has_attendance"):
        operations.remove_session(session_id=session.id, by=by, now=world.now)


def test_officials(world: World, activity: UUID) -> None:
    by, now = world.actor("officer"), world.now
    set_official = operations.set_official
    set_official(activity_id=activity, role="opened_by", name="Retno Prawati", position="ASDA II", by=by, now=now)
    set_official(activity_id=activity, role="opened_by", name="", by=by, now=now)
    assert not Activity.objects.get(id=activity).officials.exists()


# --- invitations ------------------------------------------------------------------------------------------------------


def test_an_association_is_invited_once(world: World, activity: UUID) -> None:
    def invite(number: str = "005/1", seats: int = 20, association: UUID = world.association_id) -> UUID:
        return operations.invite_association(
            activity_id=activity, association_id=association, number=number, written_on=DAY, seats=seats,
            by=world.actor("officer"), now=world.now,
        )  # fmt: skip

    letter = invite()
    with pytest.raises(Refused, match="already_invited"):
        invite("005/2")
    with pytest.raises(Refused, match="no_association"):
        invite(association=world.office_id)
    with pytest.raises(Refused, match="seats_range"):
        invite(seats=0)
    by = world.actor("officer")
    operations.note_answer(invitation_id=letter, answer="accepted", note="20 orang", by=by, now=world.now)
    with pytest.raises(Refused, match="invitation_answered"):
        operations.withdraw_invitation(invitation_id=letter, by=by, now=world.now)
    operations.note_answer(invitation_id=letter, answer="none", by=by, now=world.now)
    operations.withdraw_invitation(invitation_id=letter, by=by, now=world.now)


# --- registration -----------------------------------------------------------------------------------------------------


def test_a_visitor_registers(world: World, activity: UUID) -> None:
    made = sign_up(world, activity, consents=("contact",), product="Anyaman", kelurahan_code="36.74.01.1001")
    one = Registration.objects.get(id=made.id)
    assert (made.state, one.state, one.source) == ("registered", "registered", "public")
    assert one.phone == "+6281200000001"
    assert {c["purpose"]: c["given"] for c in one.consents} == {
        "programme": True,
        "statistics": True,
        "contact": True,
        "publish": False,
    }
    assert one.enterprise.name == "Usaha 001"
    line = LedgerEntry.objects.filter(action="training.registered").get()
    assert "0812 •••• 0001" in str(line.after)
    assert "+62812" not in str(line.after)


def test_the_phone_is_not_readable_in_the_database(world: World, activity: UUID) -> None:
    sign_up(world, activity)
    stored = Registration.objects.extra(select={"raw": "phone_index || ' ' || training_registration.phone"})
    assert "81200000001" not in stored.values_list("raw", flat=True)[0]


def test_the_same_form_sent_again_answers_the_same(world: World, activity: UUID) -> None:
    first = sign_up(world, activity, nonce="n1")
    again = sign_up(world, activity, nonce="n1")
    assert again.replayed
    assert again.token == first.token
    assert Registration.objects.count() == 1


def test_a_known_phone_registers_once(world: World, activity: UUID) -> None:
    first = sign_up(world, activity, nonce="n1")
    again = sign_up(world, activity, nonce="n2", name="Orang lain")
    assert again.already
    assert not again.replayed
    assert again.id == first.id
    assert Activity.objects.get(id=activity).seats_taken == 1


def test_what_is_refused(world: World, activity: UUID) -> None:
    for values, reason in [
        ({"phone": "12"}, "phone_unreadable"),
        ({"phone": ""}, "phone_unreadable"),
        ({"name": "  "}, "name_needed"),
        ({"business_name": " "}, "business_needed"),
        ({"activity_id": make_activity(world, state="announced")}, "registration_not_open"),
        ({"activity_id": make_activity(world, registration_closes_at=world.now)}, "registration_over"),
    ]:
        with pytest.raises(Refused, match=reason):
            sign_up(world, **({"activity_id": activity} | values))
    assert not Registration.objects.exists()


def test_an_officer_registers_someone_without_a_phone(world: World) -> None:
    activity = make_activity(world, state="announced")
    made = sign_up(world, activity, phone="", by=world.actor("officer"))
    assert Registration.objects.get(id=made.id).source == "officer"
    with pytest.raises(Refused):
        sign_up(world, activity, phone="", by=world.actor("other_officer"))


def test_who_comes_too_late_waits_and_moves_up(world: World) -> None:
    activity = make_activity(world, quota=2)
    made = [sign_up(world, activity, n) for n in range(1, 6)]
    assert [one.state for one in made] == ["registered"] * 2 + ["waiting"] * 3
    assert [one.position for one in made[2:]] == [1, 2, 3]
    # The second in line gives up, then a seat falls free: the first and then the third get one.
    assert operations.cancel_registration(token=made[3].token, by=world.actor("visitor"), now=world.now) == 0
    assert operations.cancel_registration(token=made[0].token, by=world.actor("visitor"), now=world.now) == 1
    states = dict(Registration.objects.values_list("id", "state"))
    assert [states[one.id] for one in made] == ["cancelled", "registered", "registered", "cancelled", "waiting"]
    assert Notice.objects.get().registration_id == made[2].id
    operations.change_activity(activity_id=activity, values={"quota": 3}, by=world.actor("officer"), now=world.now)
    assert Registration.objects.get(id=made[4].id).state == "registered"
    assert Activity.objects.get(id=activity).seats_taken == 3
    assert "training.seat_given" in _actions()


def test_cancelling_twice_frees_one_seat(world: World) -> None:
    activity = make_activity(world, quota=1)
    made = [sign_up(world, activity, n) for n in range(1, 4)]
    assert operations.cancel_registration(token=made[0].token, by=world.actor("visitor"), now=world.now) == 1
    assert operations.cancel_registration(token=made[0].token, by=world.actor("visitor"), now=world.now) == 0
    assert Registration.objects.filter(state="registered").count() == 1


def test_after_cancelling_the_phone_may_register_again(world: World, activity: UUID) -> None:
    first = sign_up(world, activity)
    operations.cancel_registration(token=first.token, by=world.actor("visitor"), now=world.now)
    second = sign_up(world, activity)
    assert not second.already
    assert second.code != first.code


def test_the_public_cancels_until_the_activity_runs(world: World, activity: UUID) -> None:
    one = sign_up(world, activity)
    operations.move_activity(activity_id=activity, move="start", by=world.actor("officer"), now=world.now)
    with pytest.raises(Refused, match="too_late_to_cancel"):
        operations.cancel_registration(token=one.token, by=world.actor("visitor"), now=world.now)
    with pytest.raises(NotAllowed):
        operations.cancel_registration(registration_id=one.id, by=world.actor("maker"), now=world.now)
    operations.cancel_registration(registration_id=one.id, reason="sakit", by=world.actor("officer"), now=world.now)


def test_a_seat_given_out_of_turn_raises_the_quota_when_full(world: World) -> None:
    activity = make_activity(world, quota=1)
    sign_up(world, activity, 1)
    late = sign_up(world, activity, 2)
    operations.give_seat(activity_id=activity, registration_id=late.id, by=world.actor("officer"), now=world.now)
    row = Activity.objects.get(id=activity)
    assert (row.quota, row.seats_taken) == (2, 2)


def test_a_maker_keeps_a_ticket(world: World, activity: UUID) -> None:
    one = sign_up(world, activity)
    operations.keep_ticket(token=one.token, by=world.actor("maker"), now=world.now)
    assert Registration.objects.get(id=one.id).person_id == world.people["maker"]
    with pytest.raises(NotAllowed):
        operations.keep_ticket(token=one.token, by=world.actor("visitor"), now=world.now)
    mine = sign_up(world, activity, 2, by=world.actor("maker"))
    assert Registration.objects.get(id=mine.id).person_id == world.people["maker"]


def test_correcting_a_registration(world: World, activity: UUID) -> None:
    one, other = sign_up(world, activity, 1), sign_up(world, activity, 2)
    change, by, now = operations.change_registration, world.actor("officer"), world.now
    change(registration_id=one.id, values={"name": " Siti  Rohmah "}, by=by, now=now)
    assert Registration.objects.get(id=one.id).name == "Siti Rohmah"
    with pytest.raises(Refused, match="phone_taken"):
        change(registration_id=other.id, values={"phone": "081200000001"}, by=by, now=now)


# --- attendance -------------------------------------------------------------------------------------------------------


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


def test_an_enterprise_of_another_office_is_refused(world: World, activity: UUID) -> None:
    by = world.actor("officer")
    foreign = find_or_create_for_registration(
        office_id=world.other_office_id,
        business_name="Usaha Lain",
        owner_name="Lain",
        phone="",
        product="",
        kelurahan_code="",
        association_id=None,
        person_id=None,
        by=world.system,
        now=world.now,
    )
    with pytest.raises(NotAllowed):
        sign_up(world, activity, by=by, enterprise_id=foreign)
    with pytest.raises(NotAllowed):
        sign_up(world, activity, by=by, enterprise_id=activity)
    known = Registration.objects.get(id=sign_up(world, activity, 2).id).enterprise_id
    made = sign_up(world, activity, 3, by=by, enterprise_id=known)
    assert Registration.objects.get(id=made.id).enterprise_id == known
    with pytest.raises(NotAllowed):
        sign_up(world, activity, 4, enterprise_id=known)


def test_test_results(world: World, activity: UUID) -> None:
    one = sign_up(world, activity)
    by = world.actor("officer")
    operations.record_test(registration_id=one.id, before=Decimal(55), by=by, now=world.now)
    operations.record_test(registration_id=one.id, after=Decimal(85), by=by, now=world.now)
    found = Registration.objects.get().test_result
    assert (found.before, found.after) == (55, 85)
    with pytest.raises(Refused, match="score_range"):
        operations.record_test(registration_id=one.id, after=Decimal(101), by=by, now=world.now)
    other = sign_up(world, activity, 2)
    with pytest.raises(Refused, match="score_needed"):
        operations.record_test(registration_id=other.id, by=by, now=world.now)


# --- certificates -----------------------------------------------------------------------------------------------------


@pytest.fixture
def held(world: World) -> UUID:
    """Done; 1 and 2 attended both sessions, 3 one of two, 4 none."""
    activity = make_activity(world)
    people = [sign_up(world, activity, n) for n in range(1, 5)]
    first, second = _sessions(activity)
    by = world.actor("officer")
    for session, present in ((first, people[:3]), (second, people[:2])):
        for one in present:
            operations.check_in(session_id=session.id, scan=one.code, by=by, now=world.now)
    for move in ("start", "finish"):
        operations.move_activity(activity_id=activity, move=move, by=by, now=world.now)
    return activity


def test_certificates_for_those_who_attended_enough(world: World, held: UUID) -> None:
    by = world.actor("officer")
    numbers = operations.issue_certificates(activity_id=held, by=by, now=world.now)
    assert numbers == ("BK-3674-2018-0001", "BK-3674-2018-0002")
    assert operations.issue_certificates(activity_id=held, by=by, now=world.now) == ()
    assert _actions().count("training.certificate_issued") == 2
    face = Certificate.objects.first().face  # type: ignore[union-attr]
    assert (face["hours"], face["region"]) == ("4", "3674")


def test_certificates_in_a_batch(world: World, held: UUID) -> None:
    by = world.actor("officer")
    run = operations.request_certificates(activity_id=held, by=by, now=world.now)
    assert operations.request_certificates(activity_id=held, by=by, now=world.now) == run
    assert operations.work_run(run_id=run, by=by, now=world.now) == 2
    assert operations.work_run(run_id=run, by=by, now=world.now) == 0
    with pytest.raises(Refused, match="nobody_eligible"):
        operations.request_certificates(activity_id=held, by=by, now=world.now)


def test_certificates_are_not_issued_before_the_activity_runs(world: World, activity: UUID) -> None:
    with pytest.raises(Refused, match="not_yet_certifying"):
        operations.issue_certificates(activity_id=activity, by=world.actor("officer"), now=world.now)
    with pytest.raises(NotAllowed):
        operations.issue_certificates(activity_id=activity, by=world.actor("practitioner"), now=world.now)


def test_revoking_and_issuing_anew(world: World, held: UUID) -> None:
    by = world.actor("officer")
    operations.issue_certificates(activity_id=held, by=by, now=world.now)
    first, second = Certificate.objects.all()
    with pytest.raises(Refused, match="reason_needed"):
        operations.revoke_certificate(certificate_id=first.id, reason="", by=by, now=world.now)
    operations.revoke_certificate(certificate_id=first.id, reason="Salah nama", by=by, now=world.now)
    # The next batch does not bring it back.
    assert operations.issue_certificates(activity_id=held, by=by, now=world.now) == ()
    number = operations.reissue_certificate(
        certificate_id=first.id, reason="Salah nama", holder="Siti Rohmah", by=by, now=world.now
    )
    assert number == "BK-3674-2018-0003"
    assert Certificate.objects.get(number=number).holder == "Siti Rohmah"
    with pytest.raises(Refused, match="already_reissued"):
        operations.reissue_certificate(certificate_id=first.id, reason="lagi", by=by, now=world.now)
    assert (
        operations.reissue_certificate(certificate_id=second.id, reason="Rusak", by=by, now=world.now)
        == "BK-3674-2018-0004"
    )
    assert Certificate.objects.get(id=second.id).state == "revoked"


def test_a_certificate_keeps_what_stood_on_it(world: World, held: UUID) -> None:
    by = world.actor("officer")
    operations.issue_certificates(activity_id=held, by=by, now=world.now)
    operations.change_activity(activity_id=held, values={"title": "Judul lain"}, by=by, now=world.now)
    assert Certificate.objects.first().face["title"] == "Pembinaan mutu dan standar kemasan"  # type: ignore[union-attr]


def test_a_certified_check_in_is_not_undone(world: World, held: UUID) -> None:
    by = world.actor("officer")
    operations.issue_certificates(activity_id=held, by=by, now=world.now)
    operations.move_activity(activity_id=held, move="resume", by=by, now=world.now)
    found = Certificate.objects.first().registration.attendances.first()  # type: ignore[union-attr]
    with pytest.raises(Refused, match="certificate_issued"):
        operations.undo_check_in(attendance_id=found.id, reason="x", by=by, now=world.now)


# --- texts ------------------------------------------------------------------------------------------------------------


def test_texts_are_kept_as_versions(world: World, held: UUID) -> None:
    by, now = world.actor("officer"), world.now

    def save(text: str, based_on: int | None = None) -> int:
        return operations.save_texts(
            activity_id=held, kind="report", language="id", texts={"preface": text}, based_on=based_on, by=by, now=now
        )

    assert save("Satu", 0) == 1
    assert save("Satu", 1) == 1
    assert save("Dua", 1) == 2
    with pytest.raises(Refused, match="text_changed"):
        save("Tiga", 1)
    assert operations.restore_texts(activity_id=held, kind="report", language="id", version=1, by=by, now=now) == 3
    assert ReportText.objects.first().texts == {"preface": "Satu"}  # type: ignore[union-attr]
    with pytest.raises(NotAllowed):
        operations.save_texts(
            activity_id=held, kind="report", language="id", texts={}, by=world.actor("leadership"), now=now
        )
