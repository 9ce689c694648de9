"""Invitations by link."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.test import Client
from tests.people import PASSWORD, World, build_world

from binakriya.accounts.models import Invitation, Person
from binakriya.accounts.operations import (
    accept_invitation,
    invite,
    join_with_invitation,
    resend_invitation,
    revoke_invitation,
)
from binakriya.accounts.queries import actor_of, invitation_by_token, invitations
from binakriya.accounts.rules import NotAllowed, Refused, Role, visitor
from binakriya.foundation.models import LedgerEntry

pytestmark = pytest.mark.django_db


def _invite(world: World, **values: Any) -> Any:
    usual = {"role": Role.OFFICER, "organisation_id": world.office_id, "name": "Wulan", "phone": "081234567890"}
    return invite(**(usual | values), by=world.actor("administrator"), now=world.now)


def _accept(token: str, now: datetime, **values: Any) -> Person:
    return accept_invitation(token=token, name="Wulan Sari", password=PASSWORD, by=visitor(), now=now, **values)


def test_a_link_makes_an_account_with_its_role(world: World) -> None:
    person = _accept(_invite(world).token, world.now)
    actor = actor_of(person_id=person.id, origin="test")
    assert (actor.roles, actor.office_id) == (frozenset({Role.OFFICER}), world.office_id)
    assert (person.phone, person.check_password(PASSWORD)) == ("+6281234567890", True)


def test_the_token_is_kept_nowhere(world: World) -> None:
    token = _invite(world, email="wulan@contoh.example").token
    invitation = Invitation.objects.get()
    assert token not in str([getattr(invitation, f.attname) for f in Invitation._meta.fields])
    assert not [e for e in LedgerEntry.objects.all() if token in str(e.after) + e.reason + e.label]
    assert len(token) >= 43


def test_a_link_opens_once(world: World) -> None:
    token = _invite(world).token
    _accept(token, world.now)
    with pytest.raises(Refused, match="accepted"):
        _accept(token, world.now)


@pytest.mark.parametrize(("later", "reason"), [(timedelta(days=7), "expired"), (timedelta(days=6, hours=23), "")])
def test_a_link_lasts_seven_days(later: timedelta, reason: str, world: World) -> None:
    token = _invite(world).token
    if not reason:
        assert _accept(token, world.now + later)
        return
    with pytest.raises(Refused, match=reason):
        _accept(token, world.now + later)


def test_a_revoked_link_does_not_open(world: World) -> None:
    issued = _invite(world)
    revoke_invitation(invitation_id=issued.invitation_id, by=world.actor("administrator"), now=world.now)
    with pytest.raises(Refused, match="revoked"):
        _accept(issued.token, world.now)
    with pytest.raises(Refused, match="not_open"):
        resend_invitation(invitation_id=issued.invitation_id, by=world.actor("administrator"), now=world.now)


def test_a_new_link_replaces_the_old_one(world: World) -> None:
    issued = _invite(world)
    later = world.now + timedelta(days=6)
    renewed = resend_invitation(invitation_id=issued.invitation_id, by=world.actor("administrator"), now=later)
    with pytest.raises(Refused, match="unknown"):
        _accept(issued.token, later)
    assert _accept(renewed.token, later + timedelta(days=6))


def test_one_open_invitation_a_role_and_contact(world: World) -> None:
    _invite(world)
    with pytest.raises(Refused, match="already_invited"):
        _invite(world)
    _invite(world, role=Role.PRACTITIONER, organisation_id=None)
    with pytest.raises(Refused, match="already_invited"):
        _invite(world, role=Role.PRACTITIONER, organisation_id=None)
    # One that ran out makes room.
    invite(
        role=Role.OFFICER,
        organisation_id=world.office_id,
        name="Wulan",
        phone="081234567890",
        by=world.actor("administrator"),
        now=world.now + timedelta(days=8),
    )


@pytest.mark.parametrize("who", ["officer", "maker", "leadership", "visitor"])
def test_only_administrators_invite(who: str, world: World) -> None:
    with pytest.raises(NotAllowed):
        invite(role=Role.MAKER, organisation_id=None, name="x", phone="0812345678", by=world.actor(who), now=world.now)


def test_nobody_is_invited_into_another_office(world: World) -> None:
    with pytest.raises(NotAllowed):
        _invite(world, organisation_id=world.other_office_id)


def test_constraints(world: World) -> None:
    _invite(world)
    good = Invitation.objects.get()
    for wrong in (
        {"phone": "", "email": ""},
        {"accepted_at": world.now, "revoked_at": world.now},
        {"expires_at": world.now},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Invitation.objects.filter(id=good.id).update(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        good.id = uuid4()
        good.role = "maker"
        good.save(force_insert=True)
    Invitation.objects.update(nonce="n")
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.create(
            role="curator",
            phone="+628199",
            nonce="n",
            token_digest="d",
            created_at=world.now,
            sent_at=world.now,
            expires_at=world.now + timedelta(days=1),
        )


def test_someone_with_an_account_takes_on_the_role(world: World) -> None:
    issued = _invite(world, role=Role.CURATOR, organisation_id=None, phone="", email="maker@contoh.example")
    with pytest.raises(Refused, match="taken"):
        _accept(issued.token, world.now)
    with pytest.raises(Refused, match="not_yours"):
        join_with_invitation(token=issued.token, by=world.actor("officer"), now=world.now)
    join_with_invitation(token=issued.token, by=world.actor("maker"), now=world.now)
    assert world.actor("maker").roles == {Role.MAKER, Role.CURATOR}


def test_states_on_the_page(world: World) -> None:
    _invite(world)
    admin = world.actor("administrator")
    assert [r.state for r in invitations(by=admin, now=world.now)] == ["open"]
    assert [r.state for r in invitations(by=admin, now=world.now + timedelta(days=8))] == ["expired"]
    assert invitations(by=world.actor("other_officer"), now=world.now) == []
    assert invitation_by_token(token="x", now=world.now) is None


# --- on screen ---


def _link(page: str) -> str:
    found = re.search(r"/masuk/undangan/[\w-]+/", page)
    assert found
    return found.group(0)


def test_the_whole_way_from_invitation_to_first_page(signed_in: Any, client: Any) -> None:
    admin = signed_in("administrator")
    values = {
        "name": "Wulan",
        "role": "practitioner",
        "phone": "0812-3456-7890",
        "email": "w@contoh.example",
    }
    assert admin.post("/undangan/baru/", values).status_code == 302
    # Until it is shown, the link waits in the session, unreadable to whoever reads the database.
    assert not any("undangan" in s.get_decoded().get("invitation_link", "") for s in Session.objects.all())
    page = admin.get("/undangan/").content.decode()
    link = _link(page)
    assert len(mail.outbox) == 1 and link in mail.outbox[0].body
    # Shown once.
    assert "/masuk/undangan/" not in admin.get("/undangan/").content.decode()
    assert "Wulan" in client.get(link).content.decode()
    weak = client.post(link, {"name": "Wulan Sari", "password": "wulan"})
    assert weak.status_code == 422 and "Wulan Sari" in weak.content.decode()
    before = client.session.session_key
    done = client.post(link, {"name": "Wulan Sari", "password": PASSWORD})
    assert (done.status_code, done["Location"]) == (302, "/")
    assert client.session.session_key != before
    assert "Wulan Sari" in client.get("/profil/").content.decode()
    client.logout()
    assert client.get(link).status_code == 410
    assert client.post("/akun/login/", {"login": "62 812 3456 7890", "password": PASSWORD}).status_code == 302


def test_the_form_sent_twice_makes_one_invitation_and_shows_the_first_link(signed_in: Any) -> None:
    admin = signed_in("administrator")
    form = admin.get("/undangan/baru/").content.decode()
    nonce = re.search(r'name="nonce" value="([0-9a-f]{32})"', form)
    assert nonce
    values = {"name": "Wulan", "role": "practitioner", "email": "w@contoh.example", "nonce": nonce[1]}
    links = []
    for _ in range(2):
        assert admin.post("/undangan/baru/", values).status_code == 302
        links.append(_link(admin.get("/undangan/").content.decode()))
    assert links[0] == links[1]
    assert (Invitation.objects.count(), len(mail.outbox)) == (1, 1)
    assert LedgerEntry.objects.filter(action="accounts.invited").count() == 1
    # Another person typed into the same form is another invitation; the same person in another form is refused.
    assert admin.post("/undangan/baru/", values | {"name": "Sari", "email": "s@contoh.example"}).status_code == 302
    assert Invitation.objects.count() == 2
    assert admin.post("/undangan/baru/", values | {"nonce": "0" * 32}).status_code == 422


def test_a_form_whose_invitation_is_over_makes_a_new_one(world: World) -> None:
    first = _invite(world, nonce="n")
    revoke_invitation(invitation_id=first.invitation_id, by=world.actor("administrator"), now=world.now)
    second = _invite(world, nonce="n")
    assert (second.again, second.token != first.token) == (False, True)
    # Its link was replaced: the form's own no longer opens, and is not shown again.
    resend_invitation(invitation_id=second.invitation_id, by=world.actor("administrator"), now=world.now)
    with pytest.raises(Refused, match="already_invited"):
        _invite(world, nonce="n")


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_a_form_sent_eight_times_at_once_makes_one_invitation(now: datetime) -> None:
    world = build_world(now)

    def send(_i: int) -> tuple[str, bool]:
        try:
            issued = _invite(world, nonce="n")
            return issued.token, issued.again
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(send, range(8)))
    assert {token for token, _again in results} == {results[0][0]}
    assert sum(not again for _token, again in results) == 1
    assert Invitation.objects.count() == 1


def test_unknown_links_answer_alike_and_the_log_holds_no_token(world: World, client: Any, caplog: Any) -> None:
    token = _invite(world).token
    with caplog.at_level("INFO", logger="binakriya.request"):
        client.get(f"/masuk/undangan/{token}/")
    assert token not in caplog.text
    assert client.get("/masuk/undangan/salah/").status_code == 410


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_a_link_opened_eight_times_at_once_makes_one_account(now: datetime) -> None:
    world = build_world(now)
    token = _invite(world).token

    def accept(i: int) -> str:
        try:
            accept_invitation(
                token=token, name=f"Wulan {i}", password=PASSWORD, by=visitor(), now=now, email=f"w{i}@contoh.example"
            )
            return "in"
        except Refused as refused:
            return refused.reason
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        results = sorted(pool.map(accept, range(8)))
    assert results == ["accepted"] * 7 + ["in"]
    assert Person.objects.filter(phone="+6281234567890").count() == 1


def test_the_form_begins_with_ones_own_office_and_says_at_its_field_what_does_not_fit(
    signed_in: Callable[..., Client], world: World
) -> None:
    client = signed_in("administrator")
    page = client.get("/undangan/baru/").content.decode()
    assert f'<option value="{world.office_id}" selected>' in page
    values = {"name": "Orang Baru", "role": "officer", "organisation": "-", "phone": "081200007777", "email": ""}
    answer = client.post("/undangan/baru/", values)
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"organisation"}
    values["organisation"] = str(world.office_id)
    told = client.post("/undangan/baru/", values, follow=True).content.decode()
    assert "https://wa.me/?text=Undangan%20masuk%20ke%20Binakriya%20untuk%20Orang%20Baru" in told
