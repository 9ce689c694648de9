"""Named tolerances of the geometry; lengths in mm, angles in degrees.

Nothing in the engines compares with a bare number: it names one of these.
"""

from typing import Final

GRID: Final = 0.001
"""mm. Drawn points are rounded to this grid: far below what a plotter (0.1 mm) or a die maker (0.05 mm) can hold."""

COINCIDENT: Final = 0.005
"""mm. Points nearer than this are one point; an edge this near to another line lies on it (rounding on the grid moves
a point by at most 0.0008 mm)."""

FLAT_CURVE: Final = 0.05
"""mm. Greatest distance between a curve and the chords that draw it."""

PLATE_OUTLINE: Final = 0.1
"""mm. Outlines of plates are simplified by at most this much before plates are tested against each other."""

AREA_SHARE: Final = 1e-6
"""Share. Areas that differ by less are equal (sums of many panels on the grid)."""

PARALLEL: Final = 1e-6
"""Sine of an angle. Directions with a smaller sine between them are parallel."""

SHORTEST_LENGTH: Final = 1.0
"""mm. No inside size below this is drawn: it is a slip of the unit, not a box."""

LONGEST_LENGTH: Final = 3000.0
"""mm. No inside size above this is drawn: wider than the corrugators' 2.5 to 2.8 m web allows for."""
