"""FEFCO 0501: an outer sleeve of corrugated board."""

from __future__ import annotations

from binakriya.engines.boxes.declared import CORRUGATED, JOINT, JOINT_HOLDS
from binakriya.engines.boxes.making import OPEN_TUBE, SLIDE_IN
from binakriya.engines.boxes.model import Blank, Job, Style
from binakriya.engines.boxes.sleeves import JOINT_BELOW_HEIGHT, sleeve
from binakriya.engines.boxes.words import Text

NAME = Text("Selongsong luar karton gelombang", "Outer sleeve of corrugated board")


def draw(job: Job) -> tuple[Blank, ...]:
    """One tube, open left and right."""
    return sleeve(job, NAME)


STYLE = Style(
    code="0501",
    family="slide",
    name=NAME,
    summary=Text(
        "Selongsong terbuka di kedua ujung, untuk laci, baki, atau barang panjang.",
        "A sleeve open at both ends, for drawers, trays or long goods.",
    ),
    draw=draw,
    kinds=("corrugated",),
    caliper=CORRUGATED,
    smallest=(40.0, 40.0, 20.0),
    largest=(1200.0, 800.0, 600.0),
    layers=(0, 2, 2),
    firmness="C",
    source="layout of the code; d/2 rule, proved by the fold test",
    parameters=(JOINT,),
    rules=(JOINT_HOLDS, JOINT_BELOW_HEIGHT),
    open_faces=("left", "right"),
    gap=(2.0, 1.0),
    closes_by="none",
    default_inside=(250.0, 180.0, 80.0),
    default_board="B",
    steps=(OPEN_TUBE, SLIDE_IN),
)
