"""Drop heights by mass and standard, and the classes of ISTA 3A.

ISTA 1A and 2A: each row holds its lower mass (a pack of exactly 10 kg is in the second row). ISTA 3A's classes were
read, its heights were not: they are assumptions.
"""

from dataclasses import dataclass

from .calculation import Quantity, Working
from .checking import InputError, checked, checked_size, one_of
from .values import Values

_STEPS_KG = (10.0, 19.0, 28.0, 45.0, 68.0)  # upper ends; the last is included in the standard
TABLES_MM: dict[str, tuple[int, ...]] = {
    "ista_1a": (760, 610, 460, 310, 200),
    "ista_2a": (970, 810, 660, 510, 310),
}
STANDARDS: tuple[str, ...] = ("ista_1a", "ista_2a", "ista_3a")
NAMES = {"ista_1a": "ISTA 1A", "ista_2a": "ISTA 2A", "ista_3a": "ISTA 3A"}
_MOST_3A_KG = 70.0


@dataclass(frozen=True, slots=True)
class Drops:
    """`design_mm` is what a cushion must stand; `repeated_mm` the height of the many drops (the same but in 3A)."""

    standard: str
    design_mm: float
    repeated_mm: float
    package_class: str = ""


def table_height(standard: str, mass_kg: float) -> int:
    """ISTA 1A or 2A, mm, for a gross mass in kg."""
    mass = checked("mass", mass_kg)
    if mass > _STEPS_KG[-1]:
        raise InputError("mass", "error.beyond_standard", value=mass, standard=NAMES[standard], most=_STEPS_KG[-1])
    for upper, height in zip(_STEPS_KG, TABLES_MM[standard], strict=True):
        if mass < upper:
            return height
    return TABLES_MM[standard][-1]


def class_3a(size_mm: tuple[float, float, float], mass_kg: float) -> str:
    """ISTA 3A: elongated before flat before small before standard. Outside size in mm, gross mass in kg."""
    shortest, middle, longest = sorted(checked_size(size_mm))
    mass = checked("mass", mass_kg)
    volume_cm3 = shortest * middle * longest / 1000
    if longest >= 900 and middle <= 0.2 * longest:
        return "elongated"
    if shortest <= 200 and middle >= 4 * shortest and volume_cm3 >= 13_000:
        return "flat"
    if volume_cm3 < 13_000 and longest <= 350 and mass <= 4.5:
        return "small"
    return "standard"


def drop_height(
    standard: str, mass: Quantity, size_mm: tuple[float, float, float], values: Values, working: Working, of: str = ""
) -> tuple[Quantity, Drops]:
    """The height for a gross mass in kg and an outside size, written to the sheet."""
    one_of("standard", standard, STANDARDS)
    if standard != "ista_3a":
        height = table_height(standard, mass.value)
        line = working.step("drop_height", f"{NAMES[standard]}(m)", height, "mm", standard, of=of, m=mass)
        return line, Drops(standard, height, height)
    kg = checked("mass", mass.value)
    if kg > _MOST_3A_KG:
        raise InputError("mass", "error.beyond_standard", value=kg, standard=NAMES[standard], most=_MOST_3A_KG)
    reach = "below_32" if kg < 32 else "from_32"
    once = values.take(f"drop.3a_once_{reach}", working)
    often = values.take(f"drop.3a_{reach}", working)
    line = working.step(
        "drop_height", "max(h₁, hₙ)", max(once.value, often.value), "mm", "ista_3a", of=of, h1=once, hn=often
    )
    return line, Drops(standard, line.value, often.value, class_3a(size_mm, kg))
