"""What an assessor says of a product: fields and their values, how saves of two devices meet, the total."""

from binakriya.quality.rules.scoring.fields import (
    DEFECTS_MOST,
    Answer,
    DefectSaid,
    Gate,
    Severity,
    read_changes,
    read_value,
)
from binakriya.quality.rules.scoring.merging import Merged, merge, settle
from binakriya.quality.rules.scoring.totals import lacking, nearest_level, total

__all__ = [
    "DEFECTS_MOST",
    "Answer",
    "DefectSaid",
    "Gate",
    "Merged",
    "Severity",
    "lacking",
    "merge",
    "nearest_level",
    "read_changes",
    "read_value",
    "settle",
    "total",
]
