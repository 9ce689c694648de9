"""The frame around every page: home of each role, the list of all pages, sign-in, errors."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import NewPage, Watch
from tests.people import CALLERS, PASSWORD, World
from tests.registry.worlds import make_enterprise

SignIn = Callable[[Page, str], None]
Check = Callable[[Page], None]
SIZES = ((360, 740), (1280, 800))
OPEN = (
    "/",
    "/lainnya/",
    "/bantuan/",
    "/akun/login/",
    "/akun/signup/",
    "/akun/password/reset/",
    "/akun/password/reset/done/",
)
OWN = ("/", "/lainnya/", "/cari/", "/cari/?q=tidak-ada-yang-begini", "/akun/password/change/", "/akun/2fa/")


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_visitors_see(new_page: NewPage, check: Check, width: int, height: int, scheme: str) -> None:
    page = new_page(width, height, color_scheme=scheme)
    for path in OPEN:
        page.goto(path)
        expect(page.locator("h1")).to_have_count(1)
        check(page)


@pytest.mark.parametrize("who", CALLERS[1:])
def test_what_each_role_sees(new_page: NewPage, sign_in_as: SignIn, check: Check, who: str) -> None:
    for width, height in SIZES:
        page = new_page(width, height)
        sign_in_as(page, who)
        for path in OWN if who == "officer" else OWN[:2]:
            page.goto(path)
            expect(page.locator("h1")).to_have_count(1)
            check(page)


def test_signing_in_by_keyboard_and_without_script(
    world: object, phone_without_script: Page, desk: Page, sign_in_as: SignIn
) -> None:
    phone_without_script.goto("/akun/login/")
    phone_without_script.get_by_label("Surel atau telepon").fill("officer@contoh.example")
    phone_without_script.get_by_label("Kata sandi").fill("bukan ini")
    phone_without_script.get_by_role("button", name="Masuk", exact=True).click()
    expect(phone_without_script.get_by_role("alert")).to_be_visible()
    expect(phone_without_script.get_by_label("Surel atau telepon")).to_have_value("officer@contoh.example")
    phone_without_script.get_by_label("Kata sandi").fill(PASSWORD)
    phone_without_script.get_by_role("button", name="Masuk", exact=True).click()
    expect(phone_without_script.locator("h1")).to_contain_text("Selamat")

    desk.goto("/")
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.activeElement.className") == "skip"
    desk.keyboard.press("Enter")
    assert desk.evaluate("document.activeElement.id") == "isi"


def test_the_menu_of_the_side_bar(desk: Page, sign_in_as: SignIn, check: Check) -> None:
    sign_in_as(desk, "officer")
    desk.goto("/")
    desk.locator(".side-foot summary").click()
    check(desk)
    desk.keyboard.press("Escape")
    expect(desk.locator(".side-foot .menu-list")).to_be_hidden()
    desk.keyboard.press("/")
    assert desk.evaluate("document.activeElement.type") == "search"
    desk.locator(".side-foot summary").click()
    desk.locator(".side-foot").get_by_role("button", name="Keluar").click()
    expect(desk.get_by_role("link", name="Masuk").first).to_be_visible()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_an_address_that_is_not_there(new_page: NewPage, watch: Watch, check: Check, width: int, height: int) -> None:
    watch.allowed.append("404")
    page = new_page(width, height)
    answer = page.goto("/tidak-ada/")
    assert answer is not None and answer.status == 404
    expect(page.locator(".ref")).to_have_text(answer.headers["x-request-id"])
    check(page)


def test_a_form_is_sent_once(desk: Page, world: object) -> None:
    desk.goto("/akun/password/reset/")
    sent: list[str] = []
    desk.on("request", lambda r: sent.append(r.url) if r.method == "POST" else None)
    desk.get_by_label("Surel").fill("officer@contoh.example")
    desk.evaluate("const b = document.querySelector('main form .btn[data-kind=primary]'); b.click(); b.click()")
    desk.wait_for_url("**/done/")
    assert len(sent) == 1


@pytest.mark.parametrize("path", ["/", "/cari/"])
def test_the_office_page_is_light(first_load: Callable[..., int], desk: Page, sign_in_as: SignIn, path: str) -> None:
    sign_in_as(desk, "officer")
    assert first_load(path, desk) <= 90_000


def test_paper_has_a_letterhead_and_no_navigation(desk: Page, sign_in_as: SignIn) -> None:
    sign_in_as(desk, "officer")
    desk.goto("/")
    expect(desk.locator(".letterhead")).to_be_hidden()
    desk.emulate_media(media="print")
    expect(desk.locator(".letterhead")).to_contain_text("Dinas Perindustrian dan Perdagangan")
    for gone in (".side", ".dock", ".demo", ".search"):
        expect(desk.locator(gone).first).to_be_hidden()


def test_an_enterprise_on_paper_asks_nothing(desk: Page, sign_in_as: SignIn, world: World) -> None:
    enterprise = world.once("registry.enterprise", make_enterprise)
    sign_in_as(desk, "officer")
    desk.goto(f"/registri/{enterprise}/")
    asks = desk.locator("main").locator("button, select, input:not([type=hidden]), a:has-text('Tambah kelompok')")
    expect(asks.locator("visible=true").first).to_be_visible()
    desk.emulate_media(media="print")
    expect(asks.locator("visible=true")).to_have_count(0)
