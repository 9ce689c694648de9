"""On which of an office's values, and on which size and mass, a specification rests; and what has changed since."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from binakriya.engines.protection import CALIBRATABLE, BoardGrade, Values

_CALIBRATABLE = frozenset(CALIBRATABLE)
BOARD = ("caliper_mm", "ect_n_per_mm", "grammage")
SIDES = ("product.longest_mm", "product.middle_mm", "product.shortest_mm")
MASS = "product.mass_kg"
LEAST_MM, LEAST_SHARE = 1.0, 0.02
"""Less than a millimetre, or two hundredths of the mass or the fragility, is how one measures, not another product."""


@dataclass(frozen=True, slots=True)
class Change:
    """`code` of a value with its figures then and now; or of a board that is another one now, or gone. Of the product:
    its `sides` in mm, mass in kg (`mass`), fragility in G (`fragility`). `curve`: the office fitted one for the cushion
    (`code`) since, or another one than it was designed with."""

    kind: Literal["value", "board", "board_gone", "curve", "sides", "mass", "fragility"]
    code: str
    then: float | None = None
    now: float | None = None
    sides_then: tuple[float, ...] = ()
    sides_now: tuple[float, ...] = ()


def rests_on(content: Mapping[str, Any]) -> dict[str, float]:
    """code → value: the values that an office may replace and that the calculation sheet names (its assumptions, and
    what its steps took in), of the board what strength comes from (`board.<field>`), of a fitted cushion curve its a
    and b (`curve.<…>`), and of the product its sides in mm from the longest and its mass in kg (`product.<…>`)."""
    sheet = content.get("sheet", {})
    found = {line["code"]: float(line["value"]) for line in sheet.get("assumptions", ())}
    for step in sheet.get("steps", ()):
        for given in step["inputs"].values():
            if given["from"] in _CALIBRATABLE and isinstance(given["value"], int | float):
                found.setdefault(given["from"], float(given["value"]))
        if step["name"] == "cushion.factor" and {"a", "b"} <= step["inputs"].keys():
            found |= {f"curve.{symbol}": float(step["inputs"][symbol]["value"]) for symbol in ("a", "b")}
    board = content.get("box", {}).get("board", {})
    found |= {f"board.{field}": float(board[field]) for field in BOARD if board.get(field) is not None}
    product = content.get("product", {})
    found |= dict(zip(SIDES, sorted(map(float, product.get("size_mm", ())), reverse=True), strict=False))
    if "mass_kg" in product:
        found[MASS] = float(product["mass_kg"])
    return dict(sorted(found.items()))


def changes(
    *,
    rests: Mapping[str, float],
    board: str,
    values: Values,
    boards: Mapping[str, BoardGrade],
    curves: Mapping[str, tuple[float, float]],
    size_mm: tuple[float, float, float] | None,
    mass_kg: float | None,
) -> tuple[Change, ...]:
    """What is no longer as it was when a version with these `rests` was made of `board` (its code) for a product that
    today has `size_mm` and `mass_kg`, None where nobody has measured any more. `curves`: a and b of the office's own,
    by cushion."""
    office = office_changes(rests=rests, board=board, values=values, boards=boards, curves=curves)
    return product_changes(rests=rests, size_mm=size_mm, mass_kg=mass_kg) + office


def of_product(code: str) -> bool:
    """Whether this of the `rests` belongs to the product; the others are the office's."""
    return code.startswith("product.")


def office_changes(
    *,
    rests: Mapping[str, float],
    board: str,
    values: Values,
    boards: Mapping[str, BoardGrade],
    curves: Mapping[str, tuple[float, float]],
) -> tuple[Change, ...]:
    """Those of the office's values, boards and curves alone: the same for every pack that rests on the same of them."""
    found = [
        Change("value", code, then, values[code].value)
        for code, then in rests.items()
        if code in _CALIBRATABLE and _moved(then, values[code].value)
    ]
    found += _curve_changes(rests, curves)
    now = boards.get(board)
    if now is None:
        found.append(Change("board_gone", board))
    elif any(f"board.{name}" in rests and _moved(rests[f"board.{name}"], getattr(now, name)) for name in BOARD):
        found.append(Change("board", board))
    return tuple(found)


_FACTOR = "cushion_factor."


def _curve_changes(rests: Mapping[str, float], curves: Mapping[str, tuple[float, float]]) -> list[Change]:
    if "curve.a" in rests:
        same = any(not _moved(rests["curve.a"], a) and not _moved(rests["curve.b"], b) for a, b in curves.values())
        return [] if same else [Change("curve", "cushion")]
    fitted = (code.removeprefix(_FACTOR) for code in rests if code.startswith(_FACTOR))
    return [Change("curve", f"cushion.{cushion}") for cushion in fitted if cushion in curves]


def product_changes(
    *, rests: Mapping[str, float], size_mm: tuple[float, float, float] | None, mass_kg: float | None
) -> tuple[Change, ...]:
    """Those of the product's own size and mass."""
    sides = tuple(sorted(size_mm or (), reverse=True))
    found = []
    then = tuple(rests[side] for side in SIDES if side in rests)
    if then and (not sides or any(abs(a - b) > LEAST_MM for a, b in zip(then, sides, strict=True))):
        found.append(Change("sides", "product.sides", sides_then=then, sides_now=sides))
    if MASS in rests and differs(rests[MASS], mass_kg):
        found.append(Change("mass", MASS, rests[MASS], mass_kg))
    return tuple(found)


def differs(then: float, now: float | None) -> bool:
    """By more than one measures: of a mass, of a fragility."""
    return now is None or abs(now - then) > LEAST_SHARE * then


def _moved(then: float, now: float | None) -> bool:
    if then == now:
        return False
    return now is None or abs(now - then) > 1e-9 * max(1.0, abs(then))
