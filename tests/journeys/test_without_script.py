"""The pages that matter most work where JavaScript is switched off, or has not come over a weak signal."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import no_sideways_scroll
from tests.people import World
from tests.training.made import make_activity, sign_up

from binakriya.training.queries import public

SignIn = Callable[[Page, str], None]
LIST = (
    "No;Nama Usaha;Nama Pemilik;No HP;Kelurahan;Produk\n"
    "1;Batik Sari;Siti Aminah;081200001234;Ciater;batik\n"
    "2;Batik Sari;Siti Aminah;081200001234;Ciater;kain batik\n"
    "3;Rotan Jaya;Budi Santoso;081200005678;Serpong;kursi rotan\n"
)


def test_a_maker_registers_and_cancels(phone_without_script: Page, world: World) -> None:
    page = phone_without_script
    activity = make_activity(world, quota=1)
    assert public.activities_public(world.now).rows
    page.goto("/k/")
    page.get_by_role("link", name="Pembinaan mutu dan standar kemasan").first.click()
    page.get_by_role("link", name="Daftar", exact=True).click()
    page.get_by_label("Nama lengkap").fill("Sari Wulandari")
    page.get_by_label("Nomor telepon").fill("0812 0000 1111")
    page.get_by_label("Nama usaha", exact=True).fill("Anyaman Sari")
    page.get_by_label("Kelurahan tempat usaha").select_option(label="Ciater")
    page.get_by_role("button", name="Daftar", exact=True).click()
    expect(page.locator(".qr-frame")).to_be_visible()
    no_sideways_scroll(page)
    waiting = sign_up(world, activity, 2)
    page.get_by_role("link", name="Tidak jadi datang?").click()
    page.get_by_role("button", name="Batalkan pendaftaran").click()
    expect(page.get_by_text("Pendaftaran ini dibatalkan.")).to_be_visible()
    page.goto(f"/t/{waiting.token}/")
    expect(page.get_by_text("Anda mendapat tempat.")).to_be_visible()


@pytest.mark.usefixtures("world")
def test_an_officer_imports_a_list_and_settles_a_duplicate(phone_without_script: Page, sign_in_as: SignIn) -> None:
    page = phone_without_script
    sign_in_as(page, "officer")
    page.goto("/registri/impor/baru/")
    page.set_input_files("input[type=file]", {"name": "daftar.csv", "mimeType": "text/csv", "buffer": LIST.encode()})
    page.get_by_role("button", name="Unggah dan baca").click()
    page.get_by_role("link", name="Cocokkan kolom").click()
    page.get_by_label("Isian kolom F Produk").select_option("note")
    page.get_by_role("button", name="Baca lagi dengan kolom ini").click()
    page.get_by_role("link", name="Semua 3").click()
    page.get_by_role("link", name="Perbaiki Rotan Jaya").click()
    page.get_by_label("Nama usaha").first.fill("Rotan Jaya Abadi")
    page.get_by_role("button", name="Simpan perbaikan").click()
    expect(page.get_by_text("Rotan Jaya Abadi").first).to_be_visible()
    no_sideways_scroll(page)
    page.get_by_role("button", name="Masukkan 3 baris").click()
    expect(page.get_by_role("heading", name="3 usaha masuk registri")).to_be_visible()
    page.get_by_role("link", name="Tinjau duplikat").click()
    no_sideways_scroll(page)
    page.get_by_role("button", name="Gabungkan", exact=True).click()
    expect(page.get_by_text("Tidak ada pasangan yang menunggu")).to_be_visible()
    page.goto("/registri/")
    expect(page.get_by_role("heading", name="2 usaha")).to_be_visible()
    page.locator("#id_q").fill("rotan")
    page.locator("main").get_by_role("button", name="Cari").first.click()
    expect(page.get_by_role("heading", name="1 usaha")).to_be_visible()


def test_an_officer_checks_in_by_code_and_by_name(phone_without_script: Page, sign_in_as: SignIn, world: World) -> None:
    page = phone_without_script
    activity = make_activity(world)
    code = sign_up(world, activity, 1, name="Ratna Sari").code
    sign_up(world, activity, 2, name="Budi Santoso")
    sign_in_as(page, "officer")
    page.goto("/kehadiran/")
    page.get_by_role("link", name="Sesi 1").click()
    for said in ("Ratna Sari, hadir", "Ratna Sari sudah tercatat"):
        page.get_by_label("Tiket rusak? Ketik 6 angka").fill(code)
        page.get_by_role("button", name="Catat", exact=True).click()
        expect(page.get_by_text(said)).to_be_visible()
    page.get_by_label("Cari nama, usaha, atau kode").fill("budi")
    page.locator("main").get_by_role("button", name="Cari").click()
    page.get_by_role("button", name="Catat hadir Budi Santoso").click()
    expect(page.get_by_text("Budi Santoso, hadir")).to_be_visible()
    no_sideways_scroll(page)
    expect(page.locator(".tally")).to_contain_text("2")
