"""Adding, changing, archiving enterprises; reading what is masked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from binakriya.accounts.rules import Actor, Deed, NotAllowed, check_may, check_office
from binakriya.foundation.ids import new_id
from binakriya.foundation.operations import record, record_reading
from binakriya.registry.indexes import contact_index
from binakriya.registry.models import Contact, Document, Enterprise, EnterpriseState, Membership, Note, Owner
from binakriya.registry.operations.writing import build, overwrite, refresh_search, save
from binakriya.registry.queries.facts import facts_by_id
from binakriya.registry.rules.facts import Facts, check, differences, for_ledger, search_words, tidy
from binakriya.registry.rules.refusals import Refused

KIND = "registry.enterprise"


def _locked(enterprise_id: UUID, by: Actor) -> Enterprise:
    """The enterprise of the actor's office, held until the transaction ends; raises Refused("unknown")."""
    found = Enterprise.objects.select_for_update().filter(id=enterprise_id).first()
    if found is None:
        raise Refused("unknown")
    check_office(by, found.office_id)
    return found


def _check_active(enterprise: Enterprise) -> None:
    if enterprise.state != EnterpriseState.ACTIVE:
        raise Refused("not_active")


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
            return _create(facts, office_id, by, now, memberships, person_id, reason, enterprise_id)
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


def _create(
    facts: Facts,
    office_id: UUID,
    by: Actor,
    now: datetime,
    memberships: Sequence[tuple[UUID, str]],
    person_id: UUID | None,
    reason: str,
    enterprise_id: UUID | None = None,
) -> UUID:
    built = build(
        facts,
        office_id=office_id,
        now=now,
        memberships=memberships,
        person_id=person_id,
        enterprise_id=enterprise_id,
    )
    with transaction.atomic():
        save([built])
        record(
            by=by,
            now=now,
            action="registry.created",
            kind=KIND,
            object_id=built.enterprise.id,
            label=built.facts.name,
            after=for_ledger(built.facts),
            reason=reason,
        )
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
        enterprise = _locked(enterprise_id, by)
        _check_active(enterprise)
        if seen_at is not None and enterprise.updated_at != seen_at:
            raise Refused("changed_meanwhile")
        return _overwrite(enterprise, facts, by=by, now=now, reason=reason)


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
        if not Owner.objects.filter(enterprise_id=enterprise_id, person_id=by.id).exists():
            raise NotAllowed(Deed.OWN_ENTERPRISE)
        _check_active(enterprise)
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
        enterprise = _locked(enterprise_id, by)
        if enterprise.state == new:
            return False
        if enterprise.state != old:
            raise Refused("not_active")
        Enterprise.objects.filter(id=enterprise_id).update(state=new, updated_at=now)
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


def add_membership(*, enterprise_id: UUID, association_id: UUID, number: str = "", by: Actor, now: datetime) -> None:
    """Note that an enterprise belongs to an association; a second time only changes the number."""
    check_may(by, Deed.REGISTRY_WRITE)
    with transaction.atomic():
        enterprise = _locked(enterprise_id, by)
        _check_active(enterprise)
        old = Membership.objects.filter(enterprise_id=enterprise_id, association_id=association_id).first()
        number = " ".join(number.split())[:40]
        if old and old.number == number:
            return
        Membership.objects.update_or_create(
            enterprise_id=enterprise_id, association_id=association_id, defaults={"number": number}
        )
        refresh_search(enterprise_id, facts_by_id([enterprise_id])[enterprise_id])
        Enterprise.objects.filter(id=enterprise_id).update(updated_at=now)
        name = Membership.objects.values_list("association__short_name", flat=True).get(
            enterprise_id=enterprise_id, association_id=association_id
        )
        record(
            by=by,
            now=now,
            action="registry.membership",
            kind=KIND,
            object_id=enterprise_id,
            label=enterprise.name,
            before={"membership": f"{name} {old.number}".strip()} if old else {},
            after={"membership": f"{name} {number}".strip()},
        )


def add_note(*, enterprise_id: UUID, text: str, by: Actor, now: datetime, note_id: UUID | None = None) -> UUID:
    """Keep what someone of the office wants to remember about an enterprise; raises Refused("empty"). `note_id`: the id
    that the form was given; sent twice it stays one note."""
    check_may(by, Deed.REGISTRY_WRITE)
    text = text.replace("\x00", "").strip()[:4000]
    if not text:
        raise Refused("empty")
    with transaction.atomic():
        enterprise = _locked(enterprise_id, by)
        if note_id and Note.objects.filter(id=note_id).exists():
            return note_id
        note = Note.objects.create(
            id=note_id or new_id(), enterprise_id=enterprise_id, text=text, by=by.label[:120], at=now
        )
        record(
            by=by,
            now=now,
            action="registry.noted",
            kind=KIND,
            object_id=enterprise_id,
            label=enterprise.name,
            after={"noted": True},
        )
    return note.id


def add_document(
    *,
    enterprise_id: UUID,
    kind: str,
    number: str,
    issued_on: date | None,
    expires_on: date | None,
    by: Actor,
    now: datetime,
    document_id: UUID | None = None,
) -> UUID:
    """Note a paper of the enterprise; raises Refused("dates_reversed"). `document_id`: as `note_id` of `add_note`."""
    check_may(by, Deed.REGISTRY_WRITE)
    if issued_on and expires_on and expires_on < issued_on:
        raise Refused("dates_reversed")
    with transaction.atomic():
        enterprise = _locked(enterprise_id, by)
        if document_id and Document.objects.filter(id=document_id).exists():
            return document_id
        document = Document.objects.create(
            id=document_id or new_id(),
            enterprise_id=enterprise_id,
            kind=kind[:40],
            number=" ".join(number.split())[:80],
            issued_on=issued_on,
            expires_on=expires_on,
        )
        record(
            by=by,
            now=now,
            action="registry.document",
            kind=KIND,
            object_id=enterprise_id,
            label=enterprise.name,
            after={
                "document": f"{document.kind} {document.number}".strip(),
                "issued_on": issued_on,
                "expires_on": expires_on,
            },
        )
    return document.id


def link_person(*, enterprise_id: UUID, person_id: UUID | None, by: Actor, now: datetime) -> None:
    """Say whose account the owner has, so that they see their enterprise under /usaha-saya/; None unties it."""
    check_may(by, Deed.REGISTRY_WRITE)
    with transaction.atomic():
        enterprise = _locked(enterprise_id, by)
        Owner.objects.update_or_create(enterprise_id=enterprise_id, defaults={"person_id": person_id})
        record(
            by=by,
            now=now,
            action="registry.person_linked",
            kind=KIND,
            object_id=enterprise_id,
            label=enterprise.name,
            after={"person": str(person_id or "")},
        )


def reveal_personal(*, enterprise_id: UUID, by: Actor, now: datetime, reason: str) -> Facts:
    """The facts unmasked; the ledger keeps that they were read, by whom and why."""
    check_may(by, Deed.REGISTRY_REVEAL)
    with transaction.atomic():
        enterprise = _locked(enterprise_id, by)
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


# --- registration to an activity --------------------------------------------------------------------------------------


def find_or_create_for_registration(
    *,
    office_id: UUID,
    business_name: str,
    owner_name: str,
    phone: str,
    by: Actor,
    now: datetime,
    product: str = "",
    kelurahan_code: str = "",
    association_id: UUID | None = None,
    person_id: UUID | None = None,
) -> UUID:
    """The enterprise that someone registers for an activity with: the office's own when the phone (E.164) and a name
    agree, or the one of the same account; a new one otherwise. Anyone may: the caller guards the registration.

    Call it inside the registration's transaction. Nothing that is known already is overwritten, nothing is told back.
    `person_id`: the account that registers; it becomes the owner's account of a new enterprise, never of one that was
    there.
    """
    found = _known(office_id, business_name, owner_name, phone, person_id)
    if found is not None:
        # Whoever types a phone and a name has not shown that they are theirs: an officer links the account
        # (link_person).
        return found
    facts = Facts(
        name=business_name.strip() or owner_name,
        owner_name=owner_name,
        phones=(phone,) if phone else (),
        products=(product,) if product else (),
        region_code=kelurahan_code,
    )
    memberships = [(association_id, "")] if association_id else []
    return _create(facts, office_id, by, now, memberships, person_id, "")


def _known(office_id: UUID, name: str, owner_name: str, phone: str, person_id: UUID | None) -> UUID | None:
    active = Enterprise.objects.filter(office_id=office_id, state=EnterpriseState.ACTIVE)
    wanted_name, wanted_owner = set(search_words(name).split()), set(search_words(owner_name).split())

    def named_alike(key: str) -> bool:
        words = set(key.split())
        return bool(wanted_name and words) and (wanted_name <= words or words <= wanted_name)

    if person_id is not None:
        mine = list(Owner.objects.filter(person_id=person_id).values_list("enterprise_id", flat=True)[:50])
        own = list(active.filter(id__in=mine).order_by("created_at").values_list("id", "name_key"))
        alike = [i for i, key in own if named_alike(key)]
        if alike or (own and not wanted_name):
            return alike[0] if alike else own[0][0]
    if not phone:
        return None
    # Two reads: one join of the two would begin with every enterprise of the office.
    reached = Contact.objects.filter(kind=Contact.Kind.PHONE, index=contact_index("phone", phone))
    near = active.filter(id__in=list(reached.values_list("enterprise_id", flat=True)[:50]))
    found = list(near.order_by("created_at").values_list("id", "name_key", "owner__name")[:20])
    alike = [i for i, key, _ in found if named_alike(key)]
    # The same owner without a business name, or under one not heard of: their business, unless they have several.
    owned = [i for i, _, owner in found if wanted_owner and wanted_owner <= set(search_words(owner or "").split())]
    if alike:
        return alike[0]
    return owned[0] if len(owned) == 1 or (owned and not wanted_name) else None
