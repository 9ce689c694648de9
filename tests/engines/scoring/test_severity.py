"""Fair averages: known severities are taken off, intervals hold, what cannot be told apart is not ranked."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.engines.scoring import Score, ScoringError, adjust, assign


def _scored(design: list[tuple[str, str]], *, seed: int, spread: float = 4.0, severe: float = 6.0) -> tuple:  # type: ignore[type-arg]
    """Scores of products of known worth by assessors of known severity; (scores, worth, severity)."""
    draw = np.random.default_rng(seed)
    products, raters = sorted({p for p, _ in design}), sorted({r for _, r in design})
    worth = dict(zip(products, draw.normal(60, 8, len(products)), strict=True))
    severity = dict(zip(raters, draw.normal(0, severe, len(raters)), strict=True))
    mean = sum(severity.values()) / len(severity)
    severity = {r: s - mean for r, s in severity.items()}
    scores = [Score(p, r, float(np.clip(worth[p] - severity[r] + draw.normal(0, spread), 0, 100))) for p, r in design]
    return scores, worth, severity


def test_two_assessors_five_products() -> None:
    values = {"a": (70, 60), "b": (80, 72), "c": (50, 39), "d": (66, 55), "e": (90, 81)}
    found = adjust([Score(p, r, v) for p, both in values.items() for r, v in zip(("kind", "hard"), both, strict=True)])
    assert [one.product for one in found.products] == ["e", "b", "a", "d", "c"]
    severe = {one.rater: one.value for one in found.raters}
    assert severe["hard"] == pytest.approx(4.9) and severe["kind"] == pytest.approx(-4.9)
    assert found.panels[0].freedom == 4 and found.connected
    assert all(one.low < one.value < one.high for one in found.products)  # type: ignore[operator]


def test_an_incomplete_design_is_fair_where_the_plain_mean_is_not() -> None:
    """The better product was seen by the harder assessor alone; a third product links both."""
    scores = [
        ("good", "hard", 70),
        ("fair", "kind", 75),
        ("link", "hard", 50),
        ("link", "kind", 70),
        ("more", "hard", 40),
    ]
    scores.append(("more", "kind", 60))
    found = {one.product: one for one in adjust([Score(*one) for one in scores]).products}
    assert found["good"].raw < found["fair"].raw
    assert found["good"].value == pytest.approx(80) and found["fair"].value == pytest.approx(65)


def test_severity_is_taken_off_and_intervals_cover() -> None:
    """Small version of benchmarks/scoring_simulation.py: 60 products, 6 assessors, 3 each."""
    bias, left, covered, all_ = 0.0, 0.0, 0, 0
    for run in range(60):
        design = assign([f"p{n}" for n in range(30)], [f"r{n}" for n in range(4)], per_product=2, seed=run).pairs
        scores, worth, _severity = _scored(list(design), seed=run)
        for one in adjust(scores).products:
            bias += (one.raw - worth[one.product]) ** 2 - 8.0  # of two scores with a spread of 4
            left += (one.value - worth[one.product]) ** 2 - 8.0
            covered += one.low <= worth[one.product] <= one.high  # type: ignore[operator]
            all_ += 1
    assert left < 0.2 * bias
    assert 0.93 < covered / all_ < 0.97


def test_agrees_with_the_full_least_squares() -> None:
    from statsmodels.regression.linear_model import OLS

    design = list(assign([f"p{n}" for n in range(12)], ["r0", "r1", "r2", "r3"], per_product=2, seed=3).pairs)
    scores, _worth, _severity = _scored(design, seed=3)
    found = adjust(scores)
    products, raters = sorted({s.product for s in scores}), sorted({s.rater for s in scores})
    code = np.vstack([np.eye(3), -np.ones((1, 3))])
    x = np.array([[*(float(s.product == p) for p in products), *code[raters.index(s.rater)]] for s in scores])
    whole = OLS([s.value for s in scores], x).fit()
    mine = {one.product: one for one in found.products}
    for n, product in enumerate(products):
        low, high = whole.conf_int()[n]
        assert mine[product].value == pytest.approx(whole.params[n])
        assert (mine[product].low, mine[product].high) == (pytest.approx(low), pytest.approx(high))
    assert found.panels[0].spread == pytest.approx(np.sqrt(whole.scale))


def test_unconnected_panels_are_not_ranked_together() -> None:
    found = adjust([Score(p, r, v) for p, r, v in [("a", "x", 60), ("b", "x", 50), ("c", "y", 90), ("c", "z", 80)]])
    assert not found.connected and len(found.panels) == 2 and found.bridges == 1
    assert {one.panel for one in found.products if one.product in "ab"} == {0}
    assert [panel.why for panel in found.panels] == ["one_rater", "too_few"]
    assert all(one.best is None for one in found.products)


def test_what_is_alike_shares_a_place() -> None:
    draw = np.random.default_rng(5)
    worth = {"best": 90.0, "x": 60.0, "y": 60.5, "z": 61.0, "worst": 30.0}
    found = adjust(
        [Score(p, f"r{r}", float(w + 2 * r + draw.normal(0, 2))) for p, w in worth.items() for r in range(4)]
    )
    assert found.panels[0].alike == (tuple(one.product for one in found.products[1:4]),)
    assert {one.product: (one.best, one.worst) for one in found.products}["y"] == (2, 4)
    assert (found.products[0].best, found.products[0].worst) == (1, 1)


def test_one_assessor_gives_means_and_no_ranks() -> None:
    found = adjust([Score("a", "x", 60), Score("b", "x", 50)])
    assert [(one.value, one.low, one.best) for one in found.products] == [(60, None, None), (50, None, None)]
    assert found.raters[0].value is None and found.panels[0].why == "one_rater"


def test_all_alike_gives_no_nan_and_no_winner() -> None:
    found = adjust([Score(p, r, 70) for p in "abc" for r in "xyz"], resolution=25)
    assert all(one.value == pytest.approx(70) for one in found.products)
    assert found.panels[0].alike == (("a", "b", "c"),)
    assert found.panels[0].spread == pytest.approx(25 / 12**0.5)


@pytest.mark.parametrize(
    ("code", "scores"),
    [
        ("no_scores", []),
        ("not_a_score", [Score("a", "x", float("nan"))]),
        ("not_a_score", [Score("a", "x", 101)]),
        ("twice", [Score("a", "x", 1), Score("a", "x", 2)]),
    ],
)
def test_bad_scores_are_named(code: str, scores: list[Score]) -> None:
    with pytest.raises(ScoringError) as error:
        adjust(scores)
    assert error.value.code == code


@given(st.integers(0, 10_000), st.floats(-15, 15), st.integers(2, 5))
def test_a_constant_added_by_one_assessor_moves_no_product_against_another(
    seed: int, shift: float, raters: int
) -> None:
    design = list(assign([f"p{n}" for n in range(8)], [f"r{n}" for n in range(raters)], per_product=2, seed=seed).pairs)
    draw = np.random.default_rng(seed)
    scores = [Score(p, r, float(draw.uniform(20, 80))) for p, r in design]
    moved = [Score(s.product, s.rater, s.value + shift if s.rater == "r0" else s.value) for s in scores]
    a = {one.product: one.value for one in adjust(scores).products}
    b = {one.product: one.value for one in adjust(moved).products}
    for product in a:
        assert b[product] - b["p0"] == pytest.approx(a[product] - a["p0"], abs=1e-6)


def test_the_order_of_scores_does_not_matter() -> None:
    scores, _worth, _severity = _scored([(f"p{n}", f"r{m}") for n in range(6) for m in range(3)], seed=1)
    assert adjust(scores) == adjust(scores[::-1])


def test_intervals_cover_and_bias_goes_in_each_small_design() -> None:
    from benchmarks.scoring_simulation import simulate

    for name in ("2 raters × 20, 30 % missing", "4 raters × 30, 2 each"):
        found = simulate(name, runs=60)
        assert found["removed"] > 0.8 and 0.92 < found["cover"] < 0.98 and found["rank"] > found["rank_raw"]
