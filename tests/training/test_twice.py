"""The same form sent twice makes one thing, also at the same moment; other content makes another."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from tests.people import World

from binakriya.training import operations
from binakriya.training.models import Activity, Invitation, Programme, Registration, Session

from .made import DAY, at, make_activity, make_programme, sign_up
from .test_concurrency import at_once

SignIn = Callable[..., Client]
PLAN = {
    "title": "Standar kemasan",
    "starts_on": "2018-11-16",
    "venue": "Serpong",
    "quota": "20",
    "attendance_percent": "75",
    "number_template": "BK-{region}-{year}-{number:04}",
    "nonce": "n1",
}


def url(name: str, **kwargs: Any) -> str:
    return reverse(f"training:{name}", kwargs=kwargs)


def test_every_form_that_makes_something_brings_its_word(world: World, signed_in: SignIn, activity: UUID) -> None:
    browser = signed_in("officer")
    pages = [
        url("programme-new"),
        url("new"),
        url("sessions", activity_id=activity),
        url("letters", activity_id=activity),
        url("participant-add", activity_id=activity),
        url("register", slug=Activity.objects.get(id=activity).slug),
    ]
    for page in pages:
        assert re.search(r'name="nonce" value="[0-9a-f]{32}"', browser.get(page).content.decode()), page
    for page in (url("edit", activity_id=activity), url("programme-edit", programme_id=Programme.objects.get().id)):
        assert 'name="nonce"' not in browser.get(page).content.decode()


@pytest.mark.parametrize("nonce", ["n1", ""])
def test_an_activity_sent_twice(world: World, signed_in: SignIn, nonce: str) -> None:
    browser = signed_in("officer")
    sent = PLAN | {"programme_id": str(make_programme(world)), "nonce": nonce}
    first, second = browser.post(url("new"), sent), browser.post(url("new"), sent)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    assert Activity.objects.count() == 1
    # Back in the browser, another title: nothing that was typed is lost.
    browser.post(url("new"), sent | {"title": "Standar label"})
    assert Activity.objects.count() == 2


@pytest.mark.parametrize("nonce", ["n1", ""])
def test_other_forms_sent_twice(world: World, signed_in: SignIn, activity: UUID, nonce: str) -> None:
    browser = signed_in("officer")
    forms: list[tuple[Any, str, dict[str, str]]] = [
        (Programme, url("programme-new"), {"title": "Pembinaan mutu", "year": "2019"}),
        (
            Session,
            url("sessions", activity_id=activity),
            {"title": "Label", "day": "2018-11-16", "starts": "15:00", "ends": "16:00"},
        ),
        (
            Invitation,
            url("letters", activity_id=activity),
            {
                "association_id": str(world.association_id),
                "number": "005/1",
                "written_on": "2018-11-01",
                "seats": "3",
            },
        ),
        (
            Registration,
            url("participant-add", activity_id=activity),
            {"name": "Siti", "business_name": "Anyaman Setu"},
        ),
    ]
    for model, where, values in forms:
        before = model.objects.count()
        answers = [browser.post(where, values | {"nonce": nonce}) for _time in range(2)]
        assert [answer.status_code for answer in answers] == [302, 302], where
        assert answers[0]["Location"] == answers[1]["Location"]
        assert model.objects.count() == before + 1


# --- the word is nobody's key ----------------------------------------------------------------------------------------


def test_the_word_of_a_form_never_opens_the_ticket_of_someone_else(world: World, activity: UUID) -> None:
    """A shared phone, a page kept by a browser: the next person sends the same hidden word."""
    where = url("register", slug=Activity.objects.get(id=activity).slug)
    siti = {"name": "Siti Rohmah", "phone": "081298764471", "business_name": "Anyaman Setu", "nonce": "n1"}
    browser, other = Client(), Client()
    first = browser.post(where, siti)
    second = other.post(where, siti | {"name": "Darto", "phone": "081311112222", "business_name": "Kayu Darto"})
    assert first.status_code == second.status_code == 302
    assert first["Location"] != second["Location"]
    assert sorted(Registration.objects.values_list("name", flat=True)) == ["Darto", "Siti Rohmah"]
    # The word and the phone, but another name: neither a ticket nor a second registration.
    third = other.post(where, siti | {"name": "Orang lain"})
    assert third.status_code == 409
    assert Registration.objects.get(name="Siti Rohmah").token not in third.content.decode()
    # The same person again is led back, each to their own.
    assert browser.post(where, siti)["Location"] == first["Location"]
    assert Registration.objects.count() == 2


def test_the_same_word_of_another_person_is_another_registration(world: World, activity: UUID) -> None:
    one = sign_up(world, activity, 1, nonce="n1")
    two = sign_up(world, activity, 2, nonce="n1")
    assert one.id != two.id
    assert not two.replayed
    assert sign_up(world, activity, 2, nonce="n1") == operations.Registered(
        two.id, two.token, two.code, two.state, two.position, replayed=True
    )


# --- at the same moment ----------------------------------------------------------------------------------------------


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_an_activity_sent_many_times_at_once(world: World) -> None:
    sent = PLAN | {"programme_id": str(make_programme(world))}
    browsers = [world.client("officer", raise_request_exception=False) for _n in range(8)]
    answers = at_once([lambda b=b: b.post(url("new"), sent) for b in browsers], threads=8)  # type: ignore[misc]
    assert {answer.status_code for answer in answers} == {302}
    assert len({answer["Location"] for answer in answers}) == 1
    assert Activity.objects.count() == 1


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_activities_of_one_name_and_day_made_at_once(world: World) -> None:
    """Of several programmes, by several people: each gets an address of its own."""
    by, now = world.actor("officer"), world.now
    programmes = [
        operations.create_programme(office_id=world.office_id, title=f"Program {n}", year=2018, by=by, now=now)
        for n in range(6)
    ]

    def make(programme: UUID) -> UUID:
        return operations.create_activity(
            programme_id=programme, title="Kemasan", starts_on=DAY, venue="Serpong", quota=5, by=by, now=now
        )

    at_once([lambda p=p: make(p) for p in programmes for _time in range(2)], threads=8)  # type: ignore[misc]
    assert Activity.objects.values("slug").distinct().count() == 12


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_a_programme_a_session_and_a_letter_sent_at_once(world: World) -> None:
    activity = make_activity(world, state="draft", sessions=0)
    by, now = world.actor("officer"), world.now

    def programme() -> UUID:
        return operations.create_programme(
            office_id=world.office_id, title="Pembinaan mutu", year=2019, nonce="n1", by=by, now=now
        )

    def session() -> UUID:
        return operations.add_session(
            activity_id=activity, title="Label", starts_at=at(9), ends_at=at(10), nonce="n1", by=by, now=now
        )

    def letter() -> UUID:
        return operations.invite_association(
            activity_id=activity,
            association_id=world.association_id,
            number="005/1",
            written_on=date(2018, 11, 1),
            seats=3,
            nonce="n1",
            by=by,
            now=now,
        )

    for deed in (programme, session, letter):
        assert len(set(at_once([deed] * 6, threads=6))) == 1
