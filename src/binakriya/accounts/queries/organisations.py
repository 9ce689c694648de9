"""Offices, associations and institutions."""

from dataclasses import dataclass
from uuid import UUID

from binakriya.accounts.models import Organisation, OrganisationKind


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
    )


def organisation(organisation_id: UUID) -> OrganisationInfo | None:
    found = Organisation.objects.filter(id=organisation_id).first()
    return _info(found) if found else None


def organisations(*, kind: str = "") -> list[OrganisationInfo]:
    """All organisations of a kind (or of all kinds), by kind and short name."""
    found = Organisation.objects.order_by("kind", "short_name")
    return [_info(o) for o in (found.filter(kind=kind) if kind else found)]
