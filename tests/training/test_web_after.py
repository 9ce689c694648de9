"""The pages after the event: certificates, their public check, report and press release."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from tests.people import World

from binakriya.training import operations
from binakriya.training.models import Activity, Certificate, Registration, ReportText, Session
from binakriya.training.queries.facts import activity_facts

from .made import at, make_activity, sign_up

SignIn = Callable[..., Client]


def url(name: str, **kwargs: Any) -> str:
    return reverse(f"training:{name}", kwargs=kwargs)


def text_of(response: Any) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode())))


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
