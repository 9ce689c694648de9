"""What the form of a note or a document begins from."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from binakriya.accounts.rules import Actor, may_office
from binakriya.registry.models import Document, Enterprise, Note


@dataclass(frozen=True, slots=True)
class AttachedEdit:
    """`name`: of the enterprise. `initial`: what the form begins from."""

    enterprise_id: UUID
    name: str
    initial: dict[str, Any]


def to_add(*, actor: Actor, enterprise_id: UUID) -> AttachedEdit | None:
    """For something new; None for an unknown enterprise and for one of another office."""
    row = Enterprise.objects.filter(id=enterprise_id).values_list("name", "office_id").first()
    return AttachedEdit(enterprise_id, row[0], {}) if row and may_office(actor, row[1]) else None


def note_edit(*, actor: Actor, enterprise_id: UUID, note_id: UUID) -> AttachedEdit | None:
    """None for one that is not there, was taken away, or is another office's."""
    found = Note.objects.filter(id=note_id, enterprise_id=enterprise_id).select_related("enterprise").first()
    if found is None or not may_office(actor, found.enterprise.office_id):
        return None
    return AttachedEdit(enterprise_id, found.enterprise.name, {"text": found.text})


def document_edit(*, actor: Actor, enterprise_id: UUID, document_id: UUID) -> AttachedEdit | None:
    """None for one that is not there, was taken away, or is another office's."""
    found = Document.objects.filter(id=document_id, enterprise_id=enterprise_id).select_related("enterprise").first()
    if found is None or not may_office(actor, found.enterprise.office_id):
        return None
    return AttachedEdit(
        enterprise_id,
        found.enterprise.name,
        {
            "kind": found.kind,
            "code": found.number,
            "issued_on": found.issued_on,
            "expires_on": found.expires_on,
        },
    )
