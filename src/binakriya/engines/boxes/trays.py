"""Trays with glued corners: a base, four walls, and tabs of the front and back walls glued inside the side walls."""

from __future__ import annotations

from binakriya.engines.boxes.model import Job
from binakriya.engines.boxes.sketch import Sketch


def tray(sketch: Sketch, job: Job) -> tuple[float, float]:
    """Draws the tray whose inside is the job's L × B × H, walls as high as the inside; answers where (mm) the lower
    left corner of the inside lies in the drawing. One caliper for each tab, half for each crease."""
    d = job.d
    long, broad, high = job.L + 3 * d, job.B + d, job.H + d / 2
    ends = d
    tab = min(0.4 * job.B, max(12.0, min(40.0, 0.3 * job.B)))
    floor = 0.5 * d + 0.3
    slant = min(0.12 * (high - floor), 5.0)
    sketch.box("base", "base", 0.0, 0.0, long, broad)
    for wall, x, out in (("left", 0.0, -1), ("right", long, 1)):
        sketch.box(wall, "wall", min(x, x + out * high), 0.0, max(x, x + out * high), broad)
        sketch.fold("base", wall, order=2)
    for wall, y, way in (("front", 0.0, -1), ("back", broad, 1)):
        sketch.box(wall, "wall", ends, min(y, y + way * high), long - ends, max(y, y + way * high))
        sketch.fold("base", wall, order=1)
        for side, x, out in (("left", ends, -1), ("right", long - ends, 1)):
            name = f"{wall}-tab-{side}"
            ring = [
                (x, y + way * floor),
                (x + out * tab, y + way * (floor + slant)),
                (x + out * tab, y + way * (high - slant)),
                (x, y + way * high),
            ]
            sketch.panel(name, "glue", ring)
            sketch.fold(wall, name, order=1)
            area = [
                (x + out * (1.0 * d + 1), y + way * (floor + slant + 1)),
                (x + out * (tab - 1), y + way * (floor + slant + 1)),
                (x + out * (tab - 1), y + way * (high - slant - 1)),
                (x + out * (1.0 * d + 1), y + way * (high - slant - 1)),
            ]
            sketch.glue(name, side, area, "outside")
    return (long - job.L) / 2, (broad - job.B) / 2
