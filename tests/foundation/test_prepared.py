"""Reads that are written once: they answer as the plain queryset does, whatever the values."""

from datetime import date, datetime, timedelta
from threading import Thread
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.test.utils import CaptureQueriesContext
from tests.people import World

from binakriya.accounts.models import Grant, Organisation, Person
from binakriya.foundation.prepared import NotPrepared, prepared


def _grants(*, person_id: UUID, office_id: UUID | None, now: datetime, role: str) -> QuerySet[Any]:
    found = Grant.objects.filter(Q(person_id=person_id) | Q(organisation_id=office_id), since__lte=now)
    return found.exclude(role=role).select_related("organisation").annotate(n=Count("person__grants")).order_by("id")


_prepared_grants = prepared(_grants)


@prepared
def _people(*, ids: tuple[UUID, ...]) -> QuerySet[Person, Any]:
    return Person.objects.filter(id__in=ids).order_by("name").values_list("id", "name", "created_at")


@prepared
def _grants_of(*, person_id: UUID) -> QuerySet[Grant]:
    return Grant.objects.filter(person_id=person_id)


@prepared
def _after(newest_first: bool, *, since: datetime) -> QuerySet[Person, str]:
    order = "-name" if newest_first else "name"
    return Person.objects.filter(created_at__gte=since).order_by(order).values_list("name", flat=True)


def test_answers_as_the_plain_queryset_for_every_value(world: World) -> None:
    later = world.now + timedelta(days=365)
    for role in ("officer", "maker", "leadership"):
        person = world.actor(role).id
        for office in (world.office_id, world.other_office_id, None):
            asked: dict[str, Any] = {"person_id": person, "office_id": office, "now": later, "role": "curator"}
            plain, quick = list(_grants(**asked)), _prepared_grants(**asked)
            assert quick == plain
            assert [(g.n, g.organisation, g.since) for g in quick] == [(g.n, g.organisation, g.since) for g in plain]


def test_is_one_read_and_keeps_nothing_of_an_answer(world: World) -> None:
    person = world.actor("officer").id
    assert person is not None
    with CaptureQueriesContext(connection) as first:
        before = _people(ids=(person,))
        assert _grants_of(person_id=person)[0].person_id == person
    assert len(first) == 2
    Person.objects.filter(id=person).update(name="Nama Baru")
    with CaptureQueriesContext(connection) as seen:
        after = _people(ids=(person,))
    assert len(seen) == 1
    assert (before[0][1] != "Nama Baru", after[0][1]) == (True, "Nama Baru")
    assert after[0][2].tzinfo is not None


def test_each_form_is_written_for_itself(world: World) -> None:
    since = world.now - timedelta(days=9999)
    assert _after(True, since=since) == list(reversed(_after(False, since=since)))
    two = tuple(world.actor(role).id for role in ("officer", "maker"))
    assert {len(_people(ids=two)), len(_people(ids=two[:1]))} == {2, 1}
    assert _people(ids=(uuid4(), uuid4())) == []
    everybody = tuple(world.people.values())
    assert len(_people(ids=everybody * 20)) == Person.objects.filter(id__in=everybody).count()
    # An id as its text, as Django takes it.
    assert [one.id for one in _grants_of(person_id=str(two[0]))] == [one.id for one in _grants_of(person_id=two[0])]


@pytest.mark.django_db
def test_what_is_no_value_of_the_query_is_refused() -> None:
    @prepared
    def unused(*, ids: UUID, name: str) -> QuerySet[Organisation]:
        return Organisation.objects.filter(id=ids)

    @prepared
    def changed(*, name: str) -> QuerySet[Organisation]:
        return Organisation.objects.filter(name__icontains=name)

    with pytest.raises(NotPrepared):
        unused(ids=uuid4(), name="a")
    with pytest.raises(NotPrepared):
        changed(name="a")
    with pytest.raises(NotPrepared):
        _people(ids=())
    with pytest.raises(NotPrepared):
        prepared(lambda *, yes: Person.objects.filter(is_active=yes))(yes=True)


@pytest.mark.django_db(transaction=True)
def test_each_connection_has_its_own(world: World) -> None:
    person = world.actor("officer").id
    assert person is not None
    _people(ids=(person,))
    found: list[Any] = []

    def elsewhere() -> None:
        try:
            found.extend(_people(ids=(person,)))
        finally:
            connection.close()

    thread = Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert [one[0] for one in found] == [person]


def test_days_are_values_too(world: World) -> None:
    from_day = prepared(lambda *, day: Person.objects.filter(created_at__date=day).values_list("id", flat=True))
    day: date = world.now.date()
    assert sorted(map(str, from_day(day=day))) == sorted(
        map(str, Person.objects.filter(created_at__date=day).values_list("id", flat=True))
    )
