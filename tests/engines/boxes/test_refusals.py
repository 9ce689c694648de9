"""What gives no box says so: the field, the rule, a way out; and never a drawing."""

from __future__ import annotations

import math

import pytest

from binakriya.engines.boxes import Board, BoxError, Text, board, build, style, styles

NOT_A_LENGTH = {
    0: "not_positive",
    -20: "not_positive",
    math.nan: "not_finite",
    math.inf: "not_finite",
    10_000_000: "too_long",
    0.1: "too_short",
    "20 cm": "not_number",
    "200": "not_number",
    None: "not_number",
    True: "not_number",
}


@pytest.mark.parametrize("code", [each.code for each in styles()])
@pytest.mark.parametrize("place, field", [(0, "length"), (1, "breadth"), (2, "height")])
def test_bad_sizes(code: str, place: int, field: str) -> None:
    chosen = style(code)
    for value, rule in NOT_A_LENGTH.items():
        size: list[object] = list(chosen.default_inside)
        size[place] = value
        with pytest.raises(BoxError) as caught:
            build(code, size, chosen.default_board)  # type: ignore[arg-type]
        error = caught.value
        assert (error.field, error.rule) == (field, rule)
        for text in (error.says, error.way_out):
            assert text.id and text.en and "{" not in text.id + text.en
            assert "!" not in text.id


def test_the_message_names_value_bounds_and_style() -> None:
    with pytest.raises(BoxError) as caught:
        build("0201", (10_000_000, 200, 150), "B")
    assert caught.value.says.id == "Panjang dalam 10.000.000 mm terlalu besar untuk gaya 0201."
    assert caught.value.way_out.en == "Give between 50 and 1,500 mm."
    assert caught.value.as_dict()["field"] == "length"


def test_board_thicker_than_the_box() -> None:
    with pytest.raises(BoxError) as caught:
        build("0201", (300, 200, 20), "BC")
    assert (caught.value.field, caught.value.rule) == ("height", "board_too_thick")
    assert "5 mm" in caught.value.way_out.en


def test_a_board_that_the_style_is_not_made_of() -> None:
    with pytest.raises(BoxError) as kind:
        build("0201", (300, 200, 150), "card-300")
    with pytest.raises(BoxError) as caliper:
        build("carton-sleeve", (150, 100, 60), "C")
    assert (kind.value.rule, caliper.value.rule) == ("kind", "caliper")
    assert kind.value.field == caliper.value.field == "board"


@pytest.mark.parametrize("caliper", [0, -1, math.nan, 1e6, "3"])
def test_a_board_with_impossible_numbers(caliper: object) -> None:
    own = Board("x", Text("x", "x"), "corrugated", caliper, 500.0, "B", "C", "C", "own")  # type: ignore[arg-type]
    with pytest.raises(BoxError) as caught:
        build("0201", (300, 200, 150), own)
    assert caught.value.field == "board"


def test_unknown_style_board_and_parameter() -> None:
    for call, field in (
        (lambda: build("9999", (300, 200, 150), "B"), "style"),
        (lambda: build("0201", (300, 200, 150), "Z"), "board"),
        (lambda: build("0201", (300, 200, 150), "B", wings=2), "wings"),
        (lambda: board("Z"), "board"),
        (lambda: build("0201", (300, 200), "B"), "inside"),
        (lambda: build("0201", 300, "B"), "inside"),  # type: ignore[arg-type]
        (lambda: build("0201", "300x200x150", "B"), "inside"),
        (lambda: build("0201", (300, 200, 150), None), "board"),  # type: ignore[arg-type]
        (lambda: build("0427", (200, 150, 60), "E", front_flap=["inside"]), "front_flap"),
        (lambda: build("0427", (200, 150, 60), "E", tear_strip="yes"), "tear_strip"),
    ):
        with pytest.raises(BoxError) as caught:
            call()
        assert caught.value.field == field


@pytest.mark.parametrize("value", [-1, 0, math.nan, 1000, "30", True])
def test_parameters_out_of_bounds(value: object) -> None:
    with pytest.raises(BoxError) as caught:
        build("0201", (300, 200, 150), "B", joint=value)
    assert caught.value.field == "joint"


def test_choices_counts_and_outlines() -> None:
    for code, inside, material, values in (
        ("0427", (200, 150, 60), "E", {"front_flap": "sideways"}),
        ("partition", (300, 200, 100), "B", {"columns": 2.5}),
        ("insert", (220, 160, 40), "honeycomb-20", {"outline": [(0, 0), (50, 50), (50, 0), (0, 50)]}),
        ("insert", (220, 160, 40), "honeycomb-20", {"outline": "circle"}),
        ("insert", (220, 160, 40), "honeycomb-20", {"outline": [(0, 0), (215, 0), (215, 50)]}),
        ("0201", (150, 200, 100), "B", {}),
        ("0427", (200, 150, 30), "E", {"flap": 40}),
        ("0201", (300, 200, 150), "BC", {"joint": 11}),
        ("0501", (300, 200, 150), "BC", {"joint": 11}),
        ("0201", (300, 200, 150), "BC", {"slot": 3}),
    ):
        with pytest.raises(BoxError) as caught:
            build(code, inside, material, **values)
        assert caught.value.says.id


@pytest.mark.parametrize(
    "size, caliper", [((467.3, 78.5, 82.4), 2.05), ((230.6, 137.6, 102.8), 1.05), ((192.3, 150.6, 51.8), 3.05)]
)
def test_calipers_that_fall_between_grid_lines_are_drawn(size: tuple[float, float, float], caliper: float) -> None:
    own = Board("own", Text("sendiri", "own"), "corrugated", caliper, 500.0, None, "C", "C", "measured")
    assert build("0426", size, own).blanks
