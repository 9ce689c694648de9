"""A list of 5,000 rows (.xlsx): from upload to preview, from confirmation to the written registry, and back.

    .venv/bin/python benchmarks/bench_import.py [--rows 50000]

Targets, for 5,000 rows: preview in under 8 s, written in under 8 s. The transaction that writes is told apart: while
it lasts, nobody else writes on the embedded database. Memory is the most that the process has held up to then.
"""

import argparse
import os
import resource
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from uuid import uuid4

ROWS = 5_000
TARGET = 8.0


def workbook(rows: int) -> bytes:
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("IKM")
    sheet.append(["DATA POTENSI IKM KOTA TANGERANG SELATAN TAHUN 2018"])
    sheet.append([])
    sheet.append(
        ["No", "Nama Usaha", "Nama Pemilik", "NIK", "No HP", "Alamat", "Kelurahan", "Kecamatan", "Produk", "Berdiri",
         "Tenaga Kerja", "Omzet per bulan", "Investasi"]
    )  # fmt: skip
    for n in range(1, rows + 1):
        sheet.append(
            [n, f"Kriya {n} Lestari", f"Siti {n} Aminah", f"36740152037{n % 100000:05}", f"0812{n:05}000",
             f"Jl. Buaran No. {n} RT 0{n % 9}/RW 0{n % 7}", "Ciater", "Serpong", "tas anyaman dan tikar pandan",
             f"{n % 15 + 2} tahun", f"{n % 4} laki2, {n % 6 + 1} perempuan", f"{n % 50 + 1} juta",
             f"Rp {n % 90 + 1}.000.000"]
        )  # fmt: skip
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def timed(name: str, work: Callable[[], object], target: float | None) -> None:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    verdict = "" if target is None else f"  target {target:.1f} s: {'met' if wall < target else 'MISSED'}"
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:<34} {wall:6.2f} s wall {cpu:6.2f} s CPU {memory:6.0f} MiB{verdict}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    rows = parser.parse_args().rows
    target = TARGET if rows <= ROWS else None
    state = tempfile.TemporaryDirectory()
    os.environ |= {
        "BINAKRIYA_VAR": state.name,
        "BINAKRIYA_MODE": "demo",
        "DJANGO_SETTINGS_MODULE": "binakriya.website.settings",
    }
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from binakriya.accounts.operations import create_organisation
    from binakriya.accounts.rules import machine
    from binakriya.registry.operations import imports

    call_command("migrate", verbosity=0)
    by, now = machine("benchmark"), timezone.now()
    office = create_organisation(kind="office", name="Dinas", short_name="Dinas", by=by, now=now)
    data = workbook(rows)
    batch = imports.receive_files(
        uploads=[imports.Upload("daftar.xlsx", data)], office_id=office, nonce=uuid4().hex, limit=10**9, by=by, now=now
    )
    print(f"{rows} rows, {len(data) / 1e6:.1f} MB")
    timed("to the preview", lambda: imports.read_import(batch_id=batch, by=by, now=now), target)
    timed("to written", lambda: imports.confirm_import(batch_id=batch, by=by, now=now), target)
    timed("undone", lambda: imports.undo_import(batch_id=batch, by=by, now=now), None)
    state.cleanup()


if __name__ == "__main__":
    main()
