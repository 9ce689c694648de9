"""The rows of the rules: each catches and spares, is cited and dated, and a wrong one is refused with its place."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.labels.demands.cases import CASES, DAY
from tests.engines.labels.demands.examples import EXAMPLES, SPARES_NOTHING

from binakriya.engines.labels.demands import (
    Demands,
    Destination,
    ProductFacts,
    Rule,
    RulesUnreadable,
    Share,
    Status,
    all_rules,
    demands,
    read_rules,
)
from binakriya.engines.labels.demands.words import table

RULES = {rule.key: rule for rule in all_rules()}


def rules_of(found: Demands) -> set[str]:
    return {ground.rule for one in (*found.lines, *found.duties) for ground in one.grounds}


def test_every_rule_has_an_example_that_it_catches_and_one_that_it_spares() -> None:
    assert set(EXAMPLES) == set(RULES)
    assert {key for key, rule in RULES.items() if not rule.when and len(rule.destinations) == 4} == SPARES_NOTHING


@pytest.mark.parametrize("key", sorted(RULES))
def test_a_rule_catches_its_example_and_says_why(key: str) -> None:
    destination, facts = EXAMPLES[key][0]
    found = demands(facts, destination=Destination(destination), on=DAY)
    grounds = [ground for one in (*found.lines, *found.duties) for ground in one.grounds if ground.rule == key]
    assert grounds
    assert all(ground.why.id and ground.why.en and ground.citation for ground in grounds)


@pytest.mark.parametrize("key", sorted(set(RULES) - SPARES_NOTHING))
def test_a_rule_spares_its_other_example(key: str) -> None:
    destination, facts = EXAMPLES[key][1]
    assert key not in rules_of(demands(facts, destination=Destination(destination), on=DAY))


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.key)
def test_a_row_is_cited_and_firm_only_with_a_source(rule: Rule) -> None:
    assert rule.citation.strip()
    assert (rule.firmness == "S") == bool(rule.source)
    assert rule.until is None or rule.since <= rule.until
    assert rule.since <= date(2035, 1, 1)
    assert rule.checked_on >= date(2026, 11, 1)


def test_every_title_is_used_and_every_used_key_has_a_title() -> None:
    titles = table("titles")
    assert {line for rule in all_rules() for line in rule.lines} == set(titles["line"])
    assert {duty for rule in all_rules() for duty in rule.duties} == set(titles["duty"])
    assert set(titles["field"]) <= set(ProductFacts.__dataclass_fields__)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.key)
def test_a_rule_is_coming_the_day_before_and_in_force_on_its_day(rule: Rule) -> None:
    destination, facts = EXAMPLES[rule.key][0]

    def on(day: date) -> Status:
        found = demands(facts, destination=Destination(destination), on=day, rules=[rule])
        return next(iter((*found.lines, *found.duties))).grounds[0].status

    first = demands(facts, destination=Destination(destination), on=DAY, rules=[rule])
    since = next(iter((*first.lines, *first.duties))).grounds[0].since
    assert on(since - timedelta(days=1)) is Status.COMING
    assert on(since) is Status.IN_FORCE
    if rule.until:
        assert on(rule.until) is Status.IN_FORCE
        assert on(rule.until + timedelta(days=1)) is Status.ENDED


case_of = st.sampled_from(CASES)
day_of = st.dates(date(2015, 1, 1), date(2035, 1, 1))


@given(case_of, day_of, st.integers(1, 2000))
@settings(max_examples=150, deadline=None)
def test_statuses_never_go_back_as_days_pass(case, day, later) -> None:  # type: ignore[no-untyped-def]
    order = (Status.COMING, Status.IN_FORCE, Status.ENDED)

    def statuses(on: date) -> dict[str, int]:
        found = demands(case.facts, destination=case.destination, on=on)
        return {g.rule: order.index(g.status) for one in (*found.lines, *found.duties) for g in one.grounds}

    before, after = statuses(day), statuses(day + timedelta(days=later))
    assert before.keys() == after.keys()
    assert all(before[key] <= after[key] for key in before)


@given(case_of, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_rules_does_not_matter_and_twice_is_the_same(case, chance) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(all_rules())
    chance.shuffle(shuffled)
    once = demands(case.facts, destination=case.destination, on=case.on)
    assert demands(case.facts, destination=case.destination, on=case.on, rules=shuffled) == once


@given(case_of, st.sets(st.sampled_from(sorted(ProductFacts.__dataclass_fields__))), day_of)
@settings(max_examples=150, deadline=None)
def test_whatever_is_not_stated_nothing_is_demanded_without_citation_and_no_content_made_up(
    case, forgotten, day
) -> None:  # type: ignore[no-untyped-def]
    empty = ProductFacts()
    facts = ProductFacts(
        **{
            name: getattr(empty if name in forgotten else case.facts, name)
            for name in ProductFacts.__dataclass_fields__
        }
    )
    found = demands(facts, destination=case.destination, on=day)
    for one in (*found.lines, *found.duties):
        assert one.grounds
        assert all(ground.citation and ground.text.id and ground.text.en for ground in one.grounds)
    asked = {one.field for one in found.missing}
    for line in found.lines_due:
        assert {need for need in line.needs if getattr(facts, need) in ("", None, ())} <= asked
    full = rules_of(demands(case.facts, destination=case.destination, on=day))
    # Forgetting a fact never denies a rule silently: what is lost is asked for.
    for key in full - rules_of(found):
        # A kind, a material or a technique may still be told by another field, and then otherwise.
        told = forgotten & {"kind", "name", "technique", "hs", "material", "composition"}
        assert told or any(key in one.decides for one in found.missing)


ROW = """
[[rule]]
key = "a"
jurisdiction = "EU"
destinations = ["EU"]
lines = ["origin"]
mandatory = true
firmness = "S"
citation = "Art. 1"
source = "somewhere"
since = 2026-01-01
checked_on = 2026-11-24
subject = { id = "a", en = "a" }
text = { id = "a", en = "a" }
"""


def test_the_pattern_row_reads() -> None:
    (rule,) = read_rules({"x.toml": ROW})
    assert (rule.key, rule.lines, rule.until) == ("a", ("origin",), None)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('citation = "Art. 1"\n', "", "x.toml: rule 'a': citation: is missing"),
        ('citation = "Art. 1"', 'citation = " "', "x.toml: rule 'a': citation: is empty"),
        ('source = "somewhere"', 'source = ""', "x.toml: rule 'a': source: what was read is not named"),
        ('firmness = "S"', 'firmness = "M"', "x.toml: rule 'a': source: is named, yet the row is to be verified"),
        ('firmness = "S"', 'firmness = "A"', "x.toml: rule 'a': firmness: is neither S nor M"),
        ('lines = ["origin"]', 'lines = ["colour"]', "x.toml: rule 'a': lines: 'colour' is not known"),
        ('lines = ["origin"]', "", "x.toml: rule 'a': lines: neither a line nor a duty is demanded"),
        ('lines = ["origin"]', 'lines = ["origin"]\npapers = ["halal"]', "x.toml: rule 'a': papers: settle no duty"),
        ('lines = ["origin"]', 'duties = ["halal"]\npapers = ["x"]', "x.toml: rule 'a': papers: 'x' is not known"),
        ('destinations = ["EU"]', 'destinations = ["XX"]', "x.toml: rule 'a': destinations: 'XX' is not known"),
        ('destinations = ["EU"]', "destinations = []", "x.toml: rule 'a': destinations: is empty"),
        ("since = 2026-01-01", 'since = "2026"', "x.toml: rule 'a': since: is no date"),
        ("since = 2026-01-01", "since = 2026-01-01T00:00:00", "x.toml: rule 'a': since: is no date"),
        ("since = 2026-01-01", "since = 2026-01-01\nuntil = 2025-01-01", "x.toml: rule 'a': until: lies before since"),
        ("mandatory = true", 'mandatory = "yes"', "x.toml: rule 'a': mandatory: is no bool"),
        ("mandatory = true", "mandatory = true\nmore = 1", "x.toml: rule 'a': more: is no column"),
        ("mandatory = true", "mandatory = true\nwhen = [{ colour = [1] }]", "when.colour: is no condition"),
        ("mandatory = true", 'mandatory = true\nwhen = [{ kind = ["moon"] }]', "when.kind: 'moon' is not known"),
        ("mandatory = true", "mandatory = true\nwhen = [{ battery = 1 }]", "when.battery: is neither true nor false"),
        ("mandatory = true", 'mandatory = true\nwhen = [{ hs = ["x"] }]', "when.hs: 'x' is no HS heading"),
        ("mandatory = true", "mandatory = true\nwhen = [{}]", "when: has an empty clause"),
        ("mandatory = true", 'mandatory = true\ncontradicts = ["b"]', "rule 'a': contradicts: 'b' is no rule"),
        ('text = { id = "a", en = "a" }', 'text = { id = "a" }', "x.toml: rule 'a': text: needs words in id and en"),
        ('key = "a"\n', "", "x.toml: row 1: key: is missing"),
        ("[[rule]]", "[[rules]]", "x.toml: holds something else than rows [[rule]]"),
        ("[[rule]]", "[[rule", "x.toml: "),
    ],
)  # fmt: skip
def test_a_wrong_row_is_refused_with_file_row_and_field(old: str, new: str, said: str) -> None:
    with pytest.raises(RulesUnreadable) as refused:
        read_rules({"x.toml": ROW.replace(old, new, 1)})
    assert any(said in fault for fault in refused.value.faults), refused.value.faults


def test_all_faults_are_told_at_once_and_a_key_is_used_once() -> None:
    with pytest.raises(RulesUnreadable) as refused:
        read_rules({"x.toml": ROW.replace('citation = "Art. 1"', "").replace('firmness = "S"', 'firmness = "?"')})
    assert len(refused.value.faults) == 2
    with pytest.raises(RulesUnreadable, match=r"is also in x\.toml"):
        read_rules({"x.toml": ROW, "y.toml": ROW})


def test_rules_that_contradict_or_speak_otherwise_are_shown() -> None:
    other = ROW.replace('key = "a"', 'key = "b"\ncontradicts = ["a"]\nwords = { id = "x", en = "x" }')
    first = ROW.replace('key = "a"', 'key = "a"\nwords = { id = "y", en = "y" }')
    found = demands(ProductFacts(), destination=Destination.EU, on=DAY, rules=read_rules({"x.toml": first + other}))
    assert [one.key for one in found.conflicts] == ["rules:a:b", "words:origin"]
    assert found.conflicts[0].rules == ("a", "b")


@pytest.mark.parametrize(
    ("key", "facts"),
    [
        ("leather-without-animal", {"material": "leather", "animal": False}),
        ("toy-for-nobody", {"hs": "9503", "audience": "general"}),
        ("tableware-without-food", {"hs": "691200", "food_contact": False}),
        ("jewellery-off-the-skin", {"kind": "cincin", "skin_contact": False}),
        ("wood-code-for-another-material", {"hs": "442019", "material": "ceramic"}),
    ],
)
def test_statements_that_do_not_agree_are_shown(key: str, facts: dict[str, object]) -> None:
    found = demands(ProductFacts(**facts), destination=Destination.ID, on=DAY)  # type: ignore[arg-type]
    assert key in {one.key for one in found.conflicts}


def test_no_rule_to_be_verified_makes_a_line_firm() -> None:
    for case in CASES:
        found = demands(case.facts, destination=case.destination, on=case.on)
        for one in (*found.lines, *found.duties):
            if all(ground.firmness == "M" for ground in one.grounds):
                assert one.firmness == "M"


def test_the_delay_for_small_enterprises_shows_its_own_day() -> None:
    case = next(case for case in CASES if case.key == "eu-carving-micro")
    duty = next(one for one in demands(case.facts, destination=case.destination, on=DAY).duties if one.key == "eudr")
    assert (duty.grounds[0].since, duty.days) == (date(2027, 6, 30), (date(2027, 6, 30) - DAY).days)


def test_a_part_that_nobody_knows_is_asked_for_as_composition() -> None:
    facts = ProductFacts(
        material="textile", composition=(Share("katun", Decimal(75)), Share("serat entah", Decimal(25)))
    )
    found = demands(facts, destination=Destination.EU, on=DAY)
    asked = {one.field: one for one in found.missing}
    assert "eu-fibre" in asked["composition"].decides
    assert "material" not in asked
