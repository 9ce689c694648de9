"""Rows of an import: each cell as read, as understood, and why."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext

from binakriya.accounts.rules import Actor, may_office
from binakriya.foundation.rules.masks import DOT
from binakriya.registry.models import BatchRow
from binakriya.registry.queries.imports.states import LINE, ORDER, PROBLEM
from binakriya.registry.reading_words import (
    NOTHING,
    cell_text,
    field_word,
    left_out_sentence,
    skip_word,
    why_sentence,
)
from binakriya.registry.reading_words import problem_sentence as sentence_of
from binakriya.registry.rules.batches import BatchState
from binakriya.registry.rules.list_rows import CORRECTABLE, doubt_key, is_doubt, left_out_of
from binakriya.registry.rules.showing import PERSONAL, mask_free, mask_loose, mask_sample, mask_value

Text = str | Promise
SHOWN = 90  # letters of a cell


@dataclass(frozen=True, slots=True)
class CellView:
    """`raw` is what the cell shows, `text` what was understood ("" when nothing). `doubts`: sentences with remedies;
    none where `settled`: the officer let it stand.
    `tell_raw`: worth showing beside the value: it differs, and no cell before it came from the same place."""

    field: str
    label: str
    raw: str
    text: str
    reason: Mapping[str, Any]
    doubts: tuple[str, ...]
    letters: str
    corrected: bool
    differs: bool
    tell_raw: bool = False
    whole: bool = False
    settled: bool = False

    @property
    def why(self) -> str:
        """Made when it is asked for: most cells of a preview don't tell it."""
        said = str(why_sentence(self.reason))
        return said if self.whole else mask_loose(said)

    @property
    def note(self) -> str:
        """What the cell shows and why it was understood so; "" where that tells nothing new."""
        if not self.tell_raw:
            return ""
        raw = self.raw if len(self.raw) <= SHOWN else f"{self.raw[:SHOWN]}…"
        return gettext("tertulis: %(raw)s. %(why)s") % {"raw": raw, "why": self.why}


@dataclass(frozen=True, slots=True)
class LeftOutView:
    """A value that would not be stored. `field` as `settle_doubt` takes it. `settled`: the officer let it be so."""

    field: str
    label: Text
    why: Text
    settled: bool


@dataclass(frozen=True, slots=True)
class LineView:
    """One row of the preview: who it is and what is doubtful of it. `facts`: label and text of the little that tells
    which row it is. `text`: of a line that was not taken for data."""

    id: UUID
    file_name: str
    sheet: str
    number: str
    title: str
    facts: tuple[tuple[str, str], ...]
    doubted: tuple[CellView, ...]
    left_out: tuple[LeftOutView, ...]
    looks_like: str
    included: bool
    data: bool
    skip_word: Text
    nameless: bool
    text: str

    @property
    def doubts(self) -> int:
        return len(self.doubted) + len(self.left_out) + self.nameless


_TOLD = ("owner_name", "kelurahan", "products", "phone")  # beside the name, for one row of the preview


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _says_nothing(raw: str) -> bool:
    """Whether nothing but dots is left of a masked cell."""
    return DOT in raw and not any(c.isalnum() for c in raw)


def _folded(text: str) -> str:
    """Without what only writing differs in: spaces, signs, capitals."""
    return "".join(c for c in text.casefold() if c.isalnum())


@dataclass(frozen=True, slots=True)
class RowView:
    id: UUID
    file_name: str
    sheet: str
    number: str
    title: str
    included: bool
    data: bool
    skip_word: Text
    cells: tuple[CellView, ...]
    others: tuple[tuple[str, str], ...]
    looks_like: tuple[UUID, str] | None
    left_out: tuple[LeftOutView, ...]
    warnings: int
    errors: int
    text: str = ""
    ready: bool = False
    whole: bool = False

    @property
    def doubted(self) -> tuple[CellView, ...]:
        return tuple(c for c in self.cells if c.doubts)

    @property
    def brief(self) -> tuple[tuple[str, str, CellView | None], ...]:
        """Label, text and, where there is more to say, the cell."""
        return tuple(
            (c.label, c.text, c if c.doubts or c.corrected or c.settled or c.tell_raw or not c.text else None)
            for c in self.cells
        )


@lru_cache(maxsize=512)
def _label(name: str, language: str) -> str:
    return str(field_word(name))


# As the form of a row has them: names first, address before its parts.
_ORDER = {name: n for n, name in enumerate(CORRECTABLE)}


class _Reader:
    """Makes views of the cells of one row. `whole`: with the personal values as they are; otherwise they are masked, as
    read and as understood."""

    def __init__(self, row: BatchRow, kept: Mapping[str, Any], *, whole: bool = False) -> None:
        self.cells: Mapping[str, Any] = kept.get("cells", {})
        self.whole = whole
        self.settled = set(row.settled)
        self.corrections = json.loads(row.corrections) if row.corrections else {}
        self.language = get_language() or ""
        self._told: set[tuple[str, ...]] = set()
        # A cell that holds an address beside a name is masked for both.
        self._secret = {c["raw"]: n for n, c in self.cells.items() if n in PERSONAL and c["raw"]}

    def names(self) -> list[str]:
        """Fields that say something, in the order of the form of a row."""
        said = (n for n, c in self.cells.items() if c["raw"] or c["value"] not in NOTHING)
        return sorted(said, key=lambda n: _ORDER.get(n, len(_ORDER)))

    def text(self, name: str) -> str:
        cell = self.cells.get(name)
        text = cell_text(name, cell["value"]) if cell else ""
        return text if self.whole else mask_value(text, name)

    def doubted(self, name: str) -> bool:
        return any(doubt_key(name, note["code"]) not in self.settled for note in self.notes(name))

    def notes(self, name: str) -> list[Mapping[str, Any]]:
        """What is doubtful about a cell."""
        return [note for note in self.cells[name]["warnings"] if is_doubt(note)]

    def open_doubts(self) -> int:
        """How many doubts about cells nobody has let stand."""
        return sum(doubt_key(n, note["code"]) not in self.settled for n in self.cells for note in self.notes(n))

    def cell(self, name: str) -> CellView:
        cell, text = self.cells[name], self.text(name)
        raw = cell["raw"]
        shown = raw if self.whole else mask_sample(raw, self._secret.get(raw, name))
        differs = shown != text and _folded(shown) != _folded(text)
        tell_raw = differs and bool(shown) and not _says_nothing(shown) and (raw, *cell["letters"]) not in self._told
        if tell_raw:
            self._told.add((raw, *cell["letters"]))
        notes = self.notes(name)
        doubts = [str(sentence_of(n)) for n in notes if doubt_key(name, n["code"]) not in self.settled]
        return CellView(
            field=name,
            label=_label(name, self.language),
            raw=shown,
            text=text,
            reason=next((note for note in cell["warnings"] if not is_doubt(note)), cell["why"]),
            doubts=tuple(d if self.whole else mask_loose(d) for d in doubts),
            letters=", ".join(cell["letters"]),
            corrected=name in self.corrections,
            differs=differs,
            tell_raw=tell_raw,
            whole=self.whole,
            settled=bool(notes) and not doubts,
        )

    def left_out(self) -> tuple[LeftOutView, ...]:
        values = {n: c["value"] for n, c in self.cells.items() if c["value"] not in NOTHING}
        return tuple(
            LeftOutView(
                f"-{lo.field}",
                field_word(lo.field),
                left_out_sentence(lo.code),
                doubt_key(lo.field, lo.code, left_out=True) in self.settled,
            )
            for lo in left_out_of(values)
        )


def line_view(row: BatchRow) -> LineView:
    """A row as the preview shows it; only what is doubtful is worked out."""
    kept = json.loads(row.payload)
    reader = _Reader(row, kept)
    title = reader.text("business_name")
    told = [(n, reader.text(n)) for n in _TOLD]
    owner = told[0][1]
    return LineView(
        id=row.id,
        file_name=row.file.name,
        sheet=row.sheet,
        number=row.label,
        title=title or owner,
        facts=tuple((_label(n, reader.language), _short(t)) for n, t in told if t and (title or n != "owner_name")),
        doubted=tuple(reader.cell(n) for n in reader.names() if reader.doubted(n)) if row.warnings else (),
        # Whether something cannot be stored takes building the facts: only where the cells' doubts are not all.
        left_out=tuple(lo for lo in reader.left_out() if not lo.settled) if row.warnings > reader.open_doubts() else (),
        looks_like=row.looks_like.name if row.looks_like else "",
        included=row.included,
        data=not row.skip_reason.startswith(LINE),
        skip_word=skip_word(row.skip_reason.removeprefix(LINE)) if row.skip_reason else "",
        nameless=bool(row.errors),
        text=mask_free(kept.get("text", "")),
    )


def row_view(row: BatchRow, *, whole: bool = False) -> RowView:
    """Everything of a row. `whole`: with the personal values as they are; otherwise they are masked."""
    kept = json.loads(row.payload)
    reader = _Reader(row, kept, whole=whole)
    cells = tuple(reader.cell(name) for name in reader.names())
    by_field = {c.field: c.text for c in cells}
    return RowView(
        id=row.id,
        file_name=row.file.name,
        sheet=row.sheet,
        number=row.label,
        title=by_field.get("business_name") or by_field.get("owner_name") or "",
        included=row.included,
        data=not row.skip_reason.startswith(LINE),
        skip_word=skip_word(row.skip_reason.removeprefix(LINE)) if row.skip_reason else "",
        cells=cells,
        others=tuple(
            (o["header"] or o["letter"], o["text"] if whole else mask_free(o["text"]))
            for o in kept.get("other", ())
            if o["text"]
        ),
        looks_like=(row.looks_like.id, row.looks_like.name) if row.looks_like else None,
        left_out=reader.left_out(),
        warnings=row.warnings,
        errors=row.errors,
        text=kept.get("text", "") if whole else mask_free(kept.get("text", "")),
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


def next_doubted(*, batch_id: UUID, after: UUID) -> UUID | None:
    """The next row of an import that is to be looked at, the first one after the last; None when there is none. The
    caller has checked that the import is the actor's."""
    ids = list(BatchRow.objects.filter(PROBLEM, file__batch_id=batch_id).order_by(*ORDER).values_list("id", flat=True))
    if after in ids:
        ids = ids[ids.index(after) + 1 :] + ids[: ids.index(after)]
    else:
        place = BatchRow.objects.filter(id=after).values_list(*ORDER).first()
        rest = list(BatchRow.objects.filter(id__in=ids[:2000]).order_by(*ORDER).values_list("id", *ORDER))
        later = [i for i, *at in rest if place is None or tuple(at) > place]
        ids = later + ids
    return ids[0] if ids else None
