"""FEFCO 0201, the regular slotted container: outer flaps meet in the middle."""

from __future__ import annotations

from binakriya.engines.boxes.allowances import SLOT_MM, joint, slotted
from binakriya.engines.boxes.model import Blank, Job, Parameter, Rule, Style
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.slotted_flaps import flaps
from binakriya.engines.boxes.tubes import standing, tube
from binakriya.engines.boxes.words import Text

NAME = Text("Kotak beralur biasa (RSC)", "Regular slotted container (RSC)")


def draw(job: Job) -> tuple[Blank, ...]:
    """Panels by the table of allowances; flaps half the breadth."""
    add = slotted(job.board)
    sketch = Sketch("box", NAME, job)
    wide, narrow, last = job.L + add.panel, job.B + add.panel, job.B + add.last
    height = job.H + add.depth
    tab = job.length("joint", joint(job.board, job.H, job.B))
    made = tube(sketch, (wide, narrow, wide, last), height, tab=tab, inset=job.d + 1)
    flap = job.B / 2 + add.flap
    lengths = dict.fromkeys(("back", "right", "front", "left"), flap)
    lifts = {"back": 0.5, "front": 0.5, "right": -0.5, "left": -0.5}
    for end, first in (("bottom", 2), ("top", 4)):
        orders = {"right": first, "left": first, "back": first + 1, "front": first + 1}
        flaps(sketch, made, end, lengths, lifts, orders, slot=job.length("slot", SLOT_MM), meeting=True)  # type: ignore[arg-type]
    spare = height - 2 * job.d - job.H
    return (sketch.blank("back", [standing(sketch, made, job.d + spare / 2)]),)


JOINT = Parameter(
    "joint",
    Text("Lebar lidah lem", "Width of the glue joint"),
    "length",
    Text(
        "Lidah yang direkatkan di dalam dinding keempat. Kosong: 30 mm; 25 mm untuk kotak kecil; 40 mm untuk BC.",
        "The tab glued inside the fourth wall. Empty: 30 mm; 25 mm for small boxes; 40 mm for BC.",
    ),
    minimum=10,
    maximum=60,
)
SLOT = Parameter(
    "slot",
    Text("Lebar alur antar-sayap", "Width of the slots between flaps"),
    "length",
    Text("Kosong: 6 mm.", "Empty: 6 mm."),
    minimum=3,
    maximum=14,
)
LONGER_THAN_BROAD = Rule(
    "length_below_breadth",
    "length",
    lambda job: job.L < job.B,
    Text(
        "Panjang {L} mm lebih kecil daripada lebar {B} mm: sayap dalam akan bertabrakan.",
        "The length of {L} mm is less than the breadth of {B} mm: the inner flaps would run into each other.",
    ),
    Text("Tukar panjang dan lebar.", "Swap length and breadth."),
)

STYLE = Style(
    code="0201",
    family="slotted",
    name=NAME,
    summary=Text(
        "Kotak kirim yang paling umum: satu lembar, disambung lem, sayap luar bertemu di tengah, ditutup lakban.",
        "The most common shipping box: one sheet, glued joint, outer flaps meet in the middle, closed with tape.",
    ),
    draw=draw,
    kinds=("corrugated",),
    caliper=(0.7, 8.0),
    smallest=(50.0, 40.0, 20.0),
    largest=(1500.0, 1200.0, 1500.0),
    layers=(2, 2, 4),
    firmness="B",
    source="usual FEFCO 0200-0203 allowances by flute, one source read",
    parameters=(JOINT, SLOT),
    rules=(LONGER_THAN_BROAD,),
    gap=(4.0, 0.5),
    closes_by="tape",
    default_inside=(300.0, 200.0, 150.0),
    default_board="B",
)
