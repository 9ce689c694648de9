"""Pricing: what a pack costs, from the prices that an office's suppliers gave; nothing is invented.

    from datetime import date
    from binakriya.engines.pricing import BoardPrice, Breaks, Order, Origin, PriceList, cost
    asked = Origin("CV Karton Jaya", date(2026, 11, 2), valid_until=date(2027, 2, 1))
    prices = PriceList(BoardPrice("E 350 g/m²", "m2", Breaks.of([(1, 7500), (200, 6800)]), asked), least_boxes=500)
    cost(Order(boxes=300, blank_m2=0.24), prices, on=date(2026, 11, 24)).unit

Amounts are rupiah (Decimal), each line rounded to one rupiah. Glossary: **break** a quantity from which a piece is
cheaper; **once** what is paid once whatever the quantity (plates, die, set-up); **charged** boxes: those of the minimum
order, where fewer are wanted.
"""

from .packs import Cost, CostLine, Note, Order, by_quantity, cheapest, cost, more_for_less
from .prices import (
    BoardPrice,
    Breaks,
    DiePrice,
    MissingPriceError,
    Origin,
    PriceError,
    PriceList,
    RunPrice,
)

__all__ = [
    "BoardPrice",
    "Breaks",
    "Cost",
    "CostLine",
    "DiePrice",
    "MissingPriceError",
    "Note",
    "Order",
    "Origin",
    "PriceError",
    "PriceList",
    "RunPrice",
    "by_quantity",
    "cheapest",
    "cost",
    "more_for_less",
]
