"""Isometric pictures of a box as it folds: what the fold model says, drawn from far to near (painter's order).

Each plate gives its two faces and its edges; those turned away are left out. Of two faces that cover each other in the
picture, the one whose plane is nearer at a point they share is painted later (Newell, Newell, Sancha, 1972); where
that has no beginning (three faces in a ring), the farthest on the whole comes first. Faces that nearer ones cover
wholly are not drawn.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final, Literal

import numpy as np
import shapely

from binakriya.engines.boxes import Box, Part, Text, assemble, steps, style
from binakriya.engines.drafting.model import Language
from binakriya.engines.drafting.products import Kind, Product
from binakriya.engines.drafting.products import faces as product_faces
from binakriya.engines.drafting.svg import number

Array = np.ndarray[Any, np.dtype[np.float64]]
Material = Literal["inside", "outside", "edge", "product"]

VIEW: Final = np.array([1.0, -1.0, 1.0]) / math.sqrt(3)
RIGHT: Final = np.array([1.0, 1.0, 0.0]) / math.sqrt(2)
UP: Final = np.array([-1.0, 1.0, 2.0]) / math.sqrt(6)
LIGHT: Final = np.array([0.25, -0.6, 0.95]) / math.sqrt(0.25**2 + 0.6**2 + 0.95**2)

FILLS: Final[dict[Material, tuple[str, ...]]] = {
    "outside": ("#8f6a41", "#a67d50", "#bd9263", "#d0a97b", "#dfbd93"),
    "inside": ("#b39673", "#c6ab89", "#d8c09f", "#e6d3b6", "#f0e2cb"),
    "edge": ("#6e4f2e", "#7d5c38", "#8c6942", "#9a764d", "#a88459"),
    "product": ("#3f6b66", "#4e7f79", "#5f948d", "#76aaa2", "#92c0b8"),
}
"""Five shades from dark to light. A page may give others through the classes `iso-outside shade-3` and so on."""

LINE: Final = "#3b2a18"
SEE_MM: Final = 0.02
OUTLINE_MM: Final = 0.3
SMALLEST_MM2: Final = 0.05
HAIRLINE_MM: Final = 0.15
"""Half the width of a slit through which nothing is seen."""


@dataclass(frozen=True)
class Face:
    """A plane face in space: `points` (n, 3) mm in order, holes, unit normal outwards, material."""

    points: Array
    holes: tuple[Array, ...]
    normal: Array
    material: Material

    @property
    def flat(self) -> shapely.Polygon:
        """As seen: projected along the view, mm."""
        project = np.stack([RIGHT, UP], axis=1)
        return shapely.Polygon(self.points @ project, [hole @ project for hole in self.holes])


def picture(
    box: Box,
    progress: float = 1.0,
    *,
    product: Product | None = None,
    lift: float = 0.0,
    language: Language = "id",
    ident: str = "iso",
    header: bool = True,
) -> str:
    """The box at `progress` (0 flat, 1 closed) as SVG, with the product standing in it, `lift` mm above its floor.
    Presentation attributes and classes only. Raises ValueError for a progress outside 0 to 1."""
    found = [face for part in assemble(box, progress) for face in plate_faces(part)]
    if product is not None:
        middle = (box.inside.length / 2, box.inside.breadth / 2)
        found += [_face(np.array(each), (), "product") for each in product_faces(product, middle, lift)]
    name = style(box.style).name.read(language)
    title = TITLE.filled(code=box.style, name=name, share=round(100 * progress)).read(language)
    return _svg(painted(found), title, ident, header)


TITLE: Final = Text("{code} {name}, terlipat {share} %", "{code} {name}, {share} % folded")
ICON_TITLE: Final[dict[str, Text]] = {
    "box": Text("benda kotak", "box-shaped product"),
    "cylinder": Text("benda tabung", "cylinder"),
    "vase": Text("vas", "vase"),
    "bowl": Text("mangkuk", "bowl"),
    "plate": Text("piring", "plate"),
    "cloth": Text("kain terlipat", "folded cloth"),
}
_ICON_SIZE: Final[dict[str, tuple[float, float, float]]] = {
    "box": (90, 60, 50), "cylinder": (60, 60, 80), "vase": (64, 64, 96), "bowl": (90, 90, 42), "plate": (100, 100, 14),
    "cloth": (90, 64, 26),
}  # fmt: skip


def product_icon(kind: Kind, *, language: Language = "id", ident: str = "icon", header: bool = False) -> str:
    """A small picture of a form of product, for lists and choices."""
    shape = Product(kind, *_ICON_SIZE[kind])
    found = [_face(np.array(each), (), "product") for each in product_faces(shape, (0.0, 0.0), 0.0)]
    return _svg(painted(found), ICON_TITLE[kind].read(language), ident, header)


def opened(box: Box) -> float:
    """The greatest progress at which the top is still open, so that a product can be seen to be put in; 0.5 when the
    style never is (a sleeve, a wrap)."""
    count = steps(box)
    inside = shapely.box(0.0, 0.0, box.inside.length, box.inside.breadth)
    for done in range(count, 0, -1):
        over = []
        for part in assemble(box, done / count):
            corners = part.motion.points(np.array([(x, y, 0.0) for x, y in part.panel.outline.outer]))
            if corners[:, 2].mean() > box.inside.height / 2:
                over.append(shapely.Polygon(corners[:, :2]).buffer(0))
        if shapely.intersection(shapely.union_all(over), inside).area < 0.35 * inside.area:
            return done / count
    return 0.5


def top(box: Box, progress: float) -> float:
    """The highest point of the box at `progress`, mm above its floor."""
    return max(
        float(part.motion.points(np.array([(x, y, 0.0) for x, y in part.panel.outline.outer]))[:, 2].max())
        for part in assemble(box, progress)
    )


def plate_faces(part: Part) -> list[Face]:
    """The faces of a plate that the reader could see: inside or outside face, and the edges."""
    outline = shapely.simplify(part.panel.outline.shape, OUTLINE_MM)
    outline = shapely.geometry.polygon.orient(outline)
    half = part.thickness / 2
    rings = [np.array(ring.coords[:-1]) for ring in (outline.exterior, *outline.interiors)]

    def raised(ring: Array, z: float) -> Array:
        return part.motion.points(np.column_stack([ring, np.full(len(ring), z)]))

    up = np.array(part.motion.direction((0.0, 0.0, 1.0)))
    found: list[Face] = []
    inside: Material = "inside"
    for z, normal, material in ((half, up, inside), (-half, -up, "outside")):
        if normal @ VIEW > SEE_MM:
            found.append(Face(raised(rings[0], z), tuple(raised(ring, z) for ring in rings[1:]), normal, material))
    if part.thickness >= 0.3:
        for ring in rings:
            top, low = raised(ring, half), raised(ring, -half)
            for k in range(len(ring)):
                m = (k + 1) % len(ring)
                quad = np.array([low[k], low[m], top[m], top[k]])
                edge = _face(quad, (), "edge")
                if edge.normal @ VIEW > SEE_MM:
                    found.append(edge)
    return found


def _face(points: Array, holes: tuple[Array, ...], material: Material) -> Face:
    """A face whose normal follows from its points (Newell's sum)."""
    after = np.roll(points, -1, axis=0)
    normal = np.cross(points, after).sum(axis=0)
    size = float(np.linalg.norm(normal))
    return Face(points, holes, normal / size if size else normal, material)


def painted(found: Sequence[Face]) -> list[tuple[shapely.Polygon, Face]]:
    """What is seen, from far to near."""
    faces = [face for face in found if face.normal @ VIEW > SEE_MM]
    shapes = [face.flat for face in faces]
    kept = [k for k, shape in enumerate(shapes) if shape.is_valid and shape.area > SMALLEST_MM2]
    faces, shapes = [faces[k] for k in kept], [shapes[k] for k in kept]
    order = _order(faces, shapes)
    return [(shapes[k], faces[k]) for k in _visible(order, shapes)]


def _order(faces: Sequence[Face], shapes: Sequence[shapely.Polygon]) -> list[int]:
    every = np.array(shapes)
    first, second = shapely.STRtree(every).query(every, predicate="intersects")
    ahead = first < second
    first, second = first[ahead], second[ahead]
    common = shapely.intersection(every[first], every[second])
    wide = shapely.area(common) > SMALLEST_MM2
    first, second, common = first[wide], second[wide], common[wide]
    points = shapely.get_coordinates(shapely.point_on_surface(common))
    depth_first = _depths([faces[k] for k in first], points)
    depth_second = _depths([faces[k] for k in second], points)
    behind: list[set[int]] = [set() for _ in faces]  # what must be painted before
    before: list[set[int]] = [set() for _ in faces]
    for a, b, one, two in zip(first.tolist(), second.tolist(), depth_first, depth_second, strict=True):
        if abs(one - two) <= SEE_MM:
            continue
        far, near = (a, b) if one < two else (b, a)
        behind[near].add(far)
        before[far].add(near)
    mean = [float((face.points @ VIEW).mean()) for face in faces]
    waiting = [(mean[k], k) for k in range(len(faces)) if not behind[k]]
    heapq.heapify(waiting)
    order: list[int] = []
    left = set(range(len(faces)))
    while left:
        while waiting:
            k = heapq.heappop(waiting)[1]
            if k not in left:
                continue
            order.append(k)
            left.discard(k)
            for near in before[k]:
                behind[near].discard(k)
                if not behind[near] and near in left:
                    heapq.heappush(waiting, (mean[near], near))
        if left:
            k = min(left, key=lambda each: (mean[each], each))
            behind[k].clear()
            heapq.heappush(waiting, (mean[k], k))
    return order


def _depths(faces: Sequence[Face], points: Array) -> list[float]:
    """How near the plane of each face is, at a point of the picture."""
    if not faces:
        return []
    normals = np.array([face.normal for face in faces])
    through = np.array([face.points[0] for face in faces])
    at = points[:, :1] * RIGHT + points[:, 1:] * UP
    found: list[float] = (((through - at) * normals).sum(axis=1) / (normals @ VIEW)).tolist()
    return found


def _visible(order: Sequence[int], shapes: Sequence[shapely.Polygon]) -> list[int]:
    """Without what nearer faces cover wholly."""
    seen: list[int] = []
    cover: shapely.Geometry = shapely.Polygon()
    for k in reversed(order):
        if shapely.buffer(shapely.difference(shapes[k], cover), -HAIRLINE_MM).area > SMALLEST_MM2:
            seen.append(k)
            cover = shapely.union(cover, shapes[k])
    return seen[::-1]


def _svg(seen: Sequence[tuple[shapely.Polygon, Face]], title: str, ident: str, header: bool) -> str:
    bounds = shapely.total_bounds([shape for shape, _ in seen])
    size = max(bounds[2] - bounds[0], bounds[3] - bounds[1])
    pad = 0.03 * size
    x0, y1 = bounds[0] - pad, bounds[3] + pad
    wide, high = bounds[2] - bounds[0] + 2 * pad, bounds[3] - bounds[1] + 2 * pad
    name = escape(ident)
    out = ['<?xml version="1.0" encoding="UTF-8"?>\n'] if header else []
    out.append(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.1f} {high:.1f}" role="img" '
        f'aria-labelledby="{name}-title" class="iso">\n<title id="{name}-title">{escape(title, quote=False)}</title>\n'
        f'<g stroke="{LINE}" stroke-width="{number(size / 450)}" stroke-linejoin="round" class="iso-lines">\n'
    )
    for shape, face in seen:
        shade = min(4, max(0, round(2.4 + 2.2 * float(face.normal @ LIGHT))))
        rings = "".join(
            "M" + "L".join(f"{x - x0:.1f} {y1 - y:.1f}" for x, y in ring.coords[:-1]) + "Z"
            for ring in (shape.exterior, *shape.interiors)
        )
        fill = FILLS[face.material][shade]
        smooth = f' stroke="{fill}"' if face.material == "product" else ""
        out.append(
            f'<path class="iso-{face.material} shade-{shade + 1}" fill="{fill}"{smooth} fill-rule="evenodd" '
            f'd="{rings}"/>\n'
        )
    out.append("</g>\n</svg>\n")
    return "".join(out)
