"""Protection: how a product survives its journey, as a sheet that another engineer can check line by line.

Plain Python; usable from a shell or a notebook::

    from binakriya.engines.protection import Product, USUAL_JOURNEYS, protect
    pack = protect(Product((220, 140, 90), 0.85, "keramik"), USUAL_JOURNEYS["courier"])
    pack.board, pack.cushion, pack.binding.message.text("en"), pack.sheet.to_json()

Lengths in mm, masses in kg, stresses in kPa, forces in N, fragility in G (multiples of standard gravity). Inputs that
cannot be raise `InputError` (field, rule, way out; Indonesian and English), values that nobody can trust raise
`MissingValueError` and say what to measure. Firmness letters: see `calculation`. The science and its sources:
docs/explanation/packaging-science.md.
"""

from .boards import DEFAULT_STOCK, FLUTES_MM, BoardChoice, BoardGrade, choose_board
from .calculation import (
    ENGINE_VERSION,
    Finding,
    Firmness,
    Gravity,
    Missing,
    MissingValueError,
    Quantity,
    Sheet,
    Step,
    Working,
)
from .carriers import CARRIERS, Carrier, ShippedWeight, carriers_named, chargeable, shipped_weight
from .checking import BottomingOutError, InputError
from .cushions import (
    ARRANGEMENTS,
    CurvePoint,
    CushionCurve,
    CushionDesign,
    Pad,
    cushion_factor,
    design_cushion,
    fit_stress_energy,
)
from .design import Protection, protect
from .drop_tests import DropTest, Estimate, bracket, probit, staircase
from .drops import STANDARDS, drop_height
from .empty_space import EmptySpace, empty_space
from .fragility import fragility
from .journey import MODES, PATTERNS, USUAL_JOURNEYS, Leg
from .materials import BANDS, FORMS, MATERIALS, SHAPES, band_of, find_material
from .moisture import Desiccant, MoistureNeed, desiccant, moisture_need
from .product import Evidence, Product
from .sensitivity import Moved, sensitivity
from .values import ASSUMPTIONS, CALIBRATABLE, CONSTANTS, CUSHIONS, Calibration, Constant, Values
from .wording import Message, number, symbol_of, text_of

__all__ = [
    "ARRANGEMENTS",
    "ASSUMPTIONS",
    "BANDS",
    "CALIBRATABLE",
    "CARRIERS",
    "CONSTANTS",
    "CUSHIONS",
    "DEFAULT_STOCK",
    "ENGINE_VERSION",
    "FLUTES_MM",
    "FORMS",
    "MATERIALS",
    "MODES",
    "PATTERNS",
    "SHAPES",
    "STANDARDS",
    "USUAL_JOURNEYS",
    "BoardChoice",
    "BoardGrade",
    "BottomingOutError",
    "Calibration",
    "Carrier",
    "Constant",
    "CurvePoint",
    "CushionCurve",
    "CushionDesign",
    "Desiccant",
    "DropTest",
    "EmptySpace",
    "Estimate",
    "Evidence",
    "Finding",
    "Firmness",
    "Gravity",
    "InputError",
    "Leg",
    "Message",
    "Missing",
    "MissingValueError",
    "MoistureNeed",
    "Moved",
    "Pad",
    "Product",
    "Protection",
    "Quantity",
    "Sheet",
    "ShippedWeight",
    "Step",
    "Values",
    "Working",
    "band_of",
    "bracket",
    "carriers_named",
    "chargeable",
    "choose_board",
    "cushion_factor",
    "desiccant",
    "design_cushion",
    "drop_height",
    "empty_space",
    "find_material",
    "fit_stress_energy",
    "fragility",
    "moisture_need",
    "number",
    "probit",
    "protect",
    "sensitivity",
    "shipped_weight",
    "staircase",
    "symbol_of",
    "text_of",
]
