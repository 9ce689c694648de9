"""Measures as people write them, facts and outlines."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.foundation.rules.refusals import Refused
from binakriya.products.rules.facts import (
    ProductFacts,
    Size,
    check_density,
    checked_facts,
    checked_outline,
    checked_size,
)
from binakriya.products.rules.measures import NotAMeasure, parse
from binakriya.products.words import mass_shown, reason_of, size_shown


@pytest.mark.parametrize(
    ("text", "quantity", "value"),
    [
        ("200", "length", "200"),
        ("200 mm", "length", "200"),
        ("20 cm", "length", "200"),
        ("20cm.", "length", "200"),
        ("20,5 cm", "length", "205"),
        ("0,2 m", "length", "200"),
        ("1.200", "length", "1200"),
        ("1 200 mm", "length", "1200"),
        ("1.2 cm", "length", "12"),
        ('8"', "length", "203.2"),
        ("0,85 kg", "mass", "850"),
        ("0.850 kg", "mass", "850"),
        ("1.250 g", "mass", "1250"),
        ("8,5 ons", "mass", "850"),
        ("1.250,5 g", "mass", "1250.5"),
    ],
)
def test_what_people_write_is_understood(text: str, quantity: str, value: str) -> None:
    assert parse(text, quantity).value == Decimal(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "quantity", "reason"),
    [
        ("0", "length", "not_positive"),
        ("-3 cm", "length", "not_positive"),
        ("nan", "length", "unreadable"),
        ("inf", "mass", "unreadable"),
        ("1e3", "mass", "not_one_number"),
        ("10 km", "length", "too_large"),
        ("0.1 mm", "length", "too_small"),
        ("20 x 14", "length", "not_one_number"),
        ("20 kati", "mass", "unit_unknown"),
        ("20 kg", "length", "unit_unknown"),
        ("1.250 kg", "mass", "ambiguous"),
        ("1.2.3", "length", "unreadable"),
        ("", "length", "unreadable"),
        ("²", "length", "unreadable"),
    ],
)
def test_what_is_no_measure_is_refused_with_a_way_out(text: str, quantity: str, reason: str) -> None:
    with pytest.raises(NotAMeasure) as refused:
        parse(text, quantity)  # type: ignore[arg-type]
    assert refused.value.reason == reason
    sentence = reason_of(refused.value)
    assert sentence.endswith(".") and "%(" not in sentence


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    for quantity in ("length", "mass"):
        try:
            value = parse(text, quantity).value
        except NotAMeasure as refused:
            assert reason_of(refused)
        else:
            assert 1 <= value <= 1_000_000


@given(st.decimals(min_value=1, max_value=3000, places=1))
def test_what_is_shown_is_read_as_the_same(value: Decimal) -> None:
    assert parse(size_shown((value, value, value)).split("\u00a0")[0], "length").value == value


def test_a_bare_number_counts_in_the_chosen_unit() -> None:
    read = parse("20", "length", bare="cm")
    assert read.value == 200 and read.converted
    assert not parse("20 mm", "length", bare="cm").converted


def test_masses_and_sizes_in_words() -> None:
    assert mass_shown(Decimal(850)) == "850\u00a0g"
    assert mass_shown(Decimal(1250)) == "1,25\u00a0kg"
    assert mass_shown(Decimal(3000)) == "3\u00a0kg"
    assert (
        size_shown((Decimal(120), Decimal(120), Decimal("90.5")), "cylinder") == "Ø\u00a0120\u00a0×\u00a090,5\u00a0mm"
    )


def test_a_usual_word_becomes_the_engines_material() -> None:
    assert checked_facts(ProductFacts("  Vas   bunga ", "Gerabah")).material == "earthenware"
    assert checked_facts(ProductFacts("Vas", "kulit telur")).material == "kulit telur"
    for facts, reason in (
        (ProductFacts(" ", "kayu"), "name_needed"),
        (ProductFacts("Vas", " "), "material_needed"),
        (ProductFacts("Vas", "kayu", form="x"), "form_unknown"),
    ):
        with pytest.raises(Refused, match=reason):
            checked_facts(facts)


def _size(shape: str = "box", length: int = 100, breadth: int = 100, height: int = 50) -> Size:
    return Size(shape, Decimal(length), Decimal(breadth), Decimal(height))


def test_a_cylinder_is_round() -> None:
    assert checked_size(_size("cylinder")).shape == "cylinder"
    with pytest.raises(Refused, match="not_round"):
        checked_size(_size("cylinder", 100, 90))
    with pytest.raises(Refused, match="shape_unknown"):
        checked_size(_size("ball"))


def test_nothing_is_heavier_than_gold_nor_as_light_as_air() -> None:
    check_density(_size(), Decimal(300))
    check_density(_size(), None)
    with pytest.raises(Refused, match="too_heavy"):
        check_density(_size(), Decimal(850_000))
    with pytest.raises(Refused, match="too_light"):
        check_density(_size("box", 1000, 1000, 1000), Decimal(1))


def test_an_outline_begins_at_its_own_corner() -> None:
    points = checked_outline([(10, 10), (60, 10), (60, 40)], Decimal(50), Decimal(30))
    assert points == ((0, 0), (50, 0), (50, 30))


@pytest.mark.parametrize(
    ("points", "reason"),
    [
        ([(0, 0), (1, 1)], "outline_few"),
        ([(0, 0)] * 201, "outline_many"),
        ([(7, 7)] * 20, "outline_few"),
        ([(0, 0), (10, 10), (20, 20), (30, 30)], "outline_flat"),
        ([(0, 0), (1e-300, 0), (0, 1e-300)], "outline_flat"),
        ([(0, 0), (50, 30), (50, 0), (0, 30)], "outline_crosses"),
        ([(0, 0), (90, 0), (90, 30)], "outline_outside"),
    ],
)
def test_an_outline_that_no_knife_can_cut_is_refused(points: list[tuple[float, float]], reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        checked_outline(points, Decimal(50), Decimal(30))


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (ProductFacts("\u200b\u2060", "keramik"), "name_needed"),
        (ProductFacts("Vas", "…"), "material_needed"),
        (ProductFacts("V" * 121, "keramik"), "text_long"),
        (ProductFacts("Vas", "keramik", note="x" * 501), "text_long"),
    ],
)
def test_facts_are_words_and_never_cut_in_silence(facts: ProductFacts, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        checked_facts(facts)


def test_facts_from_a_file_lose_what_nobody_sees() -> None:
    assert checked_facts(ProductFacts("Vas \x01\u202ekontrol", "keramik")).name == "Vas kontrol"
