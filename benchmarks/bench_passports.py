"""Passports of 100,000 products: worked out the first time, asked again, and after a day's work.

    .venv/bin/python benchmarks/bench_passports.py
    .venv/bin/python benchmarks/bench_passports.py --database postgres://… --products 20000

Products of made-up enterprises: each is measured or not, with photos, particulars, packs, papers and results of
assessors, in about the shares that an office has after some years. The rows are written into the tables and not by the
operations, because only the passports are measured. Targets: under 60 s, no transaction that writes over 500 ms, and a
second time that writes nothing.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2018, 12, 1, 2, 0, tzinfo=UTC)
DAY = date(2018, 11, 16)
MATERIALS = ("wood", "bamboo", "rattan", "pandan", "batik", "textile", "silver", "leather", "ceramics", "candle")
PAPERS = ("penelusuran-nama", "merek", "merek-diajukan", "harga", "lapak", "e-smart", "penjualan", "colour-fastness")
PORTION = 5_000


def fill(count: int) -> None:
    """The same for the same count."""
    from django.db import connection, transaction

    from binakriya.packaging.models import Specification, Version
    from binakriya.products.models import Paper, Photo, Product, ProductParticulars, Variant
    from binakriya.products.rules.particulars import Particulars, written
    from binakriya.quality.models import ProductResult, Round, RoundResult, Rubric, RubricVersion
    from binakriya.registry.models import Enterprise

    rng = random.Random(15)
    makers = list(Enterprise.objects.values_list("id", "office_id"))
    stated = written(Particulars(brand="Merek", story={"id": "Cerita", "en": ""}, destinations=("ID", "EU")))
    office_id, whole = makers[0][1], {"created_at": NOW, "updated_at": NOW}
    rubric = Rubric.objects.create(office_id=office_id, title="Umum", **whole)
    version = RubricVersion.objects.create(
        rubric=rubric, number=1, state="published", digest="d", schema="s", content={}, made_at=NOW, made_by="P",
        changed_at=NOW, changed_by="P", published_at=NOW, published_by="P",
    )  # fmt: skip
    held = Round.objects.create(
        office_id=office_id, title="Kelas", held_on=DAY, state="closed", closed_at=NOW, closed_by="P",
        created_by="P", **whole,
    )  # fmt: skip
    result = RoundResult.objects.create(round=held, number=1, engine="e/1", content={}, made_at=NOW, made_by="P")
    for at in range(0, count, PORTION):
        rows: dict[Any, list[Any]] = {
            m: [] for m in (Product, Variant, Photo, ProductParticulars, Paper, Specification, Version, ProductResult)
        }
        for n in range(at, min(at + PORTION, count)):
            maker, office = makers[n % len(makers)]
            product = Product(
                office_id=office, maker_id=maker, name=f"Produk {n}", material=rng.choice(MATERIALS),
                kind="tas" if rng.random() < 0.8 else "", technique="anyam" if rng.random() < 0.6 else "", **whole,
            )  # fmt: skip
            rows[Product].append(product)
            variant = Variant(product=product, **(_size(rng) if rng.random() < 0.7 else {}))
            rows[Variant].append(variant)
            rows[Photo] += [
                Photo(product=product, width=40, height=30, alt="Foto", position=p, added_at=NOW, added_by="P")
                for p in range(rng.choice((0, 1, 1, 3)))
            ]
            if rng.random() < 0.3:
                rows[ProductParticulars].append(
                    ProductParticulars(product=product, content=stated, changed_at=NOW, changed_by="P")
                )
            rows[Paper] += [
                Paper(product=product, subject=one, **_paper(rng))
                for one in rng.sample(PAPERS, rng.choice((0, 0, 1, 2, 4)))
            ]
            if variant.length_mm is not None and rng.random() < 0.5:
                pack = Specification(
                    office_id=office, product=product, variant=variant, title="Kemasan", journey="darat", **whole
                )
                rows[Specification].append(pack)
                rows[Version].append(_pack(pack, variant, rng.choice(("draft", "checked", "adopted"))))
            if rng.random() < 0.3:
                rows[ProductResult].append(_result(result, product, version, n, rng.uniform(45, 90), rng))
        with transaction.atomic():
            for model, made in rows.items():
                model.objects.bulk_create(made, batch_size=500)
            for pack, shown in zip(rows[Specification], rows[Version], strict=True):
                pack.shown = shown
            Specification.objects.bulk_update(rows[Specification], ["shown"], batch_size=400)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _size(rng: random.Random) -> dict[str, Any]:
    length, breadth, height = sorted((rng.randint(20, 450) for _ in range(3)), reverse=True)
    who = {"measured_by": "P", "measured_on": DAY, "measured_how": "ruler"}
    return {"length_mm": length, "breadth_mm": breadth, "height_mm": height, "mass_g": rng.randint(20, 4000)} | who


def _paper(rng: random.Random) -> dict[str, Any]:
    seen = rng.random() < 0.8
    return {
        "kind": "certificate", "issuer": "Dinas", "result": "information",
        "issued_on": DAY - timedelta(days=rng.randint(0, 500)), "added_at": NOW, "added_by": "P", "changed_at": NOW,
        "checked_at": NOW if seen else None, "checked_by": "P" if seen else "",
    }  # fmt: skip


def _pack(pack: Any, variant: Any, state: str) -> Any:
    from binakriya.packaging.models import Version
    from binakriya.packaging.rules.resting import MASS, SIDES

    sides = (variant.length_mm, variant.breadth_mm, variant.height_mm)
    signed = {"checked_at": NOW, "checked_by": "P"} if state != "draft" else {}
    signed |= {"adopted_at": NOW, "adopted_by": "P"} if state == "adopted" else {}
    return Version(
        specification=pack, number=1, state=state, content={}, schema="s", engine_version="1", style="0201", board="B",
        gross_kg=1.0, rests_on=dict(zip(SIDES, map(float, sides), strict=True)) | {MASS: variant.mass_g / 1000},
        made_at=NOW, made_by="P", **signed,
    )  # fmt: skip


def _result(result: Any, product: Any, version: Any, n: int, fair: float, rng: random.Random) -> Any:
    from binakriya.quality.models import ProductResult

    return ProductResult(
        result=result, product=product, version=version, number=n % 30_000 + 1, assessors=2, raw=fair, fair=fair,
        low=fair - 6, high=fair + 6, gates={"tepi": rng.choice(("pass", "pass", "fail"))},
    )  # fmt: skip


def timed(name: str, work: Callable[[], Any]) -> Any:
    start, busy = time.perf_counter(), time.process_time()
    done = work()
    wall, cpu = time.perf_counter() - start, time.process_time() - busy
    print(f"{name:<44} {wall:6.1f} s wall, {cpu:6.1f} s CPU   {done}", flush=True)
    return done


def measure(count: int) -> None:
    from django.db import connection

    from binakriya.accounts.rules import machine
    from binakriya.passport import operations
    from binakriya.passport.models import Standing
    from binakriya.passport.queries.live import passports
    from binakriya.products.models import Paper

    # The package gives the function under the name of its module.
    module: Any = sys.modules["binakriya.passport.operations.recalculate"]
    writes: list[float] = []
    write = module._write

    def watched(*given: Any) -> Any:
        start = time.perf_counter()
        try:
            return write(*given)
        finally:
            writes.append((time.perf_counter() - start) * 1000)

    module._write = watched
    by = machine("benchmark")
    timed(f"{count:,} products written", lambda: fill(count))
    timed("first time (target 60 s)", lambda: operations.recalculate_changed(by=by, now=NOW + timedelta(hours=1)))
    ordered = sorted(writes)
    print(
        f"  {len(writes)} transactions that write: median {ordered[len(ordered) // 2]:.0f} ms, "
        f"p99 {ordered[int(len(ordered) * 0.99)]:.0f}, longest {ordered[-1]:.0f} (target 500)"
    )
    ids = list(Standing.objects.order_by().values_list("product_id", flat=True).distinct())
    print(f"  {Standing.objects.count():,} standings of {len(ids):,} products ({connection.vendor})")
    later = NOW + timedelta(hours=2)
    again = timed("all again: nothing moved", lambda: operations.recalculate(product_ids=ids, by=by, now=later))
    assert (again.moved, again.rows) == (0, 0), "a second time writes nothing"
    timed("nothing changed since", lambda: operations.recalculate_changed(by=by, now=later + timedelta(hours=1)))
    later += timedelta(hours=2)
    some = list(Paper.objects.filter(checked_at=None).order_by("id").values_list("id", flat=True)[:500])
    Paper.objects.filter(id__in=some).update(checked_at=later, checked_by="P", changed_at=later)
    timed("500 papers seen since", lambda: operations.recalculate_changed(by=by, now=later + timedelta(minutes=1)))
    spans = []
    for one in ids[:200]:
        busy = time.process_time()
        passports(product_ids=[one], on=DAY)
        spans.append((time.process_time() - busy) * 1000)
    print(f"one passport worked out: median {sorted(spans)[100]:.1f} ms CPU")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--products", type=int, default=100_000)
    asked.add_argument("--database", default="")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        os.environ |= {"BINAKRIYA_MODE": "demo", "BINAKRIYA_VAR": scratch, "LOG_LEVEL": "ERROR"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "binakriya.website.settings"
        if options.database:
            os.environ["DATABASE_URL"] = options.database
        command = [sys.executable, str(ROOT / "benchmarks" / "make_registry.py")]
        command += ["--enterprises", str(max(100, options.products // 4))]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        import django

        django.setup()
        measure(options.products)


if __name__ == "__main__":
    main()
