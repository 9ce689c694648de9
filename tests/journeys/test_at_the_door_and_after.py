"""Journeys 3 (with signal) and 5: people are checked in by code, by name and by camera, each once; certificates that
anyone can verify; report and press release from the data."""

import io
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, Playwright, expect
from tests.foundation.press.reading import docx_text, pdf_text
from tests.journeys.conftest import NewPage, Watch, launch_options
from tests.journeys.films import film
from tests.journeys.walking import SIZES, Walk
from tests.people import World
from tests.training.made import make_activity, sign_up

from binakriya.training import operations

SignIn = Callable[[Page, str], None]
TITLE = "Pembinaan mutu dan standar kemasan"


@pytest.fixture
def activity(world: World) -> UUID:
    """Open, with three registered; their codes and tickets are on their tickets' pages."""
    activity_id = make_activity(world, quota=3)
    for name in ("Ratna Sari", "Budi Santoso", "Tuti Handayani"):
        number = len(world.things) + 1
        made = sign_up(world, activity_id, number, name=name, business_name=f"Usaha {name.split()[0]}")
        world.things[name] = made
    operations.engage_practitioner(
        activity_id=activity_id, name="Sidik Herman", by=world.actor("officer"), now=world.now
    )
    return activity_id


def _qr_of(walk: Walk) -> str:
    """What a camera reads from the ticket on the screen."""
    picture = walk.page.locator(".qr-frame").screenshot()
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    return found.text


def _check_in(walk: Walk, world: World, activity: UUID) -> None:
    """The first session: by code, by name, and once more."""
    page = walk.page
    page.goto(f"/kegiatan/{activity}/")
    walk.look("activity")
    page.goto("/kehadiran/")
    walk.look("sessions")
    page.get_by_role("link", name="Sesi 1").click()
    walk.look("scanner")
    page.get_by_label("Tiket rusak? Ketik 6 angka").fill("000000")
    page.get_by_role("button", name="Catat", exact=True).click()
    walk.told("Kode tidak dikenal")
    page.get_by_label("Tiket rusak? Ketik 6 angka").fill(world.things["Ratna Sari"].code)
    page.get_by_role("button", name="Catat", exact=True).click()
    walk.told("Ratna Sari, hadir")
    walk.look("present")
    page.get_by_label("Tiket rusak? Ketik 6 angka").fill(world.things["Ratna Sari"].code)
    page.get_by_role("button", name="Catat", exact=True).click()
    walk.told("Ratna Sari sudah tercatat")
    walk.look("repeat")
    page.get_by_label("Cari nama, usaha, atau kode").fill("santoso")
    page.locator("main").get_by_role("button", name="Cari").click()
    walk.look("found")
    page.get_by_role("button", name="Catat hadir Budi Santoso").click()
    walk.told("Budi Santoso, hadir")
    expect(page.locator(".tally")).to_contain_text("2")
    walk.look("two")
    # A mistake is taken back, and leaves its trace.
    page.get_by_role("link", name="Urungkan Budi Santoso").click()
    walk.look("undo")
    page.get_by_label("Alasan").fill("Salah orang")
    walk.press("Urungkan kehadiran")
    walk.told("Kehadiran diurungkan.")
    expect(page.locator(".tally")).to_contain_text("1")


def _by_camera(playwright: Playwright, walk: Walk, sign_in_as: SignIn, url: str, text: str, folder: Path) -> None:
    """A telephone whose camera sees the ticket."""
    shown = folder / "tiket.y4m"
    film(shown, text)
    browser = playwright.chromium.launch(**launch_options(f"--use-file-for-fake-video-capture={shown}"))
    context = browser.new_context(base_url=url, viewport=walk.page.viewport_size, locale="id-ID")
    context.grant_permissions(["camera"], origin=url)
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    sign_in_as(page, "officer")
    page.goto(walk.page.url)
    page.get_by_role("button", name="Buka kamera").click()
    expect(page.get_by_text("Tuti Handayani, hadir").first).to_be_visible()
    Walk(page, "camera").look("scanned")
    page.wait_for_timeout(1500)
    expect(page.locator("#hasil")).to_contain_text("Tuti Handayani")
    expect(page.locator(".tally")).to_contain_text("2")
    assert not errors
    browser.close()


def _finish(walk: Walk, world: World, activity: UUID) -> None:
    page = walk.page
    page.goto(f"/kegiatan/{activity}/kehadiran/")
    walk.look("attendance")
    sheet = page.request.get(page.get_by_role("link", name="Daftar hadir Sesi 1 (PDF)").get_attribute("href") or "")
    assert "Tuti Handayani" in pdf_text(sheet.body())
    page.goto(f"/kegiatan/{activity}/")
    walk.press("Mulai kegiatan")
    walk.told("Kegiatan dimulai.")
    walk.look("running")
    walk.press("Selesaikan kegiatan")
    walk.told("Kegiatan selesai.")
    walk.look("done")


def _certify(walk: Walk, activity: UUID) -> tuple[str, str]:
    """Number and address with the key of the QR code."""
    page = walk.page
    walk.follow("Terbitkan sertifikat")
    walk.look("eligible")
    walk.press("Terbitkan sertifikat")
    expect(page.locator("tbody tr")).to_have_count(1)
    walk.look("issued")
    page.locator("tbody a").first.click()
    walk.look("certificate")
    number = page.locator("h1").inner_text().strip()
    name, paper = walk.download(page.get_by_role("link", name="Unduh PDF"))
    text = pdf_text(paper)
    assert name.endswith(".pdf") and "Ratna Sari" in text and number in text
    return number, page.get_by_role("link", name="Halaman cek").get_attribute("href") or ""


def _verify(visitor: Walk, number: str, address: str) -> None:
    page = visitor.page
    page.goto("/sertifikat/")
    visitor.look("verify")
    page.get_by_label("Nomor sertifikat").fill(f" {number.lower()} ")
    visitor.press("Periksa")
    visitor.told("Sertifikat ini asli dan berlaku")
    expect(page.locator("main")).not_to_contain_text("Ratna Sari")
    visitor.look("masked")
    page.goto(address)
    expect(page.locator("main")).to_contain_text("Ratna Sari")
    visitor.look("whole")
    page.goto("/sertifikat/BK-3674-2018-9999/")
    visitor.told("Nomor ini tidak ada di catatan kami")
    visitor.look("unknown")


def _write(walk: Walk, activity: UUID) -> None:
    """The report and the press release: edited, kept as versions, as PDF and as DOCX."""
    page = walk.page
    page.goto(f"/kegiatan/{activity}/laporan/")
    walk.look("report")
    for kind, words in (
        ("laporan", "Kata pengantar dari kepala dinas."),
        ("siaran-pers", "Tiga puluh IKM pulang dengan kotak."),
    ):
        page.goto(f"/kegiatan/{activity}/naskah/{kind}/id/")
        walk.look(kind)
        page.locator("form textarea").nth(0 if kind == "laporan" else 1).fill(words)
        walk.press("Simpan versi")
        expect(page.get_by_text("Versi 1", exact=True)).to_be_visible()
        walk.look(f"{kind}-version")
        _name, paper = walk.download(page.get_by_role("link", name="PDF", exact=True))
        assert words in pdf_text(paper)
        _name, paper = walk.download(page.get_by_role("link", name="DOCX", exact=True))
        assert words in docx_text(paper)
    page.goto(f"/kegiatan/{activity}/laporan/bahan/")
    walk.look("facts")


def _revoke(walk: Walk, visitor: Walk, number: str, address: str) -> None:
    page = walk.page
    page.goto("/kegiatan/sertifikat/")
    walk.look("certificates")
    page.get_by_role("link", name=number).first.click()
    card = page.get_by_role("region", name="Cabut")
    card.get_by_label("Alasan").fill("Terbit atas nama yang keliru")
    card.get_by_role("button", name="Cabut sertifikat").click()
    walk.told("Terbit atas nama yang keliru")
    walk.look("revoked")
    for where in (f"/sertifikat/{number}/", address):
        visitor.page.goto(where)
        visitor.told("Sertifikat ini sudah dicabut")
    visitor.look("revoked")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_at_the_door_and_after(
    new_page: NewPage,
    playwright: Playwright,
    sign_in_as: SignIn,
    watch: Watch,
    world: World,
    activity: UUID,
    live_server: object,
    tmp_path: Path,
    width: int,
    height: int,
) -> None:
    watch.allowed += ["status of 404", "favicon"]
    url = live_server.url  # type: ignore[attr-defined]
    maker = Walk(new_page(width, height), "ticket")
    maker.page.goto(f"/t/{world.things['Tuti Handayani'].token}/")
    maker.look("before")
    office = Walk(new_page(width, height), "door")
    sign_in_as(office.page, "officer")
    _check_in(office, world, activity)
    _by_camera(playwright, office, sign_in_as, url, _qr_of(maker), tmp_path)
    # The second session decides who gets a certificate: of two sessions both are needed.
    office.page.goto(f"/kehadiran/?kegiatan={activity}")
    office.page.get_by_role("link", name="Sesi 2").click()
    office.page.get_by_label("Tiket rusak? Ketik 6 angka").fill(world.things["Ratna Sari"].code)
    office.page.get_by_role("button", name="Catat", exact=True).click()
    office.told("Ratna Sari, hadir")
    maker.page.reload()
    maker.told("Hadir di 1 sesi")
    _finish(office, world, activity)
    number, address = _certify(office, activity)
    visitor = Walk(new_page(width, height), "visitor")
    _verify(visitor, number, address)
    _write(office, activity)
    _revoke(office, visitor, number, address)
