"""What there is to pack together."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _now

from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.foundation.rules.refusals import Refused
from binakriya.packaging.models import Specification
from binakriya.packaging.queries.classes import Group, classes_of
from binakriya.products.queries.scope import visible as visible_products
from binakriya.products.rules.facts import State as ProductState


@dataclass(frozen=True, slots=True)
class Source:
    """A choice of products. `code`: "unpacked", "measured", or the id of a class; `products`: how many there are."""

    code: str
    name: str
    products: int


def sources(by: Actor) -> tuple[Source, ...]:
    """Raises NotAllowed."""
    check_may(by, Deed.PACKAGING_WRITE)
    groups = classes_of(by)
    found = [
        Source("unpacked", _now("Sudah diukur, belum punya kemasan"), _count(_measured(by, packed=False))),
        Source("measured", _now("Semua produk yang sudah diukur"), _count(_measured(by))),
    ]
    makers = frozenset(maker for group in groups for maker in group.makers)
    counted = _measured(by, makers=makers).values_list("maker_id").annotate(n=Count("pk", distinct=True)).order_by()
    of_maker = dict(counted) if makers else {}
    for group in groups:
        found.append(Source(str(group.id), group.name, sum(of_maker.get(maker, 0) for maker in group.makers)))
    return tuple(found)


def product_ids_of(*, code: str, by: Actor) -> tuple[list[UUID], str]:
    """The products of a source, and its name. Raises NotAllowed, Refused("batch_source")."""
    check_may(by, Deed.PACKAGING_WRITE)
    if code == "unpacked":
        return _by_name(_measured(by, packed=False)), _now("Sudah diukur, belum punya kemasan")
    if code == "measured":
        return _by_name(_measured(by)), _now("Semua produk yang sudah diukur")
    group: Group | None = next((one for one in classes_of(by) if str(one.id) == code), None)
    if group is None:
        raise Refused("batch_source")
    return _by_name(_measured(by, makers=group.makers)), group.name


def _measured(by: Actor, *, packed: bool = True, makers: frozenset[UUID] | None = None) -> QuerySet[Any]:
    """Products that can be packed, once for each variant. `packed`: also those that have a specification already."""
    rows = visible_products(by).filter(
        state=ProductState.ACTIVE,
        variants__removed_at__isnull=True,
        variants__length_mm__isnull=False,
        variants__mass_g__isnull=False,
    )
    if not packed:
        rows = rows.exclude(Exists(Specification.objects.filter(product_id=OuterRef("pk"))))
    if makers is not None:
        rows = rows.filter(maker_id__in=makers)
    return rows


def _by_name(rows: QuerySet[Any]) -> list[UUID]:
    return list(dict.fromkeys(rows.order_by("name", "id").values_list("id", flat=True)))


def _count(rows: QuerySet[Any]) -> int:
    return rows.order_by().values("pk").distinct().count()
