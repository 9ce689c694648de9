"""People, roles, organisations."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from tests.people import World

from binakriya.accounts.models import Grant, Organisation, Person
from binakriya.accounts.operations import (
    add_person,
    change_organisation,
    change_profile,
    create_organisation,
    ensure_demo_people,
    grant_role,
    revoke_role,
    set_active,
)
from binakriya.accounts.queries import actor_of, find_people, people_page, person_detail, roles_page
from binakriya.accounts.rules import MAY, Deed, NotAllowed, Refused, Role
from binakriya.foundation.queries import history_of

pytestmark = pytest.mark.django_db


def _grant_of(world: World, who: str) -> Any:
    return Grant.objects.get(person_id=world.people[who])


# --- constraints ---


def test_a_person_has_an_email_or_a_phone() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(name="Tanpa kontak")


@pytest.mark.parametrize("contact", [{"email": "a@contoh.example"}, {"phone": "+6281234567890"}])
def test_an_email_and_a_phone_belong_to_one_person(contact: dict[str, str]) -> None:
    Person.objects.create(name="Satu", **contact)
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(name="Dua", **contact)


@pytest.mark.parametrize("bound", [True, False])
def test_a_role_is_held_once(bound: bool, world: World) -> None:
    values = {
        "person_id": world.people["maker"],
        "role": "curator",
        "organisation_id": world.association_id if bound else None,
        "since": world.now,
    }
    Grant.objects.create(**values)
    with pytest.raises(IntegrityError), transaction.atomic():
        Grant.objects.create(**values)


def test_a_short_name_is_given_once_a_kind(world: World) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(kind="office", name="x", short_name="Disperindag Tangsel", created_at=world.now)


# --- roles ---


def test_a_role_is_granted_once_and_recorded(world: World) -> None:
    admin, person = world.actor("administrator"), world.people["maker"]
    for _ in range(2):
        grant_role(person_id=person, role=Role.CURATOR, organisation_id=None, by=admin, now=world.now)
    assert Grant.objects.filter(person_id=person, role="curator").count() == 1
    lines = [e for e in history_of(kind="accounts.person", object_id=person) if e.action == "accounts.role_granted"]
    assert [e.actor for e in lines if e.actor_id == admin.id] == ["Orang administrator"]


@pytest.mark.parametrize("who", ["officer", "practitioner", "maker", "curator", "leadership", "visitor"])
def test_only_administrators_grant(who: str, world: World) -> None:
    with pytest.raises(NotAllowed):
        grant_role(
            person_id=world.people["maker"], role=Role.CURATOR, organisation_id=None, by=world.actor(who), now=world.now
        )


def test_roles_of_another_office_are_not_ours_to_give(world: World) -> None:
    admin = world.actor("administrator")
    with pytest.raises(NotAllowed):
        grant_role(
            person_id=world.people["maker"],
            role=Role.OFFICER,
            organisation_id=world.other_office_id,
            by=admin,
            now=world.now,
        )
    with pytest.raises(NotAllowed):
        grant_role(
            person_id=world.people["other_officer"], role=Role.CURATOR, organisation_id=None, by=admin, now=world.now
        )
    assert person_detail(person_id=world.people["other_officer"], by=admin) is None
    assert find_people(by=admin, text="other_officer") == []


@pytest.mark.parametrize("there", ["administrator", "officer", "leadership", "curator"])
@pytest.mark.parametrize("here", ["leadership", "officer", "practitioner", "curator"])
def test_the_roles_of_two_offices_are_not_mixed(here: str, there: str, world: World, client: Any) -> None:
    person_id = add_person(name="Dua Dinas", email="dua@contoh.example", by=world.system, now=world.now)
    grants = [(here, world.office_id, 0), ("maker", None, 1), (there, world.other_office_id, 2)]
    for role, office_id, minutes in reversed(grants):
        at = world.now + timedelta(minutes=minutes)
        grant_role(person_id=person_id, role=Role(role), organisation_id=office_id, by=world.system, now=at)
    actor = actor_of(person_id=person_id, origin="test")
    assert actor.office_id == world.office_id, "the office that granted first, however the rows lie"
    assert actor.roles == {Role(here), Role.MAKER}
    client.force_login(Person.objects.get(id=person_id))
    may_manage = Deed.PEOPLE_MANAGE in MAY[Role(here)]
    assert client.get(reverse("accounts:people")).status_code == (200 if may_manage else 403)
    with pytest.raises(NotAllowed):
        set_active(person_id=world.people["officer"], active=False, by=actor, now=world.now)
    may_read = any(Deed.LEDGER_READ in MAY[Role(r)] for r in (here, "maker"))
    assert client.get("/jejak/").status_code == (200 if may_read else 403)


def test_who_works_for_no_office_acts_with_the_roles_of_associations(world: World) -> None:
    grant_role(
        person_id=world.people["maker"],
        role=Role.CURATOR,
        organisation_id=world.association_id,
        by=world.system,
        now=world.now,
    )
    actor = world.actor("maker")
    assert (actor.office_id, actor.roles) == (None, {Role.MAKER, Role.CURATOR})


def test_the_last_administrator_of_an_office_stays(world: World) -> None:
    admin, grant = world.actor("administrator"), _grant_of(world, "administrator")
    with pytest.raises(Refused, match="last_administrator"):
        revoke_role(person_id=grant.person_id, grant_id=grant.id, by=admin, now=world.now)
    with pytest.raises(Refused, match="last_administrator"):
        set_active(person_id=grant.person_id, active=False, by=world.system, now=world.now)
    # An administrator elsewhere does not help, one here does, but not while inactive.
    grant_role(
        person_id=world.people["other_officer"],
        role=Role.ADMINISTRATOR,
        organisation_id=world.other_office_id,
        by=world.system,
        now=world.now,
    )
    with pytest.raises(Refused):
        revoke_role(person_id=grant.person_id, grant_id=grant.id, by=admin, now=world.now)
    grant_role(
        person_id=world.people["officer"],
        role=Role.ADMINISTRATOR,
        organisation_id=world.office_id,
        by=admin,
        now=world.now,
    )
    set_active(person_id=world.people["officer"], active=False, by=admin, now=world.now)
    with pytest.raises(Refused):
        revoke_role(person_id=grant.person_id, grant_id=grant.id, by=admin, now=world.now)
    set_active(person_id=world.people["officer"], active=True, by=admin, now=world.now)
    revoke_role(person_id=grant.person_id, grant_id=grant.id, by=admin, now=world.now)
    assert not Grant.objects.filter(id=grant.id).exists()


def test_nobody_shuts_themselves_out(world: World) -> None:
    with pytest.raises(Refused, match="yourself"):
        set_active(
            person_id=world.people["administrator"], active=False, by=world.actor("administrator"), now=world.now
        )


def test_who_is_deactivated_is_out_at_once(world: World, signed_in: Any) -> None:
    browser = signed_in("officer")
    assert browser.get("/profil/").status_code == 200
    set_active(person_id=world.people["officer"], active=False, by=world.actor("administrator"), now=world.now)
    assert browser.get("/profil/").status_code == 302


# --- search and pages ---


def test_people_are_found_by_name_email_and_phone_in_any_spelling(world: World) -> None:
    admin = world.actor("administrator")
    add_person(name="Wulan Sari", email="wulan@contoh.example", phone="081234567890", by=admin, now=world.now)
    for text in ("wulan", "WULAN@contoh.example", "0812-3456-7890", "+6281234567890"):
        assert [r.name for r in people_page(by=admin, text=text).rows] == ["Wulan Sari"]
    row = people_page(by=admin, text="wulan").rows[0]
    assert (row.phone, row.email) == ("0812 •••• 7890", "w•••@contoh.example")
    assert [r.name for r in people_page(by=admin, role="curator").rows] == ["Orang curator"]
    assert people_page(by=admin, number=99).number == 1


def test_taken_contacts_are_refused(world: World) -> None:
    with pytest.raises(Refused, match="taken"):
        add_person(name="x", email="OFFICER@contoh.example", by=world.system, now=world.now)
    with pytest.raises(Refused, match="phone_unreadable"):
        add_person(name="x", phone="12", by=world.system, now=world.now)


def test_a_profile_keeps_one_contact(world: World) -> None:
    officer = world.actor("officer")
    with pytest.raises(Refused, match="email_or_phone"):
        change_profile(name="A", phone="", email="", language="id", by=officer, now=world.now)
    change_profile(name="Ratna", phone="0812 3456 7890", email="", language="en", by=officer, now=world.now)
    person = Person.objects.get(id=officer.id)
    assert (person.name, person.phone, person.email, person.language) == ("Ratna", "+6281234567890", None, "en")
    line = history_of(kind="accounts.person", object_id=officer.id)[0]
    assert {c.field: c.after for c in line.changes}["phone"] == "0812 •••• 7890"


def test_the_people_page_shows_no_whole_number(world: World, signed_in: Any) -> None:
    add_person(name="Wulan Sari", phone="081234567890", by=world.actor("administrator"), now=world.now)
    page = signed_in("administrator").get("/orang/?q=wulan").content.decode()
    assert "0812 •••• 7890" in page and "34567890" not in page


def test_a_contact_is_shown_on_demand_and_the_ledger_tells(world: World, signed_in: Any) -> None:
    made = add_person(name="Wulan Sari", phone="081234567890", by=world.actor("administrator"), now=world.now)
    browser = signed_in("administrator")
    assert "+6281234567890" not in browser.get(f"/orang/{made}/").content.decode()
    assert "+6281234567890" in browser.post(f"/orang/{made}/kontak/").content.decode()
    line = history_of(kind="accounts.person", object_id=made)[0]
    assert (line.action, line.actor) == ("read", "Orang administrator")
    assert "1234567890" not in str(line.changes)


def test_granting_and_revoking_on_screen(world: World, signed_in: Any) -> None:
    browser, person = signed_in("administrator"), world.people["maker"]
    assert browser.post(f"/orang/{person}/peran/", {"role": "curator"}).status_code == 302
    refused = browser.post(f"/orang/{person}/peran/", {"role": "officer"})
    assert refused.status_code == 422
    assert "Peran ini terikat pada dinas" in refused.content.decode()
    grant = Grant.objects.get(person_id=person, role="curator")
    assert browser.post(f"/orang/{person}/peran/{grant.id}/cabut/").status_code == 302
    assert not Grant.objects.filter(id=grant.id).exists()
    assert browser.post(f"/orang/{person}/peran/{uuid4()}/cabut/").status_code == 404
    assert browser.get(f"/orang/{uuid4()}/").status_code == 404


# --- organisations ---


def test_organisations_are_made_changed_and_recorded(world: World) -> None:
    admin = world.actor("administrator")
    made = create_organisation(kind="association", name="IPEMI Tangsel", short_name="IPEMI", by=admin, now=world.now)
    change_organisation(organisation_id=made, values={"address": "Pamulang"}, by=admin, now=world.now)
    change_organisation(organisation_id=made, values={"address": "Pamulang"}, by=admin, now=world.now)
    assert [e.action for e in history_of(kind="accounts.organisation", object_id=made)] == [
        "accounts.organisation_changed",
        "accounts.organisation_created",
    ]
    with pytest.raises(Refused, match="short_name_taken"):
        create_organisation(kind="association", name="x", short_name="IPEMI", by=admin, now=world.now)
    with pytest.raises(NotAllowed):
        change_organisation(organisation_id=world.other_office_id, values={"name": "x"}, by=admin, now=world.now)


def test_organisations_on_screen(world: World, signed_in: Any) -> None:
    browser = signed_in("administrator")
    values = {"kind": "institution", "name": "Balai Besar Kimia dan Kemasan", "short_name": "BBKK"}
    assert browser.post("/organisasi/baru/", values).status_code == 302
    again = browser.post("/organisasi/baru/", values)
    assert again.status_code == 422 and 'value="BBKK"' in again.content.decode()
    assert browser.post("/organisasi/baru/", {**values, "short_name": "B", "region_code": "3674"}).status_code == 422
    assert "BBKK" in browser.get("/organisasi/?jenis=institution").content.decode()
    assert browser.get(f"/organisasi/{world.other_office_id}/").status_code == 404


# --- the help page ---


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_of_roles_is_the_table(language: str, client: Any) -> None:
    page = roles_page()
    assert [(row.deed, [allowed for _, allowed in row.cells]) for row in page.rows] == [
        (deed, [deed in MAY[role] for role in Role]) for deed in Deed
    ]
    client.cookies["django_language"] = language
    shown = client.get("/bantuan/peran/").content.decode()
    allowed = sum(len(deeds) for deeds in MAY.values())
    assert shown.count("#check") == allowed


# --- demo ---


def test_demo_people_are_made_once_and_cannot_sign_in_by_password(world: World) -> None:
    first = ensure_demo_people(by=world.system, now=world.now)
    assert ensure_demo_people(by=world.system, now=world.now) == first
    assert set(first) == set(Role)
    assert not any(Person.objects.get(id=i).has_usable_password() for i in first.values())
    officer = Person.objects.get(id=first[Role.OFFICER])
    assert officer.name == "Ratna Dewi"


def test_demo_buttons_sign_in_only_in_a_demo(world: World, client: Any, settings: Any) -> None:
    assert client.post("/masuk/peragaan/", {"role": "officer"})["Location"] == "/akun/login/"
    ensure_demo_people(by=world.system, now=world.now)
    assert client.post("/masuk/peragaan/", {"role": "raja"})["Location"] == "/akun/login/"
    response = client.post("/masuk/peragaan/", {"role": "officer", "next": "//jahat.example/"})
    assert response["Location"] == "/"
    assert "Ratna Dewi" in client.get("/profil/").content.decode()
    settings.DEMO = False
    assert client.post("/masuk/peragaan/", {"role": "officer"}).status_code == 404
