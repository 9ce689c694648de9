"""An earlier activity as the model of a new one: the plan comes along, nothing of people does."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from tests.people import World

from binakriya.accounts.rules import NotAllowed
from binakriya.foundation.models import LedgerEntry
from binakriya.training import operations
from binakriya.training.models import Activity, Session

from .made import DAY, WIB, at, make_activity, make_programme, sign_up

LATER = date(2019, 3, 5)


def _held(world: World) -> UUID:
    """A running one with everything that a copy may or may not take along."""
    by, now = world.actor("officer"), world.now
    activity = make_activity(
        world,
        quota=12,
        budget_code="5.2.2",
        budget_amount=7_000_000,
        materials=["Karton"],
        title_en="Quality and packaging",
        registration_closes_at=at(10),
        problems=[{"problem": "Hujan", "solution": "Pindah"}],
    )
    first = Session.objects.filter(activity_id=activity).first()
    assert first
    operations.engage_practitioner(
        activity_id=activity, name="Galih", institution="Institut", session_ids=[first.id], by=by, now=now
    )
    operations.set_official(activity_id=activity, role="signatory", name="Sarah", by=by, now=now)
    operations.invite_association(
        activity_id=activity, association_id=world.association_id, number="1", written_on=DAY, seats=5, by=by, now=now
    )
    person = sign_up(world, activity)
    operations.check_in(session_id=first.id, scan=person.code, by=by, now=at(9))
    operations.move_activity(activity_id=activity, move="start", by=by, now=at(9))
    return activity


def _copy(world: World, activity: UUID, **values: Any) -> UUID:
    return operations.copy_activity(
        activity_id=activity,
        programme_id=world.once("training.programme", make_programme),
        title=values.pop("title", "Pembinaan mutu dan standar kemasan"),
        starts_on=LATER,
        by=world.actor(values.pop("who", "officer")),
        now=world.now,
        **values,
    )


def test_the_plan_comes_along_on_other_days_and_nobody_with_it(world: World) -> None:
    source = _held(world)
    made = Activity.objects.get(id=_copy(world, source))
    old = Activity.objects.get(id=source)
    assert (made.state, made.starts_on, made.ends_on) == ("draft", LATER, LATER)
    assert (made.venue, made.quota, made.materials, made.budget_code) == (old.venue, 12, ["Karton"], "5.2.2")
    assert (made.budget_amount, made.title_en) == (7_000_000, "Quality and packaging")
    assert made.registration_closes_at == datetime(2019, 3, 5, 10, tzinfo=WIB)
    days = LATER - DAY
    assert [(s.title, s.starts_at) for s in made.sessions.all()] == [
        ("Sesi 1", at(9) + days),
        ("Sesi 2", at(10, 30) + days),
    ]
    assert [[p.name for p in s.practitioners.all()] for s in made.sessions.all()] == [["Galih"], []]
    assert made.sessions.first().practitioners.get().activity_id == made.id  # type: ignore[union-attr]
    assert made.ticket_key != old.ticket_key
    assert (made.seats_taken, made.problems) == (0, [])
    for relation in ("registrations", "invitations", "officials"):
        assert not getattr(made, relation).exists(), relation
    line = LedgerEntry.objects.get(action="training.activity_copied")
    assert line.object_id == str(made.id)
    # The earlier one is as it was.
    assert (old.state, old.sessions.count(), old.registrations.count()) == ("running", 2, 1)


def test_a_copy_sent_twice_is_one_and_another_title_drops_the_english_one(world: World) -> None:
    source = _held(world)
    first = _copy(world, source, nonce="n1", title="Kemasan angkatan kedua")
    assert _copy(world, source, nonce="n1", title="Kemasan angkatan kedua") == first
    made = Activity.objects.get(id=first)
    assert (made.sessions.count(), made.title_en) == (2, "")
    assert Activity.objects.count() == 2


def test_standing_posts_come_along_when_asked_for_and_the_words_of_the_day_do_not(world: World) -> None:
    source, by = _held(world), world.actor("officer")
    operations.set_official(activity_id=source, role="opened_by", name="Retno", by=by, now=world.now)
    operations.set_official(
        activity_id=source, role="head_of_office", name="Maya", nip="1", quote="Mutu", by=by, now=world.now
    )
    made = Activity.objects.get(id=_copy(world, source, with_officials=True))
    assert sorted(made.officials.values_list("role", "name", "nip", "quote")) == [
        ("head_of_office", "Maya", "1", ""),
        ("signatory", "Sarah", "", ""),
    ]


def test_another_office_copies_nothing(world: World) -> None:
    source = _held(world)
    with pytest.raises(NotAllowed):
        _copy(world, source, who="other_officer")
    assert Activity.objects.count() == 1


def test_an_officer_copies_by_the_page(world: World, signed_in: Callable[..., Client]) -> None:
    source = _held(world)
    browser = signed_in("officer")
    where = reverse("training:copy", kwargs={"activity_id": source})
    assert where in browser.get(reverse("training:new")).content.decode()
    assert where in browser.get(reverse("training:activity", kwargs={"activity_id": source})).content.decode()
    assert "Galih" in browser.get(where).content.decode()
    programme = str(Activity.objects.get(id=source).programme_id)
    form = {"title": "Angkatan kedua", "programme_id": programme, "starts_on": "2019-03-05", "nonce": "n1"}
    assert browser.post(where, form | {"starts_on": ""}).status_code == 422
    answer = browser.post(where, form)
    made = Activity.objects.get(title="Angkatan kedua")
    assert answer.status_code == 302
    assert str(made.id) in answer["Location"]
    assert made.ends_on - made.starts_on == timedelta(0)
