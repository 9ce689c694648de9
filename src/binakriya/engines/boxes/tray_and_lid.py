"""Two trays, one the other's lid: FEFCO 0300 in corrugated board, the tray with lid in card."""

from __future__ import annotations

from dataclasses import replace

from binakriya.engines.boxes.model import Blank, Job, Parameter, Placement, Rule
from binakriya.engines.boxes.sketch import Sketch
from binakriya.engines.boxes.trays import tray
from binakriya.engines.boxes.words import Text
from binakriya.engines.geometry import translation, turn

BODY = Text("Badan", "Body")
LID = Text("Tutup", "Lid")

LID_DEPTH = Parameter(
    "lid_depth",
    Text("Tinggi dinding tutup", "Depth of the lid"),
    "length",
    Text("Kosong: menurut gaya (penuh, atau dua per lima badan).", "Empty: as the style has it (full, or two fifths)."),
    minimum=8,
    maximum=600,
)
PLAY = Parameter(
    "play",
    Text("Kelonggaran tutup", "Play of the lid"),
    "length",
    Text(
        "Selisih ukuran dalam tutup dan luar badan. Kosong: 0,6 mm ditambah setengah tebal bahan.",
        "How much wider the lid is than the body. Empty: 0.6 mm and half a caliper.",
    ),
    minimum=0.3,
    maximum=10,
)
LID_FITS = Rule(
    "lid_too_deep",
    "lid_depth",
    lambda job: job.length("lid_depth", 0) > job.H,
    Text("Tutup lebih tinggi daripada isi {H} mm.", "The lid is deeper than the inside height of {H} mm."),
    Text("Kosongkan, atau isi paling besar tinggi dalam.", "Leave it empty, or give the inside height at most."),
)


def tray_and_lid(job: Job, share: float) -> tuple[Blank, ...]:
    """Body and lid. The lid's inside is the body's outside (two calipers a side along L, one along B) and the play;
    its depth `share` of the body's unless given."""
    d = job.d
    play = job.length("play", 0.6 + d / 2)
    body = Sketch("body", BODY, job, grain="x")
    x, y = tray(body, job)
    lid = Sketch("lid", LID, job, grain="x")
    depth = job.length("lid_depth", max(8.0, share * job.H))
    over = replace(job, L=job.L + 4 * d + play, B=job.B + 2 * d + play, H=depth)
    u, v = tray(lid, over)
    down = turn((job.L / 2, job.B / 2, 0.0), (1.0, 0.0, 0.0), 180.0)
    centred = translation((job.L - over.L) / 2 - u, (job.B - over.B) / 2 - v, -d / 2)
    put = translation(0.0, 0.0, job.H) @ down @ centred
    return (
        body.blank("base", [Placement(translation(-x, -y, -d / 2))]),
        lid.blank("base", [Placement(put, approach=(0.0, 0.0, 1.2 * job.H + 50), order=3)]),
    )
