"""Two enterprises become one, and back."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from binakriya.accounts.rules import Actor, Deed, check_may, check_office
from binakriya.foundation.operations import record_many
from binakriya.foundation.rules.ledger import Line
from binakriya.registry.followers import follow, unfollow
from binakriya.registry.models import (
    BatchRow,
    Candidate,
    Document,
    Enterprise,
    EnterpriseState,
    LinkedPerson,
    Membership,
    Merge,
    Note,
)
from binakriya.registry.operations.writing import mark_uncompared, overwrite, refresh_search
from binakriya.registry.queries.facts import facts_by_id
from binakriya.registry.rules.facts import Facts, TurnoverFact, check, differences, tidy
from binakriya.registry.rules.links import Link, Way, asked, staying
from binakriya.registry.rules.merging import Side, merged, unmerged
from binakriya.registry.rules.refusals import Refused

KIND = "registry.enterprise"


def _to_json(facts: Facts) -> dict[str, Any]:
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in asdict(facts).items()}


def _from_json(stored: Mapping[str, Any]) -> Facts:
    values = {f.name: stored[f.name] for f in fields(Facts) if f.name in stored}
    for name, value in values.items():
        if isinstance(value, list) and name != "turnovers":
            values[name] = tuple(value)
    values["born"] = date.fromisoformat(values["born"]) if values.get("born") else None
    values["turnovers"] = tuple(TurnoverFact(**t) for t in values.get("turnovers", ()))
    return Facts(**values)


def _both(kept_id: UUID, gone_id: UUID, by: Actor) -> tuple[Enterprise, Enterprise]:
    """Both enterprises of the actor's office, held in a fixed order so that two merges can't block each other."""
    if kept_id == gone_id:
        raise Refused("same_enterprise")
    rows = {e.id: e for e in Enterprise.objects.select_for_update().filter(id__in=[kept_id, gone_id]).order_by("id")}
    if len(rows) < 2:
        raise Refused("unknown")
    for row in rows.values():
        check_office(by, row.office_id)
    if rows[kept_id].office_id != rows[gone_id].office_id:
        raise Refused("other_office")
    return rows[kept_id], rows[gone_id]


def _move_memberships(kept_id: UUID, gone_id: UUID) -> dict[str, Any]:
    """Memberships of the gone one that the kept one lacks are moved; the others stay where they are. One that was taken
    away from the kept one stands again."""
    has = {m.association_id: m for m in Membership.all_rows.filter(enterprise_id=kept_id)}
    moved: list[str] = []
    numbered: list[list[str]] = []
    revived: list[list[str]] = []
    for membership in Membership.objects.filter(enterprise_id=gone_id):
        mine = has.get(membership.association_id)
        if mine is None:
            moved.append(str(membership.id))
        elif mine.removed_at is not None:
            Membership.all_rows.filter(id=mine.id).update(removed_at=None)
            revived.append([str(mine.id), mine.removed_at.isoformat()])
        if mine is not None and membership.number and not mine.number:
            Membership.all_rows.filter(id=mine.id).update(number=membership.number)
            numbered.append([str(mine.id), membership.number])
    Membership.objects.filter(id__in=moved).update(enterprise_id=kept_id)
    return {"moved": moved, "numbered": numbered, "revived": revived}


def _unmove_memberships(snapshot: Mapping[str, Any], gone_id: UUID) -> None:
    Membership.all_rows.filter(id__in=snapshot["moved"]).update(enterprise_id=gone_id)
    for membership_id, number in _numbered(snapshot["numbered"]):
        # A number that was edited since stays with the kept one.
        Membership.all_rows.filter(id=membership_id, number=number).update(number="")
    for membership_id, removed_at in snapshot.get("revived", ()):
        Membership.all_rows.filter(id=membership_id).update(removed_at=datetime.fromisoformat(removed_at))


def _move_people(
    kept_id: UUID,
    gone_id: UUID,
    confirmed: Collection[UUID] | None,
    asked_about: Collection[UUID] | None,
    by: Actor,
    now: datetime,
) -> dict[str, Any]:
    """Who cares for the merged enterprise (rules.links). The rows of the gone one stay as they are, for the undo; those
    of the kept one are noted. Raises Refused: people_unconfirmed when someone has to be asked and nobody was,
    people_changed when others have to be asked than were."""
    rows = list(LinkedPerson.objects.filter(enterprise_id__in=[kept_id, gone_id]))
    links = [Link(r.person_id, r.way, r.enterprise_id == kept_id) for r in rows]
    if confirmed is None and asked(links):
        raise Refused("people_unconfirmed")
    if asked_about is not None and asked(links) != set(asked_about):
        raise Refused("people_changed")
    stay = staying(links, confirmed or ())
    was = [r for r in rows if r.enterprise_id == kept_id]
    LinkedPerson.objects.filter(id__in=[r.id for r in was if r.person_id not in stay]).delete()
    for person_id in stay:
        known = next((r for r in was if r.person_id == person_id), None)
        if known is None or known.way == Way.REGISTERED:
            LinkedPerson.objects.update_or_create(
                enterprise_id=kept_id,
                person_id=person_id,
                defaults={"way": Way.OFFICER, "by": by.label[:120], "at": now},
            )
    return {
        "before": [[str(r.person_id), r.way, r.by, r.at.isoformat()] for r in was],
        "after": sorted(str(i) for i in stay),
    }


def _unmove_people(snapshot: Mapping[str, Any], kept_id: UUID) -> None:
    """As before the merge; whoever was linked since stays, whoever was unlinked since does not come back."""
    before, after = {row[0]: row for row in snapshot["before"]}, set(snapshot["after"])
    for row in LinkedPerson.objects.filter(enterprise_id=kept_id, person_id__in=after):
        if str(row.person_id) not in before:
            row.delete()
    for person_id, (_person, way, by, at) in before.items():
        given = {"way": way, "by": by, "at": datetime.fromisoformat(at)}
        mine = LinkedPerson.objects.filter(enterprise_id=kept_id, person_id=person_id)
        if person_id in after:
            mine.update(**given)
        elif not mine.exists():
            LinkedPerson.objects.create(enterprise_id=kept_id, person_id=person_id, **given)


def _numbered(kept: Sequence[Any]) -> list[tuple[str, str]]:
    """Membership and the number that the merge gave it. Older snapshots hold no number: nothing is taken back there."""
    return [(one[0], one[1]) for one in kept if isinstance(one, list)]


def _move(model: type[Document] | type[Note] | type[BatchRow], kept_id: UUID, gone_id: UUID) -> list[str]:
    # What was taken away moves too: it may be brought back.
    rows = model._base_manager.filter(enterprise_id=gone_id)
    ids = [str(i) for i in rows.values_list("id", flat=True)]
    rows.update(enterprise_id=kept_id)
    return ids


def _turn_candidates(kept_id: UUID, gone_id: UUID, by: Actor, now: datetime) -> list[dict[str, Any]]:
    """Pairs with the gone one are turned to the kept one; a pair that then stands twice is closed. What they were is
    returned, for the undo."""
    was = []
    pairs = Candidate.objects.filter(left_id=gone_id) | Candidate.objects.filter(right_id=gone_id)
    for pair in pairs:
        other = pair.right_id if pair.left_id == gone_id else pair.left_id
        was.append(
            {
                "id": str(pair.id),
                "left": str(pair.left_id),
                "right": str(pair.right_id),
                "state": pair.state,
                "decided_at": pair.decided_at.isoformat() if pair.decided_at else "",
                "decided_by": pair.decided_by,
            }
        )
        if other == kept_id:
            pair.state, pair.decided_at, pair.decided_by = Candidate.State.MERGED, now, by.label[:120]
            pair.save(update_fields=["state", "decided_at", "decided_by"])
            continue
        left, right = sorted((kept_id, other))
        if Candidate.objects.filter(left_id=left, right_id=right).exists():
            if pair.state == Candidate.State.OPEN:
                pair.state, pair.decided_at, pair.decided_by = Candidate.State.MERGED, now, by.label[:120]
                pair.save(update_fields=["state", "decided_at", "decided_by"])
        else:
            pair.left_id, pair.right_id = left, right
            pair.save(update_fields=["left", "right"])
    return was


def merge(
    *,
    kept_id: UUID,
    gone_id: UUID,
    picks: Mapping[str, Side],
    by: Actor,
    now: datetime,
    candidate_id: UUID | None = None,
    people: Collection[UUID] | None = None,
    asked_about: Collection[UUID] | None = None,
    work_id: UUID | None = None,
) -> UUID:
    """Make one of two enterprises; the other is kept as merged, with its history. `picks`: choice key → "a" (kept) or
    "b" (gone); see rules.merging. `people`: the accounts that the officer ticked to care for it (rules.links); None:
    nobody was asked. `asked_about`: those that the officer saw, ticked or not. `work_id`: the work that merges many at
    once. Returns the merge's id. Raises Refused: not_active when one is merged or archived, people_unconfirmed,
    people_changed."""
    check_may(by, Deed.REGISTRY_MERGE)
    with transaction.atomic():
        kept, gone = _both(kept_id, gone_id, by)
        if kept.state != EnterpriseState.ACTIVE or gone.state != EnterpriseState.ACTIVE:
            raise Refused("not_active")
        if (
            candidate_id is not None
            and not Candidate.objects.filter(
                id=candidate_id,
                office_id=kept.office_id,
                left_id__in=[kept_id, gone_id],
                right_id__in=[kept_id, gone_id],
            ).exists()
        ):
            raise Refused("unknown")
        facts = facts_by_id([kept_id, gone_id])
        before, other = facts[kept_id], facts[gone_id]
        result = tidy(merged(before, other, picks))
        check(result)
        snapshot: dict[str, Any] = {
            "updated": [kept.updated_at.isoformat(), gone.updated_at.isoformat()],
            "unchecked": [kept.unchecked, gone.unchecked],
            "kept": _to_json(before),
            "result": _to_json(result),
            "memberships": _move_memberships(kept_id, gone_id),
            "documents": _move(Document, kept_id, gone_id),
            "notes": _move(Note, kept_id, gone_id),
            "rows": _move(BatchRow, kept_id, gone_id),
            "candidates": _turn_candidates(kept_id, gone_id, by, now),
            "people": _move_people(kept_id, gone_id, people, asked_about, by, now),
            "followers": follow(kept_id=kept_id, gone_id=gone_id),
        }
        overwrite(kept_id, before=before, after=result, now=now)
        # Whoever merges has looked at both.
        Enterprise.objects.filter(id=kept_id).update(unchecked=False)
        Enterprise.objects.filter(id=gone_id).update(
            unchecked=False, state=EnterpriseState.MERGED, merged_into_id=kept_id, updated_at=now
        )
        made = Merge.objects.create(
            kept_id=kept_id,
            gone_id=gone_id,
            candidate_id=candidate_id,
            work_id=work_id,
            snapshot=json.dumps(snapshot, ensure_ascii=False),
            by=by.label[:120],
            at=now,
        )
        old, new = differences(before, result)
        record_many(
            by=by,
            now=now,
            lines=[
                Line("registry.merged", KIND, str(kept_id), result.name, old, {**new, "absorbed": str(gone_id)}),
                Line("registry.merged_away", KIND, str(gone_id), other.name, {}, {"merged_into": str(kept_id)}),
            ],
        )
    return made.id


def _check_undoable(made: Merge, kept: Enterprise) -> None:
    if made.undone_at is not None:
        raise Refused("already_undone")
    if kept.state != EnterpriseState.ACTIVE:
        raise Refused("not_active")
    # Later merges into the same enterprise were built on this one: they are undone first, newest first.
    if Merge.objects.filter(kept_id=kept.id, undone_at__isnull=True, at__gt=made.at).exists():
        raise Refused("later_merge")


def undo_merge(*, merge_id: UUID, by: Actor, now: datetime) -> None:
    """Take a merge back: both stand as before, but what was edited since stays with the kept one."""
    check_may(by, Deed.REGISTRY_MERGE)
    with transaction.atomic():
        made = Merge.objects.select_for_update().filter(id=merge_id).first()
        if made is None:
            raise Refused("unknown")
        kept, gone = _both(made.kept_id, made.gone_id, by)
        _check_undoable(made, kept)
        snapshot = json.loads(made.snapshot)
        current = facts_by_id([kept.id])[kept.id]
        back = unmerged(current, _from_json(snapshot["result"]), _from_json(snapshot["kept"]))
        _unmove_memberships(snapshot["memberships"], gone.id)
        Document.all_rows.filter(id__in=snapshot["documents"]).update(enterprise_id=gone.id)
        Note.all_rows.filter(id__in=snapshot["notes"]).update(enterprise_id=gone.id)
        BatchRow.objects.filter(id__in=snapshot["rows"]).update(enterprise_id=gone.id)
        if "people" in snapshot:
            _unmove_people(snapshot["people"], kept.id)
        unfollow(snapshot.get("followers", {}), kept_id=kept.id, gone_id=gone.id)
        for was in snapshot["candidates"]:
            # Older snapshots do not say who had decided.
            decided_at = was.get("decided_at")
            Candidate.objects.filter(id=was["id"]).update(
                left_id=was["left"],
                right_id=was["right"],
                state=was["state"],
                decided_at=datetime.fromisoformat(decided_at) if decided_at else None,
                decided_by=was.get("decided_by", ""),
            )
        # Nothing was edited meanwhile: then both were last changed when they were, before the merge.
        same = current == _from_json(snapshot["result"])
        kept_at, gone_at = (datetime.fromisoformat(t) for t in snapshot.get("updated", [now.isoformat()] * 2))
        kept_new, gone_new = snapshot.get("unchecked", [False, False])
        Enterprise.objects.filter(id=gone.id).update(
            state=EnterpriseState.ACTIVE, merged_into=None, updated_at=gone_at, unchecked=gone_new
        )
        if kept_new and same:
            Enterprise.objects.filter(id=kept.id).update(unchecked=True)
        overwrite(kept.id, before=current, after=back, now=kept_at if same else now)
        refresh_search(gone.id, facts_by_id([gone.id])[gone.id])
        mark_uncompared(gone.id)
        Merge.objects.filter(id=merge_id).update(undone_at=now)
        old, new = differences(current, back)
        record_many(
            by=by,
            now=now,
            lines=[
                Line("registry.unmerged", KIND, str(kept.id), back.name, old, {**new, "released": str(gone.id)}),
                Line("registry.unmerged", KIND, str(gone.id), gone.name, {"merged_into": str(kept.id)}, {}),
            ],
        )
