"""Doors for rounds of assessment: which rubrics can be scored with, and what a version says."""

from dataclasses import dataclass
from uuid import UUID

from binakriya.accounts.rules import Actor
from binakriya.quality.models import RubricVersion
from binakriya.quality.queries.rubrics.scope import visible
from binakriya.quality.rules.rubrics import Language, Rubric, State, read_rubric


@dataclass(frozen=True, slots=True)
class PublishedRubric:
    """A version that rounds may be planned with."""

    version_id: UUID
    rubric_id: UUID
    office_id: UUID
    number: int
    title: str
    materials: tuple[str, ...]
    starter: str


def published_rubrics(*, by: Actor, language: Language) -> tuple[PublishedRubric, ...]:
    """Those that reach the actor's work, by title; one read. Raises NotAllowed."""
    found = RubricVersion.objects.filter(rubric__in=visible(by), state=State.PUBLISHED.value).select_related("rubric")
    rows = [
        PublishedRubric(
            one.id,
            one.rubric_id,
            one.rubric.office_id,
            one.number,
            (one.rubric.title_en if language == "en" else "") or one.content["title"]["id"],
            tuple(one.content["materials"]),
            one.rubric.starter,
        )
        for one in found
    ]
    return tuple(sorted(rows, key=lambda row: (row.title.casefold(), row.number)))


def rubrics_of_versions(version_ids: list[UUID]) -> dict[UUID, Rubric]:
    """What these versions say; part of other queries of the room, which have asked whether the actor may read."""
    return {one.id: read_rubric(one.content) for one in RubricVersion.objects.filter(id__in=version_ids)}
