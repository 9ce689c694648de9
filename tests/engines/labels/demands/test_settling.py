"""Duties settled by papers, and what lines and care say."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engines.labels.demands.cases import BAG, BATIK, DAY, RING, STATED, VASE

from binakriya.engines.labels.demands import (
    Destination,
    Held,
    ProductFacts,
    Share,
    Standing,
    care_suggested,
    composition,
    demands,
    material_name,
    net_content,
    settled,
)
from binakriya.engines.labels.demands.contents import CUSTOMARY
from binakriya.engines.labels.demands.words import materials, table
from binakriya.engines.labels.drawing.symbols import SYMBOLS
from binakriya.engines.protection import MATERIALS

DUTIES = tuple(
    duty
    for duty in demands(replace(STATED, **BAG), destination=Destination.ID, on=DAY).duties  # type: ignore[arg-type]
    if duty.key == "halal"
)


def held(result: str, issued: int, valid: int | None = None) -> Held:
    """Days from the day of asking."""
    until = None if valid is None else DAY + timedelta(days=valid)
    return Held("halal", result, DAY + timedelta(days=issued), until)


@pytest.mark.parametrize(
    ("papers", "standing", "days"),
    [
        ([], Standing.OPEN, None),
        ([held("pass", -10)], Standing.SETTLED, None),
        ([held("pass", -10, 61)], Standing.SETTLED, 61),
        ([held("pass", -10, 60)], Standing.SOON, 60),
        ([held("pass", -10, 0)], Standing.SOON, 0),
        ([held("pass", -10, -1)], Standing.EXPIRED, -1),
        ([held("pass", 1)], Standing.OPEN, None),
        ([held("fail", -5)], Standing.FAILED, None),
        ([held("pass", -10), held("fail", -5)], Standing.FAILED, None),
        ([held("fail", -10), held("pass", -5)], Standing.SETTLED, None),
        ([held("fail", -5), held("pass", -5)], Standing.FAILED, None),
        ([held("information", -5)], Standing.OPEN, None),
        ([held("pass", -9, 100), held("information", -5)], Standing.SETTLED, 100),
        ([held("pass", -20, 200), held("pass", -5, -1)], Standing.SETTLED, 200),
        ([replace(held("pass", -5), subject="sni")], Standing.OPEN, None),
    ],
)
def test_a_duty_stands_as_its_papers_do(papers: list[Held], standing: Standing, days: int | None) -> None:
    (found,) = settled(DUTIES, papers, DAY)
    assert (found.standing, found.days) == (standing, days)


@given(st.permutations([held("pass", -20, 200), held("fail", -30), held("pass", -5, 10), held("information", -1)]))
def test_the_order_of_papers_does_not_matter(papers: list[Held]) -> None:
    assert settled(DUTIES, papers, DAY) == settled(DUTIES, sorted(papers, key=lambda one: one.issued_on), DAY)


def test_each_duty_asks_for_its_own_papers_and_one_without_a_paper_is_left_to_the_office() -> None:
    facts = replace(STATED, animal=False, **RING, channels=("transport",))  # type: ignore[arg-type]
    found = demands(facts, destination=Destination.EU, on=DAY)
    stand = {one.duty: one.standing for one in settled(found.duties, [Held("nickel", "pass", DAY)], DAY)}
    assert stand["reach-nickel"] is Standing.SETTLED
    assert stand["reach-lead-cadmium"] is Standing.OPEN
    assert stand["ppwr-empty-space"] is Standing.NO_PAPER


@pytest.mark.parametrize(
    ("amount", "unit", "to", "language", "said"),
    [
        ("250", "g", "ID", "id", "250 g"),
        ("1.5", "kg", "ID", "id", "1,5 kg"),
        ("1.50", "kg", "EU", "de", "1,5 kg"),
        ("1.5", "kg", "JP", "ja", "1.5 kg"),
        ("250", "g", "US", "en", "8.82 oz (250 g)"),
        ("1", "kg", "US", "en", "2.2 lb (1 kg)"),
        ("250", "ml", "US", "en", "8.45 fl oz (250 mL)"),
        ("2", "m", "US", "en", "78.7 in (2 m)"),
        ("1", "piece", "ID", "id", "1 buah"),
        ("1", "piece", "EU", "en", "1 piece"),
        ("2", "piece", "US", "en", "2 pieces"),
        ("6", "set", "EU", "en", "6 sets"),
        ("100", "cm", "EU", "fr", "100 cm"),
    ],
)
def test_net_content_as_the_destination_writes_it(amount: str, unit: str, to: str, language: str, said: str) -> None:
    assert net_content(Decimal(amount), unit, destination=Destination(to), language=language) == said


@pytest.mark.parametrize(("amount", "unit"), [("0", "g"), ("-1", "g"), ("NaN", "g"), ("1", "stone")])
def test_an_amount_that_is_none_is_refused(amount: str, unit: str) -> None:
    with pytest.raises(ValueError, match=r"unit|amount"):
        net_content(Decimal(amount), unit, destination=Destination.ID, language="id")


@given(st.decimals("0.001", "100000", places=3), st.sampled_from(["g", "kg", "ml", "l", "cm", "m"]))
def test_customary_units_are_true_to_three_figures(amount: Decimal, unit: str) -> None:
    said = net_content(amount, unit, destination=Destination.US, language="en")
    value = Decimal(said.split()[0])
    assert abs(value * CUSTOMARY[unit][1] / amount - 1) <= Decimal("0.0051")


def test_fibres_are_named_in_both_languages_the_largest_first() -> None:
    parts = (Share("polyester", Decimal("20")), Share("katun", Decimal("80")))
    assert composition(parts, "id") == "80 % katun, 20 % poliester"
    assert composition(parts, "en") == "80 % cotton, 20 % polyester"
    assert composition((Share("serat nanas", Decimal("100")),), "en") == "100 % serat nanas"


def test_a_composition_that_does_not_add_up_is_a_conflict_and_not_printed() -> None:
    facts = replace(STATED, **BATIK | {"composition": (Share("katun", Decimal(90)),)})  # type: ignore[arg-type]
    found = demands(facts, destination=Destination.EU, on=DAY)
    assert "composition-sum" in {one.key for one in found.conflicts}
    assert next(line for line in found.lines if line.key == "fibre").content == {}


def test_what_is_the_same_everywhere_stands_in_the_language_of_the_label_and_the_rest_waits_for_a_translator() -> None:
    found = demands(replace(STATED, **BATIK), destination=Destination.EU, on=DAY)  # type: ignore[arg-type]
    lines = {line.key: line for line in found.lines}
    assert "Setu" in lines["maker"].content["de"] and "halo@" in lines["maker"].content["de"]
    assert lines["fibre"].content == {"id": "100 % katun", "en": "100 % cotton"}
    assert found.translation is not None and "office" in found.translation.en
    assert "de" in found.translation.en


def test_origin_is_said_only_where_it_is_stated() -> None:
    home = demands(replace(STATED, **VASE), destination=Destination.ID, on=DAY)  # type: ignore[arg-type]
    assert home.lines[1].content == {"id": "Buatan Indonesia", "en": "Made in Indonesia"}
    nowhere = demands(replace(STATED, **VASE, origin=""), destination=Destination.ID, on=DAY)  # type: ignore[arg-type]
    assert nowhere.lines[1].content == {}


def test_care_is_a_suggestion_for_textiles_with_symbols_that_can_be_drawn() -> None:
    batik = care_suggested(replace(STATED, **BATIK))  # type: ignore[arg-type]
    assert batik is not None and not batik.confirmed and batik.firmness == "M"
    assert batik.symbols[:2] == ("wash-hand", "bleach-no")
    assert care_suggested(replace(STATED, **VASE)) is None  # type: ignore[arg-type]
    assert care_suggested(ProductFacts()) is None
    for row in table("care")["care"]:
        assert set(row["symbols"]) <= set(SYMBOLS)


def test_a_suggestion_never_fills_the_line() -> None:
    facts = replace(STATED, **BATIK | {"kind": "kemeja", "hs": "6205", "care": ()})  # type: ignore[arg-type]
    found = demands(facts, destination=Destination.US, on=DAY)
    assert "care" in {one.field for one in found.missing}


def test_every_material_of_the_house_is_known_by_its_code() -> None:
    for code in MATERIALS:
        assert material_name(code, "en") != code or code in {one.key for one in materials()}
