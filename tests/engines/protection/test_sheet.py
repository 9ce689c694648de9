"""The sheet: what it holds, that its firmness is honest, that it survives storage."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.engines.protection import (
    ASSUMPTIONS,
    CALIBRATABLE,
    CONSTANTS,
    ENGINE_VERSION,
    MATERIALS,
    USUAL_JOURNEYS,
    Calibration,
    InputError,
    Product,
    Sheet,
    Values,
    protect,
    symbol_of,
)
from binakriya.engines.protection.calculation import Firmness, Gravity, Working, weakest

PRODUCT = Product((220, 140, 90), 0.85, "keramik")
LETTERS = ["", "A", "B", "C"]


def sheets() -> list[Sheet]:
    return [
        protect(Product((220, 140, 90), 0.85, material), journey, ask_item222=True, to_eu=True).sheet
        for material in ("keramik", "rotan", "perak", "batik")
        for journey in USUAL_JOURNEYS.values()
    ]


def test_a_step_has_all_that_an_engineer_checks() -> None:
    for sheet in sheets():
        for line in sheet.to_json()["steps"]:
            assert {"name", "formula", "inputs", "value", "unit", "source", "firmness"} <= set(line)
            assert line["formula"] and line["unit"] and line["source"]
            assert math.isfinite(line["value"])
            for given_ in line["inputs"].values():
                assert given_["unit"] and given_["from"]


def test_no_step_is_firmer_than_what_it_rests_on() -> None:
    for sheet in sheets():
        known: dict[str, str] = {}
        for step in sheet.steps:
            for used in step.inputs.values():
                if used.origin in known and not used.origin.startswith(("leg.", "test.")):
                    assert LETTERS.index(step.firmness) >= LETTERS.index(known[used.origin]), (step.name, used.origin)
            known[step.name] = step.firmness


def test_every_assumption_that_is_used_is_listed() -> None:
    for sheet in sheets():
        listed = {a.code for a in sheet.assumptions}
        used = {i.origin for step in sheet.steps for i in step.inputs.values() if i.origin in ASSUMPTIONS}
        assert used <= listed
        assert listed <= set(ASSUMPTIONS)
        for line in sheet.to_json()["assumptions"]:
            assert line["firmness"] == "C" and line["low"] <= line["value"] <= line["high"]


def test_a_stored_sheet_reads_back() -> None:
    for sheet in sheets():
        stored = json.loads(json.dumps(sheet.to_json()))
        again = Sheet.from_json(stored)
        assert again == sheet
        assert again.engine_version == ENGINE_VERSION


def test_looking_up_a_step() -> None:
    sheet = protect(PRODUCT, USUAL_JOURNEYS["export"]).sheet
    assert sheet.step("stack.required", "leg.sea_container").of == "leg.sea_container"
    with pytest.raises(KeyError):
        sheet.step("nothing")
    assert sheet.firmness == "C"
    assert sheet + sheet == sheet


def test_weakest() -> None:
    assert weakest() is Firmness.GIVEN
    assert weakest(Firmness.A, Firmness.C, Firmness.B) is Firmness.C


def test_the_same_finding_is_said_once() -> None:
    working = Working()
    working.say(Gravity.NOTE, "vibration")
    working.say(Gravity.NOTE, "vibration")
    assert len(working.sheet().findings) == 1


def test_every_constant_carries_source_and_letter() -> None:
    for constant in CONSTANTS.values():
        assert constant.source and constant.firmness in ("A", "B", "C")
        if constant.firmness == "C":
            assert constant.low is not None and constant.high is not None
            assert constant.low <= constant.value <= constant.high


def test_an_office_calibrates_an_assumption() -> None:
    own = Values([Calibration("material_g.ceramic", 75, "Uji jatuh Dinas, 12 contoh, 3 November 2026")])
    before, after = protect(PRODUCT, USUAL_JOURNEYS["courier"]), protect(PRODUCT, USUAL_JOURNEYS["courier"], values=own)
    assert after.fragility_g == 75
    assert "material_g.ceramic" in {a.code for a in before.sheet.assumptions}
    assert "material_g.ceramic" not in {a.code for a in after.sheet.assumptions}
    assert after.sheet.step("fragility.by_material").firmness == "B"
    assert before.cushion and after.cushion
    assert after.cushion.thickness_mm < before.cushion.thickness_mm


def test_an_office_may_settle_what_its_sources_leave_open() -> None:
    own = Values(
        [Calibration("moisture.mould_humidity", 90, "gudang dinas, 2026"), Calibration("creep.reserve", 0, "x")]
    )
    assert own["moisture.mould_humidity"].value == 90
    assert set(ASSUMPTIONS) < set(CALIBRATABLE)


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("stack.aligned", 0.9),  # A: not an assumption
        ("nothing", 1),
        ("stack.handling", 1.2),
        ("stack.handling", 0),
        ("stack.handling", math.nan),
        ("cushion_factor.epe", 0.5),
        ("material_g.ceramic", -4),
        ("leg.courier.humidity", 140),
    ],
)
def test_calibrations_that_cannot_be(code: str, value: float) -> None:
    with pytest.raises(InputError) as caught:
        Values([Calibration(code, value, "uji")])
    assert caught.value.field == "calibration"


@given(
    st.tuples(*[st.floats(20, 600)] * 3),
    st.floats(0.02, 20),
    st.sampled_from(sorted(MATERIALS)),
    st.sampled_from(sorted(USUAL_JOURNEYS)),
    st.sampled_from(("plain", "thin", "protruding", "massive")),
    st.sampled_from(("box", "cylinder", "irregular")),
)
def test_any_craft_product_gets_an_answer(
    size: tuple[float, float, float], mass: float, material: str, journey: str, form: str, shape: str
) -> None:
    found = protect(Product(size, mass, material, form, shape), USUAL_JOURNEYS[journey])
    assert all(inner > own for inner, own in zip(found.inside_mm, size, strict=True))
    assert all(outer > inner for outer, inner in zip(found.outside_mm, found.inside_mm, strict=True))
    assert found.holds or any(f.gravity == "fails" for f in found.sheet.findings)
    assert 0 <= found.empty.inside_share <= found.empty.outside_share < 1
    json.dumps(found.sheet.to_json(), allow_nan=False)


def test_inputs_are_written_as_their_formula_writes_them() -> None:
    """“sigma” stood on the sheet beside a formula with σ."""
    seen = set()
    for sheet in sheets():
        for step in sheet.steps:
            for name in step.inputs:
                shown = symbol_of(name)
                if shown != name:
                    seen.add(name)
                    assert shown in step.formula, (name, step.formula)
                else:
                    assert not name.startswith(("sigma", "tau", "mu"))
    assert {"sigma", "mk"} <= seen
