"""Saves of two devices meet field by field, and nothing of either is dropped.

A device says which revision it had seen (`base`) and what it changed since. A field that another device changed after
that revision is in **conflict** when the two say different things: what stands stays, what came is kept beside it, and
the assessor chooses. What one device says later goes before what it said earlier, also when an answer was lost on the
way and it still counts from an older revision.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Mark = tuple[int, str]
"""The revision in which a field was changed last, and by which device."""


@dataclass(frozen=True, slots=True)
class Merged:
    """`fields`, `marks`, `conflicts` as they are to be kept; `revision`: raised when anything changed. `conflicts`:
    field → {"value": what came, "device": from where}."""

    fields: dict[str, Any]
    marks: dict[str, Mark]
    conflicts: dict[str, dict[str, Any]]
    revision: int
    changed: tuple[str, ...]


def _same(one: Any, other: Any) -> bool:
    """Empty is empty, however it is said."""
    return (one or None) == (other or None) if not isinstance(one, int) and not isinstance(other, int) else one == other


def merge(
    *,
    fields: Mapping[str, Any],
    marks: Mapping[str, Mark],
    conflicts: Mapping[str, dict[str, Any]],
    revision: int,
    base: int,
    device: str,
    changes: Mapping[str, Any],
) -> Merged:
    """What is kept after `changes` came from `device`, which had seen `base`."""
    now, marked, open_ = dict(fields), dict(marks), dict(conflicts)
    next_, changed = revision + 1, []
    for name, value in changes.items():
        at, who = marked.get(name, (0, device))
        if _same(now.get(name), value):
            # Both say the same: nothing to choose any more, if it was this device that had said otherwise.
            if open_.get(name, {}).get("device") == device:
                del open_[name]
                changed.append(name)
            continue
        if at > base and who != device:
            if open_.get(name) != {"value": value, "device": device}:
                open_[name] = {"value": value, "device": device}
                changed.append(name)
            continue
        now[name], marked[name] = value, (next_, device)
        changed.append(name)
    return Merged(now, marked, open_, next_ if changed else revision, tuple(changed))


def settle(
    *,
    fields: Mapping[str, Any],
    marks: Mapping[str, Mark],
    conflicts: Mapping[str, dict[str, Any]],
    revision: int,
    device: str,
    name: str,
    take_other: bool,
) -> Merged:
    """The assessor chose: what stands, or (`take_other`) what came from the other device. A field that is not in
    conflict is left as it is."""
    now, marked, open_ = dict(fields), dict(marks), dict(conflicts)
    if name not in open_:
        return Merged(now, marked, open_, revision, ())
    other = open_.pop(name)
    if take_other:
        now[name] = other["value"]
    marked[name] = (revision + 1, device)
    return Merged(now, marked, open_, revision + 1, (name,))
