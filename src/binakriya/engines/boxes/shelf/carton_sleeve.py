"""A sleeve of folding boxboard."""

from __future__ import annotations

from binakriya.engines.boxes.declared import CARTON, CARTON_JOINT, JOINT_HOLDS
from binakriya.engines.boxes.making import OPEN_TUBE, SLIDE_IN
from binakriya.engines.boxes.model import Blank, Job, Style
from binakriya.engines.boxes.sleeves import JOINT_BELOW_HEIGHT, sleeve
from binakriya.engines.boxes.words import Text

NAME = Text("Selongsong karton lipat", "Carton sleeve")


def draw(job: Job) -> tuple[Blank, ...]:
    """One tube, open left and right."""
    return sleeve(job, NAME)


STYLE = Style(
    code="carton-sleeve",
    family="carton",
    name=NAME,
    summary=Text(
        "Selongsong yang disarungkan pada baki, sabun, atau kain lipat; muka cetak penuh.",
        "A sleeve slipped over a tray, soap or folded cloth; all faces can be printed.",
    ),
    draw=draw,
    kinds=("card", "corrugated"),
    caliper=CARTON,
    smallest=(15.0, 15.0, 8.0),
    largest=(400.0, 300.0, 200.0),
    layers=(0, 2, 2),
    firmness="C",
    source="layout of the code; d/2 rule, proved by the fold test",
    parameters=(CARTON_JOINT,),
    rules=(JOINT_HOLDS, JOINT_BELOW_HEIGHT),
    open_faces=("left", "right"),
    gap=(2.0, 1.0),
    closes_by="none",
    default_inside=(150.0, 100.0, 30.0),
    default_board="card-300",
    steps=(OPEN_TUBE, SLIDE_IN),
)
