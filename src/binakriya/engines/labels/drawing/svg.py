"""A face of a label as SVG in real mm: presentation attributes only, no style, script or reference."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from html import escape

from binakriya.engines.labels.drawing.layout import Layout
from binakriya.engines.labels.drawing.marks import MARKS_MM, crop_marks, ground
from binakriya.engines.labels.drawing.model import BLEED_MM, HOLE_AT_MM, HOLE_MM
from binakriya.engines.labels.drawing.shapes import Mark, Path, Picture, Run, Shape, circle
from binakriya.engines.labels.drawing.typefaces import Typefaces


def svg(layout: Layout, *, face: int = 0, marks: bool = True, header: bool = True) -> str:
    """`marks`: with bleed and crop marks, for a print shop; without them the trimmed label. `header=False` leaves out
    the XML declaration, for use inside HTML."""
    size = layout.size
    edge = BLEED_MM + MARKS_MM if marks else 0.0
    wide, high = size.width + 2 * edge, size.height + 2 * edge
    out = ['<?xml version="1.0" encoding="UTF-8"?>\n'] if header else []
    out.append(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(wide)}mm" height="{_n(high)}mm" '
        f'viewBox="{_n(-edge)} {_n(-edge)} {_n(wide)} {_n(high)}" role="img" lang="{escape(layout.label.language)}">\n'
        f"<title>{escape(_title(layout))}</title>\n<desc>{escape(' · '.join(layout.words))}</desc>\n"
    )
    out += [mark_svg(mark, layout.typefaces) for mark in painted(layout, face, marks=marks)]
    out.append("</svg>\n")
    return "".join(out)


def painted(layout: Layout, face: int, *, marks: bool) -> Iterable[Mark]:
    """Paper, contents, hole and crop marks in painting order."""
    size = layout.size
    yield ground(size, layout.label.paper, BLEED_MM if marks else 0.0)
    yield from layout.faces[face]
    if size.hole:
        yield Shape(circle(size.width / 2, HOLE_AT_MM, HOLE_MM / 2), "#ffffff", "#808080", 0.15)
    if marks:
        yield from crop_marks(size)


def _title(layout: Layout) -> str:
    label = layout.label
    return " · ".join(part for part in (layout.words[0] if layout.words else "", label.size) if part)


def _n(value: float) -> str:
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def mark_svg(mark: Mark, faces: Typefaces) -> str:
    if isinstance(mark, Run):
        return _run(mark, faces)
    if isinstance(mark, Picture):
        data = base64.b64encode(mark.data).decode()
        return (
            f'<image x="{_n(mark.x)}" y="{_n(mark.y)}" width="{_n(mark.width)}" height="{_n(mark.height)}" '
            f'href="data:image/jpeg;base64,{data}"/>\n'
        )
    stroke = ""
    if mark.stroke:
        ends = ' stroke-linecap="round" stroke-linejoin="round"' if mark.round else ""
        stroke = f' stroke="{mark.stroke}" stroke-width="{_n(mark.width)}"{ends}'
    rule = ' fill-rule="evenodd"' if mark.even_odd else ""
    return f'<path d="{path_data(mark.path)}" fill="{mark.fill or "none"}"{rule}{stroke}/>\n'


def path_data(path: Path) -> str:
    return "".join(f"{command[0]}{' '.join(_n(float(value)) for value in command[1:])}" for command in path)


def _run(run: Run, faces: Typefaces) -> str:
    """The outlines of a line, letter by letter, each moved to its place."""
    face, scale, x = faces[run.face], run.size / 1000, run.x
    out = [f'<g fill="{run.colour}">']
    for sign in run.text:
        glyph = face.glyph(sign)
        if glyph.svg:
            out.append(
                f'<path transform="matrix({scale:.6f} 0 0 {-scale:.6f} {_n(x)} {_n(run.baseline)})" d="{glyph.svg}"/>'
            )
        x += glyph.advance * run.size
    out.append("</g>\n")
    return "".join(out)
