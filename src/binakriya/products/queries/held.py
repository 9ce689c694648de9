"""What is recorded of many products at once, for the rooms above, which have checked already that the actor may see
them: maker, material, first variant, photos, what is stated for labels."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Min, OuterRef, QuerySet, Subquery
from django.utils import timezone

from binakriya.foundation.prepared import prepared
from binakriya.products.models import Photo, Product, Variant
from binakriya.products.rules.facts import State
from binakriya.products.rules.particulars import Particulars, read

CHUNK = 1000


@dataclass(frozen=True, slots=True)
class HeldProduct:
    """`size_mm`, `mass_g`, `measured_on`: of the first variant that stands. `photo_on`: day of the oldest photo that
    stands. `stated`: particulars, None where nobody has stated any."""

    id: UUID
    office_id: UUID
    maker_id: UUID
    maker: str
    name: str
    kind: str
    material: str
    technique: str
    archived: bool
    is_sample: bool
    added_on: date
    variant_id: UUID | None
    size_mm: tuple[float, float, float] | None
    mass_g: float | None
    measured_on: date | None
    measured_by: str
    photos: int
    photo_on: date | None
    stated: Particulars | None


@prepared
def _products(*, ids: tuple[UUID, ...]) -> QuerySet[Product]:
    photos = Photo.objects.filter(product_id=OuterRef("pk"), removed_at__isnull=True).order_by().values("product_id")
    return (
        Product.objects.filter(id__in=ids)
        .order_by()
        .select_related("particulars")
        .annotate(
            maker_name=F("maker__name"),
            photo_count=Subquery(photos.annotate(n=Count("id")).values("n")),
            photo_at=Subquery(photos.annotate(oldest=Min("added_at")).values("oldest")),
        )
    )


@prepared
def _variants(*, ids: tuple[UUID, ...]) -> QuerySet[Variant]:
    return Variant.objects.filter(product_id__in=ids, removed_at__isnull=True).order_by("-position", "-id")


def products_held(*, product_ids: Collection[UUID]) -> dict[UUID, HeldProduct]:
    """Two reads for each thousand; unknown ids are absent."""
    wanted, found = tuple(dict.fromkeys(product_ids)), {}
    for at in range(0, len(wanted), CHUNK):
        ids = wanted[at : at + CHUNK]
        # From the last to the first, so that the first stays.
        first = {one.product_id: one for one in _variants(ids=ids)}
        for one in _products(ids=ids):
            found[one.id] = _held(one, first.get(one.id))
    return found


def _held(one: Any, first: Variant | None) -> HeldProduct:
    # Of the read above: a product with what it is annotated with.
    sides = (first.length_mm, first.breadth_mm, first.height_mm) if first else (None,)
    size = tuple(float(side) for side in sides if side is not None)
    return HeldProduct(
        id=one.id,
        office_id=one.office_id,
        maker_id=one.maker_id,
        maker=one.maker_name,
        name=one.name,
        kind=one.kind,
        material=one.material,
        technique=one.technique,
        archived=one.state == State.ARCHIVED,
        is_sample=one.is_sample,
        added_on=timezone.localdate(one.created_at),
        variant_id=first.id if first else None,
        size_mm=(size[0], size[1], size[2]) if len(size) == 3 else None,
        mass_g=float(first.mass_g) if first and first.mass_g is not None else None,
        measured_on=first.measured_on if first else None,
        measured_by=first.measured_by if first else "",
        photos=one.photo_count or 0,
        photo_on=timezone.localdate(one.photo_at) if one.photo_at else None,
        stated=read(given.content) if (given := getattr(one, "particulars", None)) else None,
    )


def products_changed_since(moment: datetime) -> set[UUID]:
    """Products of which anything was written since: photos, sizes and papers move the product's own moment."""
    return set(Product.objects.filter(updated_at__gte=moment).values_list("id", flat=True))


def product_ids_since(moment: datetime | None) -> set[UUID]:
    """Products that are made still and were written since; all of them without a moment."""
    rows = Product.objects.filter(state=State.ACTIVE)
    return set((rows.filter(updated_at__gte=moment) if moment else rows).values_list("id", flat=True))
