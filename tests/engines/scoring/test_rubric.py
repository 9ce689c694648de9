"""One scoring to 0–100; gates apart; weights that don't sum are refused with their sum."""

import pytest

from binakriya.engines.scoring import Criterion, ScoringError, rubric_score

RUBRIC = {"form": Criterion(0.6, 1, 5), "finish": Criterion(0.4, 0, 10)}


def test_weights_and_ranges() -> None:
    found = rubric_score({"form": 3, "finish": 10}, RUBRIC, {"edges": False, "nickel": None, "colour": True})
    assert found.value == pytest.approx(70) and found.parts == {"form": 50, "finish": 100}
    assert found.failed == ("edges",) and found.open == ("nickel",)
    assert rubric_score({"form": 5, "finish": 10}, RUBRIC).value == 100
    half = rubric_score({"form": 3, "finish": None}, RUBRIC)
    assert half.value is None and half.missing == ("finish",)


@pytest.mark.parametrize(("code", "values", "rubric"), [
    ("no_criteria", {}, {}), ("weights", {}, {"a": Criterion(0.9, 1, 5)}), ("levels", {}, {"a": Criterion(1, 5, 5)}),
    ("weight", {}, {"a": Criterion(-1, 1, 5)}), ("criterion", {"b": 1}, {"a": Criterion(1, 1, 5)}),
    ("out_of_range", {"a": 6}, {"a": Criterion(1, 1, 5)}),
    ("out_of_range", {"a": float("nan")}, {"a": Criterion(1, 1, 5)}),
])  # fmt: skip
def test_what_is_refused(code: str, values: dict[str, float], rubric: dict[str, Criterion]) -> None:
    with pytest.raises(ScoringError) as error:
        rubric_score(values, rubric)
    assert error.value.code == code
    if code == "weights":
        assert error.value.params == {"sum": 0.9}
