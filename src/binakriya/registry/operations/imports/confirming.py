"""A confirmed import becomes enterprises, in one transaction; undone as long as nobody built on it.

A row lends its id to the enterprise that it becomes: the database itself refuses to write a row twice.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Model, Q
from django.utils import timezone

from binakriya.accounts.queries import organisations
from binakriya.accounts.rules import Actor
from binakriya.foundation.operations import record_many
from binakriya.foundation.rules.ledger import Line
from binakriya.registry.models import (
    Batch,
    BatchFile,
    BatchRow,
    Candidate,
    Contact,
    Enterprise,
    LearnedHeader,
    Membership,
    Merge,
    Owner,
    ProductWord,
    SearchText,
    Turnover,
    Uncompared,
)
from binakriya.registry.operations.imports.moving import batch_of, move, must_move
from binakriya.registry.operations.imports.rows import facts_from, source_of, unpack, values_of
from binakriya.registry.operations.merging import undo_merge
from binakriya.registry.operations.writing import Insert, build, inserts, run
from binakriya.registry.queries.imports.states import merges_of_import
from binakriya.registry.rules.batches import BatchState
from binakriya.registry.rules.facts import for_ledger
from binakriya.registry.rules.headers import learnable
from binakriya.registry.rules.list_rows import has_name
from binakriya.registry.rules.refusals import Refused

# A writer that has not ended by then is lost (the process died); another may begin anew.
LOST_AFTER = timedelta(minutes=5)
# How many ids one question holds: databases bound the number of parameters.
_IDS = 5000


@dataclass(frozen=True, slots=True)
class Written:
    """`enterprises` written by this import, now or before; `rows_left_out`: rows that nobody's name stands in."""

    batch_id: UUID
    enterprises: int
    rows_left_out: int


def ask_to_write(
    *, batch_id: UUID, associations: Mapping[UUID, UUID | None] | None = None, by: Actor, now: datetime
) -> bool:
    """Hold an import that was read for writing; True for the one who is to call `write_import` now. `associations`:
    file → association that its rows are members of. An import that is written already answers False."""
    batch = batch_of(batch_id, by)
    if batch.state == BatchState.CONFIRMED:
        return False
    if batch.state == BatchState.WRITING:
        lost = Batch.objects.filter(id=batch_id, state=BatchState.WRITING, moved_at__lt=now - LOST_AFTER)
        return bool(lost.update(moved_at=now))
    if not BatchRow.objects.filter(file__batch_id=batch_id, included=True).exists():
        raise Refused("nothing_to_write")
    known = {o.id for o in organisations(kind="association")}
    with transaction.atomic():
        if not move(batch, BatchState.WRITING, now=now, rows_done=0):
            if Batch.objects.filter(id=batch_id, state__in=[BatchState.WRITING, BatchState.CONFIRMED]).exists():
                return False
            raise Refused("batch_state")
        for file_id, association_id in (associations or {}).items():
            if association_id is None or association_id in known:
                BatchFile.objects.filter(id=file_id, batch_id=batch_id).update(association_id=association_id)
    return True


def write_import(*, batch_id: UUID, by: Actor, now: datetime) -> Written:
    """Write the enterprises of an import held by `ask_to_write`. Everything is computed first; the transaction only
    writes. On any error the import goes back to where it was, with nothing written."""
    batch = batch_of(batch_id, by)
    if batch.state != BatchState.WRITING:
        return Written(batch_id, BatchRow.objects.filter(file__batch_id=batch_id, enterprise__isnull=False).count(), 0)
    try:
        prepared = _prepare(batch, by, now)
        with transaction.atomic():
            must_move(
                batch,
                BatchState.CONFIRMED,
                now=now,
                decided_at=now,
                decided_by=by.label[:120],
                rows_done=len(prepared.ids),
            )
            _write(batch, prepared, by, now)
    except BaseException:
        # Not through `batch`: the failed transaction may have moved it in memory.
        Batch.objects.filter(id=batch_id, state=BatchState.WRITING).update(state=BatchState.READY, moved_at=now)
        raise
    return Written(batch_id, len(prepared.ids), prepared.left_out)


def confirm_import(
    *, batch_id: UUID, associations: Mapping[UUID, UUID | None] | None = None, by: Actor, now: datetime
) -> Written:
    """Both steps at once, for the shell. Called twice it writes once."""
    ask_to_write(batch_id=batch_id, associations=associations, by=by, now=now)
    return write_import(batch_id=batch_id, by=by, now=now)


@dataclass(frozen=True, slots=True)
class _Prepared:
    ids: list[UUID]
    inserts: list[Insert]
    lines: list[Line]
    learned: list[LearnedHeader]
    left_out: int


def _prepare(batch: Batch, by: Actor, now: datetime) -> _Prepared:
    built = []
    lines: list[Line] = []
    learned: dict[str, LearnedHeader] = {}
    left_out = 0
    for file in batch.files.all():
        as_of = batch.as_of or _as_of(file, now)
        for row in file.rows.filter(included=True).iterator(chunk_size=1000):
            values = values_of(unpack(row))
            if not has_name(values):
                left_out += 1
                continue
            source = source_of(file, row)
            understood = facts_from(values, as_of=as_of, source=source)
            members = [(file.association_id, understood.member_number)] if file.association_id else []
            one = build(understood.facts, office_id=batch.office_id, now=now, memberships=members, enterprise_id=row.id)
            built.append(one)
            told = {**for_ledger(one.facts), "source": source}
            lines.append(Line("registry.imported", "registry.enterprise", str(row.id), one.facts.name, {}, told))
        for header, field in learnable(file.reading.get("columns", ())):
            learned[header] = LearnedHeader(office_id=batch.office_id, header=header, field=field)
    return _Prepared([b.enterprise.id for b in built], inserts(built), lines, list(learned.values()), left_out)


def _as_of(file: BatchFile, now: datetime) -> date:
    """The day of the list, as the reading found it; else the day of the import."""
    found = file.reading.get("as_of")
    return date.fromisoformat(found) if found else timezone.localdate(now)


def _write(batch: Batch, prepared: _Prepared, by: Actor, now: datetime) -> None:
    run(prepared.inserts)
    ids = prepared.ids
    for at in range(0, len(ids), _IDS):
        BatchRow.objects.filter(id__in=ids[at : at + _IDS]).update(enterprise_id=F("id"))
    LearnedHeader.objects.bulk_create(
        prepared.learned, update_conflicts=True, unique_fields=["office", "header"], update_fields=["field"]
    )
    names = ", ".join(batch.files.values_list("name", flat=True))
    told = {"files": names, "enterprises": len(ids)}
    whole = Line("registry.batch_confirmed", "registry.batch", str(batch.id), names[:200], {}, told)
    record_many(by=by, now=now, lines=[*prepared.lines, whole])


# --- undo ------------------------------------------------------------------------------------------------------------


def undo_import(*, batch_id: UUID, by: Actor, now: datetime, with_merges: bool = False) -> int:
    """Take back everything that an import wrote; the number of enterprises removed. What only this import taught of
    column headers is forgotten. Raises Refused("built_on") with the number of enterprises on which somebody built:
    merged, changed, noted, registered for an activity; Refused("undone_before") with `at` and `who`. `with_merges`: the
    merges in which they stand are taken back first, or nothing is."""
    batch = batch_of(batch_id, by)
    if batch.state == BatchState.UNDONE:
        raise Refused("undone_before", at=batch.decided_at, who=batch.decided_by)
    try:
        with transaction.atomic():
            if with_merges:
                _undo_merges(batch_id, by, now)
            return _undo(batch, by, now)
    except IntegrityError as error:
        # Somebody built on one of them after it was looked for; nothing was removed.
        raise Refused("built_on", enterprises=1) from error


def _undo_merges(batch_id: UUID, by: Actor, now: datetime) -> None:
    """Newest first: what was merged later was built on what was merged before."""
    for merge_id in list(merges_of_import(batch_id).order_by("-at", "-id").values_list("id", flat=True)):
        try:
            undo_merge(merge_id=merge_id, by=by, now=now)
        except Refused as error:
            raise Refused("built_on", enterprises=1) from error


def _undo(batch: Batch, by: Actor, now: datetime) -> int:
    batch_id = batch.id
    forgotten = _taught_alone(batch)
    with transaction.atomic():
        must_move(batch, BatchState.UNDONE, now=now, decided_at=now, decided_by=by.label[:120])
        rows = BatchRow.objects.filter(file__batch_id=batch_id, enterprise__isnull=False)
        gone = dict(rows.values_list("id", "enterprise__name"))
        _hold(gone)
        built_on = _built_on(batch_id, set(gone))
        if built_on:
            raise Refused("built_on", enterprises=len(built_on))
        lines = [
            Line("registry.unimported", "registry.enterprise", str(i), name, {"name": name}, {})
            for i, name in gone.items()
        ]
        rows.update(enterprise=None)
        _remove(list(gone))
        for header, field in forgotten:
            LearnedHeader.objects.filter(office_id=batch.office_id, header=header, field=field).delete()
        files = ", ".join(batch.files.values_list("name", flat=True))
        told = {"files": files, "enterprises": len(gone)}
        whole = Line("registry.batch_undone", "registry.batch", str(batch_id), files[:200], told, {})
        record_many(by=by, now=now, lines=[*lines, whole])
    return len(gone)


def _hold(ids: Iterable[UUID]) -> None:
    """Keep others from building on the enterprises until this ends; a search that is saving its pairs goes first, so
    that its pairs are seen and removed too."""
    for some in _chunks(sorted(ids)):
        list(Enterprise.objects.select_for_update().filter(id__in=some).order_by("id").values_list("id", flat=True))


def _taught(files: Iterable[Mapping[str, Any]]) -> set[tuple[str, str]]:
    return {pair for reading in files for pair in learnable(reading.get("columns", ()))}


def _taught_alone(batch: Batch) -> set[tuple[str, str]]:
    """Header and field of what this import taught and no other confirmed import of the office says."""
    of_office = BatchFile.objects.filter(batch__office_id=batch.office_id)
    mine = _taught(of_office.filter(batch=batch).values_list("reading", flat=True))
    others = of_office.filter(batch__state=BatchState.CONFIRMED).exclude(batch=batch)
    return mine - _taught(others.values_list("reading", flat=True).iterator(chunk_size=200))


def _built_on(batch_id: UUID, ids: set[UUID]) -> set[UUID]:
    """Enterprises of the import on which something stands that is not the import's own.

    Rooms above this one are found by their foreign keys: whatever points at an enterprise counts.
    """
    found: set[UUID] = set()
    mine = BatchRow.objects.filter(file__batch_id=batch_id)
    # A merge moves the row to the enterprise that was kept.
    found |= set(mine.filter(enterprise__isnull=False).exclude(enterprise_id=F("id")).values_list("id", flat=True))
    for relation in Enterprise._meta.related_objects:
        model, name = relation.related_model, relation.field.name
        if model in _OF_THE_IMPORT:
            continue
        for some in _chunks(ids):
            pointing = model._base_manager.filter(**{f"{name}__in": some})
            if model is Merge:
                pointing = pointing.filter(undone_at__isnull=True)
            if model is Candidate:
                pointing = pointing.exclude(state=Candidate.State.OPEN)
            if model is BatchRow:
                pointing = pointing.exclude(file__batch_id=batch_id)
                if name == "looks_like":
                    continue
            found |= set(pointing.values_list(name, flat=True))
    for some in _chunks(ids):
        changed = Enterprise.objects.filter(id__in=some).exclude(updated_at=F("created_at"))
        found |= set(changed.values_list("id", flat=True))
    return found


# What an import writes itself, or what merely lists words of it.
_OF_THE_IMPORT: tuple[type[Model], ...] = (
    Owner,
    Contact,
    ProductWord,
    Turnover,
    Membership,
    SearchText,
    Uncompared,
)


def _remove(ids: list[UUID]) -> None:
    """Without loading what is deleted. What points here from above was looked for; the database refuses what was
    missed."""
    for some in _chunks(ids):
        # Merges that were taken back say nothing of what is gone; the ledger keeps them.
        Merge.objects.filter(Q(kept_id__in=some) | Q(gone_id__in=some), undone_at__isnull=False).delete()
        Candidate.objects.filter(left_id__in=some).delete()
        Candidate.objects.filter(right_id__in=some).delete()
        BatchRow.objects.filter(looks_like_id__in=some).update(looks_like=None)
        for model in _OF_THE_IMPORT:
            model._base_manager.filter(enterprise_id__in=some)._raw_delete(using=model._base_manager.db)
        Enterprise.objects.filter(id__in=some)._raw_delete(using=Enterprise.objects.db)


def _chunks(ids: Iterable[UUID]) -> Iterator[list[UUID]]:
    every = list(ids)
    for at in range(0, len(every), _IDS):
        yield every[at : at + _IDS]
