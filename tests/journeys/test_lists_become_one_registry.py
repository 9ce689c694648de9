"""Journey 1. An officer turns three lists that disagree into one registry, and works with it."""

import csv
import io
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import NewPage, Watch
from tests.journeys.walking import SIZES, Walk
from tests.people import World

import binakriya
from binakriya.accounts.operations import create_organisation

LISTS = Path(binakriya.__file__).parent / "website" / "data" / "reference_event"
FILES = ("1-asipa.xlsx", "2-ipemi.csv", "3-iwapi.xls")
SignIn = Callable[[Page, str], None]


@pytest.fixture
def associations(world: World, now: datetime) -> None:
    """The world has one already; the other two groups of the event."""
    for name, full in (
        ("IPEMI", "Ikatan Pengusaha Muslimah Indonesia"),
        ("IWAPI", "Ikatan Wanita Pengusaha Indonesia"),
    ):
        create_organisation(kind="association", name=full, short_name=name, by=world.system, now=now)


def _import(walk: Walk) -> None:
    page = walk.page
    page.goto("/registri/")
    walk.look("empty")
    walk.follow("Impor daftar")
    walk.look("upload")
    page.set_input_files("input[type=file]", [LISTS / name for name in (*FILES, FILES[1])])
    # One was chosen twice; it is put back.
    page.get_by_role("button", name=f"Keluarkan: {FILES[1]}").last.click()
    expect(page.get_by_role("button", name="Keluarkan:")).to_have_count(len(FILES))
    walk.press("Unggah dan baca")
    expect(page.get_by_role("heading", name="Periksa daftar")).to_be_visible()
    walk.look("preview")
    expect(page.get_by_role("button", name="Masukkan 99 baris")).to_be_visible()


def _correct(walk: Walk) -> None:
    """One column means something else; one cell was written wrongly."""
    page = walk.page
    walk.follow("Cocokkan kolom")
    walk.follow("2-ipemi.csv")
    column = page.get_by_label("Isian kolom M Harapan dari pelatihan")
    expect(column).to_have_value("note")
    walk.look("columns")
    column.select_option("other")
    walk.press("Baca lagi dengan kolom ini")
    expect(page.get_by_role("button", name="Masukkan 99 baris")).to_be_visible()
    walk.follow("Cocokkan kolom")
    walk.follow("2-ipemi.csv")
    expect(page.get_by_label("Isian kolom M Harapan dari pelatihan")).to_have_value("other")
    walk.page.get_by_role("navigation", name="Letak halaman").get_by_role("link", name="Periksa daftar").click()

    page.get_by_role("link", name="Perlu dilihat 2").click()
    page.get_by_role("link", name="Perbaiki").first.click()
    walk.look("row")
    page.get_by_label("Nama pemilik").fill("Sri Setiawati")
    walk.press("Simpan perbaikan")
    walk.told("diperbaiki.")
    expect(page.get_by_text("Sri Setiawati")).to_be_visible()
    walk.look("corrected")
    # What is right as it was read is let stand.
    page.locator("main").get_by_role("button", name="Sudah benar").first.click()
    walk.told("dibiarkan seperti terbaca.")


def _confirm(walk: Walk) -> None:
    page = walk.page
    for name, association in zip(FILES, ("ASIPA", "IPEMI", "IWAPI"), strict=True):
        page.get_by_label(f"{name} adalah daftar anggota").select_option(label=association)
    walk.press("Masukkan 99 baris")
    expect(page.get_by_role("heading", name="99 usaha masuk registri")).to_be_visible()
    walk.look("result")


def _waiting(walk: Walk) -> int:
    """How many pairs wait, as the head of the queue says."""
    said = walk.page.get_by_text(re.compile(r"\d+ menunggu"))
    return int(said.inner_text().split()[0]) if said.count() else 0


def _find_pair(walk: Walk, text: str) -> None:
    """Leave pairs for later until one that says this is shown; a phone shows no queue to choose from."""
    pair = walk.page.get_by_role("region", name="Pasangan yang ditinjau")
    for _later in range(_waiting(walk)):
        if text in pair.inner_text():
            return
        walk.follow("Nanti")
    raise AssertionError(f"no pair says {text}")


def _review(walk: Walk) -> None:
    """Each kind of decision once, the almost certain together, and one taken back."""
    page = walk.page
    walk.follow("Tinjau duplikat")
    walk.look("pair")
    at_first = _waiting(walk)
    # Merge, with the name of the other.
    _find_pair(walk, "CV TUNAS PERAK")
    name = page.get_by_role("group", name="Nama usaha", exact=True).get_by_role("radio")
    other = name.nth(0 if name.nth(1).is_checked() else 1)
    other.check(force=True)
    picked = other.locator("xpath=..").inner_text().splitlines()[0].strip()
    page.get_by_role("button", name="Gabungkan", exact=True).click()
    walk.told("Digabung. Riwayat keduanya tersimpan.")
    expect(page.get_by_role("row", name=f"→ {picked}").first).to_be_visible()
    assert _waiting(walk) < at_first
    # The almost certain in one go; of those one is undone, and merged again.
    walk.press("yang hampir pasti")
    walk.told("pasang yang hampir pasti sudah digabung")
    walk.look("rest")
    left = _waiting(walk)
    page.locator("tr", has_text="Digabung").first.get_by_role("button", name="Urungkan").click()
    walk.told("Gabungan diurungkan. Keduanya kembali seperti semula.")
    assert _waiting(walk) == left + 1
    page.get_by_role("button", name="Gabungkan", exact=True).click()
    walk.told("Digabung. Riwayat keduanya tersimpan.")
    # A decision is taken back from where it is told.
    left = _waiting(walk)
    page.get_by_role("button", name="Bukan duplikat").click()
    walk.told("Dicatat. Pasangan ini tidak ditanyakan lagi.")
    page.locator(".toast").get_by_role("button", name="Urungkan").click()
    walk.told("Keputusan ditarik. Pasangan ini menunggu lagi.")
    assert _waiting(walk) == left
    # Two businesses of one owner stay two.
    _find_pair(walk, "Pemiliknya tampaknya sama, usahanya lain.")
    walk.look("same-owner")
    page.get_by_role("button", name="Pemilik sama, usaha lain").click()
    walk.told("Dicatat. Pasangan ini tidak ditanyakan lagi.")
    # What is left are other enterprises with similar names; they are not asked for again.
    while left := _waiting(walk):
        page.get_by_role("button", name="Bukan duplikat").click()
        walk.told("Dicatat. Pasangan ini tidak ditanyakan lagi.")
        assert _waiting(walk) < left
    walk.look("settled")


def _work_with_it(walk: Walk) -> str:
    """Search, filter, open, edit, reveal, export; the name of the enterprise that was edited."""
    page = walk.page
    page.goto("/registri/")
    expect(page.get_by_role("heading", name=re.compile("6[3-6] usaha"))).to_be_visible()
    walk.look("registry")
    page.locator("#id_q").fill("lilin")
    expect(page.get_by_role("heading", name=re.compile(r"^[1-9] usaha"))).to_be_visible()
    page.locator("summary", has_text="Saringan").click()
    page.get_by_label("Kecamatan").select_option(label="Pamulang")
    expect(page.get_by_role("link", name="Lepaskan saringan: Pamulang")).to_be_visible()
    walk.look("filtered")
    page.goto("/registri/?kelompok=&q=tunas+perak")
    page.locator("tbody a").first.click()
    name = page.locator("h1").inner_text()
    walk.look("enterprise")
    walk.follow("Ubah data")
    walk.look("edit")
    page.get_by_label("Berdiri tahun").fill("1700")
    walk.press("Simpan perubahan")
    walk.look("edit-refused")
    page.get_by_label("Berdiri tahun").fill("1999")
    page.locator("main").get_by_role("button", name="Simpan perubahan").last.click()
    expect(page.get_by_text("1999").first).to_be_visible()
    expect(page.locator("#h-riwayat")).to_be_visible()
    page.get_by_label("Untuk apa").select_option(label="Menghubungi pemilik")
    walk.press("Tampilkan data utuh")
    walk.told("Data pribadi ditampilkan utuh sekali ini.")
    expect(page.locator("main")).to_contain_text(re.compile(r"0857[ -]?\d"))
    walk.look("revealed")
    page.goto("/registri/?q=tunas+perak")
    file, content = walk.download(page.get_by_role("button", name="CSV", exact=True))
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert file.endswith(".csv") and any(name in row for row in rows[1:]), rows[:2]
    return name


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_three_lists_become_one_registry(
    new_page: NewPage, sign_in_as: SignIn, watch: Watch, associations: None, width: int, height: int
) -> None:
    watch.allowed.append("status of 422")
    walk = Walk(new_page(width, height), "lists")
    sign_in_as(walk.page, "officer")
    _import(walk)
    _correct(walk)
    _confirm(walk)
    _review(walk)
    name = _work_with_it(walk)
    # Whoever may read the ledger finds there who read the telephone, and why.
    ledger = Walk(new_page(width, height), "ledger")
    sign_in_as(ledger.page, "administrator")
    ledger.page.goto("/jejak/")
    ledger.look("ledger")
    expect(ledger.page.locator("tbody tr", has_text=name).first).to_be_visible()
