"""The way to the buyer, in legs: how it travels, how long, how damp, how high it is stacked, how far it may fall."""

from collections.abc import Iterable
from dataclasses import dataclass

from .calculation import Quantity, Working
from .checking import InputError, checked, one_of
from .drops import STANDARDS
from .values import Values

MODES: tuple[str, ...] = ("hand_carried", "courier", "truck", "sea_container")
PATTERNS: tuple[str, ...] = ("aligned", "misaligned", "interlocked")


@dataclass(frozen=True, slots=True)
class _Usual:
    standard: str
    pattern: str
    gaps: bool
    handling: bool


_USUAL = {
    "hand_carried": _Usual("ista_1a", "aligned", False, False),
    "courier": _Usual("ista_2a", "misaligned", False, True),
    "truck": _Usual("ista_1a", "interlocked", True, False),
    "sea_container": _Usual("ista_2a", "misaligned", False, False),
}


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg. What is None is taken from the assumptions for the mode.

    days under load, humidity in % RH, stack height in mm from floor to top, overhang over the pallet in mm. A drop
    height in mm that the office has seen goes before that of the standard.
    """

    mode: str
    days: float | None = None
    humidity: float | None = None
    stack_height_mm: float | None = None
    standard: str | None = None
    drop_height_mm: float | None = None
    pattern: str | None = None
    overhang_mm: float = 0.0
    gaps: bool | None = None
    handling: bool | None = None

    def __post_init__(self) -> None:
        one_of("mode", self.mode, MODES)
        for field, value in (
            ("days", self.days),
            ("humidity", self.humidity),
            ("stack_height", self.stack_height_mm),
            ("overhang", self.overhang_mm),
            ("drop_height", self.drop_height_mm),
        ):
            if value is not None:
                checked(field, value)
        if self.standard is not None:
            one_of("standard", self.standard, STANDARDS)
        if self.pattern is not None:
            one_of("pattern", self.pattern, PATTERNS)


@dataclass(frozen=True, slots=True)
class Stage:
    """A leg with every value settled."""

    mode: str
    days: Quantity
    humidity: Quantity
    stack_height: Quantity
    standard: str
    drop_height_mm: float | None
    pattern: str
    overhang_mm: float
    gaps: bool
    handling: bool

    @property
    def code(self) -> str:
        return f"leg.{self.mode}"


def settle(leg: Leg, values: Values, working: Working) -> Stage:
    usual = _USUAL[leg.mode]

    def known(given: float | None, what: str, unit: str) -> Quantity:
        if given is None:
            return values.take(f"leg.{leg.mode}.{what}", working)
        return Quantity(float(given), unit, what)

    return Stage(
        mode=leg.mode,
        days=known(leg.days, "days", "d"),
        humidity=known(leg.humidity, "humidity", "%"),
        stack_height=known(leg.stack_height_mm, "stack_height", "mm"),
        standard=leg.standard or usual.standard,
        drop_height_mm=leg.drop_height_mm,
        pattern=leg.pattern or usual.pattern,
        overhang_mm=leg.overhang_mm,
        gaps=usual.gaps if leg.gaps is None else leg.gaps,
        handling=usual.handling if leg.handling is None else leg.handling,
    )


def stages(legs: Iterable[Leg], values: Values, working: Working) -> tuple[Stage, ...]:
    settled = tuple(settle(leg, values, working) for leg in legs)
    if not settled:
        raise InputError("journey", "error.empty")
    return settled


USUAL_JOURNEYS: dict[str, tuple[Leg, ...]] = {
    "hand": (Leg("hand_carried"),),
    "courier": (Leg("courier"),),
    "truck": (Leg("truck"),),
    "export": (Leg("truck"), Leg("sea_container"), Leg("truck")),
}
"""Whole journeys by name, as the command line offers them."""
