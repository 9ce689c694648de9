"""A product through the whole chain, bad input, and the assumptions that decide."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.engines.protection import (
    MATERIALS,
    USUAL_JOURNEYS,
    Evidence,
    InputError,
    Leg,
    MissingValueError,
    Product,
    band_of,
    find_material,
    protect,
    sensitivity,
)

VASE = Product((220, 140, 90), 0.85, "keramik")
COURIER = USUAL_JOURNEYS["courier"]


def test_a_vase_by_courier() -> None:
    found = protect(VASE, COURIER)
    assert found.fragility_g == 60 and found.band.code == "band.moderate"
    assert found.drops.design_mm == 970
    assert found.cushion is not None and found.cushion.transmitted_g <= 60
    assert found.board is not None and found.holds
    assert found.boards.shown.margin and found.boards.shown.margin >= 1
    assert found.binding.message.text("id")


def test_a_cloth_needs_no_cushion() -> None:
    found = protect(Product((300, 200, 20), 0.2, "kain batik"), COURIER)
    assert found.cushion is None
    assert found.inside_mm == (306, 206, 26)
    assert found.moisture.reason == "mould"


def test_declared_fragility_goes_first() -> None:
    own = Product((220, 140, 90), 0.85, "keramik", evidence=Evidence(declared_g=80, source="Lab B4T, 2026"))
    found = protect(own, COURIER)
    assert found.fragility_g == 80
    assert found.sheet.step("fragility").firmness == "B"
    assert (
        protect(Product((220, 140, 90), 0.85, "apa saja", evidence=Evidence(declared_g=80)), COURIER).fragility_g == 80
    )


@pytest.mark.parametrize(("g", "told"), [(60, False), (20, False), (170, False), (19, True), (171, True), (2000, True)])
def test_a_declared_fragility_far_from_its_material_is_told_and_used(g: float, told: bool) -> None:
    own = Product((220, 140, 90), 0.85, "keramik", evidence=Evidence(declared_g=g, source="Lab"))
    found = protect(own, COURIER)
    said = [one for one in found.sheet.findings if one.message.code == "fragility.far"]
    assert found.fragility_g == g and bool(said) is told
    assert not told or "40 sampai 85 G" in said[0].message.text("id")


def test_an_unknown_material_is_a_missing_value() -> None:
    with pytest.raises(MissingValueError, match="staircase drop test") as caught:
        protect(Product((220, 140, 90), 0.85, "es batu"), COURIER)
    assert "es batu" in caught.value.missing.measure.text("id")


def test_stock_box() -> None:
    found = protect(VASE, COURIER, inside_mm=(400, 300, 250))
    assert found.inside_mm == (400, 300, 250) and found.holds
    tight = protect(VASE, COURIER, inside_mm=(230, 150, 100))
    assert not tight.holds
    assert "box.too_small" in {f.message.code for f in tight.sheet.findings}


@pytest.mark.parametrize(
    ("word", "code"),
    [("keramik", "ceramic"), ("Anyaman Rotan", "rattan"), ("PERAK", "silver"), ("eceng_gondok", "water_hyacinth")],
)
def test_words_for_materials(word: str, code: str) -> None:
    material = find_material(word)
    assert material is not None and material.code == code
    assert find_material("plutonium") is None


def test_no_word_means_two_materials() -> None:
    words = [w for m in MATERIALS.values() for w in (m.code, *m.words)]
    assert len(words) == len(set(words)) + sum(m.code in m.words for m in MATERIALS.values())


@pytest.mark.parametrize(
    ("g", "code"), [(10, "extremely_fragile"), (25, "very_delicate"), (115, "rugged"), (900, "rugged")]
)
def test_bands(g: float, code: str) -> None:
    assert band_of(g).code == f"band.{code}"


@pytest.mark.parametrize("bad", [0, -1, math.nan, math.inf, 0.1, 10_000_000])
@pytest.mark.parametrize("side", [0, 1, 2])
def test_sizes_that_cannot_be(bad: float, side: int) -> None:
    size = [220.0, 140.0, 90.0]
    size[side] = bad
    with pytest.raises(InputError) as caught:
        Product((size[0], size[1], size[2]), 0.85, "keramik")
    assert caught.value.field == ("length", "breadth", "height")[side]
    for language in ("id", "en"):
        text = caught.value.text(language)  # type: ignore[arg-type]
        assert "mm" in text and text.endswith(".") and "{" not in text


@pytest.mark.parametrize("bad", [0, -1, math.nan, math.inf, 0.0001, 5000])
def test_masses_that_cannot_be(bad: float) -> None:
    with pytest.raises(InputError) as caught:
        Product((220, 140, 90), bad, "keramik")
    assert caught.value.field == "mass"


def test_words_instead_of_numbers() -> None:
    with pytest.raises(InputError, match="Write the figure alone, without its unit"):
        Product(("20 cm", 140, 90), 0.85, "keramik")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="length × breadth × height"):
        Product((220, 140), 0.85, "keramik")  # type: ignore[arg-type]
    with pytest.raises(InputError):
        Product((True, 140, 90), 0.85, "keramik")


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ({"cushion": "awan"}, "cushion"),
        ({"arrangement": "spiral"}, "pads"),
        ({"formula": "ajaib"}, "box"),
        ({"printing": "emas"}, "printing"),
        ({"boards": []}, "boards"),
        ({"thickness_mm": 0}, "thickness"),
        ({"thickness_mm": math.nan}, "thickness"),
        ({"outside_mm": (100, 100, 100)}, "size"),
        ({"board_area_m2": -1}, "board_area"),
    ],
)
def test_options_that_cannot_be(options: dict[str, object], field: str) -> None:
    with pytest.raises(InputError) as caught:
        protect(VASE, COURIER, **options)  # type: ignore[arg-type]
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("leg", "field"),
    [
        ({"mode": "roket"}, "mode"),
        ({"mode": "courier", "humidity": 101}, "humidity"),
        ({"mode": "courier", "days": -1}, "days"),
        ({"mode": "courier", "days": 400}, "days"),
        ({"mode": "courier", "stack_height_mm": math.nan}, "stack_height"),
        ({"mode": "courier", "pattern": "zigzag"}, "pattern"),
        ({"mode": "courier", "standard": "ista_7"}, "standard"),
        ({"mode": "courier", "overhang_mm": -3}, "overhang"),
        ({"mode": "courier", "drop_height_mm": 0}, "drop_height"),
    ],
)
def test_legs_that_cannot_be(leg: dict[str, object], field: str) -> None:
    with pytest.raises(InputError) as caught:
        Leg(**leg)  # type: ignore[arg-type]
    assert caught.value.field == field


def test_what_destinations_ask() -> None:
    home = protect(VASE, COURIER)
    abroad = protect(VASE, COURIER, to_eu=True, ask_item222=True)
    assert not {"empty.over", "empty.within"} & {f.message.code for f in home.sheet.findings}
    assert {"empty.over", "empty.within"} & {f.message.code for f in abroad.sheet.findings}
    assert home.empty == abroad.empty or home.board != abroad.board
    assert abroad.sheet.step("item222.ect").value > 0


def test_a_drop_height_that_was_seen_goes_first() -> None:
    found = protect(VASE, [Leg("courier", drop_height_mm=1500)])
    assert found.drops.design_mm == 1500
    assert found.sheet.step("drop_height").source == "given"
    both = protect(VASE, [Leg("courier"), Leg("truck", drop_height_mm=400)])
    assert both.drops.design_mm == 970  # the highest of the legs


def test_a_journey_without_legs() -> None:
    with pytest.raises(InputError, match="Journey: is empty"):
        protect(VASE, [])


def test_a_product_larger_than_its_own_block() -> None:
    with pytest.raises(InputError) as caught:
        Product((100, 100, 100), 1, "keramik", volume_cm3=1200)
    assert caught.value.field == "product_volume"


@given(st.floats(50, 90), st.floats(50, 90), st.floats(1, 60))
def test_a_damper_journey_never_gets_a_lighter_board(one: float, two: float, days: float) -> None:
    def grammage(humidity: float) -> float:
        leg = Leg("sea_container", humidity=humidity, days=days)
        found = protect(Product((300, 250, 200), 6, "kayu"), [leg])
        return found.board.grammage if found.board else math.inf

    assert grammage(max(one, two)) >= grammage(min(one, two))


def test_sensitivity_names_what_decides() -> None:
    moved = sensitivity(Product((300, 250, 200), 9, "ukiran kayu"), USUAL_JOURNEYS["export"])
    codes = [m.code for m in moved]
    base = protect(Product((300, 250, 200), 9, "ukiran kayu"), USUAL_JOURNEYS["export"])
    assert set(codes) == {a.code for a in base.sheet.assumptions if a.low is not None}
    deciding = [m for m in moved if m.decides]
    assert deciding == list(moved[: len(deciding)])
    idle = moved[-1]
    assert not idle.decides and "changes nothing" in idle.message("en") and "tidak mengubah" in idle.message("id")
    fragility = next(m for m in moved if m.code == "material_g.carved_wood")
    assert fragility.thickness_swing_mm > 0
    assert "kerapuhan ukiran kayu" in fragility.message("id")
    assert "fragility of carved wood" in fragility.message("en")


def test_sensitivity_survives_ends_that_cannot_be_designed() -> None:
    moved = sensitivity(VASE, COURIER, cushion="corrugated", thickness_mm=60)
    assert all(m.base.thickness_mm == 60 for m in moved)


def test_sensitivity_of_the_board() -> None:
    """A heavy load at the edge of a board: an assumption of the stack changes it."""
    product = Product((300, 250, 200), 22, "batu")
    moved = sensitivity(product, [Leg("sea_container")])
    assert any(m.changes_board for m in moved)
    first = moved[0]
    assert first.changes_board and "changes the board from" in first.message("en")
