"""What the pages refuse, and how they say it: counting up certificates, odd codes, odd dates, others' ids."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from urllib.parse import quote
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from tests.people import World

from binakriya.training import operations
from binakriya.training.models import Activity, Attendance, Certificate, Notice, Registration, Session
from binakriya.training.papers import Paper
from binakriya.training.queries.people import letters_page
from binakriya.training.views import public
from binakriya.training.views.common import answer_file

from .made import at, make_activity, sign_up

SignIn = Callable[..., Client]


def url(name: str, **kwargs: Any) -> str:
    return reverse(f"training:{name}", kwargs=kwargs)


def text_of(response: Any) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode())))


@pytest.fixture
def certificate(world: World, activity: UUID) -> Certificate:
    one = sign_up(world, activity, 1, name="Siti Rohmah", business_name="Anyaman Setu")
    by = world.actor("officer")
    for session in Session.objects.filter(activity_id=activity):
        operations.check_in(session_id=session.id, scan=one.code, by=by, now=at(9))
    operations.move_activity(activity_id=activity, move="start", by=by, now=world.now)
    operations.issue_certificates(activity_id=activity, by=by, now=world.now)
    return Certificate.objects.get()


def test_certificates_cannot_be_counted_up(certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public, "_CHECKS", 3)
    where, browser = url("verified", number=certificate.number), Client()
    for _time in range(3):
        page = browser.get(where)
        assert page.status_code == 200
        assert "S••••• R•••••" in text_of(page)
        assert not {"Siti", "Rohmah", "Anyaman", "Setu"} & set(re.findall(r"\w+", text_of(page)))
    crowded = browser.get(where)
    assert crowded.status_code == 429
    assert "Tunggu 10 menit" in text_of(crowded)
    assert "S•••••" not in text_of(crowded)
    # Numbers that nobody has and false tokens count as well.
    assert browser.get(url("verified", number="BK-0000-2018-9999")).status_code == 429
    assert browser.get(where, {"k": "x"}).status_code == 429
    assert browser.get(url("verified-paper", number=certificate.number), {"k": "x"})["Location"] == where
    # Whoever holds the paper, and anybody elsewhere, is not kept waiting.
    assert "Siti Rohmah" in text_of(browser.get(where, {"k": certificate.token}))
    assert browser.get(where, REMOTE_ADDR="203.0.113.9").status_code == 200


@pytest.mark.parametrize("code", ["9" * 121, "BK1:" + "A" * 5000, "竹" * 200])
def test_the_scanner_says_that_a_code_is_broken(world: World, signed_in: SignIn, activity: UUID, code: str) -> None:
    browser = signed_in("officer")
    where = url("scan", session_id=Session.objects.filter(activity_id=activity)[0].id)
    for headers in ({}, {"HX-Request": "true"}):
        page = browser.post(where, {"code": code}, headers=headers)
        assert page.status_code == 200
        assert "terlalu panjang atau rusak" in text_of(page)
    assert "terlalu panjang atau rusak" in text_of(browser.post(where, {"registration_id": "x"}))


@pytest.mark.parametrize("year", ["0001", "1989", "2101", "9999"])
def test_days_of_other_ages_are_refused(world: World, signed_in: SignIn, activity: UUID, year: str) -> None:
    browser = signed_in("officer", raise_request_exception=False)
    plan = {
        "title": "Kemasan",
        "starts_on": "2018-11-16",
        "venue": "Serpong",
        "quota": "20",
        "attendance_percent": "75",
        "number_template": "BK-{year}-{number}",
    }
    session = {"title": "Label", "day": f"{year}-11-16", "starts": "09:00", "ends": "10:00"}
    letter = {"association_id": str(world.association_id), "number": "1", "seats": "3"}
    edit = url("edit", activity_id=activity)
    sent = [
        (edit, plan | {"registration_closes_at": f"{year}-01-01T00:00"}),
        (edit, plan | {"registration_closes_at": f"{year}-12-31T23:59"}),
        (edit, plan | {"starts_on": f"{year}-11-16"}),
        (edit, plan | {"ends_on": f"{year}-11-16"}),
        (url("sessions", activity_id=activity), session),
        (url("letters", activity_id=activity), letter | {"written_on": f"{year}-01-01"}),
    ]
    for where, values in sent:
        answer = browser.post(where, values)
        assert answer.status_code == 422, where
        assert "Tulis tahun antara 1990 dan 2100" in text_of(answer)
    assert Activity.objects.get(id=activity).registration_closes_at is None


def test_undoing_a_check_in_twice(world: World, signed_in: SignIn, activity: UUID) -> None:
    browser, by = signed_in("officer"), world.actor("officer")
    session = Session.objects.filter(activity_id=activity)[0]
    one = sign_up(world, activity)
    operations.check_in(session_id=session.id, scan=one.code, by=by, now=world.now)
    found = Attendance.objects.get().id
    where = url("undo-check-in", session_id=session.id, attendance_id=found)
    assert "Kehadiran diurungkan" in text_of(browser.post(where, {"reason": "Salah orang"}, follow=True))
    for again in (browser.post(where, {"reason": "Salah orang"}, follow=True), browser.get(where, follow=True)):
        assert again.status_code == 200
        assert "sudah diurungkan sebelumnya" in text_of(again)
    operations.undo_check_in(attendance_id=found, reason="Salah orang", by=by, now=world.now)
    assert Registration.objects.get().state == "registered"
    # Another office learns nothing, of what is there nor of what was.
    other = signed_in("other_officer")
    assert other.get(where).status_code == 404
    assert browser.get(url("undo-check-in", session_id=uuid4(), attendance_id=found)).status_code == 404


def test_deeds_of_one_activity_do_not_reach_another(world: World, signed_in: SignIn) -> None:
    mine, other = make_activity(world, quota=1), make_activity(world, quota=1)
    first, late = sign_up(world, mine, 1), sign_up(world, mine, 2)
    browser = signed_in("officer")
    person = {"registration_id": late.id}
    assert browser.post(url("give-seat", activity_id=other, **person)).status_code == 404
    assert Registration.objects.get(id=late.id).state == "waiting"
    operations.cancel_registration(token=first.token, by=world.actor("visitor"), now=world.now)
    notice = Notice.objects.get()
    assert browser.post(url("told", activity_id=other, notice_id=notice.id)).status_code == 404
    assert Notice.objects.get().told_at is None
    assert browser.post(url("told", activity_id=mine, notice_id=notice.id)).status_code == 302
    letter = operations.invite_association(
        activity_id=mine,
        association_id=world.association_id,
        number="005/1",
        written_on=world.now.date(),
        seats=3,
        by=world.actor("officer"),
        now=world.now,
    )
    assert browser.get(url("letter-paper", activity_id=other, invitation_id=letter)).status_code == 404
    assert browser.get(url("letter-paper", activity_id=mine, invitation_id=letter)).status_code == 200


def test_letters_count_seats_and_those_who_wait_apart(world: World, signed_in: SignIn) -> None:
    activity = make_activity(world, quota=2)
    made = [sign_up(world, activity, n, group_id=world.association_id) for n in range(4)]
    by = world.actor("officer")
    operations.invite_association(
        activity_id=activity,
        association_id=world.association_id,
        number="005/1",
        written_on=world.now.date(),
        seats=3,
        by=by,
        now=world.now,
    )
    operations.check_in(
        session_id=Session.objects.filter(activity_id=activity)[0].id, scan=made[0].code, by=by, now=world.now
    )
    (row,) = letters_page(activity_id=activity, by=by).rows
    assert (row.registered, row.waiting, row.attended) == (2, 2, 1)
    assert "2 menunggu" in text_of(signed_in("officer").get(url("letters", activity_id=activity)))


def test_what_a_person_typed_is_kept_without_control_characters(world: World, activity: UUID) -> None:
    where = url("register", slug=Activity.objects.get(id=activity).slug)
    sent = {"name": "Siti\x01 Roh\x7fmah", "phone": "0812-9876-4471", "business_name": "Anyaman\x1f Setu", "nonce": "n"}
    assert Client().post(where, sent | {"product": "bambu\x00"}).status_code == 400
    assert Client().post(where, sent | {"product": "bambu\x02\u0085"}).status_code == 302
    one = Registration.objects.get()
    assert (one.name, one.business_name, one.product) == ("Siti Rohmah", "Anyaman Setu", "bambu")


@pytest.mark.parametrize("what", ["\x00", "a\x00b", "\x1f"])
def test_addresses_with_control_characters_are_answered(
    world: World, signed_in: SignIn, activity: UUID, what: str
) -> None:
    browser = signed_in("officer", raise_request_exception=False)
    slug, word = Activity.objects.get(id=activity).slug, quote(what)
    session = Session.objects.filter(activity_id=activity)[0].id
    pages = [
        f"{url('participants', activity_id=activity)}?q={word}",
        f"{url('participants', activity_id=activity)}?asosiasi={word}",
        f"{url('from-registry', activity_id=activity)}?q={word}",
        f"{url('activities')}?q={word}&keadaan={word}&waktu={word}",
        f"{url('certificates')}?q={word}",
        f"{url('activity-certificates', activity_id=activity)}?q={word}",
        f"{url('scan', session_id=session)}?q={word}",
        f"{url('check-in')}?kegiatan={word}",
        f"{url('public')}?q={word}",
        f"{url('verify')}?nomor={word}",
        f"/t/{word}/",
        f"/t/{word}/tiket.pdf",
        f"/sertifikat/{word}/",
        f"/sertifikat/BK-1/?k={word}",
        f"/sertifikat/BK-1/berkas.pdf?k={word}",
        f"{url('activity', activity_id=activity)}laporan/pejabat/{word}/",
        f"{url('activity', activity_id=activity)}naskah/{word}/id/",
        f"{url('activity', activity_id=activity)}naskah/laporan/id/berkas.{word}",
        f"/k/{slug}/tiket/?q={word}",
    ]
    assert {page: browser.get(page).status_code for page in pages} == dict.fromkeys(pages, 400)


def test_papers_come_under_a_clear_name(world: World, signed_in: SignIn, activity: UUID) -> None:
    browser, one = signed_in("officer"), sign_up(world, activity)
    slug = Activity.objects.get(id=activity).slug
    session = Session.objects.filter(activity_id=activity)[0].id
    sheet = browser.get(url("sheet", session_id=session))
    assert sheet["Content-Disposition"] == f'attachment; filename="daftar-hadir-{slug}-2018-11-16-0900.pdf"'
    tickets = browser.get(url("tickets", activity_id=activity))
    assert tickets["Content-Disposition"] == f'attachment; filename="tiket-{slug}.pdf"'
    ticket = Client().get(url("ticket-paper", token=one.token))
    assert ticket["Content-Disposition"] == f'attachment; filename="tiket-{slug}-{one.code}.pdf"'
    odd = answer_file(Paper('undangan-"ASIPA" 竹\r\n.pdf', "application/pdf", b""))
    assert "\n" not in odd["Content-Disposition"]
    preview = url("paper", activity_id=activity, kind="laporan", code="id", file="pdf")
    assert browser.get(preview, {"lihat": "1"})["Content-Disposition"].startswith("inline; filename=")
    page = browser.get(url("text", activity_id=activity, kind="laporan", code="id")).content.decode()
    assert 'target="_blank" rel="noopener"' in page
    assert "(tab baru)" in page


def test_what_shows_a_person_to_the_public_is_kept_nowhere(world: World, certificate: Certificate) -> None:
    slug = certificate.registration.activity.slug
    token, number, browser = certificate.registration.token, certificate.number, Client()
    pages = [
        url("ticket", token=token),
        url("ticket-paper", token=token),
        url("ticket-cancel", token=token),
        url("find-ticket", slug=slug),
        url("verified", number=number),
        f"{url('verified', number=number)}?k={certificate.token}",
        f"{url('verified-paper', number=number)}?k={certificate.token}",
    ]
    for page in pages:
        assert "no-store" in browser.get(page)["Cache-Control"], page
    refused = browser.post(url("ticket-cancel", token=token))
    assert "no-store" in refused["Cache-Control"]


def test_what_shows_people_to_the_office_is_kept_nowhere(
    world: World, signed_in: SignIn, certificate: Certificate
) -> None:
    browser, one = signed_in("officer"), certificate.registration
    here = {"activity_id": one.activity_id}
    pages = [
        url("participants", **here),
        url("participant", **here, registration_id=one.id),
        url("export-csv", **here),
        url("export-xlsx", **here),
        url("tickets", **here),
        url("from-registry", **here),
        url("scan", session_id=Session.objects.filter(activity_id=one.activity_id)[0].id),
        url("sheet", session_id=Session.objects.filter(activity_id=one.activity_id)[0].id),
        url("certificates"),
        url("activity-certificates", **here),
        url("all-certificates", **here),
        url("certificate", certificate_id=certificate.id),
        url("certificate-paper", certificate_id=certificate.id),
        url("paper", **here, kind="laporan", code="id", file="docx"),
    ]
    for page in pages:
        answer = browser.get(page)
        assert answer.status_code == 200, page
        assert "no-store" in answer["Cache-Control"], page
