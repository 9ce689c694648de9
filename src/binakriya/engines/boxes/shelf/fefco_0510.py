"""FEFCO 0510: a slide box of two sleeves, one lying, one upright, slid into each other crosswise."""

from __future__ import annotations

from binakriya.engines.boxes.allowances import joint
from binakriya.engines.boxes.declared import CORRUGATED, JOINT, JOINT_FITS, JOINT_HOLDS
from binakriya.engines.boxes.making import OPEN_TUBES, PUSH_IN, SLIDE_OVER
from binakriya.engines.boxes.model import Blank, Job, Parameter, Placement, Style
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.sleeves import JOINT_BELOW_HEIGHT, sleeve
from binakriya.engines.boxes.tubes import standing, tube
from binakriya.engines.boxes.words import Text
from binakriya.engines.geometry import translation

NAME = Text("Kotak geser dari dua selongsong", "Slide box of two sleeves")
INNER = Text("Selongsong dalam", "Inner sleeve")
OUTER = Text("Selongsong luar", "Outer sleeve")


def draw(job: Job) -> tuple[Blank, ...]:
    """The inner sleeve lies and has top and bottom; the outer stands round it and closes the ends. Front and back are
    double. The outer clears the inner's outside, where its joint sticks out by half a caliper, and its own joint."""
    d = job.d
    (inner,) = sleeve(job, INNER)
    play = job.length("play", 1 + d / 2)
    outer = Sketch("ring", OUTER, job)
    wide, narrow = job.L + 1.5 * d + play, job.B + 3.5 * d + play
    height = job.H + 2 * d
    tab = job.length("joint", joint(job.board, job.H, job.B))
    made = tube(outer, (wide, narrow, wide, narrow - d), height, tab=tab, inset=(0.0, 0.0))
    # both joints stick out: the ring's to the left, the inner sleeve's to the front
    aside = translation(-d / 4, -d / 4, 0.0)
    over = Placement(aside @ standing(outer, made, d).motion, approach=(0.0, 0.0, 1.2 * job.H + 50), order=2)
    return (inner, outer.blank("back", [over]))


STYLE = Style(
    code="0510",
    family="slide",
    name=NAME,
    summary=Text(
        "Selongsong dalam menampung barang, selongsong luar menutup ujungnya: dinding panjang ganda, tanpa sayap.",
        "The inner sleeve takes the goods, the outer one closes its ends: long walls double, no flaps.",
    ),
    draw=draw,
    kinds=("corrugated",),
    caliper=CORRUGATED,
    smallest=(40.0, 40.0, 25.0),
    largest=(900.0, 600.0, 450.0),
    layers=(3, 5, 2),
    firmness="C",
    source=(
        "group 05 of the code: liners and sleeves that slide into each other in different directions; walls as "
        "published for the double slide box: two boards at the long sides, one elsewhere, top and bottom unbroken. "
        "The code's drawing of 0510 was not read: which sleeve stands and which lies is assumed; d/2 rule, proved by "
        "the fold test"
    ),
    parameters=(
        JOINT,
        Parameter(
            "play",
            Text("Kelonggaran selongsong luar", "Play of the outer sleeve"),
            "length",
            Text(
                "Selisih ukuran kedua selongsong. Kosong: 1 mm ditambah setengah tebal bahan.",
                "How much wider the outer sleeve is than the inner one. Empty: 1 mm and half a caliper.",
            ),
            minimum=0.3,
            maximum=10,
        ),
    ),
    rules=(JOINT_FITS, JOINT_BELOW_HEIGHT, JOINT_HOLDS),
    gap=(2.0, 1.0),
    closes_by="lid",
    default_inside=(250.0, 180.0, 80.0),
    default_board="B",
    steps=(OPEN_TUBES, PUSH_IN, SLIDE_OVER),
)
