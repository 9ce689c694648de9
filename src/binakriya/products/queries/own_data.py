"""What the room holds about a person, for the copy of their own data."""

from typing import Any
from uuid import UUID

from binakriya.products.models import Product
from binakriya.registry.queries import enterprises_of_person


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def products_of_person(*, person_id: UUID) -> list[dict[str, Any]]:
    """The products of the enterprises that the account cares for, whole, as JSON-able values, oldest first."""
    makers = {card.id: card.name for card in enterprises_of_person(person_id)}
    rows = (
        Product.objects.filter(maker_id__in=makers)
        .prefetch_related("variants", "photos", "evidence__drops")
        .order_by("created_at", "id")
    )
    return [
        {
            "id": str(one.id),
            "maker": makers[one.maker_id],
            "name": one.name,
            "kind": one.kind,
            "material": one.material,
            "form": one.form,
            "technique": one.technique,
            "note": one.note,
            "state": one.state,
            "created_at": one.created_at.isoformat(),
            "variants": [
                {
                    "name": v.name,
                    "sku": v.sku,
                    "shape": v.shape,
                    "length_mm": _text(v.length_mm),
                    "breadth_mm": _text(v.breadth_mm),
                    "height_mm": _text(v.height_mm),
                    "mass_g": _text(v.mass_g),
                    "outline_mm": v.outline,
                    "measured_by": v.measured_by,
                    "measured_on": v.measured_on.isoformat() if v.measured_on else None,
                }
                for v in one.variants.all()
                if v.removed_at is None
            ],
            "photos": [
                {"caption": p.caption, "alt": p.alt, "added_at": p.added_at.isoformat()}
                for p in one.photos.all()
                if p.removed_at is None
            ],
            "evidence": [
                {
                    "method": e.method,
                    "declared_g": e.declared_g,
                    "source": e.source,
                    "tested_on": e.tested_on.isoformat(),
                    "drops": [{"height_mm": str(d.height_mm), "failed": d.failed} for d in e.drops.all()],
                }
                for e in one.evidence.all()
                if e.removed_at is None
            ],
        }
        for one in rows
    ]
