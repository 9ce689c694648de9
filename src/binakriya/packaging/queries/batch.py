"""Batches: what a file or a choice of products holds, how far the work is, what came of it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _now

from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.engines.protection.wording import Language
from binakriya.foundation.rules.refusals import Refused
from binakriya.packaging.models import Batch, BatchItem, Specification
from binakriya.packaging.queries.classes import Group, classes_of
from binakriya.packaging.queries.listing import batches_of
from binakriya.packaging.rules.classes import BUSY, archiving, can, lost
from binakriya.packaging.rules.states import State
from binakriya.packaging.rules.words import words
from binakriya.products.queries.lists import planned, seen_list
from binakriya.products.queries.scope import visible as visible_products
from binakriya.products.rules.facts import State as ProductState
from binakriya.products.words import FIELDS, mass_shown, reason_of, size_shown

SHOWN = 25


def fold(name: str) -> str:
    return " ".join(name.casefold().split())


def seen_batch(batch_id: UUID, by: Actor) -> Batch:
    """Raises NotAllowed, Batch.DoesNotExist (also for one out of reach)."""
    check_may(by, Deed.PACKAGING_WRITE)
    return batches_of(by).get(id=batch_id)


# What there is to pack --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """A choice of products. `code`: "unpacked", "measured", or the id of a class; `products`: how many there are."""

    code: str
    name: str
    products: int


def sources(by: Actor) -> tuple[Source, ...]:
    """Raises NotAllowed."""
    check_may(by, Deed.PACKAGING_WRITE)
    every = _measured(by)
    makers = Counter(every.values())
    packed = set(Specification.objects.filter(product__in=visible_products(by)).values_list("product_id", flat=True))
    found = [
        Source("unpacked", _now("Sudah diukur, belum punya kemasan"), len(every.keys() - packed)),
        Source("measured", _now("Semua produk yang sudah diukur"), len(every)),
    ]
    for group in classes_of(by):
        found.append(Source(str(group.id), group.name, sum(makers[maker] for maker in group.makers)))
    return tuple(found)


def product_ids_of(*, code: str, by: Actor) -> tuple[list[UUID], str]:
    """The products of a source, and its name. Raises NotAllowed, Refused("batch_source")."""
    check_may(by, Deed.PACKAGING_WRITE)
    if code == "unpacked":
        return list(_measured(by, packed=False)), _now("Sudah diukur, belum punya kemasan")
    if code == "measured":
        return list(_measured(by)), _now("Semua produk yang sudah diukur")
    group: Group | None = next((one for one in classes_of(by) if str(one.id) == code), None)
    if group is None:
        raise Refused("batch_source")
    return list(_measured(by, makers=group.makers)), group.name


def _measured(by: Actor, *, packed: bool = True, makers: frozenset[UUID] | None = None) -> dict[UUID, UUID]:
    """Product → maker, by name. `packed`: also those that have a specification already."""
    rows = visible_products(by).filter(
        state=ProductState.ACTIVE,
        variants__removed_at__isnull=True,
        variants__length_mm__isnull=False,
        variants__mass_g__isnull=False,
    )
    if not packed:
        rows = rows.exclude(Exists(Specification.objects.filter(product_id=OuterRef("pk"))))
    if makers is not None:
        rows = rows.filter(maker_id__in=makers)
    return dict(rows.order_by("name", "id").values_list("id", "maker_id"))


# A file ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FileRow:
    """A row of the file: `state` "new" (becomes a product), "standing" (that product is there already and is packed as
    it is), "left". `problems`: column and what to do. `maker_id` and `name` (folded) find the product."""

    number: int
    title: str
    maker: str
    maker_id: UUID | None
    name: str
    size: str
    mass: str
    state: str
    problems: tuple[tuple[str, str], ...]

    @property
    def ready(self) -> bool:
        return self.state != "left"

    @property
    def new(self) -> bool:
        return self.state == "new"


def of_list(batch: Batch, by: Actor) -> tuple[FileRow, ...]:
    """The rows of a batch's file. Raises NotAllowed, ProductList.DoesNotExist."""
    if batch.product_list_id is None:
        return ()
    made = seen_list(batch.product_list_id, by)
    found = []
    for one in planned(made, who=made.added_by, on=timezone.localdate(made.added_at)):
        row, measured = one.row, one.row.measured
        problems = [(str(FIELDS[key]), reason_of(error)) for key, error in row.problems]
        if one.why:
            problems.append((str(FIELDS["maker"]), reason_of(Refused(one.why, name=row.maker))))
        if not problems and measured is None and not one.standing:
            problems.append((str(FIELDS["length"]), _now("Kosong. Ukur dan timbang, lalu isi di berkas.")))
        ready = one.maker is not None and not problems
        found.append(
            FileRow(
                row.number,
                row.name,
                one.maker.name if one.maker else row.maker,
                one.maker.id if one.maker else None,
                fold(row.name),
                size_shown((measured.size.length, measured.size.breadth, measured.size.height), measured.size.shape)
                if measured
                else "",
                mass_shown(measured.mass) if measured else "",
                ("standing" if one.standing else "new") if ready else "left",
                tuple(problems),
            )
        )
    return tuple(found)


def products_of_rows(rows: tuple[FileRow, ...], by: Actor) -> dict[UUID, int]:
    """Product → its row's number, for the rows that are ready and whose products stand."""
    wanted = {(row.maker_id, row.name): row.number for row in rows if row.ready}
    makers = {maker for maker, _name in wanted if maker is not None}
    known = visible_products(by).filter(maker_id__in=makers, state=ProductState.ACTIVE)
    return {
        product_id: wanted[(maker_id, fold(name))]
        for product_id, maker_id, name in known.values_list("id", "maker_id", "name")
        if (maker_id, fold(name)) in wanted
    }


# What came of it ---------------------------------------------------------------------------------------------------


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
    rows = batches_of(by).exclude(state="discarded")
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
    """`done` of `total` items have come to an end. `lost`: nobody works on it though it says so; it can be taken up."""

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


def batch_page(*, batch_id: UUID, by: Actor, now: datetime, language: Language) -> BatchPage:
    """Raises NotAllowed, Batch.DoesNotExist."""
    batch = seen_batch(batch_id, by)
    items = tuple(_item(one, language) for one in _items(batch))
    drafted = batch.state == "draft"
    file_rows = of_list(batch, by) if drafted or batch.product_list_id else ()
    ready = sum(row.ready for row in file_rows) if drafted and file_rows else sum(i.state == "waiting" for i in items)
    done = sum(one.state in ("made", "refused", "undone") for one in items)
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
        total=sum(one.state != "left" for one in items),
        busy=batch.state in BUSY,
        lost=gone,
        may_start=(can(batch.state, "start") or gone) and ready > 0,
        may_stop=can(batch.state, "stop"),
        may_undo=can(batch.state, "undo") and any(i.version_state == State.DRAFT for i in items),
        summary=summary_of(items, batch.quantity, sum(not row.ready for row in file_rows)),
        checked=sum(i.version_state not in ("", State.DRAFT, State.WITHDRAWN) for i in items),
        archive_at=batch.archive_at,
        archiving=archiving(batch.archive_asked_at, batch.archive_at, now),
    )


@dataclass(frozen=True, slots=True)
class Progress:
    """`archiving`: its ZIP is being made."""

    id: UUID
    state: str
    done: int
    total: int
    busy: bool
    lost: bool
    archiving: bool


def batch_progress(*, batch_id: UUID, by: Actor, now: datetime) -> Progress:
    """The part that is asked for again and again: two reads. Raises NotAllowed, Batch.DoesNotExist."""
    batch = seen_batch(batch_id, by)
    counts = batch.items.aggregate(
        done=Count("id", filter=Q(state__in=("made", "refused", "undone"))), total=Count("id", filter=~Q(state="left"))
    )
    gone = lost(batch.state, batch.touched_at, now)
    making = archiving(batch.archive_asked_at, batch.archive_at, now)
    return Progress(batch.id, batch.state, counts["done"], counts["total"], batch.state in BUSY, gone, making)


def archive_of(*, batch_id: UUID, by: Actor) -> tuple[str, str]:
    """The name of the ZIP in the folder of files ("" for none), and that of the batch. Raises NotAllowed,
    Batch.DoesNotExist."""
    batch = seen_batch(batch_id, by)
    return batch.archive, batch.name


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
    made = [one for one in items if one.state == "made"]
    names = {one.style: one.style_name for one in made}
    priced = [one.unit_cost for one in made if one.unit_cost is not None]
    return Summary(
        made=len(made),
        refused=sum(one.state == "refused" for one in items),
        left=left + sum(one.state == "left" for one in items),
        area_m2=sum(one.area_m2 or 0.0 for one in made) * quantity,
        cost=sum(priced) * quantity,
        priced=len(priced),
        gross_kg=sum(one.gross_kg or 0.0 for one in made),
        styles=tuple((code, names[code], n) for code, n in Counter(one.style for one in made).most_common()),
        boards=tuple(Counter(one.board for one in made).most_common()),
    )


@dataclass(frozen=True, slots=True)
class MadePack:
    """A pack of the batch whole. `position` in the batch; `number` of its version."""

    position: int
    version_id: UUID
    title: str
    content: Mapping[str, Any]
    number: int


def made_packs(*, batch_id: UUID, by: Actor) -> Iterator[MadePack]:
    """One after the other, for files. Raises NotAllowed, Batch.DoesNotExist."""
    rows = seen_batch(batch_id, by).items.filter(state="made").select_related("version")
    for one in rows.iterator(chunk_size=20):
        if one.version is not None:
            yield MadePack(one.position, one.version.id, one.title, one.version.content, one.version.number)


def summary_lines(page: BatchPage) -> list[list[object]]:
    """The summary as a table, head first: one line for each product, the rows of the file that were left out last."""
    lines: list[list[object]] = [
        [
            _now("Baris"),
            _now("Produk"),
            _now("Pembuat"),
            _now("Hasil"),
            _now("Kode gaya"),
            _now("Gaya kotak"),
            _now("Karton"),
            _now("Ukuran dalam (mm)"),
            _now("Ukuran luar (mm)"),
            _now("Luas karton (m²)"),
            _now("Massa kotor (kg)"),
            _now("Bantalan"),
            _now("Biaya per kotak (Rp)"),
            _now("Sebab"),
        ]
    ]
    results = {"made": _now("dibuat"), "refused": _now("tidak dapat"), "undone": _now("diurungkan")}
    for one in page.items:
        lines.append(
            [
                one.row if one.row is not None else "",
                one.title,
                one.maker,
                results.get(one.state, _now("belum dihitung")),
                one.style,
                one.style_name,
                one.board,
                _sides(one.inside),
                _sides(one.outside),
                "" if one.area_m2 is None else round(one.area_m2, 4),
                "" if one.gross_kg is None else round(one.gross_kg, 3),
                one.cushion,
                "" if one.unit_cost is None else round(one.unit_cost),
                one.why,
            ]
        )
    for row in page.file_rows:
        if not row.ready:
            why = "; ".join(f"{column}: {text}" for column, text in row.problems)
            lines.append([row.number, row.title, row.maker, _now("dilewati"), *[""] * 9, why])
    return lines


def stem_of(name: str) -> str:
    """The beginning of a file's name."""
    return f"{_now('kemasan')}-{slugify(name)[:60] or _now('sekelas')}"


def tongue_of(text: str) -> Language:
    return "en" if text == "en" else "id"


def _sides(sides: tuple[float, ...]) -> str:
    return " × ".join(f"{side:.0f}" for side in sides)
