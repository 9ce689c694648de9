"""Readings of personal data that leave a line in the ledger."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from binakriya.accounts.rules import Actor, Deed, check_may, check_office
from binakriya.foundation.operations import record_reading
from binakriya.foundation.rules.phones import national
from binakriya.training.models import Registration


def reveal_phone(*, registration_id: UUID, reason: str, by: Actor, now: datetime) -> str:
    """A participant's phone as dialled, "" when none is known. Nobody gets it without the line that says so.

    Raises NotAllowed, Registration.DoesNotExist.
    """
    check_may(by, Deed.REGISTRY_REVEAL)
    with transaction.atomic():
        one = Registration.objects.select_related("activity").get(id=registration_id)
        check_office(by, one.activity.office_id)
        record_reading(
            by=by,
            now=now,
            kind="training.registration",
            object_id=one.id,
            fields=["phone"],
            reason=reason,
            label=one.name,
        )
    return national(one.phone) if one.phone else ""
