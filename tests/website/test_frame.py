"""Navigation, home, errors, theme: the frame without a browser."""

import datetime as dt
from collections.abc import Callable
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import RequestDataTooBig
from django.test import Client, RequestFactory
from django.urls import reverse

from binakriya.accounts.rules import Actor, Role, visitor
from binakriya.website.navigation import GROUPS, navigation_for
from binakriya.website.views import errors
from binakriya.website.views.home import greeting

JAKARTA = ZoneInfo("Asia/Jakarta")


def _actor(*roles: Role) -> Actor:
    return Actor(id=uuid4(), label="Ratna", roles=frozenset(roles))


@pytest.mark.parametrize("role", list(Role))
def test_only_pages_that_one_may_open_are_listed(role: Role) -> None:
    actor = _actor(role)
    listed = {link.href for _label, links in navigation_for(actor=actor, path="/").groups for link in links}
    for group in GROUPS:
        for entry in group.entries:
            if entry.deeds and not any(actor.may(deed) for deed in entry.deeds):
                try:
                    href = reverse(entry.url_name)
                except Exception:
                    continue
                assert href not in listed


def test_visitors_have_no_navigation() -> None:
    assert navigation_for(actor=visitor(), path="/").groups == ()


def test_one_page_is_current_and_the_dock_has_four_places() -> None:
    navigation = navigation_for(actor=_actor(*Role), path=reverse("accounts:organisations"))
    current = [link.href for _label, links in navigation.groups for link in links if link.current]
    assert current == [reverse("accounts:organisations")]
    assert len(navigation.dock) <= 4


@pytest.mark.parametrize(
    ("hour", "word"), [(4, "pagi"), (10, "pagi"), (11, "siang"), (15, "sore"), (18, "malam"), (1, "malam")]
)
def test_greeting_by_the_hour_of_the_office(hour: int, word: str) -> None:
    now = dt.datetime(2018, 11, 16, hour, 30, tzinfo=JAKARTA).astimezone(dt.UTC)
    assert greeting(now=now, name="Ratna") == f"Selamat {word}, Ratna"


@pytest.mark.parametrize(
    ("view", "status"),
    [
        (errors.bad_request, 400),
        (errors.forbidden, 403),
        (errors.csrf_failure, 403),
        (errors.not_found, 404),
        (errors.too_many_requests, 429),
    ],
)
def test_error_pages_give_a_reference(view: Callable[..., object], status: int, rf: RequestFactory) -> None:
    request = rf.get("/x/")
    request.reference = "ABCDE-12345"  # type: ignore[attr-defined]
    answer = view(request)
    assert answer.status_code == status  # type: ignore[attr-defined]
    assert b"ABCDE-12345" in answer.content  # type: ignore[attr-defined]


def test_the_page_of_a_broken_system_needs_no_database(rf: RequestFactory) -> None:
    """This test has no database: a query would raise."""
    request = rf.get("/x/")
    request.reference = "ABCDE-12345"  # type: ignore[attr-defined]
    assert errors.server_error(request).status_code == 500


def test_a_body_over_the_limit_is_told_as_one(rf: RequestFactory) -> None:
    assert errors.bad_request(rf.post("/x/"), RequestDataTooBig()).status_code == 413


@pytest.mark.parametrize(("back", "goes"), [("/gaya/", "/gaya/"), ("https://lain.example/", "/"), ("", "/")])
def test_the_theme_is_kept_and_leads_back(db: None, back: str, goes: str) -> None:
    answer = Client().post("/tema/", {"theme": "dark", "next": back})
    assert (answer.status_code, answer["Location"]) == (302, goes)
    assert answer.cookies["tema"].value == "dark"


def test_an_unknown_theme_is_not_kept(db: None) -> None:
    assert "tema" not in Client().post("/tema/", {"theme": "pelangi"}).cookies


@pytest.mark.parametrize(("cookie", "language"), [("", "id"), ("en", "en"), ("fr", "id")])
def test_the_language_is_ours_unless_chosen(db: None, cookie: str, language: str) -> None:
    client = Client(headers={"accept-language": "en-US"})
    if cookie:
        client.cookies["django_language"] = cookie
    answer = client.get("/bantuan/")
    assert answer["Content-Language"] == language
    assert f'<html lang="{language}"'.encode() in answer.content


def test_pages_are_made_with_few_queries(
    signed_in: Callable[..., Client], django_assert_max_num_queries: Callable[[int], object]
) -> None:
    client = signed_in("officer")
    # The first page of a session that no sign-in began notes its use.
    client.get("/")
    with django_assert_max_num_queries(12):  # type: ignore[attr-defined]
        assert client.get("/").status_code == 200
