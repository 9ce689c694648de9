"""Seats, the waiting list, attendance and hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from binakriya.accounts.rules import Refused
from binakriya.training.rules.states import REGISTERING, ActivityState

# One training hour (jam pelajaran, JP) of a session, in minutes. [M] 45 minutes, to be verified by the office.
JP_MINUTES = 45
LARGEST_QUOTA = 10_000


@dataclass(frozen=True, slots=True)
class Waiting:
    """Someone in the queue: `position` as given at registration, in the order of arrival."""

    id: UUID
    position: int


def can_take_seat(*, quota: int, taken: int) -> bool:
    return taken < quota


def check_quota(*, quota: int, taken: int) -> None:
    """A quota is never lowered below the seats that are taken; raises Refused."""
    if quota < 1 or quota > LARGEST_QUOTA:
        raise Refused("quota_range")
    if quota < taken:
        raise Refused("quota_below_taken")


def next_in_line(queue: Sequence[Waiting], *, quota: int, taken: int) -> tuple[UUID, ...]:
    """Who moves up, in order: as many of the earliest as there are free seats."""
    free = max(0, quota - taken)
    return tuple(one.id for one in sorted(queue, key=lambda one: one.position)[:free])


def sessions_needed(*, sessions: int, share_percent: int) -> int:
    """How many of the sessions must be attended for a certificate: the share rounded up, at least one."""
    return max(1, -(-sessions * share_percent // 100))


def may_be_certified(*, attended: int, sessions: int, share_percent: int) -> bool:
    return sessions > 0 and attended >= sessions_needed(sessions=sessions, share_percent=share_percent)


def training_hours(spans: Sequence[tuple[datetime, datetime]]) -> Decimal:
    """Hours (JP) of sessions, each rounded to the nearest half hour of JP_MINUTES minutes."""
    total = Decimal(0)
    for begins, ends in spans:
        minutes = Decimal(int((ends - begins) / timedelta(minutes=1)))
        total += (minutes / JP_MINUTES * 2).quantize(Decimal(1), ROUND_HALF_UP) / 2
    return total


def check_registration_open(*, state: str, by_officer: bool, now: datetime, closes_at: datetime | None) -> None:
    """Officers add people until the activity is done, the public while registration is open; raises Refused."""
    if by_officer:
        if state not in REGISTERING:
            raise Refused("registration_not_open")
        return
    if state != ActivityState.OPEN:
        raise Refused("registration_not_open")
    if closes_at is not None and now >= closes_at:
        raise Refused("registration_over")


def can_register(*, state: str, by_officer: bool, now: datetime, closes_at: datetime | None) -> bool:
    try:
        check_registration_open(state=state, by_officer=by_officer, now=now, closes_at=closes_at)
    except Refused:
        return False
    return True


def check_times(starts_at: datetime, ends_at: datetime) -> None:
    if ends_at <= starts_at:
        raise Refused("ends_before_start")
