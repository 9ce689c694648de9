"""Every component, on a phone and on a desk, light and dark."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from tests.journeys.conftest import BUDGET, NewPage


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 800)])
def test_every_component_is_accessible(
    new_page: NewPage, check: Callable[[Page], None], width: int, height: int, scheme: str
) -> None:
    page = new_page(width, height, color_scheme=scheme)
    page.goto("/gaya/")
    assert page.locator(".kit").count() > 25
    check(page)


def test_the_theme_is_remembered_with_and_without_script(desk: Page, phone_without_script: Page) -> None:
    for page in (desk, phone_without_script):
        page.goto("/gaya/")
        page.locator("main").get_by_role("button", name="Gelap").click()
        page.goto("/lainnya/")
        assert page.locator("html").get_attribute("data-theme") == "dark"


def test_the_language_is_remembered(desk: Page) -> None:
    desk.goto("/gaya/")
    assert desk.locator("html").get_attribute("lang") == "id"
    desk.locator("main").get_by_role("button", name="English").click()
    desk.goto("/lainnya/")
    assert desk.locator("html").get_attribute("lang") == "en"


def test_a_dialog_opens_and_closes(desk: Page) -> None:
    desk.goto("/gaya/")
    desk.get_by_role("link", name="Buka dialog").click()
    dialog = desk.locator("#d2")
    assert dialog.is_visible()
    dialog.get_by_role("button", name="Kembali").click()
    assert not dialog.is_visible()


def test_the_drop_area_names_the_file(desk: Page) -> None:
    desk.goto("/gaya/")
    desk.set_input_files(".drop input", {"name": "daftar.xlsx", "mimeType": "application/zip", "buffer": b"x" * 2048})
    assert desk.locator(".drop + .files").inner_text().strip() == "daftar.xlsx, 2\u00a0kB"


@pytest.mark.parametrize("path", ["/", "/gaya/", "/akun/login/"])
def test_first_load_is_light(first_load: Callable[..., int], path: str) -> None:
    assert first_load(path) <= BUDGET
