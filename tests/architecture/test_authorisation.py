"""Every URL × every role, as the rooms declare it in `tests/architecture/matrix/`: who gets in, and that no browser and
no proxy keeps what may be about a person."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from importlib import import_module
from pathlib import Path as Folder

import pytest
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse
from tests.architecture.matrix.declare import Page
from tests.architecture.urls import routes
from tests.people import CALLERS, World

_ROOMS = sorted(
    f.stem for f in (Folder(__file__).parent / "matrix").glob("*.py") if f.stem not in {"__init__", "declare"}
)
# Each room's pages are looked at in so many tests, which run beside each other.
PARTS = 4
# Whole worlds of URLs that serve files or tools in development.
_NOT_OURS = ("static/", "__")


def _declared() -> dict[str, dict[str, Page]]:
    """Room → name of the URL → what each role gets."""
    rooms: dict[str, dict[str, Page]] = {}
    for room in _ROOMS:
        rooms[room] = import_module(f"tests.architecture.matrix.{room}").PAGES
        others = {name for one, pages in rooms.items() if one != room for name in pages}
        assert not others & set(rooms[room]), f"declared twice: {sorted(others & set(rooms[room]))}"
    return rooms


BY_ROOM = _declared()
PAGES = {name: page for pages in BY_ROOM.values() for name, page in pages.items()}
# What a visitor's browser may keep: these pages show nobody. A new public page is kept by none until it stands here.
SHOWS_NOBODY = {
    "accounts:roles",
    "alive",
    "foundation:data",
    "help",
    "home",
    "more",
    "ready",
    "statistics:public",
    "style-guide",
    "training:public",
    "training:public-activity",
    "training:verify",
}


def test_every_url_is_declared() -> None:
    names = {route.name for route in routes() if not route.pattern.startswith(_NOT_OURS)}
    missing = sorted(names - set(PAGES) - {""})
    assert not missing, f"declare these in tests/architecture/matrix/<room>.py: {missing}"


def test_every_url_has_a_name() -> None:
    nameless = [route.pattern for route in routes() if not route.name and not route.pattern.startswith(_NOT_OURS)]
    assert not nameless


def test_nothing_is_declared_that_is_no_url() -> None:
    names = {route.name for route in routes()}
    assert not sorted(set(PAGES) - names)


def test_every_view_of_ours_has_a_door() -> None:
    """`doors.requires`, `signed_in` or `public`: openness is said, never forgotten."""
    doorless = [
        route.name
        for route in routes()
        if route.view.__module__.startswith("binakriya.")
        and not hasattr(route.view, "deeds")
        and not hasattr(getattr(route.view, "view_class", None), "deeds")
    ]
    assert not doorless


@contextmanager
def undone() -> Iterator[None]:
    """What a caller changes is undone before the next one comes."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def address(name: str, page: Page, world: World) -> str:
    kwargs = page.kwargs(world) if page.kwargs else {}
    return f"{reverse(name, kwargs=kwargs)}?{page.query}"


def _turned_away(response: HttpResponseBase, caller: str) -> bool:
    if caller == "visitor":
        signs_in = response.status_code == 302 and response["Location"].startswith(reverse("account_login"))
        return signs_in or response.status_code in (403, 404)
    return response.status_code in (403, 404)


def _let_in(response: HttpResponseBase, page: Page, caller: str) -> bool:
    if response.status_code == 404:
        return page.missing_is_fine
    if response.status_code == 302 and caller != "visitor":
        return not response["Location"].startswith(reverse("account_login") + "?")
    return response.status_code != 403 and response.status_code < 500


# Each browser of Django's loads the whole middleware when it first asks: two serve all callers.
_BROWSER = Client(raise_request_exception=False)
_GUARDED = Client(raise_request_exception=False, enforce_csrf_checks=True)


def _kept_wrongly(name: str, caller: str, response: HttpResponseBase) -> bool:
    """An answer that a browser keeps though it may be about a person; or does not keep though it shows nobody."""
    kept = "no-store" not in response.get("Cache-Control", "")
    return kept != (caller == "visitor" and response.wsgi_request.method == "GET" and name in SHOWS_NOBODY)


def _wrong_of(name: str, page: Page, world: World, cookies: dict[str, str]) -> list[str]:
    """What the page does otherwise than declared."""
    url = address(name, page, world)
    values = page.post(world) if page.post and page.methods != "GET" else {}
    wrong = []
    for caller in CALLERS:
        inside = page.lets_in(caller)

        def browser(*, guarded: bool = False, cookies: str = cookies[caller]) -> Client:
            """The caller's own browser, fresh: an answer before may have signed it out."""
            client = _GUARDED if guarded else _BROWSER
            client.cookies = SimpleCookie(cookies)
            return client

        cache.clear()
        with undone():
            response = browser().get(url)
            if page.methods == "POST":
                fine = response.status_code == 405 or (not inside and _turned_away(response, caller))
                # A view may look for its object before it looks at the method.
                fine = fine or (inside and page.missing_is_fine and response.status_code == 404)
            else:
                fine = _let_in(response, page, caller) if inside else _turned_away(response, caller)
            if not fine:
                wrong.append(f"GET {caller}: {response.status_code} (declared: {'in' if inside else 'out'})")
            if _kept_wrongly(name, caller, response):
                wrong.append(f"GET {caller}: {response.get('Cache-Control')}")
        if page.methods == "GET":
            continue
        with undone():
            response = browser().post(url.split("?")[0], values)
            fine = _let_in(response, page, caller) if inside else _turned_away(response, caller)
            if not fine:
                wrong.append(f"POST {caller}: {response.status_code} (declared: {'in' if inside else 'out'})")
            if _kept_wrongly(name, caller, response):
                wrong.append(f"POST {caller}: {response.get('Cache-Control')}")
        with undone():
            response = browser(guarded=True).post(url.split("?")[0], values)
            if response.status_code != 403:
                wrong.append(f"POST without CSRF token, {caller}: {response.status_code}")
    return wrong


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("room", _ROOMS)
def test_each_role_gets_what_is_declared(room: str, part: int, world: World) -> None:
    """A part of a room's pages, on one world."""
    cookies = {caller: world.client(caller).cookies.output(header="", sep=";") for caller in CALLERS}
    wrong = {
        name: found
        for name, page in sorted(BY_ROOM[room].items())[part::PARTS]
        if (found := _wrong_of(name, page, world, cookies))
    }
    assert not wrong, "\n".join(f"{name}: {'; '.join(found)}" for name, found in wrong.items())
