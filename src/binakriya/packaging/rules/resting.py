"""On which of an office's values a specification rests, and which of them have changed since."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from binakriya.engines.protection import CALIBRATABLE, BoardGrade, Values

_CALIBRATABLE = frozenset(CALIBRATABLE)
BOARD = ("caliper_mm", "ect_n_per_mm", "grammage")


@dataclass(frozen=True, slots=True)
class Change:
    """`code` of a value with its figures then and now; or of a board that is another one now, or gone."""

    kind: Literal["value", "board", "board_gone"]
    code: str
    then: float | None = None
    now: float | None = None


def rests_on(content: Mapping[str, Any]) -> dict[str, float]:
    """code → value: the values that an office may replace and that the calculation sheet names (its assumptions, and
    what its steps took in), and of the board what strength comes from (`board.<field>`)."""
    sheet = content.get("sheet", {})
    found = {line["code"]: float(line["value"]) for line in sheet.get("assumptions", ())}
    for step in sheet.get("steps", ()):
        for given in step["inputs"].values():
            if given["from"] in _CALIBRATABLE and isinstance(given["value"], int | float):
                found.setdefault(given["from"], float(given["value"]))
    board = content.get("box", {}).get("board", {})
    found |= {f"board.{field}": float(board[field]) for field in BOARD if board.get(field) is not None}
    return dict(sorted(found.items()))


def changes(
    *, rests: Mapping[str, float], board: str, values: Values, boards: Mapping[str, BoardGrade]
) -> tuple[Change, ...]:
    """What is no longer as it was when a version with these `rests` was made of `board` (its code)."""
    found = [
        Change("value", code, then, values[code].value)
        for code, then in rests.items()
        if code in _CALIBRATABLE and _moved(then, values[code].value)
    ]
    now = boards.get(board)
    if now is None:
        found.append(Change("board_gone", board))
    elif any(f"board.{name}" in rests and _moved(rests[f"board.{name}"], getattr(now, name)) for name in BOARD):
        found.append(Change("board", board))
    return tuple(found)


def _moved(then: float, now: float | None) -> bool:
    return now is None or abs(now - then) > 1e-9 * max(1.0, abs(then))
