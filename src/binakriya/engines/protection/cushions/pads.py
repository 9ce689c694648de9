"""Pads as parts to be cut: how many, how large, with which notch. All in mm.

- corners: eight blocks; each is a cube of side e + t with a notch of e × e × e for the product's corner, so that four
  squares of e × e bear on every face.
- edges: four angles along the longest edges, and a plate on each end.
- faces: a plate on each of the six faces, of the face's proportions, no larger than needed.
"""

import math
from dataclasses import dataclass

ARRANGEMENTS: tuple[str, ...] = ("corners", "edges", "faces")


@dataclass(frozen=True, slots=True)
class Pad:
    """`count` pieces of length × breadth × thickness; `notch_mm` is cut out of the inner corner (None: a plate).

    `bearing_mm2` is what one piece offers to one face of the product.
    """

    kind: str  # "corner", "edge", "plate"
    count: int
    length_mm: float
    breadth_mm: float
    height_mm: float
    notch_mm: tuple[float, float, float] | None
    bearing_mm2: float

    @property
    def volume_cm3(self) -> float:
        """Of one piece."""
        block = self.length_mm * self.breadth_mm * self.height_mm
        if self.notch_mm:
            block -= math.prod(self.notch_mm)
        return block / 1000


def corner_pads(side: float, thickness: float) -> tuple[Pad, ...]:
    outer = side + thickness
    return (Pad("corner", 8, outer, outer, outer, (side, side, side), side * side),)


def edge_pads(
    size: tuple[float, float, float], width: float, thickness: float, end: tuple[float, float]
) -> tuple[Pad, ...]:
    length = size[0]
    outer = width + thickness
    return (
        Pad("edge", 4, length, outer, outer, (length, width, width), length * width),
        Pad("plate", 2, end[0], end[1], thickness, None, end[0] * end[1]),
    )


def face_plates(size: tuple[float, float, float], area: float, thickness: float) -> tuple[Pad, ...]:
    """Two plates for each pair of faces, scaled to the area, never beyond the face."""
    length, breadth, height = size
    plates = []
    for p, q in ((length, breadth), (length, height), (breadth, height)):
        scale = min(1.0, math.sqrt(area / (p * q)))
        plates.append(Pad("plate", 2, p * scale, q * scale, thickness, None, p * q * scale * scale))
    return tuple(plates)
