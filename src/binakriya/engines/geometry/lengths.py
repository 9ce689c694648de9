"""Lengths that come from people: finite numbers of millimetres, or an error that says what is wrong."""

from __future__ import annotations

import math
from numbers import Real

from binakriya.engines.geometry.tolerances import LONGEST_LENGTH, SHORTEST_LENGTH


class BadLength(ValueError):
    """A length that cannot be used. `reason` is one of: number, finite, positive, short, long."""

    def __init__(self, field: str, value: object, reason: str, limit: float | None = None) -> None:
        self.field, self.value, self.reason, self.limit = field, value, reason, limit
        super().__init__(f"{field}: {value!r} is not a usable length in mm ({reason})")


def length(value: object, field: str, *, shortest: float = SHORTEST_LENGTH, longest: float = LONGEST_LENGTH) -> float:
    """`value` as mm. Raises BadLength for no number ("20 cm"), NaN, infinite, zero, negative or out of bounds."""
    if isinstance(value, bool) or not isinstance(value, Real):
        raise BadLength(field, value, "number")
    number = float(value)
    if not math.isfinite(number):
        raise BadLength(field, value, "finite")
    if number <= 0:
        raise BadLength(field, value, "positive", 0.0)
    if number < shortest:
        raise BadLength(field, value, "short", shortest)
    if number > longest:
        raise BadLength(field, value, "long", longest)
    return number
