"""What may be about a person is kept by no browser and no proxy; the whole matrix of URLs."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.architecture.test_authorisation import PAGES
from tests.people import World

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


def _url(name: str, world: World) -> str:
    page = PAGES[name]
    return f"{reverse(name, kwargs=page.kwargs(world) if page.kwargs else {})}?{page.query}"


@pytest.mark.parametrize("name", sorted(PAGES))
def test_nothing_that_a_session_gets_is_kept(name: str, world: World) -> None:
    url = _url(name, world)
    for caller in ("administrator", "officer", "maker"):
        client = world.client(caller, raise_request_exception=False)
        answers = [client.get(url)]
        if PAGES[name].methods != "GET":
            answers.append(world.client(caller, raise_request_exception=False).post(url, {}))
        kept = [answer.status_code for answer in answers if "no-store" not in answer.get("Cache-Control", "")]
        assert not kept, caller


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_visitor_s_browser_keeps_only_what_shows_nobody(name: str, world: World) -> None:
    answer = Client(raise_request_exception=False).get(_url(name, world))
    kept = "no-store" not in answer.get("Cache-Control", "")
    assert kept == (name in SHOWS_NOBODY)


def test_forms_and_missing_pages_are_not_kept(db: None) -> None:
    assert Client().post("/tema/", {"theme": "dark"})["Cache-Control"] == "no-store"
    assert Client().get("/tidak-ada/")["Cache-Control"] == "no-store"
