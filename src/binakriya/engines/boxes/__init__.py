"""Box styles as parametric blanks, and the model that folds them. Lengths in mm, angles in degrees.

box = build("0427", (200, 150, 60), "E")        # inside L, B, H
box.blanks[0].panels, .creases, .cuts           # flat, seen from the inside
fold(box.blanks[0], 0.5)                        # panel name -> Motion, half folded
assemble(box, 1.0)                              # every panel of every copy, in the box's coordinates
measures(box)                                   # blank size, area, knife, outside, volume, mass
findings(box, style("0427"))                    # the fold test: () when all is well

Words
-----
A *style* is a way to make a box; its *parameters* are declared once. A *blank* is one flat piece; a box has one or
several, each in one or more copies (a *placement* each). A blank is made of *panels* (polygons that share edges);
between two panels is a *crease* (they fold) or a *slit* (the knife parts them). One panel is the *root*: it stays
where it is and the others hang on it as a tree of creases, the first panel of a crease carrying the second. (A crease
that a slot interrupts is several creases between the same two panels.) A *cut* is the outline, a hole or a slit;
cuts are derived from the panels and agree with them. *Glue*, *perforation*, *window* and *grain* are said of the
blank. The drawing shows the inside face: a *valley* folds towards the reader, a *mountain* away from him.

Space
-----
A blank's flat space: x, y as drawn, z = 0 the middle of the board, z up the inside face. `fold` answers in that space
(the root has not moved). The box's space: the inside is the cuboid (0, 0, 0) to (L, B, H), x along L, y from front to
back, z up; a `Placement` carries the one into the other. `progress` runs from 0 (flat) to 1 (closed); crease `order`
and placement `order` are steps of equal duration.
"""

from binakriya.engines.boxes.boards import BOARDS, Board, board
from binakriya.engines.boxes.building import build, style, styles
from binakriya.engines.boxes.errors import BoxError
from binakriya.engines.boxes.folding import Part, assemble, fold, steps
from binakriya.engines.boxes.measures import BlankMeasures, BoxMeasures, blank_measures, measures, outside
from binakriya.engines.boxes.model import (
    Blank,
    Box,
    Crease,
    Cut,
    Glue,
    Inside,
    Panel,
    Parameter,
    Perforation,
    Placement,
    Seam,
    Style,
    Window,
)
from binakriya.engines.boxes.proof import Finding, findings
from binakriya.engines.boxes.serial import dumps, plain
from binakriya.engines.boxes.words import Text

__all__ = [
    "BOARDS",
    "Blank",
    "BlankMeasures",
    "Board",
    "Box",
    "BoxError",
    "BoxMeasures",
    "Crease",
    "Cut",
    "Finding",
    "Glue",
    "Inside",
    "Panel",
    "Parameter",
    "Part",
    "Perforation",
    "Placement",
    "Seam",
    "Style",
    "Text",
    "Window",
    "assemble",
    "blank_measures",
    "board",
    "build",
    "dumps",
    "findings",
    "fold",
    "measures",
    "outside",
    "plain",
    "steps",
    "style",
    "styles",
]
