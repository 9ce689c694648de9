"""Whose product it is: permission and lock, the first line of nearly every operation."""

from uuid import UUID

from binakriya.accounts.rules import Actor, Deed, NotAllowed, Refused
from binakriya.products.models import Product
from binakriya.products.queries.scope import maker_for, may_change, visible
from binakriya.products.rules.facts import State
from binakriya.registry.queries import EnterpriseCard

KIND = "products.product"


def check_may_write(by: Actor) -> None:
    """Raises NotAllowed for those who write no products at all."""
    if not by.may(Deed.PRODUCTS_WRITE) and not by.may(Deed.OWN_ENTERPRISE):
        raise NotAllowed(Deed.PRODUCTS_WRITE)


def held(product_id: UUID, by: Actor, *, archived: bool = False) -> Product:
    """The product, locked to the end of the transaction. Raises NotAllowed, Product.DoesNotExist (also for one out of
    reach), Refused("archived") unless `archived` ones are meant too."""
    check_may_write(by)
    if not visible(by).filter(id=product_id).exists():
        raise Product.DoesNotExist
    product = Product.objects.select_for_update(no_key=True).get(id=product_id)
    if not may_change(by, product):
        raise NotAllowed(Deed.PRODUCTS_WRITE)
    if product.state == State.ARCHIVED and not archived:
        raise Refused("archived")
    return product


def maker_of(maker_id: UUID, by: Actor) -> EnterpriseCard:
    """The enterprise that gets the product. Raises NotAllowed, Refused: maker_unknown, maker_inactive."""
    check_may_write(by)
    card = maker_for(maker_id, by)
    if card is None:
        raise Refused("maker_unknown")
    if card.state != "active":
        raise Refused("maker_inactive")
    return card
