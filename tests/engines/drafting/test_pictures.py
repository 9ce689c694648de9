"""Isometric pictures and the scene that the page folds."""

import json
import math
import re
import xml.etree.ElementTree as ET
from typing import Any, get_args

import numpy as np
import pytest
import shapely
from tests.engines.drafting.drawing_cases import CODES, default_box

from binakriya.engines.boxes import assemble
from binakriya.engines.drafting import Product, fold_scene, opened, picture, product_icon
from binakriya.engines.drafting.isometric import RIGHT, UP, VIEW, Face, painted, plate_faces
from binakriya.engines.drafting.products import Kind, faces

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("code", CODES)
def test_picture_is_sound_at_every_stage(code: str) -> None:
    box = default_box(code)
    vase = Product("vase", box.inside.length / 2, box.inside.breadth / 2, box.inside.height * 0.9)
    for progress, product in ((1.0, None), (0.5, None), (opened(box), vase)):
        text = picture(box, progress, product=product)
        root = ET.fromstring(text)
        assert root.findtext(f"{SVG}title") and "style=" not in text
        assert len(root.findall(f".//{SVG}path")) >= 3
        wide, high = (float(value) for value in root.attrib["viewBox"].split()[2:])
        paths = "".join(path.attrib["d"] for path in root.iter(f"{SVG}path"))
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", paths)]
        assert all(-0.1 <= n <= max(wide, high) + 0.1 for n in numbers)


def test_closed_box_hides_its_inside_and_product() -> None:
    box = default_box("0427")
    closed = picture(box, 1.0, product=Product("box", 50, 50, 40))
    assert "iso-product" not in closed and "iso-outside" in closed
    assert "iso-product" in picture(box, opened(box), product=Product("box", 50, 50, 40))


def test_nearer_faces_are_painted_later() -> None:
    """At points of the picture the last painted face is the nearest, by casting a ray."""
    found = [face for part in assemble(default_box("0201"), 0.6) for face in plate_faces(part)]
    seen = painted(found)
    wrong = total = 0
    bounds = shapely.total_bounds([shape for shape, _ in seen])
    for x in np.linspace(bounds[0], bounds[2], 40):
        for y in np.linspace(bounds[1], bounds[3], 40):
            point = shapely.Point(x, y)
            over = [face for shape, face in seen if shape.buffer(-0.5).contains(point)]
            every = [face for face in found if face.flat.buffer(-0.5).contains(point)]
            if over and every:
                total += 1
                nearest = max(_depth(face, x, y) for face in every)
                wrong += nearest - _depth(over[-1], x, y) > 2.0
    assert total > 300 and wrong == 0


def _depth(face: Face, x: float, y: float) -> float:
    at = x * RIGHT + y * UP
    return float((face.points[0] - at) @ face.normal / (face.normal @ VIEW))


def test_products_are_closed_bodies_of_their_size() -> None:
    for kind in get_args(Kind):
        product = Product(kind, 60, 40, 30)
        every = np.array([point for face in faces(product, (0, 0), 0) for point in face])
        assert np.ptp(every[:, 2]) == pytest.approx(30)
        assert np.ptp(every[:, 0]) == pytest.approx(60, rel=0.02)
        assert ET.fromstring(product_icon(kind)).findtext(f"{SVG}title")


def _css(scene: dict[str, Any], progress: float) -> dict[str, np.ndarray]:
    """What a browser does with the scene: where each panel's matrix comes to be."""
    found: dict[str, np.ndarray] = {}

    def walk(node: dict[str, Any], parent: np.ndarray) -> None:
        here = parent
        hinge = node["hinge"]
        if hinge is not None:
            done = min(1.0, max(0.0, progress * scene["steps"] - (hinge["order"] - 1)))
            x, y, z = hinge["pivot"]
            here = (
                parent
                @ _shift(x, y, z)
                @ _rotate(hinge["axis"][0], hinge["axis"][1], 0.0, hinge["angle"] * done)
                @ _shift(-x, -y, -z)
            )
        found[node["name"]] = here
        for child in node["children"]:
            walk(child, here)

    for blank in scene["blanks"]:
        walk(blank["tree"], np.array(blank["placements"][0]["matrix"]).reshape(4, 4).T)
    return found


def _shift(x: float, y: float, z: float) -> np.ndarray:
    made = np.eye(4)
    made[:3, 3] = x, y, z
    return made


def _rotate(x: float, y: float, z: float, degrees: float) -> np.ndarray:
    """As in CSS Transforms 2, rotate3d()."""
    half = math.radians(degrees) / 2
    sc, sq = math.sin(half) * math.cos(half), math.sin(half) ** 2
    made = np.eye(4)
    made[:3, :3] = [
        [1 - 2 * (y * y + z * z) * sq, 2 * (x * y * sq - z * sc), 2 * (x * z * sq + y * sc)],
        [2 * (x * y * sq + z * sc), 1 - 2 * (x * x + z * z) * sq, 2 * (y * z * sq - x * sc)],
        [2 * (x * z * sq - y * sc), 2 * (y * z * sq + x * sc), 1 - 2 * (x * x + y * y) * sq],
    ]
    return made


@pytest.mark.parametrize("code", [code for code in CODES if len(default_box(code).blanks) == 1])
@pytest.mark.parametrize("progress", [0.0, 0.37, 1.0])
def test_scene_folds_as_the_model(code: str, progress: float) -> None:
    box = default_box(code)
    scene = json.loads(json.dumps(fold_scene(box)))
    poses = _css(scene, progress)
    last = {placement["order"] for placement in scene["blanks"][0]["placements"]}
    for part in assemble(box, progress):
        if part.copy or (progress < 1 and last != {1} and any(box.blanks[0].placements[0].approach)):
            continue
        for x, y in part.panel.outline.outer:
            u, v, w = part.motion.point((x, y, 0.0))
            shown = poses[part.panel.name] @ np.array([x, -y, 0.0, 1.0])
            assert np.allclose(shown[:3], (u, -v, w), atol=0.02), part.panel.name
