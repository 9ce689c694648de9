"""The page of figures: what everyone sees, and what only the office sees."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from tests.people import World

from binakriya.accounts.operations import note_sign_in
from binakriya.accounts.rules import Actor
from binakriya.foundation.operations import record_reading
from binakriya.registry.operations import create_enterprise
from binakriya.registry.rules.facts import Facts
from binakriya.statistics import queries as statistics_queries
from binakriya.statistics.queries import Figures, Level, open_data, overview


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


def _public(indicator: str = "enterprises", level: Level = "kecamatan") -> dict[str, int | None]:
    page = overview(office_id=None, indicator=indicator, level=level, public=True)
    return {p.code: p.value.value for p in page.places if p.value.value != 0}


def _open(column: str, level: Level = "kecamatan") -> dict[str, object]:
    head, *rows = open_data(office_id=None, level=level)
    at = list(head).index(column)
    return {str(row[0]): row[at] for row in rows if row[at] != 0}


def _add(officer: Actor, now: datetime, regions: list[str], **facts: Any) -> None:
    assert officer.office_id
    for n, region in enumerate(regions):
        values = {"name": f"Usaha {region} {n}", "region_code": region, **facts}
        create_enterprise(facts=Facts(**values), office_id=officer.office_id, by=officer, now=now)


def test_small_figures_are_hidden_from_the_public(world: World, officer: Actor, now: datetime) -> None:
    _add(officer, now, ["36.74.01.1001"] * 4 + ["36.74.02.1001"] * 2 + ["36.74.03.1001"])
    shown = {"36.74.01": 4, "36.74.02": None, "36.74.03": None}
    assert _public() == shown, "the two small ones together are three"
    assert _open("enterprises") == {code: "" if value is None else value for code, value in shown.items()}
    page = overview(office_id=None, public=True)
    assert page.tiles[0].value.value == 7
    assert page.elsewhere is None


def test_the_last_hidden_figure_is_not_the_total_less_the_others(world: World, officer: Actor, now: datetime) -> None:
    _add(officer, now, ["36.74.01.1001"] * 4 + ["36.74.02.1001"] * 5 + ["36.74.03.1001"])
    assert _public() == {"36.74.01": None, "36.74.02": 5, "36.74.03": None}
    assert _public(level="kelurahan") == {"36.74.01.1001": None, "36.74.02.1001": 5, "36.74.03.1001": None}
    assert _open("enterprises", "kelurahan")["36.74.01.1001"] == ""


def test_a_sum_stands_on_those_who_say_it(world: World, officer: Actor, now: datetime) -> None:
    _add(officer, now, ["36.74.01.1001"] * 5, workers=None)
    _add(officer, now, ["36.74.01.1002"], workers=40)
    assert _public()["36.74.01"] == 6
    assert _public("workers")["36.74.01"] is None, "forty people of one enterprise, whoever else is there"
    assert overview(office_id=None, public=True).tiles[1].value.value is None


def test_the_page_names_its_region(world: World, signed_in: Callable[..., Client]) -> None:
    def lead(who: str, page: str) -> str:
        return signed_in(who).get(page).context["page"].where

    assert lead("officer", "/statistik/dinas/") == "Kota Tangerang Selatan"
    assert lead("other_officer", "/statistik/dinas/") == "Dinas Perindag Kota Lain"
    assert lead("visitor", "/statistik/") == "Semua dinas"
    assert "Kota Tangerang Selatan" not in signed_in("other_officer").get("/statistik/dinas/").content.decode()


def test_figures_are_computed_anew_only_after_what_changes_them(
    world: World, officer: Actor, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed: list[object] = []

    def compute(office_id: UUID | None, **more: Any) -> Figures:
        computed.append(office_id)
        return {}

    monkeypatch.setattr(statistics_queries, "_compute", compute)
    overview(office_id=world.office_id)
    note_sign_in(person_id=world.people["officer"], by=officer, now=now)
    record_reading(by=officer, now=now, kind="registry.enterprise", object_id="x", fields=["nik"], reason="telepon")
    overview(office_id=world.office_id)
    assert len(computed) == 1
    _add(officer, now, ["36.74.01.1001"])
    overview(office_id=world.office_id)
    assert len(computed) == 2


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
