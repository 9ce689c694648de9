"""Rows of products and variants, made and compared; part of other operations."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from binakriya.accounts.rules import Actor, Refused
from binakriya.foundation.operations import record
from binakriya.products.models import Product, Variant
from binakriya.products.operations.reach import KIND
from binakriya.products.rules.facts import (
    Measured,
    ProductFacts,
    check_day,
    check_density,
    checked_size,
    has_letters,
    tidy,
)

FACT_FIELDS = ("name", "kind", "material", "form", "technique", "note")


def say(
    action: str,
    product: Product,
    *,
    by: Actor,
    now: datetime,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """The ledger's line about a product, in its office."""
    record(
        by=by,
        now=now,
        office_id=product.office_id,
        action=action,
        kind=KIND,
        object_id=product.id,
        label=product.name,
        before=before,
        after=after,
    )


def facts_said(product: Product) -> dict[str, Any]:
    """For the ledger: what is known, without what is empty."""
    return {name: value for name in FACT_FIELDS if (value := getattr(product, name))}


def set_facts(product: Product, facts: ProductFacts) -> None:
    for name in FACT_FIELDS:
        setattr(product, name, getattr(facts, name))


def set_measured(variant: Variant, measured: Measured, *, today: date) -> None:
    """Raises Refused: measurer_needed, shape_unknown, not_round, too_heavy, too_light, day_to_come, outline_…"""
    size = checked_size(measured.size)
    check_density(size, measured.mass)
    check_day(measured.on, today)
    variant.shape = size.shape
    variant.length_mm, variant.breadth_mm, variant.height_mm = size.length, size.breadth, size.height
    variant.outline = [list(point) for point in size.outline]
    variant.mass_g = measured.mass
    variant.measured_by, variant.measured_on = tidy(measured.who, 120), measured.on
    variant.measured_how, variant.note = measured.how.value, tidy(measured.note, 500)
    if not has_letters(variant.measured_by):
        raise Refused("measurer_needed")


def _plain(value: Decimal | None) -> str:
    """`230` for 230 and for 230.0: as typed and as the database gives it back."""
    return "" if value is None else f"{value.normalize():f}"


def measured_said(variant: Variant) -> dict[str, Any]:
    """For the ledger; {} while nobody has measured."""
    if variant.length_mm is None:
        return {}
    said: dict[str, Any] = {
        "shape": variant.shape,
        "size": [_plain(side) for side in (variant.length_mm, variant.breadth_mm, variant.height_mm)],
        "measured_by": variant.measured_by,
        "measured_on": str(variant.measured_on),
        "measured_how": variant.measured_how,
    }
    if variant.mass_g is not None:
        said["mass"] = _plain(variant.mass_g)
    if variant.outline:
        said["outline"] = len(variant.outline)
    return said


def touch(product: Product, now: datetime) -> None:
    Product.objects.filter(id=product.id).update(updated_at=max(now, product.created_at))


def kept_variants(product_id: UUID) -> list[Variant]:
    return list(Variant.objects.filter(product_id=product_id, removed_at__isnull=True))
