"""What the home page and the search gather from the rooms."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.template.loader import render_to_string
from django.test import Client
from tests.packaging.made import make_version, the_product
from tests.people import World
from tests.registry.worlds import make_enterprise
from tests.training.made import make_activity, sign_up

from binakriya.accounts.operations import change_organisation
from binakriya.accounts.rules import Actor
from binakriya.packaging.models import Version
from binakriya.packaging.operations import check_version
from binakriya.training import operations
from binakriya.website.addresses import address
from binakriya.website.queries import leadership_home, maker_home, office_home, search_page, visitor_home


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
    assert office.tiles == (), "first steps are shown instead of noughts"
    assert [tile.value for tile in leadership_home(by=world.actor("leadership"), now=now).tiles] == [0, 0, 0, 0]
    assert maker_home(by=world.actor("maker"), now=now).own == ()
    assert visitor_home(now=now).upcoming == ()


def test_before_its_day_an_activity_shows_seats_and_answers_and_afterwards_it_is_the_last_one(
    world: World, now: datetime
) -> None:
    by, before = world.actor("officer"), now - timedelta(days=3)
    activity_id = make_activity(world, quota=12)
    operations.invite_association(
        activity_id=activity_id,
        association_id=world.association_id,
        number="1",
        written_on=before.date(),
        seats=5,
        by=by,
        now=before,
    )
    sign_up(world, activity_id, now=before)
    today = office_home(by=by, now=before).today
    assert today is not None
    assert (today.seats, today.quota, today.unanswered, today.runs_today, today.is_over) == (1, 12, 1, False, False)
    card = render_to_string("website/home/today.html", {"page": office_home(by=by, now=before)})
    assert "dari 12 kursi" in card
    assert "1 undangan belum dijawab" in card
    assert "hadir" not in card
    assert office_home(by=by, now=now).today.runs_today  # type: ignore[union-attr]
    for move in ("start", "finish"):
        operations.move_activity(activity_id=activity_id, move=move, by=by, now=now)
    today = office_home(by=by, now=now).today
    assert today is not None
    assert (today.runs_today, today.is_over) == (False, True)


def test_a_new_office_is_led_through_its_first_steps(world: World, now: datetime) -> None:
    first = office_home(by=world.actor("administrator"), now=now).set_up
    assert first is not None
    assert [step.done for step in first.steps] == [False, False, False, False]
    assert first.next is first.steps[0]
    change_organisation(
        organisation_id=world.office_id,
        values={"parent": "Pemerintah Kota Tangerang Selatan", "address": "Jalan Contoh 1"},
        by=world.actor("administrator"),
        now=now,
    )
    officers = office_home(by=world.actor("officer"), now=now).set_up
    assert officers is not None
    assert officers.steps[0].done
    assert officers.steps[1].href == "", "an officer does not add associations"
    assert officers.next is officers.steps[2]
    make_activity(world)
    make_enterprise(world)
    assert office_home(by=world.actor("officer"), now=now).set_up is None


def test_what_is_missing_in_the_registry_is_told(world: World, now: datetime) -> None:
    assert office_home(by=world.actor("officer"), now=now).data is None
    make_enterprise(world)
    make_enterprise(world, "Anyaman Dua")
    page = office_home(by=world.actor("officer"), now=now)
    assert page.data is not None
    page = leadership_home(by=world.actor("leadership"), now=now)
    assert page.data is not None
    assert {str(bar.label): bar.met for bar in page.data.bars} == {
        "NIK pemilik": 0,
        "Telepon": 2,
        "Kelurahan": 2,
        "Tenaga kerja": 0,
        "NIB": 0,
    }
    assert (page.tiles[0].value, page.tiles[0].change) == (2, 2)
    assert office_home(by=world.actor("other_officer"), now=now).data is None


def test_the_leadership_sees_results_and_no_work(world: World, now: datetime) -> None:
    by = world.actor("officer")
    activity_id = make_activity(world)
    sign_up(world, activity_id, now=now)
    for move in ("start", "finish"):
        operations.move_activity(activity_id=activity_id, move=move, by=by, now=now)
    page = leadership_home(by=world.actor("leadership"), now=now)
    assert page.tasks == ()
    (result,) = page.results
    assert (result.seats, result.present, result.over, result.paper) == (1, 0, True, "")


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


def test_packs_wait_on_the_first_page_of_those_who_check_and_adopt(world: World, now: datetime) -> None:
    make_version(world)
    activity_id = make_activity(world)
    operations.engage_practitioner(
        activity_id=activity_id,
        name="Galih",
        person_id=world.people["practitioner"],
        by=world.actor("officer"),
        now=now,
    )
    maker = the_product(world).maker_id
    operations.register(
        activity_id=activity_id, name="A", business_name="B", enterprise_id=maker, by=world.actor("officer"), now=now
    )

    def told(role: str) -> list[tuple[str, str]]:
        return [(str(t.title), t.href) for t in office_home(by=world.actor(role), now=now).tasks if "kemasan" in t.href]

    assert told("practitioner") == [("1 kemasan menunggu diperiksa", "/kemasan/?keadaan=draft")]
    assert "1 kemasan menunggu diperiksa" in world.client("practitioner").get("/").content.decode()
    assert told("officer") == []
    check_version(version_id=Version.objects.get().id, by=world.system, now=now)
    assert told("practitioner") == []
    assert told("officer") == [("1 kemasan menunggu ditetapkan", "/kemasan/?keadaan=checked")]
