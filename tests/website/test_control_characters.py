"""Characters that nobody types: refused before a view sees them, taken out of forms' fields."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.architecture.test_authorisation import BY_ROOM, address
from tests.people import World

from binakriya.foundation.rules.text import has_control


@pytest.mark.parametrize(
    "address",
    ["/cari/?q=%00", "/cari/?q%00=a", "/usaha/?q=a%00b", "/masuk/%00/", "/tidak-ada%00/", "/jejak/?teks=%01", "/%1f"],
)
def test_addresses_with_control_characters_are_bad_requests(address: str, signed_in: Callable[..., Client]) -> None:
    answer = signed_in("administrator", raise_request_exception=False).get(address)
    assert answer.status_code == 400
    assert "tidak dapat dipakai" in answer.content.decode()


@pytest.mark.parametrize(
    "address", ["/cari/?q=Anyaman%20bambu", "/cari/?q=a%09b", "/cari/?q=caf%C3%A9", "/cari/?q=%C2%85"]
)
def test_what_people_type_passes(address: str, signed_in: Callable[..., Client]) -> None:
    assert signed_in("officer").get(address).status_code == 200


def test_nul_in_a_field_is_a_bad_request_and_changes_nothing(signed_in: Callable[..., Client]) -> None:
    client = signed_in("administrator", raise_request_exception=False)
    answer = client.post("/tema/", {"theme": "dark", "next": "/a\x00"})
    assert answer.status_code == 400
    assert "tema" not in answer.cookies


def test_a_field_s_name_counts_too(signed_in: Callable[..., Client]) -> None:
    assert signed_in("officer", raise_request_exception=False).post("/tema/", {"a\x00": "1"}).status_code == 400


def test_a_session_cookie_with_nul_is_no_session(world: World) -> None:
    client = Client(raise_request_exception=False)
    client.cookies["sesi"] = "a\x00b"
    assert client.get("/", headers={"cookie": 'sesi="a\\000b"'}).status_code == 200


@pytest.mark.one_database
@pytest.mark.parametrize("room", BY_ROOM)
def test_no_page_breaks_on_nul_in_its_query_or_form(room: str, world: World) -> None:
    """The whole matrix, with the mightiest caller."""
    client = world.client("administrator", raise_request_exception=False)
    broken = []
    for name, page in BY_ROOM[room].items():
        url = address(name, page, world).split("?")[0]
        answers = [client.get(url, {"q": "\x00", "halaman": "\x00"})]
        if page.methods != "GET":
            answers.append(client.post(url, {"name": "\x00", "text": "\x00"}))
        broken += [f"{name}: {answer.status_code}" for answer in answers if answer.status_code != 400]
    assert not broken


def test_has_control() -> None:
    assert has_control("a\x00") and has_control("\x1b") and has_control("\x7f")
    assert not has_control("a\tb\r\nc") and not has_control("Ünï 竹")
