"""How long a label takes as PDF: CPU time of layout and PDF, for every size. Target: p95 under 80 ms.

.venv/bin/python benchmarks/labels.py
"""

import contextlib
import time
from pathlib import Path

import binakriya
from binakriya.engines.labels.drawing import SIZES, Fact, Label, LabelError, digital_link, lay_out, pdf, read_typefaces

ROUNDS = 20
NUMBER = "8991234567891"
FONTS = Path(binakriya.__file__).parent / "website/static/build/fonts-pdf"


def label(size: str) -> Label:
    return Label(
        size=size,
        brand="Anggrek Serpong",
        product="Kain batik tulis",
        story="Dibatik dengan tangan oleh perajin Serpong memakai canting dan malam, lalu dicelup tiga kali.",
        facts=(
            Fact("material", "100 % katun primissima"),
            Fact("origin", "Tangerang Selatan, Indonesia"),
            Fact("maker", "CV Anggrek Serpong, Jl. Raya Puspiptek 12, Setu, Tangerang Selatan"),
        ),
        symbols=("wash-hand", "bleach-no", "dry-line-shade", "iron-2"),
        number=NUMBER,
        link=digital_link(NUMBER, batch="2018-11-A"),
    )


def main() -> None:
    faces = read_typefaces(FONTS)
    times: list[float] = []
    for size in SIZES:
        for _ in range(ROUNDS):
            begun = time.process_time()
            # A refusal takes as long as the longest search for a place.
            with contextlib.suppress(LabelError):
                pdf(lay_out(label(size), faces))
            times.append(1000 * (time.process_time() - begun))
    times.sort()
    print(
        f"{len(times)} labels: median {times[len(times) // 2]:.1f} ms, p95 {times[int(0.95 * len(times))]:.1f} ms CPU"
    )


if __name__ == "__main__":
    main()
