"""Reading lists of craft enterprises as Indonesian offices, associations and forms send them.

`read_lists` takes files (names and bytes) and gives lists of rows whose cells are understood, each with what the cell
showed, what was understood, why, and with which doubts. It is plain Python: no web, no database, no clock. What is
understood, with examples: docs/reference/reading.md.
"""

from __future__ import annotations

from binakriya.engines.reading.columns import learned_key
from binakriya.engines.reading.errors import UnreadableFile
from binakriya.engines.reading.evaluate import evaluate_reading
from binakriya.engines.reading.files import Limits
from binakriya.engines.reading.places import Gazetteer, Place
from binakriya.engines.reading.reader import Overrides, read_lists, understand_again, understand_row
from binakriya.engines.reading.records import (
    Column,
    Note,
    Other,
    ReadList,
    ReadRow,
    Skipped,
    SourceFile,
    Understood,
    row_from_json,
)

VERSION = 3
"""Raised when the same file is understood differently than before."""

__all__ = [
    "VERSION",
    "Column",
    "Gazetteer",
    "Limits",
    "Note",
    "Other",
    "Overrides",
    "Place",
    "ReadList",
    "ReadRow",
    "Skipped",
    "SourceFile",
    "Understood",
    "UnreadableFile",
    "evaluate_reading",
    "learned_key",
    "read_lists",
    "row_from_json",
    "understand_again",
    "understand_row",
]
