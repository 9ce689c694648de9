"""People, roles, invitations, organisations, one's own profile."""

from typing import Any
from uuid import UUID

from tests.architecture.matrix.declare import PUBLIC, SIGNED_IN, Page, by_deed
from tests.people import World

from binakriya.accounts.operations import invite, request_erasure
from binakriya.accounts.queries import person_detail
from binakriya.accounts.rules import Deed, Role

PEOPLE = by_deed(Deed.PEOPLE_MANAGE)


def _person(world: World) -> dict[str, Any]:
    return {"person_id": world.people["officer"]}


def _grant(world: World) -> dict[str, Any]:
    detail = person_detail(person_id=world.people["officer"], by=world.actor("administrator"))
    assert detail
    return {"person_id": world.people["officer"], "grant_id": detail.person.grants[0].id}


def _invite(world: World) -> UUID:
    issued = invite(
        role=Role.PRACTITIONER,
        organisation_id=None,
        name="Tamu",
        email="tamu@contoh.example",
        by=world.actor("administrator"),
        now=world.now,
    )
    return issued.invitation_id


def _invitation(world: World) -> dict[str, Any]:
    return {"invitation_id": world.once("accounts.invitation", _invite)}


def _erasure(world: World) -> dict[str, Any]:
    made: UUID = request_erasure(reason="", by=world.actor("officer"), now=world.now)
    return {"request_id": made}


def _token(world: World) -> dict[str, Any]:
    return {"token": "tidak-dikenal"}


PAGES = {
    "accounts:people": Page(PEOPLE),
    "accounts:person": Page(PEOPLE, kwargs=_person, office_bound=True),
    "accounts:reveal": Page(PEOPLE, kwargs=_person, methods="POST", office_bound=True),
    "accounts:grant": Page(
        PEOPLE, kwargs=_person, methods="POST", office_bound=True, post=lambda world: {"role": "practitioner"}
    ),
    "accounts:revoke": Page(PEOPLE, kwargs=_grant, methods="POST", office_bound=True),
    "accounts:set-active": Page(PEOPLE, kwargs=_person, methods="POST", office_bound=True),
    "accounts:answer-erasure": Page(PEOPLE, kwargs=_erasure, methods="BOTH", office_bound=True),
    "accounts:invitations": Page(PEOPLE),
    "accounts:invite": Page(PEOPLE, methods="BOTH"),
    "accounts:resend": Page(PEOPLE, kwargs=_invitation, methods="POST", office_bound=True),
    "accounts:revoke-invitation": Page(PEOPLE, kwargs=_invitation, methods="POST", office_bound=True),
    "accounts:accept": Page(PUBLIC, kwargs=_token, methods="BOTH"),
    "accounts:join": Page(SIGNED_IN, kwargs=_token, methods="POST"),
    "accounts:demo-signin": Page(PUBLIC, methods="POST"),
    "accounts:organisations": Page(PEOPLE),
    "accounts:organisation-new": Page(PEOPLE, methods="BOTH"),
    "accounts:organisation": Page(
        PEOPLE, kwargs=lambda world: {"organisation_id": world.office_id}, methods="BOTH", office_bound=True
    ),
    "accounts:organisation-logo": Page(
        PEOPLE,
        kwargs=lambda world: {"organisation_id": world.office_id},
        methods="POST",
        office_bound=True,
        post=lambda world: {"hapus": "1"},
    ),
    "accounts:organisation-logo-picture": Page(
        PEOPLE,
        kwargs=lambda world: {"organisation_id": world.office_id},
        office_bound=True,
        missing_is_fine=True,
    ),
    "accounts:profile": Page(SIGNED_IN),
    "accounts:profile-edit": Page(SIGNED_IN, methods="BOTH"),
    "accounts:end-sessions": Page(SIGNED_IN, methods="POST"),
    "accounts:consents": Page(SIGNED_IN),
    "accounts:decide-consent": Page(SIGNED_IN, methods="POST", post=lambda world: {"purpose": "contact", "given": "1"}),
    "accounts:export": Page(SIGNED_IN, methods="POST"),
    "accounts:erase": Page(SIGNED_IN, methods="BOTH"),
    "accounts:roles": Page(PUBLIC),
}
