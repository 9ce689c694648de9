"""The packs of a class in one go: the one table of a batch's states, and of each product in it.

A **batch** is looked at first (`draft`), waits for the worker (`queued`), is worked on (`working`), and ends `done` or
`stopped`; it may be taken back (`undoing`, product by product, then `undone`: its drafts are withdrawn) or, before it
began, `discarded`. docs/reference/batch-states.md is made from here.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from binakriya.foundation.rules.refusals import Refused


class BatchState(StrEnum):
    DRAFT = "draft"
    QUEUED = "queued"
    WORKING = "working"
    DONE = "done"
    STOPPED = "stopped"
    UNDOING = "undoing"
    UNDONE = "undone"
    DISCARDED = "discarded"


class ItemState(StrEnum):
    """`left`: taken out before the start. `refused`: no pack, the reason is kept."""

    WAITING = "waiting"
    LEFT = "left"
    MADE = "made"
    REFUSED = "refused"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Step:
    """What `name` does: from any of `sources` to `target`. `who`: a person who may write packs, or the worker."""

    name: str
    sources: tuple[BatchState, ...]
    target: BatchState
    who: str = "person"


BUSY = (BatchState.QUEUED, BatchState.WORKING)
UNDER_WAY = (*BUSY, BatchState.UNDOING)
"""A worker has to do with it."""
UNDOING_OR_UNDONE = (BatchState.UNDOING, BatchState.UNDONE)
STEPS: tuple[Step, ...] = (
    Step("start", (BatchState.DRAFT, BatchState.STOPPED), BatchState.QUEUED),
    Step("take_up", BUSY, BatchState.QUEUED),
    Step("work", BUSY, BatchState.WORKING, "worker"),
    Step("finish", (BatchState.WORKING,), BatchState.DONE, "worker"),
    Step("stop", BUSY, BatchState.STOPPED),
    Step("undo", (BatchState.DONE, BatchState.STOPPED), BatchState.UNDOING),
    Step("undo_again", (BatchState.UNDOING,), BatchState.UNDOING),
    Step("end_undo", (BatchState.UNDOING,), BatchState.UNDONE, "worker"),
    Step("discard", (BatchState.DRAFT,), BatchState.DISCARDED),
)
ITEM_STEPS: tuple[tuple[str, ItemState, ItemState], ...] = (
    ("leave", ItemState.WAITING, ItemState.LEFT),
    ("make", ItemState.WAITING, ItemState.MADE),
    ("refuse", ItemState.WAITING, ItemState.REFUSED),
    ("undo", ItemState.MADE, ItemState.UNDONE),
)
ENDED = (ItemState.MADE, ItemState.REFUSED, ItemState.UNDONE)
"""Of an item: nothing more is computed for it."""
_BY_NAME = {step.name: step for step in STEPS}
QUIET = timedelta(seconds=60)
"""A run that has not written for so long counts as lost; it can be taken up again."""
WAITS = timedelta(minutes=15)
"""So long one may wait for its turn behind other work."""
ARCHIVE_WITHIN = timedelta(minutes=15)
"""An archive at which nobody has worked for so long will not come; it can be asked for again."""
MOST = 1000
"""Products in one batch."""


def step(name: str) -> Step:
    return _BY_NAME[name]


def can(state: str, name: str) -> bool:
    return state in _BY_NAME[name].sources


def check(state: str, name: str) -> str:
    """The state that follows. Raises Refused("batch_state")."""
    if not can(state, name):
        raise Refused("batch_state")
    return _BY_NAME[name].target.value


def lost(state: str, touched_at: datetime, now: datetime) -> bool:
    """Nobody works on it any more, though it says so."""
    return state in UNDER_WAY and now - touched_at > (WAITS if state == BatchState.QUEUED else QUIET)


def archiving(asked_at: datetime | None, made_at: datetime | None, now: datetime) -> bool:
    """The archive is being made."""
    if asked_at is None or now - asked_at > ARCHIVE_WITHIN:
        return False
    return made_at is None or made_at < asked_at


def page() -> str:
    """The page docs/reference/batch-states.md."""
    lines = [
        "# States of the packs of a class",
        "",
        "Made from `binakriya.packaging.rules.classes` by `scripts/make_pack_states.py`; a test holds that they agree.",
        "",
        "```mermaid",
        "stateDiagram-v2",
        f"    [*] --> {BatchState.DRAFT}",
    ]
    for one in STEPS:
        lines += [f"    {source} --> {one.target}: {one.name}" for source in one.sources]
    lines += ["```", "", "| step | from | to | who |", "|---|---|---|---|"]
    lines += [f"| {one.name} | {', '.join(one.sources)} | {one.target} | {one.who} |" for one in STEPS]
    lines += [
        "",
        "A person is one who may write packs (`packaging.write`); the worker works on their behalf. `take_up` and",
        "`undo_again` are for work whose worker is lost. An undone batch has no files any more.",
        "",
        "## Of each product in it",
        "",
        "```mermaid",
        "stateDiagram-v2",
        f"    [*] --> {ItemState.WAITING}",
        *(f"    {source} --> {target}: {name}" for name, source, target in ITEM_STEPS),
        "```",
        "",
        "A product whose pack somebody checked, adopted or withdrew stays `made` when its batch is undone.",
        "",
    ]
    return "\n".join(lines)
