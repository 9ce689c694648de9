"""Adding, changing, archiving enterprises; reading what is masked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from binakriya.accounts.rules import Actor, Deed, NotAllowed, check_may, check_office
from binakriya.foundation.operations import record, record_many, record_reading
from binakriya.foundation.rules.ledger import Line
from binakriya.registry.models import Enterprise, EnterpriseState, LinkedPerson
from binakriya.registry.operations.holding import KIND, check_active, held
from binakriya.registry.operations.writing import build, mark_uncompared, overwrite, save
from binakriya.registry.queries.facts import facts_by_id
from binakriya.registry.rules.facts import Facts, check, differences, for_ledger, tidy
from binakriya.registry.rules.links import Way
from binakriya.registry.rules.refusals import Refused


def create_enterprise(
    *,
    facts: Facts,
    office_id: UUID,
    by: Actor,
    now: datetime,
    memberships: Sequence[tuple[UUID, str]] = (),
    person_id: UUID | None = None,
    reason: str = "",
    enterprise_id: UUID | None = None,
) -> UUID:
    """Add an enterprise to an office's registry. `memberships`: association and member number. `enterprise_id`: the id
    that the form was given, so that the same form sent twice makes one enterprise. Raises NotAFact."""
    check_may(by, Deed.REGISTRY_WRITE)
    check_office(by, office_id)
    try:
        with transaction.atomic():
            if enterprise_id and _made_already(enterprise_id, by):
                return enterprise_id
            return create(facts, office_id, by, now, memberships, person_id, reason, enterprise_id)
    except IntegrityError:
        # The other of two equal forms was faster by a moment.
        if enterprise_id and _made_already(enterprise_id, by):
            return enterprise_id
        raise


def _made_already(enterprise_id: UUID, by: Actor) -> bool:
    office_id = Enterprise.objects.filter(id=enterprise_id).values_list("office_id", flat=True).first()
    if office_id is None:
        return False
    check_office(by, office_id)
    return True


def create(
    facts: Facts,
    office_id: UUID,
    by: Actor,
    now: datetime,
    memberships: Sequence[tuple[UUID, str]],
    person_id: UUID | None,
    reason: str,
    enterprise_id: UUID | None = None,
    told: list[Line] | None = None,
) -> UUID:
    """A new enterprise with its ledger line; permission is the caller's care. `person_id`: the account that cares for
    it; what an account brought in itself stays marked as such until an officer confirms it. What somebody wrote who may
    not write the registry waits for an officer's look. `told`: takes the line, for the caller to write with its own."""
    built = build(facts, office_id=office_id, now=now, memberships=memberships, enterprise_id=enterprise_id)
    built.enterprise.unchecked = not by.may(Deed.REGISTRY_WRITE)
    # No savepoint: within a registration it is two trips less while others wait, and what fails here undoes it all.
    with transaction.atomic(savepoint=False):
        save([built])
        if person_id is not None:
            LinkedPerson.objects.create(
                enterprise_id=built.enterprise.id,
                person_id=person_id,
                way=Way.OFFICER if by.may(Deed.REGISTRY_WRITE) else Way.REGISTERED,
                by=by.label[:120],
                at=now,
            )
        line = Line("registry.created", KIND, str(built.enterprise.id), built.facts.name, after=for_ledger(built.facts))
        if told is None:
            record_many(by=by, now=now, office_id=office_id, reason=reason, lines=[line])
        else:
            told.append(line)
    return built.enterprise.id


def change_enterprise(
    *,
    enterprise_id: UUID,
    facts: Facts,
    by: Actor,
    now: datetime,
    seen_at: datetime | None = None,
    reason: str = "",
) -> bool:
    """Replace the facts by `facts` (whole). `seen_at`: the `updated_at` that the form was made from; when someone else
    changed the enterprise since, raises Refused("changed_meanwhile"). False when nothing differs."""
    check_may(by, Deed.REGISTRY_WRITE)
    with transaction.atomic():
        enterprise = held(enterprise_id, by)
        check_active(enterprise)
        if seen_at is not None and enterprise.updated_at != seen_at:
            raise Refused("changed_meanwhile")
        # An officer who corrects it has looked at it.
        Enterprise.objects.filter(id=enterprise_id).update(unchecked=False)
        return _overwrite(enterprise, facts, by=by, now=now, reason=reason)


def check_enterprise(*, enterprise_id: UUID, by: Actor, now: datetime) -> bool:
    """An officer has looked at what came with a registration: from now on it counts in figures. False when someone had
    before."""
    check_may(by, Deed.REGISTRY_WRITE)
    with transaction.atomic():
        enterprise = held(enterprise_id, by)
        check_active(enterprise)
        if not enterprise.unchecked:
            return False
        Enterprise.objects.filter(id=enterprise_id).update(unchecked=False)
        record(
            by=by,
            now=now,
            action="registry.checked",
            kind=KIND,
            object_id=enterprise_id,
            label=enterprise.name,
        )
    return True


def _overwrite(enterprise: Enterprise, facts: Facts, *, by: Actor, now: datetime, reason: str) -> bool:
    before = facts_by_id([enterprise.id])[enterprise.id]
    after = tidy(facts)
    check(after)
    old, new = differences(before, after)
    if not old and not new:
        return False
    overwrite(enterprise.id, before=before, after=after, now=now)
    record(
        by=by,
        now=now,
        office_id=enterprise.office_id,
        action="registry.changed",
        kind=KIND,
        object_id=enterprise.id,
        label=after.name,
        before=old,
        after=new,
        reason=reason,
    )
    return True


def change_own_enterprise(
    *,
    enterprise_id: UUID,
    by: Actor,
    now: datetime,
    phones: Sequence[str],
    emails: Sequence[str],
    pages: Sequence[str],
    products: Sequence[str],
) -> bool:
    """A maker keeps the contacts and products of their own enterprise up to date. Raises NotAllowed for others'."""
    check_may(by, Deed.OWN_ENTERPRISE)
    with transaction.atomic():
        enterprise = Enterprise.objects.select_for_update().filter(id=enterprise_id).first()
        if by.id is None or enterprise is None:
            raise NotAllowed(Deed.OWN_ENTERPRISE)
        if not LinkedPerson.objects.filter(enterprise_id=enterprise_id, person_id=by.id).exists():
            raise NotAllowed(Deed.OWN_ENTERPRISE)
        check_active(enterprise)
        before = facts_by_id([enterprise_id])[enterprise_id]
        after = replace(
            before, phones=tuple(phones), emails=tuple(emails), pages=tuple(pages), products=tuple(products)
        )
        return _overwrite(enterprise, after, by=by, now=now, reason="")


def archive_enterprise(*, enterprise_id: UUID, by: Actor, now: datetime, reason: str = "") -> bool:
    """Take an enterprise out of lists and figures, keeping everything; False when it already is."""
    return _move(enterprise_id, EnterpriseState.ACTIVE, EnterpriseState.ARCHIVED, "registry.archived", by, now, reason)


def restore_enterprise(*, enterprise_id: UUID, by: Actor, now: datetime, reason: str = "") -> bool:
    """Undo of archiving; False when it is active already."""
    return _move(enterprise_id, EnterpriseState.ARCHIVED, EnterpriseState.ACTIVE, "registry.restored", by, now, reason)


def _move(enterprise_id: UUID, old: str, new: str, action: str, by: Actor, now: datetime, reason: str) -> bool:
    check_may(by, Deed.REGISTRY_WRITE)
    with transaction.atomic():
        enterprise = held(enterprise_id, by)
        if enterprise.state == new:
            return False
        if enterprise.state != old:
            raise Refused("not_active")
        Enterprise.objects.filter(id=enterprise_id).update(state=new, updated_at=now)
        if new == EnterpriseState.ACTIVE:
            mark_uncompared(enterprise_id)
        record(
            by=by,
            now=now,
            action=action,
            kind=KIND,
            object_id=enterprise_id,
            label=enterprise.name,
            before={"state": old},
            after={"state": new},
            reason=reason,
        )
    return True


def reveal_personal(*, enterprise_id: UUID, by: Actor, now: datetime, reason: str) -> Facts:
    """The facts unmasked; the ledger keeps that they were read, by whom and why."""
    check_may(by, Deed.REGISTRY_REVEAL)
    with transaction.atomic():
        enterprise = held(enterprise_id, by)
        record_reading(
            by=by,
            now=now,
            kind=KIND,
            object_id=enterprise_id,
            label=enterprise.name,
            fields=["nik", "born", "phones", "emails", "street"],
            reason=reason,
        )
        return facts_by_id([enterprise_id])[enterprise_id]
