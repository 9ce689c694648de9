"""Invitations by link."""

import base64
import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.crypto import salted_hmac

from binakriya.accounts.models import Invitation, Organisation, OrganisationKind, Person
from binakriya.accounts.operations.people import check_may_give, clean_phone, insert_grant, insert_person
from binakriya.accounts.queries.organisations import sole_office
from binakriya.accounts.rules import Actor, Deed, NotAllowed, Refused, Role, check_may
from binakriya.accounts.rules.people import (
    INVITATION_KEPT,
    INVITATION_LASTS,
    check_contact,
    check_organisation_fits,
    invitation_state,
    keeps,
)
from binakriya.foundation.operations import record
from binakriya.foundation.rules.masks import mask_email, mask_phone
from binakriya.foundation.rules.once import once_key
from binakriya.foundation.rules.text import clean_text


@dataclass(frozen=True, slots=True)
class Issued:
    """The only time that the token is seen: it is handed on, not kept. `again`: the same form had made it before."""

    invitation_id: UUID
    token: str
    again: bool = False


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _new_token() -> str:
    """256 bits of chance."""
    return secrets.token_urlsafe(32)


def _token_of(key: str) -> str:
    """The token of a form: 256 bits that this installation's secret makes of its key. So the form that is sent twice
    gets its link again, though no token is kept."""
    if not key:
        return _new_token()
    made = salted_hmac("binakriya.accounts.invitation", key, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def _made_before(key: str, token: str, now: datetime) -> Issued | None:
    """What the same form has made, while its link opens."""
    made = Invitation.objects.filter(nonce=key, token_digest=digest_of(token)).first() if key else None
    if made is None or made.accepted_at or made.revoked_at or made.expires_at <= now:
        return None
    return Issued(made.id, token, again=True)


def _told(invitation: Invitation) -> dict[str, str]:
    return {
        "role": invitation.role,
        "organisation": invitation.organisation.name if invitation.organisation else "",
        "name": invitation.name,
        "email": mask_email(invitation.email),
        "phone": mask_phone(invitation.phone),
        "expires_at": invitation.expires_at.isoformat(),
    }


def invite(
    *,
    role: Role,
    organisation_id: UUID | None,
    name: str,
    by: Actor,
    now: datetime,
    email: str = "",
    phone: str = "",
    nonce: str = "",
) -> Issued:
    """The same form again (`nonce`) answers the same link. Raises NotAllowed; Refused: email_or_phone,
    phone_unreadable, organisation_needed, organisation_kind, already_invited."""
    check_may(by, Deed.PEOPLE_MANAGE)
    name, number, email = clean_text(name).strip(), clean_phone(phone) or "", email.strip().lower()
    check_contact(name, email)
    if not number and not email:
        raise Refused("email_or_phone")
    key = once_key(nonce, by=by.id, said=[role.value, organisation_id, name, email, number])
    token = _token_of(key)
    form = key, token
    try:
        with transaction.atomic():
            before = _made_before(key, token, now)
            if before:
                return before
            if key and Invitation.objects.filter(nonce=key).exists():
                # What that form made is over (or has a newer link): this is a new deed.
                key, token = "", _new_token()
            organisation = Organisation.objects.get(id=organisation_id) if organisation_id else None
            check_may_give(by, organisation)
            check_organisation_fits(role, organisation.kind if organisation else None)
            of_office = organisation is not None and organisation.kind == OrganisationKind.OFFICE
            office_id = by.office_id or (organisation_id if of_office else None)
            # One that ran out makes room for a new one.
            Invitation.objects.filter(
                role=role.value,
                organisation=organisation,
                email=email,
                phone=number,
                accepted_at=None,
                revoked_at=None,
                expires_at__lte=now,
            ).update(revoked_at=now)
            invitation = Invitation.objects.create(
                role=role.value,
                organisation=organisation,
                office_id=office_id,
                name=name,
                email=email,
                phone=number,
                token_digest=digest_of(token),
                nonce=key,
                invited_by_id=by.id,
                created_at=now,
                sent_at=now,
                expires_at=now + INVITATION_LASTS,
            )
            record(
                by=by,
                now=now,
                action="accounts.invited",
                kind="accounts.invitation",
                object_id=invitation.id,
                label=name,
                after=_told(invitation),
                office_id=office_id,
            )
    except IntegrityError as error:
        # The other of two equal forms was faster by a moment, perhaps between the two looks above.
        before = _made_before(*form, now)
        if before:
            return before
        raise Refused("already_invited") from error
    return Issued(invitation.id, token)


def _own_invitation(invitation_id: UUID, by: Actor) -> Invitation:
    check_may(by, Deed.PEOPLE_MANAGE)
    # `of`: PostgreSQL cannot lock the outer side of a join.
    invitation = Invitation.objects.select_for_update(of=("self",)).select_related("organisation").get(id=invitation_id)
    if not keeps(by, invitation.office_id, sole_office()):
        raise NotAllowed("office")
    return invitation


def resend_invitation(*, invitation_id: UUID, by: Actor, now: datetime) -> Issued:
    """A new link with a new term; the old link no longer opens. Raises NotAllowed, Refused("not_open")."""
    token = _new_token()
    with transaction.atomic():
        invitation = _own_invitation(invitation_id, by)
        if invitation.accepted_at or invitation.revoked_at or not invitation.name:
            raise Refused("not_open")
        invitation.token_digest = digest_of(token)
        invitation.sent_at, invitation.expires_at = now, now + INVITATION_LASTS
        invitation.save(update_fields=["token_digest", "sent_at", "expires_at"])
        record(
            by=by,
            now=now,
            action="accounts.invitation_resent",
            kind="accounts.invitation",
            object_id=invitation.id,
            label=invitation.name,
            after={"expires_at": invitation.expires_at.isoformat()},
            office_id=invitation.office_id,
        )
    return Issued(invitation.id, token)


def revoke_invitation(*, invitation_id: UUID, by: Actor, now: datetime) -> None:
    """Raises NotAllowed, Refused("not_open")."""
    with transaction.atomic():
        invitation = _own_invitation(invitation_id, by)
        if invitation.accepted_at or invitation.revoked_at:
            raise Refused("not_open")
        invitation.revoked_at = now
        invitation.save(update_fields=["revoked_at"])
        record(
            by=by,
            now=now,
            action="accounts.invitation_revoked",
            kind="accounts.invitation",
            object_id=invitation.id,
            label=invitation.name,
            office_id=invitation.office_id,
        )


def _open_invitation(token: str, now: datetime) -> Invitation:
    """Locked, so that a link opens once; raises Refused with the state it is in, or "unknown"."""
    invitation = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("organisation")
        .filter(token_digest=digest_of(token))
        .first()
    )
    if invitation is None:
        raise Refused("unknown")
    state = invitation_state(
        accepted_at=invitation.accepted_at,
        revoked_at=invitation.revoked_at,
        expires_at=invitation.expires_at,
        now=now,
    )
    if state != "open":
        raise Refused(state)
    return invitation


_FORGOTTEN = {"name": "", "email": "", "phone": ""}


def forget_invitations(*, now: datetime) -> int:
    """Forget name and contact of the links that were revoked, or ran out, INVITATION_KEPT ago. How many."""
    long_ago = now - INVITATION_KEPT
    over = Q(revoked_at__lt=long_ago) | Q(expires_at__lt=long_ago)
    return Invitation.objects.filter(over).exclude(**_FORGOTTEN).update(**_FORGOTTEN)


def forget_invitations_of(person: Person, now: datetime) -> None:
    """Those that a person accepted or that would reach them; open ones are revoked."""
    theirs = Q(accepted_by=person)
    if person.email:
        theirs |= Q(email=person.email)
    if person.phone:
        theirs |= Q(phone=person.phone)
    found = Invitation.objects.filter(theirs)
    ids = list(found.values_list("id", flat=True))
    found.filter(accepted_at=None, revoked_at=None).update(revoked_at=now)
    Invitation.objects.filter(id__in=ids).update(**_FORGOTTEN)


def _close(invitation: Invitation, person: Person, by: Actor, now: datetime) -> None:
    told = _told(invitation)
    invitation.accepted_at, invitation.accepted_by = now, person
    # From now on the account says who this is.
    invitation.name, invitation.email, invitation.phone = "", "", ""
    invitation.save(update_fields=["accepted_at", "accepted_by", "name", "email", "phone"])
    if person.cared_by_id is None and invitation.office_id:
        person.cared_by_id = invitation.office_id
        person.save(update_fields=["cared_by"])
    insert_grant(person=person, role=Role(invitation.role), organisation=invitation.organisation, now=now)
    record(
        by=Actor(id=person.id, label=person.name, origin=by.origin),
        now=now,
        action="accounts.invitation_accepted",
        kind="accounts.person",
        object_id=person.id,
        label=person.name,
        after={**told, "invitation": str(invitation.id)},
        office_id=invitation.office_id,
    )


def accept_invitation(
    *, token: str, name: str, password: str, by: Actor, now: datetime, email: str = "", phone: str = ""
) -> Person:
    """A new person with the invited role. E-mail and phone are the invitation's; one that it lacks may be added.

    Raises Refused: unknown, expired, revoked, accepted, taken (there is an account: sign in, `join_with_invitation`).
    """
    with transaction.atomic():
        invitation = _open_invitation(token, now)
        person = insert_person(
            name=name,
            email=invitation.email or email,
            phone=invitation.phone or phone,
            password=password,
            office_id=invitation.office_id,
        )
        _close(invitation, person, by, now)
    return person


def join_with_invitation(*, token: str, by: Actor, now: datetime) -> None:
    """Someone who has signed in takes on the invited role. The invitation must be theirs: same e-mail or phone.

    Raises NotAllowed, Refused (as above, and "not_yours").
    """
    if by.id is None:
        raise NotAllowed("signed_in")
    with transaction.atomic():
        invitation = _open_invitation(token, now)
        person = Person.objects.get(id=by.id)
        same = (invitation.email and invitation.email == person.email) or (
            invitation.phone and invitation.phone == person.phone
        )
        if not same:
            raise Refused("not_yours")
        _close(invitation, person, by, now)
