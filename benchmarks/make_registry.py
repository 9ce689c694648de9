"""Fill the configured database with a registry of made-up enterprises, the same for the same seed.

    .venv/bin/python benchmarks/make_registry.py --enterprises 100000
    DATABASE_URL=postgres://… .venv/bin/python benchmarks/make_registry.py --enterprises 100000

They are written as the registry itself writes imported rows, in portions, for the office of the demo (made when there
is none). Names, NIK and telephones are invented: the numbers lie in ranges of the right shape only.
"""

import argparse
import os
import random
import time
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "binakriya.website.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from binakriya.accounts.operations import create_organisation  # noqa: E402
from binakriya.accounts.queries import organisations  # noqa: E402
from binakriya.accounts.rules import machine  # noqa: E402
from binakriya.foundation.queries import kbli_codes, regions  # noqa: E402
from binakriya.registry.models import Uncompared  # noqa: E402
from binakriya.registry.operations.writing import build, save  # noqa: E402
from binakriya.registry.rules.facts import Facts, TurnoverFact  # noqa: E402

PORTION = 2_000
NOW = datetime(2018, 11, 1, 2, 0, tzinfo=UTC)


def _words(text: str) -> list[str]:
    return text.split()


GIVEN = _words("Siti Sri Dewi Ratna Nur Rina Yuni Wahyu Agus Budi Joko Slamet Eko Andi Rudi Hendra Asep Ujang Endang")
FAMILY = _words("Aminah Wahyuningsih Lestari Rahmawati Handayani Susanti Prasetyo Santoso Hidayat Setiawan Nugroho")
KINDS = _words("Batik Anyaman Gerabah Rotan Bambu Kulit Tenun Bordir Ukir Perak Mebel Boneka Sulam Rajut Lukis Kaca")
PLACES = _words("Setu Serpong Pamulang Ciputat Buaran Cisauk Muncul Kranggan Jombang Pondok Rempoa Sawah")
ADJECTIVES = _words("Lestari Jaya Mandiri Sejahtera Barokah Indah Makmur Abadi Kreatif Nusantara Kencana Mulia")
WARES = _words("tas tikar topi dompet vas piring kursi lampu kain selendang bros boneka kotak nampan gantungan")
MATERIALS = _words("pandan rotan bambu eceng-gondok kulit tanah-liat kayu-jati perca benang-katun kaca daur-ulang")
RARE = "kenari"  # one enterprise in about two thousand: what the bench of searching looks for


def facts_of(n: int, rng: random.Random, wards: list[str], codes: list[str]) -> Facts:
    """The n-th enterprise; about as many gaps as offices' lists have."""
    owner = f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}"
    kind = rng.choice(KINDS)
    workers = rng.choices([None, 1, 2, 3, 4, 6, 9, 14, 25, 120], [8, 20, 22, 15, 10, 10, 7, 5, 2.5, 0.5])[0]
    women = rng.randint(0, workers) if workers and rng.random() < 0.7 else None
    low = rng.randrange(12, 900) * 1_000_000
    region = (
        rng.choice(wards) if rng.random() < 0.93 else ("36.74.0" + str(rng.randint(1, 7)) if rng.random() < 0.5 else "")
    )
    ware = f"{rng.choice(WARES).replace('-', ' ')} {rng.choice(MATERIALS).replace('-', ' ')}"
    day = f"{rng.randint(1, 28):02d}{rng.randint(1, 12):02d}{rng.randint(50, 99)}"
    nik = f"3674{rng.randint(1, 7):02d}{day}{n % 10000:04d}"
    has_kbli = rng.random() < 0.6
    return Facts(
        name=f"{kind} {rng.choice(PLACES)} {rng.choice(ADJECTIVES)}" if rng.random() < 0.85 else f"{kind} {owner}",
        owner_name=owner,
        nik=nik if rng.random() < 0.8 else "",
        born=date(rng.randint(1950, 1999), rng.randint(1, 12), rng.randint(1, 28)) if rng.random() < 0.6 else None,
        sex=rng.choice(["f", "f", "m", ""]),
        phones=(f"+62812{n:08d}",) if rng.random() < 0.9 else (),
        emails=(f"usaha{n}@contoh.example",) if rng.random() < 0.15 else (),
        products=(
            ware,
            f"{rng.choice(WARES).replace('-', ' ')} {RARE}" if n % 1999 == 7 else f"{kind.lower()} pesanan",
        ),
        kbli=rng.choice(codes) if has_kbli else "",
        kbli_version="2020" if has_kbli else "",
        since=rng.randint(1985, 2018) if rng.random() < 0.7 else None,
        workers=workers,
        workers_f=women,
        workers_m=workers - women if workers is not None and women is not None else None,
        investment=rng.randrange(2, 400) * 1_000_000 if rng.random() < 0.4 else None,
        nib=f"912{n:010d}" if rng.random() < 0.35 else "",
        street=f"Jl. {rng.choice(PLACES)} Raya No. {rng.randint(1, 200)}",
        rt=str(rng.randint(1, 12)),
        rw=str(rng.randint(1, 9)),
        region_code=region,
        turnovers=(TurnoverFact(2018, low, low * 2),) if rng.random() < 0.5 else (),
    )


def _organisations() -> tuple[UUID, list[UUID]]:
    by = machine("benchmark")
    offices = organisations(kind="office")
    office = offices[0].id if offices else create_organisation(
        kind="office", name="Dinas Perindustrian dan Perdagangan Kota Tangerang Selatan",
        short_name="Disperindag Tangsel", region_code="36.74", by=by, now=NOW,
    )  # fmt: skip
    known = {o.short_name: o.id for o in organisations(kind="association")}
    groups = []
    for name in ("ASIPA", "IPEMI", "IWAPI"):
        made = known.get(name) or create_organisation(kind="association", name=name, short_name=name, by=by, now=NOW)
        groups.append(made)
    return office, groups


def make(count: int, seed: int, start: int) -> float:
    """Writes `count` enterprises numbered from `start`; returns seconds."""
    rng = random.Random(seed)
    office, groups = _organisations()
    wards = sorted(r.code for r in regions().values() if r.level == "kelurahan")
    codes = [k.code for k in kbli_codes("2020")]
    began = time.perf_counter()
    portion = []
    for n in range(start, start + count):
        now = NOW - timedelta(minutes=(n * 7919) % 500_000)
        # One in a hundred belongs to the small third group.
        members = [(g, f"{n:05d}") for g, share in zip(groups, (0.3, 0.12, 0.01), strict=True) if rng.random() < share]
        portion.append(build(facts_of(n, rng, wards, codes), office_id=office, now=now, memberships=members))
        if len(portion) == PORTION or n == start + count - 1:
            with transaction.atomic():
                save(portion)
            portion = []
    # A registry that stands was compared long ago: only what comes after is to be.
    Uncompared.objects.all().delete()
    if connection.vendor == "postgresql":
        # What autovacuum does by itself after a while; SQLite is measured as it is found, without statistics.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--enterprises", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, help="number of the first, when the registry grows")
    args = parser.parse_args()
    settings.VAR.mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    seconds = make(args.enterprises, args.seed, args.start)
    print(f"{args.enterprises} enterprises in {seconds:.1f} s ({connection.vendor})")


if __name__ == "__main__":
    main()
