"""What the home page and the search gather from the rooms."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from tests.people import World

from binakriya.accounts.rules import Actor
from binakriya.website.addresses import address
from binakriya.website.queries import maker_home, office_home, search_page, visitor_home


def test_people_are_found_by_those_who_manage_them(administrator: Actor, officer: Actor, now: datetime) -> None:
    found = search_page(text="Orang maker", by=administrator, now=now)
    assert [row.title for group in found.groups for row in group.rows] == ["Orang maker"]
    assert search_page(text="Orang maker", by=officer, now=now).total == 0


def test_personal_numbers_are_masked_in_what_is_found(administrator: Actor, now: datetime) -> None:
    rows = [row for group in search_page(text="Orang", by=administrator, now=now).groups for row in group.rows]
    assert rows
    assert all("maker@contoh.example" not in row.note for row in rows)


@pytest.mark.parametrize("text", ["", "a"])
def test_one_letter_finds_nothing(administrator: Actor, now: datetime, text: str) -> None:
    assert search_page(text=text, by=administrator, now=now).groups == ()


def test_makers_search_finds_nothing_of_others(maker: Actor, now: datetime) -> None:
    assert search_page(text="Orang", by=maker, now=now).groups == ()


def test_homes_of_an_empty_house(world: World, now: datetime) -> None:
    office = office_home(by=world.actor("officer"), now=now)
    assert office.today is None
    assert office.tasks == ()
    assert [tile.value for tile in office.tiles] == [0, 0, 0]
    assert maker_home(by=world.actor("maker"), now=now).own == ()
    assert visitor_home(now=now).upcoming == ()


@pytest.mark.parametrize("who", ["practitioner", "curator", "leadership", "administrator", "maker"])
def test_every_role_has_a_home(signed_in: Callable[..., Client], who: str) -> None:
    answer = signed_in(who).get("/")
    assert answer.status_code == 200
    assert b"Selamat" in answer.content


def test_a_search_that_finds_nothing_says_what_to_do(signed_in: Callable[..., Client]) -> None:
    answer = signed_in("officer").get("/cari/", {"q": "tidak ada yang begini"})
    assert "Tidak ada yang cocok" in answer.content.decode()


def test_a_text_with_markup_is_shown_as_text(signed_in: Callable[..., Client]) -> None:
    answer = signed_in("officer").get("/cari/", {"q": "<script>alert(1)</script>"})
    assert b"<script>alert" not in answer.content


def test_the_address_of_a_page_that_is_not_there() -> None:
    assert address("tidak:ada") == ""
    assert address("home") == "/"
