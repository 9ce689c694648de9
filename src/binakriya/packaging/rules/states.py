"""States of a version of a specification: the one table. docs/reference/packaging-states.md is made from it."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from binakriya.accounts.rules import Deed, Refused


class State(StrEnum):
    DRAFT = "draft"
    CHECKED = "checked"
    ADOPTED = "adopted"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Move:
    """What `name` does: from any of `sources` to `target`, by whoever may do `deed`."""

    name: str
    sources: tuple[State, ...]
    target: State
    deed: Deed


FIRST = State.DRAFT
MOVES: tuple[Move, ...] = (
    Move("check", (State.DRAFT,), State.CHECKED, Deed.PACKAGING_CHECK),
    Move("adopt", (State.CHECKED,), State.ADOPTED, Deed.PACKAGING_ADOPT),
    Move("supersede", (State.ADOPTED,), State.SUPERSEDED, Deed.PACKAGING_ADOPT),
    Move("withdraw", (State.DRAFT, State.CHECKED, State.ADOPTED), State.WITHDRAWN, Deed.PACKAGING_WRITE),
)
_BY_NAME = {move.name: move for move in MOVES}
SIGNED: tuple[State, ...] = (State.CHECKED, State.ADOPTED, State.SUPERSEDED)
"""A version in these states has been checked by a practitioner, who stands in it by name."""


def move(name: str) -> Move:
    return _BY_NAME[name]


def can_move(state: State | str, name: str) -> bool:
    return State(state) in _BY_NAME[name].sources


def check_move(state: State | str, name: str) -> State:
    """The state that follows. Raises Refused("state")."""
    if not can_move(state, name):
        raise Refused("state", state=str(state), move=name)
    return _BY_NAME[name].target


def own_work(*, made_by: UUID | None, checked_by: UUID | None) -> bool:
    """Whether somebody checks what they made themselves: better another one does, but a city may have one practitioner
    alone. It is told on page and in the ledger. What no person made or checks is nobody's own."""
    return made_by is not None and made_by == checked_by


def page() -> str:
    """The page docs/reference/packaging-states.md."""
    lines = [
        "# States of a pack specification",
        "",
        "Made from `binakriya.packaging.rules.states` by `scripts/make_pack_states.py`; a test holds that they agree.",
        "",
        "```mermaid",
        "stateDiagram-v2",
        f"    [*] --> {FIRST}",
    ]
    for one in MOVES:
        lines += [f"    {source} --> {one.target}: {one.name}" for source in one.sources]
    lines += ["```", "", "| move | from | to | who may |", "|---|---|---|---|"]
    for one in MOVES:
        lines.append(f"| {one.name} | {', '.join(one.sources)} | {one.target} | `{one.deed}` |")
    lines += [
        "",
        "What a version says of the pack is never changed: a change is a new version. A practitioner checks it and may",
        "leave a note; where it is the one who made it, page and ledger say so. At most one version of a specification",
        "is adopted; adopting another one supersedes it.",
        "",
    ]
    return "\n".join(lines)
