"""Rubrics: what they say, how they are read and written, when they are whole, which states their versions have."""

from binakriya.quality.rules.rubrics.checks import can_publish, check_rubric, problems_of
from binakriya.quality.rules.rubrics.content import (
    SCHEMA,
    Criterion,
    DefectKind,
    Gate,
    Language,
    Level,
    Rubric,
    Scale,
    Source,
    Words,
)
from binakriya.quality.rules.rubrics.files import (
    BadRubric,
    Place,
    Problem,
    digest_of,
    load_rubric,
    read_rubric,
    write_rubric,
)
from binakriya.quality.rules.rubrics.states import State

__all__ = [
    "SCHEMA",
    "BadRubric",
    "Criterion",
    "DefectKind",
    "Gate",
    "Language",
    "Level",
    "Place",
    "Problem",
    "Rubric",
    "Scale",
    "Source",
    "State",
    "Words",
    "can_publish",
    "check_rubric",
    "digest_of",
    "load_rubric",
    "problems_of",
    "read_rubric",
    "write_rubric",
]
