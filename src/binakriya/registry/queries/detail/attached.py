"""What hangs on an enterprise: memberships, documents, notes, accounts, sources, merges, pairs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from binakriya.accounts.queries import account_cards
from binakriya.foundation.prepared import prepared
from binakriya.foundation.queries import Entry
from binakriya.registry.enterprise_words import CONSENTS, DOCUMENT_KINDS, WAYS
from binakriya.registry.models import (
    BatchRow,
    Candidate,
    Document,
    Enterprise,
    EnterpriseState,
    LinkedPerson,
    Membership,
    Merge,
    Note,
)
from binakriya.registry.rules.links import Way

Word = str | Promise


@dataclass(frozen=True, slots=True)
class MembershipLine:
    association_id: UUID
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """`file_size` in bytes; 0 when only the paper is noted. `expired`: its last day has passed."""

    id: UUID
    kind: Word
    number: str
    issued_on: date | None
    expires_on: date | None
    expired: bool
    file_type: str
    file_size: int


@dataclass(frozen=True, slots=True)
class NoteLine:
    id: UUID
    text: str
    by: str
    at: datetime
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """What the person agreed to: `given` None when they were never asked."""

    word: Word
    given: bool | None


@dataclass(frozen=True, slots=True)
class AccountLine:
    """An account that cares for the enterprise; e-mail and phone masked. `unconfirmed`: nobody of the office has said
    yes to it."""

    person_id: UUID
    name: str
    email: str
    phone: str
    way: Word
    at: datetime
    unconfirmed: bool
    consents: tuple[ConsentLine, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where the facts came from: a row of a list, or a person. `batch_id` None: written in the registry itself."""

    text: str
    at: datetime
    batch_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Related:
    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class MergeLine:
    """A merge that stands: `other` went into this one, or (for a merged enterprise) is where this one went."""

    id: UUID
    other: Related
    by: str
    at: datetime


# What may hang on an enterprise: asked together with its row, so that only what is there is read.
_PAIRED = [Candidate.State.SAME_OWNER, Candidate.State.OPEN]
_PARTS = {
    "memberships": Membership.objects.filter(enterprise_id=OuterRef("pk")),
    "documents": Document.objects.filter(enterprise_id=OuterRef("pk")),
    "notes": Note.objects.filter(enterprise_id=OuterRef("pk")),
    "accounts": LinkedPerson.objects.filter(enterprise_id=OuterRef("pk")),
    "sources": BatchRow.objects.filter(enterprise_id=OuterRef("pk")),
    "kept": Merge.objects.filter(kept_id=OuterRef("pk"), undone_at__isnull=True),
    "gone": Merge.objects.filter(gone_id=OuterRef("pk"), undone_at__isnull=True),
    "left": Candidate.objects.filter(left_id=OuterRef("pk"), state__in=_PAIRED),
    "right": Candidate.objects.filter(right_id=OuterRef("pk"), state__in=_PAIRED),
}


@prepared
def _with_parts(*, enterprise_id: UUID) -> QuerySet[Enterprise]:
    flags = {f"has_{name}": Exists(rows) for name, rows in _PARTS.items()}
    return Enterprise.objects.filter(id=enterprise_id).select_related("owner").annotate(**flags)


def with_parts(enterprise_id: UUID) -> Enterprise | None:
    """The enterprise with its owner, and `has_…` for each of `_PARTS`; one read."""
    found = _with_parts(enterprise_id=enterprise_id)
    return found[0] if found else None


def parts_there(enterprise: Enterprise) -> frozenset[str]:
    """The names of the parts that an enterprise of `with_parts` has."""
    return frozenset(name for name in _PARTS if getattr(enterprise, f"has_{name}"))


@prepared
def _memberships(*, enterprise_id: UUID) -> QuerySet[Membership, Any]:
    rows = Membership.objects.filter(enterprise_id=enterprise_id).order_by("association__short_name")
    return rows.values_list("association_id", "association__short_name", "number")


def membership_lines(enterprise_id: UUID) -> list[MembershipLine]:
    return [MembershipLine(*row) for row in _memberships(enterprise_id=enterprise_id)]


def document_lines(enterprise_id: UUID, today: date) -> list[DocumentLine]:
    return [
        DocumentLine(
            d.id,
            DOCUMENT_KINDS.get(d.kind, d.kind),
            d.number,
            d.issued_on,
            d.expires_on,
            bool(d.expires_on and d.expires_on < today),
            d.file_type.upper(),
            d.file_size,
        )
        for d in Document.objects.filter(enterprise_id=enterprise_id).order_by("kind", "-issued_on", "id")
    ]


def note_lines(enterprise_id: UUID) -> list[NoteLine]:
    rows = Note.objects.filter(enterprise_id=enterprise_id)[:30]
    return [NoteLine(n.id, n.text, n.by, n.at, n.changed_at) for n in rows]


def account_lines(enterprise_id: UUID) -> list[AccountLine]:
    links = list(LinkedPerson.objects.filter(enterprise_id=enterprise_id))
    accounts = account_cards(link.person_id for link in links)
    found = []
    for link in links:
        account = accounts[link.person_id]
        consents = tuple(ConsentLine(word, account.consents.get(key)) for key, word in CONSENTS.items())
        found.append(
            AccountLine(
                link.person_id,
                account.name,
                account.email,
                account.phone,
                WAYS[link.way],
                link.at,
                link.way == Way.REGISTERED,
                consents,
            )
        )
    return found


@prepared
def _sources(*, enterprise_id: UUID) -> QuerySet[BatchRow, Any]:
    rows = BatchRow.objects.filter(enterprise_id=enterprise_id).order_by("file__batch__created_at", "id")
    return rows.values_list("sheet", "number", "beside", "file__name", "file__batch__created_at", "file__batch_id")[:20]


def source_lines(enterprise: Enterprise, history: Sequence[Entry], of_lists: bool) -> list[SourceLine]:
    found = []
    for sheet, number, beside, name, at, batch_id in _sources(enterprise_id=enterprise.id) if of_lists else ():
        number = f"{number} {beside}".strip()
        text = _("%(file)s, baris %(row)s") % {"file": name, "row": number}
        if sheet:
            text = _("%(file)s, lembar %(sheet)s, baris %(row)s") % {"file": name, "sheet": sheet, "row": number}
        found.append(SourceLine(text, at, batch_id))
    created = next((e for e in history if e.action == "registry.created"), None)
    if created:
        found.append(SourceLine(_("Diisi di registri oleh %(by)s") % {"by": created.actor}, created.at))
    return found or [SourceLine(_("Masuk registri"), enterprise.created_at)]


@prepared
def _merges(*, enterprise_id: UUID) -> QuerySet[Merge, Any]:
    rows = Merge.objects.filter(Q(kept_id=enterprise_id) | Q(gone_id=enterprise_id), undone_at__isnull=True)
    return rows.order_by("-at").values_list("id", "kept_id", "kept__name", "gone_id", "gone__name", "by", "at")


def merge_lines(enterprise_id: UUID) -> tuple[list[MergeLine], MergeLine | None]:
    absorbed, went = [], None
    for id_, kept_id, kept, gone_id, gone, by, at in _merges(enterprise_id=enterprise_id):
        if kept_id == enterprise_id:
            absorbed.append(MergeLine(id_, Related(gone_id, gone), by, at))
        else:
            went = MergeLine(id_, Related(kept_id, kept), by, at)
    return absorbed, went


def pair_lines(enterprise_id: UUID) -> tuple[list[Related], list[Related]]:
    """Businesses of the same owner; pairs that still wait for a person (by candidate)."""
    pairs = Candidate.objects.filter(
        Q(left_id=enterprise_id) | Q(right_id=enterprise_id),
        state__in=_PAIRED,
        left__state=EnterpriseState.ACTIVE,
        right__state=EnterpriseState.ACTIVE,
    ).select_related("left", "right")
    same, waiting = [], []
    for pair in pairs.order_by("-weight")[:20]:
        other = pair.right if pair.left_id == enterprise_id else pair.left
        if pair.state == Candidate.State.SAME_OWNER:
            same.append(Related(other.id, other.name))
        else:
            waiting.append(Related(pair.id, other.name))
    return same, waiting
