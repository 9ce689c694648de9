"""Consent, own data, erasure."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.utils.translation import get_language

from binakriya.accounts.models import Consent, ErasureRequest, Grant, Person
from binakriya.accounts.queries.actors import cares_for, person_of
from binakriya.accounts.queries.people import GrantInfo
from binakriya.accounts.rules import Actor, Role
from binakriya.accounts.rules.consent import BY_KEY, PURPOSES


@dataclass(frozen=True, slots=True)
class ConsentState:
    """A purpose as a person sees it. `given` is None when it rests on another basis than consent."""

    key: str
    title: str
    text: str
    basis: str
    citation: str
    firmness: str
    version: int
    given: bool | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class ErasureRow:
    id: UUID
    person_id: UUID
    name: str
    reason: str
    requested_at: datetime
    due_at: datetime
    late: bool


@dataclass(frozen=True, slots=True)
class MyPage:
    name: str
    email: str
    phone: str
    language: str
    grants: tuple[GrantInfo, ...]
    consents: tuple[ConsentState, ...]
    second_factor: bool
    has_password: bool
    last_signed_in: datetime | None
    erasure_due: datetime | None


def latest_consents(person_id: UUID) -> dict[str, Consent]:
    """The newest decision by purpose."""
    latest: dict[str, Consent] = {}
    for consent in Consent.objects.filter(person_id=person_id).order_by("at", "id"):
        latest[consent.purpose] = consent
    return latest


def has_consent(*, person_id: UUID, purpose: str) -> bool:
    """True when the person's newest decision gives consent to the present text of the purpose."""
    latest = latest_consents(person_id).get(purpose)
    return bool(latest and latest.given and latest.version == BY_KEY[purpose].version)


def consents_of(person_id: UUID) -> tuple[ConsentState, ...]:
    """Every purpose, in the language of the screen, with this person's decision."""
    language = (get_language() or "id")[:2]
    latest = latest_consents(person_id)
    states = []
    for purpose in PURPOSES:
        decision = latest.get(purpose.key)
        current = decision is not None and decision.given and decision.version == purpose.version
        states.append(
            ConsentState(
                purpose.key,
                purpose.title.get(language, purpose.title["id"]),
                purpose.text.get(language, purpose.text["id"]),
                purpose.basis,
                purpose.citation,
                purpose.firmness,
                purpose.version,
                current if purpose.basis == "consent" else None,
                decision.at if decision else None,
            )
        )
    return tuple(states)


def has_second_factor(*, person_id: UUID) -> bool:
    return Authenticator.objects.filter(user_id=person_id).exists()


def my_page(*, by: Actor) -> MyPage:
    """What a person sees of themselves; unmasked, since it is their own."""
    person = person_of(by)
    grants = Grant.objects.filter(person=person).select_related("organisation").order_by("since", "id")
    erasure = ErasureRequest.objects.filter(person=person, answered_at=None).first()
    return MyPage(
        person.name,
        person.email or "",
        person.phone or "",
        person.language,
        tuple(
            GrantInfo(g.id, Role(g.role), g.organisation.name if g.organisation else "", g.organisation_id, g.since)
            for g in grants
        ),
        consents_of(person.id),
        has_second_factor(person_id=person.id),
        person.has_usable_password(),
        person.last_login,
        erasure.due_at if erasure else None,
    )


def own_contact(*, by: Actor) -> tuple[str, str]:
    """The actor's own name and phone (E.164, "" without one), unmasked: to fill in what they would type anyway."""
    found = Person.objects.filter(id=by.id).values_list("name", "phone").first() if by.id else None
    return (found[0], found[1] or "") if found else ("", "")


def my_data(person_id: UUID) -> dict[str, Any]:
    """Everything that accounts holds about a person, as JSON-able values."""
    person = Person.objects.get(id=person_id)
    return {
        "person": {
            "id": str(person.id),
            "name": person.name,
            "email": person.email,
            "phone": person.phone,
            "phone_verified": person.phone_verified,
            "language": person.language,
            "created_at": person.created_at.isoformat(),
            "last_login": person.last_login.isoformat() if person.last_login else None,
        },
        "roles": [
            {
                "role": g.role,
                "organisation": g.organisation.name if g.organisation else None,
                "since": g.since.isoformat(),
            }
            for g in person.grants.select_related("organisation")
        ],
        "consents": [
            {
                "purpose": c.purpose,
                "version": c.version,
                "given": c.given,
                "text": c.text,
                "at": c.at.isoformat(),
            }
            for c in person.consents.order_by("at", "id")
        ],
        "legal_bases": [
            {"purpose": p.key, "basis": p.basis, "citation": p.citation, "firmness": p.firmness} for p in PURPOSES
        ],
        "erasure_requests": [
            {
                "requested_at": e.requested_at.isoformat(),
                "due_at": e.due_at.isoformat(),
                "answered_at": e.answered_at.isoformat() if e.answered_at else None,
                "answer": e.answer,
            }
            for e in person.erasures.all()
        ],
        "second_factors": [a.type for a in Authenticator.objects.filter(user=person)],
    }


def open_erasures(*, by: Actor, now: datetime) -> list[ErasureRow]:
    """Requests that wait for an answer, the most urgent first."""
    found = ErasureRequest.objects.filter(answered_at=None).select_related("person").order_by("due_at")
    return [
        ErasureRow(e.id, e.person_id, e.person.name, e.reason, e.requested_at, e.due_at, now > e.due_at)
        for e in found
        if cares_for(by, e.person)
    ]
