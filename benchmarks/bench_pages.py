"""CPU and queries of the main pages, and what happens when many come at once, under the production server.

    .venv/bin/python benchmarks/bench_pages.py                     # SQLite in a scratch folder
    .venv/bin/python benchmarks/bench_pages.py --enterprises 5000  # quicker
    .venv/bin/python benchmarks/bench_pages.py --database postgres://…   # an empty database

Plays the reference event, adds made-up enterprises, serves with gunicorn on 127.0.0.1 and asks over HTTP. CPU is that
of the server's worker process (psutil), the median of blocks of rounds; queries are counted by Django's own client.
Targets: 15 ms and 12 queries for pages, 20 ms for posts; one success a ticket, exactly the quota, no 5xx.
"""

import argparse
import http.cookiejar
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
PORT = 8190
BASE = f"http://127.0.0.1:{PORT}"
ROUNDS = 40


class Stay(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer: what is measured is the post alone."""

    def redirect_request(self, *args: object, **kwargs: object) -> None:
        return None


class Browser:
    """Keeps cookies and answers forms, like a person's browser without scripts."""

    def __init__(self) -> None:
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar), Stay())

    def ask(self, path: str, data: dict[str, str] | None = None) -> tuple[int, str]:
        body = urllib.parse.urlencode(data).encode() if data is not None else None
        request = urllib.request.Request(BASE + path, data=body, headers={"Referer": BASE + path})
        try:
            with self.opener.open(request, timeout=60) as answer:
                return answer.status, answer.read().decode(errors="replace")
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(errors="replace")

    def hidden(self, path: str) -> dict[str, str]:
        """The hidden fields of the page's last posting form (its nonce and token)."""
        _, page = self.ask(path)
        forms = re.findall(r"<form[^>]*method=\"post\"[^>]*>.*?</form>", page, re.S)
        form = next((f for f in reversed(forms) if 'name="name"' in f or 'name="code"' in f), forms[-1])
        return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))


def run(*command: str, env: dict[str, str]) -> None:
    subprocess.run([str(BIN / "python"), *command], cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)


def serve(env: dict[str, str], workers: int) -> tuple[subprocess.Popen[bytes], list[psutil.Process]]:
    command = [str(BIN / "gunicorn"), "binakriya.website.wsgi:application", f"--bind=127.0.0.1:{PORT}"]
    command += [f"--workers={workers}", "--threads=4", "--worker-class=gthread", "--preload", "--log-level=error"]
    server = subprocess.Popen(command, cwd=ROOT, env=env)
    for _ in range(200):
        try:
            urllib.request.urlopen(f"{BASE}/sehat/", timeout=1).read()
            break
        except OSError:
            time.sleep(0.1)
    return server, psutil.Process(server.pid).children()


def cpu_ms(workers: list[psutil.Process], work: Callable[[int], None], rounds: int = ROUNDS) -> float:
    """Mean CPU of one call over blocks of rounds; the median block, since the clock of the kernel is coarse (10 ms)."""
    blocks = []
    for block in range(5):
        before = sum(sum(p.cpu_times()[:2]) for p in workers)
        for n in range(rounds // 5):
            work(block * 1000 + n)
        blocks.append((sum(sum(p.cpu_times()[:2]) for p in workers) - before) / (rounds // 5) * 1000)
    return statistics.median(blocks)


def row(name: str, value: str, target: str, good: bool) -> None:
    print(f"{name:<44} {value:>22}   {target:<22} {'' if good else 'OVER'}")


def many(count: int, work: Callable[[int], int]) -> Counter[int]:
    """`work` from as many threads at once, after all are ready; how often each status came."""
    ready, found, lock = threading.Barrier(count), Counter[int](), threading.Lock()

    def one(n: int) -> None:
        ready.wait()
        status = work(n)
        with lock:
            found[status] += 1

    threads = [threading.Thread(target=one, args=(n,)) for n in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


PREPARE = """
import os; os.environ["DJANGO_SETTINGS_MODULE"] = "binakriya.website.settings"
import django; django.setup()
import json, sys
from datetime import timedelta
from django.utils import timezone
from binakriya.accounts.queries import organisations
from binakriya.accounts.rules import machine
from binakriya.training import operations as t
from binakriya.training.queries.find import find_activity, find_programme
from binakriya.training.queries.people import participant_page, participants_page
from binakriya.website.demo import event
by, now = machine("benchmark"), timezone.now()
office = next(o.id for o in organisations(kind="office") if o.short_name == "Disperindag Tangsel")
programme = find_programme(office_id=office, title=event.PROGRAMME, year=2018)
made = {}
for name, quota in (("seats", 50), ("door", 60)):
    day = timezone.localdate(now) + timedelta(days=0 if name == "door" else 10)
    a = t.create_activity(programme_id=programme, slug=f"ukur-{name}", title=f"Ukur {name}", starts_on=day,
                          venue="Aula", quota=quota, by=by, now=now)
    s = t.add_session(activity_id=a, title="Sesi", starts_at=now + timedelta(minutes=5),
                      ends_at=now + timedelta(hours=2), by=by, now=now)
    t.move_activity(activity_id=a, move="open", by=by, now=now)
    made[name] = {"activity": str(a), "session": str(s), "codes": []}
for n in range(60):
    r = t.register(activity_id=made["door"]["activity"], name=f"Peserta {n}", business_name=f"Usaha {n}",
                   phone=f"0812000{n:05}", by=by, now=now)
    made["door"]["codes"].append(r.code)
t.move_activity(activity_id=made["door"]["activity"], move="start", by=by, now=now)
# An enterprise that training, products and lists know much of; the activity that was held.
held = find_activity(slug=event.SLUG)
one = participants_page(activity_id=held, by=by).rows[0]
known = participant_page(activity_id=held, registration_id=one.id, by=by)
made["held"] = {"activity": str(held), "enterprise": str(known.enterprise_id)}
json.dump(made, sys.stdout)
"""
COUNT = """
import os, sys, json; os.environ["DJANGO_SETTINGS_MODULE"] = "binakriya.website.settings"
import django; django.setup()
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
client = Client()
client.post("/masuk/peragaan/", {"role": "officer"})
out = {}
for path in json.loads(sys.argv[1]):
    client.get(path)
    with CaptureQueriesContext(connection, ) as seen:
        status = client.get(path).status_code
    out[path] = [status, len(seen)]
json.dump(out, sys.stdout)
"""
RESULT = """
import os, sys, json; os.environ["DJANGO_SETTINGS_MODULE"] = "binakriya.website.settings"
import django; django.setup()
from binakriya.training.queries.activities import activity_page
from binakriya.accounts.rules import machine
made = json.loads(sys.argv[1])
page = activity_page(activity_id=made["seats"]["activity"], by=machine("benchmark"))
door = activity_page(activity_id=made["door"]["activity"], by=machine("benchmark"))
json.dump({"seated": page.standing.seated, "waiting": page.waiting, "attended": door.standing.attended}, sys.stdout)
"""


def shell(code: str, env: dict[str, str], *args: str) -> str:
    done = subprocess.run(
        [str(BIN / "python"), "-c", code, *args], cwd=ROOT, env=env, check=True, capture_output=True, text=True
    )
    return done.stdout[done.stdout.index("{") :]


def main() -> None:
    import json

    asked = argparse.ArgumentParser()
    asked.add_argument("--enterprises", type=int, default=100_000)
    asked.add_argument("--database", default="")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        env = {
            **os.environ,
            "BINAKRIYA_MODE": "demo",
            "BINAKRIYA_VAR": scratch,
            "LOG_LEVEL": "ERROR",
            "REGISTRATIONS_PER_ADDRESS": "0",
        }
        if options.database:
            env["DATABASE_URL"] = options.database
        run("-m", "binakriya", "prepare", env=env)
        run("-m", "binakriya", "demo", env=env)
        if options.enterprises:
            run("benchmarks/make_registry.py", "--enterprises", str(options.enterprises), env=env)
        made = json.loads(shell(PREPARE, env))
        measure(made, env, options.enterprises)


def measure(made: dict[str, dict[str, object]], env: dict[str, str], enterprises: int) -> None:
    import json

    activity, session = made["door"]["activity"], made["door"]["session"]
    pages = {
        "home": "/",
        f"list at {enterprises:,} enterprises": "/registri/",
        "list, search": "/registri/?q=batik",
        "activity": f"/kegiatan/{activity}/",
        "participants": f"/kegiatan/{activity}/peserta/",
        "scan page": f"/kehadiran/{session}/",
        "public activity page": "/k/ukur-seats/",
        "one enterprise": f"/registri/{made['held']['enterprise']}/",
        "the list to print, a rare word": "/registri/cetak/?q=kenari",
        "products": "/produk/",
        "packs": "/kemasan/",
        "duplicates": "/registri/duplikat/",
        "statistics (figures cached)": "/statistik/dinas/",
    }
    queries = json.loads(shell(COUNT, env, json.dumps(list(pages.values()))))
    print(f"{'page':<44} {'CPU ms / queries':>22}   target")
    server, workers = serve(env, workers=1)
    try:
        officer = Browser()
        officer.ask("/masuk/peragaan/", {**officer.hidden("/akun/login/"), "role": "officer"})
        for name, path in pages.items():
            status, _ = officer.ask(path)
            ms = cpu_ms(workers, lambda _n, path=path: officer.ask(path) and None)
            seen = queries[path][1]
            row(name, f"{ms:.1f} / {seen}", "15 / 12", status == 200 and ms <= 15 and seen <= 12)
        visitor = Browser()
        hidden = visitor.hidden("/k/ukur-seats/daftar/")
        fields = {"business_name": "Usaha", "product": "tas", "kelurahan": "", "group": "", "consents": "contact"}

        def register(n: int) -> int:
            nonce = {"nonce": f"{hidden.get('nonce', '')[:20]}{n:06}"}
            data = {**hidden, **fields, **nonce, "name": f"Orang {n}", "phone": f"08210{n:07}"}
            return visitor.ask("/k/ukur-seats/daftar/", data)[0]

        ms = cpu_ms(workers, lambda n: register(n) and None)
        row("registration post", f"{ms:.1f}", "20", ms <= 20)
        codes = made["door"]["codes"]
        assert isinstance(codes, list)
        token = officer.hidden(f"/kehadiran/{session}/")

        def scan(code: str) -> int:
            return officer.ask(f"/kehadiran/{session}/", {**token, "code": code})[0]

        ms = cpu_ms(workers, lambda n: scan(codes[10 + n % 50]) and None)
        row("check-in post (answers with the page)", f"{ms:.1f}", "20", ms <= 20)
    finally:
        server.terminate()
        server.wait()

    server, _workers = serve(env, workers=2)
    try:
        began = time.perf_counter()
        found = many(200, lambda n: register(5_000_000 + n))
        took = time.perf_counter() - began
        bad = {s: c for s, c in found.items() if s >= 500}
        row("200 registrations at once", f"{took:.1f} s, {dict(found)}", "5 s, no 5xx", took <= 5 and not bad)
        tickets = [code for code in codes[:10] for _ in range(8)]
        began = time.perf_counter()
        found = many(80, lambda n: scan(tickets[n]))
        took = time.perf_counter() - began
        bad = {s: c for s, c in found.items() if s >= 500}
        row("10 tickets x 8 scans at once", f"{took:.1f} s, {dict(found)}", "no 5xx", not bad)
    finally:
        server.terminate()
        server.wait()
    end = json.loads(shell(RESULT, env, json.dumps(made)))
    row("seats given of 50", str(end["seated"]), "50", end["seated"] == 50)
    row("waiting", str(end["waiting"]), "the others", end["waiting"] > 0)
    row("attended: 10 tickets and those scanned before", str(end["attended"]), "one a ticket", end["attended"] <= 60)


if __name__ == "__main__":
    main()
