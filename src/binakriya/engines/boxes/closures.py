"""Ends of tubes that need no tape: tuck, snap lock (1-2-3) and auto-lock bottom, in card and in corrugated board.

Each function draws the flaps of one end on a `Tube` and answers how far (mm) the inside lies from the crease line of
that end. Layout from the common ECMA and FEFCO shapes; allowances by half a caliper a crease (C, proved by the fold
test).
"""

from __future__ import annotations

from binakriya.engines.boxes.model import Job
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.slotted_flaps import End
from binakriya.engines.boxes.tubes import Tube
from binakriya.engines.geometry import arc

Points = list[tuple[float, float]]


def easing(d: float) -> float:
    """Clearance in mm that lets one part slide past another: 0.2 mm and a tenth of the caliper (C)."""
    return 0.2 + 0.1 * d


def tuck_room(job: Job) -> float:
    """How much of the breadth (mm) one tuck behind a wall takes."""
    return job.d + easing(job.d)


def tuck_length(job: Job) -> float:
    """Length of the tuck in mm: a third of the breadth, 10 to 25, never more than two fifths of the height."""
    return job.length("tuck", min(max(10.0, min(25.0, job.B / 3)), 0.4 * job.H))


class Outward:
    """Turns (x, distance beyond the end) into the drawing: up at the top, down at the bottom."""

    def __init__(self, made: Tube, end: End) -> None:
        self.level, self.sign = (made.top, 1.0) if end == "top" else (made.bottom, -1.0)

    def ring(self, points: Points) -> Points:
        """The points in the drawing."""
        return [(x, self.level + self.sign * y) for x, y in points]


def tuck_end(sketch: Sketch, made: Tube, end: End, *, hinge: str, order: int) -> float:
    """A lid on the wall `hinge` ("back" or "front"), its tuck behind the opposite wall, dust flaps under it."""
    job, d = sketch.job, sketch.job.d
    out, ease = Outward(made, end), easing(d)
    deep = made.x[2] - made.x[1]
    x0, x1 = made.span(hinge)
    edge = ease + 0.1 * d
    lid = deep - d - ease
    tuck = tuck_length(job)
    shy = d + ease + 0.6
    name = f"{end}-lid"
    sketch.panel(name, "lid", out.ring([(x0 + edge, 0), (x1 - edge, 0), (x1 - edge, lid), (x0 + edge, lid)]))
    sketch.fold(hinge, name, order=order + 2, lift=0.5)
    radius = min(tuck * 0.6, (x1 - x0) / 4)
    left, right = x0 + shy, x1 - shy
    rounded = [(right, lid), *((x, y) for x, y in arc((right - radius, lid + tuck - radius), radius, 0, 90))]
    rounded += [(x, y) for x, y in arc((left + radius, lid + tuck - radius), radius, 90, 180)]
    sketch.panel(f"{end}-tuck", "tuck", out.ring([(left, lid), *rounded]))
    sketch.fold(name, f"{end}-tuck", order=order + 1)

    dust = min(0.48 * job.L, max(0.5 * job.B, 12.0), 60.0)
    for wall in ("right", "left"):
        a, b = made.span(wall)
        # the corner where the tuck passes: the front end of the right wall when the lid hangs on the back
        passes_far = (wall == "right") == (hinge == "back")
        near, far = 0.5 * d + ease, 1.5 * d + 2 * ease + 0.3
        low, high = (near, far) if passes_far else (far, near)
        taper = min(0.12 * (b - a), 8.0)
        sketch.panel(
            f"{end}-dust-{wall}",
            "dust",
            out.ring([(a + low, 0), (b - high, 0), (b - high - taper, dust), (a + low + taper, dust)]),
        )
        sketch.fold(wall, f"{end}-dust-{wall}", order=order, lift=-0.5)
    return d


def snap_lock(sketch: Sketch, made: Tube, *, order: int) -> float:
    """The 1-2-3 bottom: the back flap first, then the sides, then the front, whose tongue snaps over the back flap's
    recessed edge. The model shows the tongue under that edge, before the board has been bent for it to snap."""
    d = sketch.job.d
    out, ease = Outward(made, "bottom"), easing(d)
    deep = made.x[2] - made.x[1]
    edge = ease + 0.1 * d
    for wall, long, short, inwards in (("back", 0.64, 0.42, True), ("front", 0.62, 0.40, False)):
        x0, x1 = made.span(wall)
        a, b = x0 + edge, x1 - edge
        left, right = a + 0.25 * (b - a), b - 0.25 * (b - a)
        slope = 0.06 * (b - a)
        full, part = long * deep, short * deep
        if inwards:
            outer = 0.5 * d + ease
            ring = [(a, 0), (b, 0), (b - outer, full), (right + slope, full), (right, part), (left, part)]
            ring += [(left - slope, full), (a + outer, full)]
        else:
            ring = [(a, 0), (b, 0), (b, part), (right + slope, part), (right, full)]
            ring += [(left, full), (left - slope, part), (a, part)]
        sketch.panel(f"bottom-{wall}", "flap", out.ring(ring))
        sketch.fold(wall, f"bottom-{wall}", order=order if inwards else order + 2, lift=-1.0 if inwards else 1.0)
    side = min(0.5 * deep + 5, 0.46 * (made.x[1] - made.x[0]))
    for wall in ("right", "left"):
        a, b = made.span(wall)
        taper = 0.25 * (b - a)
        ring = [(a + edge, 0), (b - edge, 0), (b - edge - taper, side), (a + edge + taper, side)]
        sketch.panel(f"bottom-{wall}", "flap", out.ring(ring))
        sketch.fold(wall, f"bottom-{wall}", order=order + 1)
    return 1.5 * d


def auto_lock(sketch: Sketch, made: Tube, *, order: int) -> float:
    """The auto-lock (crash lock) bottom: back and front flaps each carry a corner that is folded back by 180° over a
    diagonal crease and glued to a side flap, so that the bottom unfolds with the walls; in the middle they hook."""
    d = sketch.job.d
    out, ease = Outward(made, "bottom"), easing(d)
    deep = made.x[2] - made.x[1]
    gap = 0.5 * d + ease
    edge = ease + 0.1 * d
    half = deep / 2
    corner = min(0.42 * deep, 0.42 * (made.x[1] - made.x[0]))
    hook = min(0.05 * deep, 6.0)
    for wall, side in (("back", "right"), ("front", "left")):
        x0, x1 = made.span(wall)
        middle = (x0 + x1) / 2
        ring = [(x0 + edge, 0), (x1 - edge, 0), (x1 - gap, gap), (x1 - corner, corner)]
        # left half long, right half short: the other one, turned by 180°, fills what is left
        ring += [(x1 - corner, half - hook - ease / 2), (middle + hook / 2 - ease / 2, half - hook - ease / 2)]
        ring += [(middle - hook / 2 - ease / 2, half + hook - ease / 2), (x0 + gap, half + hook - ease / 2)]
        if edge < gap:
            ring.append((x0 + gap, gap))
        sketch.panel(f"bottom-{wall}", "flap", out.ring(ring))
        sketch.fold(wall, f"bottom-{wall}", order=order + 1, lift=1.0)
        corner_ring = [(x1 - gap, gap), (x1 - gap, corner), (x1 - corner, corner)]
        name = f"bottom-{wall}-corner"
        sketch.panel(name, "glue", out.ring(corner_ring))
        sketch.fold(f"bottom-{wall}", name, angle=180.0, order=order, axis=0.5)
        shrink = 0.2 * corner
        area = [(x1 - gap - shrink / 2, gap + shrink), (x1 - gap - shrink / 2, corner - shrink / 2)]
        area.append((x1 - corner + shrink, corner - shrink / 2))
        sketch.glue(name, f"bottom-{side}", out.ring(area), "outside")
    for wall in ("right", "left"):
        a, b = made.span(wall)
        # its first end lies at the corner that is glued to it
        ring = [(a + gap, 0), (b - gap, 0), (b - gap - 0.3 * (b - a), corner + 3), (a + gap, corner + 3)]
        sketch.panel(f"bottom-{wall}", "flap", out.ring(ring))
        sketch.fold(wall, f"bottom-{wall}", order=order + 1, lift=-1.0)
    return 1.5 * d
