"""The page of figures: what everyone sees, and what only the office sees."""

from collections.abc import Callable
from datetime import datetime

from django.test import Client
from tests.people import World

from binakriya.accounts.rules import Actor
from binakriya.registry.operations import create_enterprise
from binakriya.registry.rules.facts import Facts
from binakriya.statistics.queries import open_data, overview


def _fill(world: World, officer: Actor, now: datetime) -> None:
    for n, region in enumerate(["36.74.01.1001"] * 3 + ["36.74.02.1001", "36.74"]):
        create_enterprise(
            facts=Facts(name=f"Usaha {n}", region_code=region, workers=n + 1 if n else None),
            office_id=world.office_id,
            by=officer,
            now=now,
        )


def test_the_office_sees_its_figures_whole(world: World, officer: Actor, now: datetime) -> None:
    _fill(world, officer, now)
    page = overview(office_id=world.office_id)
    assert page.tiles[0].value.value == 5
    by_code = {p.code: p.value for p in page.places}
    assert by_code["36.74.01"].value == 3
    assert by_code["36.74.02"].value == 1
    assert page.elsewhere is not None
    assert page.elsewhere.value == 1, "an enterprise whose kecamatan is not known is told apart"
    workers = overview(office_id=world.office_id, indicator="workers")
    assert {p.code: (p.value.value, p.value.missing) for p in workers.places}["36.74.01"] == (5, 1)


def test_figures_move_when_the_registry_does(world: World, officer: Actor, now: datetime) -> None:
    assert overview(office_id=world.office_id).tiles[0].value.value == 0
    _fill(world, officer, now)
    assert overview(office_id=world.office_id).tiles[0].value.value == 5


def test_small_figures_are_hidden_from_the_public(world: World, officer: Actor, now: datetime) -> None:
    _fill(world, officer, now)
    page = overview(office_id=None, public=True)
    by_code = {p.code: p.value.value for p in page.places}
    assert by_code["36.74.01"] == 3
    assert by_code["36.74.02"] is None
    rows = {row[0]: row for row in open_data(office_id=None, level="kecamatan")}
    assert rows["36.74.02"][2] == ""
    assert rows["36.74.01"][2] == 3


def test_another_office_is_not_counted(world: World, officer: Actor, other_officer: Actor, now: datetime) -> None:
    _fill(world, officer, now)
    assert overview(office_id=world.other_office_id).tiles[0].value.value == 0


def test_pages_answer_and_unknown_choices_do_no_harm(world: World, signed_in: Callable[..., Client]) -> None:
    for who, page in (("visitor", "/statistik/"), ("officer", "/statistik/dinas/")):
        client = signed_in(who)
        assert client.get(page).status_code == 200
        assert client.get(f"{page}?angka=x&tingkat=../etc").status_code == 200
        assert client.get(f"{page}?angka=workers&tingkat=kelurahan").status_code == 200
        assert b"36.74.01" in b"".join(client.get("/statistik/data.csv").streaming_content)
