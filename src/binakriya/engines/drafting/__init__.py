"""Drawings of boxes that a printer can cut. Lengths in mm at 1:1.

sheet = draw(build("0427", (200, 150, 60), "E"), title=Title(name="Vas", date=date(2018, 11, 16)))
svg(sheet); pdf(sheet); pdf(sheet, tile="a4"); dxf(sheet); cf2(sheet)
"""

from binakriya.engines.drafting.cf2 import cf2
from binakriya.engines.drafting.dxf import dxf
from binakriya.engines.drafting.isometric import opened, picture, product_icon, top
from binakriya.engines.drafting.model import (
    ENGINE_VERSION,
    LAYERS,
    Drawing,
    DrawingError,
    Label,
    Language,
    Layer,
    Line,
    Title,
)
from binakriya.engines.drafting.nesting import Nest, Spot, draw_nest, nest
from binakriya.engines.drafting.pads import draw_pads
from binakriya.engines.drafting.pdf import pdf
from binakriya.engines.drafting.products import Product
from binakriya.engines.drafting.reduced import Reduced, reduced
from binakriya.engines.drafting.scene import fold_scene
from binakriya.engines.drafting.sheet import draw
from binakriya.engines.drafting.sheets import SHEETS, BoardSheet, sheets_for
from binakriya.engines.drafting.svg import svg

__all__ = [
    "ENGINE_VERSION",
    "LAYERS",
    "SHEETS",
    "BoardSheet",
    "Drawing",
    "DrawingError",
    "Label",
    "Language",
    "Layer",
    "Line",
    "Nest",
    "Product",
    "Reduced",
    "Spot",
    "Title",
    "cf2",
    "draw",
    "draw_nest",
    "draw_pads",
    "dxf",
    "fold_scene",
    "nest",
    "opened",
    "pdf",
    "picture",
    "product_icon",
    "reduced",
    "sheets_for",
    "svg",
    "top",
]
