"""One table of constants: those read in sources (A, B) and the assumptions (C), which an office may replace.

`Values()` holds the defaults; `Values(calibrations)` an office's own. A calibrated value counts as B (one source: the
office), and the sheet no longer lists it as an assumption.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from .calculation import Assumed, Firmness, Quantity, Working, letter_of
from .checking import InputError
from .materials import BANDS, MATERIALS


@dataclass(frozen=True, slots=True)
class Constant:
    """`low` and `high`: the range in which an assumption may lie, or in which a sensitivity study varies it."""

    code: str
    value: float
    unit: str
    source: str
    low: float | None = None
    high: float | None = None

    @property
    def firmness(self) -> Firmness:
        return letter_of(self.source)


@dataclass(frozen=True, slots=True)
class Calibration:
    """An office's own value for one of `CALIBRATABLE`; `source` says who measured it, how and when."""

    code: str
    value: float
    source: str
    low: float | None = None
    high: float | None = None


def _c(code: str, value: float, unit: str, low: float, high: float) -> Constant:
    return Constant(code, value, unit, "assumption", low, high)


def _fragility() -> Iterator[Constant]:
    for material in MATERIALS.values():
        own, below = BANDS[material.band], BANDS[max(0, material.band - 1)]
        yield _c(f"material_g.{material.code}", own.low, "G", below.low if own is not below else 10, own.high)
    yield _c("form_factor.thin", 0.75, "1", 0.6, 0.9)
    yield _c("form_factor.protruding", 0.75, "1", 0.6, 0.9)
    yield _c("form_factor.joined", 0.8, "1", 0.65, 0.95)
    yield _c("form_factor.massive", 1.3, "1", 1.0, 1.6)
    yield _c("test.pulse_ms", 2.0, "ms", 1.0, 4.0)
    yield _c("test.restitution", 0.25, "1", 0.0, 0.5)


_PADDING = {
    # cushion: factor and its range; usable static stress and its range in kPa; greatest usable compression
    "epe": (3.0, 2.6, 3.5, 5.0, 2.0, 10.0, 0.65),
    "eps": (2.8, 2.5, 3.3, 6.0, 3.0, 15.0, 0.60),
    "pu": (2.7, 2.5, 3.2, 2.0, 0.5, 4.0, 0.70),
    "corrugated": (3.5, 3.0, 4.0, 5.0, 2.0, 10.0, 0.50),
    "honeycomb": (3.2, 2.7, 4.0, 12.0, 5.0, 30.0, 0.60),
    "molded_pulp": (3.8, 3.2, 4.0, 3.0, 1.0, 5.0, 0.50),
    "bubble": (3.3, 2.8, 4.0, 0.7, 0.1, 2.5, 0.60),
    "crumpled_paper": (4.0, 3.5, 4.0, 0.7, 0.1, 2.0, 0.60),
}
MEASURED_ONLY: tuple[str, ...] = ("straw", "coir", "wood_wool", "shredded_paper", "air_pillow")
"""Fillings in use for which no value is trusted: the engine says what to measure."""

ASSUMED_CUSHIONS: tuple[str, ...] = tuple(_PADDING)
CUSHIONS: tuple[str, ...] = (*ASSUMED_CUSHIONS, *MEASURED_ONLY)


def _cushioning() -> Iterator[Constant]:
    for code, (factor, low, high, stress, least, most, strain) in _PADDING.items():
        yield _c(f"cushion_factor.{code}", factor, "1", low, high)
        yield _c(f"cushion_stress.{code}", stress, "kPa", least, most)
        yield _c(f"cushion_strain.{code}", strain, "1", strain - 0.1, strain + 0.1)
    yield Constant("creep.reserve", 0.10, "1", "creep", 0.0, 0.2)
    yield Constant("buckling.kerstner", 1.33, "1", "kerstner", 1.0, 1.6)
    yield Constant("drop.3a_below_32", 460, "mm", "ista_3a", 380, 610)
    yield Constant("drop.3a_from_32", 300, "mm", "ista_3a", 250, 460)
    yield Constant("drop.3a_once_below_32", 910, "mm", "ista_3a", 760, 970)
    yield Constant("drop.3a_once_from_32", 610, "mm", "ista_3a", 460, 760)


def _stacking() -> Iterator[Constant]:
    yield Constant("stack.aligned", 1.0, "1", "fibre_box")
    yield _c("stack.misaligned", 0.875, "1", 0.85, 0.90)
    yield _c("stack.interlocked", 0.50, "1", 0.40, 0.60)
    yield _c("stack.overhang", 0.70, "1", 0.60, 0.80)
    yield _c("stack.gaps", 0.825, "1", 0.75, 0.90)
    yield _c("stack.handling", 0.75, "1", 0.60, 0.90)
    yield Constant("stack.printing_none", 1.0, "1", "printing")
    yield Constant("stack.printing_light", 0.90, "1", "printing")
    yield Constant("stack.printing_medium", 0.80, "1", "printing")
    yield Constant("stack.printing_heavy", 0.70, "1", "printing")
    yield Constant("stack.horizontal_flutes", 0.9, "1", "tops")
    yield _c("mckee.perimeter_over_height", 7.0, "1", 6.0, 8.0)
    yield _c("board.most_kg.card", 1.0, "kg", 0.5, 1.5)
    yield _c("board.most_kg.F", 2.0, "kg", 1.0, 3.0)
    yield _c("board.most_kg.E", 5.0, "kg", 3.0, 9.0)
    yield _c("board.most_mm.card", 250, "mm", 200, 350)
    yield _c("board.most_mm.F", 300, "mm", 250, 400)
    yield _c("board.most_mm.E", 450, "mm", 350, 600)
    yield Constant("style.slotted", 1.0, "1", "mckee")
    yield _c("style.other", 0.8, "1", 0.6, 1.0)


_LEGS = {
    # mode: days, humidity in %, height of the stack in mm; each with its range
    "hand_carried": ((1, 0.5, 3), (80, 70, 90), (0, 0, 500)),
    "courier": ((5, 2, 14), (85, 75, 90), (1500, 1000, 2000)),
    "truck": ((10, 3, 30), (85, 75, 90), (1500, 1200, 2200)),
    "sea_container": ((30, 20, 60), (90, 80, 95), (2300, 1800, 2500)),
}


def _journeys() -> Iterator[Constant]:
    for mode, (days, humidity, stack) in _LEGS.items():
        yield _c(f"leg.{mode}.days", days[0], "d", days[1], days[2])
        yield _c(f"leg.{mode}.humidity", humidity[0], "%", humidity[1], humidity[2])
        yield _c(f"leg.{mode}.stack_height", stack[0], "mm", stack[1], stack[2])


def _moisture() -> Iterator[Constant]:
    yield Constant("moisture.mould_humidity", 80, "%", "mould", 70, 93)
    yield _c("moisture.mould_days", 3, "d", 1, 7)
    yield _c("moisture.corrosion_humidity", 60, "%", 40, 70)
    yield _c("moisture.silica_gel_per_unit", 30, "g", 26, 35)
    yield _c("moisture.temperature", 28, "°C", 24, 33)
    yield Constant("moisture.goods_unknown", 140, "g/kg", "din55474_c", 80, 140)
    yield Constant("moisture.goods_air_dry", 80, "g/kg", "din55474_c", 80, 120)
    yield Constant("moisture.goods_dried", 0, "g/kg", "din55474_c")
    yield Constant("barrier.pe_temperate", 0.4, "g/(m²·d)", "barrier")
    yield Constant("barrier.pe_tropical", 2.0, "g/(m²·d)", "barrier")
    yield Constant("barrier.aluminium", 0.1, "g/(m²·d)", "barrier")


CONSTANTS: MappingProxyType[str, Constant] = MappingProxyType(
    {
        constant.code: constant
        for group in (_fragility(), _cushioning(), _stacking(), _journeys(), _moisture())
        for constant in group
    }
)
ASSUMPTIONS: tuple[str, ...] = tuple(c.code for c in CONSTANTS.values() if c.firmness is Firmness.C)
"""The codes of all C values."""
CALIBRATABLE: tuple[str, ...] = tuple(c.code for c in CONSTANTS.values() if c.low is not None)
"""What a caller may replace: every C value, and those B values whose sources leave a range."""

_BOUNDS = {"1": (0.0, 10.0), "G": (5.0, 2000.0), "kPa": (0.01, 500.0), "mm": (0.0, 12000.0), "%": (0.0, 100.0)}
_MULTIPLIERS = ("stack.", "cushion_strain.", "test.restitution", "style.")


def _bounds(constant: Constant) -> tuple[float, float]:
    if constant.code.startswith(_MULTIPLIERS):
        return 0.05 if not constant.code.startswith("test.") else 0.0, 1.0
    if constant.code.startswith("cushion_factor."):
        return 1.0, 10.0
    return _BOUNDS.get(constant.unit, (0.0, 10_000.0))


class Values:
    """The constants in use. Reading one through `take` tells the sheet when it is an assumption."""

    __slots__ = ("_own",)

    def __init__(self, calibrations: Iterable[Calibration] = ()) -> None:
        self._own: dict[str, Constant] = {}
        for calibration in calibrations:
            if calibration.code not in CALIBRATABLE:
                raise InputError("calibration", "error.not_calibratable", value=calibration.code)
            default = CONSTANTS[calibration.code]
            self._check(default, calibration.value)
            self._own[calibration.code] = replace(
                default,
                value=float(calibration.value),
                source=calibration.source,
                low=calibration.low,
                high=calibration.high,
            )

    @staticmethod
    def _check(constant: Constant, value: float) -> None:
        least, most = _bounds(constant)
        if not least <= value <= most:  # false for NaN too
            raise InputError(
                "calibration", "error.calibration_range", value=value, code=constant.code, least=least, most=most
            )

    def __getitem__(self, code: str) -> Constant:
        return self._own.get(code) or CONSTANTS[code]

    def varied(self, code: str, value: float) -> "Values":
        """The same with one value moved, for a sensitivity study; the value keeps its source and range."""
        other = Values()
        other._own = {**self._own, code: replace(self[code], value=value)}
        return other

    def take(self, code: str, working: Working) -> Quantity:
        constant = self[code]
        letter = constant.firmness
        if letter is Firmness.C:
            working.rests_on(Assumed(code, constant.value, constant.unit, constant.low, constant.high, constant.source))
        return Quantity(constant.value, constant.unit, code, letter)
