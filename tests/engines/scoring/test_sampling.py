"""Sampling plans against the resolved tables of the R package AQLSchemes (MIL-STD-105E, ANSI/ASQ Z1.4), cell by cell,
and against the published and computed figures of acceptance."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.engines.scoring import ScoringError
from binakriya.engines.scoring.sampling import (
    AQLS,
    LEVELS,
    Lot,
    Standing,
    accepted,
    code_letter,
    curve,
    design,
    follow,
    plan_for,
    resume,
)
from binakriya.engines.scoring.sampling.tables import LETTERS, LOTS, SIZES, Regime, cell, resolved

TABLE = Path(__file__).parent / "data" / "single_sampling.csv"
# Lot classes by inspection level S-1 … III, as AQLSchemes gives them.
LETTER_ROWS = (
    *("AAAAAAB", "AAAAABC", "AABBBCD", "ABBCCDE", "BBCCCEF", "BBCDDFG", "BCDEEGH", "BCDEFHJ"),
    *("CCEFGJK", "CDEGHKL", "CDFGJLM", "CDFHKMN", "DEGJLNP", "DEGJMPQ", "DEHKNQR"),
)
# Rejection numbers, level II normal, AQL .65 to 15, from a table for public works at nibs.org (FMOC).
PUBLIC_WORKS = {
    "J": (2, 3, 4, 6, 8, 11, 15, 22),
    "F": (1, None, None, 2, 3, 4, 6, 8),
    "H": (None, 2, 3, 4, 6, 8, 11, 15),
}
REGIMES: tuple[Regime, ...] = ("normal", "tightened", "reduced")


def test_every_cell_of_the_three_tables() -> None:
    with TABLE.open() as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 3 * 16 * 26
    for row in rows:
        regime: Regime = row["regime"]  # type: ignore[assignment]
        letter, ac, re = resolved(regime, LETTERS.index(row["letter"]), AQLS.index(float(row["aql"])))
        assert (SIZES[regime][letter], ac, re) == (int(row["n"]), int(row["ac"]), int(row["re"])), row


def test_every_code_letter() -> None:
    for number, (row, least) in enumerate(zip(LETTER_ROWS, (2, *(most + 1 for most in LOTS)), strict=True)):
        most = LOTS[number] if number < len(LOTS) else 10_000_000
        for level, letter in zip(LEVELS, row, strict=True):
            assert code_letter(least, level) == code_letter(most, level) == letter


def test_a_second_public_table() -> None:
    for letter, numbers in PUBLIC_WORKS.items():
        for aql, re in zip(AQLS[9:17], numbers, strict=True):
            found = cell("normal", LETTERS.index(letter), AQLS.index(aql))
            assert (found if isinstance(found, str) else found[1]) == re or (re is None and isinstance(found, str))


@given(st.sampled_from(REGIMES), st.integers(0, 15), st.integers(0, 25))
def test_structure(regime: Regime, row: int, column: int) -> None:
    here, ac, re = resolved(regime, row, column)
    assert 0 <= ac < re
    assert regime == "reduced" or re == ac + 1
    if column < 25:
        assert resolved(regime, row, column + 1)[1] >= ac
    direct = cell(regime, row, column)
    if isinstance(direct, tuple):
        assert (row, *direct) == (here, ac, re)


@pytest.mark.parametrize(("n", "c", "p", "expected"), [
    (125, 2, 0.10, 0.000210835), (65, 2, 0.012, 0.9564398), (10, 3, 0.1, 0.98720), (10, 3, 0.2, 0.87913),
    (10, 3, 0.3, 0.64961), (50, 1, 0.01, 0.9106), (80, 5, 0.025, 0.9848), (125, 10, 0.04, 0.9881),
])  # fmt: skip
def test_acceptance(n: int, c: int, p: float, expected: float) -> None:
    assert accepted(n, c, p) == pytest.approx(expected, abs=6e-5)


def test_plans_for_two_points() -> None:
    assert design((0.01, 0.95), (0.06, 0.10)) == (110, 3)
    assert design((0.02, 0.95), (0.08, 0.10)) == (98, 4)
    assert design((0.01, 0.95), (0.08, 0.05), law="hypergeometric", lot_size=100) == (46, 1)


def test_named_plans() -> None:
    for lot, letter, n in ((281, "H", 50), (1200, "J", 80), (3200, "K", 125)):
        found = plan_for(lot, "II", 1.0, "normal")
        assert (found.code, found.sample) == (letter, n)
    assert plan_for(3, "II", 1.0).whole and plan_for(3, "II", 1.0).sample == 3


@given(st.integers(1, 200), st.integers(0, 10), st.lists(st.floats(0, 1), min_size=2, max_size=6))
def test_worse_lots_pass_less(n: int, c: int, qualities: list[float]) -> None:
    chances = [chance for _, chance in curve(n, c, sorted(qualities))]
    assert all(0 <= one <= 1 for one in chances) and chances == sorted(chances, reverse=True)


GOOD, BAD = Lot(0, 1, 2), Lot(2, 1, 2)


def test_switching() -> None:
    assert follow([BAD, GOOD, GOOD, GOOD, BAD]).state == "tightened"
    assert follow([BAD, GOOD, GOOD, GOOD, GOOD, BAD]).state == "normal"
    assert follow([BAD, BAD, *[GOOD] * 5]) == Standing("normal")
    assert follow([BAD, BAD, *[GOOD] * 4, BAD, *[GOOD] * 4]).state == "tightened"
    stopped = follow([BAD, BAD, *[BAD] * 5])
    assert stopped.state == "discontinued" and resume(stopped).state == "tightened"
    with pytest.raises(ScoringError):
        follow([GOOD], start=stopped)
    assert follow([GOOD] * 14).state == "normal" and follow([GOOD] * 15).state == "reduced"
    assert follow([Lot(0, 1, 2, reduced_wanted=False)] * 20).state == "normal"
    reduced = Standing("reduced")
    assert follow([Lot(1, 0, 2)], start=reduced) == Standing("normal")
    assert follow([Lot(0, 0, 2)], start=reduced).state == "reduced"
    assert follow([Lot(0, 0, 2, steady=False)], start=reduced).state == "normal"
    assert follow([Lot(2, 3, 4, accept_tighter=2)] * 10).state == "reduced"
    assert follow([*[Lot(2, 3, 4, accept_tighter=2)] * 9, Lot(3, 3, 4, accept_tighter=2)]).score == 0


@pytest.mark.parametrize(("code", "asked"), [
    ("lot_size", (1, "II", 1.0, "normal")), ("inspection_level", (50, "IV", 1.0, "normal")),
    ("aql", (50, "II", 1.1, "normal")), ("severity", (50, "II", 1.0, "lax")),
])  # fmt: skip
def test_what_is_refused(code: str, asked: tuple) -> None:  # type: ignore[type-arg]
    with pytest.raises(ScoringError) as error:
        plan_for(*asked)
    assert error.value.code == code
