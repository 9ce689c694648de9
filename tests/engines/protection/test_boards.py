"""Boards: McKee, multipliers, what a stack asks, the lightest that holds, Item 222."""

import math
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from binakriya.engines.protection import (
    DEFAULT_STOCK,
    BoardGrade,
    InputError,
    Leg,
    MissingValueError,
    Quantity,
    Values,
    Working,
    choose_board,
)
from binakriya.engines.protection.boards.item222 import item222
from binakriya.engines.protection.boards.stacking import (
    boxes_above,
    demand,
    humidity_multiplier,
    overhang_multiplier,
    time_multiplier,
)
from binakriya.engines.protection.boards.strength import box_strength, mckee_simplified, mckee_stiffness, mckee_tops
from binakriya.engines.protection.journey import settle

C584 = next(b for b in DEFAULT_STOCK if b.code == "C 584 g/m²")


@pytest.mark.parametrize(("days", "left"), [(10, 0.63), (30, 0.60), (90, 0.55), (180, 0.50)])
def test_time_table(days: float, left: float) -> None:
    assert time_multiplier(days) == (left, "A")


@pytest.mark.parametrize(
    ("humidity", "left"), [(50, 1.0), (60, 0.9), (70, 0.8), (80, 0.68), (90, 0.48), (100, 0.15), (20, 1.0)]
)
def test_humidity_table(humidity: float, left: float) -> None:
    value, firmness = humidity_multiplier(humidity)
    assert value == pytest.approx(left)
    assert firmness == "A"


def test_between_the_points_it_says_so() -> None:
    value, firmness = humidity_multiplier(85)
    assert value == pytest.approx(0.58) and firmness == "B"
    value, firmness = time_multiplier(60)
    assert 0.55 < value < 0.60 and firmness == "B"
    assert time_multiplier(0) == (1.0, "A")
    assert time_multiplier(2) == (0.70, "B")
    value, firmness = time_multiplier(360)
    assert value == pytest.approx(0.45) and firmness == "C"


def test_indonesian_climate_leaves_what_the_design_says() -> None:
    """80 to 90 % RH for 30 days leave 0.41 to 0.29."""
    assert round(time_multiplier(30)[0] * humidity_multiplier(80)[0], 2) == 0.41
    assert round(time_multiplier(30)[0] * humidity_multiplier(90)[0], 2) == 0.29


@given(st.floats(0, 365), st.floats(0, 365))
def test_longer_never_leaves_more(one: float, two: float) -> None:
    assert time_multiplier(max(one, two))[0] <= time_multiplier(min(one, two))[0] + 1e-12


@given(st.floats(0, 100), st.floats(0, 100))
def test_damper_never_leaves_more(one: float, two: float) -> None:
    assert humidity_multiplier(max(one, two))[0] <= humidity_multiplier(min(one, two))[0] + 1e-12


def test_overhang_of_an_inch() -> None:
    assert overhang_multiplier(25.4) == pytest.approx(0.6775)
    assert overhang_multiplier(0) == 1


@pytest.mark.parametrize(("stack", "box", "above"), [(0, 200, 0), (199, 200, 0), (400, 200, 1), (1500, 250, 5)])
def test_boxes_above(stack: float, box: float, above: int) -> None:
    assert boxes_above(stack, box) == above


def ask(leg: Leg, gross: float = 5.0, height: float = 250.0) -> float:
    working = Working()
    stage = settle(leg, Values(), working)
    return demand(stage, Quantity(gross, "kg", "mass.gross"), height, Values(), working).required_n


@given(
    st.floats(50, 100), st.floats(50, 100), st.floats(0, 365), st.floats(0, 365), st.floats(300, 3000), st.floats(1, 30)
)
def test_required_strength_grows_with_damp_time_and_mass(
    h1: float, h2: float, d1: float, d2: float, stack: float, mass: float
) -> None:
    def leg(humidity: float, days: float) -> Leg:
        return Leg("truck", days=days, humidity=humidity, stack_height_mm=stack)

    assert ask(leg(max(h1, h2), d1), mass) >= ask(leg(min(h1, h2), d1), mass) - 1e-9
    assert ask(leg(h1, max(d1, d2)), mass) >= ask(leg(h1, min(d1, d2)), mass) - 1e-9
    assert ask(leg(h1, d1), mass * 2) == pytest.approx(2 * ask(leg(h1, d1), mass))


def test_a_demand_by_hand() -> None:
    """5 boxes of 5 kg on the lowest, 30 days at 90 %, aligned: 5·5·9.80665/(0.60·0.48) = 851 N."""
    leg = Leg("sea_container", days=30, humidity=90, stack_height_mm=1500, pattern="aligned")
    assert ask(leg) == pytest.approx(5 * 5 * 9.80665 / (0.60 * 0.48))


@given(st.floats(50, 900), st.floats(50, 900), st.floats(50, 900), st.floats(1.01, 3))
def test_strength_grows_with_size_and_board(length: float, breadth: float, height: float, more: float) -> None:
    ect, caliper = 6.0, 4.0
    z = 2 * (length + breadth)
    assert mckee_simplified(z * more, caliper, ect) > mckee_simplified(z, caliper, ect)
    assert mckee_simplified(z, caliper, ect * more) == pytest.approx(more * mckee_simplified(z, caliper, ect))
    assert mckee_tops(z, caliper, ect) == pytest.approx(mckee_simplified(z, caliper, ect), rel=0.08)
    size = (length, breadth, height)
    assert mckee_stiffness((length, breadth, height * more), ect, 12, 5) < mckee_stiffness(size, ect, 12, 5)


def strength(board: BoardGrade, size: tuple[float, float, float] = (400, 300, 200), **options):  # type: ignore[no-untyped-def]
    working = Working()
    return box_strength(board, size, Values(), working, **options), working.sheet()


def test_low_boxes_are_beyond_mckee() -> None:
    _, fine = strength(C584)  # perimeter over height is 7: the last that is inside
    assert not [f for f in fine.findings if f.message.code == "mckee.low_box"]
    _, low = strength(C584, (400, 300, 150))
    assert [f.message.text("en") for f in low.findings if f.message.code == "mckee.low_box"]


def test_other_styles_take_an_assumed_factor() -> None:
    slotted, _ = strength(C584)
    other, sheet = strength(C584, style="0427")
    assert other.value == pytest.approx(0.8 * slotted.value)
    assert "style.other" in {a.code for a in sheet.assumptions}
    flat, _ = strength(C584, horizontal_flutes=True)
    assert flat.value == pytest.approx(0.9 * slotted.value)


def test_values_that_are_missing_are_not_guessed() -> None:
    with pytest.raises(MissingValueError, match="ISO 12048"):
        strength(next(b for b in DEFAULT_STOCK if not b.flute))
    with pytest.raises(MissingValueError, match="ISO 5628"):
        strength(next(b for b in DEFAULT_STOCK if b.flute == "E"), formula="stiffness")


def choose(mass: float, legs: list[Leg], **options):  # type: ignore[no-untyped-def]
    values, working = Values(), Working()
    stages = [settle(leg, values, working) for leg in legs]
    size = options.pop("size", (400, 300, 250))
    boards = options.pop("boards", DEFAULT_STOCK)
    return choose_board(Quantity(mass, "kg", "mass"), size, stages, boards, values, **options)


SEA = Leg("sea_container", days=30, humidity=90, stack_height_mm=2300, pattern="aligned")


def test_the_lightest_that_holds_and_what_stops_the_lighter() -> None:
    choice = choose(12, [SEA], every=True)
    assert choice.best is not None
    holding = [check for check in choice.checks if check.holds]
    assert choice.best.board.grammage == min(check.board.grammage for check in holding)
    assert choice.next_lighter is not None
    said = choice.next_lighter.finding.message
    assert "fails stacking at 90 % RH after 30 days (sea container): needs" in said.text("en")
    assert "gagal menahan tumpukan pada 90 % RH setelah 30 hari (peti kemas laut): perlu" in said.text("id")
    assert "," in said.text("id").split("perlu")[1]  # 4,1 kN


def test_no_board_holds() -> None:
    choice = choose(60, [SEA])
    assert choice.best is None
    assert choice.shown.board.code.startswith("BC")


def test_the_worst_leg_binds() -> None:
    choice = choose(8, [Leg("truck", days=3, humidity=60, stack_height_mm=1000), SEA])
    assert choice.shown.binding is not None
    assert choice.shown.binding.stage.mode == "sea_container"


@given(st.floats(0.2, 25), st.floats(0.2, 25))
def test_a_heavier_product_never_gets_a_lighter_board(one: float, two: float) -> None:
    light, heavy = choose(min(one, two), [SEA]), choose(max(one, two), [SEA])
    assume(heavy.best is not None)
    assert light.best is not None and heavy.best is not None
    assert light.best.board.grammage <= heavy.best.board.grammage


def test_stock_of_the_office() -> None:
    own = replace(C584, code="C dinas", source="CV Karton, 2026-11-02")
    choice = choose(5, [SEA], boards=[own])
    assert choice.shown.board is own
    assert choice.shown.sheet.step("mass.box").firmness == "B"
    with pytest.raises(InputError, match="Stock of boards: is empty"):
        choose(5, [SEA], boards=[])


def test_outside_smaller_than_inside() -> None:
    with pytest.raises(InputError, match="outside is smaller"):
        choose(5, [SEA], outside_mm=(300, 300, 250))


@pytest.mark.parametrize(
    ("pounds", "united", "walls", "ect", "burst", "puncture"),
    [
        # iPack's table: lb, united inches, psi or in·oz/in; edge crush as Boxes.ca and Eco Box print it
        (20, 40, 1, 23, 125, None),
        (20.1, 40, 1, 26, 150, None),
        (20, 40.1, 1, 26, 150, None),
        (65, 75, 1, 32, 200, None),
        (80, 85, 1, 44, 250, None),
        (95, 95, 1, 44, 275, None),
        (120, 105, 1, 55, 350, None),
        (80, 85, 2, 42, 200, None),
        (20, 116, 2, None, 600, None),
        (240, 110, 3, None, None, 700),
        (241, 100, 3, None, None, 900),
        (300, 125, 3, None, None, 1300),
    ],
)
def test_item_222(
    pounds: float, united: float, walls: int, ect: float | None, burst: float | None, puncture: float | None
) -> None:
    rule = item222(pounds * 0.45359237, walls=walls, united_mm=united * 25.4)
    assert (rule.ect_n_per_mm is None) == (ect is None) and (rule.burst_kpa is None) == (burst is None)
    if ect and rule.ect_n_per_mm:
        assert rule.ect_n_per_mm / 0.175126835 == pytest.approx(ect)
    if burst and rule.burst_kpa:
        assert rule.burst_kpa / 6.894757 == pytest.approx(burst)
    assert rule.puncture == puncture


def test_item_222_beyond_its_last_row() -> None:
    assert not item222(60).known and not item222(10, united_mm=2700).known
    choice = choose(60, [Leg("hand_carried")], ask_item222=True, boards=[C584])
    assert choice.best is None
    assert {m.code for m in choice.shown.sheet.missing} >= {"item222"}


def test_item_222_asks_puncture_of_three_walls_only() -> None:
    triple = BoardGrade("AAC", "AAC", 14.5, 2100, 18.0)
    asked = choose(80, [Leg("hand_carried")], ask_item222=True, boards=[triple])
    assert asked.best is None and "puncture of 700" in asked.shown.finding.message.text("en")
    assert {m.code for m in asked.shown.sheet.missing} == {"puncture"}
    strong = replace(triple, puncture=900.0)
    assert choose(80, [Leg("hand_carried")], ask_item222=True, boards=[strong]).best is not None
    single = choose(5, [Leg("hand_carried")], ask_item222=True, boards=[C584])
    assert "puncture" not in {m.code for m in single.shown.sheet.missing}


def test_item_222_refuses_a_board() -> None:
    weak = replace(C584, code="C lemah", ect_n_per_mm=4.5, burst_kpa=None)
    choice = choose(20, [Leg("hand_carried")], ask_item222=True, boards=[weak])
    assert choice.best is None
    assert "below Item 222" in choice.shown.finding.message.text("en")
    strong = replace(weak, burst_kpa=1400.0)
    assert choose(20, [Leg("hand_carried")], ask_item222=True, boards=[strong]).best is not None


@pytest.mark.parametrize("bad", [0, -3, math.nan, math.inf, 99])
def test_absurd_boards(bad: float) -> None:
    with pytest.raises(InputError):
        replace(C584, ect_n_per_mm=bad)
    with pytest.raises(InputError):
        replace(C584, caliper_mm=bad)
