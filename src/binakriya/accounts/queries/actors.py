"""Who acts."""

from uuid import UUID

from django.db.models import QuerySet

from binakriya.accounts.models import Grant, OrganisationKind, Person
from binakriya.accounts.queries.organisations import sole_office
from binakriya.accounts.rules import Actor, NotAllowed, Role
from binakriya.accounts.rules.demo import DEMO_PEOPLE
from binakriya.accounts.rules.people import reaches
from binakriya.foundation.prepared import prepared


@prepared
def grants_of(*, person_id: UUID) -> QuerySet[Grant, Grant]:
    """The roles of a person, oldest first, each with its person and organisation."""
    found = Grant.objects.filter(person_id=person_id).select_related("person", "organisation")
    return found.order_by("since", "id")


def actor_for(*, person: Person, origin: str) -> Actor:
    """The actor that a signed-in person is: the office they act for, and the roles that they hold there.

    The office is the one that first granted them a role. Roles of another office don't count: an administrator of one
    is nobody's administrator elsewhere. Who works for no office acts with the roles of their associations.
    """
    grants = getattr(person, "read_with", None)
    if grants is None:
        grants = grants_of(person_id=person.id)
    office = next(
        (g.organisation for g in grants if g.organisation and g.organisation.kind == OrganisationKind.OFFICE), None
    )
    if office:
        grants = [g for g in grants if g.organisation_id in (None, office.id)]
    return Actor(
        id=person.id,
        label=person.name,
        roles=frozenset(Role(g.role) for g in grants),
        office_id=office.id if office else None,
        origin=origin,
        office_label=office.short_name if office else "",
    )


def actor_of(*, person_id: UUID, origin: str) -> Actor:
    """The same, by id; raises Person.DoesNotExist (a LookupError of Django)."""
    return actor_for(person=Person.objects.get(id=person_id), origin=origin)


def person_of(actor: Actor) -> Person:
    """The signed-in person themselves, for forms and sessions of this room; raises NotAllowed for visitors."""
    if actor.id is None:
        raise NotAllowed("signed_in")
    return Person.objects.get(pk=actor.id)


def offices_of(person_id: UUID) -> frozenset[UUID]:
    """The offices that a person works for."""
    return frozenset(
        Grant.objects.filter(person_id=person_id, organisation__kind=OrganisationKind.OFFICE).values_list(
            "organisation_id", flat=True
        )
    )


def cares_for(by: Actor, person: Person) -> bool:
    """Whether the actor's care reaches the person."""
    return reaches(by, offices_of(person.id), cared_by=person.cared_by_id, sole_office=sole_office())


def demo_actor_id(role: Role) -> UUID | None:
    """The demo person of a role, None when the demo has not been played."""
    email = next(d.email for d in DEMO_PEOPLE if d.role == role)
    return Person.objects.filter(email=email, is_active=True).values_list("id", flat=True).first()
