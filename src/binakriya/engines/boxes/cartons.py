"""Upright cartons: a tube with a tuck on top and one of three bottoms. What the styles that look so have in common."""

from __future__ import annotations

from typing import Literal

from binakriya.engines.boxes.allowances import joint
from binakriya.engines.boxes.closures import auto_lock, snap_lock, tuck_end, tuck_room
from binakriya.engines.boxes.model import Blank, Job
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.tubes import standing, tube, tube_grain
from binakriya.engines.boxes.words import Text
from binakriya.engines.geometry import Ring, rectangle

Bottom = Literal["straight", "reverse", "snap", "auto"]


def carton(job: Job, name: Text, bottom: Bottom) -> tuple[Blank, ...]:
    """The blank. Tucks stand inside the walls, so the box is broader by their room: the inside stays L × B × H."""
    d = job.d
    sketch = Sketch("box", name, job, grain=tube_grain(job))
    room = tuck_room(job) * (2 if bottom == "reverse" else 1)
    wide, narrow = job.L + d, job.B + d + room
    below = d if bottom in ("straight", "reverse") else 1.5 * d
    height = job.H + d + below
    tab = job.length("joint", joint(job.board, job.H, job.B))
    pane, film = window(job, wide, below)
    made = tube(
        sketch,
        (wide, narrow, wide, narrow - d),
        height,
        tab=tab,
        inset=(below + 0.5 + 0.3 * d, 1.3 * d + 0.5),
        holes={"front": [pane]} if pane else {},
    )
    if pane:
        x = made.span("front")[0]
        shifted = [[(x + u, v) for u, v in ring] for ring in (pane, film) if ring]
        sketch.window("front", shifted[0], shifted[1] if film else None)
    if bottom in ("straight", "reverse"):
        floor = tuck_end(sketch, made, "bottom", hinge="back" if bottom == "straight" else "front", order=2)
        top_order = 5
    elif bottom == "snap":
        floor, top_order = snap_lock(sketch, made, order=2), 5
    else:
        floor, top_order = auto_lock(sketch, made, order=2), 4
    tuck_end(sketch, made, "top", hinge="back", order=top_order)
    front = 0.5 if bottom == "reverse" else 1.0
    return (sketch.blank("back", [standing(sketch, made, floor, front=front)]),)


def window(job: Job, wide: float, below: float) -> tuple[Ring, Ring]:
    """Hole and film of a window in the middle of the front, rings from the wall's lower left corner; empty without.
    The hole takes three fifths of the front each way (C); the film laps it by 8 mm or what there is."""
    if job["window"] == "none":
        return (), ()
    x, y = 0.2 * wide, below + 0.2 * job.H
    hole = rectangle(x, y, wide - x, y + 0.6 * job.H)
    if job["window"] == "open":
        return hole, ()
    lap = min(8.0, 0.1 * wide, 0.1 * job.H)
    return hole, rectangle(x - lap, y - lap, wide - x + lap, y + 0.6 * job.H + lap)
