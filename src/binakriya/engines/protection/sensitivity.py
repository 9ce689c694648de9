"""Which assumption decides: each C value on the sheet is moved over its range, one at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .calculation import MissingValueError
from .checking import InputError
from .design import Protection, protect
from .journey import Leg
from .product import Product
from .values import Values
from .wording import Language, Message, text_of


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes out with the value moved; None where nothing can be designed any more (`why` says it)."""

    value: float
    board: str | None
    thickness_mm: float | None
    required_n: float | None
    why: Message | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """One assumption at both ends of its range."""

    code: str
    value: float
    unit: str
    base: Outcome
    low: Outcome
    high: Outcome

    @property
    def changes_board(self) -> bool:
        return {self.low.board, self.high.board} != {self.base.board}

    @property
    def thickness_swing_mm(self) -> float:
        found = [o.thickness_mm for o in (self.low, self.base, self.high) if o.thickness_mm is not None]
        return max(found) - min(found) if found else 0.0

    @property
    def load_swing_n(self) -> float:
        found = [o.required_n for o in (self.low, self.base, self.high) if o.required_n is not None]
        return max(found) - min(found) if found else 0.0

    @property
    def decides(self) -> bool:
        return self.changes_board or self.thickness_swing_mm > 0

    def message(self, language: Language = "id") -> str:
        name = text_of(self.code, language)
        ends: dict[str, Any] = {"what": name, "low": self.low.value, "high": self.high.value}
        if self.changes_board:
            ends |= {"from_board": self.low.board or "–", "to_board": self.high.board or "–"}
            return Message("sensitivity.decides", ends).text(language)
        if self.thickness_swing_mm > 0:
            ends |= {"from_mm": self.low.thickness_mm or 0.0, "to_mm": self.high.thickness_mm or 0.0}
            return Message("sensitivity.thickness", ends).text(language)
        return Message("sensitivity.none", ends).text(language)


def _outcome(value: float, protection: Protection) -> Outcome:
    binding = protection.boards.shown.binding
    return Outcome(
        value,
        protection.board.code if protection.board else None,
        protection.cushion.thickness_mm if protection.cushion else None,
        binding.required_n if binding else None,
    )


def sensitivity(
    product: Product,
    journey: Iterable[Leg],
    *,
    values: Values | None = None,
    without: tuple[str, ...] = (),
    **options: Any,
) -> tuple[Moved, ...]:
    """Every assumption on which `protect` with these options rests, the deciding ones first.

    `without`: beginnings of codes that are left out. First come those that change the board, then those that move the
    cushion, by how far.
    """
    table, legs = values or Values(), tuple(journey)
    base = protect(product, legs, values=table, **options)
    moved = []
    for assumed in base.sheet.assumptions:
        if assumed.low is None or assumed.high is None or assumed.code.startswith(without):
            continue
        ends = []
        for value in (assumed.low, assumed.high):
            try:
                outcome = _outcome(value, protect(product, legs, values=table.varied(assumed.code, value), **options))
            except (InputError, MissingValueError) as stopped:
                why = stopped.message if isinstance(stopped, InputError) else stopped.missing.measure
                outcome = Outcome(value, None, None, None, why)
            ends.append(outcome)
        moved.append(Moved(assumed.code, assumed.value, assumed.unit, _outcome(assumed.value, base), ends[0], ends[1]))
    return tuple(sorted(moved, key=lambda m: (not m.changes_board, -m.thickness_swing_mm, -m.load_swing_n, m.code)))
