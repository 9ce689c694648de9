"""Finding pairs that may be the same, and what a person decides of them (merging itself: operations.merging)."""

import importlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from binakriya.accounts.rules import Actor, Deed, check_may, check_office
from binakriya.foundation.operations import record
from binakriya.registry.models import BatchRow, Candidate, Enterprise, EnterpriseState, Uncompared
from binakriya.registry.queries.facts import facts_by_id
from binakriya.registry.rules.records import record_of
from binakriya.registry.rules.refusals import Refused

KIND = "registry.candidate"
_CHUNK = 500
_SCORE = ("relation", "band", "probability", "weight", "evidence")
# So many changed enterprises are weighed anew in one go; the others wait for the next.
_MOST_RESCORED = 200


@dataclass(frozen=True, slots=True)
class Found:
    """How many pairs are now waiting: `new` ones of this search, by band; `compared` enterprises."""

    likely: int
    possible: int
    same_owner: int
    compared: int = 0


def _decided(office_id: UUID) -> set[frozenset[str]]:
    """Pairs that a person has said are not one enterprise."""
    pairs = Candidate.objects.filter(office_id=office_id).exclude(state=Candidate.State.OPEN)
    return {
        frozenset((str(a), str(b)))
        for a, b, state in pairs.values_list("left_id", "right_id", "state")
        if state in {Candidate.State.NOT_SAME, Candidate.State.SAME_OWNER}
    }


def _sources(ids: Collection[UUID]) -> dict[UUID, str]:
    rows = BatchRow.objects.filter(enterprise_id__in=ids).values_list("enterprise_id", "file_id")
    return {enterprise: str(file) for enterprise, file in rows}


def _chunks(ids: Iterable[UUID]) -> Iterator[list[UUID]]:
    every = list(ids)
    for start in range(0, len(every), _CHUNK):
        yield every[start : start + _CHUNK]


def _records(ids: Sequence[UUID]) -> list[Any]:
    made = []
    for part in _chunks(ids):
        sources = _sources(part)
        made += [record_of(str(i), f, source=sources.get(i, "")) for i, f in facts_by_id(part).items()]
    return made


def _active(office_id: UUID) -> list[UUID]:
    return list(
        Enterprise.objects.filter(office_id=office_id, state=EnterpriseState.ACTIVE).values_list("id", flat=True)
    )


def _marks(office_id: UUID) -> dict[UUID, UUID]:
    """Enterprise → token of those that are new or changed since they were last compared."""
    marked = Uncompared.objects.filter(
        enterprise__office_id=office_id, enterprise__state=EnterpriseState.ACTIVE
    ).values_list("enterprise_id", "token")
    return dict(marked)


def uncompared(*, office_id: UUID) -> list[UUID]:
    """The active enterprises of an office that are new or changed since they were last compared."""
    return list(_marks(office_id))


def find_duplicates(
    *, office_id: UUID, by: Actor, now: datetime, enterprise_ids: Iterable[UUID] | None = None
) -> Found:
    """Compare enterprises with each other and with the rest of the office's registry; keep the pairs that a person
    should see, weigh anew those that wait, let go those that no longer hold. `enterprise_ids`: the new ones; None
    compares all. Decided pairs stay decided. Computes first, then writes in one short transaction; pairs of which one
    has gone meanwhile (an import was undone, another merge was faster) are left out."""
    check_may(by, Deed.REGISTRY_MERGE)
    check_office(by, office_id)
    # Splink and DuckDB take a second to load: only who looks for duplicates pays for it.
    linkage = importlib.import_module("binakriya.engines.linkage")
    # Before the facts are read: what changes after this stays marked.
    marks = _marks(office_id)
    active = _active(office_id)
    wanted = set(active) if enterprise_ids is None else set(enterprise_ids) & set(active)
    records = _records([i for i in active if i in wanted])
    rest = _records([i for i in active if i not in wanted])
    links = linkage.find_links(records, against=rest or None, not_same=_decided(office_id))
    found = [_candidate(office_id, link, now) for link in links]
    with transaction.atomic():
        new, _changed = _keep(office_id, found, wanted=wanted, among=set(active))
        for part in _chunks(token for i, token in marks.items() if i in wanted):
            Uncompared.objects.filter(token__in=part).delete()
        count = Found(
            likely=sum(c.band == "likely" and c.relation == "same" for c in new),
            possible=sum(c.band == "possible" and c.relation == "same" for c in new),
            same_owner=sum(c.relation == "same_owner" for c in new),
            compared=len(records),
        )
        record(
            by=by,
            now=now,
            action="registry.duplicates_searched",
            kind="registry.office",
            object_id=office_id,
            after={
                "compared": count.compared,
                "likely": count.likely,
                "possible": count.possible,
                "same_owner": count.same_owner,
            },
        )
    return count


def rescore(*, office_id: UUID, by: Actor, now: datetime) -> int:
    """Weigh anew the waiting pairs of enterprises that changed (edited, merged, taken apart) since they were compared;
    how many pairs changed or went. Cheap: only those pairs are looked at. What a change makes newly alike is found by
    the next search."""
    check_may(by, Deed.REGISTRY_MERGE)
    check_office(by, office_id)
    marks = dict(
        Uncompared.objects.filter(
            enterprise__office_id=office_id, enterprise__state=EnterpriseState.ACTIVE, rescored=False
        ).values_list("enterprise_id", "token")[:_MOST_RESCORED]
    )
    if not marks:
        return 0
    waiting = Candidate.objects.filter(office_id=office_id, state=Candidate.State.OPEN)
    touching = list(waiting.filter(Q(left_id__in=marks) | Q(right_id__in=marks)).values_list("left_id", "right_id"))
    wanted = {i for pair in touching for i in pair if i in marks}
    found: list[Candidate] = []
    among: set[UUID] = set()
    if wanted:
        linkage = importlib.import_module("binakriya.engines.linkage")
        among = set(
            Enterprise.objects.filter(
                id__in={i for pair in touching for i in pair}, state=EnterpriseState.ACTIVE
            ).values_list("id", flat=True)
        )
        records = _records([i for i in among if i in wanted])
        rest = _records([i for i in among if i not in wanted])
        # An office is a city or a regency: a new row could meet every other of it.
        of_office = Enterprise.objects.filter(office_id=office_id, state=EnterpriseState.ACTIVE).count()
        links = linkage.find_links(
            records, against=rest or None, not_same=_decided(office_id), rows_in_city=float(of_office)
        )
        asked = {tuple(sorted(pair)) for pair in touching}
        found = [c for c in (_candidate(office_id, link, now) for link in links) if (c.left_id, c.right_id) in asked]
    with transaction.atomic():
        _new, changed = _keep(office_id, found, wanted=wanted, among=among)
        Uncompared.objects.filter(token__in=marks.values()).update(rescored=True)
        if changed:
            record(
                by=by,
                now=now,
                action="registry.duplicates_rescored",
                kind="registry.office",
                object_id=office_id,
                after={"compared": len(wanted), "changed": changed},
            )
    return changed


def _keep(
    office_id: UUID, found: Sequence[Candidate], *, wanted: Collection[UUID], among: Collection[UUID]
) -> tuple[list[Candidate], int]:
    """Write what a search found: new pairs, new weights of waiting ones; waiting pairs of the `wanted` with others
    `among` the compared that were not found again go. The new ones, and how many others changed."""
    alive: set[UUID] = set()
    for part in _chunks(sorted({i for c in found for i in (c.left_id, c.right_id)})):
        # Held until the pairs stand: an undo that would remove one of them waits, and then removes the pair too.
        held = Enterprise.objects.select_for_update().filter(id__in=part, state=EnterpriseState.ACTIVE).order_by("id")
        alive |= set(held.values_list("id", flat=True))
    standing = [c for c in found if c.left_id in alive and c.right_id in alive]
    known = {(c.left_id, c.right_id): c for c in Candidate.objects.filter(office_id=office_id)}
    new = [c for c in standing if (c.left_id, c.right_id) not in known]
    Candidate.objects.bulk_create(new, batch_size=_CHUNK, ignore_conflicts=True)
    weighed = []
    for one in standing:
        old = known.get((one.left_id, one.right_id))
        if old is None or old.state != Candidate.State.OPEN:
            continue
        if any(getattr(old, name) != getattr(one, name) for name in _SCORE):
            for name in _SCORE:
                setattr(old, name, getattr(one, name))
            weighed.append(old)
    Candidate.objects.bulk_update(weighed, _SCORE, batch_size=_CHUNK)
    again = {(c.left_id, c.right_id) for c in found}
    gone = [
        c.id
        for pair, c in known.items()
        if c.state == Candidate.State.OPEN
        and pair not in again
        and (pair[0] in wanted or pair[1] in wanted)
        and pair[0] in among
        and pair[1] in among
    ]
    for part in _chunks(gone):
        Candidate.objects.filter(id__in=part, state=Candidate.State.OPEN).delete()
    return new, len(weighed) + len(gone)


def _candidate(office_id: UUID, link: Any, now: datetime) -> Candidate:
    left, right = sorted((UUID(link.left), UUID(link.right)))
    return Candidate(
        office_id=office_id,
        left_id=left,
        right_id=right,
        relation=link.relation,
        band=link.band,
        probability=min(1.0, max(0.0, float(link.probability))),
        weight=float(link.weight),
        # Values are read from the enterprises when shown: nothing personal is stored here.
        evidence=[{"code": e.code, "weight": round(float(e.weight), 2)} for e in link.evidence],
        found_at=now,
    )


def _open_candidate(candidate_id: UUID, by: Actor) -> Candidate:
    found = Candidate.objects.select_for_update().filter(id=candidate_id).first()
    if found is None:
        raise Refused("unknown")
    check_office(by, found.office_id)
    return found


def decide(*, candidate_id: UUID, state: str, by: Actor, now: datetime) -> bool:
    """Say that a pair is not the same (`not_same`) or two businesses of one owner (`same_owner`); remembered, so that
    no later list asks again. `open` takes a decision back. False when it already stands so."""
    check_may(by, Deed.REGISTRY_MERGE)
    if state not in {Candidate.State.OPEN, Candidate.State.NOT_SAME, Candidate.State.SAME_OWNER}:
        raise ValueError(state)
    with transaction.atomic():
        candidate = _open_candidate(candidate_id, by)
        if candidate.state == state:
            return False
        if candidate.state == Candidate.State.MERGED:
            raise Refused("already_merged")
        before = candidate.state
        Candidate.objects.filter(id=candidate_id).update(
            state=state,
            decided_at=None if state == Candidate.State.OPEN else now,
            decided_by="" if state == Candidate.State.OPEN else by.label[:120],
        )
        names = Enterprise.objects.in_bulk([candidate.left_id, candidate.right_id])
        record(
            by=by,
            now=now,
            action=f"registry.{state}" if state != Candidate.State.OPEN else "registry.reopened",
            kind=KIND,
            object_id=candidate_id,
            label=" / ".join(e.name for e in names.values())[:200],
            before={"state": before},
            after={"state": state, "left": str(candidate.left_id), "right": str(candidate.right_id)},
        )
    return True
