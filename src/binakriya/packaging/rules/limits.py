"""Within what an office's figures may lie: said once, for the forms, the files and the database."""

from collections.abc import Mapping

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


def within(values: Mapping[str, float | None], limits: Mapping[str, tuple[float, float]]) -> bool:
    """Every value that is there lies between its limits, or on one of them."""
    return all(
        value is None or least <= value <= most
        for name, (least, most) in limits.items()
        for value in (values.get(name),)
    )
