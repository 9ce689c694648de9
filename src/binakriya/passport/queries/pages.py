"""What the page of a passport shows."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from binakriya.accounts.rules import Actor, Deed
from binakriya.passport.queries.live import Live, passports
from binakriya.passport.rules.criteria import Criterion, Page
from binakriya.passport.rules.evaluate import StageSum, Standing
from binakriya.passport.rules.stages import DYES, State
from binakriya.passport.words import HELPERS, REASONS, STATES
from binakriya.products.queries.scope import seen
from binakriya.products.words import Word, language


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """`href`: "" where it is met or no page of the actor's does it."""

    key: str
    title: str
    why: str
    todo: str
    word: Word
    tone: str
    state: str
    on: date | None
    until: date | None
    who: str
    number: str
    reason: str
    by: str
    by_rule: bool
    decided: bool
    href: str
    minutes: int
    helper: Word


@dataclass(frozen=True, slots=True)
class StepRow:
    row: CriterionRow
    reason: Word


@dataclass(frozen=True, slots=True)
class StageRow:
    dye: str
    sum: StageSum
    state: str
    rows: tuple[CriterionRow, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """`maker`: "" for the maker, who knows their own name."""

    id: UUID
    name: str
    maker: str
    own: bool


@dataclass(frozen=True, slots=True)
class PassportPage:
    """`first`: the next step; `then`: at most two more. `parts`: shares of the ring."""

    head: Head
    first: StepRow | None
    then: tuple[StepRow, ...]
    stages: tuple[StageRow, ...]
    parts: tuple[float, ...]
    full: int
    may_decide: bool


SHOWN = ("belum", "jalan", "penuh")


def passport_page(*, product_id: UUID, by: Actor, on: date) -> PassportPage:
    """As it stands on this day, from what the rooms hold. Raises NotAllowed, Product.DoesNotExist."""
    product, own = seen(product_id, by), not by.may(Deed.PASSPORT_READ)
    live = passports(product_ids=[product_id], on=on)[product_id]
    head = Head(product.id, product.name, "" if own else live.product.maker, own)
    rows = {
        one.key: _row(criterion, one, live, by)
        for criterion, one in zip(live.criteria.criteria, live.standings, strict=True)
    }
    steps = [StepRow(rows[step.criterion.key], REASONS[step.reason]) for step in live.steps]
    stages = tuple(
        StageRow(
            DYES[found.stage],
            found,
            SHOWN[found.code],
            tuple(rows[one.key] for one in live.standings if one.stage == found.stage),
        )
        for found in live.stages
    )
    return PassportPage(
        head=head,
        first=steps[0] if steps else None,
        then=tuple(steps[1:]),
        stages=stages,
        parts=tuple(found.share for found in live.stages),
        full=sum(found.code == 2 for found in live.stages),
        may_decide=by.may(Deed.PASSPORT_WRITE),
    )


def _row(criterion: Criterion, one: Standing, live: Live, by: Actor) -> CriterionRow:
    tongue, (word, tone) = language(), STATES[one.state]
    says = one.evidence.says if one.evidence else {}
    done = one.state in (State.MET, State.NOT_APPLICABLE)
    page = criterion.office_page if criterion.office_page and by.may(Deed.PACKAGING_WRITE) else criterion.page
    # Whoever only reads is led to no page that refuses them.
    does = by.may(Deed.PRODUCTS_WRITE) or by.may(Deed.OWN_ENTERPRISE)
    return CriterionRow(
        key=criterion.key,
        title=criterion.title[tongue],
        why=criterion.why[tongue],
        todo=criterion.step[tongue],
        word=word,
        tone=tone,
        state=one.state.value,
        on=one.evidence.on if one.evidence else None,
        until=one.until,
        who=str(says.get("who", "")),
        number=str(says.get("number", "")),
        reason=one.waiver.reason if one.waiver else "",
        by=one.waiver.by if one.waiver else "",
        by_rule=one.by_rule,
        decided=one.waiver is not None,
        href=_address(page, live) if page and does and not done else "",
        minutes=criterion.minutes,
        helper=HELPERS[criterion.helper],
    )


def _address(page: Page, live: Live) -> str:
    given: dict[str, UUID] = {}
    if page.args:
        given["product_id"] = live.product.id
    if page.args == "variant":
        if live.product.variant_id is None:
            return reverse("products:product", kwargs=given)
        given["variant_id"] = live.product.variant_id
    query = page.query.replace("{variant}", str(live.product.variant_id)).replace("{product}", str(live.product.id))
    return reverse(page.name, kwargs=given) + (f"?{query}" if query and "{" not in query else "")
