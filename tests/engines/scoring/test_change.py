"""Before and after, and defects, against published figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.engines.scoring import ScoringError, paired_change, pareto, permutation_p

# Student (1908), the extra sleep of ten patients.
SLEEP = ([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0], [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])


def _named(values: list[float]) -> dict[str, float]:
    return {f"p{n}": value for n, value in enumerate(values)}


def test_student_s_sleep() -> None:
    found = paired_change(_named(SLEEP[1]), _named(SLEEP[0]))
    assert found.t == pytest.approx(-4.0621, abs=5e-5) and found.p == pytest.approx(0.002833, abs=5e-7)
    assert found.verdict == "worse" and found.pairs == 10


def test_a_split_of_seven() -> None:
    assert permutation_p([19, 22, 25, 26], [23, 33, 40]) == pytest.approx(0.0857, abs=5e-5)


def test_fisher_s_tea() -> None:
    assert permutation_p([0, 0, 0, 0], [1, 1, 1, 1]) == pytest.approx(1 / 70)


def test_few_products_tell_nothing() -> None:
    assert paired_change({}, {}).verdict == "too_few"
    assert paired_change({"a": 50}, {"a": 90}).verdict == "too_few"
    assert paired_change(_named([50, 60, 55]), _named([70, 80, 75])).verdict == "too_few"
    wide = paired_change(_named([10, 90, 20, 80, 50]), _named([90, 10, 60, 50, 55]))
    assert wide.verdict == "too_few" and wide.low is not None and wide.low < -5


def test_only_products_of_both_rounds_count() -> None:
    found = paired_change({"a": 50, "b": 60, "x": 1}, {"a": 60, "b": 70, "y": 99})
    assert (found.pairs, found.mean) == (2, 10)


@given(st.lists(st.floats(0, 100), min_size=6, max_size=6), st.floats(-40, 40))
def test_the_same_step_for_all_is_that_step(values: list[float], step: float) -> None:
    found = paired_change(_named(values), _named([value + step for value in values]))
    assert found.mean == pytest.approx(step, abs=1e-9)


def test_the_heaviest_kind_comes_first() -> None:
    bars = pareto([("retak", "critical"), ("noda", "minor"), ("noda", "minor"), ("gores", "major")])
    assert [(bar.kind, bar.count, bar.weight, bar.vital) for bar in bars] == [
        ("retak", 1, 9, True),
        ("gores", 1, 3, True),
        ("noda", 2, 2, False),
    ]
    assert bars[-1].cumulative == pytest.approx(1) and pareto([]) == ()
    with pytest.raises(ScoringError):
        pareto([("retak", "odd")])
