"""What the law gives a person: consent and its withdrawal, a copy of their data, erasure (UU 27/2022)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import IntegrityError, transaction

from binakriya.accounts.models import Consent, ErasureRequest, Grant, Person
from binakriya.accounts.operations.invitations import forget_invitations_of
from binakriya.accounts.operations.people import cared_for, check_not_last, lock_administrators, office_of_line
from binakriya.accounts.own_data import forget_in_rooms, own_data_of
from binakriya.accounts.queries.privacy import latest_consents, my_data
from binakriya.accounts.rules import Actor, NotAllowed, Refused, Role
from binakriya.accounts.rules.consent import BY_KEY, needs_consent
from binakriya.accounts.rules.people import ANSWER_WITHIN
from binakriya.foundation.operations import record, record_reading


def decide_consent(*, purpose: str, given: bool, language: str, by: Actor, now: datetime) -> None:
    """Keeps the decision with the sentence as it was shown. Repeating the same decision adds nothing.

    Raises NotAllowed (visitors), Refused("no_such_purpose").
    """
    if by.id is None:
        raise NotAllowed("signed_in")
    if purpose not in BY_KEY or not needs_consent(purpose):
        raise Refused("no_such_purpose")
    rule = BY_KEY[purpose]
    with transaction.atomic():
        person = Person.objects.select_for_update().get(id=by.id)
        latest = latest_consents(person.id).get(purpose)
        if latest and latest.given == given and (latest.version == rule.version or not given):
            return
        Consent.objects.create(
            person=person,
            purpose=purpose,
            version=rule.version,
            given=given,
            text=rule.text.get(language, rule.text["id"]),
            at=now,
        )
        record(
            by=by,
            now=now,
            action="accounts.consent_given" if given else "accounts.consent_withdrawn",
            kind="accounts.person",
            object_id=person.id,
            label=person.name,
            before={"given": latest.given} if latest else {},
            after={"purpose": purpose, "version": rule.version, "given": given},
            office_id=office_of_line(person, by),
        )


def export_my_data(*, by: Actor, now: datetime) -> dict[str, Any]:
    """What the account holds about the one who asks, and what rooms above hold that is tied to the account; and a
    ledger line that it was handed out."""
    if by.id is None:
        raise NotAllowed("signed_in")
    with transaction.atomic():
        more = own_data_of(by.id)
        data = {**my_data(by.id), **more}
        record_reading(
            by=by,
            now=now,
            kind="accounts.person",
            object_id=by.id,
            fields=["name", "email", "phone", "grants", "consents", *more],
            reason="export of own data",
            label=by.label,
        )
    return {"exported_at": now.isoformat(), **data}


def request_erasure(*, reason: str, by: Actor, now: datetime) -> UUID:
    """Asking again while a request is open answers with that one. Raises NotAllowed."""
    if by.id is None:
        raise NotAllowed("signed_in")
    open_one = ErasureRequest.objects.filter(person_id=by.id, answered_at=None).first()
    if open_one:
        return open_one.id
    try:
        with transaction.atomic():
            request = ErasureRequest.objects.create(
                person_id=by.id, reason=reason, requested_at=now, due_at=now + ANSWER_WITHIN
            )
            record(
                by=by,
                now=now,
                action="accounts.erasure_requested",
                kind="accounts.person",
                object_id=by.id,
                label=by.label,
                after={"due_at": request.due_at.isoformat()},
            )
    except IntegrityError:
        # Pressed twice at the same moment: the other one was quicker.
        return ErasureRequest.objects.get(person_id=by.id, answered_at=None).id
    return request.id


def answer_erasure(*, request_id: UUID, erase: bool, answer: str, by: Actor, now: datetime) -> None:
    """`erase`: the account's personal data goes, for good; the ledger keeps the names that it held, since a record of
    who did what is a duty of its own. Otherwise `answer` says why not. Raises NotAllowed, Refused("answered")."""
    with transaction.atomic():
        request = ErasureRequest.objects.select_for_update().get(id=request_id)
        person = cared_for(request.person_id, by)
        if request.answered_at:
            raise Refused("answered")
        request.answered_at, request.answered_by_id = now, by.id
        request.erased, request.answer = erase, answer
        request.save()
        if erase:
            _erase(person, now)
        record(
            by=by,
            now=now,
            action="accounts.erased" if erase else "accounts.erasure_refused",
            kind="accounts.person",
            object_id=person.id,
            label=person.name,
            reason=answer,
        )


def _erase(person: Person, now: datetime) -> None:
    for grant in Grant.objects.filter(person=person, role=Role.ADMINISTRATOR.value):
        lock_administrators(grant.organisation_id)
        check_not_last(grant)
    forget_invitations_of(person, now)
    forget_in_rooms(person.id)
    Grant.objects.filter(person=person).delete()
    EmailAddress.objects.filter(user=person).delete()
    Authenticator.objects.filter(user=person).delete()
    person.name = f"Akun dihapus {str(person.id)[-6:]}"
    # The database wants one way to reach a person; `.invalid` can never be one (RFC 2606).
    person.email, person.phone, person.phone_verified = f"{person.id}@dihapus.invalid", None, False
    person.is_active = False
    person.session_epoch += 1
    person.set_unusable_password()
    person.save()
