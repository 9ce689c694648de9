"""The states of an import, moved by conditional updates: of two who move it at once, one does."""

from datetime import datetime
from uuid import UUID

from binakriya.accounts.rules import Actor, Deed, check_may, check_office
from binakriya.registry.models import Batch
from binakriya.registry.rules.batches import BatchState, can_become
from binakriya.registry.rules.refusals import Refused


def batch_of(batch_id: UUID, by: Actor) -> Batch:
    """The import, when the actor may import for its office; raises Refused("unknown_batch") or NotAllowed."""
    check_may(by, Deed.REGISTRY_IMPORT)
    batch = Batch.objects.filter(id=batch_id).first()
    if batch is None:
        raise Refused("unknown_batch")
    check_office(by, batch.office_id)
    return batch


def move(batch: Batch, to: BatchState, *, now: datetime, **values: object) -> bool:
    """Move the import from the state that `batch` shows; False when it cannot become this or somebody moved it
    first."""
    was = BatchState(batch.state)
    if not can_become(was, to):
        return False
    moved = Batch.objects.filter(id=batch.id, state=was).update(state=to, moved_at=now, **values)
    if moved:
        batch.state = to
    return bool(moved)


def must_move(batch: Batch, to: BatchState, *, now: datetime, **values: object) -> None:
    """The same; raises Refused("batch_state")."""
    if not move(batch, to, now=now, **values):
        raise Refused("batch_state")
