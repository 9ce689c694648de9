from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from binakriya.engines.indicators import (
    INDICATORS,
    Figure,
    Indicator,
    Level,
    Measure,
    UnknownColumn,
    figures,
    roll_up,
    table_from_rows,
)

SCHEMA = {
    "enterprise_id": "string",
    "region_code": "string",
    "workers": "int64",
    "workers_f": "int64",
    "has_nib": "int64",
}
CODES = ["36.74.01.1001", "36.74.01.1002", "36.74.02.1001", "36.03.01.2001", "36.74", "", None]
ROW = st.fixed_dictionaries(
    {
        "enterprise_id": st.sampled_from(["a", "b", "c"]),
        "region_code": st.sampled_from(CODES),
        "workers": st.one_of(st.none(), st.integers(0, 50)),
    }
)


def _by_region(found, code):
    return {f.region_code: f for f in found if f.indicator == code}


def test_counts_and_sums_by_kecamatan():
    rows = [
        {"enterprise_id": "a", "region_code": "36.74.01.1001", "workers": 3, "has_nib": 1},
        {"enterprise_id": "b", "region_code": "36.74.01.1002", "workers": None, "has_nib": 0},
        {"enterprise_id": "c", "region_code": "36.74.02.1001", "workers": 5, "has_nib": 1},
        {"enterprise_id": "d", "region_code": "36.74", "workers": 1, "has_nib": 0},
    ]
    table = table_from_rows(rows, SCHEMA)
    found = figures(
        {"enterprises": table},
        [INDICATORS["enterprises"], INDICATORS["workers"], INDICATORS["with_nib"]],
        level=Level.KECAMATAN,
    )
    assert _by_region(found, "enterprises")["36.74.01"] == Figure("enterprises", "36.74.01", 2, 2)
    assert _by_region(found, "workers")["36.74.01"] == Figure("workers", "36.74.01", 3, 1, missing=1)
    assert _by_region(found, "with_nib")["36.74.02"].value == 1
    assert _by_region(found, "enterprises")[""].n == 1, "a row that only names the city has no kecamatan"


def test_distinct_enterprises_are_not_added_up():
    trained = INDICATORS["enterprises_trained"]
    table = table_from_rows(
        [
            {"enterprise_id": "a", "region_code": "36.74.01.1001"},
            {"enterprise_id": "a", "region_code": "36.74.01.1001"},
        ],
        SCHEMA,
    )
    found = figures({"attended": table}, [trained], level=Level.KELURAHAN)
    assert [f.value for f in found] == [1]
    with pytest.raises(ValueError, match="can't be added"):
        roll_up(found, level=Level.CITY, indicators=INDICATORS)


def test_a_missing_column_is_named():
    bad = Indicator("x", "t", Measure.SUM, "person", column="nothing")
    with pytest.raises(UnknownColumn, match="nothing"):
        figures({"t": table_from_rows([], SCHEMA)}, [bad], level=Level.CITY)


def test_no_rows_give_no_figures():
    assert figures({"enterprises": table_from_rows([], SCHEMA)}, [INDICATORS["enterprises"]], level=Level.CITY) == []


def test_a_figure_stands_on_different_enterprises_that_say_it():
    rows = [
        {"enterprise_id": "a", "region_code": "36.74.01.1001", "workers": 3},
        {"enterprise_id": "a", "region_code": "36.74.01.1001", "workers": 4},
        {"enterprise_id": "b", "region_code": "36.74.01.1001", "workers": None},
    ]
    table = table_from_rows(rows, SCHEMA)
    found = figures(
        {"enterprises": table, "attended": table},
        [INDICATORS["participants"], INDICATORS["workers"], INDICATORS["enterprises_trained"]],
        level=Level.CITY,
    )
    assert {f.indicator: (f.value, f.n, f.missing) for f in found} == {
        "participants": (3, 2, 0),
        "workers": (7, 1, 1),
        "enterprises_trained": (2, 2, 0),
    }


@settings(max_examples=25, deadline=None)
@given(st.lists(ROW, max_size=30))
def test_rolling_up_equals_counting_at_the_level(rows):
    table = table_from_rows(rows, SCHEMA)
    wanted = [INDICATORS["enterprises"], INDICATORS["workers"]]
    low = [
        f
        for f in figures({"enterprises": table}, wanted, level=Level.KELURAHAN)
        if f.region_code  # rows that only name a city are not in any kelurahan
    ]
    added = {(f.indicator, f.region_code): f.value for f in roll_up(low, level=Level.CITY, indicators=INDICATORS)}
    full = [r for r in rows if r["region_code"] and len(r["region_code"]) == 13]
    counts = Counter(r["region_code"][:5] for r in full)
    assert {k[1]: v for k, v in added.items() if k[0] == "enterprises"} == dict(counts)
    for city in counts:
        assert added["workers", city] == sum(r["workers"] or 0 for r in full if r["region_code"].startswith(city))


def test_many_threads_compute_what_one_computes():
    rows = [
        {"enterprise_id": str(n), "region_code": CODES[n % len(CODES)], "workers": n % 40, "has_nib": n % 2}
        for n in range(2000)
    ]

    def compute(_n):
        table = table_from_rows(rows, SCHEMA)
        wanted = [INDICATORS["enterprises"], INDICATORS["workers"], INDICATORS["with_nib"]]
        return [figures({"enterprises": table}, wanted, level=level) for level in (Level.KECAMATAN, Level.KELURAHAN)]

    alone = compute(0)
    with ThreadPoolExecutor(8) as pool:
        assert [f.result(timeout=120) for f in [pool.submit(compute, n) for n in range(16)]] == [alone] * 16
