"""A card tray with a lid, for gifts."""

from __future__ import annotations

from binakriya.engines.boxes.declared import CARTON
from binakriya.engines.boxes.making import GLUE_TRAYS, PUT_LID_ON
from binakriya.engines.boxes.model import Blank, Job, Style
from binakriya.engines.boxes.tray_and_lid import LID_DEPTH, LID_FITS, PLAY, tray_and_lid
from binakriya.engines.boxes.words import Text


def draw(job: Job) -> tuple[Blank, ...]:
    """Two glued trays."""
    return tray_and_lid(job, 0.4)


STYLE = Style(
    code="carton-tray-lid",
    family="carton",
    name=Text("Baki karton dengan tutup lepas", "Card tray with a lift-off lid"),
    summary=Text(
        "Kotak hadiah: baki dan tutup lepas dari karton lipat, sudut dilem.",
        "A gift box: tray and lift-off lid of card, glued corners.",
    ),
    draw=draw,
    kinds=("card", "corrugated"),
    caliper=CARTON,
    smallest=(30.0, 25.0, 12.0),
    largest=(400.0, 350.0, 150.0),
    layers=(8, 4, 2),
    firmness="C",
    source="layout of the code; d/2 rule, proved by the fold test",
    parameters=(LID_DEPTH, PLAY),
    rules=(LID_FITS,),
    gap=(2.0, 1.5),
    closes_by="lid",
    default_inside=(150.0, 110.0, 50.0),
    default_board="card-450",
    steps=(GLUE_TRAYS, PUT_LID_ON),
)
