"""Files come in: kept as they are, recognised when they came before."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from binakriya.accounts.rules import Actor, Deed, check_may, check_office
from binakriya.foundation.ids import new_id
from binakriya.foundation.operations import record
from binakriya.foundation.rules.once import once_key
from binakriya.registry.models import Batch, BatchFile
from binakriya.registry.operations.imports.moving import batch_of, must_move
from binakriya.registry.rules.batches import MOST_FILES, BatchState
from binakriya.registry.rules.refusals import Refused


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came. `association_id`: whose list it is, when that is known."""

    name: str
    data: bytes
    association_id: UUID | None = None


def receive_files(
    *,
    uploads: Sequence[Upload],
    office_id: UUID,
    nonce: str,
    limit: int,
    by: Actor,
    now: datetime,
    as_of: date | None = None,
) -> UUID:
    """Keep the files of one import; the same form again (`nonce` and files) gives the import that it made. `limit`:
    bytes of all together. Raises Refused: no_files, too_many_files, too_large."""
    check_may(by, Deed.REGISTRY_IMPORT)
    check_office(by, office_id)
    digests = [hashlib.sha256(u.data).hexdigest() for u in uploads]
    key = once_key(nonce, office=office_id, said=[[u.name for u in uploads], digests])
    # Imports from before the key was made of the files too have the word itself.
    same = Batch.objects.filter(nonce__in=(key, nonce), office_id=office_id).values_list("id", flat=True)
    known = same.first()
    if known is not None:
        return known
    if not uploads:
        raise Refused("no_files")
    if len(uploads) > MOST_FILES:
        raise Refused("too_many_files", most=MOST_FILES)
    if sum(len(u.data) for u in uploads) > limit:
        raise Refused("too_large", limit=limit // (1024 * 1024))
    batch = Batch(
        office_id=office_id,
        state=BatchState.UPLOADED,
        nonce=key,
        by_id=by.id,
        by=by.label[:120],
        created_at=now,
        moved_at=now,
        as_of=as_of,
    )
    files: list[BatchFile] = []
    try:
        _keep(batch, uploads, digests, files)
        with transaction.atomic():
            batch.save(force_insert=True)
            BatchFile.objects.bulk_create(files)
    except BaseException as error:
        # No rows, no files.
        for kept in files:
            kept.file.delete(save=False)
        known = same.first() if isinstance(error, IntegrityError) else None
        if known is None:
            raise
        return known
    return batch.id


def _keep(batch: Batch, uploads: Sequence[Upload], digests: Sequence[str], files: list[BatchFile]) -> None:
    """Seals what came into files; `files` has those that were kept, also when one of them fails."""
    for position, (upload, digest) in enumerate(zip(uploads, digests, strict=True), start=1):
        kept = BatchFile(
            batch=batch,
            position=position,
            name=_bare_name(upload.name),
            size=len(upload.data),
            digest=digest,
            association_id=upload.association_id,
        )
        # A random name, and sealed: a list holds NIK and telephones.
        sealed = BatchFile.sealing().seal(upload.data)
        kept.file.save(f"{new_id().hex}.bin", ContentFile(sealed), save=False)
        files.append(kept)


def _bare_name(name: str) -> str:
    """Without folders and control characters."""
    name = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(c for c in name if c.isprintable())[-255:] or "daftar"


def discard_import(*, batch_id: UUID, by: Actor, now: datetime) -> None:
    """Throw an import away that was not written (or was undone): rows and files go, the ledger says so."""
    batch = batch_of(batch_id, by)
    if batch.state == BatchState.DISCARDED:
        return
    files = list(batch.files.all())
    with transaction.atomic():
        must_move(batch, BatchState.DISCARDED, now=now, decided_at=now)
        for kept in files:
            rows = kept.rows.all()
            rows._raw_delete(using=rows.db)
        record(
            by=by,
            now=now,
            action="registry.batch_discarded",
            kind="registry.batch",
            object_id=batch.id,
            label=", ".join(f.name for f in files)[:200],
        )
    for kept in files:
        if kept.file:
            kept.file.delete(save=False)
            BatchFile.objects.filter(id=kept.id).update(file="")


def forget_files(*, by: Actor, now: datetime, after_days: int = 30) -> int:
    """Delete the files of imports that were confirmed long ago: their rows stay as the source of what is known. Returns
    how many files went; repeating it changes nothing."""
    check_may(by, Deed.REGISTRY_IMPORT)
    old = BatchFile.objects.filter(
        batch__state=BatchState.CONFIRMED, batch__decided_at__lt=now - timedelta(days=after_days)
    ).exclude(file="")
    gone = 0
    for kept in old:
        name = str(kept.file.name)
        with transaction.atomic():
            BatchFile.objects.filter(id=kept.id).update(file="")
            record(
                by=by,
                now=now,
                action="registry.file_forgotten",
                kind="registry.batch",
                object_id=kept.batch_id,
                label=kept.name,
            )
        kept.file.storage.delete(name)
        gone += 1
    return gone
