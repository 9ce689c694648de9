"""States of a round of assessment: the one table. Who may plan, who may score, when a result is made."""

from dataclasses import dataclass
from enum import StrEnum

from binakriya.accounts.rules import Deed, Refused

WANTED_MOST = 6
PRODUCTS_MOST, ASSESSORS_MOST = 500, 40
TITLE_MOST, NOTE_MOST, REASON_MOST = 120, 500, 300


class State(StrEnum):
    """Products are scored while a round is open, and only then."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Move:
    """What `name` does: from any of `sources` to `target`; `reason`: it asks why."""

    name: str
    sources: tuple[State, ...]
    target: State
    deed: Deed
    reason: bool = False


FIRST = State.PLANNED
MOVES: tuple[Move, ...] = (
    Move("open", (State.PLANNED,), State.OPEN, Deed.QUALITY_PLAN),
    Move("close", (State.OPEN,), State.CLOSED, Deed.QUALITY_PLAN),
    Move("reopen", (State.CLOSED,), State.OPEN, Deed.QUALITY_PLAN, reason=True),
)
_BY_NAME = {move.name: move for move in MOVES}


def move(name: str) -> Move:
    return _BY_NAME[name]


def can_move(state: State | str, name: str) -> bool:
    return State(state) in _BY_NAME[name].sources


def check_move(state: State | str, name: str, *, reason: str = "") -> State:
    """The state that follows. Raises Refused: round_state, reason_needed."""
    one = _BY_NAME[name]
    if not can_move(state, name):
        raise Refused("round_state", state=str(state), move=name)
    if one.reason and not reason.strip():
        raise Refused("reason_needed")
    return one.target


def can_plan(state: State | str) -> bool:
    """Whether products and assessors may come and go."""
    return State(state) in (State.PLANNED, State.OPEN)


def check_plan(state: State | str) -> None:
    """Raises Refused("round_closed")."""
    if not can_plan(state):
        raise Refused("round_closed")


def can_score(state: State | str) -> bool:
    return State(state) is State.OPEN


def check_score(state: State | str) -> None:
    """Raises Refused: round_closed, round_not_open."""
    if not can_score(state):
        raise Refused("round_closed" if State(state) is State.CLOSED else "round_not_open")


def rubric_for(material: str, rubrics: dict[str, tuple[str, ...]]) -> str | None:
    """The key of the rubric that a product of that material is scored with: the one that names the material (the first
    of several, as they stand), else one for any material. None: none fits."""
    for key, materials in rubrics.items():
        if material in materials:
            return key
    for key, materials in rubrics.items():
        if not materials:
            return key
    return None


def page() -> str:
    """The page docs/reference/round-states.md."""
    lines = [
        "# States of a round of assessment",
        "",
        "Made from `binakriya.quality.rules.rounds`; a test holds that they agree.",
        "",
        "```mermaid",
        "stateDiagram-v2",
        f"    [*] --> {FIRST}",
    ]
    for one in MOVES:
        lines += [f"    {source} --> {one.target}: {one.name}" for source in one.sources]
    lines += ["```", "", "| move | from | to | who may | asks why |", "|---|---|---|---|---|"]
    for one in MOVES:
        why = "yes" if one.reason else "no"
        lines.append(f"| {one.name} | {', '.join(one.sources)} | {one.target} | `{one.deed}` | {why} |")
    lines += [
        "",
        "Products, assessors and recusals may be changed until the round is closed; what was scored stays. Closing",
        "computes a result that is never changed; a round that is opened again gets another one beside it.",
        "",
    ]
    return "\n".join(lines)
