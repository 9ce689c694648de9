"""What was decided lately, and how the pairs of an office stand."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet

from binakriya.foundation.prepared import prepared
from binakriya.registry.models import BatchRow, Candidate, Enterprise, EnterpriseState, Merge, Uncompared


@dataclass(frozen=True, slots=True)
class Decision:
    """Something decided lately, that can be taken back. `merge_id` for merges, `candidate_id` for the other kinds."""

    text: str
    kind: str
    by: str
    at: datetime
    merge_id: UUID | None = None
    candidate_id: UUID | None = None


def waiting_count(*, office_id: UUID) -> int:
    """How many pairs wait for a person."""
    return Candidate.objects.filter(office_id=office_id, state=Candidate.State.OPEN).count()


def offices_to_search() -> list[UUID]:
    """Offices in whose registry something is new or changed since the last search."""
    marked = Uncompared.objects.filter(enterprise__state=EnterpriseState.ACTIVE)
    return list(marked.order_by("enterprise__office_id").values_list("enterprise__office_id", flat=True).distinct())


def _of_office(office_id: UUID) -> Exists:
    """Merges are few and enterprises many: each merge looks up its own, instead of a join that begins with all."""
    return Exists(Enterprise.objects.filter(id=OuterRef("kept_id"), office_id=office_id))


@prepared
def _merges(limit: int, *, office_id: UUID) -> QuerySet[Merge, Any]:
    found = Merge.objects.filter(_of_office(office_id), undone_at__isnull=True).order_by("-at")[:limit]
    return found.values_list("gone__name", "kept__name", "by", "at", "id", named=True)


@prepared
def _decided(limit: int, *, office_id: UUID) -> QuerySet[Candidate, Any]:
    decided = [Candidate.State.NOT_SAME, Candidate.State.SAME_OWNER]
    found = Candidate.objects.filter(office_id=office_id, state__in=decided).order_by("-decided_at")[:limit]
    return found.values_list("left__name", "right__name", "state", "decided_by", "decided_at", "id", named=True)


def decisions(office_id: UUID, limit: int = 12) -> list[Decision]:
    """The newest first; two reads."""
    found = [
        Decision(f"{m.gone__name} → {m.kept__name}", "merged", m.by, m.at, merge_id=m.id)
        for m in _merges(limit, office_id=office_id)
    ]
    found += [
        Decision(f"{c.left__name} / {c.right__name}", c.state, c.decided_by, c.decided_at, candidate_id=c.id)
        for c in _decided(limit, office_id=office_id)
        if c.decided_at
    ]
    return sorted(found, key=lambda d: d.at, reverse=True)[:limit]


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A row of a list and the enterprise that it stands for now (after merges)."""

    file: int
    sheet: str
    number: int
    enterprise_id: UUID


def written_rows(*, batch_id: UUID) -> list[WrittenRow]:
    """Every row of an import that became an enterprise, by file (from 1), sheet and row."""
    rows = BatchRow.objects.filter(file__batch_id=batch_id, enterprise__isnull=False).order_by(
        "file__position", "sheet", "number"
    )
    return [WrittenRow(*r) for r in rows.values_list("file__position", "sheet", "number", "enterprise_id")]


def open_pairs(*, office_id: UUID) -> list[tuple[UUID, UUID, UUID, str]]:
    """(candidate, left, right, relation) of every pair that waits, likeliest first."""
    rows = Candidate.objects.filter(
        office_id=office_id,
        state=Candidate.State.OPEN,
        left__state=EnterpriseState.ACTIVE,
        right__state=EnterpriseState.ACTIVE,
    ).order_by("-weight", "id")
    return list(rows.values_list("id", "left_id", "right_id", "relation"))


@dataclass(frozen=True, slots=True)
class Settled:
    """How the pairs of an office stand. `merges` counts merges that stand; several pairs may have come with one."""

    open: int
    not_same: int
    same_owner: int
    merges: int


def settled(*, office_id: UUID) -> Settled:
    """Counts for an account of the review; two reads."""
    by_state = dict(
        Candidate.objects.filter(office_id=office_id).values_list("state").annotate(n=Count("id")).order_by("state")
    )
    return Settled(
        by_state.get(Candidate.State.OPEN, 0),
        by_state.get(Candidate.State.NOT_SAME, 0),
        by_state.get(Candidate.State.SAME_OWNER, 0),
        Merge.objects.filter(_of_office(office_id), undone_at__isnull=True).count(),
    )
