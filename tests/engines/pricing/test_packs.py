"""What a run of boxes costs. Prices here are made up for arithmetic; the engine itself has none."""

import json
import math
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.engines.pricing import (
    BoardPrice,
    Breaks,
    DiePrice,
    MissingPriceError,
    Order,
    Origin,
    PriceError,
    PriceList,
    RunPrice,
    by_quantity,
    cheapest,
    cost,
    more_for_less,
)
from binakriya.engines.pricing.words import TEXTS

TODAY = date(2026, 11, 24)
ASKED = Origin("CV Contoh", date(2026, 11, 2), date(2027, 2, 1))
BY_M2 = BoardPrice("E 350 g/m²", "m2", Breaks.of([(1, 8000), (100, 7000)]), ASKED)
BY_SHEET = BoardPrice("B 520 g/m²", "sheet", Breaks.of([(1, 12_000), (50, 10_000)]), ASKED, (1200, 900))
WHOLE = PriceList(
    BY_SHEET,
    printing=RunPrice(Breaks.of([(1, 300), (1000, 200)]), ASKED, Decimal(150_000)),
    die=DiePrice(Decimal(400_000), ASKED),
    gluing=RunPrice(Breaks.of(100), ASKED),
    extras=(RunPrice(Breaks.of(500), ASKED, name="silika gel 10 g"),),
    delivery=Decimal(75_000),
    delivery_origin=ASKED,
)


def test_a_bill_by_hand() -> None:
    """200 boxes, 4 a sheet, 2 colours: 50 sheets, 2 plates, 200 × 300 × 2, die, 200 × 100, 200 × 500, delivery."""
    found = cost(Order(200, boxes_per_sheet=4, colours=2), WHOLE, on=TODAY)
    assert found.total == 500_000 + 300_000 + 120_000 + 400_000 + 20_000 + 100_000 + 75_000
    assert found.unit == Decimal("7575.00")
    assert found.once == 700_000
    assert [line.name for line in found.lines] == [
        "quantity.charged",
        "sheets",
        "board",
        "printing.setup",
        "printing.run",
        "die",
        "gluing.run",
        "extra.run",
        "delivery",
        "subtotal",
        "total",
        "unit",
    ]


def test_waste_buys_more_board() -> None:
    plain = cost(Order(100, boxes_per_sheet=4), PriceList(BY_SHEET), on=TODAY)
    lost = cost(Order(100, boxes_per_sheet=4, waste=0.05), PriceList(BY_SHEET), on=TODAY)
    assert (plain.total, lost.total) == (25 * 12_000, 27 * 12_000)


def test_board_by_the_square_metre() -> None:
    found = cost(Order(300, blank_m2=0.25), PriceList(BY_M2), on=TODAY)
    assert found.total == 75 * 8000
    assert cost(Order(400, blank_m2=0.25), PriceList(BY_M2), on=TODAY).total == 100 * 7000


def test_a_minimum_order_is_charged_and_said() -> None:
    prices = PriceList(BY_M2, least_boxes=500)
    found = cost(Order(100, blank_m2=0.25), prices, on=TODAY)
    assert found.charged_boxes == 500
    assert found.total == 125 * 7000
    assert found.unit == found.total / 100
    assert found.notes[0].text("en") == "CV Contoh takes 500 boxes at least: 500 are charged for 100."
    assert "mulai 500 kotak" in found.notes[0].text("id")


def test_a_least_amount() -> None:
    found = cost(Order(10, blank_m2=0.25), PriceList(BY_M2, least_amount=Decimal(1_000_000)), on=TODAY)
    assert found.total == 1_000_000
    assert found.notes[0].text("id") == "CV Contoh melayani mulai Rp 1.000.000."


def test_tax_needs_its_source() -> None:
    taxed = PriceList(BY_M2, tax_rate=Decimal("0.1"), tax_source="faktur CV Contoh")
    assert cost(Order(300, blank_m2=0.25), taxed, on=TODAY).total == 660_000
    with pytest.raises(PriceError):
        PriceList(BY_M2, tax_rate=Decimal("0.1"))


def test_an_owned_die_costs_nothing_and_a_worn_one_twice() -> None:
    owned = replace(WHOLE, die=DiePrice(Decimal(400_000), ASKED, owned=True))
    worn = replace(WHOLE, die=DiePrice(Decimal(400_000), ASKED, life=150))
    order = Order(200, boxes_per_sheet=4)
    base = cost(order, WHOLE, on=TODAY).total
    assert cost(order, owned, on=TODAY).total == base - 400_000
    assert cost(order, worn, on=TODAY).total == base + 400_000


def test_more_boxes_for_less() -> None:
    """390 boxes are 97.5 m² at 8,000; 400 are 100 m² at 7,000."""
    note = more_for_less(Order(390, blank_m2=0.25), PriceList(BY_M2), on=TODAY)
    assert note is not None
    assert note.text("en") == "400 boxes cost less in all than 390: Rp 80,000 less."
    assert more_for_less(Order(300, blank_m2=0.25), PriceList(BY_M2), on=TODAY) is None


def test_old_prices_are_less_firm() -> None:
    found = cost(Order(300, blank_m2=0.25), PriceList(BY_M2), on=date(2027, 3, 1))
    assert {line.firmness for line in found.lines if line.name in ("board", "total")} == {"C"}
    assert "2027-02-01" in found.notes[0].text("id")
    fresh = cost(Order(300, blank_m2=0.25), PriceList(BY_M2), on=TODAY)
    assert fresh.notes == () and fresh.lines[-1].firmness == "B"


def test_every_price_names_its_supplier_and_date() -> None:
    found = cost(Order(200, boxes_per_sheet=4, colours=1), WHOLE, on=TODAY)
    for line in found.to_json()["steps"]:
        assert {"name", "formula", "inputs", "value", "unit", "source", "firmness"} <= set(line)
        if line["firmness"] == "B" and line["name"] not in ("subtotal", "total", "unit"):
            assert line["source"] == "CV Contoh, 2026-11-02"
    json.dumps(found.to_json(), allow_nan=False)
    assert all(line.label("id") != line.name and line.label("en") for line in found.lines)


def test_the_cheapest_offer_first() -> None:
    dear = PriceList(replace(BY_M2, price=Breaks.of(9000), origin=Origin("PT Mahal", date(2026, 11, 1))))
    lacking = PriceList(BY_SHEET)
    found = cheapest(Order(100, blank_m2=0.25), [dear, lacking, PriceList(BY_M2)], on=TODAY)
    assert [c.prices.board.origin.supplier for c in found] == ["CV Contoh", "PT Mahal"]
    with pytest.raises(MissingPriceError):
        cheapest(Order(100, blank_m2=0.25), [lacking], on=TODAY)
    with pytest.raises(PriceError):
        cheapest(Order(100, blank_m2=0.25), [], on=TODAY)


def test_prices_that_nobody_gave() -> None:
    with pytest.raises(MissingPriceError, match="Ask the printer"):
        cost(Order(100, blank_m2=0.25, colours=1), PriceList(BY_M2), on=TODAY)
    with pytest.raises(MissingPriceError, match="Nest the blank"):
        cost(Order(100, blank_m2=0.25), PriceList(BY_SHEET), on=TODAY)
    with pytest.raises(MissingPriceError) as caught:
        cost(Order(100, boxes_per_sheet=4), PriceList(BY_M2), on=TODAY)
    assert "Pilih gaya dan ukuran kotak" in caught.value.text("id")


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_without_breaks_more_never_costs_less(one: int, two: int) -> None:
    prices = replace(WHOLE, board=replace(BY_SHEET, price=Breaks.of(12_000)), printing=None)
    less, more = by_quantity(Order(1, boxes_per_sheet=4), prices, sorted((one, two)), on=TODAY)
    assert less.total <= more.total
    assert less.unit >= more.unit - 12_000


@given(st.integers(1, 5000), st.integers(1, 12), st.floats(0, 0.5))
def test_the_total_is_the_sum_of_its_lines(boxes: int, per_sheet: int, waste: float) -> None:
    found = cost(Order(boxes, boxes_per_sheet=per_sheet, colours=2, waste=waste), WHOLE, on=TODAY)
    parts = [line.value for line in found.lines if line.unit == "Rp" and line.name not in ("subtotal", "total")]
    assert sum(parts) == found.total
    assert abs(found.unit * boxes - found.total) <= boxes * Decimal("0.005")


@given(st.integers(1, 2000), st.floats(0.01, 2), st.floats(0, 0.3))
def test_more_for_less_is_true(boxes: int, area: float, waste: float) -> None:
    order, prices = Order(boxes, blank_m2=area, waste=waste), PriceList(BY_M2)
    note = more_for_less(order, prices, on=TODAY)
    if note is None:
        return
    more = replace(order, boxes=int(str(note.values["more"])))
    assert cost(more, prices, on=TODAY).total < cost(order, prices, on=TODAY).total


@pytest.mark.parametrize(
    "bad",
    [
        {"boxes": 0},
        {"boxes": -5},
        {"boxes": 2.5},
        {"boxes": True},
        {"boxes": 10**9},
        {"boxes": 10, "blank_m2": math.nan},
        {"boxes": 10, "blank_m2": 0},
        {"boxes": 10, "boxes_per_sheet": 0},
        {"boxes": 10, "colours": -1},
        {"boxes": 10, "waste": 1.0},
        {"boxes": 10, "waste": math.nan},
    ],
)
def test_orders_that_cannot_be(bad: dict[str, object]) -> None:
    with pytest.raises(PriceError) as caught:
        Order(**bad)  # type: ignore[arg-type]
    assert caught.value.text("id").endswith(".") and "{" not in caught.value.text("en")


@pytest.mark.parametrize(
    "steps", [[], [(2, 100)], [(1, 100), (1, 90)], [(1, -5)], [(1, "NaN")], [(1, "seribu")], [(0, 5)], [(1, 10**12)]]
)
def test_breaks_that_cannot_be(steps: list[tuple[int, int]]) -> None:
    with pytest.raises(PriceError):
        Breaks.of(steps)


def test_a_price_without_a_supplier() -> None:
    with pytest.raises(PriceError, match="Write the supplier's name"):
        Origin(" ", date(2026, 1, 1))
    with pytest.raises(PriceError):
        PriceList(BY_M2, delivery=Decimal(5000))


def test_both_languages() -> None:
    for indonesian, english in TEXTS.values():
        assert indonesian and english and "!" not in indonesian + english
