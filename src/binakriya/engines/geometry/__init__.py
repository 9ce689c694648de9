"""Lengths in mm, polygons with holes, cuboids, rigid motions, and plates in space.

Words: a *ring* is a closed row of points; a *polygon* a ring with holes; the *grid* is what drawn points are rounded
to; a *cuboid* lies along the axes; a *motion* turns and shifts without bending; a *plate* is a polygon with a
thickness, somewhere in space; a *solid* is a convex piece of one; the *depth* of two solids is how far they stand in
each other. Every length is in mm, every area in mm², every angle in degrees. Tolerances have names (`tolerances`).
"""

from binakriya.engines.geometry.cuboids import Cuboid
from binakriya.engines.geometry.lengths import BadLength, length
from binakriya.engines.geometry.motions import IDENTITY, Motion, Vector, axes, translation, turn
from binakriya.engines.geometry.plates import (
    Solid,
    block,
    depths,
    near,
    plate,
    plates_depth,
    prism,
    simplified,
)
from binakriya.engines.geometry.polygons import (
    Point,
    Polygon,
    Ring,
    arc,
    beyond,
    circle,
    convex_pieces,
    on_grid,
    polygon,
    rectangle,
    ring,
)

__all__ = [
    "IDENTITY",
    "BadLength",
    "Cuboid",
    "Motion",
    "Point",
    "Polygon",
    "Ring",
    "Solid",
    "Vector",
    "arc",
    "axes",
    "beyond",
    "block",
    "circle",
    "convex_pieces",
    "depths",
    "length",
    "near",
    "on_grid",
    "plate",
    "plates_depth",
    "polygon",
    "prism",
    "rectangle",
    "ring",
    "simplified",
    "translation",
    "turn",
]
