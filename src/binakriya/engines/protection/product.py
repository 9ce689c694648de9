"""What is to be packed."""

from dataclasses import dataclass

from .calculation import Quantity
from .checking import InputError, checked, checked_size, one_of
from .drop_tests import Estimate
from .materials import FORMS, SHAPES, Material, find_material


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an office knows of a product's fragility; one of the three.

    `declared_g`: measured or declared G, with who says so in `source`. `drops`: an estimate of the critical height;
    with `cushion_mm` and `cushion` when the tests were made on that cushion, else on a hard floor.
    """

    declared_g: float | None = None
    source: str = "given"
    drops: Estimate | None = None
    cushion_mm: float | None = None
    cushion: str = ""


@dataclass(frozen=True, slots=True)
class Product:
    """Length × breadth × height in mm (height as it stands), mass in kg, material by code or usual word.

    `volume_cm3` is its own volume or that of its sales packaging, where known; else its block counts.
    """

    size_mm: tuple[float, float, float]
    mass_kg: float
    material: str
    form: str = "plain"
    shape: str = "box"
    evidence: Evidence | None = None
    volume_cm3: float | None = None

    def __post_init__(self) -> None:
        checked_size(self.size_mm)
        checked("mass", self.mass_kg)
        one_of("form", self.form, FORMS)
        one_of("shape", self.shape, SHAPES)
        if not self.material.strip():
            raise InputError("material", "error.empty")
        if self.volume_cm3 is not None:
            block = self.block_cm3
            if checked("product_volume", self.volume_cm3) > block * 1.001:
                raise InputError("product_volume", "error.product_larger", value=self.volume_cm3, most=block)

    @property
    def block_cm3(self) -> float:
        length, breadth, height = self.size_mm
        return length * breadth * height / 1000

    def known_material(self) -> Material | None:
        return find_material(self.material)

    def mass(self) -> Quantity:
        return Quantity(self.mass_kg, "kg", "mass")

    def sides(self) -> tuple[Quantity, Quantity, Quantity]:
        length, breadth, height = (float(side) for side in self.size_mm)
        return Quantity(length, "mm", "length"), Quantity(breadth, "mm", "breadth"), Quantity(height, "mm", "height")
