"""An office's pages at work: from a plan to the door, and what goes wrong on the way."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from uuid import UUID

from django.test import Client
from django.urls import reverse
from tests.people import World

from binakriya.foundation.models import LedgerEntry
from binakriya.training import operations
from binakriya.training.models import Activity, Attendance, Notice, Registration, Session

from .made import make_activity, sign_up

SignIn = Callable[..., Client]


def url(name: str, **kwargs: Any) -> str:
    return reverse(f"training:{name}", kwargs=kwargs)


def text_of(response: Any) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode())))


def test_an_officer_finds_the_thread(world: World, signed_in: SignIn) -> None:
    """Programme, activity, session, registration opened: each page says the next step."""
    browser = signed_in("officer")
    answer = browser.post(url("programme-new"), {"title": "Pembinaan IKM", "year": "2018"}, follow=True)
    programme = re.search(r"/program/([0-9a-f-]{36})/", answer.redirect_chain[-1][0])
    assert programme
    answer = browser.post(
        url("new"),
        {
            "programme_id": programme[1],
            "title": "Standar kemasan",
            "starts_on": "2018-11-16",
            "venue": "Serpong",
            "quota": "20",
            "attendance_percent": "75",
            "number_template": "BK-{region}-{year}-{number:04}",
            "budget_amount": "12,5 jt",
        },
        follow=True,
    )
    activity = Activity.objects.get()
    assert activity.budget_amount == 12_500_000
    # The registry is empty: lists come first.
    assert "Masukkan daftar usaha" in text_of(answer)
    session = {"title": "Kemasan", "day": "2018-11-16", "starts": "09:00", "ends": "10:30", "takes_attendance": "on"}
    browser.post(url("sessions", activity_id=activity.id), session)
    assert browser.post(url("sessions", activity_id=activity.id), session | {"nonce": "n2"}).status_code == 422
    assert browser.post(url("move", activity_id=activity.id), {"move": "open"}).status_code == 302
    again = browser.post(url("move", activity_id=activity.id), {"move": "open"}, follow=True)
    assert "Keadaannya sudah berubah" in text_of(again)
    assert Activity.objects.get().state == "open"


def test_a_refused_form_keeps_what_was_typed(world: World, signed_in: SignIn, activity: UUID) -> None:
    browser = signed_in("officer")
    sign_up(world, activity)
    sign_up(world, activity, 2)
    answer = browser.post(
        url("edit", activity_id=activity),
        {
            "title": "Judul baru",
            "starts_on": "2018-11-16",
            "venue": "Serpong",
            "quota": "1",
            "attendance_percent": "75",
            "number_template": "BK-{year}-{number}",
        },
    )
    assert answer.status_code == 422
    assert "Kuota lebih kecil daripada kursi" in text_of(answer)
    assert 'value="Judul baru"' in answer.content.decode()


def test_participants_are_found_and_exported(world: World, signed_in: SignIn, activity: UUID) -> None:
    browser = signed_in("officer")
    sign_up(world, activity, 1, name="=1+1")
    sign_up(world, activity, 2)
    page = text_of(browser.get(url("participants", activity_id=activity), {"q": "peserta 002"}))
    assert "Peserta 002" in page
    assert "=1+1" not in page
    csv = b"".join(browser.get(url("export-csv", activity_id=activity)).streaming_content).decode()  # type: ignore[attr-defined]
    assert "'=1+1" in csv
    assert "+62812" not in csv
    assert LedgerEntry.objects.get(action="read").object_id == f"export:{activity}"
    assert browser.get(url("export-xlsx", activity_id=activity)).content[:2] == b"PK"


def test_a_practitioner_is_not_led_to_the_registry(world: World, signed_in: SignIn, activity: UUID) -> None:
    person = world.people["practitioner"]
    operations.engage_practitioner(
        activity_id=activity, name="Galih", person_id=person, by=world.actor("officer"), now=world.now
    )
    one = sign_up(world, activity)
    where = url("participant", activity_id=activity, registration_id=one.id)
    assert "/registri/" in signed_in("officer").get(where).content.decode()
    seen = signed_in("practitioner").get(where)
    assert seen.status_code == 200
    assert "/registri/" not in seen.content.decode()


def test_showing_a_phone_is_recorded(world: World, signed_in: SignIn, activity: UUID) -> None:
    browser = signed_in("officer")
    one = sign_up(world, activity)
    where = {"activity_id": activity, "registration_id": one.id}
    assert "0812-0000-0001" not in text_of(browser.get(url("participant", **where)))
    shown = browser.post(url("reveal-phone", **where))
    assert "0812-0000-0001" in text_of(shown)
    assert "no-store" in shown["Cache-Control"]
    assert "0001" not in str(dict(browser.session))
    assert "0812-0000-0001" not in text_of(browser.get(url("participant", **where)))
    assert LedgerEntry.objects.filter(action="read", kind="training.registration").count() == 1


def test_what_does_not_belong_together_is_not_found(world: World, signed_in: SignIn, activity: UUID) -> None:
    browser = signed_in("officer")
    one, other = sign_up(world, activity), make_activity(world)
    for name in ("participant", "participant-cancel"):
        assert browser.get(url(name, activity_id=activity, registration_id=one.id)).status_code == 200
        assert browser.get(url(name, activity_id=other, registration_id=one.id)).status_code == 404
    assert browser.post(url("reveal-phone", activity_id=other, registration_id=one.id)).status_code == 404
    first, second = Session.objects.filter(activity_id=activity)
    operations.check_in(session_id=first.id, scan=one.code, by=world.actor("officer"), now=world.now)
    found = Attendance.objects.get().id
    assert browser.get(url("undo-check-in", session_id=first.id, attendance_id=found)).status_code == 200
    wrong = url("undo-check-in", session_id=second.id, attendance_id=found)
    assert browser.post(wrong, {"reason": "Salah orang"}).status_code == 404
    assert Attendance.objects.count() == 1


def test_pages_with_odd_numbers_open(world: World, signed_in: SignIn, activity: UUID) -> None:
    browser = signed_in("officer")
    for where in (url("participants", activity_id=activity), url("public"), reverse("registry:enterprises")):
        for number in ("²", "٣", "-1", "9" * 30):
            assert browser.get(where, {"halaman": number}).status_code == 200


def test_registering_from_the_registry(world: World, signed_in: SignIn) -> None:
    activity = make_activity(world, quota=1)
    other = make_activity(world)
    made = [Registration.objects.get(id=sign_up(world, other, n).id).enterprise_id for n in (1, 2)]
    browser = signed_in("officer")
    where = url("from-registry", activity_id=activity)
    assert "Usaha 001" in text_of(browser.get(where))
    page = browser.post(where, {"enterprise": [str(i) for i in made] + ["nonsense"]}, follow=True)
    assert "1 usaha mendapat tempat. 1 masuk daftar tunggu." in text_of(page)
    page = browser.post(where, {"enterprise": [str(i) for i in made]}, follow=True)
    assert "2 sudah terdaftar sebelumnya." in text_of(page)
    assert Registration.objects.filter(activity_id=activity).count() == 2


def test_whoever_moves_up_is_to_be_told(world: World, signed_in: SignIn) -> None:
    activity = make_activity(world, quota=1)
    first, second = sign_up(world, activity, 1), sign_up(world, activity, 2)
    browser = signed_in("officer")
    where = {"activity_id": activity, "registration_id": first.id}
    page = browser.post(url("participant-cancel", **where), {"reason": "Sakit"}, follow=True)
    assert "Perlu dikabari" in text_of(page)
    browser.post(url("told", activity_id=activity, notice_id=Notice.objects.get().id))
    assert "Perlu dikabari" not in text_of(browser.get(url("participants", activity_id=activity)))
    assert "Anda mendapat tempat" in text_of(browser.get(url("ticket", token=second.token)))


def test_scanning_without_and_with_script(world: World, signed_in: SignIn, activity: UUID) -> None:
    browser = signed_in("officer")
    one = sign_up(world, activity)
    session = Session.objects.filter(activity_id=activity)[0]
    where = url("scan", session_id=session.id)
    assert "Peserta 001, hadir" in text_of(browser.post(where, {"code": one.code}))
    part = browser.post(where, {"code": one.code}, headers={"HX-Request": "true"})
    assert "sudah tercatat" in text_of(part)
    assert b"<html" not in part.content
    assert "Kode tidak dikenal" in text_of(browser.post(where, {"code": "123"}))
    assert "Catat hadir" not in text_of(browser.get(where, {"q": "Peserta 001"}))
    undo = url("undo-check-in", session_id=session.id, attendance_id=Attendance.objects.get().id)
    assert browser.post(undo, {"reason": ""}).status_code == 422
    browser.post(undo, {"reason": "Salah orang"})
    assert not Attendance.objects.exists()


def test_the_scanner_of_an_activity_that_is_over_says_so(world: World, signed_in: SignIn, activity: UUID) -> None:
    one = sign_up(world, activity)
    by = world.actor("officer")
    for move in ("start", "finish"):
        operations.move_activity(activity_id=activity, move=move, by=by, now=world.now)
    session = Session.objects.filter(activity_id=activity)[0]
    page = signed_in("officer").post(url("scan", session_id=session.id), {"code": one.code})
    assert page.status_code == 200
    assert "Kehadiran tidak dicatat saat ini" in text_of(page)
