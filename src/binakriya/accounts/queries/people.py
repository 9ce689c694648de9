"""People, as those who care for them see them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from binakriya.accounts.models import Grant, OrganisationKind, Person
from binakriya.accounts.queries.actors import cares_for
from binakriya.accounts.queries.organisations import sole_office
from binakriya.accounts.rules import Actor, Deed, Role
from binakriya.foundation.rules.masks import mask_email, mask_phone
from binakriya.foundation.rules.phones import e164

PAGE = 50


@dataclass(frozen=True, slots=True)
class GrantInfo:
    id: UUID
    role: Role
    organisation: str
    organisation_id: UUID | None
    since: datetime


@dataclass(frozen=True, slots=True)
class PersonRow:
    """E-mail and phone are masked."""

    id: UUID
    name: str
    email: str
    phone: str
    is_active: bool
    last_login: datetime | None
    grants: tuple[GrantInfo, ...]


@dataclass(frozen=True, slots=True)
class PeoplePage:
    rows: tuple[PersonRow, ...]
    total: int
    number: int
    pages: int
    text: str
    role: str


@dataclass(frozen=True, slots=True)
class PersonDetail:
    person: PersonRow
    may_change: bool
    is_self: bool


def _grants(person: Person) -> tuple[GrantInfo, ...]:
    return tuple(
        GrantInfo(g.id, Role(g.role), g.organisation.short_name if g.organisation else "", g.organisation_id, g.since)
        for g in person.grants.all()
    )


def _row(person: Person) -> PersonRow:
    return PersonRow(
        person.id,
        person.name,
        mask_email(person.email or ""),
        mask_phone(person.phone or ""),
        person.is_active,
        person.last_login,
        _grants(person),
    )


def _with_grants(people: QuerySet[Person]) -> QuerySet[Person]:
    return people.prefetch_related(
        Prefetch("grants", Grant.objects.select_related("organisation").order_by("since", "id"))
    )


def _reached(by: Actor) -> QuerySet[Person]:
    """People of the actor's own office, and those who work for none and were brought in by it (`rules.people`)."""
    if by.system:
        return Person.objects.all()
    if by.office_id is None:
        return Person.objects.none()
    of_offices = Grant.objects.filter(organisation__kind=OrganisationKind.OFFICE)
    own = of_offices.filter(organisation=by.office_id).values("person_id")
    brought = Q(cared_by=by.office_id)
    if sole_office() == by.office_id:
        brought |= Q(cared_by=None)
    return Person.objects.filter(Q(id__in=own) | (brought & ~Q(id__in=of_offices.values("person_id"))))


def _matching(people: QuerySet[Person], text: str) -> QuerySet[Person]:
    text = text.strip()
    if not text:
        return people
    wanted = Q(name__icontains=text) | Q(email__iexact=text)
    number = e164(text)
    return people.filter(wanted | Q(phone=number)) if number else people.filter(wanted)


def people_page(*, by: Actor, text: str = "", role: str = "", number: int = 1) -> PeoplePage:
    """The people whom an administrator cares for, by name. `text`: part of a name, or a whole e-mail or phone."""
    people = _matching(_reached(by), text)
    if role in set(Role):
        people = people.filter(id__in=Grant.objects.filter(role=role).values("person_id"))
    total = people.count()
    pages = max(1, -(-total // PAGE))
    number = min(max(1, number), pages)
    rows = _with_grants(people.order_by("name", "id"))[(number - 1) * PAGE : number * PAGE]
    return PeoplePage(tuple(_row(p) for p in rows), total, number, pages, text, role)


def person_detail(*, person_id: UUID, by: Actor) -> PersonDetail | None:
    """None when there is no such person, or the actor's care does not reach them."""
    person = _with_grants(Person.objects.filter(id=person_id)).first()
    if person is None or not cares_for(by, person):
        return None
    return PersonDetail(_row(person), by.may(Deed.PEOPLE_MANAGE), person.id == by.id)


def find_people(*, by: Actor, text: str, limit: int = 5) -> list[PersonRow]:
    """For the global search: people whose name holds the text; empty for those who do not manage people."""
    if not by.may(Deed.PEOPLE_MANAGE) or len(text.strip()) < 2:
        return []
    return [_row(p) for p in _with_grants(_matching(_reached(by), text).order_by("name", "id"))[:limit]]


def office_of_work(by: Actor) -> UUID | None:
    """The office whose work the actor does: its own; for whoever works for none, the one that brought the person in
    (where nobody did, the only office of the installation)."""
    if by.office_id is not None or by.id is None:
        return by.office_id
    return Person.objects.filter(id=by.id).values_list("cared_by_id", flat=True).first() or sole_office()
