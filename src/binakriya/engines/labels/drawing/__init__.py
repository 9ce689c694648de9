"""Labels drawn so that they can be read: sizes, symbols, codes, layout, SVG and PDF at 1:1. Lengths in mm.

    faces = read_typefaces(folder)
    label = Label(size="hang-tag-50x90", brand="Anggrek", product="Batik tulis", number="8991234567891")
    layout = lay_out(label, faces)
    layout.findings      # what cannot be read well, with its remedy
    svg(layout); pdf(layout); sheet_pdf(layout)

What must be said is the business of `binakriya.engines.labels.demands`; here it is set, measured and drawn.
Errors are `LabelError`: field, what is wrong, what to do, in both languages.
"""

from binakriya.engines.labels.drawing.cleaning import LONGEST, LONGEST_OTHER, cleaned
from binakriya.engines.labels.drawing.codes import check_digit, digital_link, gtin
from binakriya.engines.labels.drawing.errors import LabelError, LogoRefused, Overflow, WrongNumber
from binakriya.engines.labels.drawing.layout import Layout, lay_out
from binakriya.engines.labels.drawing.legibility import Finding, contrast
from binakriya.engines.labels.drawing.logos import read_svg_logo
from binakriya.engines.labels.drawing.model import (
    ENGINE_VERSION,
    SIZES,
    Fact,
    Label,
    RasterLogo,
    Size,
    VectorLogo,
)
from binakriya.engines.labels.drawing.pdf import PAPERS, Paper, Sheet, pdf, sheet_of, sheet_pdf
from binakriya.engines.labels.drawing.pictures import symbol_svg
from binakriya.engines.labels.drawing.placing import PanelSpot, place_on_panel
from binakriya.engines.labels.drawing.svg import svg
from binakriya.engines.labels.drawing.symbols import SYMBOLS, Symbol
from binakriya.engines.labels.drawing.typefaces import Typefaces, read_typefaces
from binakriya.engines.labels.drawing.words import CAPTIONS, FIELDS, Text

__all__ = [
    "CAPTIONS",
    "ENGINE_VERSION",
    "FIELDS",
    "LONGEST",
    "LONGEST_OTHER",
    "PAPERS",
    "SIZES",
    "SYMBOLS",
    "Fact",
    "Finding",
    "Label",
    "LabelError",
    "Layout",
    "LogoRefused",
    "Overflow",
    "PanelSpot",
    "Paper",
    "RasterLogo",
    "Sheet",
    "Size",
    "Symbol",
    "Text",
    "Typefaces",
    "VectorLogo",
    "WrongNumber",
    "check_digit",
    "cleaned",
    "contrast",
    "digital_link",
    "gtin",
    "lay_out",
    "pdf",
    "place_on_panel",
    "read_svg_logo",
    "read_typefaces",
    "sheet_of",
    "sheet_pdf",
    "svg",
    "symbol_svg",
]
