"""States and what leads from one to the next: the one table of the room.

The diagrams in docs/reference/training-states.md are made from it by `scripts/make_state_diagrams.py`.
"""

from dataclasses import dataclass
from enum import StrEnum

from binakriya.accounts.rules import Refused


class ActivityState(StrEnum):
    DRAFT = "draft"
    ANNOUNCED = "announced"
    OPEN = "open"
    CLOSED = "closed"
    RUNNING = "running"
    DONE = "done"
    REPORTED = "reported"
    CANCELLED = "cancelled"


class RegistrationState(StrEnum):
    REGISTERED = "registered"
    WAITING = "waiting"
    ATTENDED = "attended"
    CANCELLED = "cancelled"


class CertificateState(StrEnum):
    ISSUED = "issued"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Move:
    """What `name` does: from any of `sources` to `target`."""

    name: str
    sources: tuple[StrEnum, ...]
    target: StrEnum


@dataclass(frozen=True, slots=True)
class Machine:
    """`first`: the states a thing may begin in."""

    name: str
    first: tuple[StrEnum, ...]
    moves: tuple[Move, ...]


_A, _R, _C = ActivityState, RegistrationState, CertificateState

ACTIVITY = Machine(
    "activity",
    (_A.DRAFT,),
    (
        Move("announce", (_A.DRAFT,), _A.ANNOUNCED),
        Move("withdraw", (_A.ANNOUNCED,), _A.DRAFT),
        Move("open", (_A.DRAFT, _A.ANNOUNCED, _A.CLOSED), _A.OPEN),
        Move("close", (_A.OPEN,), _A.CLOSED),
        Move("start", (_A.OPEN, _A.CLOSED), _A.RUNNING),
        Move("finish", (_A.RUNNING,), _A.DONE),
        Move("resume", (_A.DONE,), _A.RUNNING),
        Move("report", (_A.DONE,), _A.REPORTED),
        Move("reopen_report", (_A.REPORTED,), _A.DONE),
        Move("cancel", (_A.DRAFT, _A.ANNOUNCED, _A.OPEN, _A.CLOSED), _A.CANCELLED),
    ),
)
REGISTRATION = Machine(
    "registration",
    (_R.REGISTERED, _R.WAITING),
    (
        Move("promote", (_R.WAITING,), _R.REGISTERED),
        Move("cancel", (_R.REGISTERED, _R.WAITING), _R.CANCELLED),
        Move("attend", (_R.REGISTERED,), _R.ATTENDED),
        Move("undo_attend", (_R.ATTENDED,), _R.REGISTERED),
    ),
)
CERTIFICATE = Machine("certificate", (_C.ISSUED,), (Move("revoke", (_C.ISSUED,), _C.REVOKED),))
MACHINES = (ACTIVITY, REGISTRATION, CERTIFICATE)

# Seats are held by these; they are what `seats_taken` counts.
SEATED = (_R.REGISTERED, _R.ATTENDED)
# In these an activity is shown to everyone.
PUBLIC = (_A.ANNOUNCED, _A.OPEN, _A.CLOSED, _A.RUNNING, _A.DONE, _A.REPORTED)
# In these its plan may be edited, people may be added by officers, attendance may be taken, certificates issued.
EDITABLE = (_A.DRAFT, _A.ANNOUNCED, _A.OPEN, _A.CLOSED, _A.RUNNING, _A.DONE)
REGISTERING = (_A.ANNOUNCED, _A.OPEN, _A.CLOSED, _A.RUNNING)
CHECKING_IN = (_A.OPEN, _A.CLOSED, _A.RUNNING)
CERTIFYING = (_A.RUNNING, _A.DONE, _A.REPORTED)
# Those of them in which an office still owes its certificates.
OWING_CERTIFICATES = (_A.RUNNING, _A.DONE)
BEFORE_REGISTRATION = (_A.DRAFT, _A.ANNOUNCED)
# An office expects answers to its letters in these; it has nothing left to do in the last.
AWAITING_ANSWERS = (_A.ANNOUNCED, _A.OPEN, _A.CLOSED)
AT_REST = (_A.DRAFT, _A.CANCELLED, _A.REPORTED)
SELF_SERVICE = (_A.ANNOUNCED, _A.OPEN, _A.CLOSED)


def after(machine: Machine, state: str, move: str) -> str:
    """The state that `move` leads to; raises Refused("wrong_state")."""
    for known in machine.moves:
        if known.name == move and state in known.sources:
            return known.target
    raise Refused("wrong_state")


def can_move(machine: Machine, state: str, move: str) -> bool:
    return any(known.name == move and state in known.sources for known in machine.moves)


def moves_from(machine: Machine, state: str) -> tuple[str, ...]:
    """The names of what can be done in this state, in the table's order."""
    return tuple(known.name for known in machine.moves if state in known.sources)


def check_state(state: str, allowed: tuple[ActivityState, ...], reason: str = "wrong_state") -> None:
    """Raises Refused(reason) unless the activity is in one of the states."""
    if state not in allowed:
        raise Refused(reason)


def mermaid(machine: Machine) -> str:
    """The machine as a Mermaid state diagram."""
    lines = ["stateDiagram-v2"]
    lines += [f"    [*] --> {state}" for state in machine.first]
    lines += [f"    {source} --> {move.target}: {move.name}" for move in machine.moves for source in move.sources]
    sources = {source for move in machine.moves for source in move.sources}
    ends = dict.fromkeys(move.target for move in machine.moves if move.target not in sources)
    lines += [f"    {state} --> [*]" for state in ends]
    return "\n".join(lines)


def reference() -> str:
    """The page docs/reference/training-states.md."""
    parts = [
        "# States of training\n\nMade from `src/binakriya/training/rules/states.py` by "
        "`scripts/make_state_diagrams.py`; a test fails when they differ."
    ]
    parts += [f"## {m.name.capitalize()}\n\n```mermaid\n{mermaid(m)}\n```" for m in MACHINES]
    return "\n\n".join(parts) + "\n"
