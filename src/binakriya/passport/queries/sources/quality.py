"""Evidence that the room of quality holds: the newest result of assessors up to a day."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from binakriya.passport.rules.evaluate import Evidence
from binakriya.quality.queries.held import HeldQuality, quality_held


def scores(product_ids: Collection[UUID], on: date) -> dict[UUID, list[Evidence]]:
    return {key: _of(one) for key, one in quality_held(product_ids=product_ids, on=on).items()}


def _of(one: HeldQuality) -> list[Evidence]:
    """`fair`: a share of 1. Gates count only when each was seen to pass. The id of the round tells a result from the
    one before it."""
    says = {"who": one.round, "number": str(one.round_id)}
    found = [Evidence("quality", "assessed", one.held_on, says=says | {"assessors": one.assessors})]
    if one.fair is not None:
        points = says | {"points": round(one.fair, 1)}
        found.append(Evidence("quality", "fair", one.held_on, level=one.fair / 100, says=points))
    if one.gates_passed:
        found.append(Evidence("quality", "gates", one.held_on, says=says))
    return found
