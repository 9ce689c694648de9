"""That a list of products left the house."""

from datetime import datetime

from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.foundation.operations import record


def note_export(*, count: int, form: str, by: Actor, now: datetime) -> None:
    """Raises NotAllowed."""
    check_may(by, Deed.PRODUCTS_LIST)
    record(
        by=by,
        now=now,
        action="products.exported",
        kind="products.list",
        object_id="export",
        after={"products": count, "file": form},
    )
