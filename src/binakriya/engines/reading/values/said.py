"""What a value module returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from binakriya.engines.reading.records import Note, Value


@dataclass(frozen=True, slots=True)
class Said:
    """A value as understood from a cell: `why` is a code, `warnings` are doubts, `suggestion` was not said."""

    value: Value = None
    why: str = "as_written"
    warnings: tuple[Note, ...] = ()
    suggestion: Value = None


def doubt(code: str, /, **params: Any) -> tuple[Note, ...]:
    """One doubt."""
    return (Note(code, params),)
