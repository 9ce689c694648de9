"""Reads of accounts."""

from dataclasses import dataclass
from uuid import UUID

from binakriya.accounts.models import Grant, Organisation, OrganisationKind, Person
from binakriya.accounts.rules import Actor, Role


@dataclass(frozen=True, slots=True)
class OrganisationInfo:
    id: UUID
    kind: str
    name: str
    short_name: str
    region_code: str
    address: str
    phone: str
    email: str
    parent: str


def _info(o: Organisation) -> OrganisationInfo:
    return OrganisationInfo(o.id, o.kind, o.name, o.short_name, o.region_code, o.address, o.phone, o.email, o.parent)


def actor_for(*, person: Person, origin: str) -> Actor:
    """The actor that a signed-in person is: roles, and the office they work for."""
    grants = list(Grant.objects.filter(person=person).select_related("organisation"))
    office = next(
        (g.organisation_id for g in grants if g.organisation and g.organisation.kind == OrganisationKind.OFFICE), None
    )
    return Actor(
        id=person.id, label=person.name, roles=frozenset(Role(g.role) for g in grants), office_id=office, origin=origin
    )


def organisation(organisation_id: UUID) -> OrganisationInfo | None:
    found = Organisation.objects.filter(id=organisation_id).first()
    return _info(found) if found else None


def organisations(*, kind: str) -> list[OrganisationInfo]:
    """All organisations of a kind, by short name."""
    return [_info(o) for o in Organisation.objects.filter(kind=kind).order_by("short_name")]
