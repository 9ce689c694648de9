"""Reading: files become rows that a person checks. The engine reads; this keeps what it says."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from binakriya.accounts.queries import organisations
from binakriya.accounts.rules import Actor
from binakriya.engines.reading import ReadList, ReadRow, SourceFile, UnreadableFile
from binakriya.registry.indexes import contact_index, nik_index
from binakriya.registry.models import Batch, BatchFile, BatchRow, Contact, EnterpriseState, LearnedHeader, Owner
from binakriya.registry.operations.imports.correcting import apply_corrections, judge
from binakriya.registry.operations.imports.knowledge import read_files
from binakriya.registry.operations.imports.moving import batch_of, move, must_move
from binakriya.registry.operations.imports.rows import pack, values_of
from binakriya.registry.rules.batches import BatchState
from binakriya.registry.rules.refusals import Refused
from binakriya.registry.rules.showing import PERSONAL, mask_sample

_CHUNK = 500
_SAMPLES = 3


def learned_headers(office_id: UUID) -> dict[str, str]:
    """Header → field, as officers of the office confirmed."""
    return dict(LearnedHeader.objects.filter(office_id=office_id).values_list("header", "field"))


# --- a stored import --------------------------------------------------------------------------------------------------


def ask_to_read(*, batch_id: UUID, by: Actor, now: datetime) -> bool:
    """Whether the caller is to have the import read: it waits to be, failed, or was undone."""
    batch = batch_of(batch_id, by)
    if batch.state == BatchState.UPLOADED:
        return True
    if batch.state in (BatchState.FAILED, BatchState.READY, BatchState.UNDONE, BatchState.READING):
        return move(batch, BatchState.READING, now=now)
    return False


def choose_columns(*, batch_id: UUID, choices: Mapping[UUID, Mapping[str, str]], by: Actor, now: datetime) -> None:
    """What the officer says columns are: file → column key → field. The import is to be read anew afterwards."""
    batch = batch_of(batch_id, by)
    if batch.state != BatchState.READY:
        raise Refused("batch_state")
    with transaction.atomic():
        for file in batch.files.all():
            if chosen := choices.get(file.id):
                BatchFile.objects.filter(id=file.id).update(overrides={**file.overrides, **chosen})


def set_list_date(*, batch_id: UUID, as_of: date | None, by: Actor, now: datetime) -> None:
    """The day from which durations count back; the import is to be read anew afterwards."""
    batch = batch_of(batch_id, by)
    if batch.state != BatchState.READY:
        raise Refused("batch_state")
    Batch.objects.filter(id=batch_id).update(as_of=as_of)


def read_import(*, batch_id: UUID, by: Actor, now: datetime) -> None:
    """Read every file of an import and keep its rows in short transactions. A file that gives no list is told apart;
    the import fails only when none gives one. Corrections made before are kept."""
    batch = batch_of(batch_id, by)
    if batch.state != BatchState.READING:
        must_move(batch, BatchState.READING, now=now)
    try:
        found = _read(batch)
        for file, one in found.items():
            _keep(batch, file, one)
    except BaseException:
        Batch.objects.filter(id=batch_id).update(problem={"code": "unforeseen", "params": {}})
        move(batch, BatchState.FAILED, now=now)
        raise
    readable = any(isinstance(one, ReadList) for one in found.values())
    if readable:
        Batch.objects.filter(id=batch_id).update(problem={})
    must_move(batch, BatchState.READY if readable else BatchState.FAILED, now=now)


def _read(batch: Batch) -> dict[BatchFile, ReadList | UnreadableFile]:
    """Lists of one import are read together: the date of one helps the others. When a file gives no list, each is
    tried alone first, then the good ones together."""
    files = list(batch.files.order_by("position"))
    sources = {file: SourceFile(file.name, _bytes(file)) for file in files}
    learned = learned_headers(batch.office_id)

    def read(some: list[BatchFile]) -> dict[BatchFile, ReadList | UnreadableFile]:
        overrides = {n: file.overrides for n, file in enumerate(some, start=1) if file.overrides}
        lists = read_files([sources[f] for f in some], as_of=batch.as_of, learned=learned, overrides=overrides)
        return dict(zip(some, lists, strict=True))

    try:
        return read(files)
    except UnreadableFile as error:
        if len(files) == 1:
            return {files[0]: error}
    found: dict[BatchFile, ReadList | UnreadableFile] = {}
    for file in files:
        try:
            found |= read([file])
        except UnreadableFile as error:
            found[file] = error
    good = [file for file in files if isinstance(found[file], ReadList)]
    return found | (read(good) if good else {})


def _bytes(file: BatchFile) -> bytes:
    with file.file.open("rb") as stored:
        return BatchFile.sealing().unseal(stored.read())


def _keep(batch: Batch, file: BatchFile, found: ReadList | UnreadableFile) -> None:
    if isinstance(found, UnreadableFile):
        _forget_rows(file)
        problem = {"code": found.code, "params": _plain(found.params)}
        BatchFile.objects.filter(id=file.id).update(problem=problem, reading={})
        return
    before = _earlier(file)
    repeated = _came_before(batch, file)
    _forget_rows(file)
    Batch.objects.filter(id=batch.id).update(rows_total=len(found.rows), rows_done=0)
    as_of = batch.as_of or (date.fromisoformat(found.as_of) if found.as_of else None)
    for at in range(0, len(found.rows), _CHUNK):
        made = [_row(file, row, before, repeated=repeated, as_of=as_of) for row in found.rows[at : at + _CHUNK]]
        _mark_alike(batch.office_id, made)
        with transaction.atomic():
            BatchRow.objects.bulk_create([row for row, _values in made])
            Batch.objects.filter(id=batch.id).update(rows_done=at + len(made))
    with transaction.atomic():
        BatchRow.objects.bulk_create(_lines(file, found), batch_size=_CHUNK)
    BatchFile.objects.filter(id=file.id).update(
        problem={}, reading=_reading(found), association_id=file.association_id or _association(found)
    )


def _association(found: ReadList) -> UUID | None:
    """The association that a list says its members belong to, when all rows that say one say the same known one."""
    said = {str(cell.value).casefold() for r in found.rows if (cell := r.cells.get("association")) and cell.value}
    if len(said) != 1:
        return None
    known = {n.casefold(): o.id for o in organisations(kind="association") for n in (o.short_name, o.name)}
    return known.get(said.pop())


def _plain(params: Mapping[str, Any]) -> dict[str, Any]:
    return {k: v if isinstance(v, int | str | float | None) else str(v) for k, v in params.items()}


def _forget_rows(file: BatchFile) -> None:
    rows = file.rows.all()
    rows._raw_delete(using=rows.db)


def _reading(found: ReadList) -> dict[str, Any]:
    """What is kept of the reading beside the rows: columns with samples, sheets, date, problems. It stands unsealed in
    the database: samples have what is personal masked."""
    samples: dict[tuple[str, int, str], list[str]] = {}
    for row in found.rows[:30]:
        # The most personal reading of a column first: another of the same column shows the same text.
        for cell in sorted(row.cells.values(), key=lambda c: c.field not in PERSONAL):
            for letter in cell.letters if len(cell.letters) == 1 else ():
                some = samples.setdefault((row.sheet, row.table, letter), [])
                if cell.raw and len(some) < _SAMPLES:
                    some.append(mask_sample(cell.raw[:60], cell.field))
        for other in row.other:
            some = samples.setdefault((row.sheet, row.table, other.letter), [])
            if other.text and len(some) < _SAMPLES:
                some.append(mask_sample(other.text[:60], ""))
    some_of = {place: list(dict.fromkeys(texts)) for place, texts in samples.items()}
    return {
        "sheets": list(found.sheets),
        "columns": [{**asdict(c), "samples": some_of.get((c.sheet, c.table, c.letter), [])} for c in found.columns],
        "problems": [asdict(n) for n in found.problems],
        "as_of": found.as_of,
        "as_of_why": found.as_of_why,
    }


@dataclass(frozen=True, slots=True)
class _Before:
    corrections: str
    settled: list[str]
    included: bool
    reason: str


def _earlier(file: BatchFile) -> dict[tuple[str, int, str], _Before]:
    """What the officer did to rows before the file is read anew."""
    rows = file.rows.exclude(skip_reason__startswith="line:")
    return {
        (sheet, number, beside): _Before(corrections, settled, included, reason)
        for sheet, number, beside, corrections, settled, included, reason in rows.values_list(
            "sheet", "number", "beside", "corrections", "settled", "included", "skip_reason"
        )
    }


def _came_before(batch: Batch, file: BatchFile) -> bool:
    """Whether the same bytes were imported already."""
    same = BatchFile.objects.filter(
        digest=file.digest, batch__office_id=batch.office_id, batch__state=BatchState.CONFIRMED
    )
    return same.exclude(batch=batch).exists()


_Made = tuple[BatchRow, dict[str, Any]]


def _row(
    file: BatchFile,
    row: ReadRow,
    before: Mapping[tuple[str, int, str], _Before],
    *,
    repeated: bool,
    as_of: date | None,
) -> _Made:
    kept = pack(row)
    old = before.get((row.sheet, row.row, row.beside))
    new = BatchRow(file=file, sheet=row.sheet, number=row.row, beside=row.beside)
    if old:
        new.settled = old.settled
    if old and old.corrections:
        new.corrections = old.corrections
        apply_corrections(kept, json.loads(old.corrections), as_of=as_of)
    new.payload = json.dumps(kept, ensure_ascii=False)
    judge(new, kept)
    if repeated and not (old and old.included):
        new.included, new.skip_reason = False, "same_file"
    elif old and not old.included and old.reason == "officer":
        new.included, new.skip_reason = False, "officer"
    return new, values_of(kept)


def _lines(file: BatchFile, found: ReadList) -> list[BatchRow]:
    """Lines that are no rows, with why: titles, totals, signatures. Blank ones are not worth keeping."""
    taken = {(row.sheet, row.row) for row in found.rows}
    made = []
    for line in found.skipped:
        if (line.sheet, line.row) in taken or line.reason == "blank":
            continue
        taken.add((line.sheet, line.row))
        payload = json.dumps({"text": line.text[:500]}, ensure_ascii=False)
        reason = f"line:{line.reason}"[:40]
        made.append(
            BatchRow(file=file, sheet=line.sheet, number=line.row, payload=payload, included=False, skip_reason=reason)
        )
    return made


def _mark_alike(office_id: UUID, made: list[_Made]) -> None:
    """Point rows to an enterprise of the office that has the same NIK or phone."""
    niks = [nik_index(str(values.get("nik") or "")) for _row, values in made]
    phones = [contact_index("phone", str(values["phone"])) if values.get("phone") else "" for _row, values in made]
    of_office = {"enterprise__office_id": office_id, "enterprise__state": EnterpriseState.ACTIVE}
    owners = dict(
        Owner.objects.filter(nik_index__in={n for n in niks if n}, **of_office).values_list(
            "nik_index", "enterprise_id"
        )
    )
    called = dict(
        Contact.objects.filter(kind=Contact.Kind.PHONE, index__in={p for p in phones if p}, **of_office).values_list(
            "index", "enterprise_id"
        )
    )
    for (row, _values), nik, phone in zip(made, niks, phones, strict=True):
        row.looks_like_id = owners.get(nik) or called.get(phone)
