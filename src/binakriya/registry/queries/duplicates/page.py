"""The page of the review: the queue, the pair to look at, what was decided, what is being done in the background."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise

from binakriya.accounts.rules import Actor
from binakriya.foundation.prepared import prepared
from binakriya.registry.models import Candidate, Enterprise, EnterpriseState, ReviewWork, Uncompared
from binakriya.registry.queries.duplicates.decisions import Decision, decisions
from binakriya.registry.queries.duplicates.pair import Pair, pair_of, percent
from binakriya.registry.rules.review import ACTIVE, WorkKind, WorkState, is_lost
from binakriya.registry.words import WORK_PROBLEMS

QUEUE_LENGTH = 30
_STANDING = Count("merges", filter=Q(merges__undone_at__isnull=True))
MOST_DECISIONS = 200


@dataclass(frozen=True, slots=True)
class Waiting:
    """One pair of the queue."""

    id: UUID
    left: str
    right: str
    percent: int
    likely: bool
    relation: str


@dataclass(frozen=True, slots=True)
class WorkView:
    """Background work: the one that runs, or how the last one ended. `lost`: it stands still, its worker is gone.
    `standing`: its merges that still stand."""

    id: UUID
    kind: str
    state: str
    by: str
    asked_at: datetime
    moved_at: datetime
    done: int
    total: int
    found: dict[str, int]
    problem: str | Promise
    lost: bool
    standing: int = 0

    @property
    def passed_over(self) -> int:
        """Pairs of a merging that needed none any more."""
        return self.done - self.found.get("merged", 0)

    @property
    def running(self) -> bool:
        return self.state in ACTIVE

    @property
    def failed(self) -> bool:
        return self.state == WorkState.FAILED


@dataclass(frozen=True, slots=True)
class Works:
    """`uncompared`: active enterprises that are new or changed since the last search."""

    search: WorkView | None
    merge: WorkView | None
    uncompared: int

    @property
    def running(self) -> bool:
        return any(work is not None and work.running for work in (self.search, self.merge))


@prepared
def _newest(*, office_id: UUID) -> QuerySet[Any]:
    found = ReviewWork.objects.filter(office_id=office_id).defer("scope")
    return found.annotate(standing=_STANDING).order_by("-asked_at")[:20]


@prepared
def _uncompared(*, office_id: UUID) -> QuerySet[Uncompared, int]:
    marked = Uncompared.objects.filter(enterprise__office_id=office_id, enterprise__state=EnterpriseState.ACTIVE)
    return marked.order_by().values("enterprise__office_id").annotate(n=Count("pk")).values_list("n", flat=True)


def _open(office_id: UUID) -> QuerySet[Candidate]:
    return Candidate.objects.filter(
        office_id=office_id,
        state=Candidate.State.OPEN,
        left__state=EnterpriseState.ACTIVE,
        right__state=EnterpriseState.ACTIVE,
    )


@prepared
def _active(*, office_id: UUID) -> QuerySet[Enterprise, int]:
    found = Enterprise.objects.filter(office_id=office_id, state=EnterpriseState.ACTIVE)
    return found.order_by().values("office_id").annotate(n=Count("id")).values_list("n", flat=True)


@prepared
def _bands(*, office_id: UUID) -> QuerySet[Candidate, tuple[str, str, int]]:
    return _open(office_id).order_by().values_list("band", "relation").annotate(n=Count("id"))


@prepared
def _queue(*, office_id: UUID) -> QuerySet[Candidate]:
    return _open(office_id).select_related("left", "right").order_by("relation", "-weight", "id")[:QUEUE_LENGTH]


def works(*, office_id: UUID, now: datetime) -> Works:
    """The newest work of each kind; two reads."""
    newest: dict[str, WorkView] = {}
    for work in _newest(office_id=office_id):
        newest.setdefault(
            work.kind,
            WorkView(
                work.id,
                work.kind,
                work.state,
                work.by,
                work.asked_at,
                work.moved_at,
                work.done,
                work.total,
                work.found,
                WORK_PROBLEMS.get(work.problem, work.problem),
                is_lost(work.state, work.moved_at, now),
                work.standing,
            ),
        )
    waiting = sum(_uncompared(office_id=office_id))
    return Works(newest.get(WorkKind.SEARCH), newest.get(WorkKind.MERGE), waiting)


@dataclass(frozen=True, slots=True)
class DuplicatesPage:
    """`enterprises`: how many active ones the office has; only counted when nothing waits."""

    queue: tuple[Waiting, ...]
    waiting: int
    likely: int
    pair: Pair | None
    next_id: UUID | None
    decisions: tuple[Decision, ...]
    more_decisions: bool
    enterprises: int
    works: Works | None


def duplicates_page(
    *,
    actor: Actor,
    now: datetime,
    candidate_id: UUID | None = None,
    after_id: UUID | None = None,
    rather_id: UUID | None = None,
    every_decision: bool = False,
) -> DuplicatesPage:
    """The queue of the actor's office, likeliest first, and the pair to look at: the one asked for, the one that comes
    after `after_id` (left for later), `rather_id` when it still waits, or the first."""
    queue = _queue(office_id=actor.office_id) if actor.office_id else []
    bands = [(one.band, one.relation, 1) for one in queue]
    if actor.office_id and len(queue) == QUEUE_LENGTH:
        # The queue shows the first of them: the others are counted.
        bands = _bands(office_id=actor.office_id)
    places = {c.id: n for n, c in enumerate(queue)}
    current = queue[places[candidate_id]] if candidate_id in places else None
    if current is None and candidate_id is not None:
        current = (
            Candidate.objects.filter(id=candidate_id, office_id=actor.office_id).select_related("left", "right").first()
        )
    elif current is None and queue:
        wanted = places[rather_id] if rather_id in places else places[after_id] + 1 if after_id in places else 0
        current = queue[wanted % len(queue)]
    limit = MOST_DECISIONS if every_decision else 12
    decided = decisions(actor.office_id, limit + 1) if actor.office_id else []
    place = places.get(current.id) if current else None
    following = queue[(place + 1) % len(queue)].id if place is not None and len(queue) > 1 else None
    return DuplicatesPage(
        queue=tuple(
            Waiting(c.id, c.left.name, c.right.name, percent(c.probability), c.band == "likely", c.relation)
            for c in queue
        ),
        waiting=sum(n for _band, _relation, n in bands),
        likely=sum(n for band, relation, n in bands if (band, relation) == ("likely", "same")),
        pair=pair_of(current) if current else None,
        next_id=following,
        decisions=tuple(decided[:limit]),
        more_decisions=len(decided) > limit and not every_decision,
        enterprises=0 if current or not actor.office_id else sum(_active(office_id=actor.office_id)),
        works=works(office_id=actor.office_id, now=now) if actor.office_id else None,
    )
