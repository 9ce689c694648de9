"""300 certificates with reverse page and QR code: in one file, as a file each, and the first one after a start.

    .venv/bin/python benchmarks/bench_certificates.py

Target: 300 in under 5 s.
"""

import dataclasses
import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path

from binakriya.training.documents import (
    Certificate,
    Letterhead,
    Material,
    Press,
    Signatory,
    Ticket,
    certificate_pdf,
    certificates_pdf,
    tickets_pdf,
)

FONTS = Path(__file__).parents[1] / "src/binakriya/website/static/build/fonts-pdf"
MANY = 300
TARGET_SECONDS = 5.0
NOW = dt.datetime(2018, 11, 16, 17, tzinfo=dt.UTC)
DAY = dt.date(2018, 11, 16)
LETTERHEAD = Letterhead(
    "Pemerintah Kota Contoh", "Dinas Perindustrian dan Perdagangan", "Disperindag Kota Contoh", "Kota Contoh"
)
FIRST = Certificate(
    number="BK-0000-2018-0000",
    name="Peserta Contoh",
    activity="Pembinaan IKM Kerajinan: Mutu Produk dan Standar Kemasan",
    starts=DAY,
    venue="Aula Contoh",
    hours=6,
    verify_url="https://binakriya.example.go.id/sertifikat/BK-0000-2018-0000/",
    letterhead=LETTERHEAD,
    signatories=(Signatory("Kepala Dinas", "Pejabat Contoh"), Signatory("Narasumber", "Narasumber Contoh")),
    issued=DAY,
    enterprise="Usaha Contoh",
    role="peserta",
    materials=(Material("Mutu produk", 3, "Narasumber Contoh"), Material("Standar kemasan", 3, "Narasumber Contoh")),
)


def certificates() -> list[Certificate]:
    made = []
    for n in range(MANY):
        number = f"BK-0000-2018-{n:04d}"
        url = f"https://binakriya.example.go.id/sertifikat/{number}/"
        made.append(dataclasses.replace(FIRST, number=number, name=f"Peserta Contoh {n}", verify_url=url))
    return made


def timed(name: str, work: Callable[[], int], target: float | None = None) -> None:
    """Prints a row: what, seconds, megabytes made, the target and whether it was met."""
    start = time.perf_counter()
    size = work()
    took = time.perf_counter() - start
    verdict = "" if target is None else f"< {target:g} s  {'met' if took < target else 'MISSED'}"
    print(f"{name:<52}{took:>8.2f} s{size / 1e6:>9.2f} MB  {verdict}")


def main() -> None:
    print(f"{'':<52}{'time':>10}{'size':>12}  target")
    presses: list[Press] = []

    def start() -> int:
        presses.append(Press([FONTS]))
        return len(certificate_pdf(presses[0], FIRST, created=NOW))

    timed("start the press, first certificate", start)
    press, many = presses[0], certificates()
    timed(f"{MANY} certificates in one file", lambda: len(certificates_pdf(press, many, created=NOW)), TARGET_SECONDS)
    again = [dataclasses.replace(one, name=f"{one.name} B") for one in many]
    timed(
        f"{MANY} certificates, a file each",
        lambda: sum(len(certificate_pdf(press, one, created=NOW)) for one in again),
        TARGET_SECONDS,
    )
    tickets = [
        Ticket(one.name, one.activity, DAY, one.venue, one.number, f"{n:06d}", "Dinas") for n, one in enumerate(many)
    ]
    timed(f"{MANY} tickets in one file", lambda: len(tickets_pdf(press, tickets, created=NOW)))


if __name__ == "__main__":
    main()
