"""The pages at work: from a plan to a certificate, and what goes wrong on the way."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.people import World

from binakriya.foundation.models import LedgerEntry
from binakriya.training import operations
from binakriya.training.models import Activity, Attendance, Certificate, Notice, Registration, ReportText, Session
from binakriya.training.queries.facts import activity_facts
from binakriya.training.views.common import count_try

from .made import at, make_activity, sign_up

SignIn = Callable[..., Client]


def url(name: str, **kwargs: Any) -> str:
    return reverse(f"training:{name}", kwargs=kwargs)


def text_of(response: Any) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode())))


def slug_of(activity: UUID) -> str:
    return Activity.objects.get(id=activity).slug


def answers(**values: Any) -> dict[str, Any]:
    return {"name": "Siti Rohmah", "phone": "0812-9876-4471", "business_name": "Anyaman Setu", "nonce": "n1"} | values


# --- the office -------------------------------------------------------------------------------------------------------


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


def test_the_report_counts_seats_for_the_whole_as_for_the_groups(world: World) -> None:
    activity = make_activity(world, quota=2)
    for n in range(3):
        sign_up(world, activity, n, group_id=world.association_id)
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
    facts = activity_facts(activity)
    assert (facts.counts.seated, [one.seated for one in facts.groups]) == (2, [2])


def test_tries_are_counted_in_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.clear()
    assert [count_try("k", 600) for _time in range(3)] == [1, 2, 3]

    def ended(_key: str) -> int:
        raise ValueError

    monkeypatch.setattr(cache, "incr", ended)
    assert count_try("k", 600) == 1


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


# --- attendance -------------------------------------------------------------------------------------------------------


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


# --- registration by the public ---------------------------------------------------------------------------------------


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


# --- certificates -----------------------------------------------------------------------------------------------------


@pytest.fixture
def held(world: World, activity: UUID) -> UUID:
    by = world.actor("officer")
    people = [sign_up(world, activity, n, name=name) for n, name in ((1, "Siti Rohmah"), (2, "Darto Wiyono"))]
    for session in Session.objects.filter(activity_id=activity):
        for one in people:
            operations.check_in(session_id=session.id, scan=one.code, by=by, now=at(9))
    for move in ("start", "finish"):
        operations.move_activity(activity_id=activity, move=move, by=by, now=world.now)
    return activity


def test_certificates_are_issued_verified_revoked_and_replaced(world: World, signed_in: SignIn, held: UUID) -> None:
    browser, public = signed_in("officer"), Client()
    page = browser.post(url("activity-certificates", activity_id=held), follow=True)
    assert "Sertifikat" in text_of(page)
    first, second = Certificate.objects.order_by("sequence")
    assert browser.get(url("all-certificates", activity_id=held)).content[:5] == b"%PDF-"
    where = url("verified", number=first.number)
    typed = public.get(url("verify"), {"nomor": f" {first.number.lower()} "})
    assert typed["Location"] == where
    masked = text_of(public.get(where))
    assert "asli dan berlaku" in masked
    assert first.holder not in masked
    whole = text_of(public.get(where, {"k": first.token}))
    assert first.holder in whole
    assert "bukan tanda tangan elektronik" in whole
    assert public.get(url("verified-paper", number=first.number), {"k": first.token}).content[:5] == b"%PDF-"
    assert public.get(url("verified-paper", number=first.number), {"k": "x"}).status_code == 404
    assert first.holder not in text_of(public.get(where, {"k": second.token}))
    # Revoked, and replaced.
    detail = url("certificate", certificate_id=first.id)
    assert browser.post(detail, {"deed": "revoke", "cabut-reason": ""}).status_code == 422
    browser.post(detail, {"deed": "revoke", "cabut-reason": "Salah nama"})
    revoked = text_of(public.get(where, {"k": first.token}))
    assert "sudah dicabut" in revoked
    assert "asli dan berlaku" not in revoked
    assert public.get(url("verified-paper", number=first.number), {"k": first.token}).status_code == 404
    browser.post(detail, {"deed": "reissue", "ganti-reason": "Salah nama", "ganti-holder": "Siti Rohmah"})
    assert "BK-3674-" in text_of(public.get(where))
    assert Certificate.objects.count() == 3


def test_an_unknown_number(world: World) -> None:
    answer = Client().get(url("verified", number="BK-0000-2018-9999"))
    assert answer.status_code == 404
    assert "tidak ada di catatan kami" in text_of(answer)


def test_a_maker_sees_their_own(world: World, signed_in: SignIn, activity: UUID) -> None:
    browser = signed_in("maker")
    one = sign_up(world, activity)
    assert "Belum ada kegiatan" in text_of(browser.get(url("own")))
    # Whoever has to sign in first comes back to the ticket.
    keep, ticket = url("ticket-keep", token=one.token), url("ticket", token=one.token)
    sent = Client().post(keep, headers={"referer": f"http://testserver{ticket}"})
    assert sent["Location"].endswith(f"next={ticket}")
    assert browser.get(keep)["Location"] == ticket
    browser.post(keep)
    assert "Pembinaan mutu" in text_of(browser.get(url("own")))


# --- report -----------------------------------------------------------------------------------------------------------


def test_report_and_release_are_edited_and_printed(world: World, signed_in: SignIn, held: UUID) -> None:
    browser = signed_in("officer")
    where = {"activity_id": held, "kind": "siaran-pers", "code": "id"}
    page = browser.get(url("text", **where)).content.decode()
    assert 'name="headline"' in page
    answer = browser.post(url("text", **where), {"based_on": "0", "headline": "Judul saya"}, follow=True)
    assert "Tersimpan sebagai versi 1" in text_of(answer)
    # Someone else saved in between: nothing is lost, nothing is overwritten unknowingly.
    late = browser.post(url("text", **where), {"based_on": "0", "headline": "Judul lain"})
    assert late.status_code == 422
    assert "Judul lain" in late.content.decode()
    assert ReportText.objects.count() == 1
    browser.post(url("restore", **where, version=0))
    assert ReportText.objects.count() == 2
    for kind in ("laporan", "siaran-pers"):
        for code in ("id", "en"):
            for file, begins in (("pdf", b"%PDF-"), ("docx", b"PK")):
                paper = browser.get(url("paper", activity_id=held, kind=kind, code=code, file=file))
                assert paper.content.startswith(begins)
                assert paper["Cache-Control"] == "no-store"


def test_the_facts_of_the_report(world: World, signed_in: SignIn, held: UUID) -> None:
    browser = signed_in("officer")
    where = url("facts", activity_id=held)
    answer = browser.post(where, {"spending": "Konsumsi | Rp 2.000.000"})
    assert answer.status_code == 422
    assert "Konsumsi" in answer.content.decode()
    browser.post(
        where,
        {
            "aims": "meningkatkan mutu | raise quality",
            "legal_bases": "? Permenperin 64/2016",
            "spending": "Konsumsi | Rp 2.000.000 | 1,9 jt",
            "problems": "Hujan | Tenda",
            "employment_units": "696000",
            "employment_workers": "1320000",
            "employment_period": "akhir 2017 | end of 2017",
            "employment_swapped": "on",
            "exports_year": "2017",
            "exports_usd_million": "776",
            "exports_usd_million_before": "747",
            "exports_announced_percent": "3,8",
        },
    )
    row = Activity.objects.get(id=held)
    assert row.aims == [{"id": "meningkatkan mutu", "en": "raise quality"}]
    assert row.legal_bases == [{"id": "Permenperin 64/2016", "en": "", "firmness": "M"}]
    assert row.spending == [{"item": "Konsumsi", "budget": 2_000_000, "spent": 1_900_000}]
    assert row.figures["employment"] == {
        "units": 696_000,
        "workers": 1_320_000,
        "period": {"id": "akhir 2017", "en": "end of 2017"},
        "publisher": {"id": "", "en": ""},
        "swapped_in_press": True,
    }
    assert row.figures["exports"]["announced_percent"] == 3.8
    half = browser.post(where, {"exports_year": "2017"})
    assert half.status_code == 422
    page = browser.get(where).content.decode()
    assert 'value="Permenperin 64/2016"' in page
    official = url("official", activity_id=held, role="opened_by")
    browser.post(official, {"name": "Retno Prawati", "position": "ASDA II"})
    assert row.officials.get().name == "Retno Prawati"


def test_the_page_of_an_enterprise_tells_its_activities(world: World) -> None:
    activity = make_activity(world)
    sign_up(world, activity)
    person = Registration.objects.get(activity_id=activity)
    page = text_of(world.client("officer").get(reverse("registry:enterprise", args=[person.enterprise_id])))
    assert "Kegiatan yang diikuti" in page
    assert person.name in page
