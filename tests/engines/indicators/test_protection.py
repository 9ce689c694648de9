"""No figure of few enterprises can be read from what is published, nor computed from it."""

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from binakriya.engines.indicators import INDICATORS, Figure, Level, figures, protect, table_from_rows

LEAST = 3
KELURAHAN = [f"36.74.0{k}.100{n}" for k in (1, 2, 3) for n in (1, 2, 3)]
PUBLISHED = {
    Level.NATION: {""},
    Level.KECAMATAN: {code[:8] for code in KELURAHAN},
    Level.KELURAHAN: set(KELURAHAN),
}
# Where an enterprise may be: in a kelurahan, in a kecamatan or city that is known no finer, elsewhere, nowhere.
PLACES = [*KELURAHAN, "36.74.01", "36.74.03", "36.74", "36.03.01.2001", ""]


def _flat(total: int, counts: dict[str, int]) -> dict[str, int | None]:
    found = {
        Level.NATION: [Figure("enterprises", "", total, total)],
        Level.KECAMATAN: [Figure("enterprises", code, n, n) for code, n in counts.items()],
    }
    told = protect(found, published={Level.NATION: {""}, Level.KECAMATAN: counts.keys()}, least=LEAST)
    return {f.region_code: f.value for figures in told.values() for f in figures}


def test_a_small_cell_takes_the_smallest_other_with_it():
    assert _flat(21, {"a": 2, "b": 4, "c": 5, "d": 10}) == {"": 21, "a": None, "b": None, "c": 5, "d": 10}


def test_small_cells_that_are_enough_together_hide_no_other():
    assert _flat(20, {"a": 2, "b": 1, "c": 7, "d": 10}) == {"": 20, "a": None, "b": None, "c": 7, "d": 10}


def test_what_is_on_no_map_is_hidden_as_well():
    assert _flat(15, {"c": 4, "d": 10}) == {"": 15, "c": None, "d": 10}, "one enterprise is known to no region"


def test_nothing_is_hidden_without_need_and_zeros_are_shown():
    assert _flat(14, {"a": 0, "c": 4, "d": 10}) == {"": 14, "a": 0, "c": 4, "d": 10}
    assert _flat(2, {"a": 0, "c": 2}) == {"": None, "a": 0, "c": None}


def test_participants_of_one_enterprise_are_one():
    rows = [{"enterprise_id": "a", "region_code": KELURAHAN[0]}] * 9
    table = table_from_rows(rows, {"enterprise_id": "string", "region_code": "string"})
    for code in ("participants", "certificates"):
        found = {
            level: figures({"attended": table, "certificates": table}, [INDICATORS[code]], level=level)
            for level in PUBLISHED
        }
        told = protect(found, published=PUBLISHED, least=LEAST)
        assert [f.value for figures in told.values() for f in figures] == [None] * 3


def _figures(places: list[str]) -> dict[Level, list[Figure]]:
    found: dict[Level, list[Figure]] = {}
    for level in PUBLISHED:
        codes = [level.code_of(place) for place in places]
        found[level] = [Figure("enterprises", c, codes.count(c), codes.count(c)) for c in sorted(set(codes))]
    return found


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PLACES), max_size=24))
def test_no_sum_of_few_enterprises_can_be_computed(places: list[str]) -> None:
    """Each enterprise is an unknown, each published value an equation. Whatever can be computed lies in the span of the
    equations; no one enterprise and no two may lie there, and no cell that was hidden for being small."""
    told = protect(_figures(places), published=PUBLISHED, least=LEAST)
    equations, hidden = [], []
    for level, column in told.items():
        for figure in column:
            row = np.array([level.code_of(p) == figure.region_code for p in places], dtype=float)
            (equations if figure.value is not None else hidden).append(row)
            assert figure.value is None or figure.n == 0 or figure.n >= LEAST
    if not equations:
        return
    basis = np.linalg.svd(np.array(equations), full_matrices=False)
    known = basis.Vh[basis.S > 1e-9]

    def computable(wanted: np.ndarray) -> bool:
        return bool(np.linalg.norm(wanted - known.T @ (known @ wanted)) < 1e-9)

    ones = np.eye(len(places))
    assert not any(computable(one) for one in ones)
    assert not any(computable(ones[i] + ones[j]) for i, j in combinations(range(len(places)), 2))
    assert not any(computable(row) for row in hidden)
