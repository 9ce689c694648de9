"""A person's copy of their own data holds their registrations, and nobody else's."""

from tests.people import World
from tests.training.made import make_activity, sign_up

from binakriya.accounts.own_data import own_data_of
from binakriya.training.models import Registration


def test_own_registrations_are_in_the_copy(world: World) -> None:
    activity = make_activity(world)
    sign_up(world, activity, 1)
    sign_up(world, activity, 2)
    maker = world.people["maker"]
    kept = Registration.objects.get(name="Peserta 001")
    Registration.objects.filter(id=kept.id).update(person_id=maker)
    found = own_data_of(maker)["registrations"]
    assert [(r["name"], r["phone"], r["state"]) for r in found] == [(kept.name, kept.phone, kept.state)]
    assert own_data_of(world.people["officer"])["registrations"] == []
