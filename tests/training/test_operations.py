"""Planning, inviting and registering, one deed after another. Simultaneous ones: test_concurrency.py."""

from uuid import UUID

import pytest
from tests.people import World

from binakriya.accounts.rules import NotAllowed, Refused
from binakriya.foundation.models import LedgerEntry
from binakriya.registry.operations import find_or_create_for_registration
from binakriya.training import operations
from binakriya.training.models import Activity, Notice, Registration, Session

from .made import DAY, at, make_activity, make_programme, sign_up


def _actions() -> list[str]:
    return list(LedgerEntry.objects.order_by("number").values_list("action", flat=True))


def _sessions(activity_id: UUID) -> list[Session]:
    return list(Session.objects.filter(activity_id=activity_id))


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
