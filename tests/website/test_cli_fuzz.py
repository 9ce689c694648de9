"""Whatever is written for a size, a mass or a parameter: a drawing, or a sentence with a way out; never a traceback."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from binakriya.engines.boxes import BOARDS, styles
from binakriya.website.cli.main import app
from binakriya.website.cli.problems import Problem

ODD = [
    "",
    "0",
    "-1",
    "nan",
    "inf",
    "1e309",
    "0.1",
    "0,1",
    "10000000",
    "20 cm",
    "٣",
    "1_000",
    "x",
    "½",
    "\x00",
    "🏺",
    "2..3",
]
NUMBERS = st.one_of(st.integers(1, 900).map(str), st.floats(20, 400).map(lambda v: f"{v:.1f}"), st.sampled_from(ODD))
SIZES = st.one_of(
    st.tuples(*[st.integers(60, 300).map(str)] * 3).map("x".join),
    st.lists(NUMBERS, min_size=1, max_size=4).flatmap(
        lambda parts: st.sampled_from("x×* ,").map(lambda s: s.join(parts))
    ),
)
CODES = st.sampled_from([each.code for each in styles()] + ["9999", "", "🏺"])
BOARD_CODES = st.sampled_from([each.code for each in BOARDS] + ["kaca", "e"])
SETTINGS = st.tuples(
    st.sampled_from([*sorted({each.key for one in styles() for each in one.parameters}), "warna", ""]),
    st.sampled_from([*ODD, "30", "film", "true", "[[0,0],[50,0],[50,50]]", "[[1e400,0],[1,1],[2,0]]", "{}", "null"]),
).map("=".join)
FEW = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def answered(words: list[str]) -> Any:
    """What `--json` prints; None where the words were refused as they should be."""
    done = CliRunner().invoke(app, [*words, "--json"])
    if isinstance(done.exception, Problem):
        told: Any = done.exception.to_json()
        assert told["error"]["field"] and told["error"]["rule"] and len(told["error"]["message"]) > 20, words
        return None
    assert done.exit_code in (0, 1, 2), (words, done.exception)
    return json.loads(done.stdout) if done.exit_code < 2 else None


@FEW
@given(code=CODES, size=SIZES, board=BOARD_CODES, given_settings=st.lists(SETTINGS, max_size=1))
def test_any_box(code: str, size: str, board: str, given_settings: list[str]) -> None:
    words = ["box", code, "--inside", size, "--board", board, *(w for each in given_settings for w in ("--set", each))]
    found = answered(words)
    if found is not None:
        assert found["measures"]["area"] > 0


@FEW
@given(size=SIZES, mass=NUMBERS, material=st.sampled_from(["keramik", "rotan", "batik", "", "adamantium", "🏺"]))
def test_any_product(size: str, mass: str, material: str) -> None:
    found = answered(["pack", "--size", size, "--mass", mass, "--material", material])
    if found is not None:
        assert found["alternatives"] or found["notes"]
