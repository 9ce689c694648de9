"""The logo of an organisation's letterhead."""

from datetime import datetime
from functools import partial
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction

from binakriya.accounts.models import Organisation
from binakriya.accounts.operations.organisations import check_may_change
from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.accounts.rules.logos import clean_logo
from binakriya.foundation.ids import new_id
from binakriya.foundation.operations import record


def set_logo(*, organisation_id: UUID, data: bytes, by: Actor, now: datetime) -> None:
    """`data`: a PNG or JPEG file; b"" takes the logo away. Raises NotAllowed, Refused("logo_too_large",
    "logo_unreadable")."""
    check_may(by, Deed.PEOPLE_MANAGE)
    picture = clean_logo(data) if data else b""
    with transaction.atomic():
        organisation = Organisation.objects.select_for_update().get(id=organisation_id)
        check_may_change(organisation, by)
        old = str(organisation.logo.name or "")
        if not old and not picture:
            return
        storage = Organisation.sealing().storage
        organisation.logo = None
        if picture:
            sealed = ContentFile(Organisation.sealing().seal(picture))
            organisation.logo.save(f"{new_id().hex}.bin", sealed, save=False)
        organisation.save(update_fields=["logo"])
        record(
            by=by,
            now=now,
            action="accounts.logo_set" if picture else "accounts.logo_removed",
            kind="accounts.organisation",
            object_id=organisation.id,
            label=organisation.name,
            office_id=by.office_id or organisation.kept_by_id or organisation.id,
        )
        if old:
            # Only what is gone for good: a transaction that fails keeps row and file.
            transaction.on_commit(partial(storage.delete, old))
