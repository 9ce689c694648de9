"""Finding pairs that may be the same, and what a person decides of them (merging itself: operations.merging)."""

import importlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from binakriya.accounts.rules import Actor, Deed, check_may, check_office
from binakriya.foundation.operations import record
from binakriya.registry.models import BatchRow, Candidate, Enterprise, EnterpriseState
from binakriya.registry.queries.facts import facts_by_id
from binakriya.registry.rules.records import record_of
from binakriya.registry.rules.refusals import Refused

KIND = "registry.candidate"
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Found:
    """How many pairs are now waiting: `new` ones of this search, by band."""

    likely: int
    possible: int
    same_owner: int


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


def _records(ids: Sequence[UUID]) -> list[Any]:
    made = []
    for start in range(0, len(ids), _CHUNK):
        part = ids[start : start + _CHUNK]
        sources = _sources(part)
        made += [record_of(str(i), f, source=sources.get(i, "")) for i, f in facts_by_id(part).items()]
    return made


def find_duplicates(
    *, office_id: UUID, by: Actor, now: datetime, enterprise_ids: Iterable[UUID] | None = None
) -> Found:
    """Compare enterprises with each other and with the rest of the office's registry; keep the pairs that a person
    should see. `enterprise_ids`: the new ones; None compares all. Decided pairs stay decided. Computes first, then
    writes in one short transaction."""
    check_may(by, Deed.REGISTRY_MERGE)
    check_office(by, office_id)
    # Splink and DuckDB take a second to load: only who looks for duplicates pays for it.
    linkage = importlib.import_module("binakriya.engines.linkage")
    active = list(
        Enterprise.objects.filter(office_id=office_id, state=EnterpriseState.ACTIVE).values_list("id", flat=True)
    )
    wanted = set(active) if enterprise_ids is None else set(enterprise_ids) & set(active)
    records = _records([i for i in active if i in wanted])
    rest = _records([i for i in active if i not in wanted])
    links = linkage.find_links(records, against=rest or None, not_same=_decided(office_id))
    found = [_candidate(office_id, link, now) for link in links]
    with transaction.atomic():
        known = {(a, b) for a, b in Candidate.objects.filter(office_id=office_id).values_list("left_id", "right_id")}
        new = [c for c in found if (c.left_id, c.right_id) not in known]
        Candidate.objects.bulk_create(new, batch_size=_CHUNK, ignore_conflicts=True)
        count = Found(
            likely=sum(c.band == "likely" and c.relation == "same" for c in new),
            possible=sum(c.band == "possible" and c.relation == "same" for c in new),
            same_owner=sum(c.relation == "same_owner" for c in new),
        )
        record(
            by=by,
            now=now,
            action="registry.duplicates_searched",
            kind="registry.office",
            object_id=office_id,
            after={
                "compared": len(records),
                "likely": count.likely,
                "possible": count.possible,
                "same_owner": count.same_owner,
            },
        )
    return count


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
