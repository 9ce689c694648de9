"""Cuboids along the axes: insides and outsides of boxes, in mm."""

from __future__ import annotations

from dataclasses import dataclass

from binakriya.engines.geometry.motions import Vector


@dataclass(frozen=True, slots=True)
class Cuboid:
    """From corner `low` to corner `high`, mm."""

    low: Vector
    high: Vector

    @property
    def size(self) -> Vector:
        """Extent along x, y, z in mm."""
        return (self.high[0] - self.low[0], self.high[1] - self.low[1], self.high[2] - self.low[2])

    @property
    def volume(self) -> float:
        """mm³."""
        x, y, z = self.size
        return x * y * z

    @property
    def corners(self) -> tuple[Vector, ...]:
        """The eight corners; z runs slowest."""
        (x0, y0, z0), (x1, y1, z1) = self.low, self.high
        return tuple((x, y, z) for z in (z0, z1) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1)))

    def holds(self, other: Cuboid, tolerance: float) -> bool:
        """`other` lies in this one, each side given `tolerance` mm."""
        return all(
            a - tolerance <= b and c <= d + tolerance
            for a, b, c, d in zip(self.low, other.low, other.high, self.high, strict=True)
        )
