"""A maker's own pages, and what the leadership sees of the played event."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.foundation.press.reading import pdf_text
from tests.journeys.conftest import NewPage
from tests.journeys.walking import SIZES, Walk
from tests.people import World
from tests.registry.worlds import make_own
from tests.training.made import make_activity, sign_up

from binakriya.training import operations
from binakriya.training.models import Session
from binakriya.website.demo.play import play

SignIn = Callable[[Page, str], None]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_maker(new_page: NewPage, sign_in_as: SignIn, world: World, width: int, height: int) -> None:
    """Own enterprise, own ticket, own certificate."""
    make_own(world)
    activity = make_activity(world, sessions=1)
    made = sign_up(world, activity, 1, name="Orang maker")
    walk = Walk(new_page(width, height), "own")
    page = walk.page
    sign_in_as(page, "maker")
    page.goto("/")
    walk.look("home")
    page.goto("/saya/kegiatan/")
    expect(page.get_by_role("heading", name="Belum ada kegiatan")).to_be_visible()
    walk.look("no-activity")
    page.goto(f"/t/{made.token}/")
    walk.press("Simpan ke akun saya")
    walk.told("Tiket tersimpan di akun Anda.")
    walk.look("kept")
    page.goto("/saya/kegiatan/")
    walk.look("activities")
    page.goto("/usaha-saya/")
    walk.look("enterprise")
    walk.follow("Betulkan kontak dan produk")
    walk.look("edit")
    page.get_by_label("Yang Anda buat").fill("gerabah, guci")
    walk.press("Simpan")
    expect(page.locator("main")).to_contain_text("guci")
    walk.look("saved")

    by, now = world.actor("officer"), world.now
    session = Session.objects.get(activity_id=activity)
    operations.check_in(session_id=session.id, scan=made.code, by=by, now=now)
    for move in ("start", "finish"):
        operations.move_activity(activity_id=activity, move=move, by=by, now=now + timedelta(hours=8))
    operations.issue_certificates(activity_id=activity, by=by, now=now + timedelta(hours=9))
    page.goto("/saya/kegiatan/")
    page.get_by_role("link", name="BK-").click()
    walk.told("Sertifikat ini asli dan berlaku")
    walk.look("certificate")


def test_the_leadership(transactional_db: None, new_page: NewPage, settings: Any, tmp_path: Path, world: World) -> None:
    """Signs in by the demo's button, sees what the played event came to, and who did what; changes nothing."""
    settings.OUT = tmp_path
    account = play()
    for width, height in SIZES:
        walk = Walk(new_page(width, height), "leadership")
        page = walk.page
        page.goto("/akun/login/")
        walk.look("sign-in")
        page.get_by_role("button", name="Pimpinan").click()
        expect(page.locator("h1")).to_contain_text("Selamat")
        walk.look("home")
        page.goto("/statistik/dinas/")
        expect(page.locator(".tile", has_text="IKM terdata")).to_contain_text(str(account.registry.enterprises))
        walk.look("figures")
        page.get_by_label("Tingkat").select_option(index=1)
        page.locator("main").get_by_role("button", name="Tampilkan").click()
        walk.look("figures-ward")
        page.goto("/registri/")
        expect(page.get_by_role("heading", name=f"{account.registry.enterprises} usaha")).to_be_visible()
        expect(page.get_by_role("link", name="Tambah usaha")).to_have_count(0)
        walk.look("registry")
        page.goto("/registri/peta/")
        walk.look("map")
        page.goto("/kegiatan/?waktu=past")
        page.get_by_role("link", name="Pelatihan dan Pembinaan IKM").first.click()
        walk.look("activity")
        page.get_by_role("navigation", name="Bagian kegiatan").get_by_role("link", name="Laporan").click()
        walk.look("report")
        _name, paper = walk.download(page.get_by_role("link", name="PDF Indonesia").first)
        assert "Retno Prawati" in pdf_text(paper)
        page.goto("/jejak/")
        walk.look("ledger")
        page.locator("tbody a").first.click()
        walk.look("entry")
        page.goto("/statistik/")
        walk.look("public-figures")
