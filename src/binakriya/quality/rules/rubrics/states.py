"""States of a version of a rubric: the one table. docs/reference/quality-states.md is made from it."""

from dataclasses import dataclass
from enum import StrEnum

from binakriya.accounts.rules import Deed, Refused


class State(StrEnum):
    """Only what is published can be scored with; scored work keeps the version that it was scored with for ever."""

    DRAFT = "draft"
    PUBLISHED = "published"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Move:
    """What `name` does: from any of `sources` to `target`, by whoever may do `deed`."""

    name: str
    sources: tuple[State, ...]
    target: State
    deed: Deed


FIRST = State.DRAFT
MOVES: tuple[Move, ...] = (
    Move("publish", (State.DRAFT,), State.PUBLISHED, Deed.QUALITY_RUBRIC),
    Move("supersede", (State.PUBLISHED,), State.RETIRED, Deed.QUALITY_RUBRIC),
    Move("retire", (State.PUBLISHED,), State.RETIRED, Deed.QUALITY_RUBRIC),
    Move("restore", (State.RETIRED,), State.PUBLISHED, Deed.QUALITY_RUBRIC),
)
_BY_NAME = {move.name: move for move in MOVES}
FROZEN: tuple[State, ...] = (State.PUBLISHED, State.RETIRED)
"""What a version says is never changed in these states."""

REPLACED = "→ "
"""How the reason of a version begins that another one replaced; its number follows."""


def move(name: str) -> Move:
    return _BY_NAME[name]


def can_move(state: State | str, name: str) -> bool:
    return State(state) in _BY_NAME[name].sources


def check_move(state: State | str, name: str) -> State:
    """The state that follows. Raises Refused("rubric_state")."""
    if not can_move(state, name):
        raise Refused("rubric_state", state=str(state), move=name)
    return _BY_NAME[name].target


def page() -> str:
    """The page docs/reference/quality-states.md."""
    lines = [
        "# States of a rubric's version",
        "",
        "Made from `binakriya.quality.rules.rubrics.states` by `scripts/make_quality_states.py`; a test holds that",
        "they agree.",
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
        "A rubric has at most one draft and at most one published version. A draft may be unfinished; publishing asks",
        "that it is whole (weights that add up to 100, anchored ends of the scale, words where they belong) and",
        "freezes it: the database refuses a change of what it says. Publishing the next version retires the",
        "one before. Rounds that were scored with a version keep it.",
        "",
    ]
    return "\n".join(lines)
