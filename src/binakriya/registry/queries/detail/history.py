"""What happened to an enterprise, as people read it: other enterprises by their names, not by their ids."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from binakriya.foundation.queries import Entry, history_of
from binakriya.registry.models import Enterprise

HISTORY = 40
KIND = "registry.enterprise"
# Fields whose value is the id of another enterprise.
_OTHERS = frozenset({"absorbed", "merged_into", "released"})


def _ids(entries: list[Entry]) -> set[UUID]:
    found = set()
    for entry in entries:
        for change in entry.changes:
            if change.field in _OTHERS:
                found |= {UUID(v) for v in (change.before, change.after) if _is_id(v)}
    return found


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 36


def _named(value: Any, names: Mapping[str, str]) -> Any:
    return names.get(value, value) if isinstance(value, str) else value


def history(enterprise_id: UUID, known: Mapping[UUID, str]) -> list[Entry]:
    """Newest first; one read, and one more when enterprises are named that are not in `known` (id → name)."""
    entries = history_of(kind=KIND, object_id=enterprise_id, limit=HISTORY)
    ids = _ids(entries)
    if not ids:
        return entries
    names = {str(i): name for i, name in known.items()}
    if others := ids - set(known):
        names |= {str(i): name for i, name in Enterprise.objects.filter(id__in=others).values_list("id", "name")}
    return [
        replace(
            entry,
            changes=tuple(
                replace(c, before=_named(c.before, names), after=_named(c.after, names)) if c.field in _OTHERS else c
                for c in entry.changes
            ),
        )
        for entry in entries
    ]
