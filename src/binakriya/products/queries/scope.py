"""Which products an actor's work reaches.

The office's own; a maker's own; and for whoever works for no office, those of the enterprises that a room above says
they work with (a practitioner: those in their activities):

    from binakriya.products.queries.scope import add_reach

    def taught_by(*, actor: Actor) -> Collection[UUID]: ...   # ids of enterprises
    add_reach(taught_by)
"""

from collections.abc import Callable, Collection
from uuid import UUID

from django.db.models import Q, QuerySet

from binakriya.accounts.rules import Actor, Deed, NotAllowed
from binakriya.products.models import Product
from binakriya.registry.queries import (
    EnterpriseCard,
    enterprise_card,
    enterprise_ids_of_person,
    enterprises_of_person,
)

Reach = Callable[..., Collection[UUID]]
_REACHES: list[Reach] = []


def add_reach(reach: Reach) -> None:
    """`reach(actor=…)` answers with ids of enterprises; adding it twice changes nothing."""
    if reach not in _REACHES:
        _REACHES.append(reach)


def reached_makers(actor: Actor) -> set[UUID]:
    """Enterprises outside an office's own work that the actor works with."""
    if actor.id is None or actor.office_id is not None or not actor.may(Deed.PRODUCTS_WRITE):
        return set()
    return {found for reach in _REACHES for found in reach(actor=actor)}


def own_makers(actor: Actor) -> list[EnterpriseCard]:
    """The enterprises that the account itself cares for, oldest first."""
    if actor.id is None or not actor.may(Deed.OWN_ENTERPRISE):
        return []
    return enterprises_of_person(actor.id)


def own_maker_ids(actor: Actor) -> list[UUID]:
    """The same by their ids alone: one read."""
    if actor.id is None or not actor.may(Deed.OWN_ENTERPRISE):
        return []
    return enterprise_ids_of_person(person_id=actor.id)


def visible(by: Actor) -> QuerySet[Product]:
    """Raises NotAllowed."""
    reads, owns = by.may(Deed.PRODUCTS_READ), by.may(Deed.OWN_ENTERPRISE)
    if not reads and not owns:
        raise NotAllowed(Deed.PRODUCTS_READ)
    if by.system:
        return Product.objects.all()
    asked = Q(pk__in=[])
    if reads and by.office_id:
        asked |= Q(office_id=by.office_id)
    if reads and (taught := reached_makers(by)):
        asked |= Q(maker_id__in=taught)
    if owns and (own := own_maker_ids(by)):
        asked |= Q(maker_id__in=own)
    return Product.objects.filter(asked)


def may_change(by: Actor, product: Product) -> bool:
    """Whether what the actor sees is also theirs to write."""
    if by.may(Deed.PRODUCTS_WRITE) and (
        by.system
        or (by.office_id is not None and by.office_id == product.office_id)
        or product.maker_id in reached_makers(by)
    ):
        return True
    return product.maker_id in own_maker_ids(by)


def may_test(by: Actor) -> bool:
    """Evidence is the office's own: a maker's word alone does not change what a pack must withstand."""
    return by.may(Deed.PRODUCTS_WRITE)


def maker_for(maker_id: UUID, by: Actor) -> EnterpriseCard | None:
    """The active enterprise that the actor may add products to; where it was merged, the one that it went to."""
    card = enterprise_card(maker_id)
    while card is not None and card.merged_into is not None:
        card = enterprise_card(card.merged_into)
    if card is None:
        return None
    if by.may(Deed.PRODUCTS_WRITE) and (
        by.system or (by.office_id is not None and by.office_id == card.office_id) or card.id in reached_makers(by)
    ):
        return card
    return card if card.id in own_maker_ids(by) else None


def seen(product_id: UUID, by: Actor) -> Product:
    """Raises NotAllowed, Product.DoesNotExist (also for one out of reach)."""
    return visible(by).get(id=product_id)
