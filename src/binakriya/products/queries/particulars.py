"""Particulars of products: of one for its form, in bulk for the rooms above."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from binakriya.accounts.rules import Actor
from binakriya.products.models import ProductParticulars
from binakriya.products.queries.scope import seen
from binakriya.products.rules.particulars import Particulars, read
from binakriya.products.rules.seen import mark_of

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Stated:
    """`mark`: of what the form of changing shows."""

    given: Particulars
    mark: str
    by: str
    at: datetime | None


def stated(*, product_id: UUID, by: Actor) -> Stated:
    """Raises NotAllowed, Product.DoesNotExist."""
    seen(product_id, by)
    row = ProductParticulars.objects.filter(product_id=product_id).first()
    if row is None:
        return Stated(Particulars(), mark_of({}), "", None)
    return Stated(read(row.content), row.mark, row.changed_by, row.changed_at)


def particulars_of(*, product_ids: Collection[UUID]) -> dict[UUID, Particulars]:
    """What is stated of each; a product of which nothing is stated is absent. For rooms above, which have checked
    already that the actor may see the products."""
    ids = list(product_ids)
    found: dict[UUID, Particulars] = {}
    for at in range(0, len(ids), CHUNK):
        for row in ProductParticulars.objects.filter(product_id__in=ids[at : at + CHUNK]):
            found[row.product_id] = read(row.content)
    return found


def particulars_changed_since(moment: datetime) -> set[UUID]:
    """Products of which something was stated since."""
    return set(ProductParticulars.objects.filter(changed_at__gte=moment).values_list("product_id", flat=True))
