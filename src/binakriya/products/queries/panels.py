"""The products of an enterprise, on the enterprise's page."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, Subquery

from binakriya.accounts.rules import Actor, Deed
from binakriya.products.models import Variant
from binakriya.products.queries.scope import visible
from binakriya.products.rules.facts import State
from binakriya.products.words import mass_shown, material_word, size_shown
from binakriya.registry.panels import Panel

SHOWN = 20


@dataclass(frozen=True, slots=True)
class PanelProduct:
    """`size`, `mass`: "" while nobody has measured."""

    id: UUID
    name: str
    material: str
    size: str
    mass: str
    is_sample: bool


@dataclass(frozen=True, slots=True)
class ProductsPanel:
    maker_id: UUID
    rows: tuple[PanelProduct, ...]
    more: bool
    may_write: bool


def products_panel(*, actor: Actor, enterprise_id: UUID) -> Panel | None:
    """By name, one read; None for those who may not read products."""
    if not actor.may(Deed.PRODUCTS_READ):
        return None
    # Each product with its first standing variant, in one read.
    standing = Variant.objects.filter(product_id=OuterRef("product_id"), removed_at__isnull=True)
    found = list(
        Variant.objects.filter(
            id=Subquery(standing.order_by("position", "id").values("id")[:1]),
            product__in=visible(actor).filter(maker_id=enterprise_id, state=State.ACTIVE),
        )
        .select_related("product")
        .order_by("product__name", "product_id")[: SHOWN + 1]
    )
    rows = []
    for first in found[:SHOWN]:
        one = first.product
        size = size_shown((first.length_mm, first.breadth_mm, first.height_mm), first.shape) if first.length_mm else ""
        mass = mass_shown(first.mass_g) if first.mass_g is not None else ""
        rows.append(PanelProduct(one.id, one.name, material_word(one.material), size, mass, one.is_sample))
    may_write = actor.may(Deed.PRODUCTS_WRITE)
    if not rows and not may_write:
        return None
    return Panel(
        "products/enterprise_panel.html", ProductsPanel(enterprise_id, tuple(rows), len(found) > SHOWN, may_write)
    )
