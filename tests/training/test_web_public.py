"""The public pages: registering, the ticket, the calendar, guesses and rushes."""

import re
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.people import World

from binakriya.training.models import Activity, Registration
from binakriya.training.queries.facts import activity_facts
from binakriya.training.views.common import count_try

from .made import make_activity, sign_up


def url(name: str, **kwargs: Any) -> str:
    return reverse(f"training:{name}", kwargs=kwargs)


def text_of(response: Any) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode())))


def slug_of(activity: UUID) -> str:
    return Activity.objects.get(id=activity).slug


def answers(**values: Any) -> dict[str, Any]:
    return {"name": "Siti Rohmah", "phone": "0812-9876-4471", "business_name": "Anyaman Setu", "nonce": "n1"} | values


def test_many_registrations_from_one_address_wait(client: Client, world: World, activity: UUID, settings: Any) -> None:
    settings.REGISTRATIONS_PER_ADDRESS = 3
    cache.clear()
    where = url("register", slug=slug_of(activity))

    def press(n: int, **options: Any) -> Any:
        return client.post(where, answers(phone=f"0812{n:08}", name=f"Peserta {n}", nonce=f"t{n}"), **options)

    assert [press(n).status_code for n in range(4)] == [302, 302, 302, 429]
    page = press(5)
    assert page.status_code == 429
    assert "Isian Anda masih ada di sini" in text_of(page)
    assert 'value="Peserta 5"' in page.content.decode()
    assert press(6, REMOTE_ADDR="203.0.113.9").status_code == 302
    assert Registration.objects.count() == 4
    settings.REGISTRATIONS_PER_ADDRESS = 0
    assert press(7).status_code == 302


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("Asia/Jakarta", "09.00–12.00 WIB"),
        ("Asia/Makassar", "10.00–13.00 WITA"),
        ("Asia/Jayapura", "11.00–14.00 WIT"),
    ],
)
def test_times_name_the_zone_of_the_office(client: Client, world: World, activity: UUID, zone: str, shown: str) -> None:
    with timezone.override(zone):
        page = text_of(client.get(url("public-activity", slug=slug_of(activity))))
        facts = activity_facts(activity)
    assert f"{shown} " in page
    assert shown.split()[1] == facts.zone


def test_tries_are_counted_in_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.clear()
    assert [count_try("k", 600) for _time in range(3)] == [1, 2, 3]

    def ended(_key: str) -> int:
        raise ValueError

    monkeypatch.setattr(cache, "incr", ended)
    assert count_try("k", 600) == 1


def test_a_visitor_registers_and_gets_a_ticket(world: World, activity: UUID) -> None:
    browser = Client()
    slug = slug_of(activity)
    assert "Tersisa" in text_of(browser.get(url("public")))
    form = browser.get(url("register", slug=slug))
    assert re.search(r'name="nonce" value="[0-9a-f]{32}"', form.content.decode())
    answer = browser.post(url("register", slug=slug), answers(consents=["contact"]), follow=True)
    page = text_of(answer)
    one = Registration.objects.get()
    assert "Pendaftaran tersimpan" in page
    assert f"{one.code[:3]} {one.code[3:]}" in page
    assert answer["Referrer-Policy"] == "same-origin"
    assert browser.get(url("ticket-paper", token=one.token)).content[:5] == b"%PDF-"
    # Pressed twice: the same ticket again.
    assert browser.post(url("register", slug=slug), answers())["Location"] == url("ticket", token=one.token)
    assert Registration.objects.count() == 1


def test_a_tickets_address_is_not_in_the_logs(world: World, activity: UUID) -> None:
    one = sign_up(world, activity)
    for name in ("ticket", "ticket-paper", "ticket-cancel"):
        request = Client().get(url(name, token=one.token)).wsgi_request  # type: ignore[attr-defined]
        assert one.token not in request.log_path


def test_a_strangers_browser_does_not_get_the_ticket_of_a_phone(world: World, activity: UUID) -> None:
    slug = slug_of(activity)
    mine, stranger = Client(), Client()
    mine.post(url("register", slug=slug), answers())
    one = Registration.objects.get()
    answer = stranger.post(url("register", slug=slug), answers(nonce="n2", name="Orang lain"))
    assert answer.status_code == 409
    assert one.token not in answer.content.decode()
    assert one.code not in answer.content.decode()
    # The browser that registered is led back, and so is whoever knows the code.
    assert mine.post(url("register", slug=slug), answers(nonce="n3"))["Location"] == url("ticket", token=one.token)
    wrong = stranger.post(url("find-ticket", slug=slug), {"phone": "081298764471", "code": "000000"})
    assert wrong.status_code == 422
    found = stranger.post(url("find-ticket", slug=slug), {"phone": "081298764471", "code": one.code})
    assert found["Location"] == url("ticket", token=one.token)


def test_guessing_a_tickets_code_is_slowed_down(world: World, activity: UUID) -> None:
    sign_up(world, activity)
    slug, browser = slug_of(activity), Client()
    statuses = [
        browser.post(url("find-ticket", slug=slug), {"phone": "081200000001", "code": f"{n:06}"}).status_code
        for n in range(12)
    ]
    assert statuses[-1] == 429


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"phone": "123"}, "Nomor telepon tidak terbaca"),
        ({"name": ""}, "Bidang ini"),
        ({"kelurahan_code": "99"}, "99"),
        ({"group_id": "x"}, "x"),
        ({"name": "x" * 500}, "120"),
    ],
)
def test_bad_registrations_are_explained(world: World, activity: UUID, values: dict[str, str], said: str) -> None:
    answer = Client().post(url("register", slug=slug_of(activity)), answers(**values))
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert not Registration.objects.exists()


def test_cancelling_by_the_ticket(world: World) -> None:
    activity = make_activity(world, quota=1)
    first, second = sign_up(world, activity, 1), sign_up(world, activity, 2)
    browser = Client()
    assert "Anda di daftar tunggu" in text_of(browser.get(url("ticket", token=second.token)))
    assert browser.get(url("ticket-paper", token=second.token)).status_code == 404
    page = browser.post(url("ticket-cancel", token=first.token), follow=True)
    assert "Pendaftaran dibatalkan" in text_of(page)
    assert "Anda mendapat tempat" in text_of(browser.get(url("ticket", token=second.token)))


def test_closed_and_draft_activities(world: World) -> None:
    closed, draft = make_activity(world, state="closed"), make_activity(world, state="draft")
    browser = Client()
    shown = url("public-activity", slug=slug_of(closed))
    assert browser.get(url("register", slug=slug_of(closed)))["Location"] == shown
    assert browser.get(url("public-activity", slug=slug_of(draft))).status_code == 404
    assert "Pendaftaran tidak dibuka" in text_of(browser.get(shown))


def test_the_calendar_file(world: World, activity: UUID) -> None:
    text = Client().get(url("calendar", slug=slug_of(activity))).content.decode()
    assert "DTSTART:20181116T020000Z\r\n" in text
    assert "LOCATION:Resto Kampung Anggrek\\, Jalan Buaran\\, Serpong\r\n" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
