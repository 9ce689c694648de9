"""Cushions: the fit, the optimum, bottoming out, buckling, pads."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.engines.protection import (
    BottomingOutError,
    CurvePoint,
    InputError,
    MissingValueError,
    Product,
    Quantity,
    Values,
    Working,
    design_cushion,
    fit_stress_energy,
)
from binakriya.engines.protection.checking import GRAVITY
from binakriya.engines.protection.cushions import rank_cushions


def points(a: float, b: float, noise: float = 0.0, seed: int = 0) -> list[CurvePoint]:
    """Points of a curve G·σ = a·exp(b·σ·h/t), as a test at two heights and three thicknesses gives them."""
    rng = np.random.default_rng(seed)
    found = []
    for height in (450.0, 760.0):
        for thickness in (25.0, 50.0, 75.0):
            for stress in (1.0, 2.0, 4.0, 8.0):
                x = stress * height / thickness
                g = a / stress * math.exp(b * x + noise * rng.normal())
                if 1 < g < 2000:
                    found.append(CurvePoint(g, stress, height, thickness))
    return found


A, B = 60.0, 0.02


def test_the_fit_finds_what_was_put_in() -> None:
    curve = fit_stress_energy(points(A, B))
    assert curve.a == pytest.approx(A, rel=1e-9)
    assert curve.b == pytest.approx(B, rel=1e-9)
    assert curve.r2 == pytest.approx(1)
    assert curve.factor == pytest.approx(math.e * A * B)


def test_the_fit_against_numpy() -> None:
    measured = points(A, B, 0.1, 4)
    curve = fit_stress_energy(measured)
    x = [p.static_stress_kpa * p.drop_height_mm / p.thickness_mm for p in measured]
    y = [math.log(p.g * p.static_stress_kpa) for p in measured]
    (slope, intercept), covariance = np.polyfit(x, y, 1, cov=True)
    assert curve.b == pytest.approx(slope)
    assert curve.a == pytest.approx(math.exp(intercept))
    assert curve.covariance[0][0] == pytest.approx(covariance[1, 1])
    assert curve.covariance[1][1] == pytest.approx(covariance[0, 0])
    assert curve.covariance[0][1] == pytest.approx(covariance[0, 1])
    low, high = curve.factor_interval()
    assert low < curve.factor < high


def test_weights_pull_the_curve() -> None:
    measured = [*points(A, B), CurvePoint(400, 4, 760, 50)]
    light = fit_stress_energy(measured, weights=[*[1.0] * (len(measured) - 1), 1e-6])
    assert light.a == pytest.approx(A, rel=1e-3)
    with pytest.raises(InputError):
        fit_stress_energy(measured, weights=[1.0])
    with pytest.raises(InputError):
        fit_stress_energy(measured, weights=[0.0] * len(measured))


def test_points_that_are_no_cushion_curve() -> None:
    with pytest.raises(InputError, match="no cushion curve"):
        fit_stress_energy(points(A, -0.001))
    with pytest.raises(InputError, match="needs at least 4"):
        fit_stress_energy(points(A, B)[:3])
    same = [CurvePoint(50, 2, 500, 50)] * 5
    with pytest.raises(InputError):
        fit_stress_energy(same)


@given(st.floats(30, 150), st.floats(300, 1000))
def test_the_best_static_stress_is_the_best(g: float, height: float) -> None:
    """σ* = t/(b·h) and t = e·a·b·h/G; any other stress needs more thickness."""
    curve = fit_stress_energy(points(A, B))
    best, least = curve.best_static_stress(g), curve.least_thickness(g, height)
    assert best == pytest.approx(least / (curve.b * height))
    assert curve.thickness_at(best, g, height) == pytest.approx(least)
    for other in (0.6, 0.8, 1.3, 2.0):
        assert curve.thickness_at(best * other, g, height) > least
    assert curve.a * math.exp(curve.b * best * height / least) / best == pytest.approx(g)


@given(st.floats(0.5, 8), st.floats(300, 800), st.floats(20, 150), st.floats(1.01, 3))
def test_thicker_passes_on_less(stress: float, height: float, thickness: float, more: float) -> None:
    curve = fit_stress_energy(points(A, B))
    if stress * height / thickness > curve.energy_kpa[1]:
        with pytest.raises(BottomingOutError):
            curve.peak_g(stress, height, thickness)
        return
    assert curve.peak_g(stress, height, thickness * more) < curve.peak_g(stress, height, thickness)


def test_beyond_the_measured_energy_is_an_error() -> None:
    curve = fit_stress_energy(points(A, B))
    with pytest.raises(BottomingOutError, match="may bottom out") as caught:
        curve.peak_g(8, 1000, 10)
    assert caught.value.field == "thickness"


def test_a_material_that_is_too_hard() -> None:
    curve = fit_stress_energy(points(A, B))
    with pytest.raises(InputError, match="too hard for 50 G, however thick"):
        curve.thickness_at(1.0, 50, 760)


def test_careful_curve_lies_above() -> None:
    curve = fit_stress_energy(points(A, B, 0.15, 2))
    assert curve.careful(0.9).peak_g(4, 500, 60) > curve.peak_g(4, 500, 60)
    assert curve.careful(0.99).a > curve.careful(0.9).a


def quantity(value: float, unit: str) -> Quantity:
    return Quantity(value, unit, "given")


def design(product: Product, g: float, height: float, **options):  # type: ignore[no-untyped-def]
    working = Working()
    found = design_cushion(product, quantity(g, "G"), quantity(height, "mm"), Values(), working, **options)
    return found, working.sheet()


def test_thickness_by_factor() -> None:
    found, sheet = design(Product((300, 250, 200), 4, "kayu"), 60, 760, cushion="epe")
    assert sheet.step("cushion.thickness").value == pytest.approx(3.0 * 760 / 60)
    assert found.thickness_mm == 45  # 38 mm, a reserve of 10 %, in steps of 5
    assert found.transmitted_g <= 60
    assert sheet.step("cushion.thickness").firmness == "C"


def test_thickness_by_curve_is_no_assumption() -> None:
    curve = fit_stress_energy(points(A, B, 0.05, 1), name="busa A", source="uji dinas 2026")
    product = Product((300, 250, 200), 6, "kayu")
    found, sheet = design(product, 80, 760, cushion=curve)
    assert found.transmitted_g <= 80.01
    assert {a.code for a in sheet.assumptions} == {"buckling.kerstner"}


def test_eight_corner_pads() -> None:
    product = Product((300, 250, 200), 8, "kayu")
    found, _ = design(product, 85, 760, cushion="epe")
    assert found.arrangement == "corners"
    (pad,) = found.pads
    assert pad.count == 8 and pad.notch_mm is not None
    side = pad.notch_mm[0]
    assert pad.length_mm == pytest.approx(side + found.thickness_mm)
    assert pad.volume_cm3 == pytest.approx((pad.length_mm**3 - side**3) / 1000)
    assert 4 * side * side == pytest.approx(found.area_mm2)
    assert side >= 1.33 * found.thickness_mm - 1e-9
    assert 2 * side <= 200
    assert found.inside_mm == tuple(s + 2 * found.thickness_mm for s in product.size_mm)
    assert found.static_stress_kpa == pytest.approx(8 * GRAVITY / found.area_mm2 * 1000)


def test_corner_pads_that_would_meet_become_plates() -> None:
    found, sheet = design(Product((100, 80, 60), 0.5, "kayu"), 85, 760, cushion="pu")
    assert found.arrangement == "faces"
    assert "cushion.pads_meet" in {f.message.code for f in sheet.findings}
    assert sum(pad.count for pad in found.pads) == 6
    for pad in found.pads:
        assert pad.length_mm <= 100 and pad.breadth_mm <= 80


def test_edge_pads() -> None:
    found, _ = design(Product((600, 300, 300), 12, "kayu"), 85, 610, cushion="epe", arrangement="edges")
    assert [(pad.kind, pad.count) for pad in found.pads] == [("edge", 4), ("plate", 2)]
    assert found.pads[0].length_mm == 600


def test_round_products_get_cut_outs() -> None:
    found, sheet = design(Product((200, 200, 300), 2, "kayu", shape="cylinder"), 85, 760, cushion="pu")
    assert found.arrangement == "faces"
    assert "cushion.not_box" in {f.message.code for f in sheet.findings}


def test_bottoming_out_is_an_error_with_a_way_out() -> None:
    with pytest.raises(BottomingOutError, match="Use at least 22 mm"):
        design(Product((300, 250, 200), 4, "kayu"), 55, 760, cushion="epe", thickness_mm=12)


def test_a_thin_cushion_fails() -> None:
    _, sheet = design(Product((300, 250, 200), 4, "kayu"), 55, 760, cushion="epe", thickness_mm=30)
    assert "cushion.passes_too_much" in {f.message.code for f in sheet.findings if f.gravity == "fails"}


def test_no_value_is_invented_for_straw() -> None:
    with pytest.raises(MissingValueError, match="ASTM D1596") as caught:
        design(Product((300, 250, 200), 4, "kayu"), 60, 760, cushion="straw")
    assert "jerami" in caught.value.missing.measure.text("id")


@given(st.floats(25, 150), st.floats(25, 150), st.sampled_from(("epe", "eps", "honeycomb", "corrugated")))
def test_more_fragile_never_thinner(one: float, two: float, cushion: str) -> None:
    product = Product((400, 300, 300), 5, "kayu")
    thick, _ = design(product, min(one, two), 760, cushion=cushion)
    thin, _ = design(product, max(one, two), 760, cushion=cushion)
    assert thick.thickness_mm >= thin.thickness_mm


def test_ranking_prefers_a_material_loaded_as_it_should_be() -> None:
    product = Product((250, 200, 200), 0.6, "keramik")
    ranked = rank_cushions(product, quantity(60, "G"), quantity(970, "mm"), Values())
    found, sheet = design(product, 60, 970, cushion=ranked[0])
    assert not [f for f in sheet.findings if f.gravity != "note"]
    assert found.thickness_mm > 0


def test_a_small_heavy_product_needs_a_thicker_cushion() -> None:
    """Its faces are smaller than the best area: more stress, so more thickness than at the optimum."""
    curve = fit_stress_energy(points(A, B))
    found, sheet = design(Product((100, 100, 100), 8, "batu"), 60, 760, cushion=curve)
    assert found.static_stress_kpa > curve.best_static_stress(60) * 2
    assert found.thickness_mm >= curve.thickness_at(found.static_stress_kpa, 60, 760)
    assert found.transmitted_g <= 60
    assert sheet.step("cushion.thickness_chosen").source == "stress_energy"


def test_a_light_product_on_a_hard_material_fails_and_says_so() -> None:
    """Pads must not buckle, so they are larger than the best area, and the cushion acts hard."""
    curve = fit_stress_energy(points(20, 0.05))
    _, sheet = design(Product((400, 400, 400), 0.2, "kayu"), 80, 760, cushion=curve)
    assert "cushion.passes_too_much" in {f.message.code for f in sheet.findings if f.gravity == "fails"}
