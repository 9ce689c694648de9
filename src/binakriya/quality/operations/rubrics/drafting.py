"""Changes of a draft. Each carries in `seen` what its form was made from: what another person changed meanwhile is not
overwritten unseen. What is published is never touched."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from binakriya.accounts.rules import Actor, Refused
from binakriya.quality.operations.rubrics.common import draft_of, held, say, write
from binakriya.quality.rules.rubrics import Criterion, Rubric, read_rubric
from binakriya.quality.rules.rubrics.content import WHOLE
from binakriya.quality.rules.rubrics.editing import (
    AnyPart,
    PartName,
    mark_of_facts,
    mark_of_part,
    mark_of_weights,
    moved,
    part_of,
    put,
    weighted,
    without,
)


def change_facts(*, rubric_id: UUID, facts: Rubric, seen: str, by: Actor, now: datetime) -> bool:
    """Title, use, materials, techniques, scale and sources as in `facts`; its parts are not looked at. False when
    nothing differs. Raises NotAllowed, Rubric.DoesNotExist, Refused: no_draft, rubric_stale, title_needed."""
    if not facts.title.id.strip():
        raise Refused("title_needed")

    def change(rubric: Rubric) -> Rubric:
        return replace(facts, criteria=rubric.criteria, gates=rubric.gates, defects=rubric.defects)

    return _change(rubric_id, change, mark_of_facts, seen, "facts", by, now)


def change_weights(*, rubric_id: UUID, weights: Mapping[str, int], seen: str, by: Actor, now: datetime) -> bool:
    """In percent, by criterion; all together 100. Raises as `change_facts`, and Refused("weights_sum")."""
    total = sum(weights.values())
    if total != WHOLE or any(one < 1 for one in weights.values()):
        raise Refused("weights_sum", sum=total, wanted=WHOLE)
    return _change(rubric_id, lambda rubric: weighted(rubric, weights), mark_of_weights, seen, "weights", by, now)


def put_part(*, rubric_id: UUID, name: PartName, part: AnyPart, seen: str, by: Actor, now: datetime) -> bool:
    """A new part (without a key) or one as it is now. The weight of a criterion that is there stays as it is. Raises
    as `change_facts`, and Refused("part_gone"), Refused("part_there") when a new one has the title of another."""

    def change(rubric: Rubric) -> Rubric:
        before = part_of(rubric, name, part.key)
        if part.key and before is None:
            raise Refused("part_gone")
        if not part.key and any(one.title.id == part.title.id for one in getattr(rubric, name)):
            raise Refused("part_there")
        kept = part
        if isinstance(part, Criterion) and isinstance(before, Criterion):
            kept = replace(part, weight=before.weight)
        return put(rubric, name, kept)

    def mark(rubric: Rubric) -> str:
        return mark_of_part(rubric, name, part.key) if part.key else seen

    return _change(rubric_id, change, mark, seen, name, by, now)


def move_part(*, rubric_id: UUID, name: PartName, key: str, up: bool, by: Actor, now: datetime) -> bool:
    """One place up or down. False at the end. Raises as `change_facts`, and Refused("part_gone")."""
    return _change(rubric_id, lambda rubric: _there(moved, rubric, name, key, up=up), None, "", name, by, now)


def remove_part(*, rubric_id: UUID, name: PartName, key: str, by: Actor, now: datetime) -> bool:
    """To be taken back with `take_back`. Raises as `change_facts`, and Refused("part_gone")."""
    return _change(rubric_id, lambda rubric: _there(without, rubric, name, key), None, "", name, by, now)


def take_back(*, rubric_id: UUID, by: Actor, now: datetime, seen: str = "") -> bool:
    """The draft says what it said before its last change; again, and it says the later again. `seen`: the digest of
    the draft whose last change is meant, so that nobody else's is taken back; "" for whichever. False when there is
    nothing. Raises NotAllowed, Rubric.DoesNotExist, Refused: no_draft, rubric_stale."""
    with transaction.atomic():
        row = held(rubric_id, by)
        draft = draft_of(row)
        if seen and draft.digest != seen:
            raise Refused("rubric_stale")
        if draft.before is None:
            return False
        draft.rubric = row
        rubric = read_rubric(draft.before)
        write(draft, rubric, by=by, now=now)
        say("taken_back", row, by=by, now=now, after={"version": draft.number, "digest": draft.digest})
    return True


def _there(deed: Callable[..., Rubric], *args: object, **kwargs: object) -> Rubric:
    try:
        return deed(*args, **kwargs)
    except KeyError:
        raise Refused("part_gone") from None


def _change(
    rubric_id: UUID,
    change: Callable[[Rubric], Rubric],
    mark: Callable[[Rubric], str] | None,
    seen: str,
    what: str,
    by: Actor,
    now: datetime,
) -> bool:
    with transaction.atomic():
        row = held(rubric_id, by)
        draft = draft_of(row)
        draft.rubric = row
        rubric = read_rubric(draft.content)
        changed = change(rubric)
        if mark is not None and mark(rubric) != seen and changed != rubric:
            raise Refused("rubric_stale")
        if not write(draft, changed, by=by, now=now):
            return False
        say("changed", row, by=by, now=now, after={"version": draft.number, "part": what})
    return True
