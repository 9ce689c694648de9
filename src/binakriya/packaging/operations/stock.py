"""The office's boards, stock boxes and prices.

A change is a new row: the one before keeps what it said and until when. So a price or a count is always that of a day,
and a specification made before it stays what it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, Refused, check_may, check_office
from binakriya.engines.boxes import BoxError
from binakriya.engines.pricing import PriceError
from binakriya.engines.protection import DEFAULT_STOCK, BoardGrade
from binakriya.foundation.ids import new_id
from binakriya.foundation.operations import record, record_many
from binakriya.foundation.rules.ledger import Line
from binakriya.foundation.rules.text import is_readable, plain_line
from binakriya.packaging.models import Board, Calibrated, Curve, Offer, StockBox
from binakriya.packaging.queries.office import grade_of
from binakriya.packaging.rules.limits import DAYS_AHEAD, OFFER, SHEET_MM, TIER, check_day, within
from binakriya.packaging.rules.offers import price_list
from binakriya.packaging.rules.recommend import make
from binakriya.packaging.words import language

Row = Board | StockBox | Offer


@dataclass(frozen=True, slots=True)
class BoxSaid:
    """A ready box as someone says it is: inside in mm; `price` in rupiah with supplier and day; `on_hand` as counted on
    a day."""

    code: str
    name: str
    inside_mm: tuple[float, float, float]
    board_id: UUID
    style: str = "0201"
    price: Decimal | None = None
    supplier: str = ""
    dated: date | None = None
    on_hand: int | None = None
    counted_on: date | None = None


@dataclass(frozen=True, slots=True)
class OfferSaid:
    """A supplier's prices for one board (`rules.offers`)."""

    supplier: str
    dated: date
    board_code: str
    breaks: tuple[tuple[int, float], ...]
    sold_by: str = "m2"
    valid_until: date | None = None
    rest: Mapping[str, Any] | None = None


def check_days(row: Row, now: datetime) -> None:
    """Raises Refused: day_ahead."""
    today = timezone.localdate(now)
    for name, ahead in DAYS_AHEAD[_TABLE[type(row)]].items():
        check_day(getattr(row, name), today, ahead)


def _code(text: str) -> str:
    """As it shows. Raises Refused: code_unseen."""
    code = plain_line(text)
    if not is_readable(code):
        raise Refused("code_unseen")
    return code


def _may(by: Actor, office_id: UUID) -> None:
    check_may(by, Deed.PACKAGING_STOCK)
    check_office(by, office_id)


# Boards ------------------------------------------------------------------------------------------------------------


def add_board(
    *,
    office_id: UUID,
    grade: BoardGrade,
    by: Actor,
    now: datetime,
    supplier: str = "",
    dated: date | None = None,
) -> UUID:
    """Raises NotAllowed, Refused: board_exists, source_needed, code_unseen, day_ahead, figure (the database's
    limits)."""
    _may(by, office_id)
    if not grade.source.strip() or grade.source == "assumption":
        raise Refused("source_needed")
    if Board.objects.filter(office_id=office_id, code=plain_line(grade.code), removed_at__isnull=True).exists():
        raise Refused("board_exists")
    row = board_row(office_id, grade, by, now, supplier, dated)
    return _added(row, "packaging.board_added", by, now)


def change_board(
    *,
    board_id: UUID,
    grade: BoardGrade,
    by: Actor,
    now: datetime,
    supplier: str = "",
    dated: date | None = None,
) -> UUID:
    """The board from now on, under the same code; the same id where nothing differs. Ready boxes of it go with it.
    Raises NotAllowed, Board.DoesNotExist, Refused: board_exists, source_needed, figure."""
    before = _mine(Board, board_id, by)
    if not grade.source.strip():
        raise Refused("source_needed")
    row = board_row(before.office_id, grade, by, now, supplier, dated)
    return _changed(before, row, "packaging.board_changed", by, now)


def take_default_boards(*, office_id: UUID, by: Actor, now: datetime) -> int:
    """The engine's own table becomes the office's, row by row and with its sources (what is an assumption stays one),
    so that it can be changed; how many. Raises NotAllowed, Refused("boards_stand")."""
    _may(by, office_id)
    with transaction.atomic():
        if Board.objects.filter(office_id=office_id, removed_at__isnull=True).exists():
            raise Refused("boards_stand")
        rows = [board_row(office_id, grade, by, now) for grade in DEFAULT_STOCK]
        Board.objects.bulk_create(rows)
        after = {"boards": len(rows)}
        line = Line("packaging.boards_taken", "packaging.board", str(office_id), "", {}, after)
        record_many(by=by, now=now, office_id=office_id, lines=[line])
    return len(rows)


def drop_own_boards(*, office_id: UUID, by: Actor, now: datetime) -> int:
    """Back to the engine's own table: every board of the office's goes; how many. Raises NotAllowed."""
    _may(by, office_id)
    with transaction.atomic():
        count = Board.objects.filter(office_id=office_id, removed_at__isnull=True).update(removed_at=now)
        if count:
            after = {"boards": count}
            line = Line("packaging.boards_dropped", "packaging.board", str(office_id), "", after, {})
            record_many(by=by, now=now, office_id=office_id, lines=[line])
    return count


def board_row(
    office_id: UUID, grade: BoardGrade, by: Actor, now: datetime, supplier: str = "", dated: date | None = None
) -> Board:
    """The row, not written. Raises Refused: code_unseen, day_ahead."""
    row = Board(
        id=new_id(),
        office_id=office_id,
        code=_code(grade.code),
        flute=grade.flute,
        caliper_mm=grade.caliper_mm,
        grammage=grade.grammage,
        ect_n_per_mm=grade.ect_n_per_mm,
        dx_nm=grade.dx_nm,
        dy_nm=grade.dy_nm,
        burst_kpa=grade.burst_kpa,
        supplier=plain_line(supplier)[:120],
        source=plain_line(grade.source)[:200],
        dated=dated,
        added_at=now,
        added_by=by.label[:120],
    )
    check_days(row, now)
    return row


# Ready boxes -------------------------------------------------------------------------------------------------------


def add_stock_box(*, office_id: UUID, box: BoxSaid, by: Actor, now: datetime) -> UUID:
    """Raises NotAllowed, Board.DoesNotExist, Refused: box_exists, price_said_by, counted_on, box (the style's words),
    figure."""
    _may(by, office_id)
    if StockBox.objects.filter(office_id=office_id, code=plain_line(box.code), removed_at__isnull=True).exists():
        raise Refused("box_exists")
    return _added(_stock_box(office_id, box, by, now), "packaging.stock_box_added", by, now)


def change_stock_box(*, stock_box_id: UUID, box: BoxSaid, by: Actor, now: datetime) -> UUID:
    """Also a new price or a new count. The same id where nothing differs. Raises as `add_stock_box`, and
    StockBox.DoesNotExist."""
    before = _mine(StockBox, stock_box_id, by)
    if str(box.board_id) == str(before.board_id):
        # Its own board counts for it also when it is no longer chosen for others.
        row = stock_box_row(before.office_id, box, before.board, by, now)
    else:
        row = _stock_box(before.office_id, box, by, now)
    return _changed(before, row, "packaging.stock_box_changed", by, now)


def _stock_box(office_id: UUID, box: BoxSaid, by: Actor, now: datetime) -> StockBox:
    board = Board.objects.get(id=box.board_id, office_id=office_id, removed_at__isnull=True)
    return stock_box_row(office_id, box, board, by, now)


def stock_box_row(office_id: UUID, box: BoxSaid, board: Board, by: Actor, now: datetime) -> StockBox:
    """The row, not written. Raises Refused: price_said_by, counted_on, box, code_unseen, day_ahead."""
    if box.price is not None and (not box.supplier.strip() or box.dated is None):
        raise Refused("price_said_by")
    if (box.on_hand is None) != (box.counted_on is None):
        raise Refused("counted_on")
    length, breadth = max(box.inside_mm[:2]), min(box.inside_mm[:2])
    made = make(box.style, (length, breadth, box.inside_mm[2]), grade_of(board))
    if isinstance(made, BoxError):
        raise Refused("box", sentence=f"{made.says.read(language())} {made.way_out.read(language())}")
    row = StockBox(
        id=new_id(),
        office_id=office_id,
        code=_code(box.code),
        name=plain_line(box.name),
        style=box.style,
        length_mm=length,
        breadth_mm=breadth,
        height_mm=box.inside_mm[2],
        board=board,
        price=box.price,
        supplier=plain_line(box.supplier),
        dated=box.dated,
        on_hand=box.on_hand,
        counted_on=box.counted_on,
        added_at=now,
        added_by=by.label[:120],
    )
    check_days(row, now)
    return row


# Prices ------------------------------------------------------------------------------------------------------------


def add_offer(*, office_id: UUID, offer: OfferSaid, by: Actor, now: datetime) -> UUID:
    """A supplier's prices for one board. Raises NotAllowed, Refused: offer_exists, valid_after, price (the pricing
    engine's own sentence)."""
    _may(by, office_id)
    row = offer_row(office_id, offer, by, now)
    standing = Offer.objects.filter(
        office_id=office_id, supplier=row.supplier, board_code=row.board_code, dated=row.dated, removed_at__isnull=True
    )
    if standing.exists():
        raise Refused("offer_exists")
    return _added(row, "packaging.offer_added", by, now)


def change_offer(*, offer_id: UUID, offer: OfferSaid, by: Actor, now: datetime) -> UUID:
    """The same id where nothing differs. Raises as `add_offer`, and Offer.DoesNotExist."""
    before = _mine(Offer, offer_id, by)
    return _changed(before, offer_row(before.office_id, offer, by, now), "packaging.offer_changed", by, now)


def offer_row(office_id: UUID, offer: OfferSaid, by: Actor, now: datetime) -> Offer:
    """The row, not written. Raises Refused: valid_after, figure, sheet_needed, price, price_nothing, day_ahead."""
    if offer.valid_until is not None and offer.valid_until < offer.dated:
        raise Refused("valid_after")
    rest = dict(offer.rest or {})
    sheet = rest.get("sheet_mm")
    if offer.sold_by == "sheet" and not sheet:
        raise Refused("sheet_needed")
    sides = {} if not sheet else {"length": float(sheet[0]), "breadth": float(sheet[1])}
    if not within(rest, OFFER) or not within(sides, dict.fromkeys(sides, SHEET_MM)):
        raise Refused("figure")
    if any(0 <= float(amount) < TIER[0] for _quantity, amount in offer.breaks):
        raise Refused("price_nothing")
    pairs = [[int(quantity), float(amount)] for quantity, amount in offer.breaks]
    try:
        price_list(
            supplier=plain_line(offer.supplier),
            dated=offer.dated,
            valid_until=offer.valid_until,
            board_code=offer.board_code,
            sold_by=offer.sold_by,
            breaks=pairs,
            rest=offer.rest or {},
        )
    except PriceError as error:
        raise Refused("price", sentence=error.text(language())) from error
    row = Offer(
        id=new_id(),
        office_id=office_id,
        supplier=plain_line(offer.supplier),
        dated=offer.dated,
        valid_until=offer.valid_until,
        board_code=plain_line(offer.board_code),
        sold_by=offer.sold_by,
        breaks=pairs,
        rest=dict(offer.rest or {}),
        added_at=now,
        added_by=by.label[:120],
    )
    check_days(row, now)
    return row


# All of them -------------------------------------------------------------------------------------------------------


def remove_board(*, board_id: UUID, by: Actor, now: datetime) -> bool:
    """No longer chosen from; specifications that used it stay as they are. False when it is gone already."""
    return removed(Board, board_id, "packaging.board_removed", by, now)


def remove_stock_box(*, stock_box_id: UUID, by: Actor, now: datetime) -> bool:
    return removed(StockBox, stock_box_id, "packaging.stock_box_removed", by, now)


def remove_offer(*, offer_id: UUID, by: Actor, now: datetime) -> bool:
    return removed(Offer, offer_id, "packaging.offer_removed", by, now)


_TABLE: dict[type[models.Model], str] = {Board: "karton", StockBox: "kotak", Offer: "harga"}
_KINDS: dict[type[models.Model], str] = {
    Board: "packaging.board",
    StockBox: "packaging.stock_box",
    Offer: "packaging.offer",
    Calibrated: "packaging.value",
    Curve: "packaging.curve",
}
_SAID: dict[type[models.Model], tuple[str, ...]] = {
    Board: (
        "code",
        "flute",
        "caliper_mm",
        "grammage",
        "ect_n_per_mm",
        "burst_kpa",
        "dx_nm",
        "dy_nm",
        "supplier",
        "source",
        "dated",
    ),
    StockBox: (
        "code",
        "name",
        "style",
        "length_mm",
        "breadth_mm",
        "height_mm",
        "board",
        "price",
        "supplier",
        "dated",
        "on_hand",
        "counted_on",
    ),
    Offer: ("supplier", "board_code", "sold_by", "breaks", "rest", "dated", "valid_until"),
}


def said_of(row: Row) -> dict[str, object]:
    """What a row says, for the ledger and to see whether a change is one."""
    return {name: _plain(getattr(row, name)) for name in _SAID[type(row)]}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Board):
        return value.code
    return float(value) if isinstance(value, Decimal) else value


def _added(row: Row, action: str, by: Actor, now: datetime) -> UUID:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            _record(row, action, by, now, {}, said_of(row))
    except IntegrityError as error:
        raise Refused("figure") from error
    return row.id


def _changed(before: Row, row: Row, action: str, by: Actor, now: datetime) -> UUID:
    was, will = said_of(before), said_of(row)
    if was == will:
        return before.id
    differs = [name for name in will if was[name] != will[name]]
    try:
        with transaction.atomic():
            standing = type(before).objects.select_for_update().get(id=before.id)
            if standing.removed_at is not None:
                raise Refused("state")
            standing.removed_at = now
            standing.save(update_fields=["removed_at"])
            row.save(force_insert=True)
            if isinstance(row, Board):
                # A box of before says what it was made of.
                StockBox.objects.filter(board_id=before.id, removed_at__isnull=True).update(board_id=row.id)
            _record(row, action, by, now, {n: was[n] for n in differs}, {n: will[n] for n in differs})
    except IntegrityError as error:
        raise Refused("figure") from error
    return row.id


def _mine(model: Any, row_id: UUID, by: Actor) -> Any:
    """The standing row, in reach. Raises NotAllowed, DoesNotExist."""
    check_may(by, Deed.PACKAGING_STOCK)
    row = model.objects.get(id=row_id, removed_at__isnull=True)
    if not by.system and row.office_id != by.office_id:
        raise model.DoesNotExist
    return row


def _record(
    row: Any, action: str, by: Actor, now: datetime, before: Mapping[str, object], after: Mapping[str, object]
) -> None:
    record(
        by=by,
        now=now,
        office_id=row.office_id,
        action=action,
        kind=_KINDS[type(row)],
        object_id=row.id,
        label=str(row),
        before=before,
        after=after,
    )


def removed(model: Any, row_id: UUID, action: str, by: Actor, now: datetime) -> bool:
    """Retire a row of any of the office's tables; False when it is gone already. Raises NotAllowed, DoesNotExist."""
    check_may(by, Deed.PACKAGING_STOCK)
    with transaction.atomic():
        row = model.objects.select_for_update().get(id=row_id)
        if not by.system and row.office_id != by.office_id:
            raise model.DoesNotExist
        if row.removed_at is not None:
            return False
        row.removed_at = now
        row.save(update_fields=["removed_at"])
        _record(row, action, by, now, {}, {})
    return True
