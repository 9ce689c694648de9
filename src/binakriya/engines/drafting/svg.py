"""A drawing as SVG in real mm: presentation attributes only, no style or script, so that a page with a strict
Content-Security-Policy may hold it inline."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby

from binakriya.engines.drafting.model import LAYERS, PENS, Drawing, Label, Line

FONTS = "Helvetica, Arial, 'Liberation Sans', sans-serif"


def svg(drawing: Drawing, *, ident: str = "drawing", header: bool = True) -> str:
    """The drawing as SVG 1.1. `ident` begins every id, so that several may stand on one page; `header=False` leaves
    out the XML declaration for use inside HTML. Each layer is a group with the class `layer-cut` and so on."""
    high = drawing.height
    width, height = number(drawing.width), number(high)
    out = ['<?xml version="1.0" encoding="UTF-8"?>\n'] if header else []
    name = escape(ident)
    out.append(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}" '
        f'role="img" aria-labelledby="{name}-title {name}-desc" lang="{drawing.language}" class="dieline">\n'
        f'<title id="{name}-title">{_text(drawing.title)}</title>\n'
        f'<desc id="{name}-desc">{_text(drawing.description)}</desc>\n'
        f'<rect width="{width}" height="{height}" fill="#ffffff" class="sheet"/>\n'
    )
    for layer in reversed(LAYERS):
        lines = drawing.on(layer)
        if lines:
            out.append(f'<g id="{name}-{layer}" class="layer-{layer.lower()}" fill="none" stroke-linejoin="miter">\n')
            out.extend(_lines(lines, high))
            out.append("</g>\n")
    out.append(f'<g id="{name}-LABELS" class="labels" font-family="{FONTS}" fill="#222222">\n')
    out.extend(_label(label, high) for label in drawing.labels)
    out.append("</g>\n</svg>\n")
    return "".join(out)


def number(value: float) -> str:
    """At most three decimals, no trailing zeros, no negative zero."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _lines(lines: Iterable[Line], high: float) -> Iterable[str]:
    """Lines of one pen in a row share a group with its look."""
    for (pen, dashes), run in groupby(lines, key=lambda line: (line.pen, line.dashes)):
        look = PENS[pen]
        dash = look.dashes if dashes is None else dashes
        dashed = f' stroke-dasharray="{" ".join(number(each) for each in dash)}"' if dash else ""
        fill = f' fill="{look.fill}"' if look.fill else ""
        yield f'<g class="{pen}" stroke="{look.colour}" stroke-width="{number(look.width)}"{dashed}{fill}>\n'
        for line in run:
            points = "L".join(f"{number(x)} {number(high - y)}" for x, y in line.points)
            yield f'<path d="M{points}{"Z" if line.closed else ""}"/>\n'
        yield "</g>\n"


def _label(label: Label, high: float) -> str:
    x, y = number(label.at[0]), number(high - label.at[1])
    anchor = "" if label.anchor == "start" else f' text-anchor="{label.anchor}"'
    turn = f' transform="rotate(-90 {x} {y})"' if label.turn == 90 else ""
    bold = ' font-weight="700"' if label.bold else ""
    return f'<text x="{x}" y="{y}" font-size="{number(label.size)}"{anchor}{bold}{turn}>{_text(label.text)}</text>\n'


def _text(text: str) -> str:
    """Escaped, without signs that XML forbids."""
    kept = (sign for sign in text if sign >= " " and not 0x7F <= ord(sign) < 0xA0 and ord(sign) < 0xFFFE)
    return escape("".join(kept), quote=False)
