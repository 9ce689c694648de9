"""The usual box is preferred where another one saves next to nothing, and weights within one billing step are equal."""

from dataclasses import replace

from binakriya.engines.protection import USUAL_JOURNEYS, Product
from binakriya.packaging.rules.recommend import Request, recommend
from binakriya.packaging.rules.recommend.leading import NEXT_TO_NOTHING

BASKET = Product((320, 320, 240), 0.9, "rotan", shape="cylinder")
MUGS = Product((220, 140, 95), 0.85, "keramik", form="protruding")


def test_a_basket_gets_the_usual_box_and_is_told_why() -> None:
    found = recommend(Request(BASKET, USUAL_JOURNEYS["courier"]), deciding=False)
    best = found.alternatives[0]
    assert best.roles[0] == "recommended" and best.proven.style.code == "0201"
    assert any("tanpa pisau potong khusus" in reason.text("id") for reason in best.reasons)
    lightest = next(a.proven for a in found.alternatives if "lightest" in a.roles)
    assert lightest.gross_kg <= best.proven.gross_kg <= NEXT_TO_NOTHING * lightest.gross_kg
    assert best.proven.made.area_m2 <= NEXT_TO_NOTHING * lightest.made.area_m2


def test_a_box_that_bills_the_same_is_no_smaller_to_send() -> None:
    """A wrapper a few grams of volume smaller is not proposed beside a box that the carrier bills alike."""
    found = recommend(Request(MUGS, USUAL_JOURNEYS["courier"]), deciding=False)
    shipping = next(a.proven for a in found.alternatives if "shipping" in a.roles)
    best = found.alternatives[0].proven
    assert shipping.key == best.key


def test_a_heavier_usual_box_is_not_preferred() -> None:
    flat = replace(BASKET, size_mm=(420, 300, 30), material="batik", shape="box")
    best = recommend(Request(flat, USUAL_JOURNEYS["courier"]), deciding=False).alternatives[0].proven
    assert best.style.code != "0201"
