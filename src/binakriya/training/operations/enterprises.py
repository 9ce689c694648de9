"""The registry's door: which enterprise a participant comes from."""

from datetime import datetime
from uuid import UUID

from binakriya.accounts.rules import Actor
from binakriya.foundation.rules.ledger import Line
from binakriya.foundation.tables.regions import region
from binakriya.registry.operations import find_or_create_for_registration


def enterprise_for(
    *,
    office_id: UUID,
    business_name: str,
    owner_name: str,
    phone: str,
    product: str,
    kelurahan_code: str,
    association_id: UUID | None,
    person_id: UUID | None,
    by: Actor,
    now: datetime,
    told: list[Line],
) -> UUID:
    """The enterprise that the registry knows by this, or a new one; part of the caller's transaction. `told`: takes
    the ledger's line of a new one."""
    return find_or_create_for_registration(
        office_id=office_id,
        business_name=business_name,
        owner_name=owner_name,
        phone=phone,
        product=product[:120],
        kelurahan_code=kelurahan_code if region(kelurahan_code) else "",
        association_id=association_id,
        person_id=person_id,
        by=by,
        now=now,
        told=told,
    )
