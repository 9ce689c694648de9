"""Estimating the critical height from an office's own tests."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.engines.protection import (
    DropTest,
    Evidence,
    InputError,
    MissingValueError,
    Product,
    Values,
    Working,
    fragility,
)
from binakriya.engines.protection.drop_tests import bracket, probit, staircase


def climb(mean: float, deviation: float, step: float, n: int, seed: int) -> list[DropTest]:
    """A staircase on products whose own critical heights are normal."""
    rng = np.random.default_rng(seed)
    height, tests = round(mean / step) * step, []
    for _ in range(n):
        failed = bool(height > rng.normal(mean, deviation))
        tests.append(DropTest(height, failed))
        height = max(step, height - step if failed else height + step)
    return tests


def test_staircase_recovers_what_was_put_in() -> None:
    found = [staircase(climb(600, 60, 50, 40, seed), scale="linear") for seed in range(40)]
    centers = np.array([f.center for f in found])
    assert abs(centers.mean() - 600) < 8
    errors = np.array([f.standard_error for f in found])
    assert 0.6 < centers.std() / errors.mean() < 1.5
    inside = sum(f.low_mm <= 600 <= f.high_mm for f in found)
    assert inside >= 34


def test_staircase_and_probit_agree() -> None:
    for seed in range(20):
        tests = climb(600, 60, 50, 60, seed)
        walked, fitted = staircase(tests, scale="linear"), probit(tests, scale="linear")
        assert walked.standard_error is not None
        assert abs(walked.center - fitted.center) < 2 * walked.standard_error


def test_height_breaking_a_share() -> None:
    found = staircase(climb(600, 60, 50, 40, 3), scale="linear")
    assert found.height_breaking(0.5) == pytest.approx(found.critical_mm)
    assert found.height_breaking(0.1) < found.critical_mm < found.height_breaking(0.9)
    with pytest.raises(InputError):
        found.height_breaking(0)


def test_steps_that_do_not_follow_the_staircase_are_named() -> None:
    tests = climb(600, 60, 50, 12, 1)
    wrong = [*tests[:6], DropTest(tests[6].height_mm, not tests[6].failed), *tests[7:]]
    with pytest.raises(InputError, match="test 8 does not follow"):
        staircase(wrong, scale="linear")


def test_uneven_steps_are_refused() -> None:
    tests = [DropTest(h, f) for h, f in ((300, False), (350, True), (300, False), (420, True), (350, False))]
    with pytest.raises(InputError, match="probit regression"):
        staircase(tests)


def test_warnings_of_a_weak_staircase() -> None:
    tests = [DropTest(h, f) for h, f in ((400, False), (500, True), (400, False), (500, True), (400, False))]
    codes = {f.message.code for f in staircase(tests).sheet.findings}
    assert {"test.narrow", "test.few", "test.same_sample"} <= codes


def test_all_alike_asks_to_go_on() -> None:
    with pytest.raises(InputError, match="Go on until some survive and some break"):
        staircase([DropTest(400 + 50 * i, False) for i in range(6)])


def test_separated_outcomes_have_no_probit() -> None:
    tests = [DropTest(h, h > 500) for h in (300, 400, 500, 600, 700)]
    with pytest.raises(InputError, match="between 500 and 600 mm"):
        probit(tests)


def test_damage_that_falls_with_height_is_refused() -> None:
    tests = [DropTest(h, f) for h, f in ((300, True), (400, True), (500, False), (500, True), (600, False))]
    with pytest.raises(InputError, match="does not grow with height"):
        probit(tests)


def test_bracket() -> None:
    found = bracket([DropTest(500, False), DropTest(700, True), DropTest(600, False)])
    assert (found.low_mm, found.critical_mm, found.high_mm) == (600, 650, 700)
    assert found.height_breaking(0.1) == 600
    with pytest.raises(InputError, match="Use a staircase"):
        bracket([DropTest(500, True), DropTest(700, False)])


@given(st.floats(200, 900), st.floats(0.02, 0.2), st.integers(0, 10_000), st.floats(0.5, 4))
def test_scale_of_the_heights(mean: float, spread: float, seed: int, factor: float) -> None:
    """Twice the heights, twice the critical height (heights are kept to a micrometre)."""
    step = mean * spread
    tests = climb(mean, step, step, 20, seed)
    if len({t.failed for t in tests}) < 2 or len({t.height_mm for t in tests}) < 2:
        return
    larger = [DropTest(t.height_mm * factor, t.failed) for t in tests]
    one, two = staircase(tests, scale="linear"), staircase(larger, scale="linear")
    assert two.critical_mm == pytest.approx(one.critical_mm * factor, rel=1e-4)
    assert math.isclose(two.standard_error or 0, (one.standard_error or 0) * factor, rel_tol=0.01)


@pytest.mark.parametrize("bad", [0, -5, math.nan, math.inf, 20_000])
def test_absurd_heights(bad: float) -> None:
    with pytest.raises(InputError) as caught:
        bracket([DropTest(bad, False), DropTest(700, True)])
    assert caught.value.field == "test_height"


def test_own_drop_tests_replace_the_assumption() -> None:
    estimate = staircase(climb(300, 30, 25, 20, 5), scale="linear")
    bare = Product((200, 100, 100), 1, "keramik", evidence=Evidence(drops=estimate))
    working = Working()
    g = fragility(bare, Values(), working)
    assert working.sheet().step("fragility.from_bare_drop").value == g.value
    assert "material_g.ceramic" not in {a.code for a in working.sheet().assumptions}
    assert {"test.pulse_ms", "test.restitution"} <= {a.code for a in working.sheet().assumptions}


def test_surviving_on_a_cushion_is_a_lower_bound() -> None:
    """From h on a cushion of thickness t the product has borne at least C·h/t, with C at the low end."""
    estimate = bracket([DropTest(600, False), DropTest(700, True)])
    evidence = Evidence(drops=estimate, cushion_mm=30, cushion="epe")
    g = fragility(Product((200, 100, 100), 1, "keramik", evidence=evidence), Values(), Working())
    assert g.value == pytest.approx(2.6 * 600 / 30)


def test_a_cushion_that_nobody_can_vouch_for_proves_nothing() -> None:
    estimate = bracket([DropTest(600, False), DropTest(700, True)])
    straw = Evidence(drops=estimate, cushion_mm=30, cushion="straw")
    with pytest.raises(MissingValueError, match="straw"):
        fragility(Product((200, 100, 100), 1, "keramik", evidence=straw), Values(), Working())
    nameless = Evidence(drops=estimate, cushion_mm=30)
    with pytest.raises(InputError, match="Cushion material"):
        fragility(Product((200, 100, 100), 1, "keramik", evidence=nameless), Values(), Working())
