"""What an assessor sees: the list of their products, and one product to score."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from binakriya.accounts.rules import Actor, machine
from binakriya.products.queries.photos import photo_file, photo_rows
from binakriya.products.words import material_word
from binakriya.quality.models import Assignment, Recusal
from binakriya.quality.queries.rounds.scope import given_to, seen_assignment
from binakriya.quality.rules.recusal import blind_title
from binakriya.quality.rules.rounds import State
from binakriya.quality.rules.rubrics import Rubric, read_rubric
from binakriya.quality.rules.scoring import Answer, lacking
from binakriya.registry.queries import cards


@dataclass(frozen=True, slots=True)
class Task:
    """`state`: todo, work, done (sent). `title` says no maker in a blind round. `answered` of `asked` fields."""

    assignment_id: UUID
    number: int
    title: str
    material: str
    state: str
    answered: int
    asked: int
    saved_at: datetime | None
    conflicts: int


@dataclass(frozen=True, slots=True)
class TaskRound:
    """`open`: can be scored now."""

    id: UUID
    title: str
    held_on: date
    blind: bool
    open: bool
    note: str
    rows: tuple[Task, ...]

    @property
    def done(self) -> int:
        return sum(row.state == "done" for row in self.rows)

    @property
    def next(self) -> Task | None:
        """What to go on with: begun ones first."""
        left = [row for row in self.rows if row.state != "done"]
        return min(left, key=lambda row: (row.state != "work", row.number), default=None) if self.open else None


@dataclass(frozen=True, slots=True)
class ScoringPhoto:
    """`width`, `height`: points of the largest size."""

    id: UUID
    place: int
    of: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class DefectRow:
    key: str
    number: int
    photo: str
    x: float
    y: float
    kind: str
    severity: str
    cause: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """`field` says two things: what stands, and what came from another device."""

    field: str
    here: Any
    other: Any


@dataclass(frozen=True, slots=True)
class ScoringPage:
    """`maker` and `name` are "" in a blind round. `locked`: sent, or the round is not open; `may_reopen`: sent, and the
    round still open. `recused`: they have said that they don't score it."""

    assignment_id: UUID
    round_id: UUID
    round: str
    round_open: bool
    blind: bool
    number: int
    title: str
    name: str
    maker: str
    material: str
    technique: str
    rubric: Rubric
    photos: tuple[ScoringPhoto, ...]
    fields: Mapping[str, Any]
    answer: Answer
    defects: tuple[DefectRow, ...]
    conflicts: tuple[Conflict, ...]
    lacking: tuple[str, ...]
    revision: int
    state: str
    locked: bool
    may_reopen: bool
    saved_at: datetime | None
    submitted_at: datetime | None
    place: int
    of: int
    before: UUID | None
    after: UUID | None


def _recused(by: Actor) -> set[tuple[UUID, UUID]]:
    if by.id is None:
        return set()
    rows = Recusal.objects.filter(assessor__person_id=by.id).values_list("assessor_id", "product_id")
    return set(rows)


def tasks(*, by: Actor) -> tuple[TaskRound, ...]:
    """The rounds that are open, and the newest closed ones, with the actor's products; the newest day first. Three
    reads. Raises NotAllowed."""
    rows = list(
        given_to(by)
        .exclude(product__round__state=State.PLANNED.value)
        .select_related("product__round", "product__version", "product__product", "scoring")
        .order_by("-product__round__held_on", "product__round_id", "product__number")
    )
    makers = cards({one.product.product.maker_id for one in rows if one.product.round.blind})
    recused = _recused(by)
    found: dict[UUID, list[Assignment]] = {}
    for one in rows:
        if (one.assessor_id, one.product_id) not in recused:
            found.setdefault(one.product.round_id, []).append(one)
    rubrics: dict[UUID, Rubric] = {}
    made = []
    for items in found.values():
        round_ = items[0].product.round
        shown = []
        for one in items:
            version = one.product.version
            rubric = rubrics.setdefault(version.id, read_rubric(version.content))
            shown.append(_task(one, rubric, {key: card.name for key, card in makers.items()}))
        made.append(
            TaskRound(
                round_.id,
                round_.title,
                round_.held_on,
                round_.blind,
                round_.state == State.OPEN,
                round_.note,
                tuple(shown),
            )
        )
    return tuple(sorted(made, key=lambda one: not one.open))


def _title(one: Assignment, maker: str) -> str:
    product = one.product.product
    if one.product.round.blind:
        return blind_title(product.kind, str(material_word(product.material)), maker)
    return product.name


def _task(one: Assignment, rubric: Rubric, makers: Mapping[UUID, str]) -> Task:
    product = one.product.product
    scoring = getattr(one, "scoring", None)
    answer = Answer.of(scoring.fields if scoring else {})
    asked = len(lacking({}, {}, rubric))
    state = "todo" if scoring is None or scoring.revision == 0 else "done" if scoring.state == "submitted" else "work"
    return Task(
        one.id,
        one.product.number,
        _title(one, makers.get(product.maker_id, "")),
        str(material_word(product.material)),
        state,
        asked - len(lacking(answer.values, answer.gates, rubric)),
        asked,
        scoring.saved_at if scoring else None,
        len(scoring.conflicts) if scoring else 0,
    )


def scoring_page(*, assignment_id: UUID, by: Actor) -> ScoringPage:
    """Raises NotAllowed, Assignment.DoesNotExist (also for another's, and before the round is opened)."""
    one = seen_assignment(assignment_id, by)
    round_, product = one.product.round, one.product.product
    if round_.state == State.PLANNED:
        raise Assignment.DoesNotExist
    recused = _recused(by)
    if (one.assessor_id, one.product_id) in recused:
        raise Assignment.DoesNotExist
    rubric = read_rubric(one.product.version.content)
    scoring = getattr(one, "scoring", None)
    fields = dict(scoring.fields) if scoring else {}
    answer = Answer.of(fields)
    maker = cards([product.maker_id]).get(product.maker_id)
    name = maker.name if maker else ""
    photos = photo_rows(product.id)
    siblings = [
        row
        for row in given_to(by)
        .filter(product__round=round_)
        .order_by("product__number")
        .values_list("id", "assessor_id", "product_id")
        if (row[1], row[2]) not in recused
    ]
    ids = [row[0] for row in siblings]
    place = ids.index(one.id)
    open_, sent = round_.state == State.OPEN, scoring is not None and scoring.state == "submitted"
    return ScoringPage(
        assignment_id=one.id,
        round_id=round_.id,
        round=round_.title,
        round_open=open_,
        blind=round_.blind,
        number=one.product.number,
        title=_title(one, name),
        name="" if round_.blind else product.name,
        maker="" if round_.blind else name,
        material=str(material_word(product.material)),
        technique="" if round_.blind else product.technique,
        rubric=rubric,
        photos=tuple(ScoringPhoto(p.id, n, len(photos), p.width, p.height) for n, p in enumerate(photos, 1)),
        fields=fields,
        answer=answer,
        defects=tuple(
            DefectRow(key, n, d.photo, d.x, d.y, d.kind, d.severity, d.cause)
            for n, (key, d) in enumerate(sorted(answer.defects.items()), 1)
        ),
        conflicts=tuple(
            Conflict(field, fields.get(field), said["value"])
            for field, said in sorted((scoring.conflicts if scoring else {}).items())
        ),
        lacking=lacking(answer.values, answer.gates, rubric),
        revision=scoring.revision if scoring else 0,
        state="todo" if scoring is None or not scoring.revision else "done" if sent else "work",
        locked=sent or not open_,
        may_reopen=sent and open_,
        saved_at=scoring.saved_at if scoring and scoring.revision else None,
        submitted_at=scoring.submitted_at if scoring else None,
        place=place + 1,
        of=len(ids),
        before=ids[place - 1] if place else None,
        after=ids[place + 1] if place + 1 < len(ids) else None,
    )


def scoring_photo(*, assignment_id: UUID, photo_id: UUID, side: int, kind: str, by: Actor) -> bytes:
    """A photo of what the actor scores, whoever made it. Raises NotAllowed, Assignment.DoesNotExist,
    PhotoFile.DoesNotExist."""
    one = seen_assignment(assignment_id, by)
    if one.product.round.state == State.PLANNED:
        raise Assignment.DoesNotExist
    # The assignment is the permission: an assessor sees this product, and no other of its maker.
    return photo_file(product_id=one.product.product_id, photo_id=photo_id, side=side, kind=kind, by=machine("quality"))
