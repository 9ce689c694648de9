"""What the review of duplicates leaves to the background: searches, and merging what is almost certain.

Each may be lost half-way and run again, or run twice at once: a search gives the same pairs, a merge is one transaction
and is passed over when it stands already.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F

from binakriya.accounts.rules import Actor, Deed, check_may, check_office
from binakriya.foundation.operations import record
from binakriya.registry.models import Candidate, Merge, ReviewWork
from binakriya.registry.operations.candidates import find_duplicates, uncompared
from binakriya.registry.operations.merging import merge, undo_merge
from binakriya.registry.rules.facts import NotAFact
from binakriya.registry.rules.refusals import Refused
from binakriya.registry.rules.review import (
    ACTIVE,
    MOST_ATTEMPTS,
    MOST_MERGES,
    MOST_UNDONE,
    WorkKind,
    WorkState,
    is_lost,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The work that now stands; `start`: whether the caller is to have it done."""

    work_id: UUID
    start: bool


def ask_to_search(*, office_id: UUID, by: Actor, now: datetime) -> Asked:
    """Have the enterprises compared that are new or changed; all of them, when none is. One search an office at a time:
    asking meanwhile gives the one that runs, which afterwards takes what came in between."""
    return _ask(WorkKind.SEARCH, office_id, by, now)


def ask_to_merge_likely(*, office_id: UUID, by: Actor, now: datetime) -> Asked:
    """Have every pair merged that is almost certainly one enterprise now, as proposed. Raises Refused("no_likely")."""
    return _ask(WorkKind.MERGE, office_id, by, now)


def _ask(kind: WorkKind, office_id: UUID, by: Actor, now: datetime) -> Asked:
    check_may(by, Deed.REGISTRY_MERGE)
    check_office(by, office_id)
    try:
        with transaction.atomic():
            if standing := _standing(kind, office_id):
                return _taken_over(standing, now)
            return Asked(_begin(kind, office_id, by, now), True)
    except IntegrityError:
        # Someone else asked in the same moment.
        standing = _standing(kind, office_id)
        if standing is None:
            raise
        return Asked(standing.id, False)


def _standing(kind: WorkKind, office_id: UUID) -> ReviewWork | None:
    return ReviewWork.objects.select_for_update().filter(office_id=office_id, kind=kind, state__in=ACTIVE).first()


def _taken_over(work: ReviewWork, now: datetime) -> Asked:
    lost = is_lost(work.state, work.moved_at, now)
    if lost:
        ReviewWork.objects.filter(id=work.id).update(state=WorkState.WAITING, attempts=0, moved_at=now)
    return Asked(work.id, lost)


def _begin(kind: WorkKind, office_id: UUID, by: Actor, now: datetime) -> UUID:
    scope: list[str] = []
    if kind == WorkKind.MERGE:
        likely = Candidate.objects.filter(
            office_id=office_id, state=Candidate.State.OPEN, band="likely", relation="same"
        )
        scope = [str(i) for i in likely.order_by("-weight", "id").values_list("id", flat=True)[:MOST_MERGES]]
        if not scope:
            raise Refused("no_likely")
    work = ReviewWork.objects.create(
        office_id=office_id,
        kind=kind,
        state=WorkState.WAITING,
        by=by.label[:120],
        asked_at=now,
        moved_at=now,
        scope=scope,
        total=len(scope),
    )
    record(
        by=by,
        now=now,
        action="registry.search_asked" if kind == WorkKind.SEARCH else "registry.merges_asked",
        kind="registry.office",
        object_id=office_id,
        after={"pairs": len(scope)} if scope else {},
    )
    return work.id


def take(*, work_id: UUID, now: datetime) -> bool:
    """Begin a work, or go on with one whose worker was lost; False when it has ended or was begun too often."""
    tried = ReviewWork.objects.filter(id=work_id, state__in=ACTIVE)
    if tried.filter(attempts__lt=MOST_ATTEMPTS).update(
        state=WorkState.RUNNING, attempts=F("attempts") + 1, moved_at=now
    ):
        return True
    tried.update(state=WorkState.FAILED, problem="lost", moved_at=now)
    return False


def note_failure(*, work_id: UUID, error: Exception, now: datetime) -> bool:
    """An attempt failed; True when the work is to be tried again, else it stands as failed, with its reason."""
    standing = ReviewWork.objects.filter(id=work_id, state__in=ACTIVE)
    # What is refused now is refused the next time too.
    again = {"state": WorkState.WAITING, "moved_at": now}
    if not isinstance(error, Refused) and standing.filter(attempts__lt=MOST_ATTEMPTS).update(**again):
        return True
    standing.update(state=WorkState.FAILED, problem=_problem(error), moved_at=now)
    return False


def _problem(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return "memory"
    return "database" if isinstance(error, DatabaseError) else "unforeseen"


def search(*, work_id: UUID, by: Actor, now: datetime) -> bool:
    """Compare, and close the work; True when enterprises came or changed meanwhile, which need another search."""
    work = ReviewWork.objects.get(id=work_id)
    marked = uncompared(office_id=work.office_id)
    found = find_duplicates(office_id=work.office_id, enterprise_ids=marked or None, by=by, now=now)
    counts = {"likely": found.likely, "possible": found.possible, "same_owner": found.same_owner}
    ReviewWork.objects.filter(id=work_id, state__in=ACTIVE).update(
        state=WorkState.DONE, moved_at=now, done=found.compared, total=found.compared, found=counts, problem=""
    )
    return bool(uncompared(office_id=work.office_id))


def merge_next(*, work_id: UUID, by: Actor, now: datetime) -> bool:
    """Merge the next pair of a work, as proposed, in a transaction of its own that can be undone; False when none is
    left and the work is closed. A pair that is no longer almost certain, or that someone else settled, is passed
    over."""
    with transaction.atomic():
        work = ReviewWork.objects.select_for_update().get(id=work_id)
        if work.state not in ACTIVE:
            return False
        if work.done >= len(work.scope):
            ReviewWork.objects.filter(id=work_id).update(state=WorkState.DONE, moved_at=now, scope=[], problem="")
            return False
        pair = (
            Candidate.objects.filter(
                id=work.scope[work.done],
                office_id=work.office_id,
                state=Candidate.State.OPEN,
                band="likely",
                relation="same",
            )
            .select_related("left", "right")
            .first()
        )
        merged = 0
        if pair is not None:
            kept, gone = sorted((pair.left, pair.right), key=lambda e: (e.created_at, e.id))
            try:
                merge(kept_id=kept.id, gone_id=gone.id, picks={}, candidate_id=pair.id, work_id=work_id, by=by, now=now)
                merged = 1
            except (Refused, NotAFact):
                # Someone else was faster, or the facts don't go together: a person looks at the pair.
                merged = 0
        counts = {"merged": int(work.found.get("merged", 0)) + merged}
        ReviewWork.objects.filter(id=work_id).update(done=work.done + 1, moved_at=now, found=counts)
    return True


@dataclass(frozen=True, slots=True)
class Undone:
    """`left`: merges of the work that still stand: something was built on them, or they were too many for once."""

    undone: int
    left: int


def undo_work(*, work_id: UUID, by: Actor, now: datetime) -> Undone:
    """Take back the merges of a work that still stand, newest first, each in a transaction of its own; one on which a
    later merge was built is left. Raises Refused("unknown"), Refused("work_runs") while the work goes on."""
    check_may(by, Deed.REGISTRY_MERGE)
    work = ReviewWork.objects.filter(id=work_id, kind=WorkKind.MERGE).first()
    if work is None:
        raise Refused("unknown")
    check_office(by, work.office_id)
    if work.state in ACTIVE:
        raise Refused("work_runs")
    standing = Merge.objects.filter(work_id=work_id, undone_at__isnull=True)
    undone = 0
    for merge_id in list(standing.order_by("-at", "-id").values_list("id", flat=True)[:MOST_UNDONE]):
        try:
            undo_merge(merge_id=merge_id, by=by, now=now)
            undone += 1
        except Refused:
            continue
    return Undone(undone, standing.count())
