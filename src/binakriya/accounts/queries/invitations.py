"""Invitations."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from binakriya.accounts.models import Invitation, Person
from binakriya.accounts.queries.organisations import sole_office
from binakriya.accounts.rules import Actor, Role
from binakriya.accounts.rules.people import invitation_state
from binakriya.foundation.rules.masks import mask_email, mask_phone


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """`state`: open, accepted, revoked, expired. E-mail and phone are masked. `name`: who accepted it, or who was
    invited; "" for an invitation whose name was forgotten, which can't be renewed."""

    id: UUID
    role: Role
    organisation: str
    name: str
    email: str
    phone: str
    state: str
    sent_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class InvitationInfo:
    """What the invited person sees. `has_account`: an account with this e-mail or phone exists: sign in first."""

    state: str
    role: Role
    organisation: str
    name: str
    email: str
    phone: str
    expires_at: datetime
    has_account: bool


def _state(invitation: Invitation, now: datetime) -> str:
    return invitation_state(
        accepted_at=invitation.accepted_at,
        revoked_at=invitation.revoked_at,
        expires_at=invitation.expires_at,
        now=now,
    )


def invitations(*, by: Actor, now: datetime, limit: int = 100) -> list[InvitationRow]:
    """Newest first; those of the actor's own office."""
    found = Invitation.objects.select_related("organisation", "accepted_by").order_by("-created_at", "-id")
    if not by.system:
        nobodys = Q(office_id=None) if sole_office() == by.office_id else Q(pk=None)
        found = found.filter(Q(office_id=by.office_id) | nobodys)
    return [
        InvitationRow(
            i.id,
            Role(i.role),
            i.organisation.short_name if i.organisation else "",
            i.accepted_by.name if i.accepted_by else i.name,
            mask_email(i.email),
            mask_phone(i.phone),
            _state(i, now),
            i.sent_at,
            i.expires_at,
        )
        for i in found[:limit]
    ]


def invitation_by_token(*, token: str, now: datetime) -> InvitationInfo | None:
    """None for a token that was never given or was replaced by a newer one."""
    invitation = (
        Invitation.objects.select_related("organisation")
        .filter(token_digest=hashlib.sha256(token.encode()).hexdigest())
        .first()
    )
    if invitation is None:
        return None
    same = Q(pk=None)
    if invitation.email:
        same |= Q(email=invitation.email)
    if invitation.phone:
        same |= Q(phone=invitation.phone)
    return InvitationInfo(
        _state(invitation, now),
        Role(invitation.role),
        invitation.organisation.name if invitation.organisation else "",
        invitation.name,
        invitation.email,
        invitation.phone,
        invitation.expires_at,
        Person.objects.filter(same).exists(),
    )
