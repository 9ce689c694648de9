"""What the training holds about a person, for the copy of their own data."""

from typing import Any
from uuid import UUID

from binakriya.training.models import Registration


def registrations_of(*, person_id: UUID) -> list[dict[str, Any]]:
    """Their registrations with what was told, attended and certified, as JSON-able values, oldest first."""
    found = (
        Registration.objects.filter(person_id=person_id)
        .select_related("activity")
        .prefetch_related("certificates")
        .order_by("registered_at", "id")
    )
    return [
        {
            "activity": one.activity.title,
            "starts_on": one.activity.starts_on.isoformat(),
            "name": one.name,
            "phone": one.phone,
            "business_name": one.business_name,
            "product": one.product,
            "kelurahan_code": one.kelurahan_code,
            "state": one.state,
            "told_and_agreed": one.consents,
            "registered_at": one.registered_at.isoformat(),
            "certificates": [
                {"number": c.number, "state": c.state, "holder": c.holder} for c in one.certificates.all()
            ],
        }
        for one in found
    ]
