"""What a maker sees of their own enterprises: their own values, whole."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from binakriya.accounts.queries import organisation
from binakriya.accounts.rules import Actor
from binakriya.foundation.rules.phones import national
from binakriya.registry.models import Enterprise, EnterpriseState, Membership
from binakriya.registry.queries.cards import enterprises_of_person, place_of
from binakriya.registry.queries.facts import facts_by_id
from binakriya.registry.queries.links import OwnRequest, own_requests


@dataclass(frozen=True, slots=True)
class OwnEnterprise:
    id: UUID
    name: str
    place: str
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    pages: tuple[str, ...]
    products: tuple[str, ...]
    nib: str
    workers: int | None
    associations: tuple[str, ...]
    office: str


@dataclass(frozen=True, slots=True)
class OwnPage:
    enterprises: tuple[OwnEnterprise, ...]
    requests: tuple[OwnRequest, ...] = ()


def own_page(*, actor: Actor) -> OwnPage:
    """Active enterprises that this account cares for, oldest first; what it asked for."""
    if actor.id is None:
        return OwnPage(())
    cards = enterprises_of_person(actor.id)
    facts = facts_by_id([c.id for c in cards])
    names = dict.fromkeys(c.office_id for c in cards)
    offices = {i: organisation(i) for i in names}
    found = []
    for card in cards:
        f, office = facts[card.id], offices[card.office_id]
        found.append(
            OwnEnterprise(
                id=card.id,
                name=card.name,
                place=card.place,
                phones=tuple(national(p) for p in f.phones),
                emails=f.emails,
                pages=f.pages,
                products=f.products,
                nib=f.nib,
                workers=f.workers,
                associations=card.associations,
                office=office.short_name if office else "",
            )
        )
    return OwnPage(tuple(found), own_requests(actor.id))


@dataclass(frozen=True, slots=True)
class OwnEdit:
    """`initial`: what the form begins from."""

    id: UUID
    name: str
    place: str
    associations: tuple[str, ...]
    initial: dict[str, Any]


def own_edit(*, actor: Actor, enterprise_id: UUID) -> OwnEdit | None:
    """None for an enterprise that is not the actor's own, or not active."""
    if actor.id is None:
        return None
    own = Enterprise.objects.filter(id=enterprise_id, state=EnterpriseState.ACTIVE, linked__person_id=actor.id)
    if not own.exists():
        return None
    facts = facts_by_id([enterprise_id])[enterprise_id]
    groups = Membership.objects.filter(enterprise_id=enterprise_id).values_list("association__short_name", flat=True)
    return OwnEdit(
        enterprise_id,
        facts.name,
        place_of(facts.region_code, facts.place),
        tuple(groups),
        {
            "phones": "\n".join(national(p) for p in facts.phones),
            "emails": "\n".join(facts.emails),
            "pages": "\n".join(facts.pages),
            "products": "\n".join(facts.products),
        },
    )
