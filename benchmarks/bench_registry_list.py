"""CPU and queries of the pages of enterprises, on a registry filled by make_registry.py (use 100,000).

    .venv/bin/python benchmarks/make_registry.py --enterprises 100000
    .venv/bin/python benchmarks/bench_registry_list.py

Each page is asked for through the whole of Django, signed in as an officer. CPU is this process's (`process_time`): on
SQLite the database's work is in it, on PostgreSQL it is not, so that the slowest query is shown beside it.
Target: 15 ms and 12 queries.
"""

import os
import statistics
import time
from uuid import UUID

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "binakriya.website.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from binakriya.accounts.operations import add_person, grant_role  # noqa: E402
from binakriya.accounts.queries import organisations  # noqa: E402
from binakriya.accounts.rules import Role, machine  # noqa: E402
from binakriya.registry.queries.lists import enterprise_ids  # noqa: E402
from binakriya.registry.rules.listing import Wanted  # noqa: E402

ROUNDS = 15
TARGET_MS, TARGET_QUERIES = 15.0, 12
EMAIL = "bench@contoh.example"


class Watch:
    """Counts the statements of one page, and keeps the longest."""

    def __init__(self) -> None:
        self.count, self.longest = 0, 0.0

    def __call__(self, execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.count += 1
            self.longest = max(self.longest, time.perf_counter() - began)


def officer(office: UUID) -> Client:
    """A browser of an officer of the office, made once."""
    people = get_user_model().objects
    if not people.filter(email=EMAIL).exists():
        by, now = machine("benchmark"), timezone.now()
        person = add_person(name="Petugas Ukur", email=EMAIL, password="anyaman-bambu-27", by=by, now=now)
        grant_role(person_id=person, role=Role.OFFICER, organisation_id=office, by=by, now=now)
    client = Client()
    client.force_login(people.get(email=EMAIL))
    return client


def pages(office: UUID) -> list[tuple[str, str]]:
    group = next(o.id for o in organisations(kind="association") if o.short_name == "ASIPA")
    few = next(o.id for o in organisations(kind="association") if o.short_name == "IWAPI")
    one = enterprise_ids(office_id=office, wanted=Wanted(text="kenari"))[0]
    return [
        ("list", "/registri/"),
        ("page 50", "/registri/?halaman=50"),
        ("page 400 (the last)", "/registri/?halaman=400"),
        ("search, rare word", "/registri/?q=kenari"),
        ("search, rarer: two words", "/registri/?q=gerabah+setu+lestari"),
        ("search, common word", "/registri/?q=batik"),
        ("search, common word, page 10", "/registri/?q=batik&halaman=10"),
        ("search, a beginning", "/registri/?q=an"),
        ("search, nothing found", "/registri/?q=zzzz"),
        ("search, telephone", "/registri/?q=081200000777"),
        ("kecamatan", "/registri/?kecamatan=36.74.01"),
        ("kelurahan", "/registri/?kelurahan=36.74.01.1001"),
        ("KBLI", "/registri/?kbli=16291"),
        ("association, many", f"/registri/?kelompok={group}"),
        ("association, few", f"/registri/?kelompok={few}"),
        ("size", "/registri/?ukuran=micro"),
        ("size, few", "/registri/?ukuran=large"),
        ("has NIB", "/registri/?nib=ada"),
        ("women workers", "/registri/?perempuan=1"),
        ("no telephone", "/registri/?kurang=telepon"),
        ("no NIK", "/registri/?kurang=nik"),
        ("no kelurahan", "/registri/?kurang=kelurahan"),
        ("changed since, few", "/registri/?diubah=2018-10-30"),
        ("changed since, most", "/registri/?diubah=2018-01-01"),
        ("added since, few", "/registri/?ditambah=2018-10-30"),
        ("added since, most", "/registri/?ditambah=2018-01-01"),
        ("archived", "/registri/?keadaan=arsip"),
        ("sorted by update", "/registri/?urut=-diperbarui"),
        ("sorted by workers", "/registri/?urut=-tenaga"),
        ("sorted by few workers", "/registri/?urut=tenaga"),
        ("sorted by place", "/registri/?urut=tempat"),
        ("NIB, by workers", "/registri/?nib=ada&urut=-tenaga"),
        ("micro, by update", "/registri/?ukuran=micro&urut=-diperbarui"),
        ("kecamatan and NIB", "/registri/?kecamatan=36.74.01&nib=ada"),
        ("kecamatan, no NIK, women", "/registri/?kecamatan=36.74.01&kurang=nik&perempuan=1"),
        ("word in a kelurahan", "/registri/?q=batik&kelurahan=36.74.01.1001"),
        ("all columns", "/registri/?" + "&".join(f"kolom={c}" for c in (
            "produk", "tempat", "tenaga", "perempuan", "ukuran", "kelompok", "kbli", "nib", "telepon", "diperbarui"))),
        ("one enterprise", f"/registri/{one}/"),
        ("map", "/registri/peta/"),
    ]  # fmt: skip


def measure(client: Client, address: str) -> tuple[float, int, float]:
    """Median CPU (ms), statements, longest statement (ms)."""
    times, watch = [], Watch()
    for n in range(ROUNDS + 2):
        watch = Watch()
        began = time.process_time()
        with connection.execute_wrapper(watch):
            response = client.get(address)
        spent = time.process_time() - began
        assert response.status_code == 200, (address, response.status_code)
        if n >= 2:
            times.append(spent * 1000)
    return statistics.median(times), watch.count, watch.longest * 1000


def main() -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    office = organisations(kind="office")[0].id
    client = officer(office)
    print(f"{connection.vendor}; target {TARGET_MS:.0f} ms, {TARGET_QUERIES} queries")
    print(f"{'page':32} {'CPU ms':>8} {'queries':>8} {'longest ms':>11}")
    for name, address in pages(office):
        cpu, count, longest = measure(client, address)
        late = "  over" if cpu > TARGET_MS or count > TARGET_QUERIES else ""
        print(f"{name:32} {cpu:8.1f} {count:8} {longest:11.1f}{late}")


if __name__ == "__main__":
    main()
