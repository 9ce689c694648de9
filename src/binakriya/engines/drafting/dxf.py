"""A drawing as DXF (R2000, mm) for CAD and cutting tables: the blank's lower left corner is the zero of the drawing."""

from __future__ import annotations

import io
from typing import Any, Final

from binakriya.engines.drafting.model import LAYERS, Drawing, Layer, Pen

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


def document(drawing: Drawing) -> Any:
    """The drawing as an ezdxf document (for those who want to add to it)."""
    import ezdxf  # noqa: PLC0415  (a third of a second, which pages and other commands need not pay)
    from ezdxf.enums import TextEntityAlignment  # noqa: PLC0415

    made = ezdxf.new("R2000", units=MM)
    made.header["$MEASUREMENT"] = 1
    made.header["$LUNITS"] = 2
    for name, (description, pattern) in LINETYPES.items():
        made.linetypes.add(name, pattern, description=description)
    for layer in LAYERS:
        made.layers.add(layer, color=COLOURS[layer], linetype="VALLEY" if layer == "CREASE" else "Continuous")
    space = made.modelspace()
    ox, oy = drawing.origin
    for layer in LAYERS:
        for line in drawing.on(layer):
            attributes: dict[str, str] = {"layer": layer}
            kind = _OF_PEN.get(line.pen)
            if kind is not None and (layer, kind) != ("CREASE", "VALLEY"):
                attributes["linetype"] = kind
            points = [(round(x - ox, 3), round(y - oy, 3)) for x, y in line.points]
            space.add_lwpolyline(points, close=line.closed, dxfattribs=attributes)
    align = {"start": TextEntityAlignment.LEFT, "middle": TextEntityAlignment.CENTER, "end": TextEntityAlignment.RIGHT}
    for label in drawing.labels:
        text = space.add_text(
            "".join(sign for sign in label.text if sign >= " "),
            height=round(label.size * 0.72, 3),
            rotation=label.turn,
            dxfattribs={"layer": "ANNOTATION"},
        )
        text.set_placement((round(label.at[0] - ox, 3), round(label.at[1] - oy, 3)), align=align[label.anchor])
    return made


def dxf(drawing: Drawing) -> str:
    """The drawing as DXF text; equal input gives equal text."""
    import ezdxf  # noqa: PLC0415

    # no time of writing and no random id: drawings are compared byte for byte. Never set back, since other threads
    # may be writing.
    ezdxf.options.write_fixed_meta_data_for_testing = True
    out = io.StringIO()
    document(drawing).write(out)
    return out.getvalue()
