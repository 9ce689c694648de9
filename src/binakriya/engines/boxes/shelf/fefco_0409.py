"""FEFCO 0409, the five-panel folder: wraps round long goods, closed at the ends by flaps."""

from __future__ import annotations

from binakriya.engines.boxes.declared import CORRUGATED
from binakriya.engines.boxes.making import WRAP_CLOSE, WRAP_ENDS, WRAP_ROUND
from binakriya.engines.boxes.model import Blank, Job, Style
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.words import Text
from binakriya.engines.boxes.wraps import wrap

NAME = Text("Pembungkus lima panel", "Five-panel folder")


def draw(job: Job) -> tuple[Blank, ...]:
    """Five panels, the last over the whole top; four flaps at each end."""
    sketch = Sketch("box", NAME, job, grain="y")
    place = wrap(sketch, job, flaps=True, lap=job.B + job.d)
    return (sketch.blank("bottom", [place]),)


STYLE = Style(
    code="0409",
    family="folder",
    name=NAME,
    summary=Text(
        "Satu lembar tanpa sambungan yang dilipat mengelilingi barang panjang; panel kelima menutup panel pertama.",
        "One sheet without a joint, folded round long goods; the fifth panel covers the first.",
    ),
    draw=draw,
    kinds=("corrugated",),
    caliper=CORRUGATED,
    smallest=(60.0, 40.0, 20.0),
    largest=(1800.0, 600.0, 400.0),
    layers=(4, 2, 3),
    firmness="C",
    source="layout of the code; d/2 rule, proved by the fold test",
    gap=(5.0, 1.5),
    closes_by="tape",
    default_inside=(500.0, 120.0, 80.0),
    steps=(WRAP_ROUND, WRAP_ENDS, WRAP_CLOSE),
)
