"""What an office packs with, as the choosing takes it; where it has nothing of its own, the engines' defaults."""

from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from binakriya.engines.pricing import Origin, PriceList
from binakriya.engines.protection import (
    DEFAULT_STOCK,
    BoardGrade,
    Calibration,
    CushionCurve,
    Leg,
    Product,
    Values,
    fit_stress_energy,
)
from binakriya.engines.protection.values import ASSUMED_CUSHIONS
from binakriya.packaging.models import Board, Calibrated, Curve, Offer, StockBox
from binakriya.packaging.rules.evidence import points_of
from binakriya.packaging.rules.offers import price_list
from binakriya.packaging.rules.recommend import Request
from binakriya.packaging.rules.recommend import StockBox as ReadyBox


def grade_of(board: Board) -> BoardGrade:
    return BoardGrade(
        board.code,
        board.flute,
        board.caliper_mm,
        board.grammage,
        board.ect_n_per_mm,
        board.dx_nm,
        board.dy_nm,
        board.burst_kpa,
        source=board.source,
    )


def office_boards(office_id: UUID | None) -> tuple[BoardGrade, ...]:
    """The office's boards; the default stock while it has none of its own."""
    rows = Board.objects.filter(office_id=office_id, removed_at__isnull=True) if office_id else ()
    return tuple(grade_of(row) for row in rows) or DEFAULT_STOCK


def office_stock_boxes(office_id: UUID | None) -> tuple[ReadyBox, ...]:
    """What lies ready: without those that were counted and are all gone."""
    if office_id is None:
        return ()
    rows = StockBox.objects.filter(office_id=office_id, removed_at__isnull=True).select_related("board")
    rows = rows.filter(Q(on_hand__isnull=True) | Q(on_hand__gt=0))
    return tuple(
        ReadyBox(
            row.code,
            row.name,
            (row.length_mm, row.breadth_mm, row.height_mm),
            grade_of(row.board),
            row.style,
            row.price,
            Origin(row.supplier, row.dated) if row.price is not None and row.dated is not None else None,
        )
        for row in rows
    )


def office_prices(office_id: UUID | None) -> tuple[PriceList, ...]:
    if office_id is None:
        return ()
    return tuple(
        price_list(
            supplier=row.supplier,
            dated=row.dated,
            valid_until=row.valid_until,
            board_code=row.board_code,
            sold_by=row.sold_by,
            breaks=row.breaks,
            rest=row.rest,
        )
        for row in Offer.objects.filter(office_id=office_id, removed_at__isnull=True)
    )


def office_values(office_id: UUID | None) -> Values:
    """The assumptions with what the office put in their place."""
    if office_id is None:
        return Values()
    rows = Calibrated.objects.filter(office_id=office_id, removed_at__isnull=True)
    return Values(
        Calibration(
            row.code,
            row.value,
            f"{row.by_label}, {timezone.localdate(row.at).isoformat()}: {row.why}",
            row.low,
            row.high,
        )
        for row in rows
    )


def office_curves(office_id: UUID) -> dict[str, tuple[float, float]]:
    """Cushion → a in kPa and b in 1/kPa of the office's own curve."""
    rows = Curve.objects.filter(office_id=office_id, removed_at__isnull=True)
    return {cushion: (a, b) for cushion, a, b in rows.values_list("cushion", "a_kpa", "b_per_kpa")}


def office_cushions(office_id: UUID | None) -> tuple[str | CushionCurve, ...]:
    """The assumed materials; where the office fitted a curve of its own, that curve in the place of the material."""
    if office_id is None:
        return ASSUMED_CUSHIONS
    curves = {
        row.cushion: fit_stress_energy(points_of(row.points), name=row.name, source=row.source)
        for row in Curve.objects.filter(office_id=office_id, removed_at__isnull=True)
    }
    return (*(code for code in ASSUMED_CUSHIONS if code not in curves), *curves.values())


def request_for(
    *,
    office_id: UUID | None,
    product: Product,
    journey: tuple[Leg, ...],
    on: date,
    quantity: int = 100,
    purpose: str = "shipping",
    to_eu: bool = False,
) -> Request:
    """A request with all that the office has. Five reads."""
    return Request(
        product=product,
        journey=journey,
        boards=office_boards(office_id),
        stock_boxes=office_stock_boxes(office_id),
        prices=office_prices(office_id),
        quantity=quantity,
        on=on,
        purpose=purpose,
        values=office_values(office_id),
        cushions=office_cushions(office_id),
        to_eu=to_eu,
    )
