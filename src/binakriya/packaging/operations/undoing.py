"""A whole class taken back, in the background: its drafts, its files, and the products that it alone made.

It is asked for once, with a reason; the worker goes through it draft by draft, so nobody waits for it and nothing is
done twice. Where the worker is lost it can be asked for again and goes on where it was.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, Refused, check_may
from binakriya.packaging.models import Batch, BatchItem, Version
from binakriya.packaging.operations.batch import record_step
from binakriya.packaging.operations.specifications import withdraw_version
from binakriya.packaging.queries.batch import seen_batch
from binakriya.packaging.rules.classes import BatchState, ItemState, check, lost
from binakriya.packaging.rules.states import State
from binakriya.products import operations as products

REASON_MOST = 300


@dataclass(frozen=True, slots=True)
class Undone:
    """`gone` drafts were withdrawn; `kept` packs stay because somebody checked, adopted or withdrew them; `products`
    were taken back."""

    gone: int
    kept: int
    products: int


def ask_undo(*, batch_id: UUID, reason: str, by: Actor, now: datetime) -> str:
    """Answers the run's word: hand it to the task after the transaction. Raises NotAllowed, Batch.DoesNotExist,
    Refused: batch_state, reason_needed."""
    check_may(by, Deed.PACKAGING_WRITE)
    seen_batch(batch_id, by)
    with transaction.atomic():
        batch = Batch.objects.select_for_update().get(id=batch_id)
        again = batch.state == BatchState.UNDOING and lost(batch.state, batch.touched_at, now)
        batch.state = check(batch.state, "undo_again" if again else "undo")
        if not again:
            if not reason.strip():
                raise Refused("reason_needed")
            batch.reason, batch.undone_at = reason.strip()[:REASON_MOST], now
            batch.undone_by = by.label[:120] or "–"
        batch.runner, batch.touched_at = uuid4().hex, now
        batch.save()
        if not again:
            record_step("undo_asked", batch, by, now, {}, reason=batch.reason)
    return batch.runner


def run_undo(*, batch_id: UUID, runner: str, by: Actor, now: datetime | None = None) -> Undone:
    """Go through what was made; it may be begun again at any time. `now`: one moment for all of it; else each draft has
    its own. Raises NotAllowed."""
    check_may(by, Deed.PACKAGING_WRITE)
    mine = Batch.objects.filter(id=batch_id, runner=runner, state=BatchState.UNDOING)
    batch = mine.first()
    if batch is None:
        return Undone(0, 0, 0)
    for item in batch.items.filter(state=ItemState.MADE, version__state=State.DRAFT):
        moment = now or timezone.now()
        if not mine.update(touched_at=moment):
            return _outcome(batch)
        _withdraw(item, batch.reason, by, moment)
    # Nothing that was built on a product goes: it is looked up before the lock.
    keep = _built_on(batch)
    moment = now or timezone.now()
    with transaction.atomic():
        locked = mine.select_for_update().first()
        if locked is None:
            return _outcome(batch)
        if locked.product_list_id is not None:
            locked.taken_back, _stay = products.take_back_list(
                list_id=locked.product_list_id, keep=keep, by=by, now=moment
            )
        files, locked.archive, locked.archive_at = locked.archive, "", None
        locked.state, locked.runner, locked.archive_asked_at = check(locked.state, "end_undo"), "", None
        locked.save()
        done = _outcome(locked)
        record_step("undone", locked, by, moment, {"specifications": done.gone, "products": done.products})
    if files:
        default_storage.delete(files)
    return done


def _withdraw(item: BatchItem, reason: str, by: Actor, now: datetime) -> None:
    """Both or neither: the draft and its item."""
    if item.version_id is None:
        return
    try:
        with transaction.atomic():
            withdraw_version(version_id=item.version_id, reason=reason, by=by, now=now)
            BatchItem.objects.filter(id=item.id).update(state=ItemState.UNDONE)
    except (Refused, Version.DoesNotExist):
        # Somebody signed it just now, or it went out of reach: it stays.
        return


def _built_on(batch: Batch) -> set[UUID]:
    """Products that have a pack which is not of this batch, or which stays."""
    items = batch.items.exclude(version=None)
    ours = items.filter(state=ItemState.UNDONE).values("version_id")
    rest = Version.objects.filter(specification__product__source_id=batch.product_list_id).exclude(id__in=ours)
    return set(rest.values_list("specification__product_id", flat=True)) if batch.product_list_id else set()


def _outcome(batch: Batch) -> Undone:
    items = batch.items
    gone = items.filter(state=ItemState.UNDONE).count()
    return Undone(gone, items.filter(state=ItemState.MADE).count(), batch.taken_back)
