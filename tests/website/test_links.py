"""No link and no button leads anyone into a wall: every address that a page shows to a role opens for that role."""

import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from binakriya.accounts.queries import demo_actor_id
from binakriya.accounts.rules import Role
from binakriya.website.demo.play import Account

ALIKE = 2  # pages of one shape (only ids and values differ) that are opened for each role
MOST = 250
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("href")
        if tag == "a" and address:
            self.found.append(address)


def _shape(address: str) -> str:
    parts = urlsplit(address)
    keys = sorted(part.split("=")[0] for part in parts.query.split("&"))
    return f"{_ID.sub('ID', parts.path)}?{','.join(keys)}"


def _walls(client: Client) -> tuple[list[str], set[str]]:
    """(what did not open, and from where; the shapes that were seen)"""
    waiting, seen, shapes, walls = [("/", "")], {"/"}, dict[str, int](), list[str]()
    while waiting and len(seen) < MOST:
        address, origin = waiting.pop(0)
        answer = client.get(address, follow=True)
        if answer.status_code >= 400:
            walls.append(f"{answer.status_code} {address} (from {origin})")
        if answer.streaming or "text/html" not in answer.headers.get("Content-Type", ""):
            continue
        links = _Links()
        links.feed(answer.content.decode())
        for link in links.found:
            parts = urlsplit(urljoin(f"http://testserver{address}", link))
            wanted = parts.path + (f"?{parts.query}" if parts.query else "")
            if parts.netloc != "testserver" or wanted in seen or "logout" in wanted:
                continue
            shape = _shape(wanted)
            shapes[shape] = shapes.get(shape, 0) + 1
            if shapes[shape] <= ALIKE:
                seen.add(wanted)
                waiting.append((wanted, address))
    return walls, set(shapes)


@pytest.mark.one_database
@pytest.mark.parametrize("role", [None, *Role])
def test_no_link_leads_into_a_wall(played: Account, role: Role | None) -> None:
    client = Client()
    if role is not None:
        client.force_login(get_user_model().objects.get(id=demo_actor_id(role)))
    walls, shapes = _walls(client)
    assert len(shapes) > 5
    assert not walls, "\n".join(walls)
