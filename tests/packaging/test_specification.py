"""The specification: whole, serialisable, readable when engines and words have changed."""

import copy
import json
from typing import Any

import pytest

from binakriya.engines.protection import ENGINE_VERSION, USUAL_JOURNEYS, Product
from binakriya.packaging.rules.comparing import compare
from binakriya.packaging.rules.recommend import Request, recommend
from binakriya.packaging.rules.specification import (
    READABLE,
    SCHEMA,
    Specification,
    UnreadableError,
    leg_json,
    leg_of,
    specification,
)


@pytest.fixture(scope="module")
def made() -> Specification:
    found = recommend(Request(Product((220, 140, 90), 0.85, "rotan"), USUAL_JOURNEYS["export"]))
    return specification(found, name="Keranjang")


def test_it_is_json_and_comes_back_the_same(made: Specification) -> None:
    again = Specification.read(json.loads(json.dumps(made.content, allow_nan=False)))
    assert json.dumps(again.content, sort_keys=True) == json.dumps(made.content, sort_keys=True)
    assert again.sheet.to_json() == made.content["sheet"]
    assert again.reasons[0].id == made.content["reasons"][0]["text"]["id"]


def test_it_holds_everything_that_the_pack_rests_on(made: Specification) -> None:
    content = made.content
    assert content["schema"] == SCHEMA
    assert content["versions"]["protection"] == ENGINE_VERSION
    assert content["product"]["name"] == "Keranjang" and content["product"]["material"] == "rattan"
    assert [leg["mode"] for leg in content["journey"]] == ["truck", "sea_container", "truck"]
    assert content["box"]["style"] and content["box"]["pieces"] and content["box"]["folding"]
    assert content["cushion"]["parts"] and content["closing"]["text"]["id"] and content["filling"]["text"]["id"]
    assert content["moisture"]["reason"] == "mould" and content["moisture"]["silica_gel_g"] > 0
    assert "material_g.rattan" in made.assumptions
    assert content["rejected"] and content["deciding"]
    assert content["strength"]["has_n"] >= content["strength"]["needs_n"]


def test_every_step_has_formula_inputs_value_unit_source_and_firmness(made: Specification) -> None:
    for step in made.content["sheet"]["steps"]:
        assert {"name", "formula", "inputs", "value", "unit", "source", "firmness"} <= step.keys()
        assert step["source"]


def test_an_old_one_stays_readable_when_words_and_engines_are_gone(made: Specification) -> None:
    old: dict[str, Any] = copy.deepcopy(dict(made.content))
    old["versions"]["protection"] = "0.1"
    old["sheet"]["engine_version"] = "0.1"
    old["reasons"][0]["message"] = "reason.nobody_says_this_any_more"
    old["box"]["style"] = "9999"
    old["sheet"]["steps"][0]["name"] = "a.step.of.old"
    read = Specification.read(old)
    assert read.style == "9999"
    assert read.reasons[0].id == made.reasons[0].id
    assert read.sheet.engine_version == "0.1"
    assert read.sheet.steps[0].label("id") == "a.step.of.old"


@pytest.mark.parametrize("content", [{}, {"schema": "binakriya.pack/99"}, {"schema": None}, []])
def test_what_is_no_specification_is_refused(content: Any) -> None:
    with pytest.raises(UnreadableError):
        Specification.read(content)


def test_the_present_form_is_readable() -> None:
    assert SCHEMA in READABLE


def test_legs_come_back() -> None:
    for legs in USUAL_JOURNEYS.values():
        assert tuple(leg_of(leg_json(leg)) for leg in legs) == legs


def test_comparison_tells_what_differs(made: Specification) -> None:
    other = specification(recommend(Request(Product((220, 140, 90), 0.85, "keramik"), USUAL_JOURNEYS["courier"])))
    found = {one.path: one for one in compare(made.content, other.content)}
    assert found["product.size_mm"].same
    assert (found["product.material"].first, found["product.material"].second) == ("rattan", "ceramic")
    assert not found["assumption.material_g.rattan"].same
    assert all(one.same for one in compare(made.content, made.content))
