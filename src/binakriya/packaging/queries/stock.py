"""The pages of an office's boards, ready boxes and prices: what stands, since when, from whom, what was before."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.utils.translation import gettext as _now

from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.engines.protection import DEFAULT_STOCK
from binakriya.engines.protection.sources import cite, firmness_of
from binakriya.engines.protection.wording import Language
from binakriya.packaging.models import Board, Offer, Specification, StockBox
from binakriya.packaging.queries.listing import style_name
from binakriya.packaging.rules.states import State


@dataclass(frozen=True, slots=True)
class BoardRow:
    """`id` None: a row of the engine's own table. `source` in words, `source_code` as it is kept. `specifications`: how
    many that stand are of it; `earlier`: how often it was another one under this code."""

    id: UUID | None
    code: str
    flute: str
    caliper_mm: float
    grammage: float
    ect_n_per_mm: float | None
    burst_kpa: float | None
    dx_nm: float | None
    dy_nm: float | None
    supplier: str
    source: str
    source_code: str
    firmness: str
    dated: date | None
    added_at: datetime | None
    added_by: str
    specifications: int
    earlier: int
    removed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class BoxRow:
    """`board_retired`: no longer among the boards that the office packs with."""

    id: UUID
    code: str
    name: str
    style: str
    style_name: str
    inside_mm: tuple[float, float, float]
    board_id: UUID
    board: str
    board_retired: bool
    price: Decimal | None
    supplier: str
    dated: date | None
    on_hand: int | None
    counted_on: date | None
    added_at: datetime
    added_by: str
    earlier: int
    removed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OfferRow:
    """`known`: whether the office has a board of that code."""

    id: UUID
    supplier: str
    board: str
    sold_by: str
    breaks: tuple[tuple[int, float], ...]
    rest: Mapping[str, Any]
    dated: date
    valid_until: date | None
    expired: bool
    added_at: datetime
    added_by: str
    known: bool
    removed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class BoardsPage:
    """`shipped`: the office has none of its own, so the engine's table counts."""

    rows: tuple[BoardRow, ...]
    shipped: bool


def check_reads(by: Actor) -> UUID | None:
    """The office whose tables are meant; None for whoever works for none. Raises NotAllowed."""
    check_may(by, Deed.PACKAGING_READ)
    return by.office_id


def boards_page(*, by: Actor, language: Language) -> BoardsPage:
    """Raises NotAllowed."""
    office_id = check_reads(by)
    standing = _standing_boards(office_id)
    used = _used_boards(office_id)
    if not standing:
        rows = tuple(
            BoardRow(
                None,
                grade.code,
                grade.flute,
                grade.caliper_mm,
                grade.grammage,
                grade.ect_n_per_mm,
                grade.burst_kpa,
                grade.dx_nm,
                grade.dy_nm,
                "",
                cite(grade.source, language),
                grade.source,
                firmness_of(grade.source),
                None,
                None,
                "",
                used.get(grade.code, 0),
                0,
            )
            for grade in DEFAULT_STOCK
        )
        return BoardsPage(rows, True)
    earlier = _earlier(Board, office_id, "code")
    return BoardsPage(
        tuple(_board(row, language, used.get(row.code, 0), earlier.get(row.code, 0)) for row in standing), False
    )


def board_history(*, board_id: UUID, by: Actor, language: Language) -> tuple[BoardRow, ...]:
    """The standing row first, then what was said before under its code. Raises NotAllowed, Board.DoesNotExist."""
    board = _one(Board, board_id, by)
    rows = Board.objects.filter(office_id=board.office_id, code=board.code).exclude(id=board.id)
    used = _used_boards(board.office_id).get(board.code, 0)
    return tuple(_board(row, language, used, 0) for row in (board, *rows.order_by("-added_at")))


def _standing_boards(office_id: UUID | None) -> list[Board]:
    return list(Board.objects.filter(office_id=office_id, removed_at__isnull=True)) if office_id else []


def _used_boards(office_id: UUID | None) -> dict[str, int]:
    if office_id is None:
        return {}
    rows = Specification.objects.filter(office_id=office_id, shown__isnull=False).exclude(
        shown__state=State.WITHDRAWN.value
    )
    return {one["shown__board"]: one["n"] for one in rows.values("shown__board").annotate(n=Count("id")).order_by()}


def _earlier(model: Any, office_id: UUID | None, key: str) -> Counter[str]:
    return Counter(model.objects.filter(office_id=office_id, removed_at__isnull=False).values_list(key, flat=True))


def _board(row: Board, language: Language, used: int, earlier: int) -> BoardRow:
    return BoardRow(
        row.id,
        row.code,
        row.flute,
        row.caliper_mm,
        row.grammage,
        row.ect_n_per_mm,
        row.burst_kpa,
        row.dx_nm,
        row.dy_nm,
        row.supplier,
        cite(row.source, language),
        row.source,
        firmness_of(row.source),
        row.dated,
        row.added_at,
        row.added_by,
        used,
        earlier,
        row.removed_at,
    )


def _one(model: Any, row_id: UUID, by: Actor) -> Any:
    """A standing row in reach. Raises NotAllowed, DoesNotExist."""
    check_may(by, Deed.PACKAGING_READ)
    rows = model.objects.filter(removed_at__isnull=True)
    return (rows if by.system else rows.filter(office_id=by.office_id)).get(id=row_id)


def board_choices(office_id: UUID | None) -> list[tuple[str, str]]:
    """Id and code of the office's own boards: what a ready box can be said to be of."""
    return [(str(row.id), row.code) for row in _standing_boards(office_id)]


def board_codes(office_id: UUID | None) -> list[str]:
    """Codes of what the office packs with: its own boards, else the engine's."""
    return [row.code for row in _standing_boards(office_id)] or [grade.code for grade in DEFAULT_STOCK]


def boxes_of_board(*, board_id: UUID, by: Actor) -> tuple[tuple[UUID, str, str], ...]:
    """Id, code and name of the standing ready boxes of a board. Raises NotAllowed."""
    check_may(by, Deed.PACKAGING_READ)
    rows = StockBox.objects.filter(board_id=board_id, removed_at__isnull=True)
    rows = rows if by.system else rows.filter(office_id=by.office_id)
    return tuple(rows.order_by("code").values_list("id", "code", "name"))


def boxes_page(*, by: Actor, language: Language) -> tuple[BoxRow, ...]:
    """Raises NotAllowed."""
    office_id = check_reads(by)
    if office_id is None:
        return ()
    rows = StockBox.objects.filter(office_id=office_id, removed_at__isnull=True).select_related("board")
    earlier = _earlier(StockBox, office_id, "code")
    return tuple(_box(row, language, earlier.get(row.code, 0)) for row in rows)


def box_history(*, stock_box_id: UUID, by: Actor, language: Language) -> tuple[BoxRow, ...]:
    """The standing row first. Raises NotAllowed, StockBox.DoesNotExist."""
    box = _one(StockBox, stock_box_id, by)
    rows = StockBox.objects.filter(office_id=box.office_id, code=box.code).exclude(id=box.id).select_related("board")
    return tuple(_box(row, language, 0) for row in (box, *rows.order_by("-added_at")))


def _box(row: StockBox, language: Language, earlier: int) -> BoxRow:
    return BoxRow(
        row.id,
        row.code,
        row.name,
        row.style,
        style_name(row.style, language),
        (row.length_mm, row.breadth_mm, row.height_mm),
        row.board_id,
        row.board.code,
        row.board.removed_at is not None,
        row.price,
        row.supplier,
        row.dated,
        row.on_hand,
        row.counted_on,
        row.added_at,
        row.added_by,
        earlier,
        row.removed_at,
    )


def offers_page(*, by: Actor, on: date) -> tuple[OfferRow, ...]:
    """By board, the newest first. Raises NotAllowed."""
    office_id = check_reads(by)
    if office_id is None:
        return ()
    known = set(board_codes(office_id))
    rows = Offer.objects.filter(office_id=office_id, removed_at__isnull=True)
    return tuple(_offer(row, on, known) for row in rows)


def offer_history(*, offer_id: UUID, by: Actor, on: date) -> tuple[OfferRow, ...]:
    """The standing row first, then what that supplier said of that board before. Raises NotAllowed,
    Offer.DoesNotExist."""
    offer = _one(Offer, offer_id, by)
    same = Q(office_id=offer.office_id, supplier=offer.supplier, board_code=offer.board_code)
    rows = Offer.objects.filter(same).exclude(id=offer.id).order_by("-dated", "-added_at")
    known = set(board_codes(offer.office_id))
    return tuple(_offer(row, on, known) for row in (offer, *rows))


def _offer(row: Offer, on: date, known: set[str]) -> OfferRow:
    return OfferRow(
        row.id,
        row.supplier,
        row.board_code,
        row.sold_by,
        tuple((int(quantity), float(amount)) for quantity, amount in row.breaks),
        row.rest,
        row.dated,
        row.valid_until,
        row.valid_until is not None and row.valid_until < on,
        row.added_at,
        row.added_by,
        row.board_code in known,
        row.removed_at,
    )


def offer_extras(row: OfferRow) -> list[tuple[str, str, object]]:
    """What an offer says besides the board: word, kind ("rupiah", "number", "text", "breaks"), value."""
    rest = row.rest
    found: list[tuple[str, str, object]] = []
    if rest.get("sheet_mm"):
        found.append((_now("Ukuran lembar (mm)"), "text", " × ".join(f"{side:g}" for side in rest["sheet_mm"])))
    for key, word, kind in (
        ("printing_setup", _now("Pelat cetak"), "rupiah"),
        ("printing_run", _now("Cetak tiap kotak"), "breaks"),
        ("die", _now("Pisau potong"), "rupiah"),
        ("gluing_run", _now("Lem tiap kotak"), "breaks"),
        ("delivery", _now("Antar"), "rupiah"),
        ("least_boxes", _now("Pesanan paling sedikit (kotak)"), "number"),
        ("least_amount", _now("Pesanan paling sedikit"), "rupiah"),
        ("tax_rate", _now("Pajak"), "percent"),
    ):
        if rest.get(key):
            found.append((word, kind, rest[key]))
    return found
