"""What report and press release say is what was recorded."""

from uuid import UUID

from tests.people import World
from tests.training.made import DAY, at, sign_up

from binakriya.training import operations
from binakriya.training.documents import release_texts
from binakriya.training.models import Session
from binakriya.training.queries.facts import activity_facts


def test_an_invited_association_that_nobody_came_from_is_not_said_to_have_come(world: World, activity: UUID) -> None:
    by = world.actor("officer")
    operations.invite_association(
        activity_id=activity,
        association_id=world.association_id,
        number="1",
        written_on=DAY,
        seats=5,
        by=by,
        now=world.now,
    )
    one = sign_up(world, activity)
    before = activity_facts(activity)
    assert (before.groups[0].attended, before.ungrouped and before.ungrouped.attended) == (None, None)
    assert "Anggota ASIPA diundang." in release_texts(before)["lead"]
    session = Session.objects.filter(activity_id=activity).earliest("starts_at")
    operations.check_in(session_id=session.id, scan=one.code, by=by, now=at(9))
    facts = activity_facts(activity)
    assert [(g.name, g.seated, g.attended) for g in facts.groups] == [("ASIPA", 0, 0)]
    assert facts.ungrouped is not None
    assert (facts.ungrouped.seated, facts.ungrouped.attended, facts.ungrouped.enterprises) == (1, 1, 1)
    assert "ASIPA" not in release_texts(facts)["lead"]
    # Members who come without a letter are counted under their own association.
    other = sign_up(world, activity, 2, group_id=world.association_id)
    operations.check_in(session_id=session.id, scan=other.code, by=by, now=at(9))
    assert "Kegiatan diikuti anggota ASIPA." in release_texts(activity_facts(activity))["lead"]
