"""What a run of boxes costs: board, printing, die, gluing, extras, minimum order, price breaks; line by line.

Lines have the form of every calculation sheet of Binakriya: name, formula, inputs, value, unit, source, firmness. A
price is firmness B (one supplier said so on a day), and C once its validity has passed.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from .prices import MissingPriceError, Origin, PriceError, PriceList, RunPrice, whole
from .words import Language, say, spoken

RUPIAH = Decimal(1)
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Order:
    """`blank_m2`: the rectangle that one box takes of the board; `boxes_per_sheet` by nesting; `waste`: share lost
    in making ready, as the printer says."""

    boxes: int
    blank_m2: float | None = None
    boxes_per_sheet: int | None = None
    colours: int = 0
    waste: float = 0.0

    def __post_init__(self) -> None:
        whole("boxes", self.boxes)
        if self.boxes_per_sheet is not None:
            whole("boxes_per_sheet", self.boxes_per_sheet)
        if self.blank_m2 is not None and not (math.isfinite(self.blank_m2) and 0 < self.blank_m2 < 100):
            raise PriceError("area_m2", self.blank_m2, "rule.positive")
        if isinstance(self.colours, bool) or not isinstance(self.colours, int) or not 0 <= self.colours <= 12:
            raise PriceError("colours", self.colours, "rule.not_negative")
        if not (math.isfinite(self.waste) and 0 <= self.waste <= 0.9):
            raise PriceError("waste", self.waste, "rule.share")


@dataclass(frozen=True, slots=True)
class CostLine:
    name: str
    formula: str
    inputs: Mapping[str, tuple[Decimal | int | float, str]]
    value: Decimal
    unit: str
    source: str
    firmness: str
    of: str = ""

    def label(self, language: Language = "id") -> str:
        words = spoken(self.name, language)
        return f"{words} ({self.of})" if self.of else words

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "of": self.of,
            "formula": self.formula,
            "inputs": {s: {"value": float(v), "unit": unit} for s, (v, unit) in self.inputs.items()},
            "value": float(self.value),
            "unit": self.unit,
            "source": self.source,
            "firmness": self.firmness,
        }


@dataclass(frozen=True, slots=True)
class Note:
    code: str
    values: Mapping[str, object]

    def text(self, language: Language = "id") -> str:
        return say(self.code, self.values, language)


@dataclass(frozen=True, slots=True)
class Cost:
    """`total` and `unit` in rupiah, tax included; `unit` is a wanted box, so a minimum order makes it dearer."""

    order: Order
    prices: PriceList
    charged_boxes: int
    total: Decimal
    unit: Decimal
    once: Decimal
    lines: tuple[CostLine, ...]
    notes: tuple[Note, ...]

    def to_json(self) -> dict[str, Any]:
        return {
            "boxes": self.order.boxes,
            "charged_boxes": self.charged_boxes,
            "total": float(self.total),
            "unit": float(self.unit),
            "once": float(self.once),
            "steps": [line.to_json() for line in self.lines],
            "notes": [{"code": n.code, "text": {"id": n.text("id"), "en": n.text("en")}} for n in self.notes],
        }


@dataclass(slots=True)
class _Bill:
    on: date
    lines: list[CostLine] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    sum: Decimal = Decimal(0)
    once: Decimal = Decimal(0)

    def firmness(self, origin: Origin, what: str) -> str:
        if not origin.expired(self.on):
            return "B"
        until = origin.valid_until.isoformat() if origin.valid_until else ""
        note = Note("note.expired", {"supplier": origin.supplier, "what": what, "until": until})
        if note not in self.notes:
            self.notes.append(note)
        return "C"

    def count(self, name: str, formula: str, value: Decimal | int, unit: str, **inputs: tuple[Any, str]) -> None:
        self.lines.append(CostLine(name, formula, inputs, Decimal(value), unit, "given", ""))

    def charge(
        self,
        name: str,
        formula: str,
        amount: Decimal,
        origin: Origin,
        *,
        of: str = "",
        once: bool = False,
        **inputs: tuple[Any, str],
    ) -> None:
        value = amount.quantize(RUPIAH, ROUND_HALF_UP)
        self.lines.append(
            CostLine(name, formula, inputs, value, "Rp", origin.citation(), self.firmness(origin, name), of)
        )
        self.sum += value
        if once:
            self.once += value


def _board(order: Order, boxes: int, prices: PriceList, bill: _Bill) -> None:
    board = prices.board
    gross = Decimal(boxes) / (1 - Decimal(str(order.waste)))
    if board.by == "sheet":
        if order.boxes_per_sheet is None:
            raise MissingPriceError("missing.sheet")
        amount: Decimal = Decimal(math.ceil(gross / order.boxes_per_sheet))
        bill.count(
            "sheets",
            "⌈n/(1 − w)/k⌉",
            amount,
            "lembar",
            n=(boxes, "kotak"),
            w=(order.waste, "1"),
            k=(order.boxes_per_sheet, "kotak"),
        )
        unit = "lembar"
    else:
        if order.blank_m2 is None:
            raise MissingPriceError("missing.area")
        amount = gross * Decimal(str(order.blank_m2))
        bill.count(
            "area", "n/(1 − w)·A", amount, "m²", n=(boxes, "kotak"), w=(order.waste, "1"), A=(order.blank_m2, "m²")
        )
        unit = "m²"
    price = board.price.at(amount)
    bill.charge("board", "q·p", amount * price, board.origin, of=board.code, q=(amount, unit), p=(price, f"Rp/{unit}"))


def _run(kind: str, work: RunPrice, boxes: int, times: int, bill: _Bill) -> None:
    if work.setup:
        bill.charge(
            f"{kind}.setup",
            "s·c",
            work.setup * times,
            work.origin,
            of=work.name,
            once=True,
            s=(work.setup, "Rp"),
            c=(times, "1"),
        )
    price = work.run.at(boxes)
    bill.charge(
        f"{kind}.run",
        "n·p·c",
        price * boxes * times,
        work.origin,
        of=work.name,
        n=(boxes, "kotak"),
        p=(price, "Rp/kotak"),
        c=(times, "1"),
    )


def _bill(order: Order, prices: PriceList, on: date) -> tuple[_Bill, int]:
    bill = _Bill(on)
    boxes = max(order.boxes, prices.least_boxes)
    supplier = prices.board.origin.supplier
    bill.count(
        "quantity.charged", "max(n, n₀)", boxes, "kotak", n=(order.boxes, "kotak"), n0=(prices.least_boxes, "kotak")
    )
    if boxes > order.boxes:
        bill.notes.append(
            Note(
                "note.minimum_boxes",
                {"supplier": supplier, "least": prices.least_boxes, "charged": boxes, "wanted": order.boxes},
            )
        )
    _board(order, boxes, prices, bill)
    if order.colours:
        if prices.printing is None:
            raise MissingPriceError("missing.printing")
        _run("printing", prices.printing, boxes, order.colours, bill)
    if prices.die is not None and not prices.die.owned:
        dies = 1 if prices.die.life is None else math.ceil(boxes / whole("boxes", prices.die.life))
        bill.charge(
            "die",
            "⌈n/l⌉·p",
            prices.die.price * dies,
            prices.die.origin,
            once=True,
            k=(dies, "1"),
            p=(prices.die.price, "Rp"),
        )
    if prices.gluing is not None:
        _run("gluing", prices.gluing, boxes, 1, bill)
    for extra in prices.extras:
        _run("extra", extra, boxes, 1, bill)
    if prices.delivery and prices.delivery_origin is not None:
        bill.charge("delivery", "d", prices.delivery, prices.delivery_origin, d=(prices.delivery, "Rp"))
    return bill, boxes


def cost(order: Order, prices: PriceList, *, on: date) -> Cost:
    """The whole cost of a run on a day, at one supplier's prices.

    A minimum order is charged in full. What a price is missing for raises `MissingPriceError`.
    """
    bill, boxes = _bill(order, prices, on)
    subtotal = bill.sum
    bill.lines.append(CostLine("subtotal", "Σ", {}, subtotal, "Rp", "given", _weakest(bill.lines)))
    if subtotal < prices.least_amount:
        supplier = prices.board.origin.supplier
        bill.notes.append(Note("note.minimum_amount", {"supplier": supplier, "least": prices.least_amount}))
        bill.lines.append(
            CostLine(
                "minimum",
                "max(Σ, m)",
                {"m": (prices.least_amount, "Rp")},
                prices.least_amount,
                "Rp",
                prices.board.origin.citation(),
                "B",
            )
        )
        subtotal = prices.least_amount
    tax = (subtotal * prices.tax_rate).quantize(RUPIAH, ROUND_HALF_UP)
    if prices.tax_rate:
        bill.lines.append(CostLine("tax", "Σ·r", {"r": (prices.tax_rate, "1")}, tax, "Rp", prices.tax_source, "B"))
    total = subtotal + tax
    letter = _weakest(bill.lines)
    bill.lines.append(CostLine("total", "Σ + T", {}, total, "Rp", "given", letter))
    unit = (total / order.boxes).quantize(CENT, ROUND_HALF_UP)
    bill.lines.append(CostLine("unit", "total/n", {"n": (order.boxes, "kotak")}, unit, "Rp/kotak", "given", letter))
    return Cost(order, prices, boxes, total, unit, bill.once, tuple(bill.lines), tuple(bill.notes))


def _weakest(lines: Iterable[CostLine]) -> str:
    return max((line.firmness for line in lines), default="")


def _thresholds(order: Order, prices: PriceList) -> list[int]:
    """Quantities of boxes above the wanted one at which some price falls."""
    found: set[int] = set()
    works = [w for w in (prices.printing if order.colours else None, prices.gluing, *prices.extras) if w is not None]
    for work in works:
        found.update(work.run.beginnings())
    keep = 1 - order.waste
    for begins in prices.board.price.beginnings():
        if prices.board.by == "sheet" and order.boxes_per_sheet:
            # the least boxes that need this many sheets
            found.add(math.floor((begins - 1) * order.boxes_per_sheet * keep) + 1)
        elif order.blank_m2:
            found.add(math.ceil(begins * keep / order.blank_m2))
    found.add(prices.least_boxes)
    return sorted(q for q in found if q > order.boxes)


def more_for_less(order: Order, prices: PriceList, *, on: date) -> Note | None:
    """A larger quantity whose total is lower, because a price break begins there; the cheapest such."""
    now = cost(order, prices, on=on).total
    best: tuple[Decimal, int] | None = None
    for quantity in _thresholds(order, prices):
        for more in (quantity, quantity + 1):  # a threshold in m² may round to the box below it
            total = cost(replace(order, boxes=more), prices, on=on).total
            if total < now and (best is None or total < best[0]):
                best = (total, more)
    if best is None:
        return None
    return Note("note.more_for_less", {"more": best[1], "wanted": order.boxes, "less": now - best[0]})


def cheapest(order: Order, offers: Iterable[PriceList], *, on: date) -> tuple[Cost, ...]:
    """All offers that can be computed, the cheapest first; an offer that lacks a price is left out."""
    found: list[Cost] = []
    lacking: MissingPriceError | None = None
    for offer in offers:
        try:
            found.append(cost(order, offer, on=on))
        except MissingPriceError as missing:
            lacking = missing
    if not found:
        raise lacking or PriceError("prices", "", "rule.one")
    return tuple(sorted(found, key=lambda c: (c.total, c.prices.board.origin.supplier)))


def by_quantity(order: Order, prices: PriceList, quantities: Iterable[int], *, on: date) -> tuple[Cost, ...]:
    """The cost at several quantities: what a pooled order of several makers would share."""
    return tuple(cost(replace(order, boxes=quantity), prices, on=on) for quantity in quantities)
