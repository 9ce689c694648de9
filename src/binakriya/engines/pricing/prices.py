"""Prices as suppliers gave them: each with supplier and date. The engine has none of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from .words import Language, say

MOST = 10_000_000


class PriceError(ValueError):
    """A figure that cannot be; says field, rule and way out in both languages."""

    def __init__(self, field: str, value: object, rule: str) -> None:
        self.field, self.rule = field, rule
        self._values = {"field": field, "value": str(value), "rule": rule}
        super().__init__(self.text("en"))

    def text(self, language: Language = "id") -> str:
        return say("error.number", self._values, language)


class MissingPriceError(LookupError):
    """Nobody gave this price yet; `code` says which, the text whom to ask."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(say(code, {}, "en"))

    def text(self, language: Language = "id") -> str:
        return say(self.code, {}, language)


def money(field: str, value: Decimal | int | float | str, *, zero: bool = True) -> Decimal:
    """A finite amount of rupiah, not negative."""
    try:
        amount = Decimal(str(value))
    except ArithmeticError:
        raise PriceError(field, value, "rule.not_negative") from None
    if not amount.is_finite() or amount < 0 or (amount == 0 and not zero):
        raise PriceError(field, value, "rule.not_negative" if zero else "rule.positive")
    if amount > MOST * 1000:
        raise PriceError(field, value, "rule.millions")
    return amount


def whole(field: str, value: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise PriceError(field, value, "rule.whole")
    if value > MOST:
        raise PriceError(field, value, "rule.millions")
    return value


@dataclass(frozen=True, slots=True)
class Origin:
    """Who gave the price, when, and until when it holds."""

    supplier: str
    dated: date
    valid_until: date | None = None

    def __post_init__(self) -> None:
        if not self.supplier.strip():
            raise PriceError("supplier", "", "rule.named")

    def citation(self) -> str:
        return f"{self.supplier}, {self.dated.isoformat()}"

    def expired(self, on: date) -> bool:
        return self.valid_until is not None and on > self.valid_until


@dataclass(frozen=True, slots=True)
class Breaks:
    """Price of one piece by the quantity bought: ((1, 5000), (500, 4200), …). A break holds its own quantity."""

    steps: tuple[tuple[int, Decimal], ...]

    @classmethod
    def of(cls, steps: Sequence[tuple[int, Decimal | int | float | str]] | Decimal | int | float | str) -> "Breaks":
        """From pairs, or from one price for any quantity."""
        pairs = [(1, steps)] if isinstance(steps, Decimal | int | float | str) else list(steps)
        if not pairs:
            raise PriceError("breaks", "", "rule.one")
        clean = tuple((whole("breaks", quantity), money("price", price)) for quantity, price in pairs)
        if clean[0][0] != 1 or any(b <= a for (a, _), (b, _) in pairwise(clean)):
            raise PriceError("breaks", [q for q, _ in clean], "rule.rising")
        return cls(clean)

    def at(self, quantity: Decimal | int) -> Decimal:
        price = self.steps[0][1]
        for least, lower in self.steps:
            if quantity >= least:
                price = lower
        return price

    def beginnings(self) -> tuple[int, ...]:
        return tuple(quantity for quantity, _ in self.steps)


@dataclass(frozen=True, slots=True)
class BoardPrice:
    """Board `by` the "m2" or by the "sheet"; breaks count what it is sold by."""

    code: str
    by: Literal["m2", "sheet"]
    price: Breaks
    origin: Origin
    sheet_mm: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class RunPrice:
    """Work or a part a box: `setup` once, `run` a box. For printing both are a colour."""

    run: Breaks
    origin: Origin
    setup: Decimal = Decimal(0)
    name: str = ""


@dataclass(frozen=True, slots=True)
class DiePrice:
    """The cutting die; `life` boxes until a new one is needed (None: one for all), `owned`: it is there already."""

    price: Decimal
    origin: Origin
    life: int | None = None
    owned: bool = False


@dataclass(frozen=True, slots=True)
class PriceList:
    """All of one offer. `least_boxes` and `least_amount` are the supplier's minimum order."""

    board: BoardPrice
    printing: RunPrice | None = None
    die: DiePrice | None = None
    gluing: RunPrice | None = None
    extras: tuple[RunPrice, ...] = ()
    delivery: Decimal = Decimal(0)
    delivery_origin: Origin | None = None
    least_boxes: int = 1
    least_amount: Decimal = Decimal(0)
    tax_rate: Decimal = Decimal(0)
    tax_source: str = ""

    def __post_init__(self) -> None:
        whole("boxes", self.least_boxes)
        money("price", self.least_amount)
        money("price", self.delivery)
        if not Decimal(0) <= self.tax_rate <= Decimal("0.9"):
            raise PriceError("tax_rate", self.tax_rate, "rule.share")
        if self.tax_rate and not self.tax_source.strip():
            raise PriceError("tax_rate", self.tax_rate, "rule.named")
        if self.delivery and self.delivery_origin is None:
            raise PriceError("supplier", "", "rule.named")
