"""The list of an office's imports."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count
from django.utils.functional import Promise

from binakriya.accounts.rules import Actor
from binakriya.registry.models import Batch, BatchFile, BatchRow
from binakriya.registry.queries.imports.states import LINE, PAGE, TONES
from binakriya.registry.reading_words import state_word
from binakriya.registry.rules.batches import BatchState

Text = str | Promise


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
            TONES.get(BatchState(b.state), ""),
            b.created_at,
            b.by,
            *counted.get(b.id, (0, 0)),
        )
        for b in batches
    )
    return lines, page
