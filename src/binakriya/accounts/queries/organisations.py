"""Offices, associations and institutions."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from binakriya.accounts.models import Organisation, OrganisationKind
from binakriya.accounts.rules import Actor, may_office
from binakriya.accounts.rules.offices import city_of
from binakriya.accounts.rules.people import keeps
from binakriya.foundation.prepared import prepared
from binakriya.foundation.press import Letterhead


@dataclass(frozen=True, slots=True)
class OrganisationInfo:
    id: UUID
    kind: str
    kind_word: str
    name: str
    short_name: str
    region_code: str
    address: str
    phone: str
    email: str
    parent: str
    kept_by: UUID | None


def _info(o: Organisation) -> OrganisationInfo:
    return OrganisationInfo(
        o.id,
        o.kind,
        str(OrganisationKind(o.kind).label),
        o.name,
        o.short_name,
        o.region_code,
        o.address,
        o.phone,
        o.email,
        o.parent,
        o.kept_by_id,
    )


@prepared
def _one(*, organisation_id: UUID) -> QuerySet[Organisation, Organisation]:
    return Organisation.objects.filter(id=organisation_id)


def organisation(organisation_id: UUID) -> OrganisationInfo | None:
    found = _one(organisation_id=organisation_id)
    return _info(found[0]) if found else None


def organisations(*, kind: str = "") -> list[OrganisationInfo]:
    """All organisations of a kind (or of all kinds), by kind and short name."""
    found = Organisation.objects.order_by("kind", "short_name")
    return [_info(o) for o in (found.filter(kind=kind) if kind else found)]


def office_with_associations(office_id: UUID) -> tuple[OrganisationInfo | None, tuple[OrganisationInfo, ...]]:
    """An office, and the associations that it keeps, in one read."""
    found = [_info(o) for o in Organisation.objects.filter(Q(id=office_id) | Q(kept_by_id=office_id))]
    office = next((one for one in found if one.id == office_id), None)
    return office, tuple(one for one in found if one.kind == OrganisationKind.ASSOCIATION and one.id != office_id)


def logo_of(organisation_id: UUID) -> bytes:
    """A PNG file; b"" without one. Raises UnknownKey, FileNotFoundError."""
    found = Organisation.objects.filter(id=organisation_id).exclude(logo="").only("logo").first()
    if found is None or not found.logo:
        return b""
    with found.logo.open("rb") as stored:
        return Organisation.sealing().unseal(stored.read())


def letterhead_of(office: OrganisationInfo) -> Letterhead:
    """The head of an office's papers. Raises as `logo_of`."""
    return Letterhead(
        government=office.parent,
        office=office.name,
        short=office.short_name,
        city=city_of(office.parent, office.name),
        address=office.address,
        phone=office.phone,
        email=office.email,
        logo=logo_of(office.id),
    )


def sole_office() -> UUID | None:
    """The only office of the installation; None when there are several, or none."""
    found = Organisation.objects.filter(kind=OrganisationKind.OFFICE).values_list("id", flat=True)[:2]
    return found[0] if len(found) == 1 else None


def may_change(organisation: OrganisationInfo, by: Actor) -> bool:
    """An office is changed by its own administrators, the others by those of the office that keeps them."""
    if organisation.kind == OrganisationKind.OFFICE:
        return may_office(by, organisation.id)
    return keeps(by, organisation.kept_by, sole_office())
