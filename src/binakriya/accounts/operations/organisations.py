"""Offices, associations and institutions."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from binakriya.accounts.models import Organisation, OrganisationKind, Person
from binakriya.accounts.queries.organisations import sole_office
from binakriya.accounts.rules import Actor, Deed, NotAllowed, Refused, check_may, check_office
from binakriya.accounts.rules.people import keeps
from binakriya.foundation.operations import record
from binakriya.foundation.rules.ledger import changes

FIELDS = ("name", "short_name", "region_code", "address", "phone", "email", "parent")


def _values(organisation: Organisation) -> dict[str, str]:
    return {field: getattr(organisation, field) for field in FIELDS}


def _office_of(organisation: Organisation) -> UUID | None:
    return organisation.id if organisation.kind == OrganisationKind.OFFICE else organisation.kept_by_id


def check_may_change(organisation: Organisation, by: Actor) -> None:
    """An office is changed by its own administrators, others by those of the office that keeps them. Raises
    NotAllowed."""
    if organisation.kind == OrganisationKind.OFFICE:
        check_office(by, organisation.id)
    elif not keeps(by, organisation.kept_by_id, sole_office()):
        raise NotAllowed("office")


def create_organisation(
    *,
    kind: str,
    name: str,
    short_name: str,
    by: Actor,
    now: datetime,
    region_code: str = "",
    address: str = "",
    phone: str = "",
    email: str = "",
    parent: str = "",
) -> UUID:
    """Kept by the actor's office, which alone may change it. When a second office comes, what nobody kept until then
    is the first one's. Raises NotAllowed, and Refused("short_name_taken") when the kind already has that short name."""
    check_may(by, Deed.PEOPLE_MANAGE)
    if not 0 < len(name.strip()) <= 200 or not 0 < len(short_name.strip()) <= 60:
        raise Refused("name_length")
    organisation = Organisation(
        kind=OrganisationKind(kind),
        name=name,
        short_name=short_name,
        region_code=region_code,
        address=address,
        phone=phone,
        email=email,
        parent=parent,
        kept_by_id=by.office_id,
        created_at=now,
    )
    try:
        with transaction.atomic():
            if organisation.kind == OrganisationKind.OFFICE and (first := sole_office()):
                Organisation.objects.filter(kept_by=None).exclude(id=first).update(kept_by=first)
                Person.objects.filter(cared_by=None).update(cared_by=first)
            organisation.save(force_insert=True)
            record(
                by=by,
                now=now,
                action="accounts.organisation_created",
                kind="accounts.organisation",
                object_id=organisation.id,
                label=organisation.name,
                after={"kind": kind, **_values(organisation)},
                office_id=by.office_id or _office_of(organisation),
            )
    except IntegrityError as error:
        raise Refused("short_name_taken") from error
    return organisation.id


def change_organisation(*, organisation_id: UUID, values: dict[str, str], by: Actor, now: datetime) -> None:
    """`values`: any of FIELDS. An office is changed by its own administrators only. Raises NotAllowed, Refused."""
    check_may(by, Deed.PEOPLE_MANAGE)
    try:
        with transaction.atomic():
            organisation = Organisation.objects.select_for_update().get(id=organisation_id)
            check_may_change(organisation, by)
            before = _values(organisation)
            for field in FIELDS:
                if field in values:
                    setattr(organisation, field, values[field])
            old, new = changes(before, _values(organisation))
            if not new:
                return
            organisation.save()
            record(
                by=by,
                now=now,
                action="accounts.organisation_changed",
                kind="accounts.organisation",
                object_id=organisation.id,
                label=organisation.name,
                before=old,
                after=new,
                office_id=by.office_id or _office_of(organisation),
            )
    except IntegrityError as error:
        raise Refused("short_name_taken") from error
