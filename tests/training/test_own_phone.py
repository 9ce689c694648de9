"""The phone that registered finds its ticket again; numbers that nobody can be reached at are refused."""

from datetime import timedelta
from urllib.parse import quote
from uuid import UUID

import pytest
from django.test import Client
from tests.people import World
from tests.training.made import at, make_activity, sign_up

from binakriya.accounts.models import Person
from binakriya.training import operations
from binakriya.training.models import Activity, Registration, Session


def _register(client: Client, slug: str, **values: str) -> object:
    sent = {"name": "Siti Rohmah", "phone": "0812-9876-4471", "business_name": "Anyaman Setu", "nonce": "n1"} | values
    return client.post(f"/k/{slug}/daftar/", sent)


def test_the_phone_that_registered_is_led_to_its_ticket(world: World, activity: UUID) -> None:
    slug, client = Activity.objects.get(id=activity).slug, Client()
    assert "Anda sudah terdaftar" not in client.get(f"/k/{slug}/").content.decode()
    _register(client, slug)
    token = Registration.objects.get().token
    page = client.get(f"/k/{slug}/")
    assert "Anda sudah terdaftar" in page.content.decode()
    assert f"/t/{token}/" in page.content.decode()
    assert f'href="/k/{slug}/daftar/"' not in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert client.cookies["tiket"]["max-age"] > timedelta(days=100).total_seconds()
    assert client.cookies["tiket"]["httponly"]
    # Another phone learns nothing, and nobody makes such a cookie up.
    other = Client()
    other.cookies["tiket"] = token
    assert token not in other.get(f"/k/{slug}/").content.decode()
    # The very same phone again is led to its ticket, not refused.
    assert _register(client, slug, nonce="n2").status_code == 302  # type: ignore[attr-defined]
    operations.cancel_registration(token=token, by=world.actor("visitor"), now=world.now)
    assert "Anda sudah terdaftar" not in client.get(f"/k/{slug}/").content.decode()


def test_a_mistyped_ticket_is_told_the_way(db: None) -> None:
    answer = Client().get("/t/terpotong/")
    assert answer.status_code == 404
    assert "Tiket Anda tetap ada" in answer.content.decode()


def test_the_ticket_can_be_sent_to_oneself(world: World, activity: UUID) -> None:
    one = sign_up(world, activity)
    page = Client().get(f"/t/{one.token}/").content.decode()
    assert "https://wa.me/?text=" in page
    assert quote(f"/t/{one.token}/") in page


def test_after_the_event_the_ticket_offers_the_certificate_first(world: World, activity: UUID) -> None:
    one, by = sign_up(world, activity), world.actor("officer")
    for session in Session.objects.filter(activity_id=activity):
        operations.check_in(session_id=session.id, scan=one.code, by=by, now=at(9))
    for move in ("start", "finish"):
        operations.move_activity(activity_id=activity, move=move, by=by, now=world.now)
    (number,) = operations.issue_certificates(activity_id=activity, by=by, now=world.now)
    page = Client().get(f"/t/{one.token}/").content.decode()
    assert page.index("Unduh sertifikat") < page.index("Unduh tiket")
    assert f"/sertifikat/{number}/berkas.pdf?k=" in page
    assert page.count('data-kind="primary"') == 1


@pytest.mark.parametrize(
    ("phone", "told"), [("12345", "terlalu pendek"), ("0812000", "terlalu pendek"), ("0099812345678", "")]
)
def test_a_number_that_reaches_nobody_is_refused_with_an_example(
    world: World, activity: UUID, phone: str, told: str
) -> None:
    slug = Activity.objects.get(id=activity).slug
    answer = _register(Client(), slug, phone=phone)
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert told in answer.content.decode()  # type: ignore[attr-defined]
    assert not Registration.objects.exists()


def test_the_public_page_says_until_when_where_and_whom_to_ask(world: World) -> None:
    activity_id = make_activity(world)
    page = Client().get(f"/k/{Activity.objects.get(id=activity_id).slug}/").content.decode()
    assert "09.00–12.00" in page
    assert "https://www.google.com/maps/search/" in page
    assert "jam pelajaran (JP, 45 menit)" in page


def test_a_maker_who_signed_in_does_not_type_name_and_phone(world: World, activity: UUID) -> None:
    where = f"/k/{Activity.objects.get(id=activity).slug}/daftar/"
    Person.objects.filter(id=world.people["maker"]).update(name="Siti Rohmah", phone="+6281298764471")
    form = world.client("maker").get(where).content.decode()
    assert 'value="Siti Rohmah"' in form
    assert 'value="0812-9876-4471"' in form
    # An officer fills in somebody else's, a visitor is nobody yet.
    for who in ("officer", "visitor"):
        assert 'name="name" value' not in world.client(who).get(where).content.decode()
