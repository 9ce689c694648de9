"""The labels of many products at once, for the rooms above, which have checked already that the actor may see them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from binakriya.packaging.models import LabelDesign
from binakriya.packaging.rules.labels import LabelState

CHUNK = 500


@dataclass(frozen=True, slots=True)
class HeldLabel:
    """The label that counts for a destination: the newest finished one, else the draft. `missing`: keys of what rules
    in force demanded and it lacked when it was made. `number`: 0 of a draft. `at`: when it came into its state."""

    product_id: UUID
    label_id: UUID
    destination: str
    final: bool
    missing: tuple[str, ...]
    number: int
    at: datetime


def labels_held(*, product_ids: Collection[UUID]) -> dict[UUID, tuple[HeldLabel, ...]]:
    """By product; those without a label are absent, withdrawn ones are left out. One read for each five hundred."""
    ids = list(dict.fromkeys(product_ids))
    found: dict[tuple[UUID, str], HeldLabel] = {}
    for at in range(0, len(ids), CHUNK):
        rows = LabelDesign.objects.filter(product_id__in=ids[at : at + CHUNK]).exclude(state=LabelState.WITHDRAWN.value)
        for row in rows.defer("content", "options").order_by("product_id", "destination", "id"):
            one = HeldLabel(
                product_id=row.product_id,
                label_id=row.id,
                destination=row.destination,
                final=row.state == LabelState.FINAL,
                missing=tuple(row.missing),
                number=row.number or 0,
                at=row.finished_at or row.made_at,
            )
            key = (row.product_id, row.destination)
            if key not in found or one.number > found[key].number:
                found[key] = one
    held: dict[UUID, tuple[HeldLabel, ...]] = {}
    for (product_id, _destination), one in found.items():
        held[product_id] = (*held.get(product_id, ()), one)
    return held


def labels_changed_since(moment: datetime) -> set[UUID]:
    """Products of which a label was saved, finished or withdrawn since."""
    moved = Q(made_at__gte=moment) | Q(finished_at__gte=moment) | Q(withdrawn_at__gte=moment)
    return set(LabelDesign.objects.filter(moved).values_list("product_id", flat=True))
