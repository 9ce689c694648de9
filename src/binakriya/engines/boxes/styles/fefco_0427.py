"""FEFCO 0427, the mailer: a tray with rolled side walls and a hinged lid."""

from __future__ import annotations

from binakriya.engines.boxes.model import Blank, Job, Parameter, Placement, Rule, Style
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.words import Text
from binakriya.engines.geometry import translation

NAME = Text("Kotak kirim berdinding lipat ganda (mailer)", "Roll-end mailer with hinged lid")

# shares of a caliper, from the table of 0427 allowances (B)
BASE_LENGTH = 6.33
END_LENGTH = 3.0
BASE_BREADTH = 2.33
END_HEIGHT = 0.67
OUTER_SIDE = 0.33
INNER_SIDE = -0.33
ROLL = 2.67
EAR = 1.17
LID = 3.33
SLOT = 3.33
TAB = 1.33
INSIDE_LID = 1.33
"""A lid whose front goes behind the front wall ends one caliper before that wall (d/2 rule, C)."""


def draw(job: Job) -> tuple[Blank, ...]:
    """Base in the middle, front below, back and lid above, rolled sides left and right."""
    d, L, B, H = job.d, job.L, job.B, job.H
    sketch = Sketch("box", NAME, job, grain="x")
    long, broad, high = L + BASE_LENGTH * d, B + BASE_BREADTH * d, H + END_HEIGHT * d
    ends = (long - (L + END_LENGTH * d)) / 2
    inset = 0.67 * d
    tabs = [(0.5, 0.4)] if B < 120 else [(0.27, 0.2), (0.73, 0.2)]
    spans = [(broad * (at - size / 2), broad * (at + size / 2)) for at, size in tabs]
    clear = 0.5 + 0.2 * d

    base = [(0.0, 0.0), (long, 0.0)]
    base += [point for y0, y1 in spans for point in _notch(long, -SLOT * d, y0 - clear, y1 + clear)]
    base += [(long, broad), (0.0, broad)]
    base += [point for y0, y1 in reversed(spans) for point in _notch(0.0, SLOT * d, y1 + clear, y0 - clear)]
    sketch.panel("base", "base", base)

    sketch.box("front", "wall", ends, -high, long - ends, 0.0)
    sketch.box("back", "wall", ends, broad, long - ends, broad + high)
    sketch.fold("base", "front", order=1)
    sketch.fold("base", "back", order=1)
    ear, low, top = B / 2 + EAR * d - 0.5, 0.67 * d, high - 1.33 * d
    slope = min(0.15 * (top - low), 4.0)
    for wall, y, way in (("front", 0.0, -1), ("back", broad, 1)):
        for side, x, out in (("left", ends, -1), ("right", long - ends, 1)):
            name = f"{wall}-ear-{side}"
            sketch.panel(
                name,
                "dust",
                [
                    (x, y + way * low),
                    (x + out * ear, y + way * (low + slope)),
                    (x + out * ear, y + way * (top - slope)),
                    (x, y + way * top),
                ],
            )
            sketch.fold(wall, name, order=2)

    for wall, x, out in (("left", 0.0, -1), ("right", long, 1)):
        edge = x + out * (H + OUTER_SIDE * d)
        roll = edge + out * ROLL * d
        foot = roll + out * (H + INNER_SIDE * d)
        sketch.box(wall, "wall", min(x, edge), 0.0, max(x, edge), broad)
        sketch.box(f"{wall}-roll", "strip", min(edge, roll), inset, max(edge, roll), broad - inset)
        ring = [(roll, inset), (roll, broad - inset), (foot, broad - inset)]
        for y0, y1 in reversed(spans):
            ring += [(foot, y1), (foot + out * TAB * d, y1), (foot + out * TAB * d, y0), (foot, y0)]
        ring.append((foot, inset))
        sketch.panel(f"{wall}-inner", "inner", ring)
        sketch.fold("base", wall, order=3)
        sketch.fold(wall, f"{wall}-roll", order=4, lift=-OUTER_SIDE)
        sketch.fold(f"{wall}-roll", f"{wall}-inner", order=4)

    outside = job["front_flap"] == "outside"
    lid = B + (LID if outside else INSIDE_LID) * d
    flap = job.length("flap", min(0.6 * H, 60.0))
    hinge = broad + high
    sketch.box("lid", "lid", 0.0, hinge, long, hinge + lid)
    start = 0.0 if outside else ends + 2 * d
    lean = min(flap * 0.2, 8.0)
    sketch.panel(
        "lid-front",
        "tuck",
        [
            (start, hinge + lid),
            (long - start, hinge + lid),
            (long - start - lean, hinge + lid + flap),
            (start + lean, hinge + lid + flap),
        ],
    )
    sketch.fold("lid", "lid-front", order=5)
    sketch.fold("back", "lid", order=6, lift=1 - END_HEIGHT)
    front = (BASE_BREADTH - 1) / 2 * d if outside else (BASE_BREADTH - 2) / 2 * d + d
    place = translation(-(long - L) / 2, -(d / 2 + front), -d / 2)
    return (sketch.blank("base", [Placement(place)]),)


def _notch(x: float, depth: float, start: float, end: float) -> list[tuple[float, float]]:
    """Corners of a slot that is open to the edge at `x`."""
    return [(x, start), (x + depth, start), (x + depth, end), (x, end)]


STYLE = Style(
    code="0427",
    family="folder",
    name=NAME,
    summary=Text(
        "Kotak kirim satu lembar tanpa lem: dinding samping digulung ganda dan dikunci di alas, tutup menyatu.",
        "A one-piece mailer without glue: side walls are rolled double and lock in the base, the lid is hinged.",
    ),
    draw=draw,
    kinds=("corrugated",),
    caliper=(0.7, 5.0),
    smallest=(60.0, 50.0, 20.0),
    largest=(800.0, 700.0, 400.0),
    layers=(7, 4, 2),
    firmness="B",
    source="FEFCO 0427 allowances in calipers, one source read; lid whose front goes inside: d/2 rule",
    parameters=(
        Parameter(
            "front_flap",
            Text("Letak sayap depan tutup", "Where the lid's front goes"),
            "choice",
            Text(
                "Di luar dinding depan (ukuran tabel), atau diselipkan di dalamnya.",
                "Outside the front wall (the table's size), or tucked in behind it.",
            ),
            default="outside",
            choices=(("outside", Text("di luar", "outside")), ("inside", Text("di dalam", "inside"))),
        ),
        Parameter(
            "flap",
            Text("Panjang sayap depan tutup", "Length of the lid's front"),
            "length",
            Text("Kosong: 0,6 × tinggi, paling besar 60 mm.", "Empty: 0.6 × height, at most 60 mm."),
            minimum=8,
            maximum=120,
        ),
    ),
    rules=(
        Rule(
            "flap_too_long",
            "flap",
            lambda job: job.length("flap", 0) > job.H - job.d,
            Text(
                "Sayap depan lebih panjang daripada tinggi dalam {H} mm.",
                "The lid's front is longer than the inside height of {H} mm.",
            ),
            Text("Kosongkan, atau isi kurang dari tinggi dalam.", "Leave it empty, or give less than the height."),
        ),
    ),
    gap=(2.0, 1.5),
    closes_by="tape",
    default_inside=(200.0, 150.0, 60.0),
    default_board="E",
)
