"""Consent, the copy of one's data, erasure (UU 27/2022)."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests.people import PASSWORD, World
from tests.registry.worlds import make_own, make_request

from binakriya.accounts.models import Consent, ErasureRequest, Grant, Invitation, Person
from binakriya.accounts.operations import (
    accept_invitation,
    answer_erasure,
    decide_consent,
    forget_invitations,
    invite,
    join_with_invitation,
    request_erasure,
    resend_invitation,
    revoke_invitation,
)
from binakriya.accounts.queries import actor_of, consents_of, has_consent, invitations, open_erasures
from binakriya.accounts.rules import NotAllowed, Refused, Role, visitor
from binakriya.foundation.models import LedgerEntry
from binakriya.registry.models import Enterprise, LinkedPerson, LinkRequest
from binakriya.registry.operations import create_enterprise, link_person
from binakriya.registry.rules.facts import Facts

pytestmark = pytest.mark.django_db


def _decide(world: World, given: bool, purpose: str = "contact", minutes: int = 0) -> None:
    decide_consent(
        purpose=purpose,
        given=given,
        language="id",
        by=world.actor("maker"),
        now=world.now + timedelta(minutes=minutes),
    )


def test_decisions_are_added_and_the_newest_counts(world: World) -> None:
    maker = world.people["maker"]
    assert not has_consent(person_id=maker, purpose="contact")
    _decide(world, True)
    _decide(world, True)
    assert has_consent(person_id=maker, purpose="contact")
    _decide(world, False, minutes=5)
    assert not has_consent(person_id=maker, purpose="contact")
    kept = Consent.objects.filter(person_id=maker).order_by("at")
    assert [(c.given, c.version) for c in kept] == [(True, 1), (False, 1)]
    assert all("pelatihan" in c.text for c in kept)
    actions = LedgerEntry.objects.filter(object_id=str(maker)).values_list("action", flat=True)
    assert "accounts.consent_given" in actions and "accounts.consent_withdrawn" in actions


def test_consent_to_an_older_text_no_longer_counts(world: World) -> None:
    _decide(world, True)
    Consent.objects.update(version=0)
    assert not has_consent(person_id=world.people["maker"], purpose="contact")
    _decide(world, True, minutes=1)
    assert has_consent(person_id=world.people["maker"], purpose="contact")


@pytest.mark.parametrize("purpose", ["account", "programme", "statistics", "tidak-ada"])
def test_a_public_service_asks_for_no_consent(purpose: str, world: World) -> None:
    with pytest.raises(Refused, match="no_such_purpose"):
        _decide(world, True, purpose=purpose)


def test_visitors_decide_nothing(world: World) -> None:
    for ask in (
        lambda: decide_consent(purpose="contact", given=True, language="id", by=visitor(), now=world.now),
        lambda: request_erasure(reason="", by=visitor(), now=world.now),
    ):
        with pytest.raises(NotAllowed):
            ask()


def test_every_purpose_is_shown_with_its_basis(world: World, signed_in: Any) -> None:
    states = consents_of(world.people["maker"])
    assert {s.key for s in states if s.given is None} == {"account", "programme", "statistics"}
    browser = signed_in("maker")
    browser.post("/profil/persetujuan/putuskan/", {"purpose": "publish", "given": "1"})
    assert has_consent(person_id=world.people["maker"], purpose="publish")
    assert "UU 27/2022 Pasal 20" in browser.get("/profil/persetujuan/").content.decode()
    assert browser.post("/profil/persetujuan/putuskan/", {"purpose": "x", "given": "1"}).status_code == 422


def test_a_copy_of_one_s_data_is_whole_and_recorded(world: World, signed_in: Any) -> None:
    _decide(world, True)
    response = signed_in("maker").post("/profil/unduh/")
    data = json.loads(response.content)
    assert data["person"]["email"] == "maker@contoh.example"
    assert data["roles"][0]["role"] == "maker"
    assert data["consents"][0]["purpose"] == "contact"
    assert PASSWORD not in response.content.decode() and "password" not in data["person"]
    line = LedgerEntry.objects.order_by("-number").first()
    assert line and (line.action, line.object_id) == ("read", str(world.people["maker"]))


def test_the_copy_holds_what_other_rooms_know_of_the_same_account(world: World, signed_in: Any) -> None:
    mine = create_enterprise(
        facts=Facts(name="Anyaman Sari", owner_name="Sari", phones=("+6281234567890",), born=date(1980, 2, 3)),
        office_id=world.office_id,
        by=world.actor("officer"),
        now=world.now,
    )
    create_enterprise(
        facts=Facts(name="Milik Orang Lain"), office_id=world.office_id, by=world.actor("officer"), now=world.now
    )
    link_person(enterprise_id=mine, person_id=world.people["maker"], by=world.actor("officer"), now=world.now)
    content = signed_in("maker").post("/profil/unduh/").content
    data = json.loads(content)
    assert [(e["name"], e["phones"], e["born"]) for e in data["enterprises"]] == [
        ("Anyaman Sari", ["+6281234567890"], "1980-02-03")
    ]
    assert data["registrations"] == []
    assert b"Orang Lain" not in content


def test_an_erasure_is_due_in_three_days_and_asked_once(world: World) -> None:
    maker = world.actor("maker")
    first = request_erasure(reason="pindah", by=maker, now=world.now)
    assert request_erasure(reason="", by=maker, now=world.now + timedelta(hours=1)) == first
    row = open_erasures(by=world.actor("administrator"), now=world.now + timedelta(hours=73))[0]
    assert (row.due_at - row.requested_at, row.late) == (timedelta(hours=72), True)
    assert open_erasures(by=world.actor("administrator"), now=world.now)[0].late is False


def test_an_erased_person_is_gone_and_the_ledger_remains(world: World, signed_in: Any) -> None:
    browser, maker = signed_in("maker"), world.people["maker"]
    asked = request_erasure(reason="", by=world.actor("maker"), now=world.now)
    lines = LedgerEntry.objects.count()
    answer_erasure(request_id=asked, erase=True, answer="Selesai", by=world.actor("administrator"), now=world.now)
    person = Person.objects.get(id=maker)
    assert "maker" not in person.name and person.phone is None and str(person.email).endswith(".invalid")
    assert not person.is_active and not Grant.objects.filter(person=person).exists()
    assert browser.get("/profil/").status_code == 302
    assert LedgerEntry.objects.count() == lines + 1
    with pytest.raises(Refused, match="answered"):
        answer_erasure(request_id=asked, erase=True, answer="x", by=world.actor("administrator"), now=world.now)


def _kept(world: World) -> str:
    return str(list(Invitation.objects.values_list("name", "email", "phone")))


def test_an_erased_person_is_in_no_invitation(world: World, signed_in: Any) -> None:
    office = {"organisation_id": None, "by": world.actor("administrator"), "now": world.now}
    issued = invite(role=Role.CURATOR, name="Ibu Sari", email="sari@contoh.example", **office)
    sari = accept_invitation(
        token=issued.token, name="Sari", password=PASSWORD, by=visitor("test"), now=world.now, phone="081234567890"
    )
    assert _kept(world) == "[('', '', '')]", "accepted: the account says who it is"
    rows = invitations(by=world.system, now=world.now)
    assert [(r.name, r.state) for r in rows] == [("Sari", "accepted")]
    again = invite(role=Role.PRACTITIONER, name="Bu Sari", phone="081234567890", **office)
    other = invite(role=Role.CURATOR, name="Pak Budi", email="budi@contoh.example", **office)
    asked = request_erasure(reason="", by=actor_of(person_id=sari.id, origin="test"), now=world.now)
    answer_erasure(request_id=asked, erase=True, answer="Selesai", by=world.actor("administrator"), now=world.now)
    assert "Sari" not in _kept(world) and "+62" not in _kept(world) and "Pak Budi" in _kept(world)
    with pytest.raises(Refused, match="revoked"):
        join_with_invitation(token=again.token, by=world.actor("maker"), now=world.now)
    assert Invitation.objects.get(id=other.invitation_id).revoked_at is None
    assert signed_in("administrator").get("/undangan/").status_code == 200


def test_links_that_ran_out_are_forgotten_after_thirty_days(world: World) -> None:
    office = {"organisation_id": None, "by": world.system, "now": world.now}
    old = invite(role=Role.CURATOR, name="Pak Budi", email="budi@contoh.example", **office)
    gone = invite(role=Role.PRACTITIONER, name="Pak Budi", email="budi@contoh.example", **office)
    revoke_invitation(invitation_id=gone.invitation_id, by=world.system, now=world.now)
    assert forget_invitations(now=world.now + timedelta(days=30)) == 0
    assert forget_invitations(now=world.now + timedelta(days=31)) == 1, "the revoked one; the other ran out later"
    assert forget_invitations(now=world.now + timedelta(days=38)) == 1
    assert forget_invitations(now=world.now + timedelta(days=38)) == 0
    assert "Budi" not in _kept(world)
    with pytest.raises(Refused, match="not_open"):
        resend_invitation(invitation_id=old.invitation_id, by=world.system, now=world.now + timedelta(days=38))


def test_the_page_of_erasure_says_what_is_kept_and_why(world: World, signed_in: Any) -> None:
    page = signed_in("maker").get("/profil/hapus/").content.decode()
    assert "Yang tetap disimpan, dan mengapa" in page and "Pasal 20" in page


def test_a_refusal_says_why_and_erases_nothing(world: World) -> None:
    asked = request_erasure(reason="", by=world.actor("maker"), now=world.now)
    answer_erasure(request_id=asked, erase=False, answer="Masih ada kegiatan", by=world.system, now=world.now)
    assert Person.objects.get(id=world.people["maker"]).is_active
    assert ErasureRequest.objects.get().answer == "Masih ada kegiatan"


def test_the_last_administrator_is_not_erased(world: World) -> None:
    asked = request_erasure(reason="", by=world.actor("administrator"), now=world.now)
    with pytest.raises(Refused, match="last_administrator"):
        answer_erasure(request_id=asked, erase=True, answer="x", by=world.system, now=world.now)
    assert Person.objects.get(id=world.people["administrator"]).is_active


def test_constraints(world: World) -> None:
    maker, now = world.people["maker"], world.now
    due = now + timedelta(hours=72)
    ErasureRequest.objects.create(person_id=maker, requested_at=now, due_at=due)
    for wrong in (
        {"person_id": maker, "requested_at": now, "due_at": due},
        {"person_id": world.people["officer"], "requested_at": now, "due_at": now},
        {"person_id": world.people["officer"], "requested_at": now, "due_at": due, "erased": True},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            ErasureRequest.objects.create(**wrong)


def test_asking_and_answering_on_screen(world: World, signed_in: Any) -> None:
    browser = signed_in("maker")
    assert browser.post("/profil/hapus/", {"reason": "pindah"}).status_code == 422
    assert browser.post("/profil/hapus/", {"reason": "pindah", "sure": "on"}).status_code == 302
    assert "data dihapus" in browser.get("/profil/").content.decode()
    admin = signed_in("administrator")
    assert "Orang maker" in admin.get("/orang/").content.decode()
    url = f"/orang/penghapusan/{ErasureRequest.objects.get().id}/"
    assert admin.post(url, {"decision": "erase"}).status_code == 422
    assert admin.post(url, {"decision": "erase", "answer": "Selesai"}).status_code == 302
    assert admin.get(url).status_code == 404


def test_an_erased_person_cares_for_no_enterprise_any_more(world: World) -> None:
    enterprise = make_own(world)
    make_request(world)
    assert linked_and_asking(world) == (1, 1)
    request_id = request_erasure(reason="", by=world.actor("maker"), now=world.now)
    answer_erasure(request_id=request_id, erase=True, answer="Dihapus.", by=world.actor("administrator"), now=world.now)
    assert linked_and_asking(world) == (0, 0)
    assert Enterprise.objects.filter(id=enterprise).exists()


def linked_and_asking(world: World) -> tuple[int, int]:
    person = world.people["maker"]
    return (
        LinkedPerson.objects.filter(person_id=person).count(),
        LinkRequest.objects.filter(person_id=person).count(),
    )
