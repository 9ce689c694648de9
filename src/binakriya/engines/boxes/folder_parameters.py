"""What folders with a hinged lid let one choose."""

from __future__ import annotations

from binakriya.engines.boxes.model import Job, Parameter, Rule
from binakriya.engines.boxes.words import Text

FLAP = Parameter(
    "flap",
    Text("Panjang sayap depan tutup", "Length of the lid's front"),
    "length",
    Text("Kosong: 0,6 × tinggi, paling besar 60 mm.", "Empty: 0.6 × height, at most 60 mm."),
    minimum=8,
    maximum=120,
)
TEAR = Parameter(
    "tear_strip",
    Text("Pita sobek di tutup", "Tear strip in the lid"),
    "flag",
    Text(
        "Dua garis perforasi melintang tutup, untuk kotak yang ditutup rekat dan dibuka dengan menyobek.",
        "Two perforated lines across the lid, for boxes that are closed for good and opened by tearing.",
    ),
    default=False,
)
FLAP_FITS = Rule(
    "flap_too_long",
    "flap",
    lambda job: job.length("flap", 0) > job.H - job.d,
    Text(
        "Sayap depan lebih panjang daripada tinggi dalam {H} mm.",
        "The lid's front is longer than the inside height of {H} mm.",
    ),
    Text("Kosongkan, atau isi kurang dari tinggi dalam.", "Leave it empty, or give less than the height."),
)


def flap_length(job: Job) -> float:
    """Length of the lid's front flap in mm: three fifths of the height, 60 at most."""
    return job.length("flap", min(0.6 * job.H, 60.0))
