"""The office's pages of rounds: the list, one round with who scores what, products that may be added."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q

from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.products.queries.listing import Wanted, narrowed
from binakriya.products.queries.scope import visible as visible_products
from binakriya.quality.models import Assessor, Assignment, Recusal, RoundProduct, Scoring
from binakriya.quality.queries.rounds.classes import classes_of
from binakriya.quality.queries.rounds.people import WhoAssesses, people_who_assess
from binakriya.quality.queries.rounds.scope import seen_round, visible
from binakriya.quality.queries.rubrics.published import PublishedRubric, published_rubrics
from binakriya.quality.rules.plans import plan
from binakriya.quality.rules.rounds import State, can_plan, rubric_for
from binakriya.quality.rules.rubrics import Language

SHOWN_MOST = 200


@dataclass(frozen=True, slots=True)
class RoundRow:
    """`sent` of `given` scorings."""

    id: UUID
    title: str
    held_on: date
    state: str
    products: int
    assessors: int
    given: int
    sent: int
    is_sample: bool


@dataclass(frozen=True, slots=True)
class RoundsPage:
    """`counts`: by state, whatever is filtered. `rubrics`: how many published versions a round may be planned with."""

    rows: tuple[RoundRow, ...]
    counts: dict[str, int]
    all: int
    rubrics: int

    @property
    def empty(self) -> bool:
        return self.all == 0


@dataclass(frozen=True, slots=True)
class GivenRow:
    """One product for one assessor. `state`: todo, work, done."""

    name: str
    state: str


@dataclass(frozen=True, slots=True)
class RecusalRow:
    id: UUID
    number: int
    assessor: str
    kind: str
    reason: str
    said_at: datetime
    said_by: str


@dataclass(frozen=True, slots=True)
class PlanProduct:
    """`few`: it gets fewer scorings than the round wants."""

    product_id: UUID
    number: int
    name: str
    maker: str
    rubric: str
    given: tuple[GivenRow, ...]
    few: bool


@dataclass(frozen=True, slots=True)
class PlanAssessor:
    id: UUID
    name: str
    given: int
    sent: int


@dataclass(frozen=True, slots=True)
class RoundPage:
    """`problems`: codes of what the plan could not do (engine); `connected`: all products can be compared. `results`:
    numbers of its results, the newest first."""

    round_id: UUID
    title: str
    held_on: date
    note: str
    blind: bool
    wanted: int
    state: str
    changeable: bool
    opened_at: datetime | None
    closed_at: datetime | None
    closed_by: str
    reopened_why: str
    is_sample: bool
    rubrics: tuple[str, ...]
    products: tuple[PlanProduct, ...]
    assessors: tuple[PlanAssessor, ...]
    recusals: tuple[RecusalRow, ...]
    given: int
    sent: int
    problems: tuple[str, ...]
    connected: bool
    people: tuple[WhoAssesses, ...]
    more_rubrics: tuple[PublishedRubric, ...]
    results: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """`fits`: a rubric of the round is for its material."""

    id: UUID
    name: str
    maker: str
    material: str
    fits: bool


@dataclass(frozen=True, slots=True)
class CandidatesPage:
    """`total` match; `rows` are the first of them."""

    round_id: UUID
    round: str
    rows: tuple[Candidate, ...]
    total: int
    materials: tuple[str, ...]
    classes: tuple[tuple[str, str], ...]


def rounds_page(*, by: Actor, language: Language, text: str = "", state: str = "") -> RoundsPage:
    """Newest first. Raises NotAllowed."""
    found = visible(by)
    counts = Counter(found.values_list("state", flat=True))
    if state in set(State):
        found = found.filter(state=state)
    for word in text.split()[:6]:
        found = found.filter(title__icontains=word)
    rounds = list(found)
    ids = [one.id for one in rounds]
    standing = Q(dropped_at__isnull=True)
    rows = RoundProduct.objects.filter(standing, round__in=ids).values_list("round_id").annotate(n=Count("id"))
    products = dict(rows.order_by())
    people = Assessor.objects.filter(standing, round__in=ids).values_list("round_id").annotate(n=Count("id"))
    assessors = dict(people.order_by())
    work = Assignment.objects.filter(standing, product__dropped_at__isnull=True, product__round__in=ids)
    given = dict(work.values_list("product__round_id").annotate(n=Count("id")).order_by())
    done = work.filter(scoring__state="submitted")
    sent = dict(done.values_list("product__round_id").annotate(n=Count("id")).order_by())
    return RoundsPage(
        tuple(
            RoundRow(
                one.id,
                one.title,
                one.held_on,
                one.state,
                products.get(one.id, 0),
                assessors.get(one.id, 0),
                given.get(one.id, 0),
                sent.get(one.id, 0),
                one.is_sample,
            )
            for one in rounds
        ),
        dict(counts),
        sum(counts.values()),
        len(published_rubrics(by=by, language=language)),
    )


@dataclass(frozen=True, slots=True)
class Choices:
    """What a new round may be made of."""

    rubrics: tuple[PublishedRubric, ...]
    people: tuple[WhoAssesses, ...]


def plan_choices(*, by: Actor, language: Language) -> Choices:
    """Raises NotAllowed."""
    check_may(by, Deed.QUALITY_PLAN)
    rubrics = tuple(one for one in published_rubrics(by=by, language=language) if one.office_id == by.office_id)
    people = people_who_assess(by=by, office_id=by.office_id) if by.office_id else ()
    return Choices(rubrics, people)


def _state_of(one: Assignment) -> str:
    scoring: Scoring | None = getattr(one, "scoring", None)
    if scoring is None or not scoring.revision:
        return "todo"
    return "done" if scoring.state == "submitted" else "work"


def round_page(*, round_id: UUID, by: Actor, language: Language) -> RoundPage:
    """For whoever plans: it names products and makers also of a blind round. Raises NotAllowed, Round.DoesNotExist."""
    check_may(by, Deed.QUALITY_PLAN)
    round_ = seen_round(round_id, by)
    products = list(round_.products.filter(dropped_at__isnull=True).select_related("product__maker", "version__rubric"))
    assessors = list(round_.assessors.filter(dropped_at__isnull=True))
    standing = {one.id for one in products}
    work = [
        one
        for one in Assignment.objects.filter(product__round=round_, dropped_at__isnull=True)
        .select_related("assessor", "scoring")
        .order_by("assessor__name")
        if one.product_id in standing
    ]
    recusals = list(Recusal.objects.filter(product__round=round_).select_related("assessor", "product"))
    by_product: dict[UUID, list[GivenRow]] = defaultdict(list)
    loads: Counter[UUID] = Counter()
    sent: Counter[UUID] = Counter()
    for one in work:
        state = _state_of(one)
        by_product[one.product_id].append(GivenRow(one.assessor.name, state))
        loads[one.assessor_id] += 1
        sent[one.assessor_id] += state == "done"
    made = plan(
        products=standing,
        assessors=[one.id for one in assessors],
        wanted=round_.wanted,
        recused={(one.product_id, one.assessor_id) for one in recusals},
        fixed={(one.product_id, one.assessor_id) for one in work},
        seed=round_.seed,
    )
    changeable = can_plan(round_.state)
    there = set(round_.rubrics.values_list("version_id", flat=True))
    published = published_rubrics(by=by, language=language) if changeable else ()
    asked = {one.person_id for one in assessors}
    people = people_who_assess(by=by, office_id=round_.office_id) if changeable else ()
    return RoundPage(
        round_id=round_.id,
        title=round_.title,
        held_on=round_.held_on,
        note=round_.note,
        blind=round_.blind,
        wanted=round_.wanted,
        state=round_.state,
        changeable=changeable,
        opened_at=round_.opened_at,
        closed_at=round_.closed_at,
        closed_by=round_.closed_by,
        reopened_why=round_.reopened_why,
        is_sample=round_.is_sample,
        rubrics=tuple(
            f"{one.version.rubric.title} ({one.version.number})"
            for one in round_.rubrics.select_related("version__rubric")
        ),
        products=tuple(
            PlanProduct(
                one.product_id,
                one.number,
                one.product.name,
                one.product.maker.name,
                one.version.rubric.title,
                tuple(by_product[one.id]),
                len(by_product[one.id]) < round_.wanted,
            )
            for one in products
        ),
        assessors=tuple(PlanAssessor(one.id, one.name, loads[one.id], sent[one.id]) for one in assessors),
        recusals=tuple(
            RecusalRow(one.id, one.product.number, one.assessor.name, one.kind, one.reason, one.said_at, one.said_by)
            for one in recusals
            if one.product_id in standing and one.assessor.dropped_at is None
        ),
        given=sum(loads.values()),
        sent=sum(sent.values()),
        problems=tuple(dict.fromkeys(made.problems)),
        connected=made.connected and set(made.pairs) <= {(one.product_id, one.assessor_id) for one in work},
        people=tuple(one for one in people if one.id not in asked),
        more_rubrics=tuple(
            one for one in published if one.version_id not in there and one.office_id == round_.office_id
        ),
        results=tuple(round_.results.values_list("number", flat=True)),
    )


def candidates_page(
    *, round_id: UUID, by: Actor, text: str = "", material: str = "", association: str = "", class_id: str = ""
) -> CandidatesPage:
    """Products of the office that are not in the round yet. Raises NotAllowed, Round.DoesNotExist."""
    check_may(by, Deed.QUALITY_PLAN)
    round_ = seen_round(round_id, by)
    taken = round_.products.filter(dropped_at__isnull=True).values("product_id")
    free = visible_products(by).filter(office_id=round_.office_id).exclude(id__in=taken)
    found = narrowed(free, Wanted(text=text, material=material))
    if association and (asked := _uuid(association)):
        found = found.filter(maker__memberships__association_id=asked, maker__memberships__removed_at__isnull=True)
    classes = {str(one.id): one for one in classes_of(by)}
    if class_id in classes:
        found = found.filter(maker_id__in=classes[class_id].makers)
    versions = round_.rubrics.select_related("version")
    rubrics = {str(one.version_id): tuple(one.version.content["materials"]) for one in versions}
    rows = found.select_related("maker").order_by("name", "id")[:SHOWN_MOST]
    return CandidatesPage(
        round_.id,
        round_.title,
        tuple(
            Candidate(one.id, one.name, one.maker.name, one.material, rubric_for(one.material, rubrics) is not None)
            for one in rows
        ),
        found.count(),
        tuple(free.filter(state="active").order_by().values_list("material", flat=True).distinct()),
        tuple((key, one.name) for key, one in classes.items()),
    )


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
