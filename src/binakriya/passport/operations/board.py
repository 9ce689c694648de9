"""That passports were taken out as a file is written down."""

from datetime import datetime

from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.foundation.operations import record


def note_export(*, count: int, form: str, by: Actor, now: datetime) -> None:
    """Raises NotAllowed."""
    check_may(by, Deed.PASSPORT_READ)
    after = {"products": count, "file": form}
    record(by=by, now=now, action="passport.exported", kind="passport.passport", object_id="export", after=after)
