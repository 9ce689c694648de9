"""A drawing as CFF2 (".cf2"), the exchange format of die makers.

Written after two public descriptions that agree: V. Dmitriev, "Format fajlov CFF2", labelworld.ru, February 2001 (the
file's parts and a whole example), and Esko's knowledge base, article KB196417801 (fields of a line, units of bridges).
A line is `L,pointage,type,auxiliary,x1,y1,x2,y2,bridges,bridge width`; type 1 is cut, 2 crease, 3 perforation. Only
straight lines are written; curves are the chords of the drawing (within 0.05 mm). What is glued or only told has no
type in those descriptions and is left out: the DXF carries it.
"""

from __future__ import annotations

from typing import Final

from binakriya.engines.drafting.knife import stretches
from binakriya.engines.drafting.model import Drawing, Layer
from binakriya.engines.drafting.svg import number

TYPES: Final[dict[Layer, int]] = {"CUT": 1, "CREASE": 2, "PERF": 3}
POINTAGE: Final = 2
"""Rule of 2 points (0.71 mm), the usual one, and that of the examples."""


def cf2(drawing: Drawing) -> str:
    """The knife's, creasing and perforating lines, mm, the blank's lower left corner at zero; CRLF line ends. Bridges
    are the die maker's to set: none are written."""
    ox, oy = drawing.origin
    body: list[str] = []
    xs: list[float] = []
    ys: list[float] = []
    for layer, kind in TYPES.items():
        for line in drawing.on(layer):
            for (x0, y0), (x1, y1) in stretches(line.points, closed=line.closed):
                ends = (x0 - ox, y0 - oy, x1 - ox, y1 - oy)
                xs += ends[::2]
                ys += ends[1::2]
                body.append(f"L,{POINTAGE},{kind},0,{','.join(number(value) for value in ends)},0,0")
    name = "".join(sign for sign in drawing.title.upper() if "0" <= sign <= "9" or "A" <= sign <= "Z")[:24] or "BOX"
    head = ["$BOF", "V2", "ORDER", f"%1:{_plain(drawing.title)}", "END", f"MAIN,{name}", "UM"]
    head += [f"LL,{number(min(xs))},{number(min(ys))}", f"UR,{number(max(xs))},{number(max(ys))}", "SCALE,1,1"]
    return "\r\n".join([*head, "C,BLANK,0,0,0,1,1", "END", "SUB,BLANK", *body, "END", "$EOF", ""])


def _plain(text: str) -> str:
    return text.replace("×", "x").encode("ascii", "replace").decode().replace("\r", " ").replace("\n", " ")
