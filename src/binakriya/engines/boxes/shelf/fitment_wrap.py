"""A wrap of corrugated board round the product, open at both ends."""

from __future__ import annotations

from binakriya.engines.boxes.making import WRAP_CLOSE, WRAP_ROUND
from binakriya.engines.boxes.model import Blank, Job, Parameter, Style
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.words import Text
from binakriya.engines.boxes.wraps import wrap

NAME = Text("Pembungkus dalam", "Inner wrap")


def draw(job: Job) -> tuple[Blank, ...]:
    """Four walls and a lap; the inside is the product."""
    sketch = Sketch("wrap", NAME, job, grain="y")
    place = wrap(sketch, job, flaps=False, lap=job.length("lap", min(60.0, 0.6 * job.B)))
    return (sketch.blank("bottom", [place]),)


STYLE = Style(
    code="wrap",
    family="fitment",
    name=NAME,
    summary=Text(
        "Lembar karton gelombang yang dilipat mengelilingi barang di dalam kotak, terbuka di kedua ujung.",
        "A sheet of corrugated board folded round the product inside the box, open at both ends.",
    ),
    draw=draw,
    kinds=("corrugated", "card"),
    caliper=(0.25, 8.0),
    smallest=(30.0, 32.0, 32.0),
    largest=(1200.0, 600.0, 600.0),
    layers=(0, 2, 3),
    firmness="C",
    source="d/2 rule, proved by the fold test",
    parameters=(
        Parameter(
            "lap",
            Text("Lebar tumpang", "Width of the lap"),
            "length",
            Text("Kosong: 60 % lebar, paling besar 60 mm.", "Empty: 60 % of the breadth, at most 60 mm."),
            minimum=10,
            maximum=600,
        ),
    ),
    open_faces=("left", "right"),
    gap=(2.0, 1.5),
    closes_by="tape",
    default_inside=(150.0, 100.0, 100.0),
    steps=(WRAP_ROUND, WRAP_CLOSE),
)
