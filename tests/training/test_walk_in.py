"""At the scanner: whoever comes without a ticket is registered on the spot."""

from urllib.parse import urlsplit
from uuid import UUID

from tests.people import World
from tests.training.made import sign_up

from binakriya.training import operations
from binakriya.training.models import Registration, Session


def _scanner(activity: UUID) -> str:
    return f"/kehadiran/{Session.objects.filter(activity_id=activity).earliest('starts_at').id}/"


def test_a_walk_in_is_registered_and_found_at_the_scanner(world: World, activity: UUID) -> None:
    client, scanner = world.client("officer"), _scanner(activity)
    page = client.get(f"{scanner}?q=Tuti").content.decode()
    form = f"/kegiatan/{activity}/peserta/tambah/?sesi={scanner.split('/')[2]}&nama=Tuti"
    assert form.replace("&", "&amp;") in page
    assert 'value="Tuti"' in client.get(form).content.decode()
    sent = {"name": "Tuti Handayani", "business_name": "Rotan Tuti", "nonce": "n"}
    answer = client.post(form, sent)
    made = Registration.objects.get()
    assert urlsplit(answer.url).path == scanner  # type: ignore[attr-defined]
    assert urlsplit(answer.url).query == f"q={made.code}"  # type: ignore[attr-defined]
    found = client.get(answer.url).content.decode()  # type: ignore[attr-defined]
    assert "Tuti Handayani" in found
    assert "Catat hadir" in found


def test_a_cancelled_ticket_leads_to_registering_again(world: World, activity: UUID) -> None:
    one = sign_up(world, activity)
    operations.cancel_registration(token=one.token, by=world.actor("visitor"), now=world.now)
    scanner = _scanner(activity)
    told = world.client("officer").post(scanner, {"code": one.code}).content.decode()
    assert "Daftarkan lagi" in told
    assert "/peserta/tambah/?sesi=" in told


def test_a_practitioner_is_not_offered_what_only_officers_may(world: World, activity: UUID) -> None:
    operations.engage_practitioner(
        activity_id=activity,
        name="Galih",
        person_id=world.people["practitioner"],
        by=world.actor("officer"),
        now=world.now,
    )
    page = world.client("practitioner").get(f"{_scanner(activity)}?q=Tuti").content.decode()
    assert "/peserta/tambah/" not in page
    assert "Petugas dinas dapat mendaftarkannya di tempat" in page
