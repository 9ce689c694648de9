"""Accounts as other rooms show them: who it is, masked, and what the person agreed to."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from binakriya.accounts.models import Consent, Grant, Person
from binakriya.accounts.rules import Actor, Deed, Role, check_may
from binakriya.accounts.rules.consent import BY_KEY
from binakriya.foundation.rules.masks import mask_email, mask_phone
from binakriya.foundation.rules.phones import e164


@dataclass(frozen=True, slots=True)
class AccountCard:
    """E-mail and phone are masked. `consents`: purposes that rest on consent → whether it stands; None: never asked."""

    id: UUID
    name: str
    email: str
    phone: str
    phone_verified: bool
    is_active: bool
    roles: frozenset[Role]
    consents: dict[str, bool | None]


def account_cards(ids: Iterable[UUID]) -> dict[UUID, AccountCard]:
    """Many at once, in three reads; unknown ids are absent."""
    wanted = list(ids)
    if not wanted:
        return {}
    roles: dict[UUID, set[Role]] = {}
    for person_id, role in Grant.objects.filter(person_id__in=wanted).values_list("person_id", "role"):
        roles.setdefault(person_id, set()).add(Role(role))
    standing = standing_consents(wanted)
    blank: dict[str, bool | None] = {key: None for key, purpose in BY_KEY.items() if purpose.basis == "consent"}
    return {
        p.id: AccountCard(
            p.id,
            p.name,
            mask_email(p.email or ""),
            mask_phone(p.phone or ""),
            p.phone_verified,
            p.is_active,
            frozenset(roles.get(p.id, ())),
            {**blank, **standing.get(p.id, {})},
        )
        for p in Person.objects.filter(id__in=wanted)
    }


def account_card(person_id: UUID) -> AccountCard | None:
    """One account; None for an unknown id."""
    return account_cards([person_id]).get(person_id)


def standing_consents(ids: Iterable[UUID]) -> dict[UUID, dict[str, bool]]:
    """Person → purpose → whether the newest decision gives consent to the present text; one read."""
    found: dict[UUID, dict[str, bool]] = {}
    rows = Consent.objects.filter(person_id__in=list(ids)).order_by("at", "id")
    for person_id, purpose, version, given in rows.values_list("person_id", "purpose", "version", "given"):
        if purpose in BY_KEY:
            found.setdefault(person_id, {})[purpose] = given and version == BY_KEY[purpose].version
    return found


def find_account(*, by: Actor, text: str) -> AccountCard | None:
    """The active account with exactly this e-mail address or telephone; None for anything less than the whole."""
    check_may(by, Deed.REGISTRY_WRITE)
    text = text.strip()
    number = e164(text)
    wanted = Q(email__iexact=text) if "@" in text else Q(phone=number) if number else None
    if wanted is None:
        return None
    found = Person.objects.filter(wanted, is_active=True).values_list("id", flat=True).first()
    return account_card(found) if found else None
