"""A whole class: a specification for each product that can have one, and for each other one why it cannot."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.engines.protection import InputError, MissingValueError, Product
from binakriya.packaging.operations.specifications import save_version
from binakriya.packaging.queries.office import request_for
from binakriya.packaging.rules.reading import InputRefusedError, read_journey
from binakriya.packaging.rules.recommend import Request, recommend
from binakriya.packaging.rules.specification import specification
from binakriya.packaging.rules.words import Said, say
from binakriya.products.queries import ProductForPacking, products_for_packing


@dataclass(frozen=True, slots=True)
class BatchLine:
    """`version_id` of the new draft, or `why` there is none."""

    product_id: UUID
    title: str
    version_id: UUID | None
    why: Said | None = None


def specify_many(
    *,
    by: Actor,
    now: datetime,
    journey: str = "courier",
    product_ids: Iterable[UUID] | None = None,
    quantity: int = 100,
    is_sample: bool = False,
) -> list[BatchLine]:
    """The recommended pack of each product as a draft. Nothing is lost where one cannot be packed: its line says why.
    Raises NotAllowed, InputRefusedError (an unknown journey)."""
    check_may(by, Deed.PACKAGING_WRITE)
    legs = read_journey(journey)
    today = timezone.localdate(now)
    lines = []
    stocks: dict[UUID, Request] = {}
    for one in products_for_packing(by=by, product_ids=product_ids):
        product, why = _product(one)
        if product is None:
            lines.append(BatchLine(one.product_id, one.title, None, why))
            continue
        try:
            if one.office_id not in stocks:
                stocks[one.office_id] = request_for(
                    office_id=one.office_id, product=product, journey=legs, on=today, quantity=quantity
                )
            found = recommend(replace(stocks[one.office_id], product=product))
        except (InputError, MissingValueError) as error:
            lines.append(BatchLine(one.product_id, one.title, None, InputRefusedError.of(error).said))
            continue
        if found.best is None:
            lines.append(BatchLine(one.product_id, one.title, None, found.notes[-1] if found.notes else None))
            continue
        version_id = save_version(
            variant_id=one.variant_id,
            journey=journey,
            content=specification(found, name=one.title),
            by=by,
            now=now,
            nonce=f"batch {now.isoformat()}",
            is_sample=is_sample,
        )
        lines.append(BatchLine(one.product_id, one.title, version_id))
    return lines


def _product(one: ProductForPacking) -> tuple[Product | None, Said | None]:
    if one.missing:
        field = one.missing[0]
        return None, say("error.missing", field=f"@field.{field}", how=f"@how.{field}")
    try:
        return one.product(), None
    except InputError as error:
        return None, Said.of_message(error.message)
