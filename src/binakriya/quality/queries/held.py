"""What assessors found of products, in bulk, for the rooms above."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from binakriya.foundation.prepared import prepared
from binakriya.quality.models import ProductResult

CHUNK = 5000


@dataclass(frozen=True, slots=True)
class HeldQuality:
    """The newest result of a product: of the round held last, as it was closed last. Points 0 to 100; `low`, `high`
    None where one assessor alone tells nothing of the error. `failed`: gates that failed; `unsettled`: neither passed
    nor failed yet; `passed`: seen to pass. `criteria`: mean score by criterion, on the scale of the rubric."""

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
    passed: tuple[str, ...]
    assessors: int
    criteria: dict[str, float]

    @property
    def gates_passed(self) -> bool:
        """Every gate of the rubric was seen to pass; a rubric without gates has shown nothing."""
        return bool(self.passed) and not self.failed and not self.unsettled


@prepared
def _results(*, ids: tuple[UUID, ...], on: date | None) -> QuerySet[ProductResult, Any]:
    rows = ProductResult.objects.filter(product_id__in=ids)
    if on is not None:
        rows = rows.filter(result__round__held_on__lte=on)
    return rows.order_by("result__round__held_on", "result__made_at", "id").annotate(
        round_id=F("result__round_id"),
        round=F("result__round__title"),
        held_on=F("result__round__held_on"),
        closed_at=F("result__made_at"),
        rubric=F("version__rubric__title"),
    )


def quality_held(*, product_ids: Collection[UUID], on: date | None = None) -> dict[UUID, HeldQuality]:
    """Products without a result are absent. `on`: of rounds held up to that day only. For rooms above, which have
    checked that the actor may see the products.
    One read for each 5,000."""
    ids = list(product_ids)
    found: dict[UUID, HeldQuality] = {}
    for at in range(0, len(ids), CHUNK):
        for one in _results(ids=tuple(ids[at : at + CHUNK]), on=on):
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
                tuple(sorted(key for key, state in one.gates.items() if state == "pass")),
                one.assessors,
                dict(one.criteria),
            )
    return found


def quality_changed_since(moment: datetime) -> set[UUID]:
    """Products that got a result since."""
    rows = ProductResult.objects.filter(result__made_at__gte=moment)
    return set(rows.values_list("product_id", flat=True))
