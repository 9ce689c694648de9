"""The maker's sheet is one A4 page with its picture, also for the pack that needs most words."""

from collections.abc import Callable
from io import BytesIO

from playwright.sync_api import Page
from pypdf import PdfReader
from tests.packaging.made import make_version
from tests.people import World
from tests.products.made import make_product


def test_makers_sheet_is_one_page(
    desk: Page, sign_in_as: Callable[[Page, str], None], check: Callable[[Page], None], world: World
) -> None:
    made = make_version(world, make_product(world, name="Keranjang", material="rotan"), "export")
    sign_in_as(desk, "officer")
    desk.goto(f"/kemasan/versi/{made}/lembar-pembuat/")
    check(desk)
    paper = PdfReader(BytesIO(desk.pdf(format="A4")))
    assert len(paper.pages) == 1
    text = paper.pages[0].extract_text()
    for word in ("Yang dibeli", "Melipat", "Mengisi", "Menutup", "silika gel"):
        assert word in text
