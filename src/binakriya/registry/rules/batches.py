"""States of an import, and which follows which."""

from enum import StrEnum

MOST_FILES = 20
"""How many files one upload may hold."""


class BatchState(StrEnum):
    UPLOADED = "uploaded"
    READING = "reading"
    READY = "ready"
    FAILED = "failed"
    WRITING = "writing"
    CONFIRMED = "confirmed"
    UNDONE = "undone"
    DISCARDED = "discarded"


FOLLOWS: dict[BatchState, frozenset[BatchState]] = {
    BatchState.UPLOADED: frozenset({BatchState.READING, BatchState.DISCARDED}),
    BatchState.READING: frozenset({BatchState.READING, BatchState.READY, BatchState.FAILED, BatchState.DISCARDED}),
    BatchState.READY: frozenset({BatchState.READING, BatchState.WRITING, BatchState.DISCARDED}),
    BatchState.FAILED: frozenset({BatchState.READING, BatchState.DISCARDED}),
    BatchState.WRITING: frozenset({BatchState.CONFIRMED, BatchState.READY}),
    BatchState.CONFIRMED: frozenset({BatchState.UNDONE}),
    BatchState.UNDONE: frozenset({BatchState.READING, BatchState.DISCARDED}),
    BatchState.DISCARDED: frozenset(),
}


class WrongState(Exception):
    """The batch is not in a state from which this follows."""

    def __init__(self, now: str, wanted: str) -> None:
        super().__init__(f"{now} → {wanted}")
        self.now, self.wanted = now, wanted


def can_become(now: BatchState, wanted: BatchState) -> bool:
    return wanted in FOLLOWS[now]


def check_become(now: BatchState, wanted: BatchState) -> None:
    """Raises WrongState."""
    if not can_become(now, wanted):
        raise WrongState(now, wanted)
