"""One way to pack, made and computed by the engines: weight, cost, what stops the next lighter board."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from binakriya.engines.boxes import BoxError, Style, style
from binakriya.engines.pricing import Cost, MissingPriceError, Order, PriceList, cheapest
from binakriya.engines.protection import (
    BoardGrade,
    Carrier,
    CushionCurve,
    Gravity,
    InputError,
    MissingValueError,
    Protection,
    Quantity,
    Sheet,
    ShippedWeight,
    Working,
    chargeable,
    protect,
    shipped_weight,
)
from binakriya.engines.protection.cushions import AUTO
from binakriya.packaging.rules.recommend.cushioning import Padding
from binakriya.packaging.rules.recommend.made import Made, Size, make
from binakriya.packaging.rules.recommend.request import Request, StockBox, boxes_per_sheet
from binakriya.packaging.rules.words import Said


@dataclass(frozen=True, slots=True)
class Proven:
    """A pack with exact figures. `enlarged`: the style (or the stock box) is larger than the product asks for."""

    style: Style
    board: BoardGrade
    padding: Padding
    made: Made
    protection: Protection
    shipped: tuple[ShippedWeight, ...]
    sheet: Sheet
    needed_mm: Size
    enlarged: bool
    cost: Cost | None = None
    stock_box: StockBox | None = None
    binding: Said | None = None

    @property
    def holds(self) -> bool:
        return self.protection.holds

    @property
    def gross_kg(self) -> float:
        return self.protection.boards.shown.gross_kg

    @property
    def volume_cm3(self) -> float:
        return math.prod(self.made.outside_mm) / 1000

    def charged_kg(self, divisor: int) -> float:
        return max(self.gross_kg, self.volume_cm3 / divisor)

    @property
    def unit_price(self) -> Decimal | None:
        """Rupiah a box: as the printer's prices make it, or as the ready-made box is sold; None without a price."""
        if self.stock_box is not None:
            return self.stock_box.unit_price
        return self.cost.unit if self.cost else None

    @property
    def key(self) -> tuple[str, str, str, str]:
        cushion = self.padding.cushion
        return (
            self.stock_box.code if self.stock_box else "",
            self.style.code,
            self.board.code,
            cushion.name if isinstance(cushion, CushionCurve) else cushion or "",
        )

    @property
    def filling_litres(self) -> float:
        """Room in the box that neither product nor cushion takes up: beside plates on the faces, which nothing else
        holds in place, and where the box is larger than product and cushion ask for. Pads on corners and edges stand
        in the corners of the box by themselves."""
        inside, design = math.prod(self.made.inside_mm), self.padding.design
        if design is not None and design.arrangement == "faces":
            taken = math.prod(self.protection.product.size_mm) + self.padding.volume_cm3 * 1000
            return max(0.0, (inside - taken) / 1e6)
        if not self.enlarged:
            return 0.0
        return max(0.0, (math.prod(self.made.inside_mm) - math.prod(self.needed_mm)) / 1e6)

    def failing(self) -> Said:
        """Why it does not hold: what the board lacks, else what else on the sheet fails."""
        shown = self.protection.boards.shown
        if not shown.holds:
            return Said.of_message(shown.finding.message)
        for finding in self.protection.sheet.findings:
            if finding.gravity is Gravity.FAILS:
                return Said.of_message(finding.message)
        return Said.of_message(self.protection.binding.message)


def prove(
    request: Request,
    code: str,
    padding: Padding,
    inside_mm: Size,
    needed_mm: Size,
    board: BoardGrade,
    stock_box: StockBox | None = None,
) -> Proven | Said:
    """The pack, or why it cannot be made at all."""
    made = make(code, inside_mm, board, () if stock_box else request.own(code))
    if isinstance(made, BoxError):
        return Said.of_box_error(made)
    enlarged = any(has > need + 0.05 for has, need in zip(inside_mm, needed_mm, strict=True))
    try:
        found = protect(
            request.product,
            request.journey,
            cushion=padding.cushion or AUTO,
            arrangement=padding.arrangement,
            boards=(board,),
            values=request.values,
            style=code,
            printing=request.printing,
            inside_mm=inside_mm if enlarged else None,
            outside_mm=tuple(max(o, i) for o, i in zip(made.outside_mm, inside_mm, strict=True)),  # type: ignore[arg-type]
            board_area_m2=made.area_m2,
            to_eu=request.to_eu,
        )
    except InputError as error:
        return Said.of_message(error.message)
    except MissingValueError as missing:
        return Said.of_message(missing.missing.measure)
    working = Working()
    gross = found.boards.shown.gross_kg
    if request.carriers:
        shipped = []
        for carrier in shown_carriers(request):
            one = Working()
            shipped.append(shipped_weight(found.outside_mm, Quantity(gross, "kg", "mass.gross"), carrier, one))
            working.include(one.sheet())
    else:
        shipped = [chargeable(found.outside_mm, gross, carrier) for carrier in shown_carriers(request)]
    return Proven(
        style=style(code),
        board=board,
        padding=padding,
        made=made,
        protection=found,
        shipped=tuple(shipped),
        sheet=found.sheet + working.sheet() if request.carriers else found.sheet,
        needed_mm=needed_mm,
        enlarged=enlarged,
        stock_box=stock_box,
    )


def shown_carriers(request: Request) -> Sequence[Carrier]:
    return tuple(c for c in request.carriers or request.carrier_table if c.divisor is not None)


def priced(proven: Proven, request: Request) -> Proven:
    """With the cheapest offer for its board at the wanted quantity; without, where nobody gave a price."""
    offers = [p for p in request.prices if p.board.code == proven.board.code]
    if request.on is None or not offers or proven.stock_box is not None:
        return proven
    best: Cost | None = None
    for offer in offers:
        found = _cost(proven, offer, request)
        if found is not None and (best is None or found.total < best.total):
            best = found
    return replace(proven, cost=best)


def _cost(proven: Proven, offer: PriceList, request: Request) -> Cost | None:
    sheet = offer.board.sheet_mm
    order = Order(
        boxes=request.quantity,
        blank_m2=proven.made.rectangle_m2,
        boxes_per_sheet=boxes_per_sheet(proven.made.pieces, sheet) if sheet else None,
        colours=0 if request.printing == "none" else 1,
    )
    assert request.on is not None
    try:
        return cheapest(order, (offer,), on=request.on)[0]
    except MissingPriceError:
        return None
