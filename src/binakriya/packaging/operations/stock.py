"""The office's boards, stock boxes, prices and own values."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction

from binakriya.accounts.rules import Actor, Deed, Refused, check_may, check_office
from binakriya.engines.boxes import BoxError
from binakriya.engines.pricing import PriceError
from binakriya.engines.protection import BoardGrade, Calibration, InputError, Values
from binakriya.foundation.operations import record
from binakriya.packaging.models import Board, Calibrated, Offer, StockBox
from binakriya.packaging.queries.office import grade_of
from binakriya.packaging.rules.offers import price_list
from binakriya.packaging.rules.recommend import make
from binakriya.packaging.words import language


def _may(by: Actor, office_id: UUID) -> None:
    check_may(by, Deed.PACKAGING_STOCK)
    check_office(by, office_id)


def add_board(*, office_id: UUID, grade: BoardGrade, by: Actor, now: datetime) -> UUID:
    """Raises NotAllowed, Refused: board_exists, source_needed, figure (the database's limits)."""
    _may(by, office_id)
    if not grade.source.strip() or grade.source == "assumption":
        raise Refused("source_needed")
    if Board.objects.filter(office_id=office_id, code=grade.code, removed_at__isnull=True).exists():
        raise Refused("board_exists")
    row = Board(
        office_id=office_id,
        code=grade.code.strip(),
        flute=grade.flute,
        caliper_mm=grade.caliper_mm,
        grammage=grade.grammage,
        ect_n_per_mm=grade.ect_n_per_mm,
        dx_nm=grade.dx_nm,
        dy_nm=grade.dy_nm,
        source=grade.source.strip()[:200],
        added_at=now,
    )
    return _added(row, "packaging.board_added", row.code, by, now, {"caliper_mm": row.caliper_mm, "source": row.source})


def add_stock_box(
    *,
    office_id: UUID,
    code: str,
    name: str,
    inside_mm: tuple[float, float, float],
    board_id: UUID,
    by: Actor,
    now: datetime,
    style: str = "0201",
    price: Decimal | None = None,
    supplier: str = "",
    dated: date | None = None,
) -> UUID:
    """Raises NotAllowed, Board.DoesNotExist, Refused: box_exists, price_said_by, box (the style's words)."""
    _may(by, office_id)
    board = Board.objects.get(id=board_id, office_id=office_id, removed_at__isnull=True)
    if price is not None and (not supplier.strip() or dated is None):
        raise Refused("price_said_by")
    if StockBox.objects.filter(office_id=office_id, code=code.strip(), removed_at__isnull=True).exists():
        raise Refused("box_exists")
    length, breadth, height = max(inside_mm[:2]), min(inside_mm[:2]), inside_mm[2]
    made = make(style, (length, breadth, height), grade_of(board))
    if isinstance(made, BoxError):
        raise Refused("box", sentence=f"{made.says.read(language())} {made.way_out.read(language())}")
    row = StockBox(
        office_id=office_id,
        code=code.strip(),
        name=name.strip(),
        style=style,
        length_mm=length,
        breadth_mm=breadth,
        height_mm=height,
        board=board,
        price=price,
        supplier=supplier.strip(),
        dated=dated,
        added_at=now,
    )
    return _added(row, "packaging.stock_box_added", row.name, by, now, {"code": row.code, "board": board.code})


def add_offer(
    *,
    office_id: UUID,
    supplier: str,
    dated: date,
    board_code: str,
    breaks: Sequence[tuple[int, float]],
    by: Actor,
    now: datetime,
    sold_by: str = "m2",
    valid_until: date | None = None,
    rest: Mapping[str, Any] | None = None,
) -> UUID:
    """A supplier's prices for one board. Raises NotAllowed, Refused: offer_exists, valid_after, price (the pricing
    engine's own sentence)."""
    _may(by, office_id)
    if valid_until is not None and valid_until < dated:
        raise Refused("valid_after")
    pairs = [[int(quantity), float(amount)] for quantity, amount in breaks]
    try:
        price_list(
            supplier=supplier,
            dated=dated,
            valid_until=valid_until,
            board_code=board_code,
            sold_by=sold_by,
            breaks=pairs,
            rest=rest or {},
        )
    except PriceError as error:
        raise Refused("price", sentence=error.text("en" if language() == "en" else "id")) from error
    row = Offer(
        office_id=office_id,
        supplier=supplier.strip(),
        dated=dated,
        valid_until=valid_until,
        board_code=board_code.strip(),
        sold_by=sold_by,
        breaks=pairs,
        rest=dict(rest or {}),
        added_at=now,
    )
    return _added(
        row, "packaging.offer_added", f"{row.supplier} {row.board_code}", by, now, {"dated": dated.isoformat()}
    )


def calibrate(
    *,
    office_id: UUID,
    code: str,
    value: float,
    why: str,
    by: Actor,
    now: datetime,
    low: float | None = None,
    high: float | None = None,
) -> UUID:
    """The office's own value in place of an assumption; the one before is kept as history. Raises NotAllowed, Refused:
    why_needed, value (the engine's own sentence)."""
    _may(by, office_id)
    if not why.strip():
        raise Refused("why_needed")
    try:
        Values([Calibration(code, value, why, low, high)])
    except InputError as error:
        raise Refused("value", sentence=error.text("en" if language() == "en" else "id")) from error
    if (low is None) != (high is None) or (low is not None and high is not None and not low <= value <= high):
        raise Refused("range")
    with transaction.atomic():
        before = Calibrated.objects.filter(office_id=office_id, code=code, removed_at__isnull=True).first()
        if before is not None:
            before.removed_at = now
            before.save(update_fields=["removed_at"])
        row = Calibrated.objects.create(
            office_id=office_id,
            code=code,
            value=value,
            low=low,
            high=high,
            why=why.strip()[:300],
            by_id=by.id,
            by_label=by.label[:120] or "–",
            at=now,
        )
        record(
            by=by,
            now=now,
            office_id=office_id,
            action="packaging.calibrated",
            kind="packaging.value",
            object_id=row.id,
            label=code,
            before={"value": before.value} if before else {},
            after={"value": value, "why": row.why},
        )
    return row.id


def remove_board(*, board_id: UUID, by: Actor, now: datetime) -> bool:
    """No longer chosen from; specifications that used it stay as they are. False when it is gone already."""
    return _removed(Board, board_id, "packaging.board_removed", by, now)


def remove_stock_box(*, stock_box_id: UUID, by: Actor, now: datetime) -> bool:
    return _removed(StockBox, stock_box_id, "packaging.stock_box_removed", by, now)


def remove_offer(*, offer_id: UUID, by: Actor, now: datetime) -> bool:
    return _removed(Offer, offer_id, "packaging.offer_removed", by, now)


def remove_calibration(*, calibration_id: UUID, by: Actor, now: datetime) -> bool:
    """The engine's own assumption counts again."""
    return _removed(Calibrated, calibration_id, "packaging.calibration_removed", by, now)


_KINDS: dict[type[models.Model], str] = {
    Board: "packaging.board",
    StockBox: "packaging.stock_box",
    Offer: "packaging.offer",
    Calibrated: "packaging.value",
}


def _added(
    row: Board | StockBox | Offer, action: str, label: str, by: Actor, now: datetime, after: dict[str, object]
) -> UUID:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            record(
                by=by,
                now=now,
                office_id=row.office_id,
                action=action,
                kind=_KINDS[type(row)],
                object_id=row.id,
                label=label,
                after=after,
            )
    except IntegrityError as error:
        raise Refused("figure") from error
    return row.id


def _removed(
    model: type[Board] | type[StockBox] | type[Offer] | type[Calibrated],
    row_id: UUID,
    action: str,
    by: Actor,
    now: datetime,
) -> bool:
    check_may(by, Deed.PACKAGING_STOCK)
    with transaction.atomic():
        row = model.objects.get(id=row_id)
        if not by.system and row.office_id != by.office_id:
            raise model.DoesNotExist
        if row.removed_at is not None:
            return False
        row.removed_at = now
        row.save(update_fields=["removed_at"])
        record(
            by=by,
            now=now,
            office_id=row.office_id,
            action=action,
            kind=_KINDS[model],
            object_id=row.id,
            label=str(row),
        )
    return True
