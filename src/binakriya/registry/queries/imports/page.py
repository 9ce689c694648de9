"""The page of one import, whatever its state."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils.functional import Promise

from binakriya.accounts.queries import organisations
from binakriya.accounts.rules import Actor, may_office
from binakriya.registry.models import Batch, BatchRow, Candidate
from binakriya.registry.queries.imports.files import FileView, file_views
from binakriya.registry.queries.imports.rows import LineView, RowView, line_view, row_view
from binakriya.registry.queries.imports.states import FILTERS, LINE, ORDER, PROBLEM, ROWS, TONES, merges_of_import
from binakriya.registry.reading_words import COLUMN_FIELDS, state_word
from binakriya.registry.reading_words import problem_sentence as sentence_of
from binakriya.registry.rules.batches import BatchState

Text = str | Promise
# What of a row, its file and the enterprise it resembles is shown: the rest is large, and would come with each row.
_SHOWN = (
    "sheet", "number", "beside", "payload", "corrections", "settled", "included", "skip_reason", "warnings", "errors",
    "file__name", "file__batch", "looks_like__name",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counts:
    """Of data rows, but `lines`: lines that were not taken for data. `problems`: rows to look at; `doubts`: what is
    doubtful in them."""

    rows: int
    included: int
    skipped: int
    problems: int
    doubts: int
    alike: int
    lines: int


@dataclass(frozen=True, slots=True)
class ImportPage:
    """Everything that the page of one import shows, whatever its state."""

    id: UUID
    state: str
    state_word: Text
    tone: str
    names: str
    at: datetime
    by: str
    decided_at: datetime | None
    decided_by: str
    as_of: date | None
    problem: Text
    done: int
    total: int
    files: tuple[FileView, ...]
    counts: Counts
    rows: tuple[LineView, ...]
    opened: RowView | None
    page: Page[Any] | None
    filter: str
    associations: tuple[tuple[str, str], ...]
    fields: tuple[tuple[str, Text], ...]
    enterprises: int
    candidates: int
    merges: int
    first: UUID | None = None

    @property
    def first_doubted(self) -> UUID | None:
        """The row that looking through them begins with: of those shown, else the first one of the preview's list."""
        return next((r.id for r in self.rows if r.doubts and (r.included or r.nameless)), self.first)

    @property
    def unsure(self) -> int:
        return sum(file.unsure for file in self.files)

    @property
    def working(self) -> bool:
        return self.state in (BatchState.UPLOADED, BatchState.READING, BatchState.WRITING)


def _narrowed(rows: QuerySet[BatchRow], which: str) -> QuerySet[BatchRow]:
    if which == "bukan-data":
        return rows.filter(skip_reason__startswith=LINE)
    rows = rows.exclude(skip_reason__startswith=LINE)
    if which == "masalah":
        return rows.filter(PROBLEM)
    if which == "mirip":
        return rows.filter(looks_like__isnull=False)
    if which == "dilewati":
        return rows.filter(included=False)
    return rows


def _counts(batch_id: UUID) -> Counts:
    line = Q(skip_reason__startswith=LINE)
    found = BatchRow.objects.filter(file__batch_id=batch_id).aggregate(
        n_rows=Count("id", filter=~line),
        n_included=Count("id", filter=Q(included=True)),
        n_skipped=Count("id", filter=Q(included=False) & ~line),
        n_problems=Count("id", filter=PROBLEM),
        n_doubts=Coalesce(Sum("warnings", filter=Q(included=True)), 0) + Count("id", filter=Q(skip_reason="no_name")),
        n_alike=Count("id", filter=Q(looks_like__isnull=False)),
        n_lines=Count("id", filter=line),
    )
    return Counts(**{name.removeprefix("n_"): n for name, n in found.items()})


def import_page(
    *, batch_id: UUID, by: Actor, which: str = "", number: int = 1, opened: UUID | None = None
) -> ImportPage | None:
    """None when there is no such import in the actor's office. `which`: one of FILTERS; when it is not said, what is to
    be looked at comes first. `opened`: the row whose every cell is shown."""
    batch = Batch.objects.filter(id=batch_id).exclude(state=BatchState.DISCARDED).first()
    if batch is None or not may_office(by, batch.office_id):
        return None
    kept = list(batch.files.all())
    counts = _counts(batch_id)
    if which not in FILTERS:
        which = "masalah" if counts.problems and batch.state == BatchState.READY else "semua"
    page: Page[Any] | None = None
    rows: tuple[LineView, ...] = ()
    shown: RowView | None = None
    if batch.state in (BatchState.READY, BatchState.FAILED, BatchState.UNDONE, BatchState.CONFIRMED):
        found = _narrowed(BatchRow.objects.filter(file__batch_id=batch_id), which)
        ordered = found.select_related("looks_like", "file").only(*_SHOWN).order_by(*ORDER)
        page = Paginator(ordered, ROWS).get_page(number)
        if batch.state != BatchState.CONFIRMED or which != "semua":
            rows = tuple(line_view(r) for r in page.object_list)
            shown = next((row_view(r) for r in page.object_list if r.id == opened), None)
    return ImportPage(
        id=batch.id,
        state=batch.state,
        state_word=state_word(batch.state),
        tone=TONES.get(BatchState(batch.state), ""),
        names=", ".join(f.name for f in kept),
        at=batch.created_at,
        by=batch.by,
        decided_at=batch.decided_at,
        decided_by=batch.decided_by,
        as_of=batch.as_of,
        problem=sentence_of(batch.problem) if batch.problem else "",
        done=batch.rows_done,
        total=batch.rows_total,
        files=file_views(batch, kept),
        counts=counts,
        rows=rows,
        opened=shown,
        first=None
        if which == "masalah" or not counts.problems
        else BatchRow.objects.filter(PROBLEM, file__batch_id=batch_id)
        .order_by(*ORDER)
        .values_list("id", flat=True)
        .first(),
        page=page,
        filter=which,
        associations=tuple((str(o.id), o.short_name) for o in organisations(kind="association"))
        if batch.state == BatchState.READY
        else (),
        fields=COLUMN_FIELDS,
        enterprises=BatchRow.objects.filter(file__batch_id=batch_id, enterprise__isnull=False).count()
        if batch.state == BatchState.CONFIRMED
        else 0,
        merges=merges_of_import(batch_id).count() if batch.state == BatchState.CONFIRMED else 0,
        candidates=_waiting(batch_id) if batch.state == BatchState.CONFIRMED else 0,
    )


def _waiting(batch_id: UUID) -> int:
    """Pairs with an enterprise of this import that nobody has decided yet."""
    wrote = BatchRow.objects.filter(file__batch_id=batch_id, enterprise__isnull=False).values("enterprise_id")
    of_import = Q(left_id__in=wrote) | Q(right_id__in=wrote)
    return Candidate.objects.filter(of_import, state=Candidate.State.OPEN).count()


@dataclass(frozen=True, slots=True)
class WrittenBy:
    """What an import wrote, as it is now: merged ones have gone."""

    office_id: UUID
    enterprise_ids: tuple[UUID, ...]


def written_by(batch_id: UUID) -> WrittenBy:
    """The enterprises of an import; raises Batch.DoesNotExist (a LookupError of Django)."""
    batch = Batch.objects.get(id=batch_id)
    rows = BatchRow.objects.filter(file__batch_id=batch_id, enterprise__isnull=False)
    return WrittenBy(batch.office_id, tuple(rows.values_list("enterprise_id", flat=True).distinct()))
