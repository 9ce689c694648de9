"""What an assessor says of a product: saved field by field, sent, opened again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from binakriya.accounts.rules import Actor, Refused
from binakriya.foundation.operations import record
from binakriya.products.queries.photos import photo_rows
from binakriya.quality.models import Assignment, Defect, Recusal, Round, Save, Scoring
from binakriya.quality.queries.rounds.scope import seen_assignment
from binakriya.quality.rules.rounds import check_score
from binakriya.quality.rules.rubrics import Rubric, read_rubric
from binakriya.quality.rules.scoring import DEFECTS_MOST, Answer, Merged, lacking, merge, read_changes, settle, total
from binakriya.registry.queries import enterprises_of_person

KIND = "quality.scoring"
NONCE_MOST, DEVICE_MOST = 64, 40


@dataclass(frozen=True, slots=True)
class Saved:
    """`revision`: what the device has seen now. `conflicts`: field → what stands and what came from another device.
    `again`: the same save had come before, nothing was written."""

    revision: int
    state: str
    fields: Mapping[str, Any]
    conflicts: Mapping[str, Mapping[str, Any]]
    again: bool = False


def save_scoring(
    *,
    assignment_id: UUID,
    changes: object,
    base: int,
    nonce: str,
    by: Actor,
    now: datetime,
    device: str = "",
    client_at: datetime | None = None,
) -> Saved:
    """What changed on a device since it had seen revision `base`, field by field (`rules.scoring`). Safe to send again:
    the same `nonce` answers what stands and writes nothing. A field that another device changed meanwhile is kept
    beside, for the assessor to choose.

    Raises NotAllowed, Assignment.DoesNotExist (also for another's), Refused: round_not_open, round_closed,
    scoring_sent, own_product, recused, nonce_needed, scoring_field, scoring_value, scoring_long, defect_value,
    defect_photo, defects_most."""
    with transaction.atomic():
        given, rubric = _held(assignment_id, by, now)
        if not nonce or len(nonce) > NONCE_MOST:
            raise Refused("nonce_needed")
        row = _row(given, now)
        if row.saves.filter(nonce=nonce).exists():
            return _saved(row, again=True)
        _check_open(given, row)
        photos = {str(one.id) for one in photo_rows(given.product.product_id)}
        # A photo that was taken away meanwhile must not lose what was marked on it before.
        photos |= {str(one) for one in row.defects.values_list("photo_id", flat=True) if one}
        said = read_changes(changes, rubric=rubric, photos=photos)
        before = row.revision
        made = merge(
            fields=row.fields,
            marks={name: (at, who) for name, (at, who) in row.marks.items()},
            conflicts=row.conflicts,
            revision=row.revision,
            base=max(0, min(base, row.revision)),
            device=device[:DEVICE_MOST],
            changes=said,
        )
        _keep(row, made, now)
        Save.objects.create(
            scoring=row,
            nonce=nonce,
            device=device[:DEVICE_MOST],
            base=max(0, min(base, before)),
            revision=row.revision,
            changes=said,
            conflicts=[name for name in made.changed if name in made.conflicts],
            client_at=client_at,
            at=now,
        )
        if before == 0 and row.revision:
            _say("begun", given, by=by, now=now)
    return _saved(row)


def settle_conflict(
    *, assignment_id: UUID, name: str, take_other: bool, by: Actor, now: datetime, device: str = ""
) -> Saved:
    """The assessor chose which of two values counts; the other stays in the saves. Raises as `save_scoring`."""
    with transaction.atomic():
        given, _rubric = _held(assignment_id, by, now)
        row = _row(given, now)
        _check_open(given, row)
        made = settle(
            fields=row.fields,
            marks={key: (at, who) for key, (at, who) in row.marks.items()},
            conflicts=row.conflicts,
            revision=row.revision,
            device=device[:DEVICE_MOST],
            name=name,
            take_other=take_other,
        )
        if made.changed:
            _keep(row, made, now)
            _say("settled", given, by=by, now=now, after={"field": name.partition(":")[2] or name})
    return _saved(row)


def submit_scoring(*, assignment_id: UUID, by: Actor, now: datetime) -> Saved:
    """Sent: locked until the assessor opens it again. Sent twice is sent once. Raises as `save_scoring`; also Refused:
    scoring_lacks (`fields`: which), scoring_conflicts."""
    with transaction.atomic():
        given, rubric = _held(assignment_id, by, now)
        row = _row(given, now)
        if row.state == "submitted":
            return _saved(row, again=True)
        _check_open(given, row)
        if row.conflicts:
            raise Refused("scoring_conflicts", n=len(row.conflicts))
        answer = Answer.of(row.fields)
        if missing := lacking(answer.values, answer.gates, rubric):
            raise Refused("scoring_lacks", n=len(missing), fields=missing)
        row.state, row.submitted_at, row.saved_at = "submitted", now, now
        row.total = round(total(answer.values, rubric), 6)
        row.save(update_fields=["state", "submitted_at", "saved_at", "total"])
        _say("sent", given, by=by, now=now, after={"revision": row.revision})
    return _saved(row)


def reopen_scoring(*, assignment_id: UUID, by: Actor, now: datetime) -> Saved:
    """The assessor goes on with what they had sent, until the round is closed. Raises NotAllowed,
    Assignment.DoesNotExist, Refused: round_closed, round_not_open."""
    with transaction.atomic():
        given, _rubric = _held(assignment_id, by, now)
        row = _row(given, now)
        check_score(given.product.round.state)
        if row.state == "draft":
            return _saved(row, again=True)
        row.state, row.submitted_at, row.total = "draft", None, None
        row.save(update_fields=["state", "submitted_at", "total"])
        _say("reopened", given, by=by, now=now)
    return _saved(row)


def _held(assignment_id: UUID, by: Actor, now: datetime) -> tuple[Assignment, Rubric]:
    """The assignment, its round locked against closing meanwhile."""
    given = seen_assignment(assignment_id, by)
    # The round's row is what closing takes first: nothing is sent while a result is made.
    given.product.round = Round.objects.select_for_update(no_key=True).get(id=given.product.round_id)
    return given, read_rubric(given.product.version.content)


def _row(given: Assignment, now: datetime) -> Scoring:
    row, _new = Scoring.objects.get_or_create(assignment=given, defaults={"began_at": now, "saved_at": now})
    return Scoring.objects.select_for_update(no_key=True).get(id=row.id)


def _check_open(given: Assignment, row: Scoring) -> None:
    check_score(given.product.round.state)
    if row.state == "submitted":
        raise Refused("scoring_sent")
    if given.product.product.maker_id in {card.id for card in enterprises_of_person(given.assessor.person_id)}:
        raise Refused("own_product")
    if Recusal.objects.filter(assessor=given.assessor, product=given.product).exists():
        raise Refused("recused")


def _keep(row: Scoring, made: Merged, now: datetime) -> None:
    answer = Answer.of(made.fields)
    if len(answer.defects) > DEFECTS_MOST:
        raise Refused("defects_most", most=DEFECTS_MOST)
    row.fields, row.conflicts, row.revision, row.saved_at = made.fields, made.conflicts, made.revision, now
    row.marks = {name: list(mark) for name, mark in made.marks.items()}
    row.save(update_fields=["fields", "marks", "conflicts", "revision", "saved_at"])
    if any(name.startswith("defect:") for name in made.changed):
        row.defects.all().delete()
        Defect.objects.bulk_create(
            Defect(
                scoring=row,
                key=key,
                photo_id=UUID(one.photo) if one.photo else None,
                x=one.x,
                y=one.y,
                kind=one.kind,
                severity=one.severity,
                cause=one.cause,
            )
            for key, one in answer.defects.items()
        )


def _saved(row: Scoring, *, again: bool = False) -> Saved:
    conflicts = {
        name: {"here": row.fields.get(name), "other": one["value"], "device": one["device"]}
        for name, one in row.conflicts.items()
    }
    return Saved(row.revision, row.state, dict(row.fields), conflicts, again)


def _say(action: str, given: Assignment, *, by: Actor, now: datetime, after: dict[str, Any] | None = None) -> None:
    round_ = given.product.round
    record(
        by=by,
        now=now,
        office_id=round_.office_id,
        action=f"quality.scoring_{action}",
        kind=KIND,
        object_id=given.id,
        label=f"{round_.title}, {given.product.number}"[:200],
        after=after or {},
    )
