"""The files of an import: their tables, columns and what was said of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.utils.functional import Promise

from binakriya.registry.models import Batch, BatchFile, BatchRow
from binakriya.registry.queries.imports.states import LINE
from binakriya.registry.reading_words import day_word, why_sentence
from binakriya.registry.reading_words import problem_sentence as sentence_of
from binakriya.registry.rules.batches import BatchState
from binakriya.registry.rules.list_rows import CHOOSABLE
from binakriya.registry.rules.showing import mask_sample

Text = str | Promise
SURE = 0.75  # a column proposed with less is pointed out


@dataclass(frozen=True, slots=True)
class ColumnView:
    """`key` names the column in the form. `confidence` in hundredths; `chosen`: by the officer. `samples`: a few cells
    as read."""

    key: str
    letter: str
    header: str
    field: str
    confidence: int
    sure: bool
    chosen: bool
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
    rows: int
    same_as: tuple[datetime | None, str] | None
    unsure: int
    as_of: date | None
    as_of_why: Text
    columns: Sequence[Mapping[str, Any]]
    chosen: Mapping[str, Any]

    @property
    def tables(self) -> tuple[TableView, ...]:
        """Its columns, what is unsure first; worked out where they are shown."""
        return _tables(self.columns, self.chosen)


def file_views(batch: Batch, kept: list[BatchFile]) -> tuple[FileView, ...]:
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
            rows=rows.get(f.id, 0),
            same_as=before.get(f.digest),
            unsure=sum(not _sure(c, f.overrides) for c in f.reading.get("columns", ())),
            as_of=date.fromisoformat(f.reading["as_of"]) if f.reading.get("as_of") else None,
            as_of_why=day_word(f.reading.get("as_of_why", "")),
            columns=f.reading.get("columns", ()),
            chosen=f.overrides,
        )
        for f in kept
    )


def _sure(column: Mapping[str, Any], chosen: Mapping[str, Any]) -> bool:
    """What the officer chose is no proposal any more."""
    return column["confidence"] >= SURE or column_key(column) in chosen


def _tables(found: Sequence[Mapping[str, Any]], chosen: Mapping[str, Any]) -> tuple[TableView, ...]:
    tables: dict[tuple[str, int], list[ColumnView]] = {}
    for c in found:
        tables.setdefault((c["sheet"], c["table"]), []).append(
            ColumnView(
                key=column_key(c),
                letter=c["letter"],
                header=c["header"],
                field=c["field"],
                confidence=round(100 * min(1.0, c["confidence"])),
                sure=_sure(c, chosen),
                chosen=column_key(c) in chosen,
                why=why_sentence(c["why"][0]) if c["why"] else "",
                samples=tuple(mask_sample(s, c["field"]) for s in c.get("samples", ())),
            )
        )
    # What is unsure first: that is what people came for.
    for columns in tables.values():
        columns.sort(key=lambda c: c.sure)
    return tuple(TableView(sheet, tuple(columns)) for (sheet, _), columns in tables.items())


def column_key(column: Mapping[str, Any]) -> str:
    """`sheet#table!letter`: how a column is named in forms and in the officer's choices; a sheet may hold several
    tables."""
    return f"{column['sheet']}#{column['table']}!{column['letter']}"
