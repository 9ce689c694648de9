"""What may come in: finite, positive, of a size that a pack can have. Errors name the field, the rule and a way out."""

import math

from .wording import Language, Message

GRAVITY = 9.80665
"""Standard gravity, m/s²."""


class InputError(ValueError):
    """`field` is the code of what was given, `message` the rule and the way out, in both languages."""

    def __init__(self, field: str, code: str, /, **values: float | int | str | bool) -> None:
        self.field = field
        self.message = Message(code, {"field": f"@{field}", **values})
        super().__init__(self.message.text("en"))

    def text(self, language: Language = "id") -> str:
        return self.message.text(language)


class BottomingOutError(InputError):
    """The cushion would be pressed flat, or beyond where its curve was measured."""


LIMITS: dict[str, tuple[float, float, str]] = {
    # field: least, most, unit
    "length": (1.0, 3000.0, "mm"),
    "breadth": (1.0, 3000.0, "mm"),
    "height": (1.0, 3000.0, "mm"),
    "mass": (0.001, 1000.0, "kg"),
    "drop_height": (10.0, 3000.0, "mm"),
    "fragility": (5.0, 2000.0, "G"),
    "thickness": (1.0, 1000.0, "mm"),
    "static_stress": (0.01, 500.0, "kPa"),
    "caliper": (0.2, 20.0, "mm"),
    "ect": (0.5, 50.0, "N/mm"),
    "bending_stiffness": (0.05, 500.0, "N·m"),
    "stack_height": (0.0, 12000.0, "mm"),
    "days": (0.0, 365.0, "d"),
    "humidity": (0.0, 100.0, "%"),
    "temperature": (-20.0, 70.0, "°C"),
    "overhang": (0.0, 100.0, "mm"),
    "test_height": (1.0, 10000.0, "mm"),
    "pulse": (0.1, 50.0, "ms"),
    "restitution": (0.0, 1.0, "1"),
    "volume": (0.000001, 100.0, "m³"),
    "area": (0.0001, 1000.0, "m²"),
    "water_vapour": (0.001, 100.0, "g/(m²·d)"),
    "hygroscopic_mass": (0.0, 10000.0, "kg"),
    "board_area": (0.0001, 100.0, "m²"),
    "product_volume": (0.001, 10_000_000.0, "cm³"),
    "peak_g": (1.0, 2000.0, "G"),
}
"""Sizes beyond these are slips of the unit, not products."""


def checked(field: str, value: float) -> float:
    """The value as a float, when it is finite and inside the limits of the field."""
    least, most, unit = LIMITS[field]
    if type(value) is float and least <= value <= most:  # nearly always; false for NaN
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InputError(field, "error.not_a_number", unit=unit)
    number = float(value)
    if math.isnan(number) or math.isinf(number):
        raise InputError(field, "error.not_a_number", unit=unit)
    if number < least:
        code = "error.not_positive" if number <= 0 else "error.too_small"
        raise InputError(field, code, value=number, least=least, unit=unit)
    if number > most:
        raise InputError(field, "error.too_large", value=number, most=most, unit=unit)
    return number


def checked_size(size_mm: tuple[float, float, float]) -> tuple[float, float, float]:
    """Length, breadth, height in mm."""
    if len(size_mm) != 3:
        raise InputError("size", "error.three_sides")
    length, breadth, height = size_mm
    return checked("length", length), checked("breadth", breadth), checked("height", height)


def one_of(field: str, value: str, known: "dict[str, object] | tuple[str, ...]") -> str:
    if value not in known:
        raise InputError(field, "error.unknown", value=str(value), known=", ".join(known))
    return value
