"""The activities of the first page: those ahead and the last ones, in one read."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Subquery, Value
from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.foundation.prepared import prepared
from binakriya.training.models import Activity, Invitation
from binakriya.training.queries.activities import ActivityRow, counted, row_of, tally
from binakriya.training.queries.scope import reach

MOST = 25  # of each kind: a first page tells no more


@dataclass(frozen=True, slots=True)
class FrontActivities:
    """`ahead`: not over by today, the next first; `past`: the last first. `total`, `upcoming`: how many there are of
    all. `unanswered`: invitations that wait for an answer, by activity."""

    ahead: tuple[ActivityRow, ...]
    past: tuple[ActivityRow, ...]
    total: int
    upcoming: int
    unanswered: dict[UUID, int]


def _how_many(rows: QuerySet[Activity]) -> Subquery:
    whole = rows.order_by().annotate(one=Value(1)).values("one").annotate(n=Count("id")).values("n")
    return Subquery(whole)


@prepared
def _front(*, office_id: UUID | None, person_id: UUID | None, today: date) -> QuerySet[Activity]:
    found = Activity.objects.filter(reach(office_id=office_id, person_id=person_id))
    ahead, past = found.filter(ends_on__gte=today), found.filter(ends_on__lt=today)
    shown = Activity.objects.filter(
        Q(id__in=ahead.order_by("starts_on", "title").values("id")[:MOST])
        | Q(id__in=past.order_by("-starts_on", "title").values("id")[:MOST])
    )
    return (
        counted(shown)
        .annotate(
            total=_how_many(found),
            upcoming=_how_many(ahead),
            unanswered=tally(Invitation.objects.filter(answer="none"), "activity_id"),
        )
        .order_by("title")
    )


def front_activities(*, by: Actor, now: datetime) -> FrontActivities:
    """Of a person. Raises NotAllowed."""
    check_may(by, Deed.TRAINING_READ)
    today = timezone.localdate(now)
    if by.id is None and by.office_id is None:
        return FrontActivities((), (), 0, 0, {})
    # Sorted twice, each time keeping the order of equals: by name, then by day.
    rows: list[Any] = _front(office_id=by.office_id, person_id=by.id, today=today)
    to_come = sorted((row for row in rows if row.ends_on >= today), key=lambda row: row.starts_on)
    gone = sorted((row for row in rows if row.ends_on < today), key=lambda row: row.starts_on, reverse=True)
    return FrontActivities(
        ahead=tuple(row_of(row) for row in to_come),
        past=tuple(row_of(row) for row in gone),
        total=rows[0].total if rows else 0,
        upcoming=(rows[0].upcoming or 0) if rows else 0,
        unanswered={row.id: row.unanswered for row in rows},
    )
