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
from binakriya.registry.models import BatchRow
from binakriya.registry.queries.imports.states import LINE
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
from binakriya.registry.rules.list_rows import CORRECTABLE, left_out_of
from binakriya.registry.rules.showing import PERSONAL, mask_free, mask_loose, mask_sample, mask_value

Text = str | Promise
SHOWN = 90  # letters of a cell


@dataclass(frozen=True, slots=True)
class CellView:
    """`raw` is what the cell shows, `text` what was understood ("" when nothing). `doubts`: sentences with remedies.
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

    @property
    def brief(self) -> tuple[tuple[str, str, CellView | None], ...]:
        """Label, text and, where there is more to say, the cell: a preview shows some five hundred cells."""
        return tuple(
            (c.label, c.text, c if c.doubts or c.corrected or c.tell_raw or not c.text else None) for c in self.cells
        )


@lru_cache(maxsize=512)
def _label(name: str, language: str) -> str:
    return str(field_word(name))


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
    language = get_language() or ""
    for name, cell in sorted(kept.get("cells", {}).items(), key=lambda item: _ORDER.get(item[0], len(_ORDER))):
        raw, value = cell["raw"], cell["value"]
        if not raw and value in NOTHING:
            continue
        text = cell_text(name, value)
        if not whole:
            text = mask_value(text, name)
        shown = raw if whole else mask_sample(raw, secret.get(raw, name))
        differs = shown != text and _folded(shown) != _folded(text)
        tell_raw = differs and bool(shown) and (raw, *cell["letters"]) not in told
        if tell_raw:
            told.add((raw, *cell["letters"]))
        doubts = (str(sentence_of(n)) for n in cell["warnings"])
        cells.append(
            CellView(
                field=name,
                label=_label(name, language),
                raw=shown,
                text=text,
                reason=cell["why"],
                doubts=tuple(d if whole else mask_loose(d) for d in doubts),
                letters=", ".join(cell["letters"]),
                corrected=name in corrections,
                differs=differs,
                tell_raw=tell_raw,
                whole=whole,
            )
        )
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
            (o["header"] or o["letter"], o["text"] if whole else mask_free(o["text"]))
            for o in kept.get("other", ())
            if o["text"]
        ),
        looks_like=(row.looks_like.id, row.looks_like.name) if row.looks_like else None,
        left_out=left_out,
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
