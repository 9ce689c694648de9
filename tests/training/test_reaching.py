"""Whoever is to be told is reached in two presses, on the record; a practitioner is tied to sessions in one step."""

from uuid import UUID

from tests.people import World
from tests.training.made import make_activity, sign_up

from binakriya.foundation.models import LedgerEntry
from binakriya.training import operations
from binakriya.training.models import Session


def test_whoever_is_to_be_told_is_reached_by_message_or_call(world: World) -> None:
    activity = make_activity(world, quota=1)
    first, second = sign_up(world, activity, 1), sign_up(world, activity, 2)
    operations.cancel_registration(token=first.token, by=world.actor("visitor"), now=world.now)
    client, where = world.client("officer"), f"/kegiatan/{activity}/peserta/{second.id}/telepon/"
    assert where in client.get(f"/kegiatan/{activity}/peserta/").content.decode()
    page = client.post(where).content.decode()
    assert 'href="https://wa.me/6281200000002?text=' in page
    assert f"%2Ft%2F{second.token}" in page or f"/t/{second.token}" in page
    assert 'href="tel:' in page
    assert LedgerEntry.objects.filter(action="read", object_id=str(second.id)).count() == 1


def test_a_practitioner_leads_existing_sessions_from_the_first_form(world: World, activity: UUID) -> None:
    client = world.client("officer")
    first, second = Session.objects.filter(activity_id=activity).order_by("starts_at")
    page = client.get(f"/kegiatan/{activity}/sesi/").content.decode()
    assert "Sesi yang dibawakan" in page
    client.post(f"/kegiatan/{activity}/narasumber/", {"name": "Sidik Herman", "session_ids": [str(second.id)]})
    assert [one.name for one in second.practitioners.all()] == ["Sidik Herman"]
    assert not first.practitioners.exists()
    # The same name with another session adds it.
    client.post(f"/kegiatan/{activity}/narasumber/", {"name": "Sidik Herman", "session_ids": [str(first.id)]})
    assert [one.name for one in first.practitioners.all()] == ["Sidik Herman"]
    other = make_activity(world, title="Kegiatan lain")
    foreign = Session.objects.filter(activity_id=other).first()
    assert foreign
    operations.engage_practitioner(
        activity_id=activity, name="Galih", session_ids=[foreign.id], by=world.actor("officer"), now=world.now
    )
    assert not foreign.practitioners.exists()
