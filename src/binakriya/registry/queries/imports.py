"""Imports as their pages show them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext

from binakriya.accounts.queries import organisations
from binakriya.accounts.rules import Actor, may_office
from binakriya.registry.models import Batch, BatchFile, BatchRow, Candidate
from binakriya.registry.reading_words import (
    COLUMN_FIELDS,
    NOTHING,
    cell_text,
    day_word,
    field_word,
    left_out_sentence,
    skip_word,
    state_word,
    why_sentence,
)
from binakriya.registry.reading_words import problem_sentence as sentence_of
from binakriya.registry.rules.batches import BatchState
from binakriya.registry.rules.list_rows import CHOOSABLE, CORRECTABLE, left_out_of
from binakriya.registry.rules.showing import PERSONAL, mask_loose, mask_sample, mask_value

Text = str | Promise
PAGE = 50
ROWS = 25  # rows of a preview: each shows some twenty cells
SHOWN = 90  # letters of a cell
LINE = "line:"  # skip_reason of lines that the engine did not take for data
FILTERS = ("semua", "masalah", "mirip", "dilewati", "bukan-data")


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One import in the list of imports."""

    id: UUID
    names: str
    state: str
    state_word: Text
    tone: str
    at: datetime
    by: str
    rows: int
    enterprises: int


@dataclass(frozen=True, slots=True)
class ColumnView:
    """`key` names the column in the form. `confidence` in hundredths. `samples`: a few cells as read."""

    key: str
    letter: str
    header: str
    field: str
    confidence: int
    sure: bool
    why: Text
    samples: tuple[str, ...]

    @property
    def choosable(self) -> bool:
        """Whether the form offers its field; a field of a newer reading is kept as it is."""
        return self.field in CHOOSABLE


@dataclass(frozen=True, slots=True)
class TableView:
    sheet: str
    columns: tuple[ColumnView, ...]


@dataclass(frozen=True, slots=True)
class FileView:
    """`same_as`: the day when the same file was imported before, with who did it."""

    id: UUID
    position: int
    name: str
    size: int
    problem: Text
    notes: tuple[Text, ...]
    association_id: str
    tables: tuple[TableView, ...]
    rows: int
    same_as: tuple[datetime | None, str] | None
    unsure: int
    as_of: date | None
    as_of_why: Text


@dataclass(frozen=True, slots=True)
class CellView:
    """`raw` is what the cell shows, `text` what was understood ("" when nothing). `doubts`: sentences with remedies.
    `tell_raw`: worth showing beside the value: it differs, and no cell before it came from the same place."""

    field: str
    label: Text
    raw: str
    text: str
    why: Text
    doubts: tuple[Text, ...]
    letters: str
    corrected: bool
    tell_raw: bool = False

    @property
    def note(self) -> str:
        """What the cell shows and why it was understood so; "" where that tells nothing new."""
        if not self.tell_raw:
            return ""
        raw = self.raw if len(self.raw) <= SHOWN else f"{self.raw[:SHOWN]}…"
        return gettext("tertulis: %(raw)s. %(why)s") % {"raw": raw, "why": self.why}

    @property
    def differs(self) -> bool:
        return _folded(self.raw) != _folded(self.text)


def _folded(text: str) -> str:
    """Without what only writing differs in: spaces, signs, capitals."""
    return "".join(c for c in text.casefold() if c.isalnum())


@dataclass(frozen=True, slots=True)
class RowView:
    id: UUID
    file_name: str
    sheet: str
    number: int
    title: str
    included: bool
    data: bool
    skip_word: Text
    cells: tuple[CellView, ...]
    others: tuple[tuple[str, str], ...]
    looks_like: tuple[UUID, str] | None
    left_out: tuple[tuple[Text, Text], ...]
    warnings: int
    errors: int
    text: str = ""
    ready: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """Of data rows, but `lines`: lines that were not taken for data."""

    rows: int
    included: int
    skipped: int
    problems: int
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
    as_of: date | None
    problem: Text
    done: int
    total: int
    files: tuple[FileView, ...]
    counts: Counts
    rows: tuple[RowView, ...]
    page: Page[Any] | None
    filter: str
    associations: tuple[tuple[str, str], ...]
    fields: tuple[tuple[str, Text], ...]
    enterprises: int
    candidates: int

    @property
    def unsure(self) -> int:
        return sum(file.unsure for file in self.files)

    @property
    def working(self) -> bool:
        return self.state in (BatchState.UPLOADED, BatchState.READING, BatchState.WRITING)


_TONES = {
    BatchState.READY: "info",
    BatchState.FAILED: "bad",
    BatchState.CONFIRMED: "ok",
    BatchState.WRITING: "warn",
    BatchState.READING: "warn",
    BatchState.UPLOADED: "warn",
}


def imports_list(*, by: Actor, number: int = 1) -> tuple[tuple[ImportLine, ...], Page[Any]]:
    """The imports of the actor's office, newest first, without those thrown away."""
    found = Batch.objects.filter(office_id=by.office_id).exclude(state=BatchState.DISCARDED).order_by("-created_at")
    page = Paginator(found, PAGE).get_page(number)
    batches = list(page.object_list)
    ids = [b.id for b in batches]
    names: dict[UUID, list[str]] = {}
    for batch_id, name in (
        BatchFile.objects.filter(batch_id__in=ids).order_by("position").values_list("batch_id", "name")
    ):
        names.setdefault(batch_id, []).append(name)
    counted = {
        r["file__batch_id"]: (r["n"], r["e"])
        for r in BatchRow.objects.filter(file__batch_id__in=ids)
        .exclude(skip_reason__startswith=LINE)
        .values("file__batch_id")
        .annotate(n=Count("id"), e=Count("enterprise"))
    }
    lines = tuple(
        ImportLine(
            b.id,
            ", ".join(names.get(b.id, [])),
            b.state,
            state_word(b.state),
            _TONES.get(BatchState(b.state), ""),
            b.created_at,
            b.by,
            *counted.get(b.id, (0, 0)),
        )
        for b in batches
    )
    return lines, page


def _narrowed(rows: QuerySet[BatchRow], which: str) -> QuerySet[BatchRow]:
    if which == "bukan-data":
        return rows.filter(skip_reason__startswith=LINE)
    rows = rows.exclude(skip_reason__startswith=LINE)
    if which == "masalah":
        return rows.filter(Q(warnings__gt=0) | Q(errors__gt=0))
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
        n_problems=Count("id", filter=(Q(warnings__gt=0) | Q(errors__gt=0)) & ~line),
        n_alike=Count("id", filter=Q(looks_like__isnull=False)),
        n_lines=Count("id", filter=line),
    )
    return Counts(**{name.removeprefix("n_"): n for name, n in found.items()})


def import_page(*, batch_id: UUID, by: Actor, which: str = "semua", number: int = 1) -> ImportPage | None:
    """None when there is no such import in the actor's office."""
    batch = Batch.objects.filter(id=batch_id).exclude(state=BatchState.DISCARDED).first()
    if batch is None or not may_office(by, batch.office_id):
        return None
    which = which if which in FILTERS else "semua"
    kept = list(batch.files.all())
    counts = _counts(batch_id)
    page: Page[Any] | None = None
    rows: tuple[RowView, ...] = ()
    if batch.state in (BatchState.READY, BatchState.FAILED, BatchState.UNDONE, BatchState.CONFIRMED):
        found = _narrowed(BatchRow.objects.filter(file__batch_id=batch_id), which)
        ordered = found.select_related("looks_like", "file__batch").order_by("file__position", "sheet", "number")
        page = Paginator(ordered, ROWS).get_page(number)
        if batch.state != BatchState.CONFIRMED or which != "semua":
            rows = tuple(row_view(r) for r in page.object_list)
    return ImportPage(
        id=batch.id,
        state=batch.state,
        state_word=state_word(batch.state),
        tone=_TONES.get(BatchState(batch.state), ""),
        names=", ".join(f.name for f in kept),
        at=batch.created_at,
        by=batch.by,
        as_of=batch.as_of,
        problem=sentence_of(batch.problem) if batch.problem else "",
        done=batch.rows_done,
        total=batch.rows_total,
        files=_files(batch, kept),
        counts=counts,
        rows=rows,
        page=page,
        filter=which,
        associations=tuple((str(o.id), o.short_name) for o in organisations(kind="association")),
        fields=COLUMN_FIELDS,
        enterprises=BatchRow.objects.filter(file__batch_id=batch_id, enterprise__isnull=False).count()
        if batch.state == BatchState.CONFIRMED
        else 0,
        candidates=_waiting(batch_id) if batch.state == BatchState.CONFIRMED else 0,
    )


def _waiting(batch_id: UUID) -> int:
    """Pairs with an enterprise of this import that nobody has decided yet."""
    wrote = BatchRow.objects.filter(file__batch_id=batch_id, enterprise__isnull=False).values("enterprise_id")
    of_import = Q(left_id__in=wrote) | Q(right_id__in=wrote)
    return Candidate.objects.filter(of_import, state=Candidate.State.OPEN).count()


def _files(batch: Batch, kept: list[BatchFile]) -> tuple[FileView, ...]:
    rows = dict(
        BatchRow.objects.filter(file__batch=batch)
        .exclude(skip_reason__startswith=LINE)
        .values_list("file_id")
        .annotate(n=Count("id"))
    )
    before: dict[str, tuple[datetime | None, str]] = {}
    for digest, at, who in (
        BatchFile.objects.filter(
            digest__in=[f.digest for f in kept], batch__office=batch.office_id, batch__state=BatchState.CONFIRMED
        )
        .exclude(batch=batch)
        .values_list("digest", "batch__decided_at", "batch__by")
    ):
        before[digest] = (at, who)
    return tuple(
        FileView(
            id=f.id,
            position=f.position,
            name=f.name,
            size=f.size,
            problem=sentence_of(f.problem) if f.problem else "",
            notes=tuple(sentence_of(n) for n in f.reading.get("problems", ())),
            association_id=str(f.association_id or ""),
            tables=_tables(f.reading),
            rows=rows.get(f.id, 0),
            same_as=before.get(f.digest),
            unsure=sum(c["confidence"] < SURE for c in f.reading.get("columns", ())),
            as_of=date.fromisoformat(f.reading["as_of"]) if f.reading.get("as_of") else None,
            as_of_why=day_word(f.reading.get("as_of_why", "")),
        )
        for f in kept
    )


SURE = 0.75


def _tables(reading: Mapping[str, Any]) -> tuple[TableView, ...]:
    tables: dict[tuple[str, int], list[ColumnView]] = {}
    for c in reading.get("columns", ()):
        tables.setdefault((c["sheet"], c["table"]), []).append(
            ColumnView(
                key=column_key(c),
                letter=c["letter"],
                header=c["header"],
                field=c["field"],
                confidence=round(100 * min(1.0, c["confidence"])),
                sure=c["confidence"] >= SURE,
                why=why_sentence(c["why"][0]) if c["why"] else "",
                samples=tuple(mask_sample(s, c["field"]) for s in c.get("samples", ())),
            )
        )
    return tuple(TableView(sheet, tuple(columns)) for (sheet, _), columns in tables.items())


def column_key(column: Mapping[str, Any]) -> str:
    """`sheet!letter`: how a column is named in forms and in the officer's choices."""
    return f"{column['sheet']}!{column['letter']}"


# As the form of a row has them: names first, address before its parts.
_ORDER = {name: n for n, name in enumerate(CORRECTABLE)}


def row_view(row: BatchRow, *, whole: bool = False) -> RowView:
    """`whole`: with the personal values as they are; otherwise they are masked, as read and as understood."""
    kept = json.loads(row.payload)
    corrections = json.loads(row.corrections) if row.corrections else {}
    cells: list[CellView] = []
    told: set[tuple[str, ...]] = set()
    # A cell that holds an address beside a name is masked for both.
    secret = {c["raw"]: n for n, c in kept.get("cells", {}).items() if n in PERSONAL and c["raw"]}
    for name, cell in sorted(kept.get("cells", {}).items(), key=lambda item: _ORDER.get(item[0], len(_ORDER))):
        if not cell["raw"] and cell["value"] in NOTHING:
            continue
        view = CellView(
            field=name,
            label=field_word(name),
            raw=cell["raw"] if whole else mask_sample(cell["raw"], secret.get(cell["raw"], name)),
            text=cell_text(name, cell["value"]) if whole else mask_value(cell_text(name, cell["value"]), name),
            why=why_sentence(cell["why"]) if whole else mask_loose(str(why_sentence(cell["why"]))),
            doubts=tuple(sentence_of(n) if whole else mask_loose(str(sentence_of(n))) for n in cell["warnings"]),
            letters=", ".join(cell["letters"]),
            corrected=name in corrections,
        )
        if view.differs and view.raw and (cell["raw"], *cell["letters"]) not in told:
            told.add((cell["raw"], *cell["letters"]))
            view = replace(view, tell_raw=True)
        cells.append(view)
    values = {n: c["value"] for n, c in kept.get("cells", {}).items() if c["value"] not in NOTHING}
    left_out = tuple((field_word(lo.field), left_out_sentence(lo.code)) for lo in left_out_of(values))
    by_field = {c.field: c.text for c in cells}
    return RowView(
        id=row.id,
        file_name=row.file.name,
        sheet=row.sheet,
        number=row.number,
        title=by_field.get("business_name") or by_field.get("owner_name") or "",
        included=row.included,
        data=not row.skip_reason.startswith(LINE),
        skip_word=skip_word(row.skip_reason.removeprefix(LINE)) if row.skip_reason else "",
        cells=tuple(cells),
        others=tuple(
            (o["header"] or o["letter"], o["text"] if whole else mask_loose(o["text"]))
            for o in kept.get("other", ())
            if o["text"]
        ),
        looks_like=(row.looks_like.id, row.looks_like.name) if row.looks_like else None,
        left_out=left_out,
        warnings=row.warnings,
        errors=row.errors,
        text=kept.get("text", "") if whole else mask_loose(kept.get("text", "")),
        ready=row.file.batch.state == BatchState.READY,
        whole=whole,
    )


def import_row(*, batch_id: UUID, row_id: UUID, by: Actor, whole: bool = False) -> RowView | None:
    """One row, for its own page; None when it is not in an import of the actor's office. `whole`: only for what was
    noted as a reading; rows of an import that is written stay masked."""
    row = (
        BatchRow.objects.select_related("file", "file__batch", "looks_like")
        .filter(id=row_id, file__batch_id=batch_id)
        .first()
    )
    if row is None or not may_office(by, row.file.batch.office_id):
        return None
    return row_view(row, whole=whole and row.file.batch.state == BatchState.READY)


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
