"""Products follow their maker when it is merged; see `registry.followers`."""

from typing import Any
from uuid import UUID

from binakriya.products.models import Product


def move(*, kept_id: UUID, gone_id: UUID) -> list[str]:
    """The ids of the products that went along."""
    ids = [str(i) for i in Product.objects.filter(maker_id=gone_id).values_list("id", flat=True)]
    Product.objects.filter(id__in=ids).update(maker_id=kept_id)
    return ids


def move_back(*, moved: Any, kept_id: UUID, gone_id: UUID) -> None:
    """Those that the kept one still has; what went elsewhere since stays there."""
    Product.objects.filter(id__in=moved, maker_id=kept_id).update(maker_id=gone_id)
