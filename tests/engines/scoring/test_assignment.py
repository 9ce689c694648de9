"""Designs: nobody scores what they must not, all hang together, loads are even, what stands stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.engines.scoring import ScoringError, assign, panels_of


@st.composite
def requests(draw: st.DrawFn) -> tuple[list[str], list[str], int, set[tuple[str, str]], int]:
    products = [f"p{n}" for n in range(draw(st.integers(1, 25)))]
    raters = [f"r{n}" for n in range(draw(st.integers(1, 7)))]
    pairs = st.tuples(st.sampled_from(products), st.sampled_from(raters))
    return products, raters, draw(st.integers(1, 4)), draw(st.sets(pairs, max_size=20)), draw(st.integers(0, 99))


@given(requests())
def test_recusals_hold_and_what_is_missing_is_told(request_: tuple) -> None:  # type: ignore[type-arg]
    products, raters, wanted, forbidden, seed = request_
    found = assign(products, raters, per_product=wanted, forbidden=forbidden, seed=seed)
    assert not set(found.pairs) & forbidden and len(set(found.pairs)) == len(found.pairs)
    assert found == assign(products, raters, per_product=wanted, forbidden=forbidden, seed=seed)
    short = {dict(one.params).get("product") for one in found.problems}
    for product in products:
        has = sum(p == product for p, _r in found.pairs)
        allowed = sum((product, r) not in forbidden for r in raters)
        assert has >= min(wanted, allowed)
        assert (product in short) == (allowed < wanted)
    assert found.connected == (len(panels_of(found.pairs)) <= 1)
    assert found.connected or any(one.code == "apart" for one in found.problems)


@given(st.integers(2, 30), st.integers(2, 6), st.integers(2, 3), st.integers(0, 99))
def test_without_recusals_all_hang_together_and_loads_are_even(n: int, m: int, wanted: int, seed: int) -> None:
    found = assign([f"p{i}" for i in range(n)], [f"r{i}" for i in range(m)], per_product=min(wanted, m), seed=seed)
    assert not found.problems
    if n * min(wanted, m) >= m:
        assert found.connected
        extra = len(found.bridges)
        assert max(found.loads.values()) - min(found.loads.values()) <= 1 + extra


def test_each_pair_of_assessors_meets_nearly_as_often() -> None:
    found = assign([f"p{i}" for i in range(60)], [f"r{i}" for i in range(6)], per_product=2)
    of: dict[str, list[str]] = {}
    for product, rater in found.pairs:
        of.setdefault(product, []).append(rater)
    met: dict[tuple[str, ...], int] = {}
    for both in of.values():
        met[tuple(sorted(both))] = met.get(tuple(sorted(both)), 0) + 1
    assert len(met) == 15 and max(met.values()) - min(met.values()) <= 2


def test_what_stands_stays_when_someone_comes_or_goes() -> None:
    first = assign(["a", "b", "c"], ["x", "y", "z"], per_product=2)
    later = assign(["a", "b", "c", "d"], ["x", "y", "z", "w"], per_product=2, kept=first.pairs)
    assert set(first.pairs) <= set(later.pairs)
    gone = assign(["a", "b", "c"], ["x", "y"], per_product=2, kept=first.pairs)
    assert {pair for pair in first.pairs if pair[1] != "z"} <= set(gone.pairs)


def test_room_and_recusals_are_told_with_the_place() -> None:
    found = assign(["a", "b"], ["x", "y"], per_product=2, room={"x": 1}, forbidden={("b", "x"), ("b", "y")})
    assert {(one.code, dict(one.params)["product"]) for one in found.problems} == {("all_recused", "b")}
    tight = assign(["a", "b", "c"], ["x", "y"], per_product=2, room={"x": 1})
    assert {one.code for one in tight.problems} == {"no_room"} and tight.loads["x"] == 1


@pytest.mark.parametrize(
    ("code", "products", "raters"),
    [("no_products", [], ["x"]), ("no_assessors", ["a"], []), ("named_twice", ["a", "a"], ["x"])],
)
def test_bad_requests(code: str, products: list[str], raters: list[str]) -> None:
    with pytest.raises(ScoringError) as error:
        assign(products, raters)
    assert error.value.code == code
