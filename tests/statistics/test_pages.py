"""The page of figures: what everyone sees, and what only the office sees."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from tests.people import World
from tests.training.made import at, make_activity, sign_up

from binakriya.accounts.operations import note_sign_in
from binakriya.accounts.rules import Actor
from binakriya.foundation.operations import record_reading
from binakriya.registry.models import Enterprise
from binakriya.registry.operations import check_enterprise, create_enterprise
from binakriya.registry.rules.facts import Facts
from binakriya.statistics.queries import Asked, Counted, Level, figures, open_data, overview
from binakriya.training import operations as training
from binakriya.training.models import Session


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
    head, *rows = open_data(level=level)
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

    def compute(asked: Asked) -> Counted:
        computed.append(asked)
        return Counted({}, {}, ())

    monkeypatch.setattr(figures, "compute", compute)
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


def test_an_office_tells_its_figures_by_wares_and_by_year(world: World, officer: Actor, now: datetime) -> None:
    _add(officer, now, ["36.74.01.1001"], products=("tas rajut", "syal batik"), workers=4)
    _add(officer, now, ["36.74.02.1001"], products=("kain batik",), workers=2)
    _add(officer, now, ["36.74.03.1001"])
    page = overview(office_id=world.office_id, indicator="workers")
    assert page.groups is not None
    assert {b.code: b.value for b in page.groups.bars} == {"batik": 6, "knitting": 4}
    assert [(b.name, b.value, b.whole) for b in page.regions.bars] == [("Serpong", 4, 4), ("Serpong Utara", 2, 4)]
    batik = overview(office_id=world.office_id, group="batik")
    assert batik.tiles[0].value.value == 2
    assert overview(office_id=world.office_id, group="nothing").tiles[0].value.value == 3
    assert overview(office_id=None, group="batik", public=True).group == "", (
        "two public tables would tell what each hides"
    )


def _trained(world: World, **values: Any) -> None:
    activity = make_activity(world, quota=9, **values)
    session = Session.objects.filter(activity_id=activity).first()
    assert session
    for n in range(3):
        person = sign_up(world, activity, n)
        training.check_in(session_id=session.id, scan=person.code, by=world.actor("officer"), now=at(9))
    for row in Enterprise.objects.filter(unchecked=True):
        check_enterprise(enterprise_id=row.id, by=world.actor("officer"), now=at(10))


def test_a_year_holds_the_activities_that_begin_in_it(world: World) -> None:
    _trained(world)
    page = overview(office_id=world.office_id, year=2018)
    assert page.years == (2018,)
    assert [t.value.value for t in page.tiles if t.over_activities] == [3, 0]
    assert overview(office_id=world.office_id, year=2017).year == 0, "a year without activities is not asked for"


def test_an_enterprise_of_two_offices_is_one_where_its_nib_says_so(
    world: World, officer: Actor, other_officer: Actor, now: datetime
) -> None:
    _add(officer, now, ["36.74.01.1001"], nib="1234567890123", workers=4)
    _add(officer, now, ["36.74.01.1001", "36.74.02.1001"], nib="9876543210123", workers=1)
    _add(other_officer, now, ["36.74.01.1001"], nib="1234567890123", workers=3)
    _add(other_officer, now, ["36.74.01.1001"], workers=2)
    page = overview(office_id=None, public=True)
    assert page.tiles[0].value.value == 4, (
        "two businesses of one owner stay two, and without a NIB nobody is known again"
    )
    assert overview(office_id=world.other_office_id).tiles[0].value.value == 2


def test_the_page_offers_year_and_wares_to_an_office_only(world: World, signed_in: Callable[..., Client]) -> None:
    own = signed_in("officer").get("/statistik/dinas/?bahan=batik&tahun=2018").content.decode()
    assert 'name="bahan"' in own
    assert "Menurut kelompok produk" in own
    everyone = signed_in("visitor").get("/statistik/?bahan=batik&tahun=2018").content.decode()
    assert 'name="bahan"' not in everyone
    assert "Menurut kelompok produk" not in everyone


def test_the_series_speak_the_language_of_the_screen(world: World, signed_in: Callable[..., Client]) -> None:
    visitor = signed_in("visitor")
    assert "industri kerajinan" in visitor.get("/statistik/").content.decode()
    visitor.cookies["django_language"] = "en"
    english = visitor.get("/statistik/").content.decode()
    assert "small fashion and craft enterprises" in english
    assert "industri kerajinan" not in english
