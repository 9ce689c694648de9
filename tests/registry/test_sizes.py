"""Classifications by dated bounds, each named, each with what it lacks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.people import World

from binakriya.registry.models import Enterprise
from binakriya.registry.rules.sizes import Bounds, bounds, classify, systems

BN = 1_000_000_000
M = 1_000_000
TODAY = date(2026, 11, 24)
ORDER = ("micro", "small", "medium", "large")


def _sizes(**given: int | None) -> dict[str, str | None]:
    asked: dict[str, int | None] = {
        "workers": None, "investment": None, "assets": None, "turnover_low": None, "turnover_high": None,
    }  # fmt: skip
    return {s.system: s.size for s in classify(**(asked | given), on=TODAY)}


def test_all_are_named_with_their_citation() -> None:
    found = classify(workers=3, investment=5 * M, turnover_low=24 * M, turnover_high=24 * M, on=TODAY)
    assert [s.system for s in found] == [
        "uu_20_2008_assets", "uu_20_2008_sales", "pp_7_2021_capital", "pp_7_2021_sales", "permenperin_64_2016",
        "bps_workers",
    ]  # fmt: skip
    assert all(s.citation and s.firmness in ("S", "M") for s in found)
    assert all(row.checked_on and row.citation for row in bounds())


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
    ("assets", "size"),
    [(50 * M, "micro"), (50 * M + 1, "small"), (500 * M, "small"), (10 * BN, "medium"), (10 * BN + 1, "large")],
)
def test_assets(assets: int, size: str) -> None:
    assert _sizes(assets=assets)["uu_20_2008_assets"] == size


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
    found = {s.system: s for s in classify(
        workers=None, investment=None, turnover_low=None, turnover_high=None, on=TODAY
    )}  # fmt: skip
    assert all(s.size is None and s.missing for s in found.values())
    assert found["permenperin_64_2016"].missing == ("workers", "investment")
    assert found["uu_20_2008_assets"].missing == ("assets",)


def test_a_range_over_a_bound_is_ambiguous() -> None:
    found = {
        s.system: s for s in classify(workers=1, investment=1, turnover_low=250 * M, turnover_high=400 * M, on=TODAY)
    }
    assert found["uu_20_2008_sales"].ambiguous and found["uu_20_2008_sales"].size is None
    assert found["pp_7_2021_sales"].size == "micro"


def test_a_rule_counts_from_its_year() -> None:
    known = {"workers": 1, "investment": 1, "turnover_low": 1, "turnover_high": 1}
    in_2018 = {s.system for s in classify(**known, on=date(2018, 11, 16))}
    assert "uu_20_2008_sales" in in_2018 and not [s for s in in_2018 if s.startswith("pp_7_2021")]
    assert "pp_7_2021_sales" in {s.system for s in classify(**known, on=date(2021, 1, 1))}
    ended = Bounds("a", "micro", "", None, None, None, 4, "2008", "2020-06-30", "x", "2026", "S")
    assert ended.in_force(date(2020, 6, 30)) and not ended.in_force(date(2020, 7, 1))


def _rows_of(system: str) -> list[Bounds]:
    return [row for row in bounds() if row.system == system]


def _edges(values: list[int | None]) -> list[int]:
    """Every bound and its neighbours."""
    return sorted({max(0, v + step) for v in values if v is not None for step in (-1, 0, 1)} | {0, 10**15})


@pytest.mark.parametrize("system", systems())
def test_every_bound_is_in_one_class_at_most_and_classes_rise(system: str) -> None:
    rows = _rows_of(system)
    amounts = _edges([v for r in rows for v in (r.amount_from, r.amount_to)]) if rows[0].measure else [None]
    people = _edges([v for r in rows for v in (r.workers_from, r.workers_to)]) if _asks(rows) else [None]
    for workers in people:
        seen = []
        for amount in amounts:
            holding = {r.size for r in rows if r.holds(amount, workers)}
            assert len(holding) <= 1, (system, amount, workers)
            seen.append(ORDER.index(holding.pop() if holding else "large"))
        assert seen == sorted(seen), "more never makes smaller"


def _asks(rows: list[Bounds]) -> bool:
    return any(r.asks_workers for r in rows)


@given(
    st.sampled_from(systems()),
    st.integers(0, 10**14),
    st.integers(0, 10**14),
    st.integers(0, 5000),
    st.integers(0, 5000),
)
def test_more_of_anything_never_makes_smaller(system: str, a: int, b: int, m: int, n: int) -> None:
    (least, most), (few, many) = sorted((a, b)), sorted((m, n))

    def rank(amount: int, workers: int) -> int:
        size = _sizes(
            workers=workers, investment=amount, assets=amount, turnover_low=amount, turnover_high=amount
        )[system]  # fmt: skip
        assert size is not None
        return ORDER.index(size)

    assert rank(least, few) <= rank(most, few) <= rank(most, many)


def test_the_database_sorts_by_the_same_bounds(world: World) -> None:
    for workers in (None, 0, 1, 4, 5, 19, 20, 99, 100, 5000):
        made = Enterprise.objects.create(
            office_id=world.office_id, name="Rotan", workers=workers, created_at=world.now, updated_at=world.now
        )
        made.refresh_from_db()
        assert made.size == (_sizes(workers=workers)["bps_workers"] or "")
