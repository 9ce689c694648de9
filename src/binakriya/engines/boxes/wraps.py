"""Five-panel wraps: bottom, back, top, front, and a fifth panel over the top. 0409 has end flaps, a wrap none."""

from __future__ import annotations

from binakriya.engines.boxes.closures import easing
from binakriya.engines.boxes.model import Job, Placement
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.geometry import translation


def wrap(sketch: Sketch, job: Job, *, flaps: bool, lap: float) -> Placement:
    """Draws the panels one above the other; `lap` is how much of the breadth the fifth panel covers, mm."""
    d, ease = job.d, easing(job.d)
    long = job.L + (2 * d if flaps else 0.0)
    broad, high = job.B + d, job.H + d
    rows = {"bottom": (0.0, broad), "front": (-high, 0.0), "back": (broad, broad + high)}
    rows["top"] = (broad + high, broad + high + broad - 0.5 * d - ease)
    rows["cover"] = (-high - min(lap, broad), -high)
    roles = {"bottom": "base", "top": "lid", "cover": "lid"}
    for name, (low, top) in rows.items():
        sketch.box(name, roles.get(name, "wall"), 0.0, low, long, top)  # type: ignore[arg-type]
    sketch.fold("bottom", "back", order=1)
    sketch.fold("bottom", "front", order=1)
    sketch.fold("back", "top", order=2)
    sketch.fold("front", "cover", order=5 if flaps else 3, lift=1.0)
    if flaps:
        _ends(sketch, job, rows, long)
    return Placement(translation(-(long - job.L) / 2, -d / 2, -d / 2))


def _ends(sketch: Sketch, job: Job, rows: dict[str, tuple[float, float]], long: float) -> None:
    """Flaps on both ends: those of front and back inside, those of bottom and top meet over them."""
    d = job.d
    clear = max(2.0, 0.6 * d + 0.3)
    meet = (job.H + d) / 2 - 0.25
    inner = min(0.5 * job.B, job.H, 120.0)
    for name, order in (("front", 3), ("back", 3), ("bottom", 4), ("top", 4)):
        low, top = rows[name]
        outer = name in ("bottom", "top")
        reach = meet if outer else inner
        for side, x, out in (("left", 0.0, -1), ("right", long, 1)):
            flap = f"{name}-{side}"
            end = top if name == "top" else top - clear
            sketch.box(flap, "flap", min(x, x + out * reach), low + clear, max(x, x + out * reach), end)
            sketch.fold(name, flap, order=order, lift=0.5 if outer else -0.5)
