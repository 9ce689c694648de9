"""One enterprise, held until the transaction ends."""

from uuid import UUID

from binakriya.accounts.rules import Actor, check_office
from binakriya.registry.models import Enterprise, EnterpriseState
from binakriya.registry.rules.refusals import Refused

KIND = "registry.enterprise"


def held(enterprise_id: UUID, by: Actor) -> Enterprise:
    """The enterprise of the actor's office; raises Refused("unknown")."""
    found = Enterprise.objects.select_for_update().filter(id=enterprise_id).first()
    if found is None:
        raise Refused("unknown")
    check_office(by, found.office_id)
    return found


def check_active(enterprise: Enterprise) -> None:
    """Raises Refused("not_active")."""
    if enterprise.state != EnterpriseState.ACTIVE:
        raise Refused("not_active")
