"""Parameters and rules that several styles share, declared once."""

from __future__ import annotations

from typing import Final

from binakriya.engines.boxes.allowances import SLOT_MM
from binakriya.engines.boxes.model import Job, Parameter, Rule
from binakriya.engines.boxes.words import Text

CORRUGATED: Final = (0.7, 8.0)
"""mm. From F to BC."""

CARTON: Final = (0.25, 1.8)
"""mm. From 200 g/m² card to E flute: what a folding carton is creased in."""

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
CARTON_JOINT = Parameter(
    "joint",
    Text("Lebar lidah lem", "Width of the glue joint"),
    "length",
    Text("Kosong: 15 mm untuk karton lipat.", "Empty: 15 mm for card."),
    minimum=8,
    maximum=40,
)
SLOT = Parameter(
    "slot",
    Text("Lebar alur antar-sayap", "Width of the slots between flaps"),
    "length",
    Text("Kosong: 6 mm.", "Empty: 6 mm."),
    minimum=3,
    maximum=8,
)
TUCK = Parameter(
    "tuck",
    Text("Panjang lidah selip", "Length of the tuck"),
    "length",
    Text(
        "Bagian tutup yang diselipkan. Kosong: sepertiga lebar, 10 sampai 25 mm.",
        "What is tucked in. Empty: a third of the breadth, 10 to 25 mm.",
    ),
    minimum=8,
    maximum=60,
)
WINDOW = Parameter(
    "window",
    Text("Jendela di dinding depan", "Window in the front"),
    "choice",
    Text(
        "Lubang tempat barang terlihat; dengan atau tanpa film bening dari dalam.",
        "An opening through which the product is seen; with or without a clear film from the inside.",
    ),
    default="none",
    choices=(
        ("none", Text("tanpa jendela", "none")),
        ("open", Text("jendela terbuka", "open window")),
        ("film", Text("jendela dengan film", "window with film")),
    ),
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

NARROWEST_SLOT: Final = 0.8
"""Calipers. In a narrower slot the flap runs into the wall beside it (fold test)."""


def slot_width(job: Job) -> float:
    """Width of the slots between flaps, mm: 6 (B), wider where the board is thicker than any flute."""
    return job.length("slot", max(SLOT_MM, NARROWEST_SLOT * job.d))


SLOT_FITS = Rule(
    "slot_too_narrow",
    "slot",
    lambda job: slot_width(job) < NARROWEST_SLOT * job.d,
    Text(
        "Alur terlalu sempit untuk bahan setebal {d} mm: sayap membentur dinding di sebelahnya.",
        "The slot is too narrow for board of {d} mm: the flap runs into the wall beside it.",
    ),
    Text("Kosongkan, atau isi sedikitnya delapan per sepuluh tebal.", "Leave it empty, or give at least 0.8 calipers."),
)


def _joint_too_wide(job: Job) -> bool:
    return job.length("joint", 0) > 0.8 * job.B


JOINT_FITS = Rule(
    "joint_too_wide",
    "joint",
    _joint_too_wide,
    Text(
        "Lidah lem lebih lebar daripada empat per lima dinding yang selebar {B} mm.",
        "The glue joint is wider than four fifths of the wall of {B} mm.",
    ),
    Text("Kosongkan, atau isi angka yang lebih kecil.", "Leave it empty, or give a smaller number."),
)
JOINT_HOLDS = Rule(
    "joint_too_narrow",
    "joint",
    lambda job: job["joint"] is not None and job.length("joint", 0) < 1.5 * job.d + 5,
    Text(
        "Lidah lem terlalu sempit untuk bahan setebal {d} mm: hampir tidak ada tempat untuk lem.",
        "The glue joint is too narrow for board of {d} mm: hardly any room is left for glue.",
    ),
    Text("Kosongkan, atau isi angka yang lebih besar.", "Leave it empty, or give a larger number."),
)
TUCK_FITS = Rule(
    "tuck_too_long",
    "tuck",
    lambda job: job.length("tuck", 0) > 0.45 * job.H,
    Text(
        "Lidah selip lebih panjang daripada 45 % tinggi dalam {H} mm.",
        "The tuck is longer than 45 % of the inside height of {H} mm.",
    ),
    Text("Kosongkan, atau isi angka yang lebih kecil.", "Leave it empty, or give a smaller number."),
)
