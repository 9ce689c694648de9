"""A set of partitions: strips along and across, slotted half their height into each other."""

from __future__ import annotations

from collections.abc import Sequence

from binakriya.engines.boxes.making import STRIPS, STRIPS_IN
from binakriya.engines.boxes.model import Blank, Job, Parameter, Placement, Rule, Style
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.words import Text
from binakriya.engines.geometry import axes

NAME = Text("Set sekat", "Set of partitions")
ALONG = Text("Sekat memanjang", "Strip along")
ACROSS = Text("Sekat melintang", "Strip across")
PLAY = 1.0
"""mm. So much shorter than the box are the strips (C)."""


def draw(job: Job) -> tuple[Blank, ...]:
    """Strips along with slots from above, strips across with slots from below."""
    d, H = job.d, job.H
    columns, rows = int(job["columns"]), int(job["rows"])
    xs = [job.L * k / columns for k in range(1, columns)]
    ys = [job.B * k / rows for k in range(1, rows)]
    along, across = Sketch("along", ALONG, job), Sketch("across", ACROSS, job)
    along.panel("strip", "cell", _strip(job.L - PLAY, H, [x - PLAY / 2 for x in xs], d, above=True))
    across.panel("strip", "cell", _strip(job.B - PLAY, H, [y - PLAY / 2 for y in ys], d, above=False))
    # drawn upright: x to the right, y up, seen from the front or from the right
    lengthwise = [Placement(axes((1.0, 0.0, 0.0), (0.0, 0.0, 1.0), (0.0, -1.0, 0.0), (PLAY / 2, y, 0.0))) for y in ys]
    crosswise = [
        Placement(
            axes((0.0, 1.0, 0.0), (0.0, 0.0, 1.0), (1.0, 0.0, 0.0), (x, PLAY / 2, 0.0)),
            approach=(0.0, 0.0, 1.1 * H + 20),
        )
        for x in xs
    ]
    return (along.blank("strip", lengthwise), across.blank("strip", crosswise))


def _strip(length: float, height: float, at: Sequence[float], d: float, *, above: bool) -> list[tuple[float, float]]:
    """A strip with slots half its height and half a millimetre, as wide as the board and its play."""
    half = (d + 0.4 + 0.1 * d) / 2
    deep = height / 2 - 0.25
    ring = [(0.0, 0.0)]
    if not above:
        for x in at:
            ring += [(x - half, 0.0), (x - half, height - deep), (x + half, height - deep), (x + half, 0.0)]
    ring += [(length, 0.0), (length, height)]
    if above:
        for x in reversed(at):
            ring += [(x + half, height), (x + half, deep), (x - half, deep), (x - half, height)]
    ring.append((0.0, height))
    return ring


def _counted(key: str, name: Text) -> Parameter:
    hint = Text("Jumlah ruang ke arah ini.", "Number of cells in this direction.")
    return Parameter(key, name, "count", hint, default=3 if key == "columns" else 2, minimum=2, maximum=12)


STYLE = Style(
    code="partition",
    family="fitment",
    name=NAME,
    summary=Text(
        "Sekat yang saling mengait untuk memisahkan barang pecah belah di dalam satu kotak.",
        "Strips that slot into each other and keep fragile goods apart in one box.",
    ),
    draw=draw,
    kinds=("corrugated", "card"),
    caliper=(0.35, 5.0),
    smallest=(60.0, 60.0, 30.0),
    largest=(1000.0, 800.0, 500.0),
    layers=(0, 0, 0),
    firmness="C",
    source="slots half the height, one caliper and play wide; proved by the fold test",
    parameters=(
        _counted("columns", Text("Ruang ke arah panjang", "Cells along the length")),
        _counted("rows", Text("Ruang ke arah lebar", "Cells along the breadth")),
    ),
    rules=(
        Rule(
            "cells_too_narrow",
            "columns",
            lambda job: min(job.L / job["columns"], job.B / job["rows"]) < 15 + 2 * job.d,
            Text(
                "Ruang menjadi lebih sempit dari 15 mm pada {L} × {B} mm.",
                "The cells become narrower than 15 mm at {L} × {B} mm.",
            ),
            Text("Kurangi jumlah ruang.", "Have fewer cells."),
        ),
    ),
    open_faces=("left", "right", "front", "back", "bottom", "top"),
    closes_by="none",
    default_inside=(300.0, 200.0, 120.0),
    steps=(STRIPS, STRIPS_IN),
)
