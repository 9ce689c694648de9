"""What a line of the audit ledger holds, and how lines are chained.

Words: a *line* says who did what to which object, from where, when and why, with the values before and after.
The *digest* of a line is SHA-256 over the previous line's digest and the line's own canonical JSON, so that a line
which is changed, moved or taken out breaks every digest after it.
"""

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Protocol
from uuid import UUID

from binakriya.foundation.rules.masks import mask_numbers

FIRST_DIGEST = "0" * 64
# The action of a line that tells of a reading; all other lines tell of a change.
READ = "read"
_AS_LONG_AS_A_NIK = 10**15


class Who(Protocol):
    """Whoever acts: a signed-in person, a public visitor, or the software itself."""

    @property
    def id(self) -> UUID | None: ...
    @property
    def label(self) -> str: ...
    @property
    def origin(self) -> str: ...
    @property
    def office_id(self) -> UUID | None: ...


class Viewer(Protocol):
    """Whoever reads the ledger: the software itself (`system`) sees all of it, others what concerns their office."""

    @property
    def office_id(self) -> UUID | None: ...
    @property
    def system(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Line:
    """`action` such as `registry.merge`; `kind` such as `registry.enterprise`; sensitive values come masked."""

    action: str
    kind: str
    object_id: str
    label: str = ""
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)


def canonical(values: Mapping[str, Any]) -> str:
    """JSON with sorted keys and no spaces; dates and ids as text."""
    return json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)


def plain(value: Any) -> Any:
    """The value as both databases give it back unchanged: what JSON lacks becomes text, and so do characters and
    numbers that PostgreSQL's jsonb refuses or writes in another form. Whole NIK and telephones are masked, wherever
    they stand: a line can never be taken back."""
    if type(value) is str and value.isascii() and "\x00" not in value:
        return mask_numbers(value)
    if isinstance(value, int) and abs(value) >= _AS_LONG_AS_A_NIK:
        return _text(value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value + 0.0 if math.isfinite(value) and 1e-6 < abs(value) < 1e15 else (0 if value == 0 else _text(value))
    if isinstance(value, Mapping):
        return {plain(str(k)): plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        items = sorted(value, key=str) if isinstance(value, set | frozenset) else value
        return [plain(v) for v in items]
    return _text(value)


def _text(value: object) -> str:
    return mask_numbers(str(value).replace("\x00", "\ufffd").encode("utf-8", "replace").decode())


def digest(
    *,
    previous: str,
    at: datetime,
    actor_id: UUID | str | None,
    actor: str,
    origin: str,
    reason: str,
    action: str,
    kind: str,
    object_id: str,
    label: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    office_id: UUID | str | None = None,
) -> str:
    """The hexadecimal SHA-256 that seals one line to the line before it.

    The office is sealed where there is one: lines without, and those from before lines had offices, keep their seal."""
    body = canonical(
        {
            **({"office_id": str(office_id)} if office_id else {}),
            "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
            "actor_id": str(actor_id) if actor_id else "",
            "actor": actor,
            "origin": origin,
            "reason": reason,
            "action": action,
            "kind": kind,
            "object_id": object_id,
            "label": label,
            "before": before,
            "after": after,
        }
    )
    return hashlib.sha256(f"{previous}\n{body}".encode()).hexdigest()


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Only the values that differ, as (before, after)."""
    keys = [k for k in {**before, **after} if before.get(k) != after.get(k)]
    return {k: before[k] for k in keys if k in before}, {k: after[k] for k in keys if k in after}
