"""An officer corrects a row, leaves it out or takes it in."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from binakriya.accounts.rules import Actor
from binakriya.engines.reading import ReadList, understand_row
from binakriya.engines.reading.records import RawRow, RawTable
from binakriya.foundation.operations import record_reading
from binakriya.registry.models import Batch, BatchRow
from binakriya.registry.operations.imports.knowledge import gazetteer, known_kbli
from binakriya.registry.operations.imports.moving import batch_of
from binakriya.registry.operations.imports.rows import unpack, values_of
from binakriya.registry.rules.batches import BatchState
from binakriya.registry.rules.list_rows import CORRECTABLE, doubts_of, has_name
from binakriya.registry.rules.refusals import Refused


def _bare_list(as_of: date | None) -> ReadList:
    """A list of one empty row: what is typed for a field needs no column."""
    table = RawTable("", 1, 0, [], [RawRow(1, [], {})], {}, [])
    day = as_of.isoformat() if as_of else None
    return ReadList(1, "", ("",), (), (), (), (), day, "given", (table,))


def apply_corrections(kept: dict[str, Any], corrections: Mapping[str, str], *, as_of: date | None) -> None:
    """Put what was typed in the place of what was read, understood like any cell; blank means: nothing."""
    typed = {name: text for name, text in corrections.items() if text}
    row = understand_row(_bare_list(as_of), "1,1", texts=typed, places=gazetteer(), kbli_codes=known_kbli())
    for name, text in corrections.items():
        old = kept["cells"].get(name)
        raw = old["raw"] if old else ""
        cell = row.cells.get(name) if text else None
        new: dict[str, Any] = {
            "field": name,
            "raw": raw,
            "value": None,
            "why": {"code": "typed", "params": {}},
            "warnings": [],
            "letters": old["letters"] if old else [],
            "suggestion": None,
        }
        if cell is not None:
            new |= {"value": cell.value, "warnings": [asdict(n) for n in cell.warnings]}
        kept["cells"][name] = new


def judge(row: BatchRow, kept: Mapping[str, Any]) -> None:
    """Count a row's doubts and what cannot be stored of it; leave out one in which nobody's name stands."""
    settled = set(row.settled)
    row.warnings = min(999, sum(key not in settled for key in doubts_of(kept)))
    named = has_name(values_of(kept))
    row.errors = 0 if named else 1
    if not named:
        row.included, row.skip_reason = False, "no_name"
    elif row.skip_reason == "no_name":
        row.included, row.skip_reason = True, ""


def held_batch(batch_id: UUID, by: Actor) -> Batch:
    """The import, locked until the transaction ends; raises Refused("batch_state") when it no longer waits."""
    batch_of(batch_id, by)
    batch = Batch.objects.select_for_update().get(id=batch_id)
    if batch.state != BatchState.READY:
        raise Refused("batch_state")
    return batch


def _held_row(batch_id: UUID, row_id: UUID, by: Actor) -> tuple[BatchRow, date | None]:
    """The row, held together with its import: nobody writes the import meanwhile."""
    batch = held_batch(batch_id, by)
    row = BatchRow.objects.select_for_update(of=("self",)).select_related("file").filter(id=row_id).first()
    if row is None or row.file.batch_id != batch_id or row.skip_reason.startswith("line:"):
        raise Refused("unknown_row")
    found = row.file.reading.get("as_of")
    return row, batch.as_of or (date.fromisoformat(found) if found else None)


def correct_row(*, batch_id: UUID, row_id: UUID, texts: Mapping[str, str], by: Actor, now: datetime) -> None:
    """What the officer typed for fields of a row (field → text, blank for nothing); earlier corrections of other
    fields stay. Not in the ledger yet: nothing is in the registry before the import is confirmed."""
    with transaction.atomic():
        row, as_of = _held_row(batch_id, row_id, by)
        typed = {n: " ".join(t.split())[:500] for n, t in texts.items() if n in CORRECTABLE}
        if not typed:
            return
        corrections = (json.loads(row.corrections) if row.corrections else {}) | typed
        kept = unpack(row)
        apply_corrections(kept, typed, as_of=as_of)
        row.payload = json.dumps(kept, ensure_ascii=False)
        row.corrections = json.dumps(corrections, ensure_ascii=False)
        # What is typed anew is doubted anew.
        row.settled = [key for key in row.settled if key.lstrip("-").partition(":")[0] not in typed]
        judge(row, kept)
        row.save(update_fields=["payload", "corrections", "settled", "warnings", "errors", "included", "skip_reason"])


def settle_doubt(*, batch_id: UUID, row_id: UUID, field: str, settled: bool, by: Actor, now: datetime) -> None:
    """Let stand what was read of a field in spite of its doubts, or doubt it again. `field`: of the cell; with a minus
    before it, a value that is not stored. Raises Refused("unknown_row") when nothing of that name is doubtful."""
    with transaction.atomic():
        row, _ = _held_row(batch_id, row_id, by)
        kept = unpack(row)
        of_field = [key for key in doubts_of(kept) if key.partition(":")[0] == field]
        if not of_field:
            raise Refused("unknown_row")
        others = [key for key in row.settled if key not in of_field]
        row.settled = others + of_field if settled else others
        judge(row, kept)
        row.save(update_fields=["settled", "warnings", "errors", "included", "skip_reason"])


def include_row(*, batch_id: UUID, row_id: UUID, included: bool, by: Actor, now: datetime) -> None:
    """Take a row in or leave it out; raises Refused("nameless") for one without any name."""
    with transaction.atomic():
        row, _ = _held_row(batch_id, row_id, by)
        if included and row.errors:
            raise Refused("nameless")
        BatchRow.objects.filter(id=row.id).update(included=included, skip_reason="" if included else "officer")


def include_file(*, batch_id: UUID, file_id: UUID, by: Actor, now: datetime) -> int:
    """Take in the rows of a file that were left out because the same file had been imported; how many."""
    with transaction.atomic():
        held_batch(batch_id, by)
        rows = BatchRow.objects.filter(file_id=file_id, file__batch_id=batch_id, skip_reason="same_file", errors=0)
        return rows.update(included=True, skip_reason="")


def note_row_reading(*, batch_id: UUID, row_id: UUID, by: Actor, now: datetime) -> None:
    """Keep in the ledger that someone asked for a row whole; only while the import waits to be checked."""
    with transaction.atomic():
        row, _ = _held_row(batch_id, row_id, by)
        record_reading(
            by=by,
            now=now,
            kind="registry.batch",
            object_id=batch_id,
            label=f"{row.file.name[:150]}, {row.number}",
            fields=["nik", "born", "phones", "emails", "street"],
            reason="import",
        )
