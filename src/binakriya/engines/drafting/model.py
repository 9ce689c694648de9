"""What a drawing is made of: lines on layers and labels, on a sheet in mm with y upwards. Frozen values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal

from binakriya.engines.geometry import Point

Layer = Literal["CUT", "CREASE", "PERF", "GLUE", "ANNOTATION"]
LAYERS: Final[tuple[Layer, ...]] = ("CUT", "CREASE", "PERF", "GLUE", "ANNOTATION")

Pen = Literal["knife", "valley", "mountain", "perforation", "glue", "film", "thin", "frame", "solid", "paper"]
Language = Literal["id", "en"]

ENGINE_VERSION: Final = "1.0"
"""Stands in every drawing. Changes when what is drawn for the same box changes."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a pen looks: colour, width in mm, dashes in mm (empty for a full line), and its fill."""

    colour: str
    width: float
    dashes: tuple[float, ...] = ()
    fill: str | None = None


PENS: Final[dict[Pen, Style]] = {
    "knife": Style("#111111", 0.4),
    "valley": Style("#0a58a8", 0.3, (4.0, 1.6)),
    "mountain": Style("#0a58a8", 0.3, (5.0, 1.2, 0.8, 1.2)),
    "perforation": Style("#a3006b", 0.3, (3.0, 2.0)),
    "glue": Style("#1b6e3c", 0.18),
    "film": Style("#6b4fa0", 0.2, (1.5, 1.0)),
    "thin": Style("#555555", 0.13),
    "frame": Style("#333333", 0.25),
    "solid": Style("#333333", 0.13, (), "#333333"),
    "paper": Style("#555555", 0.13, (), "#ffffff"),
}
"""The pens. No meaning rests on colour alone: dashes differ as well."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line through `points` in mm; a closed one does not repeat its first point. `dashes` replace those of the pen
    (a perforation has its own knife and tie)."""

    layer: Layer
    points: tuple[Point, ...]
    closed: bool
    pen: Pen
    dashes: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A text. `at`: on the baseline, at its start, middle or end; `size`: font size in mm; `turn`: 0 or 90 degrees,
    counter-clockwise."""

    at: Point
    text: str
    size: float
    anchor: Literal["start", "middle", "end"] = "start"
    turn: Literal[0, 90] = 0
    bold: bool = False


@dataclass(frozen=True)
class Title:
    """What the caller knows and the box does not: name of the product or specification, its number and revision, who
    drew it and when. Everything may be left empty; nothing is guessed."""

    name: str = ""
    number: str = ""
    revision: str = ""
    by: str = ""
    office: str = ""
    date: dt.date | None = None


@dataclass(frozen=True)
class Drawing:
    """A sheet of `width` x `height` mm at 1:1, origin at its lower left corner. `origin` is where the zero of the
    first blank lies; machines (DXF, CF2) measure from there. `paper`: name of the sheet ("A3"), "" for its own size.
    """

    width: float
    height: float
    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
    title: str
    description: str
    language: Language
    origin: Point = (0.0, 0.0)
    paper: str = ""

    def on(self, layer: Layer) -> tuple[Line, ...]:
        """The lines of one layer."""
        return tuple(line for line in self.lines if line.layer == layer)


class DrawingError(ValueError):
    """A drawing that cannot be made, such as a contour that does not close. A fault of a style, not of who asks."""
