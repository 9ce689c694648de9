"""Earlier activities as models for a new one."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from binakriya.accounts.rules import Actor, Deed, check_may, check_office
from binakriya.training.models import Activity
from binakriya.training.queries.activities import SessionInfo, session_infos
from binakriya.training.queries.heads import Head, head_of
from binakriya.training.queries.scope import seen


@dataclass(frozen=True, slots=True)
class Model:
    """What comes along when an activity is copied. `budget_amount`: rupiah."""

    head: Head
    sessions: tuple[SessionInfo, ...]
    practitioners: tuple[str, ...]
    materials: tuple[str, ...]
    budget_code: str
    budget_amount: int
    registration_closes_at: datetime | None


@dataclass(frozen=True, slots=True)
class ModelRow:
    id: UUID
    title: str
    starts_on: date
    venue: str


def model_of(*, activity_id: UUID, by: Actor) -> Model:
    """Raises NotAllowed, Activity.DoesNotExist."""
    check_may(by, Deed.TRAINING_PLAN)
    activity = seen(activity_id, by)
    check_office(by, activity.office_id)
    return Model(
        head=head_of(activity),
        sessions=session_infos(activity_id),
        practitioners=tuple(activity.engagements.values_list("name", flat=True)),
        materials=tuple(activity.materials),
        budget_code=activity.budget_code,
        budget_amount=activity.budget_amount,
        registration_closes_at=activity.registration_closes_at,
    )


def latest_models(*, by: Actor, most: int = 5) -> tuple[ModelRow, ...]:
    """The office's last activities, by their day. Raises NotAllowed."""
    check_may(by, Deed.TRAINING_PLAN)
    found = Activity.objects.filter(office_id=by.office_id).order_by("-starts_on", "title")
    return tuple(ModelRow(*row) for row in found.values_list("id", "title", "starts_on", "venue")[:most])
