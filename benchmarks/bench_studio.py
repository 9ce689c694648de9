"""The studio's update: what a person waits for while typing, and what the page itself costs beside the choosing.

    .venv/bin/python -m benchmarks.bench_studio

In one process, with an empty database of its own in memory, through the whole of Django (middleware, session, form,
template). "New" asks a size that was not asked before: choosing, deciding assumptions, drawing and page. "Page" asks
it again, so that only the page's own part is left. Targets: new p95 under 300 ms; page 20 ms of CPU.
"""

import os
import statistics
import time
from datetime import UTC, datetime

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "binakriya.website.settings")
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402 - after the settings
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from tests.people import build_world  # noqa: E402

ASKED = {"breadth": "140", "height": "90", "mass": "850", "material": "ceramic", "form": "plain"}
WAY = {"journey": "courier", "quantity": "100", "purpose": "shipping"}
MANY = 60


def main() -> None:
    call_command("migrate", verbosity=0)
    world = build_world(datetime.now(UTC))
    client = Client(headers={"HX-Request": "true"})
    client.force_login(get_user_model().objects.get(id=world.people["officer"]))
    address = reverse("packaging:studio")

    def ask(length: int) -> tuple[float, float]:
        wall, busy = time.perf_counter(), time.process_time()
        answer = client.get(address, {"length": str(length), **ASKED, **WAY})
        assert answer.status_code == 200 and b"studio-patterns" in answer.content
        return (time.perf_counter() - wall) * 1000, (time.process_time() - busy) * 1000

    ask(199)
    new = [ask(200 + n) for n in range(MANY)]
    page = [ask(200 + n) for n in range(MANY)]
    for name, figures in (("new", new), ("page", page)):
        for kind, values in (("wall", [w for w, _ in figures]), ("CPU", [c for _, c in figures])):
            p95 = sorted(values)[int(0.95 * len(values))]
            print(f"{name}, {kind}: median {statistics.median(values):.1f} ms, p95 {p95:.1f} ms")


if __name__ == "__main__":
    main()
