"""What the pages of rubrics show."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from binakriya.accounts.rules import Actor, Deed, NotAllowed
from binakriya.quality.models import LevelPhoto, LevelPhotoFile, RubricVersion
from binakriya.quality.models import Rubric as Row
from binakriya.quality.queries.rubrics.scope import seen_rubric, seen_versions, visible
from binakriya.quality.rules.rubrics import Language, Problem, Rubric, problems_of, read_rubric
from binakriya.quality.rules.rubrics.comparing import Difference, differences
from binakriya.quality.rules.rubrics.starters import starter, starters
from binakriya.quality.rules.rubrics.states import State


@dataclass(frozen=True, slots=True)
class RubricRow:
    """`state`: of the version that counts (the published one, else the newest). `draft`: a draft is there too."""

    id: UUID
    title: str
    materials: tuple[str, ...]
    starter: str
    state: State
    number: int
    draft: bool
    criteria: int
    gates: int
    updated_at: datetime
    is_sample: bool


@dataclass(frozen=True, slots=True)
class StarterRow:
    """`adopted`: the office has a rubric that came from it."""

    key: str
    title: str
    about: str
    criteria: int
    gates: int
    materials: tuple[str, ...]
    adopted: bool


@dataclass(frozen=True, slots=True)
class ListPage:
    """`counts`: by state, of what fits text and material. `materials`: what can be filtered by."""

    rows: tuple[RubricRow, ...]
    starters: tuple[StarterRow, ...]
    counts: dict[str, int]
    all: int
    materials: tuple[str, ...]
    empty: bool


@dataclass(frozen=True, slots=True)
class VersionRow:
    id: UUID
    number: int
    state: State
    note: str
    made_at: datetime
    made_by: str
    changed_at: datetime
    changed_by: str
    published_at: datetime | None
    published_by: str
    retired_at: datetime | None
    retired_by: str
    reason: str
    digest: str


@dataclass(frozen=True, slots=True)
class PhotoAlt:
    """`width`, `height`: points of the largest size."""

    id: UUID
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class VersionPage:
    """`problems`: what a draft still lacks. `photos`: pictures of levels by the id that a level names."""

    rubric_id: UUID
    office_id: UUID
    starter: str
    adopted_at: datetime | None
    adopted_by: str
    is_sample: bool
    version: VersionRow
    rubric: Rubric
    versions: tuple[VersionRow, ...]
    draft: VersionRow | None
    published: VersionRow | None
    problems: tuple[Problem, ...]
    photos: dict[str, PhotoAlt]
    may_write: bool
    can_take_back: bool


@dataclass(frozen=True, slots=True)
class ComparePage:
    rubric_id: UUID
    title: str
    before: VersionRow | None
    after: VersionRow
    versions: tuple[VersionRow, ...]
    starter: str
    differences: tuple[Difference, ...]


def rubrics_page(*, by: Actor, language: Language, text: str = "", material: str = "", state: str = "") -> ListPage:
    """`state`: draft, published or retired; a rubric with a draft beside a published version is found by both.
    Raises NotAllowed."""
    found = list(visible(by).prefetch_related("versions"))
    writes = by.may(Deed.QUALITY_RUBRIC)
    rows = [row for one in found if (row := _row(one, language, writes)) is not None]
    words = text.casefold().split()
    fitting = [
        row
        for row in rows
        if all(word in row.title.casefold() for word in words) and (not material or material in row.materials)
    ]
    counts = {one.value: sum(_is(row, one) for row in fitting) for one in State}
    adopted = {row.starter for row in rows}
    return ListPage(
        rows=tuple(row for row in fitting if not state or (state in set(State) and _is(row, State(state)))),
        starters=tuple(
            StarterRow(
                key,
                one.title[language],
                one.about[language],
                len(one.criteria),
                len(one.gates),
                one.materials,
                key in adopted,
            )
            for key, one in starters().items()
        ),
        counts=counts,
        all=len(fitting),
        materials=tuple(sorted({word for row in rows for word in row.materials})),
        empty=not rows,
    )


def _is(row: RubricRow, state: State) -> bool:
    return row.state == state or (state == State.DRAFT and row.draft)


def _row(one: Row, language: Language, writes: bool) -> RubricRow | None:
    versions = [v for v in one.versions.all() if writes or v.state != State.DRAFT]
    if not versions:
        return None
    counting = next((v for v in versions if v.state == State.PUBLISHED), versions[0])
    content = counting.content
    return RubricRow(
        id=one.id,
        title=read_rubric(content).title[language],
        materials=tuple(content["materials"]),
        starter=one.starter,
        state=State(counting.state),
        number=counting.number,
        draft=any(v.state == State.DRAFT for v in versions),
        criteria=len(content["criteria"]),
        gates=len(content["gates"]),
        updated_at=one.updated_at,
        is_sample=one.is_sample,
    )


def version_page(*, rubric_id: UUID, by: Actor, number: int | None = None) -> VersionPage:
    """The version with that number; without one the published, else the newest. Raises NotAllowed, Rubric.DoesNotExist,
    RubricVersion.DoesNotExist."""
    row = seen_rubric(rubric_id, by)
    versions = list(seen_versions(row, by))
    published = next((one for one in versions if one.state == State.PUBLISHED), None)
    draft = next((one for one in versions if one.state == State.DRAFT), None)
    if number is None:
        wanted = published or (versions[0] if versions else None)
    else:
        wanted = next((one for one in versions if one.number == number), None)
    if wanted is None:
        raise RubricVersion.DoesNotExist
    rubric = read_rubric(wanted.content)
    photos = LevelPhoto.objects.filter(rubric=row)
    return VersionPage(
        rubric_id=row.id,
        office_id=row.office_id,
        starter=row.starter,
        adopted_at=row.adopted_at,
        adopted_by=row.adopted_by,
        is_sample=row.is_sample,
        version=_version(wanted),
        rubric=rubric,
        versions=tuple(_version(one) for one in versions),
        draft=_version(draft) if draft else None,
        published=_version(published) if published else None,
        problems=problems_of(rubric) if wanted.state == State.DRAFT else (),
        photos={str(one.id): PhotoAlt(one.id, one.alt, one.width, one.height) for one in photos},
        may_write=by.may(Deed.QUALITY_RUBRIC),
        can_take_back=wanted.before is not None,
    )


def draft_page(*, rubric_id: UUID, by: Actor) -> VersionPage:
    """The draft. Raises NotAllowed, Rubric.DoesNotExist, RubricVersion.DoesNotExist when there is none."""
    if not by.may(Deed.QUALITY_RUBRIC):
        raise NotAllowed(Deed.QUALITY_RUBRIC)
    draft = seen_versions(seen_rubric(rubric_id, by), by).get(state=State.DRAFT.value)
    return version_page(rubric_id=rubric_id, by=by, number=draft.number)


def compare_page(
    *, rubric_id: UUID, by: Actor, language: Language, before: int | None, after: int | None
) -> ComparePage:
    """Versions by number; `before` 0 for the starter that it came from. Without numbers the newest and the one before
    it (the first version: the starter). Raises NotAllowed, Rubric.DoesNotExist, RubricVersion.DoesNotExist."""
    row = seen_rubric(rubric_id, by)
    versions = {one.number: one for one in seen_versions(row, by)}
    if not versions:
        raise RubricVersion.DoesNotExist
    last = after if after is not None else max(versions)
    earlier = [number for number in versions if number < last]
    first = before if before is not None else max(earlier, default=0 if row.starter else last)
    if last not in versions or (first not in versions and not (first == 0 and row.starter)):
        raise RubricVersion.DoesNotExist
    newer = read_rubric(versions[last].content)
    older = starter(row.starter) if first == 0 else read_rubric(versions[first].content)
    return ComparePage(
        rubric_id=row.id,
        title=newer.title[language],
        before=_version(versions[first]) if first else None,
        after=_version(versions[last]),
        versions=tuple(_version(one) for one in versions.values()),
        starter=row.starter,
        differences=differences(older, newer, language),
    )


def level_photo(*, rubric_id: UUID, photo_id: UUID, side: int, kind: str, by: Actor) -> bytes:
    """One size as it was before it was sealed. Raises NotAllowed, Rubric.DoesNotExist, LevelPhotoFile.DoesNotExist."""
    row = seen_rubric(rubric_id, by)
    found = LevelPhotoFile.objects.get(photo_id=photo_id, photo__rubric=row, side=side, kind=kind)
    with found.file.open("rb") as stored:
        return LevelPhotoFile.sealing().unseal(stored.read())


def _version(one: RubricVersion) -> VersionRow:
    return VersionRow(
        id=one.id,
        number=one.number,
        state=State(one.state),
        note=one.note,
        made_at=one.made_at,
        made_by=one.made_by,
        changed_at=one.changed_at,
        changed_by=one.changed_by,
        published_at=one.published_at,
        published_by=one.published_by,
        retired_at=one.retired_at,
        retired_by=one.retired_by,
        reason=one.reason,
        digest=one.digest,
    )
