"""The plan of an activity: sessions, practitioners, officials."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from binakriya.accounts.rules import Actor
from binakriya.training.models import Session
from binakriya.training.queries.activities import PractitionerInfo, SessionInfo, session_infos
from binakriya.training.queries.facts import hours_of
from binakriya.training.queries.heads import Head, head_of
from binakriya.training.queries.scope import seen
from binakriya.training.rules.states import EDITABLE

OFFICIAL_FIELDS = ("name", "position", "position_en", "nip", "rank", "quote", "quote_en", "reach")


@dataclass(frozen=True, slots=True)
class PlanPage:
    head: Head
    sessions: tuple[SessionInfo, ...]
    practitioners: tuple[PractitionerInfo, ...]
    hours: Decimal
    may_edit: bool


def plan_page(*, activity_id: UUID, by: Actor) -> PlanPage:
    """Raises NotAllowed, Activity.DoesNotExist."""
    activity = seen(activity_id, by)
    sessions = session_infos(activity_id)
    return PlanPage(
        head_of(activity),
        sessions,
        tuple(PractitionerInfo(p.id, p.name, p.institution, p.topic) for p in activity.engagements.all()),
        hours_of(sessions),
        activity.state in EDITABLE,
    )


def session_activity(*, session_id: UUID, by: Actor) -> UUID:
    """The activity of a session that the actor's work reaches. Raises NotAllowed, Session.DoesNotExist,
    Activity.DoesNotExist."""
    activity_id = Session.objects.values_list("activity_id", flat=True).get(id=session_id)
    return seen(activity_id, by).id


@dataclass(frozen=True, slots=True)
class FactsPage:
    """`officials`: role → its fields; `values`: of the activity, by field."""

    head: Head
    officials: dict[str, dict[str, Any]]
    values: dict[str, Any]
    may_edit: bool


def facts_page(*, activity_id: UUID, by: Actor) -> FactsPage:
    """Raises NotAllowed, Activity.DoesNotExist."""
    activity = seen(activity_id, by)
    return FactsPage(
        head_of(activity),
        {row.role: {field: getattr(row, field) for field in OFFICIAL_FIELDS} for row in activity.officials.all()},
        {
            field: getattr(activity, field)
            for field in (
                *("report_number", "release_number", "participants_stated", "aims", "targets"),
                *("legal_bases", "problems", "spending", "figures"),
            )
        },
        activity.state in EDITABLE,
    )
