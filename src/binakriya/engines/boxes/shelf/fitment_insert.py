"""An insert: pads of corrugated board or paper honeycomb, one on the other, with a hole of the product's outline."""

from __future__ import annotations

import shapely

from binakriya.engines.boxes.making import PADS_FILL, PADS_STACK
from binakriya.engines.boxes.model import Blank, Job, Parameter, Placement, Rule, Style
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.words import Text
from binakriya.engines.geometry import Point, arc, translation
from binakriya.engines.geometry.tolerances import FLAT_CURVE

NAME = Text("Sisipan berlubang sesuai bentuk barang", "Insert cut to the product's outline")
CUT = Text("Lembar berlubang", "Pad with the cut-out")
FLOOR = Text("Lembar dasar", "Floor pad")
PLAY = 1.0
"""mm. So much smaller than the inside of the box are the pads (C)."""
RIM = 10.0
"""mm. What must be left between cut-out and edge (C)."""

MOST_PADS = 24
"""More pads than this are not an insert that anyone stacks (C)."""


def draw(job: Job) -> tuple[Blank, ...]:
    """As many pads as fill the height; the lowest are whole."""
    d = job.d
    count = max(1, round(job.H / d))
    floors = min(int(job["floors"]), count - 1)
    x1, y1 = job.L - PLAY, job.B - PLAY
    cut, floor = Sketch("cut", CUT, job), Sketch("floor", FLOOR, job)
    edge = [(0.0, 0.0), (x1, 0.0), (x1, y1), (0.0, y1)]
    cut.panel("pad", "cell", edge, [cut_out(job)])
    floor.panel("pad", "cell", edge)

    def placed(first: int, last: int) -> list[Placement]:
        return [
            Placement(translation(PLAY / 2, PLAY / 2, (k + 0.5) * d), approach=(0.0, 0.0, 30.0 + 15.0 * k), order=1)
            for k in range(first, last)
        ]

    blanks = [floor.blank("pad", placed(0, floors))] if floors else []
    return (*blanks, cut.blank("pad", placed(floors, count)))


def cut_out(job: Job) -> list[Point]:
    """The product's outline, wider by the play all round, in the middle of the pad; without one, a rounded rectangle of
    three fifths of the pad."""
    x1, y1 = job.L - PLAY, job.B - PLAY
    outline = job["outline"]
    if outline is None:
        w, h = 0.3 * x1, 0.3 * y1
        r = 0.2 * min(w, h)
        corners = [((w - r, h - r), 0), ((r - w, h - r), 90), ((r - w, r - h), 180), ((w - r, r - h), 270)]
        return [(x1 / 2 + x, y1 / 2 + y) for centre, start in corners for x, y in arc(centre, r, start, start + 90)]
    grown = shapely.Polygon(outline).buffer(job.length("clearance", 1.0), quad_segs=4)
    grown = shapely.Polygon(grown.exterior).simplify(FLAT_CURVE)
    left, low, right, high = grown.bounds
    shift = (x1 / 2 - (left + right) / 2, y1 / 2 - (low + high) / 2)
    return [(x + shift[0], y + shift[1]) for x, y in grown.exterior.coords[:-1]]


def _leaves_no_rim(job: Job) -> bool:
    if job["outline"] is None:
        return False
    xs, ys = [x for x, _ in job["outline"]], [y for _, y in job["outline"]]
    more = 2 * (RIM + job.length("clearance", 1.0)) + PLAY
    return max(xs) - min(xs) + more > job.L or max(ys) - min(ys) + more > job.B


STYLE = Style(
    code="insert",
    family="fitment",
    name=NAME,
    summary=Text(
        "Lembaran karton gelombang atau sarang lebah yang ditumpuk, dengan lubang sesuai bentuk barang.",
        "Stacked pads of corrugated board or paper honeycomb with a hole of the product's outline.",
    ),
    draw=draw,
    kinds=("corrugated", "honeycomb"),
    caliper=(0.7, 60.0),
    smallest=(50.0, 50.0, 5.0),
    largest=(1000.0, 800.0, 200.0),
    layers=(0, 0, 0),
    firmness="C",
    source="pads are cut, not folded; play and rim assumed",
    parameters=(
        Parameter(
            "outline",
            Text("Garis bentuk barang", "Outline of the product"),
            "outline",
            Text(
                "Titik-titik (x, y) dalam mm mengelilingi barang, dari atas. Kosong: persegi panjang di tengah.",
                "Points (x, y) in mm round the product, seen from above. Empty: a rectangle in the middle.",
            ),
        ),
        Parameter(
            "clearance",
            Text("Kelonggaran keliling", "Play round the product"),
            "length",
            Text("Kosong: 1 mm.", "Empty: 1 mm."),
            minimum=0.2,
            maximum=20,
        ),
        Parameter(
            "floors",
            Text("Lembar dasar tanpa lubang", "Pads without the hole, below"),
            "count",
            Text("Berapa lembar terbawah yang utuh.", "How many of the lowest pads stay whole."),
            default=1,
            minimum=0,
            maximum=5,
        ),
    ),
    rules=(
        Rule(
            "no_rim",
            "outline",
            _leaves_no_rim,
            Text(
                "Bentuk barang menyisakan kurang dari 10 mm di tepi lembar {L} × {B} mm.",
                "The outline leaves less than 10 mm at the edge of a pad of {L} × {B} mm.",
            ),
            Text("Pakai kotak yang lebih besar, atau perkecil kelonggaran.", "Use a larger box, or less play."),
        ),
        Rule(
            "too_thin",
            "height",
            lambda job: 0.5 * job.d > job.H,
            Text(
                "Tinggi {H} mm kurang dari setengah tebal lembar {d} mm.",
                "The height of {H} mm is less than half a pad of {d} mm.",
            ),
            Text("Pakai bahan yang lebih tipis.", "Use a thinner board."),
        ),
        Rule(
            "too_many_pads",
            "board",
            lambda job: round(job.H / job.d) > MOST_PADS,
            Text(
                "Tinggi {H} mm butuh lebih dari 24 lembar setebal {d} mm.",
                "A height of {H} mm takes more than 24 pads of {d} mm.",
            ),
            Text("Pakai bahan yang lebih tebal, misalnya sarang lebah.", "Use a thicker board, such as honeycomb."),
        ),
    ),
    open_faces=("left", "right", "front", "back", "bottom", "top"),
    closes_by="none",
    default_inside=(220.0, 160.0, 40.0),
    default_board="honeycomb-20",
    steps=(PADS_STACK, PADS_FILL),
)
