"""Photos of a product, as pages show them."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from binakriya.accounts.rules import Actor
from binakriya.foundation.prepared import prepared
from binakriya.products.models import Photo, PhotoFile
from binakriya.products.queries.scope import seen
from binakriya.products.rules.photos import SIDES


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """`width`, `height`: points of the largest size. `cover`: lists show this one."""

    id: UUID
    product_id: UUID
    caption: str
    alt: str
    width: int
    height: int
    cover: bool
    sides: tuple[int, ...] = SIDES


def photo_rows(product_id: UUID) -> tuple[PhotoRow, ...]:
    """In their order; part of other queries."""
    rows = Photo.objects.filter(product_id=product_id, removed_at__isnull=True)
    return tuple(
        PhotoRow(one.id, product_id, one.caption, one.alt, one.width, one.height, n == 0) for n, one in enumerate(rows)
    )


@prepared
def _photos(*, ids: tuple[UUID, ...]) -> QuerySet[Photo]:
    return Photo.objects.filter(product_id__in=ids, removed_at__isnull=True)


def covers(product_ids: list[UUID]) -> dict[UUID, PhotoRow]:
    """The first photo of each that has any; one read."""
    found: dict[UUID, PhotoRow] = {}
    for one in _photos(ids=tuple(product_ids)) if product_ids else ():
        found.setdefault(
            one.product_id,
            PhotoRow(one.id, one.product_id, one.caption, one.alt, one.width, one.height, True),
        )
    return found


def photo_file(*, product_id: UUID, photo_id: UUID, side: int, kind: str, by: Actor) -> bytes:
    """One size as it was before it was sealed. Raises NotAllowed, Product.DoesNotExist, PhotoFile.DoesNotExist (also
    for a photo that was taken away), UnknownKey."""
    seen(product_id, by)
    row = PhotoFile.objects.get(
        photo_id=photo_id, photo__product_id=product_id, photo__removed_at__isnull=True, side=side, kind=kind
    )
    with row.file.open("rb") as stored:
        return PhotoFile.sealing().unseal(stored.read())
