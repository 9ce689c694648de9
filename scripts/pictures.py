"""Take the pictures of the README anew: plays the reference event in a scratch folder and stops where one is wanted.

make pictures
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "docs" / "pictures"
PORT = os.environ.get("PICTURES_PORT", "8790")
ORIGIN = f"http://127.0.0.1:{PORT}"
SCRATCH = tempfile.mkdtemp()
os.environ |= {"BINAKRIYA_VAR": f"{SCRATCH}/var", "PORT": PORT, "LOG_LEVEL": "ERROR"}
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "binakriya.website.settings")

import django  # noqa: E402

django.setup()

from django.utils import timezone  # noqa: E402
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from binakriya.accounts.operations import ensure_demo_people  # noqa: E402
from binakriya.accounts.queries import actor_of, organisations  # noqa: E402
from binakriya.accounts.rules import Actor, Role, machine  # noqa: E402
from binakriya.registry.operations import imports  # noqa: E402
from binakriya.registry.operations.candidates import find_duplicates  # noqa: E402
from binakriya.training import operations as training  # noqa: E402
from binakriya.training.models import Certificate  # noqa: E402
from binakriya.training.queries.activities import activity_page  # noqa: E402
from binakriya.training.queries.certificates import office_certificates  # noqa: E402
from binakriya.training.queries.find import find_activity  # noqa: E402
from binakriya.training.queries.people import participant_rows  # noqa: E402
from binakriya.website.demo import play as whole  # noqa: E402
from binakriya.website.demo import upcoming  # noqa: E402
from binakriya.website.demo.event import LISTS, at  # noqa: E402
from binakriya.website.demo.lists import DATA, NONCE  # noqa: E402

sys.path.insert(0, str(ROOT / "scripts"))
from shots import launch_options, sign_in  # noqa: E402


def binakriya(*words: str) -> None:
    subprocess.run([str(Path(sys.executable).with_name("binakriya")), *words], check=True, stdout=subprocess.DEVNULL)


def serve() -> subprocess.Popen[bytes]:
    command = [str(Path(sys.executable).with_name("binakriya")), "serve", "--port", PORT]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(120):
        try:
            urllib.request.urlopen(f"{ORIGIN}/sehat/", timeout=1).read()
            break
        except OSError:
            time.sleep(0.25)
    return server


def shoot(page: Page, address: str, name: str) -> None:
    page.goto(f"{ORIGIN}{address}")
    picture(page, name)


def picture(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    page.screenshot(path=OUT / f"{name}.png")
    print(f"== docs/pictures/{name}.png")


def unread(by: Actor, office_id: object) -> str:
    """The three lists uploaded and read, not yet confirmed."""
    groups = {o.short_name: o.id for o in organisations(kind="association")}
    batch = imports.receive_files(
        uploads=[imports.Upload(n, (DATA / n).read_bytes(), groups[g]) for n, g in LISTS],
        office_id=office_id,
        nonce=NONCE,
        limit=10**8,
        by=by,
        now=at(7, 9),
    )
    imports.ask_to_read(batch_id=batch, by=by, now=at(7, 9, 1))
    imports.read_import(batch_id=batch, by=by, now=at(7, 9, 1))
    return str(batch)


def take(browser: Browser) -> None:
    software = machine("pictures")
    people = ensure_demo_people(by=software, now=at(5, 9))
    officer = actor_of(person_id=people[Role.OFFICER], origin="pictures")
    office_id = organisations(kind="office")[0].id
    whole.associations(software)
    desk = browser.new_page(viewport={"width": 1280, "height": 860})
    phone = browser.new_page(viewport={"width": 390, "height": 860}, device_scale_factor=2)
    for page in (desk, phone):
        sign_in(page, ORIGIN, "officer")
    batch = unread(officer, office_id)
    shoot(desk, f"/registri/impor/{batch}/", "import-preview")
    imports.confirm_import(batch_id=batch, by=officer, now=at(7, 9, 20))
    find_duplicates(office_id=office_id, by=officer, now=at(7, 9, 30))
    shoot(desk, "/registri/duplikat/", "duplicates")
    now = timezone.now()
    whole.play(now=now - timedelta(days=upcoming.DAYS_AHEAD))  # so that the activity to come is today's
    shoot(desk, "/statistik/dinas/", "statistics")
    activity = find_activity(slug=upcoming.SLUG)
    assert activity is not None
    for n, name in enumerate(("Siti Rohmah", "Darto Wiyono", "Yuli Astuti")):
        training.register(
            activity_id=activity,
            name=name,
            business_name="Usaha contoh",
            phone=f"08120000990{n}",
            by=software,
            now=now,
        )
    training.move_activity(activity_id=activity, move="start", by=software, now=now)
    session = activity_page(activity_id=activity, by=officer).sessions[0]
    last, *others = participant_rows(activity_id=activity, by=officer)
    for person in others:
        training.check_in(session_id=session.id, scan=person.code, by=officer, now=now, nonce=f"p-{person.id}")
    shoot(desk, "/", "home-office")
    phone.goto(f"{ORIGIN}/kehadiran/{session.id}/")
    phone.fill("[name=code]", last.code)
    phone.keyboard.press("Enter")
    phone.locator(".hit").wait_for()
    picture(phone, "check-in")
    number = office_certificates(by=officer).rows[0].number
    visitor = browser.new_page(viewport={"width": 1280, "height": 860})
    # As whoever scans the code on the paper sees it.
    token = Certificate.objects.get(number=number).token
    shoot(visitor, f"/sertifikat/{number}/?k={token}", "certificate")


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    binakriya("prepare")
    server = serve()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    try:
        with sync_playwright() as player:
            browser = player.chromium.launch(**launch_options())
            take(browser)
            browser.close()
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(SCRATCH, ignore_errors=True)


if __name__ == "__main__":
    main()
