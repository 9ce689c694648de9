"""A drawing as DXF (R2000, mm) for CAD and cutting tables: the blank's lower left corner is the zero of the drawing.

Head and tail (header, layers, line types, objects) are ezdxf's, made once; the lines and letters between them are
written here, as ezdxf writes them, in a thirtieth of its time. A test holds the two equal.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from binakriya.engines.drafting.model import LAYERS, Drawing, Label, Layer, Line, Pen

COLOURS: Final[dict[Layer, int]] = {"CUT": 1, "CREASE": 5, "PERF": 6, "GLUE": 3, "ANNOTATION": 8}
"""AutoCAD colour numbers: red, blue, magenta, green, grey."""

LINETYPES: Final[dict[str, tuple[str, list[float]]]] = {
    "VALLEY": ("Crease, fold towards the reader", [5.6, 4.0, -1.6]),
    "MOUNTAIN": ("Crease, fold away from the reader", [8.2, 5.0, -1.2, 0.8, -1.2]),
    "PERFORATION": ("Perforation", [5.0, 3.0, -2.0]),
}
_OF_PEN: Final[dict[Pen, str]] = {"valley": "VALLEY", "mountain": "MOUNTAIN", "perforation": "PERFORATION"}
MM: Final = 4
"""The number of millimetres among the units of DXF ($INSUNITS)."""
CAP_SHARE: Final = 0.72
"""Height of a capital, which DXF asks for, to the size of a font."""
ANCHORS: Final = {"start": 0, "middle": 1, "end": 2}
"""The group code 72 of TEXT."""


def document(drawing: Drawing) -> Any:
    """The drawing as an ezdxf document (for those who want to add to it)."""
    from ezdxf.enums import TextEntityAlignment  # noqa: PLC0415  (see _empty)

    made = _empty()
    space = made.modelspace()
    ox, oy = drawing.origin
    for layer in LAYERS:
        for line in drawing.on(layer):
            attributes: dict[str, str] = {"layer": layer}
            kind = _linetype(line)
            if kind is not None:
                attributes["linetype"] = kind
            points = [(round(x - ox, 3), round(y - oy, 3)) for x, y in line.points]
            space.add_lwpolyline(points, close=line.closed, dxfattribs=attributes)
    align = {"start": TextEntityAlignment.LEFT, "middle": TextEntityAlignment.CENTER, "end": TextEntityAlignment.RIGHT}
    for label in drawing.labels:
        text = space.add_text(
            _ascii(label.text),
            height=round(label.size * CAP_SHARE, 3),
            rotation=label.turn,
            dxfattribs={"layer": "ANNOTATION"},
        )
        text.set_placement((round(label.at[0] - ox, 3), round(label.at[1] - oy, 3)), align=align[label.anchor])
    return made


def dxf(drawing: Drawing) -> str:
    """The drawing as DXF text, all of it ASCII; equal input gives equal text."""
    frame = _frame()
    ox, oy = drawing.origin
    out: list[str] = []
    handle = frame.first
    for layer in LAYERS:
        for line in drawing.on(layer):
            out.append(_polyline(line, f"{handle:X}", frame.space, ox, oy))
            handle += 1
    for label in drawing.labels:
        out.append(_letters(label, f"{handle:X}", frame.space, ox, oy))
        handle += 1
    return frame.around("".join(out), handle - frame.first)


@dataclass(frozen=True)
class _Frame:
    """Lines of an empty document before and after its entities; `counted`: which lines hold handles that the number
    of entities moves on, and their number in the empty document. `first` handle of an entity, `space` their owner."""

    head: tuple[str, ...]
    tail: tuple[str, ...]
    counted: tuple[tuple[int, int], ...]
    first: int
    space: str

    def around(self, entities: str, count: int) -> str:
        """The whole text."""
        lines = [*self.head, *self.tail]
        for at, handle in self.counted:
            lines[at] = f"{handle + count:X}"
        cut = len(self.head)
        return "\n".join(lines[:cut]) + "\n" + entities + "\n".join(lines[cut:])


@cache
def _frame() -> _Frame:
    """From two documents of ezdxf, one empty and one with a single line: what differs are the handles."""
    empty, one = _empty(), _empty()
    only = one.modelspace().add_lwpolyline([(0.0, 0.0), (1.0, 0.0)])
    bare, with_one = _written(empty).split("\n"), _written(one).split("\n")
    cut = bare.index("ENTITIES") + 1
    more = len(with_one) - len(bare)
    rest = [*with_one[:cut], *with_one[cut + more :]]
    counted = tuple((k, int(a, 16)) for k, (a, b) in enumerate(zip(bare, rest, strict=True)) if a != b)
    return _Frame(tuple(bare[:cut]), tuple(bare[cut:]), counted, int(only.dxf.handle, 16), only.dxf.owner)


def _empty() -> Any:
    """A document of ezdxf with our layers and line types."""
    import ezdxf  # noqa: PLC0415  (a third of a second, which pages and other commands need not pay)

    # no time of writing and no random id: drawings are compared byte for byte. Never set back, since other threads
    # may be writing.
    ezdxf.options.write_fixed_meta_data_for_testing = True
    made = ezdxf.new("R2000", units=MM)
    made.header["$MEASUREMENT"] = 1
    made.header["$LUNITS"] = 2
    for name, (description, pattern) in LINETYPES.items():
        made.linetypes.add(name, pattern, description=description)
    for layer in LAYERS:
        made.layers.add(layer, color=COLOURS[layer], linetype="VALLEY" if layer == "CREASE" else "Continuous")
    return made


def _written(made: Any) -> str:
    out = io.StringIO()
    made.write(out)
    return out.getvalue()


def _linetype(line: Line) -> str | None:
    """The line's own type where it is not its layer's."""
    kind = _OF_PEN.get(line.pen)
    return None if (line.layer, kind) == ("CREASE", "VALLEY") else kind


def _polyline(line: Line, handle: str, space: str, ox: float, oy: float) -> str:
    kind = _linetype(line)
    typed = f"  6\n{kind}\n" if kind else ""
    points = "".join(f" 10\n{round(x - ox, 3)}\n 20\n{round(y - oy, 3)}\n" for x, y in line.points)
    return (
        f"  0\nLWPOLYLINE\n  5\n{handle}\n330\n{space}\n100\nAcDbEntity\n  8\n{line.layer}\n{typed}"
        f"100\nAcDbPolyline\n 90\n{len(line.points)}\n 70\n{int(line.closed)}\n{points}"
    )


def _letters(label: Label, handle: str, space: str, ox: float, oy: float) -> str:
    x, y = round(label.at[0] - ox, 3), round(label.at[1] - oy, 3)
    turned = f" 50\n{float(label.turn)}\n" if label.turn else ""
    anchor = ANCHORS[label.anchor]
    placed = f" 72\n{anchor}\n" if anchor else ""
    return (
        f"  0\nTEXT\n  5\n{handle}\n330\n{space}\n100\nAcDbEntity\n  8\nANNOTATION\n100\nAcDbText\n"
        f" 10\n{x}\n 20\n{y}\n 30\n0.0\n 40\n{round(label.size * CAP_SHARE, 3)}\n  1\n{_ascii(label.text)}\n"
        f"{turned}{placed} 11\n{x}\n 21\n{y}\n 31\n0.0\n100\nAcDbText\n"
    )


def _ascii(text: str) -> str:
    """Signs beyond ASCII as the format spells them (\\U+00D7): R2000 text is in the code page of its writer, and no
    code page has them all. Control signs would break the lines of the file."""
    return "".join(_sign(sign) for sign in text if sign >= " ")


def _sign(sign: str) -> str:
    code = ord(sign)
    if code < 0x7F:
        return sign
    return f"\\U+{code:04X}" if code <= 0xFFFF else "?"
