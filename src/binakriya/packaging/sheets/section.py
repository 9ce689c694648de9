"""A box cut open, as a plain picture for the maker: wall, cushion, product, and how thick the cushion is."""

from typing import Any
from xml.sax.saxutils import escape

from binakriya.engines.protection import number
from binakriya.foundation.press import Drawn, Language

WALL, PAD, PRODUCT, LINE, INK = "#bd9263", "#cfe0ea", "#5f948d", "#3b2a18", "#221d18"
WIDE = 300.0
LEAST_PAD = 9.0
"""A cushion is drawn at least so thick (of 300 across), so that it is seen; the figure beside it is the true one."""


def section(content: Any, language: Language) -> Drawn:
    """Length and height of the box; 300 units wide, as high as the box asks for within 90 to 260 units."""
    length, _, height = content["product"]["size_mm"]
    cushion = content["cushion"]
    thick = cushion["thickness_mm"] if cushion else 3.0
    inside = (length + 2 * thick, height + 2 * thick)
    scale = min((WIDE - 110) / inside[0], 190 / inside[1])
    pad = max(LEAST_PAD if cushion else 3.0, thick * scale)
    w, h = max(40.0, length * scale), max(24.0, height * scale)
    wall = 5.0
    x, y = (WIDE - w) / 2 + 24, 8 + wall + pad
    high = h + 2 * (pad + wall) + 16 + 26
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE:g} {high:.1f}">',
        _rect(x - pad - wall, y - pad - wall, w + 2 * (pad + wall), h + 2 * (pad + wall), WALL, LINE),
        _rect(x - pad, y - pad, w + 2 * pad, h + 2 * pad, "#ffffff", LINE),
    ]
    out += [_rect(*each, PAD, "#6d8ea3") for each in _pads(cushion, (x, y, w, h), pad, scale)] if cushion else []
    shape = _rect(x, y, w, h, PRODUCT, LINE)
    out.append(shape)
    if cushion:
        text = f"{number(thick, '.0f', language)} mm"
        left = x - pad - wall - 8
        out += [
            _tick(left, y + h, left, y + h + pad),
            _text(left - 5, y + h + pad / 2 + 4, text, "end"),
        ]
    base = y + h + pad + wall + 10
    out += [_tick(x, base, x + w, base), _text(x + w / 2, base + 15, f"{number(length, '.0f', language)} mm", "middle")]
    out.append("</svg>")
    return Drawn("".join(out))


Rectangle = tuple[float, float, float, float]


def _pads(cushion: Any, product: Rectangle, pad: float, scale: float) -> list[Rectangle]:
    """Rectangles of cushion round the product, as the arrangement has them."""
    x, y, w, h = product
    if cushion["arrangement"] == "faces":
        # plates lie in the middle of the faces, as large as they are cut
        below, _, ends = cushion["parts"]
        long, high = min(w, below["length_mm"] * scale), min(h, ends["breadth_mm"] * scale)
        left, top = x + (w - long) / 2, y + (h - high) / 2
        return [
            (left, y - pad, long, pad),
            (left, y + h, long, pad),
            (x - pad, top, pad, high),
            (x + w, top, pad, high),
        ]
    reach = min(w, h) * 0.28 + pad
    far, low = x + w + pad - reach, y + h + pad - reach
    return [(a, b, reach, reach) for a in (x - pad, far) for b in (y - pad, low)]


def _rect(x: float, y: float, w: float, h: float, fill: str, line: str) -> str:
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" fill="{fill}" stroke="{line}" '
        'stroke-width="0.8"/>'
    )


def _tick(x0: float, y0: float, x1: float, y1: float) -> str:
    """A dimension line with a short bar at each end."""
    across = (3, 0) if x0 == x1 else (0, 3)
    bars = "".join(
        f"M{x - across[0]:.1f} {y - across[1]:.1f}L{x + across[0]:.1f} {y + across[1]:.1f}"
        for x, y in ((x0, y0), (x1, y1))
    )
    return f'<path d="M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}{bars}" fill="none" stroke="{INK}" stroke-width="0.9"/>'


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="12" font-family="Plus Jakarta Sans" fill="{INK}" '
        f'text-anchor="{anchor}">{escape(text)}</text>'
    )
