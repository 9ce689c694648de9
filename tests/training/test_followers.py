"""What took part stays with the enterprise when it is merged, and comes back with it."""

from datetime import timedelta
from uuid import UUID

from tests.people import World

from binakriya.registry.operations.merging import merge, undo_merge
from binakriya.training.models import Registration
from binakriya.training.queries.panels import activities_of

from .made import make_activity, sign_up


def _enterprise(activity: UUID, name: str) -> UUID:
    return Registration.objects.get(activity_id=activity, name=name).enterprise_id


def test_registrations_follow_a_merge_and_come_back(world: World) -> None:
    first, second = make_activity(world), make_activity(world, title="Kegiatan kedua")
    sign_up(world, first, 1)
    sign_up(world, second, 2)
    kept, gone = _enterprise(first, "Peserta 001"), _enterprise(second, "Peserta 002")
    # The same person, registered for the first activity under the other enterprise too.
    officer = {"by": world.actor("officer"), "phone": "", "enterprise_id": gone}
    sign_up(world, first, 2, name="Peserta 001", **officer)
    twice = Registration.objects.filter(activity_id=first)
    assert {one.enterprise_id for one in twice} == {kept, gone}
    by = world.actor("officer")
    done = merge(kept_id=kept, gone_id=gone, picks={}, by=by, now=world.now)
    assert _enterprise(second, "Peserta 002") == kept
    assert {one.enterprise_id for one in twice.all()} == {kept, gone}, "who is registered twice stays where it is"
    panel = activities_of(actor=by, enterprise_id=kept)
    assert panel is not None
    assert {taken.title for taken in panel.data} == {"Pembinaan mutu dan standar kemasan", "Kegiatan kedua"}
    undo_merge(merge_id=done, by=by, now=world.now + timedelta(minutes=1))
    assert _enterprise(second, "Peserta 002") == gone
