"""The files of a whole class as one ZIP: asked for, made in the background, kept, handed out."""

import tempfile
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, Refused, check_may
from binakriya.foundation.ids import new_id
from binakriya.foundation.operations import record
from binakriya.packaging.models import Batch
from binakriya.packaging.queries.batch import check_files, seen_batch
from binakriya.packaging.rules.classes import UNDOING_OR_UNDONE, ItemState, archiving

KIND = "packaging.batch"


def ask_for_archive(*, batch_id: UUID, by: Actor, now: datetime) -> bool:
    """Whether it is to be made now: False while it is being made. Raises NotAllowed, Batch.DoesNotExist,
    Refused: batch_empty, batch_undone."""
    check_may(by, Deed.PACKAGING_WRITE)
    seen_batch(batch_id, by)
    with transaction.atomic():
        batch = Batch.objects.select_for_update().get(id=batch_id)
        check_files(batch.state)
        made = batch.items.filter(state=ItemState.MADE).count()
        if not made:
            raise Refused("batch_empty")
        if archiving(batch.archive_asked_at, batch.archive_at, now):
            return False
        batch.archive_asked_at = now
        batch.save(update_fields=["archive_asked_at"])
        _record("archive_asked", batch, by, now, {"specifications": made})
    return True


def keep_archive(*, batch_id: UUID, pieces: Iterable[bytes], by: Actor, now: datetime | None = None) -> None:
    """The ZIP in the place of the one before; each piece says that it is still being made. `now`: one moment for all of
    it; else each piece has its own. Raises NotAllowed, Batch.DoesNotExist, FilesUnavailable."""
    check_may(by, Deed.PACKAGING_WRITE)
    seen_batch(batch_id, by)
    with tempfile.TemporaryFile() as whole:
        for piece in pieces:
            whole.write(piece)
            Batch.objects.filter(id=batch_id).update(archive_asked_at=now or timezone.now())
        whole.seek(0)
        name = default_storage.save(f"packaging/{new_id()}.zip", File(whole))
    with transaction.atomic():
        batch = Batch.objects.select_for_update().get(id=batch_id)
        if batch.state in UNDOING_OR_UNDONE:
            # Undone while it was being made: nobody gets it.
            before = name
        else:
            before = batch.archive
            batch.archive, batch.archive_at = name, now or timezone.now()
            batch.save(update_fields=["archive", "archive_at"])
            _record("archived", batch, by, batch.archive_at, {})
    if before:
        default_storage.delete(before)


def note_download(*, batch_id: UUID, form: str, by: Actor, now: datetime) -> None:
    """That the files of a class left the house. `form`: "zip" or "xlsx". Raises NotAllowed, Batch.DoesNotExist,
    Refused("batch_undone")."""
    batch = seen_batch(batch_id, by)
    check_files(batch.state)
    with transaction.atomic():
        made = batch.items.filter(state=ItemState.MADE).count()
        _record("exported", batch, by, now, {"specifications": made, "file": form})


def _record(what: str, batch: Batch, by: Actor, now: datetime, after: dict[str, object]) -> None:
    record(
        by=by,
        now=now,
        office_id=batch.office_id,
        action=f"packaging.batch_{what}",
        kind=KIND,
        object_id=batch.id,
        label=batch.name,
        after=after,
    )
