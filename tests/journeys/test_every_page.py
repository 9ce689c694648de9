"""Every page that shows something, as the authorisation matrix knows them: accessible, at most as wide as its window,
without a word in the console, on a phone and on a desk."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page as Tab
from playwright.sync_api import ViewportSize
from tests.architecture.matrix.declare import Page
from tests.journeys.conftest import NewPage
from tests.journeys.walking import SIZES
from tests.people import World

MATRIX = Path(__file__).parents[1] / "architecture" / "matrix"
ROOMS = sorted(f.stem for f in MATRIX.glob("*.py") if f.stem not in {"__init__", "declare"})
# Who looks, in this order of preference: those who see most.
LOOKERS = ("officer", "administrator", "maker", "visitor")


def _pages(room: str) -> dict[str, Page]:
    pages: dict[str, Page] = import_module(f"tests.architecture.matrix.{room}").PAGES
    return {name: page for name, page in pages.items() if page.methods in {"GET", "BOTH"}}


def _address(name: str, page: Page, world: World) -> str:
    kwargs = page.kwargs(world) if page.kwargs else {}
    return reverse(name, kwargs=kwargs) + (f"?{page.query}" if page.query else "")


def _size(number: int) -> ViewportSize:
    width, height = SIZES[number]
    return {"width": width, "height": height}


@pytest.mark.parametrize("room", ROOMS)
def test_every_page_of_a_room(
    new_page: NewPage, sign_in_as: Callable[[Tab, str], None], check: Callable[[Tab], None], world: World, room: str
) -> None:
    failures: list[str] = []
    tabs: dict[str, Tab] = {}
    for name, page in _pages(room).items():
        who = next((one for one in LOOKERS if one in page.allowed), None)
        if who is None:
            continue
        address = _address(name, page, world)
        if who not in tabs:
            tabs[who] = new_page(*SIZES[0])
            if who != "visitor":
                sign_in_as(tabs[who], who)
        tab = tabs[who]
        shown = tab.request.get(address)
        if shown.status != 200 or not shown.body().decode(errors="replace").lstrip().lower().startswith(
            "<!doctype html"
        ):
            continue  # files, parts of pages, and what redirects
        # Loaded on a phone, then the same page on a desk; walks load pages at either size.
        tab.set_viewport_size(_size(0))
        tab.goto(address)
        for number in range(len(SIZES)):
            tab.set_viewport_size(_size(number))
            try:
                check(tab)
            except AssertionError as problem:
                failures.append(f"{name}: {problem}")
    assert not failures, "\n\n".join(failures)
