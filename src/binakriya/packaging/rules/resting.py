"""On which of an office's values a specification rests, and which of them have changed since."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from binakriya.engines.protection import CALIBRATABLE, BoardGrade, Values

_CALIBRATABLE = frozenset(CALIBRATABLE)
Kind = Literal["value", "board", "board_gone"]


@dataclass(frozen=True, slots=True)
class Change:
    """`code` of a value (then and now are numbers) or of a board (then and now are its caliper, ECT and grammage)."""

    kind: Kind
    code: str
    then: float | tuple[float | None, ...]
    now: float | tuple[float | None, ...] | None


def rests_on(content: Mapping[str, Any]) -> dict[str, float]:
    """code → value, of every value that an office may replace and that the calculation sheet names: its assumptions,
    and what its steps took in."""
    sheet = content.get("sheet", {})
    found = {line["code"]: float(line["value"]) for line in sheet.get("assumptions", ())}
    for step in sheet.get("steps", ()):
        for given in step["inputs"].values():
            if given["from"] in _CALIBRATABLE and isinstance(given["value"], int | float):
                found.setdefault(given["from"], float(given["value"]))
    return dict(sorted(found.items()))


def changes(
    *, rests: Mapping[str, float], board: Mapping[str, Any] | None, values: Values, boards: Mapping[str, BoardGrade]
) -> tuple[Change, ...]:
    """What is no longer as it was. `board`: as the specification keeps it, or None to leave it out."""
    found = [
        Change("value", code, then, values[code].value)
        for code, then in rests.items()
        if code in _CALIBRATABLE and abs(values[code].value - then) > 1e-9 * max(1.0, abs(then))
    ]
    if board is not None:
        now = boards.get(board["code"])
        then = (board["caliper_mm"], board["ect_n_per_mm"], board["grammage"])
        if now is None:
            found.append(Change("board_gone", board["code"], then, None))
        elif (now.caliper_mm, now.ect_n_per_mm, now.grammage) != then:
            found.append(Change("board", board["code"], then, (now.caliper_mm, now.ect_n_per_mm, now.grammage)))
    return tuple(found)
