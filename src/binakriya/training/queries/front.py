"""The activities of the first page: those ahead and the last ones, in one read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Subquery, Value
from django.utils import timezone

from binakriya.accounts.rules import Actor
from binakriya.training.models import Activity, Invitation
from binakriya.training.queries.activities import ActivityRow, counted, row_of, tally
from binakriya.training.queries.scope import visible

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


def front_activities(*, by: Actor, now: datetime) -> FrontActivities:
    """Raises NotAllowed."""
    today = timezone.localdate(now)
    found = visible(by)
    ahead, past = found.filter(ends_on__gte=today), found.filter(ends_on__lt=today)
    shown = Activity.objects.filter(
        Q(id__in=ahead.order_by("starts_on", "title").values("id")[:MOST])
        | Q(id__in=past.order_by("-starts_on", "title").values("id")[:MOST])
    )
    # Sorted twice, each time keeping the order of equals: by name, then by day.
    rows: list[Any] = list(
        counted(shown)
        .annotate(
            total=_how_many(found),
            upcoming=_how_many(ahead),
            unanswered=tally(Invitation.objects.filter(answer="none"), "activity_id"),
        )
        .order_by("title")
    )
    to_come = sorted((row for row in rows if row.ends_on >= today), key=lambda row: row.starts_on)
    gone = sorted((row for row in rows if row.ends_on < today), key=lambda row: row.starts_on, reverse=True)
    return FrontActivities(
        ahead=tuple(row_of(row) for row in to_come),
        past=tuple(row_of(row) for row in gone),
        total=rows[0].total if rows else 0,
        upcoming=(rows[0].upcoming or 0) if rows else 0,
        unanswered={row.id: row.unanswered for row in rows},
    )
