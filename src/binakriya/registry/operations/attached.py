"""What hangs on an enterprise: memberships, notes, documents.

Taken away it stays for a while, so that it can be undone; the ledger keeps what was."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.foundation.ids import new_id
from binakriya.foundation.operations import record, record_reading
from binakriya.foundation.rules.text import clean_text
from binakriya.registry.models import Document, Enterprise, Membership, Note
from binakriya.registry.operations.holding import KIND, check_active, held
from binakriya.registry.operations.writing import refresh_search
from binakriya.registry.queries.facts import facts_by_id
from binakriya.registry.rules.papers import DOCUMENT_KINDS, SIZE_MOST, file_type
from binakriya.registry.rules.refusals import Refused

# What was taken away can be brought back for so long; then it goes for good.
KEPT_DAYS = 30


def _line(text: str, most: int) -> str:
    return " ".join(clean_text(text).split())[:most]


def _tell(
    enterprise: Enterprise, action: str, *, by: Actor, now: datetime, before: Any = None, after: Any = None
) -> None:
    record(
        by=by,
        now=now,
        office_id=enterprise.office_id,
        action=action,
        kind=KIND,
        object_id=enterprise.id,
        label=enterprise.name,
        before=before or {},
        after=after or {},
    )


# --- memberships ------------------------------------------------------------------------------------------------------


def _membership_word(membership: Membership) -> str:
    return f"{membership.association.short_name} {membership.number}".strip()


def _after_membership(enterprise: Enterprise, now: datetime) -> None:
    refresh_search(enterprise.id, facts_by_id([enterprise.id])[enterprise.id])
    Enterprise.objects.filter(id=enterprise.id).update(updated_at=now)


def add_membership(*, enterprise_id: UUID, association_id: UUID, number: str = "", by: Actor, now: datetime) -> None:
    """Note that an enterprise belongs to an association; a second time only changes the number."""
    check_may(by, Deed.REGISTRY_WRITE)
    number = _line(number, 40)
    with transaction.atomic():
        enterprise = held(enterprise_id, by)
        check_active(enterprise)
        mine = Membership.all_rows.filter(enterprise_id=enterprise_id, association_id=association_id)
        old = mine.select_related("association").first()
        if old and old.number == number and old.removed_at is None:
            return
        was = _membership_word(old) if old and old.removed_at is None else ""
        Membership.all_rows.update_or_create(
            enterprise_id=enterprise_id, association_id=association_id, defaults={"number": number, "removed_at": None}
        )
        _after_membership(enterprise, now)
        new = _membership_word(mine.select_related("association").get())
        before = {"membership": was} if was else {}
        _tell(enterprise, "registry.membership", by=by, now=now, before=before, after={"membership": new})


def remove_membership(*, enterprise_id: UUID, association_id: UUID, by: Actor, now: datetime) -> bool:
    """Say that an enterprise no longer belongs to an association; False when it does not."""
    return _move_membership(enterprise_id, association_id, now, by, now)


def restore_membership(*, enterprise_id: UUID, association_id: UUID, by: Actor, now: datetime) -> bool:
    """Undo of removing; False when there is nothing to bring back."""
    return _move_membership(enterprise_id, association_id, None, by, now)


def _move_membership(
    enterprise_id: UUID, association_id: UUID, removed_at: datetime | None, by: Actor, now: datetime
) -> bool:
    check_may(by, Deed.REGISTRY_WRITE)
    with transaction.atomic():
        enterprise = held(enterprise_id, by)
        check_active(enterprise)
        found = (
            Membership.all_rows.filter(
                enterprise_id=enterprise_id,
                association_id=association_id,
                removed_at__isnull=removed_at is not None,
            )
            .select_related("association")
            .first()
        )
        if found is None:
            return False
        Membership.all_rows.filter(id=found.id).update(removed_at=removed_at)
        _after_membership(enterprise, now)
        word = {"membership": _membership_word(found)}
        if removed_at:
            _tell(enterprise, "registry.membership_removed", by=by, now=now, before=word)
        else:
            _tell(enterprise, "registry.membership", by=by, now=now, after=word)
    return True


# --- notes ------------------------------------------------------------------------------------------------------------


_Kept = TypeVar("_Kept", Note, Document)


def _known(model: type[_Kept], row_id: UUID) -> _Kept | None:
    """What has that id already, put aside or not."""
    return model.all_rows.filter(id=row_id).first()


def _note_text(text: str) -> str:
    """Raises Refused("empty")."""
    text = clean_text(text, lines=True).strip()[:4000]
    if not text:
        raise Refused("empty")
    return text


def add_note(*, enterprise_id: UUID, text: str, by: Actor, now: datetime, note_id: UUID | None = None) -> UUID:
    """Keep what someone of the office wants to remember about an enterprise; raises Refused("empty"). `note_id`: the id
    that the form was given; sent twice it stays one note. An id that something else has is not taken."""
    check_may(by, Deed.REGISTRY_WRITE)
    text = _note_text(text)
    try:
        with transaction.atomic():
            enterprise = held(enterprise_id, by)
            if note_id and (known := _known(Note, note_id)):
                if known.enterprise_id == enterprise_id and known.removed_at is None and known.text == text:
                    return note_id
                note_id = None
            note = Note.objects.create(
                id=note_id or new_id(), enterprise_id=enterprise_id, text=text, by=by.label[:120], at=now
            )
            _tell(enterprise, "registry.noted", by=by, now=now, after={"noted": True})
    except IntegrityError:
        # A form of another enterprise took the id a moment before.
        if not (note_id and _known(Note, note_id)):
            raise
        return add_note(enterprise_id=enterprise_id, text=text, by=by, now=now)
    return note.id


def change_note(*, enterprise_id: UUID, note_id: UUID, text: str, by: Actor, now: datetime) -> bool:
    """Write a note anew; what it said before stays, put aside, until it is forgotten. False when nothing differs.
    Raises Refused("empty"), Refused("gone")."""
    check_may(by, Deed.REGISTRY_WRITE)
    text = _note_text(text)
    with transaction.atomic():
        enterprise = held(enterprise_id, by)
        old = Note.objects.select_for_update().filter(id=note_id, enterprise_id=enterprise_id).first()
        if old is None:
            raise Refused("gone")
        if old.text == text:
            return False
        Note.objects.create(
            id=new_id(), enterprise_id=enterprise_id, text=old.text, by=old.by, at=old.at, removed_at=now
        )
        Note.objects.filter(id=note_id).update(text=text, by=by.label[:120], changed_at=now)
        _tell(enterprise, "registry.note_changed", by=by, now=now, after={"noted": True})
    return True


def remove_note(*, enterprise_id: UUID, note_id: UUID, by: Actor, now: datetime) -> bool:
    """Take a note away; False when it is away already."""
    return _put_aside(Note, enterprise_id, note_id, now, by, now)


def restore_note(*, enterprise_id: UUID, note_id: UUID, by: Actor, now: datetime) -> bool:
    """Undo of removing; False when there is nothing to bring back."""
    return _put_aside(Note, enterprise_id, note_id, None, by, now)


# --- documents --------------------------------------------------------------------------------------------------------


def _document_words(document: Document) -> dict[str, Any]:
    return {
        "document": f"{document.kind} {document.number}".strip(),
        "issued_on": document.issued_on,
        "expires_on": document.expires_on,
        **({"file": f"{document.file_type}, {document.file_size} B"} if document.file else {}),
    }


def _is_same(known: Document, sent: Document) -> bool:
    """Whether a form came a second time; anything else that has its id is another paper."""
    told = ("enterprise_id", "kind", "number", "issued_on", "expires_on", "file_type", "file_size")
    return known.removed_at is None and all(getattr(known, name) == getattr(sent, name) for name in told)


def _check_dates(issued_on: date | None, expires_on: date | None) -> None:
    if issued_on and expires_on and expires_on < issued_on:
        raise Refused("dates_reversed")


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
    data: bytes = b"",
) -> UUID:
    """Note a paper of the enterprise, with its file (`data`) if there is one: PDF, JPEG or PNG. `document_id`: as
    `note_id` of `add_note`. Raises Refused: unknown_kind, dates_reversed, file_kind, file_size."""
    check_may(by, Deed.REGISTRY_WRITE)
    if kind not in DOCUMENT_KINDS:
        raise Refused("unknown_kind")
    _check_dates(issued_on, expires_on)
    if len(data) > SIZE_MOST:
        raise Refused("file_size", limit=SIZE_MOST // (1024 * 1024))
    type_ = file_type(data) if data else ""
    if data and not type_:
        raise Refused("file_kind")
    document = Document(
        id=document_id or new_id(),
        enterprise_id=enterprise_id,
        kind=kind,
        number=_line(number, 80),
        issued_on=issued_on,
        expires_on=expires_on,
        file_type=type_,
        file_size=len(data),
    )
    sealed = ContentFile(Document.sealing().seal(data)) if data else None
    kept = again = False
    try:
        with transaction.atomic():
            enterprise = held(enterprise_id, by)
            check_active(enterprise)
            if document_id and (known := _known(Document, document_id)):
                if _is_same(known, document):
                    return document_id
                document.id = new_id()
            if sealed:
                # A random name: neither the enterprise nor the paper can be told from the folder.
                document.file.save(f"{new_id().hex}.bin", sealed, save=False)
            document.save(force_insert=True)
            _tell(enterprise, "registry.document", by=by, now=now, after=_document_words(document))
        kept = True
    except IntegrityError:
        # Another form took the id a moment before: the same one, or one of another enterprise.
        known = _known(Document, document_id) if document_id else None
        if known is None:
            raise
        if _is_same(known, document):
            return known.id
        again = True
    finally:
        if not kept and document.file:
            document.file.storage.delete(str(document.file.name))
    if again:
        return add_document(
            enterprise_id=enterprise_id, kind=kind, number=number, issued_on=issued_on, expires_on=expires_on, by=by,
            now=now, data=data,
        )  # fmt: skip
    return document.id


def change_document(
    *,
    enterprise_id: UUID,
    document_id: UUID,
    kind: str,
    number: str,
    issued_on: date | None,
    expires_on: date | None,
    by: Actor,
    now: datetime,
) -> bool:
    """Mend what is noted of a paper; its file stays. False when nothing differs. Raises Refused: unknown_kind,
    dates_reversed, gone."""
    check_may(by, Deed.REGISTRY_WRITE)
    if kind not in DOCUMENT_KINDS:
        raise Refused("unknown_kind")
    _check_dates(issued_on, expires_on)
    with transaction.atomic():
        enterprise = held(enterprise_id, by)
        found = Document.objects.select_for_update().filter(id=document_id, enterprise_id=enterprise_id).first()
        if found is None:
            raise Refused("gone")
        before = _document_words(found)
        found.kind, found.number, found.issued_on, found.expires_on = kind, _line(number, 80), issued_on, expires_on
        after = _document_words(found)
        if before == after:
            return False
        found.save(update_fields=["kind", "number", "issued_on", "expires_on"])
        changed = [k for k in after if before.get(k) != after[k]]
        _tell(
            enterprise,
            "registry.document_changed",
            by=by,
            now=now,
            before={k: before.get(k) for k in changed},
            after={k: after[k] for k in changed},
        )
    return True


def remove_document(*, enterprise_id: UUID, document_id: UUID, by: Actor, now: datetime) -> bool:
    """Take a paper away; False when it is away already."""
    return _put_aside(Document, enterprise_id, document_id, now, by, now)


def restore_document(*, enterprise_id: UUID, document_id: UUID, by: Actor, now: datetime) -> bool:
    """Undo of removing; False when there is nothing to bring back."""
    return _put_aside(Document, enterprise_id, document_id, None, by, now)


def _put_aside(
    model: type[Note] | type[Document],
    enterprise_id: UUID,
    row_id: UUID,
    removed_at: datetime | None,
    by: Actor,
    now: datetime,
) -> bool:
    check_may(by, Deed.REGISTRY_WRITE)
    name = "note" if model is Note else "document"
    with transaction.atomic():
        enterprise = held(enterprise_id, by)
        found = model.all_rows.filter(
            id=row_id, enterprise_id=enterprise_id, removed_at__isnull=removed_at is not None
        ).first()
        if found is None:
            return False
        model.all_rows.filter(id=row_id).update(removed_at=removed_at)
        words = _document_words(found) if isinstance(found, Document) else {"noted": True}
        if removed_at:
            _tell(enterprise, f"registry.{name}_removed", by=by, now=now, before=words)
        else:
            _tell(enterprise, f"registry.{name}_restored", by=by, now=now, after=words)
    return True


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """`name`: what the file is called when it is saved; it says the kind, not whose it is."""

    name: str
    file_type: str
    data: bytes


def read_document(*, enterprise_id: UUID, document_id: UUID, by: Actor, now: datetime) -> DocumentFile:
    """The file of a paper, opened; the ledger keeps that it was read. Raises Refused("gone") when there is none."""
    check_may(by, Deed.REGISTRY_REVEAL)
    with transaction.atomic():
        enterprise = held(enterprise_id, by)
        found = Document.objects.filter(id=document_id, enterprise_id=enterprise_id).exclude(file="").first()
        if found is None:
            raise Refused("gone")
        try:
            with found.file.storage.open(str(found.file.name), "rb") as file:
                data = Document.sealing().unseal(file.read())
        except FileNotFoundError as error:
            raise Refused("gone") from error
        record_reading(
            by=by,
            now=now,
            kind=KIND,
            object_id=enterprise_id,
            label=enterprise.name,
            fields=["document"],
            reason=f"{found.kind} {found.number}".strip(),
        )
    ending = "jpg" if found.file_type == "jpeg" else found.file_type
    return DocumentFile(f"{found.kind}-{str(found.id)[-8:]}.{ending}", found.file_type, data)


def forget_removed(*, by: Actor, now: datetime, after_days: int = KEPT_DAYS) -> int:
    """What was taken away long ago goes for good, files too; the ledger keeps that it was there. Returns how many."""
    check_may(by, Deed.REGISTRY_WRITE)
    before, gone = now - timedelta(days=after_days), 0
    for document in Document.all_rows.filter(removed_at__lt=before):
        with transaction.atomic():
            document.delete()
        if document.file:
            document.file.storage.delete(str(document.file.name))
        gone += 1
    gone += Note.all_rows.filter(removed_at__lt=before).delete()[0]
    return gone + Membership.all_rows.filter(removed_at__lt=before).delete()[0]
