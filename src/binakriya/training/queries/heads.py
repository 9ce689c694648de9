"""The head of every page of an activity."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from binakriya.training.models import Activity
from binakriya.training.rules.states import PUBLIC


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of every page of an activity shows."""

    id: UUID
    title: str
    slug: str
    state: str
    starts_on: date
    ends_on: date
    venue: str
    quota: int
    seats: int
    programme_id: UUID
    programme: str
    office_id: UUID
    office: str
    public: bool


def head_of(activity: Activity) -> Head:
    return Head(
        activity.id,
        activity.title,
        activity.slug,
        activity.state,
        activity.starts_on,
        activity.ends_on,
        activity.venue,
        activity.quota,
        activity.seats_taken,
        activity.programme_id,
        activity.programme.title,
        activity.office_id,
        activity.office.name,
        activity.state in PUBLIC,
    )
