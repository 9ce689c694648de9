"""Reads of rubrics."""

from binakriya.quality.queries.rubrics.pages import (
    compare_page,
    draft_page,
    level_photo,
    rubrics_page,
    version_page,
)
from binakriya.quality.queries.rubrics.published import PublishedRubric, published_rubrics, rubrics_of_versions

__all__ = [
    "PublishedRubric",
    "compare_page",
    "draft_page",
    "level_photo",
    "published_rubrics",
    "rubrics_of_versions",
    "rubrics_page",
    "version_page",
]
