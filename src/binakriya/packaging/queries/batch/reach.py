"""Which batches an actor reaches."""

from uuid import UUID

from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.packaging.models import Batch
from binakriya.packaging.queries.listing import batches_of


def seen_batch(batch_id: UUID, by: Actor) -> Batch:
    """Raises NotAllowed, Batch.DoesNotExist (also for one out of reach)."""
    check_may(by, Deed.PACKAGING_WRITE)
    return batches_of(by).get(id=batch_id)
