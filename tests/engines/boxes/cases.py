"""Sizes, boards and parameters for the fold test: every style over its whole range."""

from __future__ import annotations

import math
import os
from functools import cache
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from binakriya.engines.boxes import BOARDS, Board, Box, BoxError, Style, Text, build

CASES = int(os.environ.get("BINAKRIYA_FOLD_CASES", "100"))
"""Cases a style; 2,000 and more in the long run."""

REFUSALS = {"board_too_thick", "length_below_breadth"}
"""Rules that a random size may break; a style's own are added."""


def boards_of(style: Style) -> list[Board]:
    """Those of the table that the style may be made of."""
    return [
        each for each in BOARDS if each.kind in style.kinds and style.caliper[0] <= each.caliper_mm <= style.caliper[1]
    ]


@cache
def log_length(least: float, most: float, digits: int = 1) -> st.SearchStrategy[float]:
    """Tenths of a millimetre (or finer), as many small ones as large ones. Kept, for a strategy is dear to check."""
    low, high = math.log(least), math.log(most)
    return st.integers(0, 1000).map(
        lambda k: min(most, max(least, round(math.exp(low + (high - low) * k / 1000), digits)))
    )


@cache
def boards_for(style: Style) -> st.SearchStrategy[Board]:
    """Those of the table, and an office's own of any caliper that the style takes."""
    own = st.builds(
        lambda kind, caliper: Board("own", Text("sendiri", "own"), kind, caliper, 500.0, None, "C", "C", "measured"),
        st.sampled_from(style.kinds),
        log_length(*style.caliper, digits=2),
    )
    return st.one_of(st.sampled_from(boards_of(style)), own)


@cache
def values_of(style: Style) -> st.SearchStrategy[dict[str, Any]]:
    """Choices, flags and counts at random; lengths mostly left to the style, for their bounds depend on the size."""
    free: dict[str, st.SearchStrategy[Any]] = {}
    for each in style.parameters:
        if each.kind == "choice":
            free[each.key] = st.sampled_from([key for key, _ in each.choices])
        elif each.kind == "flag":
            free[each.key] = st.booleans()
        elif each.kind == "count":
            free[each.key] = st.integers(int(each.minimum or 0), int(each.maximum or 0))
        elif each.kind == "length":
            given = log_length(each.minimum or 1.0, each.maximum or 100.0)
            free[each.key] = st.one_of(st.none(), st.none(), given)
    return st.fixed_dictionaries(free)


@st.composite
def boxes_of(draw: st.DrawFn, style: Style) -> Box:
    """A box of the style that is not refused; a refusal is one of the declared rules, never a failed drawing."""
    board = draw(boards_for(style))
    least = [max(low, 0.0 if style.family == "fitment" else 4 * board.caliper_mm) for low in style.smallest]
    size = [draw(log_length(low, high)) for low, high in zip(least, style.largest, strict=True)]
    if size[0] < size[1]:
        size[0], size[1] = size[1], size[0]
    size = [min(max(value, low), high) for value, low, high in zip(size, least, style.largest, strict=True)]
    try:
        return build(style.code, size, board, **draw(values_of(style)))
    except BoxError as error:
        allowed = REFUSALS | {rule.key for rule in style.rules}
        assert error.rule in allowed, f"{size} in {board.code}: {error.rule}: {error.__cause__}"
        assume(False)
        raise
