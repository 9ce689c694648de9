"""What people without an office do for an activity is told to the office whose activity it is, and to no other."""

from tests.people import World
from tests.training.made import make_activity, sign_up

from binakriya.foundation.models import LedgerEntry
from binakriya.foundation.queries import LedgerFilter, Scope, ledger_page
from binakriya.training import operations


def test_registrations_by_visitors_are_lines_of_the_activity_s_office(world: World) -> None:
    activity = make_activity(world)
    one = sign_up(world, activity)
    operations.cancel_registration(registration_id=one.id, reason="", by=world.system, now=world.now)
    lines = LedgerEntry.objects.filter(kind="training.registration")
    assert {line.office_id for line in lines} == {world.office_id}
    assert {"training.registered", "training.registration_cancelled"} <= {line.action for line in lines}
    wanted = LedgerFilter(kind="training.registration")
    assert ledger_page(by=world.actor("administrator"), wanted=wanted).entries
    assert not ledger_page(by=Scope(office_id=world.other_office_id), wanted=wanted).entries
    created = LedgerEntry.objects.filter(action="registry.created")
    assert {line.office_id for line in created} <= {world.office_id}


def test_a_practitioner_s_check_in_is_a_line_of_the_activity_s_office(world: World) -> None:
    activity = make_activity(world, state="open")
    one = sign_up(world, activity)
    operations.engage_practitioner(
        activity_id=activity,
        name="Galih",
        person_id=world.people["practitioner"],
        by=world.actor("officer"),
        now=world.now,
    )
    operations.move_activity(activity_id=activity, move="start", by=world.actor("officer"), now=world.now)
    session = operations.add_session(
        activity_id=activity,
        title="Sesi tambahan",
        starts_at=world.now,
        ends_at=world.now.replace(hour=10),
        by=world.actor("officer"),
        now=world.now,
    )
    done = operations.check_in(session_id=session, scan=one.code, by=world.actor("practitioner"), now=world.now)
    assert done.outcome == "present"
    assert LedgerEntry.objects.get(action="training.checked_in").office_id == world.office_id
