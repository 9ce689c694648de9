"""FEFCO 0320, the full telescope of two half slotted containers."""

from __future__ import annotations

from binakriya.engines.boxes.allowances import joint, slotted
from binakriya.engines.boxes.declared import (
    CORRUGATED,
    JOINT,
    JOINT_FITS,
    JOINT_HOLDS,
    LONGER_THAN_BROAD,
    SLOT,
    SLOT_FITS,
    slot_width,
)
from binakriya.engines.boxes.half_slotted import half_slotted
from binakriya.engines.boxes.making import HALVES, PUT_LID_ON
from binakriya.engines.boxes.model import Blank, Job, Parameter, Placement, Rule, Style
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.tubes import standing
from binakriya.engines.boxes.words import Text
from binakriya.engines.geometry import translation, turn

NAME = Text("Kotak teleskop penuh dari dua kotak beralur setengah", "Full telescope of two half slotted containers")
BODY = Text("Badan", "Body")
LID = Text("Tutup", "Lid")


def draw(job: Job) -> tuple[Blank, ...]:
    """The body as 0200; the lid clears its outside: three calipers along L, where both joints are, two along B."""
    add, d = slotted(job.board), job.d
    slot = slot_width(job)
    tab = job.length("joint", joint(job.board, job.H, job.B))
    play = job.length("play", 1 + d / 2)
    body = Sketch("body", BODY, job)
    long, broad, last = job.L + add.panel, job.B + add.panel, job.B + add.last
    made, floor = half_slotted(body, (long, broad, long, last), job.H, flap=job.B / 2, tab=tab, slot=slot)

    lid = Sketch("lid", LID, job)
    wider = (long + 3 * d + play, broad + 2 * d + play, long + 3 * d + play, last + 2 * d + play)
    depth = job.length("lid_depth", job.H)
    flap = (job.B + 2 * d + play) / 2
    cover, roof = half_slotted(lid, wider, depth, flap=flap, tab=tab, slot=slot)
    below = standing(body, made, floor)
    above = standing(lid, cover, roof)
    # turned over about the middle line, roof down on the upper edge of the body
    over = turn((job.L / 2, job.B / 2, job.H / 2), (1.0, 0.0, 0.0), 180.0)
    # the body's and the lid's joints stick out on the left; lid and body share their middle
    aside = translation(-d / 4, 0.0, 0.0)
    put = Placement(over @ aside @ above.motion, approach=(0.0, 0.0, 1.2 * job.H + 50), order=4)
    return (body.blank("back", [below]), lid.blank("back", [put]))


STYLE = Style(
    code="0320",
    family="telescope",
    name=NAME,
    summary=Text(
        "Dua kotak beralur setengah, yang satu menutup yang lain: tinggi dapat menyesuaikan, dinding ganda.",
        "Two half slotted containers, one over the other: the height adapts, the walls are double.",
    ),
    draw=draw,
    kinds=("corrugated",),
    caliper=CORRUGATED,
    smallest=(50.0, 40.0, 30.0),
    largest=(1400.0, 1100.0, 1200.0),
    layers=(6, 4, 4),
    firmness="C",
    source="layout of the code; body as 0200 (B), lid by the d/2 rule, proved by the fold test",
    parameters=(
        JOINT,
        SLOT,
        Parameter(
            "lid_depth",
            Text("Tinggi tutup", "Depth of the lid"),
            "length",
            Text("Kosong: setinggi badan.", "Empty: as deep as the body."),
            minimum=20,
            maximum=1200,
        ),
        Parameter(
            "play",
            Text("Kelonggaran tutup", "Play of the lid"),
            "length",
            Text(
                "Selisih ukuran dalam tutup dan luar badan. Kosong: 1 mm ditambah setengah tebal bahan.",
                "How much wider the lid is than the body. Empty: 1 mm and half a caliper.",
            ),
            minimum=0.5,
            maximum=10,
        ),
    ),
    rules=(
        LONGER_THAN_BROAD,
        JOINT_FITS,
        JOINT_HOLDS,
        SLOT_FITS,
        Rule(
            "lid_too_deep",
            "lid_depth",
            lambda job: job.length("lid_depth", 0) > job.H,
            Text("Tutup lebih tinggi daripada isi {H} mm.", "The lid is deeper than the inside height of {H} mm."),
            Text(
                "Kosongkan, atau isi paling besar tinggi dalam.", "Leave it empty, or give the inside height at most."
            ),
        ),
    ),
    gap=(5.0, 1.0),
    closes_by="lid",
    default_inside=(300.0, 200.0, 120.0),
    steps=(HALVES, PUT_LID_ON),
)
