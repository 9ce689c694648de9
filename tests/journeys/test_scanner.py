"""The camera reads a ticket: a real Chromium whose camera shows a film of a QR code."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, expect
from tests.journeys.conftest import launch_options
from tests.journeys.films import film

CODE = "BKR-2018-004711"


@pytest.fixture
def camera(playwright: Playwright, tmp_path: Path) -> Iterator[Browser]:
    shown = tmp_path / "tiket.y4m"
    film(shown, CODE)
    browser = playwright.chromium.launch(**launch_options(f"--use-file-for-fake-video-capture={shown}"))
    yield browser
    browser.close()


@pytest.mark.parametrize("has_detector", [True, False])
def test_a_ticket_is_read_and_sent(camera: Browser, live_server: Any, has_detector: bool) -> None:
    """With the device's own reader where there is one, else with the reader that the page brings."""
    context = camera.new_context(base_url=live_server.url, viewport={"width": 360, "height": 740})
    context.grant_permissions(["camera"], origin=live_server.url)
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    if not has_detector:
        page.add_init_script("delete window.BarcodeDetector")
    page.goto("/gaya/")
    page.get_by_role("button", name="Buka kamera").click()
    page.wait_for_url(f"**code={CODE}**", timeout=15_000)
    assert not errors
    context.close()


def test_a_camera_that_does_not_open_is_told(camera: Browser, live_server: Any) -> None:
    context = camera.new_context(base_url=live_server.url)
    page = context.new_page()
    page.add_init_script("navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('taken'))")
    page.goto("/gaya/")
    page.get_by_role("button", name="Buka kamera").click()
    expect(page.locator("[data-scan-hint]")).to_have_text("Kamera tidak terbuka. Ketik kode tiketnya.")
    context.close()
