"""What is asked: product, journey, boards, stock boxes, prices, wishes."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from binakriya.engines.pricing import Origin, PriceList
from binakriya.engines.protection import (
    CARRIERS,
    CUSHIONS,
    DEFAULT_STOCK,
    BoardGrade,
    Carrier,
    CushionCurve,
    Leg,
    Product,
    Values,
)
from binakriya.engines.protection.values import MEASURED_ONLY
from binakriya.packaging.rules.recommend.made import Parameters, Size

PURPOSES: tuple[str, ...] = ("shipping", "retail", "gift")


@dataclass(frozen=True, slots=True)
class StockBox:
    """A box that can be bought as it is: inside size in mm, board, style. `unit_price` in rupiah, with who said so."""

    code: str
    name: str
    inside_mm: Size
    board: BoardGrade
    style: str = "0201"
    unit_price: Decimal | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """`parameters` are of the style `parameters_of`: the box is made, weighed and priced with them. `style_asked`,
    `board_asked`, `cushion_asked` (code, or name of an office's curve): what a person chose by hand, "" for what is
    left to be proposed."""

    product: Product
    journey: tuple[Leg, ...]
    boards: tuple[BoardGrade, ...] = DEFAULT_STOCK
    stock_boxes: tuple[StockBox, ...] = ()
    prices: tuple[PriceList, ...] = ()
    quantity: int = 100
    on: date | None = None
    purpose: str = "shipping"
    carriers: tuple[Carrier, ...] = ()
    carrier_table: tuple[Carrier, ...] = CARRIERS
    values: Values = field(default_factory=Values)
    cushions: tuple[str | CushionCurve, ...] = tuple(c for c in CUSHIONS if c not in MEASURED_ONLY)
    printing: str = "none"
    to_eu: bool = False
    turned: bool = False
    parameters_of: str = ""
    parameters: Parameters = ()
    style_asked: str = ""
    board_asked: str = ""
    cushion_asked: str = ""

    @property
    def by_hand(self) -> bool:
        """Whether what is best is best only among what a person left open."""
        return bool(self.style_asked or self.board_asked or self.cushion_asked)

    def choosing(
        self, *, style: str = "", board: str = "", cushion: str = "", parameters: Parameters = ()
    ) -> "Request":
        """The same where a person chose; `parameters` count with `style` alone. A board that is not in stock leaves
        none; a cushion that the office has no curve of is taken by its code."""
        found = replace(
            self,
            style_asked=style,
            board_asked=board,
            cushion_asked=cushion,
            parameters_of=style,
            parameters=parameters if style else (),
        )
        if board:
            found = replace(found, boards=tuple(b for b in self.boards if b.code == board))
        if cushion:
            named = (c for c in self.cushions if cushion == (c if isinstance(c, str) else c.name))
            found = replace(found, cushions=tuple(named) or (cushion,))
        return found

    def own(self, style: str) -> Parameters:
        """The parameters that were chosen for a style."""
        return self.parameters if style == self.parameters_of else ()

    @property
    def divisor(self) -> int:
        """cm³/kg by which packs are compared: the lowest of the carriers asked, else what most sources print."""
        asked = [c.divisor for c in self.carriers if c.divisor is not None]
        if asked:
            return min(asked)
        every = [c.divisor for c in self.carrier_table if c.divisor is not None]
        return max(sorted(set(every), reverse=True), key=every.count) if every else USUAL_DIVISOR


USUAL_DIVISOR = 6000


def upright(product: Product) -> tuple[Product, bool]:
    """The same with the longer side of its base first, and whether it was turned. Its height stays its height."""
    length, breadth, height = product.size_mm
    if length >= breadth:
        return product, False
    return replace(product, size_mm=(breadth, length, height)), True


def boxes_per_sheet(pieces: Sequence[tuple[float, float, int]], sheet_mm: tuple[float, float]) -> int | None:
    """Boxes that a sheet gives, one blank like the other in rows, the better of both directions; several blanks share
    the sheet by area. None when a blank does not fit. A careful figure: nesting may find more."""
    share = 0.0
    for width, height, copies in pieces:
        across = (sheet_mm[0] // width) * (sheet_mm[1] // height)
        along = (sheet_mm[0] // height) * (sheet_mm[1] // width)
        best = max(across, along)
        if best < 1:
            return None
        share += copies / best
    return max(1, int(1 / share + 1e-9)) if share <= 1 else None
