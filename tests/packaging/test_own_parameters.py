"""A style's own parameters count wherever the box counts: area, weight, strength, cost, drawing, specification."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from binakriya.engines.boxes import measures, style
from binakriya.engines.pricing import BoardPrice, Breaks, Origin, PriceList
from binakriya.engines.protection import DEFAULT_STOCK, USUAL_JOURNEYS, Product
from binakriya.packaging.rules.drawings import box_of
from binakriya.packaging.rules.recommend import Request, StockBox, draw, recommend
from binakriya.packaging.rules.specification import specification

VASE = Product((220, 140, 90), 0.85, "keramik")
SAID = Origin("CV Karton Jaya", date(2018, 11, 1))
PRICES = tuple(PriceList(BoardPrice(b.code, "m2", Breaks.of(9000), SAID)) for b in DEFAULT_STOCK)
PLAIN = Request(VASE, USUAL_JOURNEYS["courier"], prices=PRICES, on=date(2018, 11, 16))
OWN = replace(PLAIN, parameters_of="0201", parameters=(("joint", 60.0),))
RSC = (style("0201"),)


def test_a_wider_joint_weighs_and_costs_more() -> None:
    plain, own = (recommend(one, among=RSC, deciding=False).alternatives[0].proven for one in (PLAIN, OWN))
    assert plain.board == own.board and plain.made.inside_mm == own.made.inside_mm
    assert own.made.area_m2 > plain.made.area_m2 and own.gross_kg > plain.gross_kg
    assert plain.unit_price is not None and own.unit_price is not None and own.unit_price > plain.unit_price
    drawn = draw("0201", own.made.inside_mm, own.board, own.made.parameters)
    assert abs(measures(drawn).area / 1e6 - own.made.area_m2) < 1e-9


def test_they_are_kept_in_the_specification_and_drawn_again() -> None:
    made = specification(recommend(OWN, among=RSC, deciding=False))
    assert made.content["box"]["parameters"]["joint"] == 60.0
    assert abs(measures(box_of(made)).area / 1e6 - made.content["box"]["area_m2"]) < 1e-6


def test_they_touch_no_other_style() -> None:
    assert OWN.own("0427") == () and OWN.own("0201") == (("joint", 60.0),)


def test_a_parameter_that_breaks_a_rule_leaves_the_style_out_and_says_why() -> None:
    broken = replace(PLAIN, parameters_of="0201", parameters=(("joint", 500.0),))
    found = recommend(broken, among=RSC, deciding=False)
    assert not found.alternatives
    assert any(r.why.values.get("field") == "joint" for r in found.rejected)


def test_a_ready_made_box_with_a_price_may_be_the_cheapest() -> None:
    board = next(b for b in DEFAULT_STOCK if b.flute == "B")
    box = StockBox("M", "Kotak sedang", (420, 320, 280), board, unit_price=Decimal(4500), origin=SAID)
    found = recommend(replace(PLAIN, stock_boxes=(box,)), deciding=False)
    cheapest = next(a for a in found.alternatives if "cheapest" in a.roles)
    assert cheapest.proven.stock_box == box and cheapest.proven.unit_price == Decimal(4500)
    assert any("CV Karton Jaya" in reason.text("id") for reason in cheapest.reasons)
    dear = replace(box, unit_price=Decimal(45000))
    found = recommend(replace(PLAIN, stock_boxes=(dear,)), deciding=False)
    cheapest = next(a for a in found.alternatives if "cheapest" in a.roles)
    assert cheapest.proven.stock_box is None
