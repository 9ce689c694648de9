"""What a passport promises, whatever is recorded: for any criteria and any evidence."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.foundation.rules.refusals import Refused
from binakriya.passport.rules.criteria import (
    Criterion,
    Need,
    check_criterion,
    read_criterion,
    starter,
    with_own,
    write_criterion,
)
from binakriya.passport.rules.evaluate import About, Evidence, Standing, Waiver, evaluate, months_later, sums
from binakriya.passport.rules.stages import STAGES, State
from binakriya.passport.rules.steps import AFTER, group_steps, next_steps

DAY = date(2018, 11, 16)
NEEDS = sorted({(n.kind, n.key) for c in starter().criteria for n in (*c.any, *c.part)})
DAYS = st.dates(date(2010, 1, 1), date(2030, 1, 1))
PIECE = st.builds(
    lambda need, on, lasts, level: Evidence(
        *need, on, on + timedelta(days=lasts) if on and lasts is not None else None, level
    ),
    st.sampled_from(NEEDS),
    st.none() | DAYS,
    st.none() | st.integers(0, 3000),
    st.none() | st.floats(0, 1),
)
ANY = About()
PIECES = st.lists(PIECE, max_size=30)
ABOUT = st.builds(
    About,
    st.sampled_from(["batik", "silver", "ceramic", "rattan", "sagu"]),
    st.sets(st.sampled_from(["ID", "EU", "US", "JP"]), min_size=1).map(lambda found: tuple(sorted(found))),
    st.sampled_from(["", "general", "children"]),
    st.booleans(),
    st.booleans(),
)
WAIVERS = st.dictionaries(
    st.sampled_from([c.key for c in starter().criteria]), st.just(Waiver("tidak dijual", "Petugas", DAY)), max_size=4
)


def stand(
    pieces: list[Evidence], about: About = ANY, on: date = DAY, waivers: dict[str, Waiver] | None = None
) -> dict[str, Standing]:
    found = evaluate(starter().criteria, pieces, about=about, waivers=waivers or {}, on=on)
    return {one.key: one for one in found}


@given(PIECES, ABOUT, DAYS, WAIVERS)
def test_nothing_is_met_without_evidence_that_holds(
    pieces: list[Evidence], about: About, on: date, waivers: dict[str, Waiver]
) -> None:
    for one in stand(pieces, about, on, waivers).values():
        if one.state is State.MET:
            assert one.evidence in pieces
            assert one.evidence.on is None or one.evidence.on <= on
            assert one.until is None or one.until >= on
            criterion = starter().find(one.key)
            assert criterion is not None
            assert (one.evidence.kind, one.evidence.key) in {(n.kind, n.key) for n in criterion.any}


@given(PIECES, ABOUT, DAYS)
def test_evidence_that_goes_unmeets(pieces: list[Evidence], about: About, on: date) -> None:
    for one in stand(pieces, about, on).values():
        criterion = starter().find(one.key)
        assert criterion is not None
        left = [e for e in pieces if (e.kind, e.key) not in {(n.kind, n.key) for n in criterion.any}]
        assert stand(left, about, on)[one.key].state not in (State.MET, State.EXPIRED)


@given(PIECES, PIECE, ABOUT, DAYS, WAIVERS)
def test_evidence_that_comes_never_unmeets(
    pieces: list[Evidence], more: Evidence, about: About, on: date, waivers: dict[str, Waiver]
) -> None:
    before, after = stand(pieces, about, on, waivers), stand([*pieces, more], about, on, waivers)
    assert all(after[key].state is State.MET for key, one in before.items() if one.state is State.MET)


@given(PIECES, ABOUT, DAYS)
def test_what_has_an_end_stands_until_the_end_of_that_day(pieces: list[Evidence], about: About, on: date) -> None:
    for key, one in stand(pieces, about, on).items():
        if one.state is State.MET and one.until is not None:
            assert stand([one.evidence] if one.evidence else [], about, one.until)[key].state is State.MET
            after = stand([one.evidence] if one.evidence else [], about, one.until + timedelta(days=1))[key]
            assert after.state is State.EXPIRED


@given(PIECES, ABOUT, DAYS, WAIVERS)
def test_steps_are_three_at_most_and_each_can_be_taken(
    pieces: list[Evidence], about: About, on: date, waivers: dict[str, Waiver]
) -> None:
    found = stand(pieces, about, on, waivers)
    steps = next_steps(starter().criteria, found.values())
    open_ = {key for key, one in found.items() if one.state not in (State.MET, State.NOT_APPLICABLE)}
    assert len(steps) <= 3 and bool(steps) == bool(open_)
    for step in steps:
        assert step.criterion.key in open_
        assert not set(AFTER.get(step.criterion.key, ())) & open_
    assert sum(one.whole for one in sums(found.values())) == sum(
        one.state is not State.NOT_APPLICABLE for one in found.values()
    )


def test_a_fresh_product_begins_with_what_is_quick() -> None:
    steps = next_steps(starter().criteria, stand([]).values())
    assert steps[0].criterion.key == "measured"
    assert {step.criterion.helper for step in steps} == {"self"}


def test_a_group_hears_what_most_of_it_lacks() -> None:
    met = {c.key: 43 for c in starter().criteria} | {"label-home": 16}
    found = group_steps(starter().criteria, met=met, apart={}, products=43)
    assert [(one.criterion.key, one.lacking, one.whole) for one in found] == [("label-home", 27, 43)]


def test_every_stage_asks_three_to_six_and_each_in_both_languages() -> None:
    counts = {stage: sum(c.stage == stage for c in starter().criteria) for stage in STAGES}
    assert all(3 <= n <= 7 for n in counts.values()), counts
    assert len({c.key for c in starter().criteria}) == len(starter().criteria)
    assert {key for pair in AFTER.items() for key in (pair[0], *pair[1])} <= {c.key for c in starter().criteria}
    for one in starter().criteria:
        assert one == read_criterion(write_criterion(one))
        assert one.title["id"] != one.title["en"]


def test_an_offices_own_criterion_takes_its_place_in_its_stage() -> None:
    own = Criterion("asli", "quality", *({"id": "a", "en": "b"},) * 3, any=(Need("paper", "origin"),))
    both = with_own((own,), 2)
    assert both.version == "1.2" and both.find("asli") == own
    assert [STAGES.index(c.stage) for c in both.criteria] == sorted(STAGES.index(c.stage) for c in both.criteria)
    with pytest.raises(Refused, match="criterion_evidence"):
        check_criterion(Criterion("tick", "quality", *({"id": "a", "en": "b"},) * 3, any=()))


def test_months_end_on_the_last_day_of_a_shorter_month() -> None:
    assert months_later(date(2019, 8, 31), 6) == date(2020, 2, 29)
    assert months_later(date(2018, 11, 16), 24) == date(2020, 11, 16)
