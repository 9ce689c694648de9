"""What the page of a product shows of its passport."""

from uuid import UUID

from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed
from binakriya.passport.queries.live import passports
from binakriya.passport.queries.pages import SHOWN
from binakriya.products.panels import Panel


def passport_of_product(*, actor: Actor, product_id: UUID) -> Panel | None:
    """The page has checked that the actor may see the product."""
    if not actor.may(Deed.PASSPORT_READ) and not actor.may(Deed.OWN_ENTERPRISE):
        return None
    live = passports(product_ids=[product_id], on=timezone.localdate()).get(product_id)
    if live is None:
        return None
    states = [SHOWN[one.code] for one in live.stages]
    return Panel("passport/product_panel.html", {"id": product_id, "states": states})
