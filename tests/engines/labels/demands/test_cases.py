"""The cases of `cases`, written before the evaluator, against it."""

from dataclasses import replace

import pytest
from tests.engines.labels.demands.cases import CASES, Case

from binakriya.engines.labels.demands import Demands, Destination, Status, demands, languages_of

FREE = {"gtin", "origin-certificate"}  # a free choice for every product


def of(found: Demands, status: Status, *, mandatory: bool) -> set[str]:
    both = (*found.lines, *found.duties)
    return {one.key for one in both if one.status is status and one.mandatory is mandatory}


def evaluated(case: Case) -> Demands:
    return demands(case.facts, destination=case.destination, on=case.on)


def test_there_are_enough_cases_and_each_destination_has_some() -> None:
    assert len(CASES) >= 40
    assert {case.destination for case in CASES} == set(Destination)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.key)
def test_a_case_has_exactly_its_lines_and_duties(case: Case) -> None:
    found = evaluated(case)
    assert {line.key for line in found.lines_due} == case.lines
    assert {duty.key for duty in found.duties_due} == case.duties
    assert of(found, Status.COMING, mandatory=True) == case.coming
    assert of(found, Status.ENDED, mandatory=False) | of(found, Status.ENDED, mandatory=True) == case.ended
    assert of(found, Status.IN_FORCE, mandatory=False) - FREE == case.choices
    assert case.asks <= {one.field for one in found.missing}


@pytest.mark.parametrize("case", [case for case in CASES if not case.asks], ids=lambda case: case.key)
def test_a_case_where_all_is_stated_asks_nothing_of_what_its_lines_say(case: Case) -> None:
    assert [one.field for one in evaluated(case).missing if one.fills] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.key)
def test_the_languages_are_those_of_the_destination(case: Case) -> None:
    found = evaluated(case)
    assert found.languages == languages_of(case.destination, case.facts.member_state)
    assert (found.translation is not None) == (case.destination in (Destination.EU, Destination.JP))
    assert all(line.languages == found.languages for line in found.lines)


def test_of_a_product_of_which_nothing_is_stated_all_is_asked_and_nothing_made_up() -> None:
    for destination in Destination:
        case = CASES[0]
        found = demands(type(case.facts)(), destination=destination, on=case.on)
        said = {text for line in found.lines if line.key in ("maker", "origin", "net_content") for text in line.content}
        assert said == set()
        needed = {field for line in found.lines_due for field in line.needs}
        assert needed <= {one.field for one in found.missing}


def test_an_unknown_member_state_leaves_the_language_open_and_asks() -> None:
    case = next(case for case in CASES if case.key == "eu-clay-vase")
    found = demands(replace(case.facts, member_state=""), destination=case.destination, on=case.on)
    assert found.languages == ()
    assert "member_state" in {one.field for one in found.missing}
