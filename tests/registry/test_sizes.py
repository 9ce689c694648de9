"""Five classifications, each named, each with what it lacks."""

import pytest

from binakriya.registry.rules.sizes import classify

BN = 1_000_000_000
M = 1_000_000


def _sizes(**given: int | None) -> dict[str, str | None]:
    asked: dict[str, int | None] = {"workers": None, "investment": None, "turnover_low": None, "turnover_high": None}
    return {s.system: s.size for s in classify(**(asked | given))}


def test_five_are_named_with_their_citation() -> None:
    found = classify(workers=3, investment=5 * M, turnover_low=24 * M, turnover_high=24 * M)
    assert [s.system for s in found] == [
        "uu_20_2008_sales", "pp_7_2021_capital", "pp_7_2021_sales", "permenperin_64_2016", "bps_workers",
    ]  # fmt: skip
    assert all(s.citation and s.firmness in ("S", "M") for s in found)


@pytest.mark.parametrize(
    ("sales", "uu", "pp"),
    [
        (300 * M, "micro", "micro"),
        (300 * M + 1, "small", "micro"),
        (2 * BN, "small", "micro"),
        (2 * BN + 1, "small", "small"),
        (2_500 * M, "small", "small"),
        (2_500 * M + 1, "medium", "small"),
        (15 * BN, "medium", "small"),
        (50 * BN, "medium", "medium"),
        (50 * BN + 1, "large", "large"),
    ],
)
def test_sales(sales: int, uu: str, pp: str) -> None:
    found = _sizes(turnover_low=sales, turnover_high=sales)
    assert (found["uu_20_2008_sales"], found["pp_7_2021_sales"]) == (uu, pp)


@pytest.mark.parametrize(
    ("capital", "size"), [(BN, "micro"), (BN + 1, "small"), (5 * BN, "small"), (10 * BN, "medium"), (11 * BN, "large")]
)
def test_capital(capital: int, size: str) -> None:
    assert _sizes(investment=capital)["pp_7_2021_capital"] == size


@pytest.mark.parametrize(
    ("workers", "size"),
    [(1, "micro"), (4, "micro"), (5, "small"), (19, "small"), (20, "medium"), (99, "medium"), (100, "large")],
)
def test_workers(workers: int, size: str) -> None:
    assert _sizes(workers=workers)["bps_workers"] == size


@pytest.mark.parametrize(
    ("workers", "investment", "size"),
    [
        (19, BN - 1, "small"),
        (19, BN, "medium"),
        (20, 15 * BN, "medium"),
        (20, 15 * BN + 1, "large"),
    ],
)
def test_permenperin(workers: int, investment: int, size: str) -> None:
    assert _sizes(workers=workers, investment=investment)["permenperin_64_2016"] == size


def test_what_is_missing_is_said() -> None:
    found = {s.system: s for s in classify(workers=None, investment=None, turnover_low=None, turnover_high=None)}
    assert all(s.size is None and s.missing for s in found.values())
    assert found["permenperin_64_2016"].missing == ("workers", "investment")


def test_a_range_over_a_bound_is_ambiguous() -> None:
    found = {s.system: s for s in classify(workers=1, investment=1, turnover_low=250 * M, turnover_high=400 * M)}
    assert found["uu_20_2008_sales"].ambiguous and found["uu_20_2008_sales"].size is None
    assert found["pp_7_2021_sales"].size == "micro"
