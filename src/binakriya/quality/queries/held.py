"""What assessors found of products, in bulk, for the rooms above."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from binakriya.quality.models import ProductResult

CHUNK = 5000


@dataclass(frozen=True, slots=True)
class HeldQuality:
    """The newest result of a product: of the round held last, as it was closed last. Points 0 to 100; `low`, `high`
    None where one assessor alone tells nothing of the error. `failed`: gates that failed; `unsettled`: neither passed
    nor failed yet. `criteria`: mean score by criterion, on the scale of the rubric."""

    round_id: UUID
    round: str
    held_on: date
    closed_at: datetime
    rubric_version_id: UUID
    rubric: str
    fair: float | None
    low: float | None
    high: float | None
    failed: tuple[str, ...]
    unsettled: tuple[str, ...]
    assessors: int
    criteria: dict[str, float]

    @property
    def gates_passed(self) -> bool:
        """Every gate of the rubric was seen to pass."""
        return not self.failed and not self.unsettled


def quality_held(*, product_ids: Collection[UUID]) -> dict[UUID, HeldQuality]:
    """Products without a result are absent. For rooms above, which have checked that the actor may see the products.
    One read for each 5,000."""
    ids = list(product_ids)
    found: dict[UUID, HeldQuality] = {}
    for at in range(0, len(ids), CHUNK):
        rows = (
            ProductResult.objects.filter(product_id__in=ids[at : at + CHUNK])
            .order_by("result__round__held_on", "result__made_at", "id")
            .annotate(
                round_id=F("result__round_id"),
                round=F("result__round__title"),
                held_on=F("result__round__held_on"),
                closed_at=F("result__made_at"),
                rubric=F("version__rubric__title"),
            )
        )
        for one in rows.iterator():
            found[one.product_id] = HeldQuality(
                one.round_id,
                one.round,
                one.held_on,
                one.closed_at,
                one.version_id,
                one.rubric,
                one.fair,
                one.low,
                one.high,
                tuple(sorted(key for key, state in one.gates.items() if state == "fail")),
                tuple(sorted(key for key, state in one.gates.items() if state not in ("pass", "fail"))),
                one.assessors,
                dict(one.criteria),
            )
    return found


def quality_changed_since(moment: datetime) -> set[UUID]:
    """Products that got a result since."""
    rows = ProductResult.objects.filter(result__made_at__gte=moment)
    return set(rows.values_list("product_id", flat=True))
