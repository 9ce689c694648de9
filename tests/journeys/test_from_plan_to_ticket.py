"""Journey 2. An officer plans an activity of two seats and invites a group; makers register by phone; who waits moves
up when another cancels."""

import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect
from tests.foundation.press.reading import pdf_text
from tests.journeys.conftest import NewPage, Watch
from tests.journeys.walking import SIZES, Walk
from tests.people import World

SignIn = Callable[[Page, str], None]
DAY = date.today() + timedelta(days=14)
TITLE = "Pembinaan mutu dan standar kemasan"
# Seconds from the empty form to the ticket; a script types faster than a thumb, but on a busy machine.
A_MINUTE = 60
MAKERS = (
    ("Sari Wulandari", "0812 0000 1111", "Anyaman Sari"),
    ("Dewi Lestari", "0812-0000-2222", "Rotan Dewi"),
    ("Joko Susilo", "+62 812 0000 3333", "Batik Joko"),
)


def _plan(walk: Walk) -> None:
    page = walk.page
    page.goto("/program/")
    walk.look("programmes")
    walk.follow("Program baru")
    page.get_by_label("Nama program").fill("Pembinaan IKM kerajinan")
    page.get_by_label("Tahun anggaran").fill(str(DAY.year))
    walk.look("programme-form")
    walk.press("Simpan program")
    walk.look("programme")
    walk.follow("Kegiatan baru")
    page.get_by_label("Nama kegiatan").fill(TITLE)
    page.get_by_label("Tanggal", exact=True).fill(DAY.isoformat())
    page.get_by_label("Tempat").fill("Resto Kampung Anggrek, Jalan Buaran, Serpong")
    page.get_by_label("Kuota peserta").fill("2")
    page.get_by_label("Ringkasan untuk umum").fill("Sehari bersama praktisi kemasan dan desain.")
    walk.look("activity-form")
    walk.press("Simpan konsep")
    expect(page.locator("h1")).to_have_text(TITLE)
    walk.look("draft")


def _arrange(walk: Walk) -> None:
    """Practitioners first, then the sessions that they lead."""
    page = walk.page
    page.get_by_role("navigation", name="Bagian kegiatan").get_by_role("link", name="Sesi").click()
    walk.look("sessions-empty")
    for name, institution in (
        ("Sidik Herman", "Balai Besar Kimia dan Kemasan"),
        ("Virginia S. Setiadi", "Universitas Trisakti"),
    ):
        card = page.locator("section", has=page.get_by_role("heading", name="Narasumber"))
        card.get_by_label("Nama", exact=True).fill(name)
        card.get_by_label("Lembaga").first.fill(institution)
        card.get_by_role("button", name="Tambah narasumber").click()
        expect(card.get_by_role("button", name=f"Hapus {name}")).to_be_visible()
    for title, starts, ends, leader in (
        ("Mutu dan desain produk", "09:30", "11:45", "Virginia S. Setiadi"),
        ("Standar kemasan", "13:00", "15:15", "Sidik Herman"),
    ):
        page.get_by_label("Nama sesi").fill(title)
        page.get_by_label("Tanggal", exact=True).fill(DAY.isoformat())
        page.get_by_label("Mulai").fill(starts)
        page.get_by_label("Selesai").fill(ends)
        page.get_by_label(leader).check()
        walk.press("Tambah sesi")
        expect(page.get_by_role("link", name=title)).to_be_visible()
    walk.look("sessions")


def _invite(walk: Walk, world: World) -> None:
    page = walk.page
    page.get_by_role("navigation", name="Bagian kegiatan").get_by_role("link", name="Undangan").click()
    walk.look("letters-empty")
    page.get_by_label("Asosiasi", exact=True).select_option(value=str(world.association_id))
    page.get_by_label("Nomor surat").fill("005/001/CONTOH")
    page.get_by_label("Tanggal surat").fill(date.today().isoformat())
    page.get_by_label("Kursi untuk asosiasi ini").fill("2")
    walk.press("Buat undangan")
    walk.look("letters")
    name, letter = walk.download(page.get_by_role("link", name="ASIPA (PDF)"))
    assert name == "undangan-ASIPA.pdf"
    text = pdf_text(letter)
    for fact in (TITLE, "005/001/CONTOH", "Resto Kampung Anggrek", "Asosiasi Industri Kreatif Pamulang"):
        assert fact in text, text[:1500]


def _open(walk: Walk) -> str:
    """The address of the public page."""
    page = walk.page
    page.get_by_role("navigation", name="Bagian kegiatan").get_by_role("link", name="Ringkasan").click()
    walk.look("before-opening")
    walk.press("Buka pendaftaran")
    walk.told("Pendaftaran dibuka.")
    walk.look("open")
    walk.follow("Buka halaman umum")
    return page.url


def _register(walk: Walk, address: str, maker: tuple[str, str, str], button: str) -> float:
    """Seconds from the form to the ticket."""
    page, (name, phone, business) = walk.page, maker
    page.goto(address)
    walk.look("public-activity")
    page.get_by_role("link", name=button, exact=True).click()
    began = time.monotonic()
    page.get_by_label("Nama lengkap").fill(name)
    page.get_by_label("Nomor telepon").fill(phone)
    page.get_by_label("Nama usaha", exact=True).fill(business)
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_url("**/t/*/")
    return time.monotonic() - began


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_from_plan_to_ticket(
    new_page: NewPage, sign_in_as: SignIn, watch: Watch, world: World, width: int, height: int
) -> None:
    watch.allowed.append("status of 422")
    office = Walk(new_page(width, height), "plan")
    sign_in_as(office.page, "officer")
    _plan(office)
    _arrange(office)
    _invite(office, world)
    address = _open(office)

    # Three makers, each on a telephone of their own, and two seats.
    tickets: list[Walk] = []
    for maker, button in zip(MAKERS, ("Daftar", "Daftar", "Masuk daftar tunggu"), strict=True):
        walk = Walk(new_page(width, height), f"maker-{maker[0].split()[0]}")
        assert _register(walk, address, maker, button) < A_MINUTE
        walk.look("ticket")
        tickets.append(walk)
    first, _second, third = tickets
    first.told("Pendaftaran tersimpan.")
    third.told("Anda yang pertama.")
    expect(third.page.locator(".qr-frame")).to_have_count(0)
    code = first.page.locator(".big.num").inner_text().replace(" ", "").replace("\u202f", "").replace("\u00a0", "")
    name, paper = first.download(first.page.get_by_role("link", name="Unduh tiket (PDF)"))
    assert name.endswith(".pdf") and "Sari Wulandari" in pdf_text(paper)

    # A telephone that is known does not show its ticket to whoever types it, but to whoever knows the code.
    watch.allowed.append("status of 409")
    stranger = Walk(new_page(width, height), "stranger")
    stranger.page.goto(f"{address}daftar/")
    stranger.look("register")
    stranger.page.get_by_label("Nama lengkap").fill("Orang lain")
    stranger.page.get_by_label("Nomor telepon").fill("nol delapan")
    stranger.page.get_by_label("Nama usaha", exact=True).fill("Usaha lain")
    stranger.press("Masuk daftar tunggu")
    stranger.look("register-refused")
    expect(stranger.page.get_by_label("Nama usaha", exact=True)).to_have_value("Usaha lain")
    stranger.page.get_by_label("Nomor telepon").fill(MAKERS[0][1])
    stranger.press("Masuk daftar tunggu")
    stranger.told("Pendaftaran ini sudah ada.")
    stranger.look("known-phone")
    stranger.follow("Buka tiket dengan kodenya")
    stranger.look("find-ticket")
    stranger.page.get_by_label("Nomor telepon").fill(MAKERS[0][1])
    stranger.page.get_by_label("Kode tiket").fill(code)
    stranger.press("Buka tiket")
    expect(stranger.page.locator("h2", has_text="Sari Wulandari")).to_be_visible()

    # One cancels: the seat moves by itself, and the office sees whom to tell.
    first.follow("Tidak jadi datang?")
    first.look("cancel")
    first.press("Batalkan pendaftaran")
    first.told("Pendaftaran dibatalkan.")
    first.look("cancelled")
    third.page.reload()
    third.told("Anda mendapat tempat.")
    expect(third.page.locator(".qr-frame")).to_be_visible()
    third.look("moved-up")
    office.page.goto("/kegiatan/")
    office.look("activities")
    office.page.get_by_role("link", name=TITLE).first.click()
    office.page.get_by_role("navigation", name="Bagian kegiatan").get_by_role("link", name="Peserta").click()
    office.look("participants")
    office.told("Mendapat tempat dari daftar tunggu")
    office.page.get_by_role("button", name="Sudah dikabari Joko Susilo").click()
    expect(office.page.get_by_role("heading", name="Perlu dikabari")).to_have_count(0)
    office.page.get_by_role("link", name="Joko Susilo").click()
    office.look("participant")
