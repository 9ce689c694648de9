"""Background work of the review of duplicates: its states and limits."""

from datetime import datetime, timedelta
from enum import StrEnum

MOST_ATTEMPTS = 3
"""How often a work is begun before it counts as failed."""
LOST_AFTER = timedelta(minutes=10)
"""A work that has not moved for so long lost its worker: whoever asks again takes it over."""
MOST_MERGES = 2000
"""How many pairs one press of the button may hold."""

MOST_UNDONE = 200
"""How many merges of a work are taken back while the person waits; a few seconds."""


class WorkKind(StrEnum):
    SEARCH = "search"
    MERGE = "merge"


class WorkState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


ACTIVE = (WorkState.WAITING, WorkState.RUNNING)


def is_lost(state: str, moved_at: datetime, now: datetime) -> bool:
    return state in ACTIVE and now - moved_at > LOST_AFTER
