"""Flat plates of a thickness in space, and how deep two of them stand in each other.

A *plate* is a polygon in its own plane z = 0, thickened by half its thickness to both sides, and moved into place.
A *solid* is one convex piece of it (a prism), or a cuboid. *Depth* is the least distance by which two solids must be
shifted to part (separating axis theorem; Gottschalk, Lin, Manocha, SIGGRAPH 1996): 0 when they are apart or touch.
For plates of several convex pieces the depth is the greatest over pairs of pieces, a lower bound.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from binakriya.engines.geometry.cuboids import Cuboid
from binakriya.engines.geometry.motions import Array, Motion
from binakriya.engines.geometry.polygons import Point, Polygon, convex_pieces
from binakriya.engines.geometry.tolerances import PARALLEL, PLATE_OUTLINE


@dataclass(frozen=True, eq=False)
class Solid:
    """A convex solid: `corners` (n, 3) mm; `faces` (k, 3) unit normals and `edges` (m, 3) unit directions, each once
    and without regard to sign."""

    corners: Array
    faces: Array
    edges: Array

    @property
    def low(self) -> Array:
        """Least coordinates, mm."""
        least: Array = self.corners.min(axis=0)
        return least

    @property
    def high(self) -> Array:
        """Greatest coordinates, mm."""
        greatest: Array = self.corners.max(axis=0)
        return greatest


def simplified(region: Polygon) -> list[list[Point]]:
    """Convex rings that stand for the region in tests of depth: outline within PLATE_OUTLINE mm."""
    if region.convex and len(region.outer) <= 6:
        return [list(region.outer)]
    return convex_pieces(shapely.simplify(region.shape, PLATE_OUTLINE))


def prism(points: Sequence[Point], thickness: float, motion: Motion) -> Solid:
    """The convex ring `points` (mm) as a plate of `thickness` mm, moved by `motion`."""
    count = len(points)
    faces, edges = [(0.0, 0.0, 1.0)], [(0.0, 0.0, 1.0)]
    for k, (x0, y0) in enumerate(points):
        x1, y1 = points[(k + 1) % count]
        size = max(math.hypot(x1 - x0, y1 - y0), 1e-12)
        x, y = (x1 - x0) / size, (y1 - y0) / size
        if all(abs(x * v - y * u) > PARALLEL for u, v, _ in edges[1:]):
            edges.append((x, y, 0.0))
            faces.append((-y, x, 0.0))
    above = [(x, y, thickness / 2) for x, y in points]
    below = [(x, y, -thickness / 2) for x, y in points]
    # corners and directions turn together, in one product
    turned = np.array(above + below + faces + edges) @ np.asarray(motion.rotation).T
    corners = turned[: 2 * count] + np.asarray(motion.shift)
    return Solid(corners, turned[2 * count : -len(edges)], turned[-len(edges) :])


def block(cuboid: Cuboid) -> Solid:
    """A cuboid as a solid."""
    return Solid(np.array(cuboid.corners), np.eye(3), np.eye(3))


def plate(region: Polygon, thickness: float, motion: Motion) -> list[Solid]:
    """The solids of a plate."""
    return [prism(points, thickness, motion) for points in simplified(region)]


def plates_depth(first: Iterable[Solid], second: Iterable[Solid]) -> float:
    """How deep two plates stand in each other, mm."""
    pairs = [(a, b) for a in first for b in second]
    return max(depths(pairs), default=0.0)


def near(solids: Sequence[Solid], others: Sequence[Solid], depth: float) -> Array:
    """Boolean (n, m): the axis-parallel bounds of the two overlap by more than `depth` mm on each axis, which solids
    that stand deeper than that in each other must."""
    low, high = np.array([s.low for s in solids]), np.array([s.high for s in solids])
    low2, high2 = np.array([s.low for s in others]), np.array([s.high for s in others])
    overlap = np.minimum(high[:, None], high2[None]) - np.maximum(low[:, None], low2[None])
    close: Array = (overlap > depth).all(axis=2)
    return close


def depths(pairs: Sequence[tuple[Solid, Solid]]) -> list[float]:
    """Depth in mm of each pair, 0 when apart. One pass of numpy for all: shorter lists are filled by repetition."""
    if not pairs:
        return []
    corners_a, corners_b = _filled([a.corners for a, _ in pairs]), _filled([b.corners for _, b in pairs])
    faces_a, faces_b = _filled([a.faces for a, _ in pairs]), _filled([b.faces for _, b in pairs])
    edges_a, edges_b = _filled([a.edges for a, _ in pairs]), _filled([b.edges for _, b in pairs])
    crossed = np.cross(edges_a[:, :, None], edges_b[:, None, :]).reshape(len(pairs), -1, 3)
    directions = np.concatenate([faces_a, faces_b, crossed], axis=1)
    sizes = np.linalg.norm(directions, axis=2)
    usable = sizes > PARALLEL
    directions = directions / np.where(usable, sizes, 1.0)[:, :, None]
    along_a = np.matmul(directions, corners_a.transpose(0, 2, 1))
    along_b = np.matmul(directions, corners_b.transpose(0, 2, 1))
    # how far one must go along an axis to leave the other, the shorter way
    overlap = np.minimum(along_a.max(axis=2) - along_b.min(axis=2), along_b.max(axis=2) - along_a.min(axis=2))
    least = np.where(usable, overlap, np.inf).min(axis=1)
    return [float(value) for value in np.maximum(least, 0.0)]


def _filled(arrays: Sequence[Array]) -> Array:
    longest = max(len(array) for array in arrays)
    filled = np.empty((len(arrays), longest, 3))
    for row, array in zip(filled, arrays, strict=True):
        row[: len(array)] = array
        row[len(array) :] = array[-1]
    return filled
