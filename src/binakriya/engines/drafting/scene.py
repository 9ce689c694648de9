"""A box as a tree of hinged panels, for a page that folds it with CSS 3-D transforms.

CSS has y downwards and z towards the reader, so every y changes its sign and every turn its sense. All panels of a
blank keep the coordinates of its drawing: a panel turns by
`translate3d(x, y, z) rotate3d(ax, ay, 0, angle) translate3d(-x, -y, -z)` inside its parent, one px a mm, where `angle`
is the share that is done of the hinge's. Share of step n of `steps` at progress p: p · steps - (n - 1), kept in 0 to 1.
"""

from __future__ import annotations

import math
from typing import Any

from binakriya.engines.boxes import Blank, Box, Crease, Panel, steps, style
from binakriya.engines.boxes.folding import towards
from binakriya.engines.boxes.words import ROLES
from binakriya.engines.drafting.model import Language
from binakriya.engines.drafting.svg import number
from binakriya.engines.geometry import Motion


def fold_scene(box: Box, *, language: Language = "id") -> dict[str, Any]:
    """What the page's script reads: `steps`, `words`, `size` (mm of the largest blank), `inside`, and for each blank
    its caliper, its `tree` and its `placements`. Plain values, ready for JSON."""
    chosen = style(box.style)
    blanks = [_blank(blank, language) for blank in box.blanks]
    return {
        "code": box.style,
        "name": chosen.name.read(language),
        "steps": steps(box),
        "says": [each.read(language) for each in chosen.steps],
        "inside": [box.inside.length, box.inside.breadth, box.inside.height],
        "blanks": blanks,
    }


def _blank(blank: Blank, language: Language) -> dict[str, Any]:
    carried: dict[str, list[Crease]] = {}
    hung: set[str] = {blank.root}
    for crease in blank.creases:
        if not crease.loop:
            carried.setdefault(crease.panels[0], []).append(crease)

    def node(panel: Panel, crease: Crease | None) -> dict[str, Any]:
        children = []
        for each in carried.get(panel.name, ()):
            if each.panels[1] not in hung:
                hung.add(each.panels[1])
                children.append(node(blank.panel(each.panels[1]), each))
        x0, y0, x1, y1 = panel.outline.bounds
        return {
            "name": panel.name,
            "label": ROLES[panel.role].read(language),
            "role": panel.role,
            "box": [_n(x0), _n(-y1), _n(x1 - x0), _n(y1 - y0)],
            "path": "".join(
                "M" + "L".join(f"{number(x)} {number(-y)}" for x, y in ring) + "Z" for ring in panel.outline.rings
            ),
            "hinge": None if crease is None else hinge(crease, panel, blank.board.caliper_mm),
            "children": children,
        }

    return {
        "name": blank.name,
        "title": blank.title.read(language),
        "caliper": blank.board.caliper_mm,
        "tree": node(blank.panel(blank.root), None),
        "placements": [
            {
                "matrix": css_matrix(placement.motion),
                "approach": [_n(placement.approach[0]), _n(-placement.approach[1]), _n(placement.approach[2])],
                "order": placement.order,
            }
            for placement in blank.placements
        ],
    }


def hinge(crease: Crease, child: Panel, caliper: float) -> dict[str, Any]:
    """Pivot (mm), axis (unit), signed angle (degrees, as CSS turns) and step, as `boxes.folding` turns the panel."""
    (x0, y0), (x1, y1) = crease.start, crease.end
    size = math.hypot(x1 - x0, y1 - y0)
    along = ((x1 - x0) / size, (y1 - y0) / size)
    into = towards(crease, child)
    lifts = 1.0 if along[0] * into[1] - along[1] * into[0] > 0 else -1.0
    turn = crease.angle * (1.0 if crease.side == "valley" else -1.0) * lifts
    rolled = crease.roll * caliper
    return {
        "pivot": [_n(x0 + into[0] * rolled), _n(-(y0 + into[1] * rolled)), _n(crease.axis * caliper)],
        "axis": [round(along[0], 9) + 0.0, round(-along[1], 9) + 0.0],
        "angle": _n(-turn),
        "order": crease.order,
    }


def css_matrix(motion: Motion) -> list[float]:
    """The sixteen numbers of `matrix3d()`, by columns, for a motion of the box's space."""
    signs = (1.0, -1.0, 1.0)
    columns: list[float] = []
    for k in range(3):
        columns += [round(signs[row] * motion.rotation[row][k] * signs[k], 9) + 0.0 for row in range(3)]
        columns.append(0.0)
    return [*columns, *(_n(signs[k] * motion.shift[k]) for k in range(3)), 1.0]


def _n(value: float) -> float:
    return round(value, 4) + 0.0
