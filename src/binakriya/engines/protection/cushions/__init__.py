"""Cushions: a curve fitted from tests, or a factor assumed; how thick, how large, cut into which pads.

Glossary: **static stress** σ the product's weight on its bearing area, kPa; **dynamic stress** G·σ; **dynamic energy**
σ·h/t, kPa, with drop height h and thickness t; **cushion factor** C = G·t/h at its best.
"""

from .design import AUTO, CushionDesign, design_cushion, rank_cushions
from .fit import CurvePoint, CushionCurve, cushion_factor, fit_stress_energy
from .pads import ARRANGEMENTS, Pad

__all__ = [
    "ARRANGEMENTS",
    "AUTO",
    "CurvePoint",
    "CushionCurve",
    "CushionDesign",
    "Pad",
    "cushion_factor",
    "design_cushion",
    "fit_stress_energy",
    "rank_cushions",
]
