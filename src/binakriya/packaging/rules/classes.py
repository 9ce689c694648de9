"""The packs of a class in one go: states of a batch and of each product in it.

A **batch** is looked at first (`draft`), waits for the worker (`queued`), is worked on (`working`), and ends `done` or
`stopped`; it may be `undone` (its drafts are withdrawn) or, before it began, `discarded`.
"""

from datetime import datetime, timedelta

from binakriya.foundation.rules.refusals import Refused

STATES = ("draft", "queued", "working", "done", "stopped", "undone", "discarded")
ITEM_STATES = ("waiting", "left", "made", "refused", "undone")
"""`left`: taken out before the start. `refused`: no pack, the reason is kept."""
BUSY = ("queued", "working")
QUIET = timedelta(seconds=60)
"""A run that has not written for so long counts as lost; it can be taken up again."""
WAITS = timedelta(minutes=15)
"""So long one may wait for its turn behind other work."""
ARCHIVE_WITHIN = timedelta(minutes=15)
"""An archive at which nobody has worked for so long will not come; it can be asked for again."""
MOST = 1000
"""Products in one batch."""

_NEXT: dict[str, tuple[str, ...]] = {
    "start": ("draft", "stopped"),
    "stop": BUSY,
    "undo": ("done", "stopped"),
    "discard": ("draft",),
}


def can(state: str, deed: str) -> bool:
    return state in _NEXT[deed]


def check(state: str, deed: str) -> None:
    """Raises Refused("batch_state")."""
    if not can(state, deed):
        raise Refused("batch_state")


def lost(state: str, touched_at: datetime, now: datetime) -> bool:
    """Nobody works on it any more, though it says so."""
    return state in BUSY and now - touched_at > (WAITS if state == "queued" else QUIET)


def archiving(asked_at: datetime | None, made_at: datetime | None, now: datetime) -> bool:
    """The archive is being made."""
    if asked_at is None or now - asked_at > ARCHIVE_WITHIN:
        return False
    return made_at is None or made_at < asked_at
