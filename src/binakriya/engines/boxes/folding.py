"""The fold model: panels are plates of the board's thickness that turn about their creases, step by step.

Source of the model: a 90° crease takes half a caliper (B), which is what folding about the middle of the board gives:
two creases at a distance S leave S - d inside and S + d outside. Where layers come to lie on each other (flaps over
flaps) the crease is crushed or rolls, by `axis` and `roll` of the crease.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from binakriya.engines.boxes.model import Blank, Box, Crease, Panel
from binakriya.engines.geometry import IDENTITY, Motion, Point, Solid, Vector, plate, translation, turn


@dataclass(frozen=True)
class Part:
    """A panel of a copy of a blank, in the coordinates of the box."""

    blank: str
    copy: int
    panel: Panel
    motion: Motion
    thickness: float

    @property
    def solids(self) -> list[Solid]:
        """The plate as convex solids."""
        return plate(self.panel.outline, self.thickness, self.motion)


def steps(box: Box) -> int:
    """Number of steps in which the box is folded and put together."""
    orders = [crease.order for blank in box.blanks for crease in blank.creases]
    orders += [placement.order for blank in box.blanks for placement in blank.placements]
    return max(orders, default=1)


def blank_steps(blank: Blank) -> int:
    """Number of steps in which one blank is folded."""
    return max((crease.order for crease in blank.creases), default=1)


def share(progress: float, order: int, count: int) -> float:
    """How much of step `order` of `count` is done (0 to 1) when `progress` (0 to 1) of the whole is."""
    if not 0 <= progress <= 1 or math.isnan(progress):
        raise ValueError("progress runs from 0 to 1")
    return min(1.0, max(0.0, progress * count - (order - 1)))


def fold(blank: Blank, progress: float = 1.0, *, count: int | None = None) -> dict[str, Motion]:
    """Where each panel lies when `progress` (0 flat, 1 folded) of the folding is done: a motion from the flat drawing
    (x, y in mm, z = 0 the middle of the board, z up the inside face) to the blank's own space, in which the root stays.
    `count` is the number of steps (those of the whole box when it has several blanks)."""
    total = blank_steps(blank) if count is None else count
    poses = {blank.root: IDENTITY}
    hung = {blank.root: ""}
    carried: dict[str, list[Crease]] = {}
    for crease in blank.creases:
        if not crease.loop:
            carried.setdefault(crease.panels[0], []).append(crease)
    waiting = [blank.root]
    while waiting:
        name = waiting.pop()
        for crease in carried.get(name, ()):
            child = crease.panels[1]
            if child in poses:
                if hung[child] != name:
                    raise ValueError(f"{blank.name}: panel {child} hangs on two panels")
                continue  # the same crease, interrupted by a slot
            hung[child] = name
            motion = crease_motion(
                crease, blank.panel(child), blank.board.caliper_mm, share(progress, crease.order, total)
            )
            poses[child] = poses[name] @ motion
            waiting.append(child)
    if len(poses) != len(blank.panels):
        raise ValueError(f"{blank.name}: panels without a crease")
    return poses


def crease_motion(crease: Crease, child: Panel, caliper: float, done: float) -> Motion:
    """The motion of the carried panel, when `done` (0 to 1) of the crease is folded."""
    (x0, y0), (x1, y1) = crease.start, crease.end
    size = math.hypot(x1 - x0, y1 - y0)
    along = ((x1 - x0) / size, (y1 - y0) / size)
    into = towards(crease, child)
    # the right-hand rule about `along` lifts what lies to its left
    lifts = 1.0 if along[0] * into[1] - along[1] * into[0] > 0 else -1.0
    angle = crease.angle * done * (1.0 if crease.side == "valley" else -1.0) * lifts
    # the axis stands at the crushed place of the fold from the beginning of the fold on
    rolled = crease.roll * caliper
    through: Vector = (x0 + into[0] * rolled, y0 + into[1] * rolled, crease.axis * caliper)
    return turn(through, (along[0], along[1], 0.0), angle)


def towards(crease: Crease, child: Panel) -> Point:
    """Unit vector in the drawing, square to the crease, from the crease into the carried panel."""
    (x0, y0), (x1, y1) = crease.start, crease.end
    size = math.hypot(x1 - x0, y1 - y0)
    normal = (-(y1 - y0) / size, (x1 - x0) / size)
    ring = child.outline.outer
    # the panel's edge that lies on the crease, walked counter-clockwise, has the panel to its left
    for k, (x, y) in enumerate(ring):
        u, v = ring[(k + 1) % len(ring)]
        off = max(abs((px - x0) * normal[0] + (py - y0) * normal[1]) for px, py in ((x, y), (u, v)))
        if off < 0.01 and math.hypot(u - x, v - y) > 0.01:
            same = (u - x) * (x1 - x0) + (v - y) * (y1 - y0) > 0
            return normal if same else (-normal[0], -normal[1])
    raise ValueError(f"crease {crease.panels} is not on an edge of {child.name}")


def assemble(box: Box, progress: float = 1.0) -> list[Part]:
    """Every panel of every copy of every blank, in the coordinates of the box."""
    count = steps(box)
    parts: list[Part] = []
    for blank in box.blanks:
        poses = fold(blank, progress, count=count)
        for copy, placement in enumerate(blank.placements):
            left = 1 - share(progress, placement.order, count)
            x, y, z = (value * left for value in placement.approach)
            stands = translation(x, y, z) @ placement.motion
            parts.extend(
                Part(blank.name, copy, panel, stands @ poses[panel.name], blank.board.caliper_mm)
                for panel in blank.panels
            )
    return parts
