"""Two offices share one installation: whom and what each may act on."""

from typing import Any
from uuid import UUID

import pytest
from tests.people import PASSWORD, World

from binakriya.accounts.models import Organisation, Person
from binakriya.accounts.operations import (
    accept_invitation,
    add_person,
    change_organisation,
    create_organisation,
    grant_role,
    invite,
    reveal_contact,
    set_active,
    take_into_care,
)
from binakriya.accounts.queries import find_people, invitations, people_page, person_detail
from binakriya.accounts.rules import NotAllowed, Role, visitor
from binakriya.foundation.queries import LedgerFilter, ledger_page
from binakriya.registry.operations import create_enterprise, link_person
from binakriya.registry.rules.facts import Facts

FIRST, SECOND = "administrator", "other_administrator"


@pytest.fixture
def offices(world: World) -> World:
    """An administrator in each office; `of_first`, `of_second`: makers whom they invited; `of_none`: nobody's."""
    world.people[SECOND] = add_person(
        name="Pengurus lain", email="lain@contoh.example", password=PASSWORD, by=world.system, now=world.now
    )
    grant_role(
        person_id=world.people[SECOND],
        role=Role.ADMINISTRATOR,
        organisation_id=world.other_office_id,
        by=world.system,
        now=world.now,
    )
    for who, by in (("of_first", FIRST), ("of_second", SECOND)):
        issued = invite(
            role=Role.MAKER,
            organisation_id=None,
            name=who,
            email=f"{who}@contoh.example",
            by=world.actor(by),
            now=world.now,
        )
        world.people[who] = accept_invitation(
            token=issued.token, name=f"Perajin {who}", password=PASSWORD, by=visitor("test"), now=world.now
        ).id
    world.people["of_none"] = add_person(
        name="Perajin of_none", email="none@contoh.example", by=world.system, now=world.now
    )
    return world


REACHED = [
    (FIRST, "officer", True),
    (FIRST, "other_officer", False),
    (FIRST, "maker", True),
    (FIRST, "of_first", True),
    (FIRST, "of_second", False),
    (FIRST, "of_none", False),
    (SECOND, "officer", False),
    (SECOND, "other_officer", True),
    (SECOND, "maker", False),
    (SECOND, "of_first", False),
    (SECOND, "of_second", True),
    (SECOND, "of_none", False),
]


@pytest.mark.parametrize(("who", "whom", "reached"), REACHED)
def test_each_cares_for_their_own(who: str, whom: str, reached: bool, offices: World) -> None:
    by, person_id, now = offices.actor(who), offices.people[whom], offices.now
    assert (person_detail(person_id=person_id, by=by) is not None) == reached
    assert (person_id in {row.id for row in people_page(by=by).rows}) == reached
    name = Person.objects.get(id=person_id).name
    assert (person_id in {row.id for row in find_people(by=by, text=name)}) == reached
    deeds: list[Any] = [
        lambda: reveal_contact(person_id=person_id, by=by, now=now),
        lambda: grant_role(person_id=person_id, role=Role.PRACTITIONER, organisation_id=None, by=by, now=now),
        lambda: set_active(person_id=person_id, active=False, by=by, now=now),
    ]
    for deed in deeds:
        if reached:
            deed()
        else:
            with pytest.raises(NotAllowed):
                deed()
    client = offices.client(who)
    assert client.get(f"/orang/{person_id}/").status_code == (200 if reached else 404)
    assert client.post(f"/orang/{person_id}/kontak/").status_code == (200 if reached else 404)


def test_each_sees_the_invitations_of_their_own_office(offices: World) -> None:
    def names(who: str) -> set[str]:
        return {row.name for row in invitations(by=offices.actor(who), now=offices.now)}

    assert names(FIRST) == {"Perajin of_first"}
    assert names(SECOND) == {"Perajin of_second"}


def test_what_a_maker_does_is_told_to_the_office_that_cares_for_them(offices: World) -> None:
    page = ledger_page(by=offices.actor(FIRST), wanted=LedgerFilter(text="of_first"))
    assert {e.action for e in page.entries} == {"accounts.invited", "accounts.invitation_accepted"}
    assert not ledger_page(by=offices.actor(SECOND), wanted=LedgerFilter(text="of_first")).entries


@pytest.mark.parametrize(("who", "may"), [(FIRST, True), (SECOND, False)])
def test_an_association_is_changed_by_the_office_that_keeps_it(who: str, may: bool, offices: World) -> None:
    made = create_organisation(
        kind="association", name="IPEMI", short_name="IPEMI", by=offices.actor(FIRST), now=offices.now
    )
    _check_change(made, who, may, offices)


@pytest.mark.parametrize("who", [FIRST, SECOND])
def test_an_association_that_nobody_keeps_is_changed_by_neither(who: str, offices: World) -> None:
    """`world.association_id` was made by the software when there were two offices."""
    _check_change(offices.association_id, who, False, offices)


def _check_change(organisation_id: UUID, who: str, may: bool, offices: World) -> None:
    client, before = offices.client(who), Organisation.objects.get(id=organisation_id).name
    assert client.get(f"/organisasi/{organisation_id}/").status_code == (200 if may else 404)
    assert (f"/organisasi/{organisation_id}/" in client.get("/organisasi/").content.decode()) == may
    values = {"name": "Nama baru", "short_name": "BARU"}
    if may:
        change_organisation(organisation_id=organisation_id, values=values, by=offices.actor(who), now=offices.now)
    else:
        with pytest.raises(NotAllowed):
            change_organisation(organisation_id=organisation_id, values=values, by=offices.actor(who), now=offices.now)
    assert (Organisation.objects.get(id=organisation_id).name == before) != may


def test_when_a_second_office_comes_the_first_keeps_what_was_there(db: None, world: World) -> None:
    Organisation.objects.filter(id=world.other_office_id).delete()
    made = create_organisation(kind="association", name="HIPMI", short_name="HIPMI", by=world.system, now=world.now)
    alone = add_person(name="Sendiri", email="sendiri@contoh.example", by=world.system, now=world.now)
    admin = world.actor(FIRST)
    assert person_detail(person_id=alone, by=admin)
    change_organisation(organisation_id=made, values={"name": "HIPMI Tangsel"}, by=admin, now=world.now)
    second = create_organisation(kind="office", name="Dinas baru", short_name="Baru", by=world.system, now=world.now)
    assert person_detail(person_id=alone, by=admin)
    assert Organisation.objects.get(id=made).kept_by_id == world.office_id
    assert Organisation.objects.get(id=second).kept_by_id is None


def test_who_signed_up_alone_is_cared_for_by_the_office_that_first_links_them(offices: World) -> None:
    person_id, now = offices.people["of_none"], offices.now
    grant_role(person_id=person_id, role=Role.MAKER, organisation_id=None, by=offices.system, now=now)
    for who in (FIRST, SECOND):
        assert person_detail(person_id=person_id, by=offices.actor(who)) is None
    for by in (offices.actor("other_officer"), offices.actor("officer")):
        assert by.office_id
        made = create_enterprise(facts=Facts(name=f"Anyaman {by.label}"), office_id=by.office_id, by=by, now=now)
        assert link_person(enterprise_id=made, person_id=person_id, by=by, now=now)
    assert person_detail(person_id=person_id, by=offices.actor(FIRST)) is None
    assert person_detail(person_id=person_id, by=offices.actor(SECOND)) is not None
    # Who was brought in by an office, works for one, or meets someone without office is not taken over.
    for whom, who in (("of_first", SECOND), ("officer", SECOND), ("of_none", FIRST), ("of_none", "maker")):
        assert not take_into_care(person_id=offices.people[whom], by=offices.actor(who), now=now)
    told = ledger_page(by=offices.actor(SECOND), wanted=LedgerFilter(action="accounts.taken_into_care"))
    assert [e.object_id for e in told.entries] == [str(person_id)]
