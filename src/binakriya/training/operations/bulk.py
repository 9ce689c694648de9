"""Officers register enterprises of their registry, many at once."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from binakriya.accounts.rules import Actor, Deed
from binakriya.foundation.operations import record_many
from binakriya.foundation.rules.ledger import Line
from binakriya.foundation.rules.phones import e164
from binakriya.training.models import Registration
from binakriya.training.operations.reach import locked
from binakriya.training.operations.registration import consent_lines, facts_of, free_code, phone_index, take_seat
from binakriya.training.queries.enterprises import candidates
from binakriya.training.rules.states import REGISTERING, RegistrationState, check_state


@dataclass(frozen=True, slots=True)
class BulkRegistered:
    """How many got a seat, how many wait, how many were there before."""

    seated: int
    waiting: int
    already: int


def register_from_registry(
    *, activity_id: UUID, enterprise_ids: Sequence[UUID], by: Actor, now: datetime
) -> BulkRegistered:
    """Each by its owner, in the order given; seats first, then the waiting list. A second time changes nothing.

    Enterprises of other offices are left out. Raises NotAllowed, Refused("registration_not_open").
    """
    with transaction.atomic():
        activity = locked(activity_id, by=by, deed=Deed.TRAINING_PLAN)
        check_state(activity.state, REGISTERING, "registration_not_open")
        invited = list(activity.invitations.values_list("association_id", flat=True))
        found = candidates(office_id=activity.office_id, enterprise_ids=enterprise_ids, invited=invited)
        everyone = Registration.objects.filter(activity=activity)
        live = everyone.exclude(state=RegistrationState.CANCELLED)
        there = set(live.values_list("enterprise_id", flat=True))
        phones = set(live.exclude(phone_index="").values_list("phone_index", flat=True))
        codes = set(everyone.values_list("code", flat=True))
        made, already = [], 0
        for enterprise in found:
            number = (e164(enterprise.phone) or "") if enterprise.phone else ""
            index = phone_index(number)
            if enterprise.id in there or index in phones:
                already += 1
                continue
            one = Registration(
                activity=activity,
                enterprise_id=enterprise.id,
                name=(enterprise.owner_name or enterprise.name)[:120],
                phone=number,
                phone_index=index,
                business_name=enterprise.name[:200],
                product=enterprise.product[:200],
                kelurahan_code=enterprise.kelurahan_code,
                group_id=enterprise.group_id,
                source="registry",
                code=free_code(codes),
                token=secrets.token_urlsafe(24),
                consents=consent_lines((), now),
                registered_at=now,
            )
            there.add(enterprise.id)
            phones |= {index} - {""}
            codes.add(one.code)
            take_seat(activity, one, now)
            made.append(one)
        if made:
            activity.save(update_fields=["seats_taken", "queue_last"])
            Registration.objects.bulk_create(made, batch_size=200)
            record_many(
                by=by,
                now=now,
                lines=[
                    Line(
                        "training.registered",
                        "training.registration",
                        str(one.id),
                        f"{one.name}, {activity.title}",
                        {},
                        facts_of(one),
                    )
                    for one in made
                ],
            )
    seated = sum(one.state == RegistrationState.REGISTERED for one in made)
    return BulkRegistered(seated, len(made) - seated, already)
