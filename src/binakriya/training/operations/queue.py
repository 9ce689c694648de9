"""The waiting list moving up: part of the operations that free a seat."""

from collections.abc import Sequence
from datetime import datetime

from binakriya.accounts.rules import Actor
from binakriya.foundation.operations import record_many
from binakriya.foundation.rules.ledger import Line
from binakriya.training.models import Activity, Notice, Registration
from binakriya.training.rules.seats import Waiting, next_in_line
from binakriya.training.rules.states import REGISTRATION, RegistrationState, after


def move_up(activity: Activity, *, now: datetime) -> list[Line]:
    """Gives free seats to the first in line; the activity must be locked and as in the database.

    Returns the ledger's lines, to be recorded last (`record_moved`).
    """
    free = activity.quota - activity.seats_taken
    if free <= 0:
        return []
    waiting = list(
        Registration.objects.filter(activity=activity, state=RegistrationState.WAITING).order_by("position")[:free]
    )
    queue = [Waiting(one.id, one.position or 0) for one in waiting]
    chosen = set(next_in_line(queue, quota=activity.quota, taken=activity.seats_taken))
    moved = [one for one in waiting if one.id in chosen]
    for one in moved:
        one.state = after(REGISTRATION, one.state, "promote")
        one.seated_at = now
    if not moved:
        return []
    Registration.objects.bulk_update(moved, ["state", "seated_at"])
    Notice.objects.bulk_create(
        [Notice(registration=one, kind="seat_given", created_at=now) for one in moved], ignore_conflicts=True
    )
    activity.seats_taken += len(moved)
    activity.save(update_fields=["seats_taken"])
    return [
        Line(
            "training.seat_given",
            "training.registration",
            str(one.id),
            one.name,
            {"state": "waiting"},
            {"state": "registered", "position": one.position},
        )
        for one in moved
    ]


def record_moved(lines: Sequence[Line], *, by: Actor, now: datetime) -> None:
    record_many(by=by, now=now, lines=lines)
