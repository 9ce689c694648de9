"""Krippendorff's alpha against the published values of his data set "C" (R, irr::kripp.alpha)."""

import pytest

from binakriya.engines.scoring import Measure, ScoringError, alpha

_ = None
C = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]


@pytest.mark.parametrize(
    ("measure", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_published_values(measure: Measure, published: float) -> None:
    found = alpha(C, measure=measure)
    assert round(found.value or 0, 3) == published
    assert found.low is not None and found.high is not None and found.low < published < found.high
    # With a dozen units the interval is as wide as this: it must not look surer.
    assert found.high - found.low > 0.4
    assert found == alpha(C, measure=measure)


def test_all_alike_has_no_alpha() -> None:
    found = alpha([[3, 3, 3], [3, 3, 3]])
    assert (found.value, found.low, found.units) == (None, None, 3)


def test_perfect_agreement_is_one() -> None:
    assert alpha([[1, 2, 3], [1, 2, 3]]).value == pytest.approx(1)


@pytest.mark.parametrize(
    ("code", "values"), [("no_pairs", [[1, None], [None, 2]]), ("no_pairs", []), ("not_a_table", [[1, 2], [1]])]
)
def test_bad_tables(code: str, values: list[list[float | None]]) -> None:
    with pytest.raises(ScoringError) as error:
        alpha(values)
    assert error.value.code == code
