"""The registry's door: which enterprise a participant comes from."""

from datetime import datetime
from uuid import UUID

from binakriya.accounts.rules import Actor
from binakriya.registry import operations as registry


def enterprise_for(
    *,
    office_id: UUID,
    business_name: str,
    owner_name: str,
    phone: str,
    product: str,
    kelurahan_code: str,
    association_id: UUID | None,
    by: Actor,
    now: datetime,
) -> UUID:
    """The enterprise that the registry knows by this, or a new one; part of the caller's transaction."""
    return registry.find_or_create_for_registration(
        office_id=office_id,
        business_name=business_name,
        owner_name=owner_name,
        phone=phone,
        product=product,
        kelurahan_code=kelurahan_code,
        association_id=association_id,
        by=by,
        now=now,
    )
