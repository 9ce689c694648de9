"""Lengths and masses as people write them → mm and g.

Words: a *quantity* is what is measured ("length", "mass"); its *plain unit* is the one that a bare number counts in
and in which values are kept: mm and g. Values are decimals, rounded to a tenth of the plain unit.

Limits are those of the protection engine: 1 to 3,000 mm, 1 g to 1,000 kg.
"""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal

from binakriya.foundation.rules.refusals import Refused

Quantity = Literal["length", "mass"]

PLAIN: dict[Quantity, str] = {"length": "mm", "mass": "g"}
LEAST: dict[Quantity, Decimal] = {"length": Decimal(1), "mass": Decimal(1)}
MOST: dict[Quantity, Decimal] = {"length": Decimal(3000), "mass": Decimal(1_000_000)}

# What people write for a unit → its sign and how many plain units it is. An "ons" of the market is 100 g.
_INCH = ("inci", Decimal("25.4"))
_KILO = ("kg", Decimal(1000))
UNITS: dict[Quantity, dict[str, tuple[str, Decimal]]] = {
    "length": {
        **dict.fromkeys(("mm", "milimeter", "mili", "millimeter"), ("mm", Decimal(1))),
        **dict.fromkeys(("cm", "senti", "sentimeter", "centimeter", "sm"), ("cm", Decimal(10))),
        **dict.fromkeys(("m", "meter", "mtr"), ("m", Decimal(1000))),
        **dict.fromkeys(("km", "kilometer"), ("km", Decimal(1_000_000))),
        **dict.fromkeys(("in", "inci", "inch", "inchi", '"', "″"), _INCH),
    },
    "mass": {
        **dict.fromkeys(("g", "gr", "gram", "grm"), ("g", Decimal(1))),
        **dict.fromkeys(("kg", "kilo", "kilogram", "kgs"), _KILO),
        "ons": ("ons", Decimal(100)),
        **dict.fromkeys(("mg", "miligram"), ("mg", Decimal("0.001"))),
    },
}
# In these a thousand and a decimal point make two sizes that both are possible: 1.250 kg.
_LARGE = frozenset({"m", "kg", "inci"})
_TENTH = Decimal("0.1")
_LONGEST = 40
_WRITTEN = re.compile(r"([+-]?[0-9][0-9.,\u00a0 ]*|[+-]?[.,][0-9]+)\s*([^\d\s.,]*)\.?")


class NotAMeasure(Refused):
    """`reason`: "unreadable", "not_one_number", "unit_unknown", "ambiguous", "not_positive", "too_small", "too_large".

    `params`: `written`, what was typed; `quantity`; where it was read, `value` in plain units."""


@dataclass(frozen=True, slots=True)
class Measure:
    """`value` in plain units. `converted`: what was typed counts in another unit, so that the page tells what became
    of it."""

    value: Decimal
    converted: bool


def _number(text: str, unit: str, refuse: type[NotAMeasure], **params: object) -> Decimal:
    """`1.200` is a thousand and two hundred, `1,2` and `1.2` are one and a fifth; raises `ambiguous`, `unreadable`."""
    text = re.sub(r"[\u00a0 ](?=[0-9]{3}(?:\D|$))", "", text.strip())
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text.removeprefix("+"))
    if digits.count(",") and digits.count("."):
        decimal = max(digits.rfind(","), digits.rfind("."))
        whole, rest = digits[:decimal], digits[decimal + 1 :]
        if not re.fullmatch(r"[0-9]{1,3}([.,][0-9]{3})*", whole):
            raise refuse("unreadable", **params)
        digits = f"{re.sub('[.,]', '', whole)}.{rest}"
    elif re.fullmatch(r"[1-9][0-9]{0,2}(\.[0-9]{3})+", digits):
        if unit in _LARGE and digits.count(".") == 1:
            raise refuse("ambiguous", **params)
        digits = digits.replace(".", "")
    else:
        digits = digits.replace(",", ".")
    try:
        return Decimal(sign + digits)
    except InvalidOperation as error:
        raise refuse("unreadable", **params) from error


def number(text: str) -> Decimal:
    """A bare number of any meaning as people write it: `1.200` → 1200, `12,5` and `12.5` → 12.5. Raises NotAMeasure."""
    written = " ".join(text.split())[:_LONGEST]
    params = {"written": written}
    found = _WRITTEN.fullmatch(written)
    if found is None or found[2]:
        raise NotAMeasure("unreadable", **params)
    return _number(found[1], "", NotAMeasure, **params)


def parse(text: str, quantity: Quantity, *, bare: str = "") -> Measure:
    """`200`, `200 mm`, `20 cm`, `0,2 m` → 200 mm; `850`, `0,85 kg`, `8,5 ons` → 850 g. `bare`: the unit of a number
    without one, where it is not the plain unit. Raises NotAMeasure."""
    written = " ".join(text.split())[:_LONGEST]
    params = {"written": written, "quantity": quantity}
    found = _WRITTEN.fullmatch(written.casefold())
    if found is None:
        parts = re.findall(r"[0-9]+(?:[.,][0-9]+)?", written)
        raise NotAMeasure("not_one_number" if len(parts) > 1 else "unreadable", **params)
    word = found[2] or bare
    unit = UNITS[quantity].get(word) if word else (PLAIN[quantity], Decimal(1))
    if unit is None:
        raise NotAMeasure("unit_unknown", unit=word, **params)
    sign, factor = unit
    value = _number(found[1], sign, NotAMeasure, **params) * factor
    return Measure(within(value, quantity, written=written), converted=sign != PLAIN[quantity])


def within(value: Decimal, quantity: Quantity, *, written: str = "") -> Decimal:
    """The value in plain units, rounded to a tenth; raises NotAMeasure when no product is of that size."""
    params = {"written": written or str(value), "quantity": quantity}
    if not value.is_finite():
        raise NotAMeasure("unreadable", **params)
    if value <= 0:
        raise NotAMeasure("not_positive", **params)
    if value > MOST[quantity]:
        raise NotAMeasure("too_large", **params)
    rounded = value.quantize(_TENTH)
    if rounded < LEAST[quantity]:
        raise NotAMeasure("too_small", **params)
    return rounded.normalize() if rounded % 1 else rounded.to_integral_value()
