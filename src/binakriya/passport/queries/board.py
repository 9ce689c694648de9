"""All passports in reach: filtered, in order, one page of it, and what the group would gain most by."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.passport.models import Passport, Standing
from binakriya.passport.queries.live import criteria_of
from binakriya.passport.rules.criteria import CriteriaSet, starter
from binakriya.passport.rules.stages import DYES, STAGES
from binakriya.passport.rules.steps import group_steps
from binakriya.products.queries.listing import Wanted, narrowed
from binakriya.products.queries.scope import visible
from binakriya.products.words import language

PAGE = 25
# Beyond it a group is no class or association, and counting what each product lacks would read too much for a page.
ADVICE_MOST = 5000
CODES = {"belum": 0, "jalan": 1, "penuh": 2}
SHOWN = tuple(CODES)
ORDERS = {
    "nama": ("product__name", "product_id"),
    "pembuat": ("product__maker__name", "product__name", "product_id"),
    "tertinggal": ("met", "product_id"),
    "maju": ("-met", "product_id"),
}
EXPORT_HEAD = ("product_id", "maker", "product", *STAGES, "met", "whole", "next_step", "calculated_at")


@dataclass(frozen=True, slots=True)
class BoardRow:
    """`states`: of the five stages, as the strip takes them. `step`: title of the first next step, or ""."""

    id: UUID
    name: str
    maker: str
    states: tuple[str, ...]
    met: int
    whole: int
    step: str


@dataclass(frozen=True, slots=True)
class StageCount:
    """`full`, `begun`: products of the group that have all of a stage, that are on their way."""

    dye: str
    full: int
    begun: int


@dataclass(frozen=True, slots=True)
class Advice:
    title: str
    todo: str
    lacking: int
    whole: int


@dataclass(frozen=True, slots=True)
class BoardPage:
    """`waiting`: products of the group whose passport is not worked out yet. `large`: too many for advice."""

    rows: tuple[BoardRow, ...]
    page: Page[Passport]
    total: int
    stages: tuple[StageCount, ...]
    advice: tuple[Advice, ...]
    large: bool
    waiting: int


def _group(by: Actor, wanted: Wanted) -> QuerySet[Passport]:
    check_may(by, Deed.PASSPORT_READ)
    return Passport.objects.filter(product__in=narrowed(visible(by), wanted))


def _chosen(rows: QuerySet[Passport], stage: str, state: str, sort: str) -> QuerySet[Passport]:
    if stage in STAGES and state in CODES:
        rows = rows.filter(**{stage: CODES[state]})
    return rows.order_by(*ORDERS.get(sort, ORDERS["nama"])).select_related("product__maker")


def _criteria(office_id: UUID | None) -> CriteriaSet:
    return criteria_of(office_id) if office_id else starter()


def _steps(rows: list[Passport]) -> dict[UUID, str]:
    sets = {office_id: criteria_of(office_id) for office_id in {one.office_id for one in rows}}
    tongue, found = language(), {}
    for one in rows:
        criterion = sets[one.office_id].find(one.step)
        found[one.product_id] = criterion.title[tongue] if criterion else ""
    return found


def _advice(group: QuerySet[Passport], products: int, office_id: UUID | None) -> tuple[Advice, ...]:
    met: dict[str, int] = {}
    apart: dict[str, int] = {}
    standing = Standing.objects.filter(
        to_at__isnull=True, state__in=("met", "not_applicable"), product__in=group.values("product_id")
    )
    for key, state, n in standing.order_by().values_list("criterion", "state").annotate(n=Count("id")):
        (met if state == "met" else apart)[key] = n
    tongue = language()
    return tuple(
        Advice(one.criterion.title[tongue], one.criterion.step[tongue], one.lacking, one.whole)
        for one in group_steps(_criteria(office_id).criteria, met=met, apart=apart, products=products)
    )


def board_page(*, by: Actor, wanted: Wanted, stage: str, state: str, sort: str, number: int) -> BoardPage:
    """The stages and the advice are of the whole group, whatever stage is looked at. Raises NotAllowed."""
    group = _group(by, wanted)
    counts = group.aggregate(
        n=Count("pk"),
        **{f"{one}_{code}": Count("pk", filter=Q(**{one: code})) for one in STAGES for code in (1, 2)},
    )
    page = Paginator(_chosen(group, stage, state, sort), PAGE).get_page(number)
    rows = list(page.object_list)
    steps = _steps(rows)
    large = counts["n"] > ADVICE_MOST
    return BoardPage(
        rows=tuple(
            BoardRow(
                one.product_id,
                one.product.name,
                one.product.maker.name,
                tuple(SHOWN[getattr(one, name)] for name in STAGES),
                one.met,
                one.whole,
                steps[one.product_id],
            )
            for one in rows
        ),
        page=page,
        total=counts["n"],
        stages=tuple(StageCount(DYES[one], counts[f"{one}_2"], counts[f"{one}_1"]) for one in STAGES),
        advice=_advice(group, counts["n"], by.office_id) if counts["n"] and not large else (),
        large=large,
        waiting=narrowed(visible(by), wanted).count() - counts["n"],
    )


def export_rows(*, by: Actor, wanted: Wanted, stage: str, state: str, sort: str) -> Iterator[tuple[object, ...]]:
    """One row a product, in the order of the board, under `EXPORT_HEAD`; stages 0 nothing, 1 on the way, 2 all. Raises
    NotAllowed."""
    rows = list(_chosen(_group(by, wanted), stage, state, sort))
    steps = _steps(rows)
    for one in rows:
        yield (
            str(one.product_id),
            one.product.maker.name,
            one.product.name,
            *(getattr(one, name) for name in STAGES),
            one.met,
            one.whole,
            steps[one.product_id],
            one.calculated_at.isoformat(timespec="seconds"),
        )
