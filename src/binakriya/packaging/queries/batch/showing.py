"""How far the work is and what came of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q

from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.engines.protection.wording import Language
from binakriya.packaging.models import Batch, BatchItem
from binakriya.packaging.queries.batch.reach import seen_batch
from binakriya.packaging.queries.batch.rows import FileRow, of_list, unread_of
from binakriya.packaging.queries.listing import batches_of
from binakriya.packaging.rules.classes import (
    BUSY,
    ENDED,
    BatchState,
    ItemState,
    archiving,
    can,
    lost,
)
from binakriya.packaging.rules.states import State
from binakriya.packaging.rules.words import words

SHOWN = 25


def facts_for(content: Mapping[str, Any]) -> dict[str, Any]:
    """What the summary needs of a specification, kept with the item so that no sheet is read for it."""
    box, cost = content["box"], content["cost"]
    return {
        "style": box["style"],
        "name": box["name"],
        "board": box["board"]["code"],
        "area_m2": box["area_m2"],
        "inside_mm": box["inside_mm"],
        "outside_mm": box["outside_mm"],
        "gross_kg": content["gross_kg"],
        "cushion": content["cushion"]["words"] if content["cushion"] else None,
        "unit_cost": cost["unit"] if cost else None,
        "stock_box": box["stock_box"]["name"] if box["stock_box"] else "",
    }


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A batch in the list; `made`, `refused`, `waiting` count its items."""

    id: UUID
    name: str
    state: str
    at: datetime
    by: str
    journey: str
    made: int
    refused: int
    waiting: int
    is_sample: bool


@dataclass(frozen=True, slots=True)
class BatchesPage:
    rows: tuple[BatchRow, ...]
    page: Page[Batch]


def batches_page(*, by: Actor, number: int) -> BatchesPage:
    """Newest first, without the discarded ones. Raises NotAllowed."""
    check_may(by, Deed.PACKAGING_WRITE)
    rows = batches_of(by).exclude(state=BatchState.DISCARDED)
    page = Paginator(rows.order_by("-asked_at", "-id"), 20).get_page(number)
    shown = list(page.object_list)
    counted = BatchItem.objects.filter(batch__in=shown).values("batch_id", "state").annotate(n=Count("id")).order_by()
    counts = {(one["batch_id"], one["state"]): one["n"] for one in counted}
    return BatchesPage(
        tuple(
            BatchRow(
                one.id,
                one.name,
                one.state,
                one.asked_at,
                one.asked_by,
                one.journey,
                counts.get((one.id, "made"), 0),
                counts.get((one.id, "refused"), 0),
                counts.get((one.id, "waiting"), 0),
                one.is_sample,
            )
            for one in shown
        ),
        page,
    )


@dataclass(frozen=True, slots=True)
class ItemRow:
    """`state` of the item, `version_state` of what it made; `why` in the reader's language, with the file's row."""

    id: UUID
    row: int | None
    product_id: UUID
    title: str
    maker: str
    state: str
    version_id: UUID | None
    version_state: str
    style: str
    style_name: str
    board: str
    inside: tuple[float, ...]
    outside: tuple[float, ...]
    area_m2: float | None
    gross_kg: float | None
    unit_cost: float | None
    cushion: str
    why: str


@dataclass(frozen=True, slots=True)
class Summary:
    """`area_m2` and `cost` (rupiah) for one box of each product times the quantity; `priced`: of how many the cost is
    known. `styles`: code, name, how many."""

    made: int
    refused: int
    left: int
    area_m2: float
    cost: float
    priced: int
    gross_kg: float
    styles: tuple[tuple[str, str, int], ...]
    boards: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class BatchPage:
    """`done` of `total` items have come to an end. `lost`: nobody works on it though it says so; it can be taken up.
    `fixing`: rows of the file that are to be put right. Of one that is undone: `withdrawn` drafts, `kept` packs that
    somebody had signed, `taken_back` products, why, when and by whom."""

    id: UUID
    name: str
    state: str
    journey: str
    purpose: str
    quantity: int
    at: datetime
    by: str
    ended_at: datetime | None
    is_sample: bool
    items: tuple[ItemRow, ...]
    file_rows: tuple[FileRow, ...]
    ready: int
    done: int
    total: int
    busy: bool
    lost: bool
    may_start: bool
    may_stop: bool
    may_undo: bool
    summary: Summary
    checked: int
    archive_at: datetime | None
    archiving: bool
    unread: tuple[str, ...]
    fixing: int
    undoing: bool
    withdrawn: int
    kept: int
    taken_back: int
    reason: str
    undone_at: datetime | None
    undone_by: str


def batch_page(*, batch_id: UUID, by: Actor, now: datetime, language: Language) -> BatchPage:
    """Raises NotAllowed, Batch.DoesNotExist."""
    batch = seen_batch(batch_id, by)
    items = tuple(_item(one, language) for one in _items(batch))
    drafted = batch.state == BatchState.DRAFT
    file_rows = of_list(batch, by)
    ready = (
        sum(row.ready for row in file_rows)
        if drafted and file_rows
        else sum(i.state == ItemState.WAITING for i in items)
    )
    done = sum(one.state in ENDED for one in items)
    gone = lost(batch.state, batch.touched_at, now)
    return BatchPage(
        id=batch.id,
        name=batch.name,
        state=batch.state,
        journey=batch.journey,
        purpose=batch.purpose,
        quantity=batch.quantity,
        at=batch.asked_at,
        by=batch.asked_by,
        ended_at=batch.ended_at,
        is_sample=batch.is_sample,
        items=items,
        file_rows=file_rows,
        ready=ready,
        done=done,
        total=sum(one.state != ItemState.LEFT for one in items),
        busy=batch.state in BUSY,
        lost=gone,
        may_start=(can(batch.state, "start") or gone) and ready > 0,
        may_stop=can(batch.state, "stop"),
        may_undo=can(batch.state, "undo") and any(i.version_state == State.DRAFT for i in items),
        summary=summary_of(items, batch.quantity, sum(not row.ready for row in file_rows)),
        checked=sum(i.version_state not in ("", State.DRAFT, State.WITHDRAWN) for i in items),
        archive_at=batch.archive_at,
        archiving=archiving(batch.archive_asked_at, batch.archive_at, now),
        unread=unread_of(batch, by),
        fixing=sum(not row.ready for row in file_rows),
        undoing=batch.state == BatchState.UNDOING,
        withdrawn=sum(one.state == ItemState.UNDONE for one in items),
        kept=sum(one.state == ItemState.MADE for one in items),
        taken_back=batch.taken_back,
        reason=batch.reason,
        undone_at=batch.undone_at,
        undone_by=batch.undone_by,
    )


@dataclass(frozen=True, slots=True)
class Progress:
    """`archiving`: its ZIP is being made. While it is `undoing`, `done` of `total` packs have been gone through."""

    id: UUID
    state: str
    done: int
    total: int
    busy: bool
    lost: bool
    archiving: bool
    undoing: bool


def batch_progress(*, batch_id: UUID, by: Actor, now: datetime) -> Progress:
    """The part that is asked for again and again: two reads. Raises NotAllowed, Batch.DoesNotExist."""
    batch = seen_batch(batch_id, by)
    undoing = batch.state == BatchState.UNDOING
    if undoing:
        whole = Q(state__in=[ItemState.MADE, ItemState.UNDONE])
        ended = Q(state=ItemState.UNDONE) | (Q(state=ItemState.MADE) & ~Q(version__state=State.DRAFT))
    else:
        whole, ended = ~Q(state=ItemState.LEFT), Q(state__in=ENDED)
    counts = batch.items.aggregate(done=Count("id", filter=ended), total=Count("id", filter=whole))
    gone = lost(batch.state, batch.touched_at, now)
    making = archiving(batch.archive_asked_at, batch.archive_at, now)
    busy = batch.state in BUSY or undoing
    return Progress(batch.id, batch.state, counts["done"], counts["total"], busy, gone, making, undoing)


def _items(batch: Batch) -> list[BatchItem]:
    return list(batch.items.select_related("version").defer("version__content", "version__rests_on"))


def _item(one: BatchItem, language: Language) -> ItemRow:
    facts = one.facts
    return ItemRow(
        id=one.id,
        row=one.row,
        product_id=one.product_id,
        title=one.title,
        maker=one.maker,
        state=one.state,
        version_id=one.version_id,
        version_state=one.version.state if one.version else "",
        style=facts.get("style", ""),
        style_name=facts["name"][language] if facts else "",
        board=facts.get("board", ""),
        inside=tuple(facts.get("inside_mm", ())),
        outside=tuple(facts.get("outside_mm", ())),
        area_m2=facts.get("area_m2"),
        gross_kg=facts.get("gross_kg"),
        unit_cost=facts.get("unit_cost"),
        cushion=(facts["cushion"][language] if facts.get("cushion") else words("wrap", language)) if facts else "",
        why=one.why["text"][language] if one.why else "",
    )


def summary_of(items: tuple[ItemRow, ...], quantity: int, left: int) -> Summary:
    made = [one for one in items if one.state == ItemState.MADE]
    names = {one.style: one.style_name for one in made}
    priced = [one.unit_cost for one in made if one.unit_cost is not None]
    return Summary(
        made=len(made),
        refused=sum(one.state == ItemState.REFUSED for one in items),
        left=left + sum(one.state == ItemState.LEFT for one in items),
        area_m2=sum(one.area_m2 or 0.0 for one in made) * quantity,
        cost=sum(priced) * quantity,
        priced=len(priced),
        gross_kg=sum(one.gross_kg or 0.0 for one in made),
        styles=tuple((code, names[code], n) for code, n in Counter(one.style for one in made).most_common()),
        boards=tuple(Counter(one.board for one in made).most_common()),
    )
