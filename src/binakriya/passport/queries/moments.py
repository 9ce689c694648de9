"""How many criteria were met at a moment of the past, from what was written then."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from binakriya.passport.models import Standing

CHUNK = 1000


def met_at(*, product_ids: Collection[UUID], moment: datetime) -> int:
    """Over all of these products; for rooms above, which have checked already that the actor may see them."""
    ids, found = list(product_ids), 0
    for at in range(0, len(ids), CHUNK):
        rows = Standing.objects.filter(product_id__in=ids[at : at + CHUNK], state="met", from_at__lte=moment)
        found += rows.filter(Q(to_at__isnull=True) | Q(to_at__gt=moment)).count()
    return found
