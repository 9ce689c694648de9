"""What rooms above keep under an enterprise, and moves with it when it is merged.

A room adds a pair when it starts (`AppConfig.ready`), as it adds its words to the ledger:

    from binakriya.registry.followers import add_follower

    def move(*, kept_id: UUID, gone_id: UUID) -> list[str]: ...   # what was moved, as JSON-able values
    def move_back(*, moved: Any, kept_id: UUID, gone_id: UUID) -> None: ...
    add_follower("products", move, move_back)

Both are part of the merge's own transaction. What was moved is kept with the merge, for its undo.
"""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

Move = Callable[..., Any]
MoveBack = Callable[..., None]
_FOLLOWERS: dict[str, tuple[Move, MoveBack]] = {}


def add_follower(name: str, move: Move, move_back: MoveBack) -> None:
    """Adding it twice changes nothing."""
    _FOLLOWERS[name] = (move, move_back)


def follow(*, kept_id: UUID, gone_id: UUID) -> dict[str, Any]:
    """Everything that the rooms above keep under the gone one goes to the kept one; what went, by room."""
    return {name: move(kept_id=kept_id, gone_id=gone_id) for name, (move, _back) in _FOLLOWERS.items()}


def unfollow(moved: Mapping[str, Any], *, kept_id: UUID, gone_id: UUID) -> None:
    """What went comes back; rooms that did not stand at the time of the merge have nothing to bring back."""
    for name, (_move, move_back) in _FOLLOWERS.items():
        if name in moved:
            move_back(moved=moved[name], kept_id=kept_id, gone_id=gone_id)
