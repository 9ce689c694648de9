"""Writes of rubrics."""

from binakriya.quality.operations.rubrics.drafting import (
    change_facts,
    change_weights,
    move_part,
    put_part,
    remove_part,
    take_back,
)
from binakriya.quality.operations.rubrics.photos import add_level_photo, remove_level_photo
from binakriya.quality.operations.rubrics.versions import (
    adopt_starter,
    begin_rubric,
    discard_draft,
    publish_draft,
    restore_version,
    retire_rubric,
    start_draft,
    take_in_rubric,
)

__all__ = [
    "add_level_photo",
    "adopt_starter",
    "begin_rubric",
    "change_facts",
    "change_weights",
    "discard_draft",
    "move_part",
    "publish_draft",
    "put_part",
    "remove_level_photo",
    "remove_part",
    "restore_version",
    "retire_rubric",
    "start_draft",
    "take_back",
    "take_in_rubric",
]
