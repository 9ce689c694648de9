"""The lightest board of a stock that holds in every leg, and in words what stops the lighter ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from binakriya.engines.protection.calculation import (
    Finding,
    Firmness,
    Gravity,
    MissingValueError,
    Quantity,
    Sheet,
    Working,
    weakest,
)
from binakriya.engines.protection.checking import InputError, checked, checked_size
from binakriya.engines.protection.journey import Stage
from binakriya.engines.protection.values import Values
from binakriya.engines.protection.wording import Message

from .grades import BoardGrade
from .item222 import Rule, check_item222
from .stacking import StackDemand, demand
from .strength import box_strength

THIN: tuple[str, ...] = ("card", "F", "E")
"""Boards that also have a heaviest load and a longest side, as assumptions."""


@dataclass(frozen=True, slots=True)
class BoardCheck:
    """One board against all legs. `binding` is the leg with the least margin; `finding` says it in words."""

    board: BoardGrade
    outside_mm: tuple[float, float, float]
    gross_kg: float
    strength_n: float | None
    binding: StackDemand | None
    holds: bool
    finding: Finding
    sheet: Sheet

    @property
    def margin(self) -> float | None:
        """Strength over demand; None where nothing is stacked or nothing can be computed."""
        if self.strength_n is None or self.binding is None or self.binding.required_n == 0:
            return None
        return self.strength_n / self.binding.required_n


@dataclass(frozen=True, slots=True)
class BoardChoice:
    """`best` is the lightest that holds, None when none does; `checks` are in order of grammage."""

    best: BoardCheck | None
    checks: tuple[BoardCheck, ...]

    @property
    def strongest(self) -> BoardCheck:
        return max(self.checks, key=lambda check: check.margin if check.margin is not None else -1.0)

    @property
    def shown(self) -> BoardCheck:
        """The best, or the one that comes nearest."""
        return self.best or self.strongest

    @property
    def next_lighter(self) -> BoardCheck | None:
        """The board that would be taken if it held: its finding is the binding constraint."""
        if self.best is None:
            return None
        lighter = [
            check for check in self.checks if not check.holds and check.board.grammage <= self.best.board.grammage
        ]
        computed = [check for check in lighter if not check.finding.message.code.startswith("measure.")]
        return computed[-1] if computed else None


def estimated_blank_m2(inside_mm: tuple[float, float, float], caliper_mm: float, joint_mm: float = 30.0) -> float:
    """The rectangle of a FEFCO 0201 blank: (2L + 2B + 4t + joint) × (H + B + 3t). For mass only, not for cutting."""
    length, breadth, height = inside_mm
    return (2 * length + 2 * breadth + 4 * caliper_mm + joint_mm) * (height + breadth + 3 * caliper_mm) / 1e6


def _check(
    board: BoardGrade,
    net: Quantity,
    inside_mm: tuple[float, float, float],
    outside_mm: tuple[float, float, float] | None,
    stages: Sequence[Stage],
    values: Values,
    *,
    formula: str,
    style: str,
    printing: str,
    board_area_m2: float | None,
    ask_item222: bool,
    inside_firmness: Firmness,
) -> BoardCheck:
    working = Working()
    caliper = Quantity(board.caliper_mm, "mm", "caliper", board.firmness)
    if outside_mm is None:
        outside = []
        for name, side in zip(("length", "breadth", "height"), inside_mm, strict=True):
            walls = 4 if name == "height" else 2  # two flaps lie on each other above and below
            line = working.step(
                f"outside.{name}",
                f"s + {walls}·t",
                side + walls * caliper.value,
                "mm",
                "crease",
                of=board.code,
                s=Quantity(side, "mm", f"inside.{name}", inside_firmness),
                t=caliper,
            )
            outside.append(line.value)
        outer = (outside[0], outside[1], outside[2])
        size_firmness = weakest(Firmness("B"), inside_firmness, board.firmness)
    else:
        outer, size_firmness = checked_size(outside_mm), Firmness.GIVEN
        if any(out < inner for out, inner in zip(outer, inside_mm, strict=True)):
            raise InputError("size", "error.outside_smaller")
    if board_area_m2 is None:
        area = working.step(
            "board.area",
            "(2L + 2B + 4t + 30)·(H + B + 3t)",
            estimated_blank_m2(inside_mm, board.caliper_mm),
            "m²",
            "fefco_0201",
            of=board.code,
            L=Quantity(inside_mm[0], "mm", "inside.length", inside_firmness),
            B=Quantity(inside_mm[1], "mm", "inside.breadth", inside_firmness),
            H=Quantity(inside_mm[2], "mm", "inside.height", inside_firmness),
            t=caliper,
        )
    else:
        area = Quantity(checked("board_area", board_area_m2), "m²", "board_area")
    grammage = Quantity(board.grammage, "g/m²", "boards", board.firmness)
    own = working.step(
        "mass.box", "A·w", area.value * board.grammage / 1000, "kg", "mechanics", of=board.code, A=area, w=grammage
    )
    gross = working.step("mass.gross", "m + mₖ", net.value + own.value, "kg", "mechanics", of=board.code, m=net, mk=own)
    demands = [
        demand(stage, gross, outer[2], values, working, printing=printing, size_firmness=size_firmness)
        for stage in stages
    ]
    binding = max(demands, key=lambda d: d.required_n)
    ask = binding.stage
    told: dict[str, float | int | str | bool] = {
        "board": board.code,
        "leg": f"@{ask.code}",
        "humidity": ask.humidity.value,
        "days": ask.days.value,
        "need": binding.required_n / 1000,
    }
    bct: Quantity | None = None
    holds = binding.required_n == 0
    try:
        bct = box_strength(board, outer, values, working, formula=formula, style=style, size_firmness=size_firmness)
        holds = bct.value >= binding.required_n
    except MissingValueError as missing:
        if not holds:
            finding = Finding(Gravity.FAILS, missing.missing.measure)
            working.lacks(missing.missing.code, missing.missing.measure.code, **missing.missing.measure.values)
            return BoardCheck(board, outer, gross.value, None, binding, False, finding, working.sheet())
    strength = bct.value if bct else None
    told["has"] = (strength or 0.0) / 1000
    if binding.required_n == 0:
        finding = Finding(Gravity.NOTE, Message("board.not_stacked", {"board": board.code}))
    else:
        code, gravity = ("board.holds", Gravity.NOTE) if holds else ("board.fails", Gravity.FAILS)
        finding = Finding(gravity, Message(code, told))
    thin = board.flute or "card"
    if thin in THIN:
        heaviest = values.take(f"board.most_kg.{thin}", working)
        longest = values.take(f"board.most_mm.{thin}", working)
        refused = None
        if gross.value > heaviest.value:
            refused = Message("board.too_heavy", {"board": board.code, "mass": gross.value, "most": heaviest.value})
        elif max(outer) > longest.value:
            refused = Message("board.too_large", {"board": board.code, "side": max(outer), "most": longest.value})
        if refused:
            holds, finding = False, Finding(Gravity.FAILS, refused)
    if bct is not None and binding.required_n > 0:
        margin = bct.value / binding.required_n
        working.step("stack.margin", "BCT/F", margin, "1", "mechanics", of=board.code, BCT=bct, F=binding.required)
    if ask_item222:
        allowed, rule = check_item222(board, gross, outer, working)
        if not allowed:
            holds = False
            if rule.known:
                finding = Finding(Gravity.FAILS, _below_item222(board, gross.value, rule))
    return BoardCheck(board, outer, gross.value, strength, binding, holds, finding, working.sheet())


def _below_item222(board: BoardGrade, gross_kg: float, rule: Rule) -> Message:
    told: dict[str, float | int | str | bool] = {"board": board.code, "mass": gross_kg}
    if rule.ect_n_per_mm is not None:
        return Message("board.item222", {**told, "need": rule.ect_n_per_mm, "has": board.ect_n_per_mm or 0.0})
    if rule.burst_kpa is not None:
        return Message("board.item222_burst", {**told, "need": rule.burst_kpa, "has": board.burst_kpa or 0.0})
    return Message("board.item222_puncture", {**told, "need": rule.puncture or 0.0, "has": board.puncture or 0.0})


def choose_board(
    net: Quantity,
    inside_mm: tuple[float, float, float],
    stages: Sequence[Stage],
    boards: Sequence[BoardGrade],
    values: Values,
    *,
    outside_mm: tuple[float, float, float] | None = None,
    formula: str = "simplified",
    style: str = "0201",
    printing: str = "none",
    board_area_m2: float | None = None,
    ask_item222: bool = False,
    every: bool = False,
    inside_firmness: Firmness = Firmness.GIVEN,
) -> BoardChoice:
    """`net` is the mass inside the box in kg. Outside size and blank area are estimated where the caller has none.

    Boards are tried from the lightest; the first that holds ends the search unless `every` board is to be checked.
    """
    if not boards:
        raise InputError("boards", "error.empty")
    if not stages:
        raise InputError("journey", "error.empty")
    inside = checked_size(inside_mm)
    ordered = sorted(boards, key=lambda board: (board.grammage, board.caliper_mm, board.code))
    checks: list[BoardCheck] = []
    for board in ordered:
        check = _check(
            board,
            net,
            inside,
            outside_mm,
            stages,
            values,
            formula=formula,
            style=style,
            printing=printing,
            board_area_m2=board_area_m2,
            ask_item222=ask_item222,
            inside_firmness=inside_firmness,
        )
        checks.append(check)
        if check.holds and not every:
            break
    return BoardChoice(next((check for check in checks if check.holds), None), tuple(checks))
