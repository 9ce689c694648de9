"""Invitations to associations, and their answers."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from binakriya.accounts.queries import organisation
from binakriya.accounts.rules import Actor, Deed, Refused
from binakriya.foundation.operations import record
from binakriya.foundation.rules.ledger import changes
from binakriya.foundation.rules.once import once_key
from binakriya.training.models import Answer, Invitation
from binakriya.training.operations.reach import locked
from binakriya.training.rules.states import EDITABLE, check_state

FIELDS = ("addressee", "number", "written_on", "seats")


def invite_association(
    *,
    activity_id: UUID,
    association_id: UUID,
    number: str,
    written_on: date,
    seats: int,
    by: Actor,
    now: datetime,
    addressee: str = "",
    nonce: str = "",
) -> UUID:
    """A letter to an association; the same form again (`nonce`) answers the same. Raises NotAllowed,
    Refused("no_association", "already_invited", "letter_number_used", "seats_range")."""
    if seats < 1:
        raise Refused("seats_range")
    found = organisation(association_id)
    if found is None or found.kind != "association":
        raise Refused("no_association")
    key = once_key(nonce, said=[association_id, addressee, number, written_on, seats])
    try:
        with transaction.atomic():
            activity = locked(activity_id, by=by, deed=Deed.TRAINING_PLAN)
            check_state(activity.state, EDITABLE)
            before = activity.invitations.filter(nonce=key).first() if key else None
            if before:
                return before.id
            if activity.invitations.filter(association_id=association_id).exists():
                raise Refused("already_invited")
            letter = Invitation.objects.create(
                activity=activity,
                association_id=association_id,
                addressee=addressee,
                number=number.strip(),
                written_on=written_on,
                seats=seats,
                nonce=key,
                created_at=now,
            )
            record(
                by=by,
                now=now,
                action="training.association_invited",
                kind="training.activity",
                object_id=activity.id,
                label=activity.title,
                after={"association": found.short_name, "number": letter.number, "seats": seats},
            )
    except IntegrityError as error:
        raise Refused("letter_number_used") from error
    return letter.id


def change_invitation(*, invitation_id: UUID, values: Mapping[str, Any], by: Actor, now: datetime) -> None:
    """`values`: any of FIELDS. Raises NotAllowed, Refused."""
    try:
        with transaction.atomic():
            letter = Invitation.objects.select_related("association").get(id=invitation_id)
            activity = locked(letter.activity_id, by=by, deed=Deed.TRAINING_PLAN)
            check_state(activity.state, EDITABLE)
            before = {field: getattr(letter, field) for field in FIELDS}
            for field in FIELDS:
                setattr(letter, field, values.get(field, before[field]))
            if letter.seats < 1:
                raise Refused("seats_range")
            old, new = changes(before, {field: getattr(letter, field) for field in FIELDS})
            if not new:
                return
            letter.save()
            record(
                by=by,
                now=now,
                action="training.invitation_changed",
                kind="training.activity",
                object_id=activity.id,
                label=activity.title,
                before={"association": letter.association.short_name, **old},
                after={"association": letter.association.short_name, **new},
            )
    except IntegrityError as error:
        raise Refused("letter_number_used") from error


def note_answer(*, invitation_id: UUID, answer: str, by: Actor, now: datetime, note: str = "") -> None:
    """What an association answered: one of Answer. Raises NotAllowed."""
    with transaction.atomic():
        letter = Invitation.objects.select_related("association").get(id=invitation_id)
        activity = locked(letter.activity_id, by=by, deed=Deed.TRAINING_PLAN)
        check_state(activity.state, EDITABLE)
        old = letter.answer
        letter.answer = Answer(answer).value
        if (old, letter.answer_note) == (letter.answer, note):
            return
        letter.answer_note = note[:300]
        letter.answered_at = None if letter.answer == Answer.NONE else now
        letter.save(update_fields=["answer", "answer_note", "answered_at"])
        record(
            by=by,
            now=now,
            action="training.invitation_answered",
            kind="training.activity",
            object_id=activity.id,
            label=activity.title,
            before={"association": letter.association.short_name, "answer": old},
            after={"association": letter.association.short_name, "answer": letter.answer, "note": letter.answer_note},
        )


def withdraw_invitation(*, invitation_id: UUID, by: Actor, now: datetime) -> None:
    """Removes a letter that was not answered. Raises NotAllowed, Refused("invitation_answered")."""
    with transaction.atomic():
        letter = Invitation.objects.select_related("association").get(id=invitation_id)
        activity = locked(letter.activity_id, by=by, deed=Deed.TRAINING_PLAN)
        check_state(activity.state, EDITABLE)
        if letter.answer != Answer.NONE:
            raise Refused("invitation_answered")
        before = {"association": letter.association.short_name, "number": letter.number, "seats": letter.seats}
        letter.delete()
        record(
            by=by,
            now=now,
            action="training.invitation_withdrawn",
            kind="training.activity",
            object_id=activity.id,
            label=activity.title,
            before=before,
        )
