"""FEFCO 0300: a telescope of two glued trays."""

from __future__ import annotations

from binakriya.engines.boxes.declared import CORRUGATED
from binakriya.engines.boxes.making import GLUE_TRAYS, PUT_LID_ON
from binakriya.engines.boxes.model import Blank, Job, Style
from binakriya.engines.boxes.tray_and_lid import LID_DEPTH, LID_FITS, PLAY, tray_and_lid
from binakriya.engines.boxes.words import Text


def draw(job: Job) -> tuple[Blank, ...]:
    """Two glued trays."""
    return tray_and_lid(job, 1.0)


STYLE = Style(
    code="0300",
    family="telescope",
    name=Text("Kotak teleskop dua baki", "Telescope box of two trays"),
    summary=Text(
        "Badan dan tutup masing-masing satu baki berlem; tutup menyelubungi seluruh badan.",
        "Body and lid are one glued tray each; the lid covers the whole body.",
    ),
    draw=draw,
    kinds=("corrugated",),
    caliper=CORRUGATED,
    smallest=(50.0, 40.0, 15.0),
    largest=(900.0, 700.0, 400.0),
    layers=(8, 4, 2),
    firmness="C",
    source="layout of the code; d/2 rule, proved by the fold test",
    parameters=(LID_DEPTH, PLAY),
    rules=(LID_FITS,),
    gap=(2.0, 1.5),
    closes_by="lid",
    default_inside=(300.0, 200.0, 80.0),
    default_board="E",
    steps=(GLUE_TRAYS, PUT_LID_ON),
)
