"""A single symbol as a small SVG, to be chosen from on a page."""

from html import escape

from binakriya.engines.labels.drawing.blocks import symbol_marks
from binakriya.engines.labels.drawing.svg import mark_svg
from binakriya.engines.labels.drawing.symbols import Symbol
from binakriya.engines.labels.drawing.typefaces import Typefaces


def symbol_svg(symbol: Symbol, faces: Typefaces, *, language: str = "id", colour: str = "#221d18") -> str:
    """100 x 100 units; decorative beside its words unless read alone, hence with a title."""
    inside = "".join(mark_svg(mark, faces) for mark in symbol_marks(symbol, faces, x=0, y=0, side=100, colour=colour))
    title = escape(symbol.title.read(language))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 104" role="img"><title>{title}</title>{inside}</svg>'
    )
