"""A real server and a real Chromium for the journeys.

    def test_officer_plans(desk, sign_in_as, check):
        sign_in_as(desk, "officer")
        desk.goto("/kegiatan/")
        check(desk)          # axe, no sideways scroll

`phone` is 360 × 740, `desk` 1280 × 800, `phone_without_script` has no JavaScript. Whatever a page logs as an error (a
violation of the Content-Security-Policy is one), throws, or answers with 5xx fails the test at its end.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import brotli
import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Response, expect, sync_playwright
from tests.people import World

# Playwright's sync interface runs an event loop in this thread; the tests' database work is synchronous all the same.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
PATIENCE = 30_000  # milliseconds; the first page of a process loads every module, on a busy machine too
expect.set_options(timeout=PATIENCE / 2)
BUDGET = 150_000  # bytes of a first load besides pictures
COMPRESSED = ("text/css", "text/javascript", "application/javascript", "image/svg+xml", "application/wasm")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


def launch_options(*args: str) -> dict[str, Any]:
    """Debian's Chromium with a made-up camera; root cannot use its sandbox."""
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    camera = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
    return {"executable_path": CHROMIUM, "args": [*root, *camera, *args]}


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    chromium = playwright.chromium.launch(**launch_options())
    yield chromium
    chromium.close()


@dataclass
class Watch:
    """What went wrong on a page. `allowed`: texts of console errors that a test expects, such as a 404's."""

    errors: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def note(self, error: str) -> None:
        self.errors.append(error)

    @property
    def unexpected(self) -> list[str]:
        return [e for e in self.errors if not any(a in e for a in self.allowed)]


def _watch(page: Page, watch: Watch) -> None:
    def answered(response: Response) -> None:
        if response.status >= 500:
            watch.note(f"{response.status} {response.url}")

    page.on("console", lambda m: watch.note(f"{m.text} ({m.location.get('url')})") if m.type == "error" else None)
    page.on("pageerror", lambda e: watch.note(str(e)))
    page.on("response", answered)


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Fails the test at its end when a page had an error that `watch.allowed` does not name."""
    seen = Watch()
    yield seen
    assert not seen.unexpected, "\n".join(seen.unexpected)


NewPage = Callable[..., Page]


@pytest.fixture
def new_page(browser: Browser, live_server: Any, watch: Watch) -> Iterator[NewPage]:
    """`new_page(360, 740, color_scheme="dark", java_script_enabled=False)`: a browser of its own, with one page."""
    opened: list[BrowserContext] = []

    def make(width: int, height: int, **options: Any) -> Page:
        context = browser.new_context(
            base_url=live_server.url, viewport={"width": width, "height": height}, locale="id-ID", **options
        )
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        page = context.new_page()
        _watch(page, watch)
        return page

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    return new_page(360, 740, has_touch=True, is_mobile=True)


@pytest.fixture
def desk(new_page: NewPage) -> Page:
    return new_page(1280, 800)


@pytest.fixture
def phone_without_script(new_page: NewPage) -> Page:
    return new_page(360, 740, java_script_enabled=False)


@pytest.fixture
def sign_in_as(transactional_db: None, world: World, live_server: Any) -> Callable[[Page, str], None]:
    """`sign_in_as(page, "officer")`: the page's browser is that person of the world from then on."""

    def sign_in(page: Page, who: str) -> None:
        session = world.client(who).cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])

    return sign_in


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


def axe(page: Page, *, context: str | None = None) -> None:
    """Fails when axe-core finds a violation of WCAG 2.2 A or AA or a best practice, and says where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())  # past the page's own policy, as a reader's tool is
    found = page.evaluate(
        """async (context) => (await axe.run(context ?? document, {resultTypes: ['violations']})).violations
           .map(v => `${v.id}: ${v.help}\\n` + v.nodes.slice(0, 5)
           .map(n => `    ${n.target.join(' ')}: ${n.html.slice(0, 160)}` +
                     (n.any[0]?.message ? `\\n      ${n.any[0].message}` : '')).join('\\n'))""",
        context,
    )
    assert not found, f"{page.url} at {page.viewport_size}\n" + "\n".join(found)


def no_sideways_scroll(page: Page) -> None:
    """Fails when the page is wider than its window, and names what sticks out."""
    wide = page.evaluate(
        """() => { const w = document.documentElement.clientWidth;
           if (document.documentElement.scrollWidth <= w) return [];
           return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > w + 1)
             .slice(0, 8).map(e => `${e.tagName.toLowerCase()}.${[...e.classList].join('.')} ` +
                                   Math.round(e.getBoundingClientRect().right)) }"""
    )
    assert not wide, f"{page.url} is wider than {page.viewport_size}: {wide}"


@pytest.fixture
def check() -> Callable[[Page], None]:
    """Everything that any page must pass."""

    def run(page: Page) -> None:
        no_sideways_scroll(page)
        axe(page)

    return run


def _sent(response: Response) -> int:
    body = response.body()
    kind = response.headers.get("content-type", "").split(";")[0]
    # The test server sends files as they are; the real one sends their brotli twins. Pages go uncompressed.
    return len(brotli.compress(body, quality=9)) if kind in COMPRESSED else len(body)


def transfer_size(browser: Browser, url: str, cookies: list[Any] | None = None) -> int:
    """Bytes of the first load of a page in a fresh browser, besides pictures (icons count)."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    if cookies:
        context.add_cookies(cookies)
    page = context.new_page()
    responses: list[Response] = []
    page.on("response", lambda r: responses.append(r))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    size = sum(
        _sent(r)
        for r in responses
        if r.status == 200
        and (not r.headers.get("content-type", "").startswith("image/") or urlsplit(r.url).path.endswith("icons.svg"))
    )
    context.close()
    return size


@pytest.fixture
def first_load(browser: Browser, live_server: Any) -> Callable[..., int]:
    """`first_load("/", page)`: bytes of the address's first load, with the page's cookies when given."""

    def measure(path: str, page: Page | None = None) -> int:
        return transfer_size(browser, f"{live_server.url}{path}", page.context.cookies() if page else None)

    return measure
