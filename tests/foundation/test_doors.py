"""Who asks: the address behind a proxy and without one."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import RequestFactory
from tests.people import PASSWORD, World

from binakriya.foundation.doors import client_address
from binakriya.foundation.models import LedgerEntry


@pytest.mark.parametrize(
    ("behind", "forwarded", "address"),
    [
        (False, "203.0.113.9", "10.0.0.1"),
        (True, "203.0.113.9", "203.0.113.9"),
        (True, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (True, "203.0.113.9 ,2001:db8::0:1", "2001:db8::1"),
        (True, None, "10.0.0.1"),
        (True, "", "10.0.0.1"),
        (True, "203.0.113.9, <script>", "10.0.0.1"),
        (True, "203.0.113.9, " + "1" * 5000, "10.0.0.1"),
    ],
)
def test_only_the_last_hop_is_believed_and_only_behind_a_proxy(
    behind: bool, forwarded: str | None, address: str, settings: Any
) -> None:
    settings.BEHIND_PROXY = behind
    more = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    assert client_address(RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", **more)) == address


def test_a_socket_file_has_no_address(settings: Any) -> None:
    settings.BEHIND_PROXY = False
    assert client_address(RequestFactory().get("/", REMOTE_ADDR="")) == ""


def test_the_ledger_names_the_visitor_and_not_the_proxy(world: World, client: Any, settings: Any) -> None:
    settings.BEHIND_PROXY = True
    came_by = {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "198.51.100.1, 203.0.113.9"}
    client.post("/akun/login/", {"login": "officer@contoh.example", "password": PASSWORD}, **came_by)
    assert LedgerEntry.objects.order_by("-number").first().origin == "web 203.0.113.9"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("method", "headers", "back"),
    [
        ("get", {}, "/kemasan/"),
        ("post", {}, "/"),
        ("post", {"Referer": "http://testserver/kemasan/?q=vas"}, "/kemasan/?q=vas"),
        ("post", {"Referer": "https://elsewhere.example/kemasan/"}, "/"),
        ("post", {"Referer": "//elsewhere.example/"}, "/"),
    ],
)
def test_whoever_signs_in_again_comes_back_to_a_page(client: Any, method: str, headers: Any, back: str) -> None:
    answer = getattr(client, method)("/kemasan/", headers=headers)
    assert answer.status_code == 302
    assert parse_qs(urlsplit(answer["Location"]).query)["next"] == [back]


@pytest.mark.django_db
def test_a_part_of_a_page_sends_the_whole_page_to_sign_in(client: Any) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/kemasan/studio/?mass=850"}
    answer = client.get("/kemasan/studio/?mass=850&shown=", headers=headers)
    assert answer.content == b""
    assert parse_qs(urlsplit(answer["HX-Redirect"]).query)["next"] == ["/kemasan/studio/?mass=850"]
