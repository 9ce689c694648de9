"""An activity as tests need it, made by the software's own operations."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from tests.people import World

from binakriya.training import operations

WIB = ZoneInfo("Asia/Jakarta")
DAY = date(2018, 11, 16)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2018, 11, 16, hour, minute, tzinfo=WIB)


def make_programme(world: World) -> UUID:
    return operations.create_programme(
        office_id=world.office_id, title="Pembinaan IKM kerajinan", year=2018, by=world.actor("officer"), now=world.now
    )


def make_activity(world: World, *, quota: int = 5, state: str = "open", sessions: int = 2, **values: Any) -> UUID:
    """Sessions of 90 minutes from 09.00; `state` is reached by the moves of the table."""
    by, now = world.actor("officer"), world.now
    activity_id = operations.create_activity(
        programme_id=world.once("training.programme", make_programme),
        title=values.pop("title", "Pembinaan mutu dan standar kemasan"),
        starts_on=DAY,
        venue="Resto Kampung Anggrek, Jalan Buaran, Serpong",
        quota=quota,
        by=by,
        now=now,
        **values,
    )
    for at_ in range(sessions):
        begins = at(9) + timedelta(minutes=90 * at_)
        operations.add_session(
            activity_id=activity_id,
            title=f"Sesi {at_ + 1}",
            starts_at=begins,
            ends_at=begins + timedelta(minutes=90),
            by=by,
            now=now,
        )
    for move in {
        "draft": (),
        "announced": ("announce",),
        "open": ("open",),
        "closed": ("open", "close"),
        "running": ("open", "start"),
        "done": ("open", "start", "finish"),
        "reported": ("open", "start", "finish", "report"),
    }[state]:
        operations.move_activity(activity_id=activity_id, move=move, by=by, now=now)
    return activity_id


def sign_up(world: World, activity_id: UUID, number: int = 1, **values: Any) -> operations.Registered:
    """A visitor registers: each `number` is another person with another phone."""
    fields: dict[str, Any] = {
        "name": f"Peserta {number:03}",
        "phone": f"0812{number:08}",
        "business_name": f"Usaha {number:03}",
        "by": world.actor("visitor"),
        "now": world.now,
    }
    return operations.register(activity_id=activity_id, **(fields | values))
