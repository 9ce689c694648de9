"""Within what an office's figures may lie: said once, for the forms, the files and the database."""

from collections.abc import Mapping
from datetime import date, timedelta

from binakriya.foundation.rules.refusals import Refused

FLUTES = ("", "F", "E", "B", "C", "A", "BC", "EB")
"""Of a board; "" is card."""
BOARD: dict[str, tuple[float, float]] = {
    "caliper_mm": (0.2, 20),
    "grammage": (50, 5000),
    "ect_n_per_mm": (0.5, 50),
    "burst_kpa": (50, 10_000),
    "dx_nm": (0.05, 500),
    "dy_nm": (0.05, 500),
}
"""Of a board, in the unit of the name: g/m² for the grammage."""
SIDES = ("length_mm", "breadth_mm", "height_mm")
SIDE_MM: tuple[float, float] = (10, 3000)
"""A side of a ready box, inside."""

SHEET_MM: tuple[float, float] = (50, 5000)
OFFER: dict[str, tuple[float, float]] = {
    "printing_setup": (0, 1e9),
    "die": (0, 1e9),
    "delivery": (0, 1e9),
    "least_amount": (0, 1e10),
    "least_boxes": (1, 1e7),
}
"""Of a supplier's prices, in rupiah and boxes."""
BOX: dict[str, tuple[float, float]] = {**dict.fromkeys(SIDES, SIDE_MM), "price": (1, 1e9), "on_hand": (0, 1e7)}
"""Of a ready box: its sides inside, its price in rupiah, how many lie there."""
PRICE_DAYS, VALID_DAYS = 366, 3653
"""A price may begin up to a year ahead, and hold for ten; beyond, a year was mistyped."""
DAYS_AHEAD: dict[str, dict[str, int]] = {
    "karton": {"dated": 0},
    "kotak": {"dated": PRICE_DAYS, "counted_on": 0},
    "harga": {"dated": PRICE_DAYS, "valid_until": VALID_DAYS},
}
"""How many days ahead a day of each table may lie: nothing is measured or counted tomorrow."""
TIER: tuple[float, float] = (1, 1e9)
"""A price of a board in rupiah. Nothing is sold for nothing: what is given is a ready box without a price."""


def within(values: Mapping[str, float | None], limits: Mapping[str, tuple[float, float]]) -> bool:
    """Every value that is there lies between its limits, or on one of them."""
    return all(
        value is None or least <= value <= most
        for name, (least, most) in limits.items()
        for value in (values.get(name),)
    )


def check_day(day: date | None, today: date, ahead: int = 0) -> None:
    """Raises Refused: day_ahead, when the day lies more than `ahead` days after today."""
    last = today + timedelta(days=ahead)
    if day is not None and day > last:
        raise Refused("day_ahead", day=f"{day:%d/%m/%Y}", last=f"{last:%d/%m/%Y}")
