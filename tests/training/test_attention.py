"""What an office is reminded of."""

from tests.people import World

from binakriya.training import operations
from binakriya.training.models import Session
from binakriya.training.queries.attention import attention, presence_by_group, trained

from .made import DAY, at, make_activity, sign_up


def test_attention_follows_the_thread(world: World) -> None:
    by, now, office = world.actor("officer"), world.now, world.office_id

    def needs() -> list[tuple[str, int]]:
        return [(one.need, one.count) for one in attention(office_id=office, now=now)]

    activity = make_activity(world, quota=1)
    assert needs() == []
    operations.invite_association(
        activity_id=activity, association_id=world.association_id, number="1", written_on=DAY, seats=5, by=by, now=now
    )
    first, second = (sign_up(world, activity, n, group_id=world.association_id) for n in (1, 2))
    operations.cancel_registration(token=first.token, by=world.actor("visitor"), now=now)
    assert needs() == [("tell", 1), ("answers", 1)]
    assert attention(office_id=world.other_office_id, now=now) == ()
    for session in Session.objects.filter(activity_id=activity):
        operations.check_in(session_id=session.id, scan=second.code, by=by, now=at(9))
    for move in ("start", "finish"):
        operations.move_activity(activity_id=activity, move=move, by=by, now=now)
    assert needs() == [("tell", 1), ("certificates", 1)]
    operations.issue_certificates(activity_id=activity, by=by, now=now)
    assert needs() == [("tell", 1), ("report", 1)]
    (group,) = presence_by_group(activity_id=activity)
    assert (group.label, group.present, group.expected) == ("ASIPA", 1, 1)
    assert trained(office_id=office, year=2018).certificates == 1
    before = trained(office_id=office, year=2017)
    assert (before.people, before.certificates, before.people_ever, before.certificates_ever) == (0, 0, 1, 1)
