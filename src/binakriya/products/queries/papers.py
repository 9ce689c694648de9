"""Papers of products: of one, of an office, and in bulk for the rooms above."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from binakriya.accounts.rules import Actor, Deed
from binakriya.foundation.prepared import prepared
from binakriya.products.models import Paper, Product
from binakriya.products.queries.scope import may_change, seen, visible
from binakriya.products.rules.facts import State
from binakriya.products.rules.papers import SOON, SUBJECTS, Result, Standing, standing
from binakriya.products.words import PAPER_KINDS, PAPER_RESULTS, PAPER_STANDINGS, Word, language, subject_word
from binakriya.registry.queries import cards

PAGE_ROWS = 50
CHUNK = 500


@dataclass(frozen=True, slots=True)
class HeldPaper:
    """A paper as evidence. It proves something only when it is `checked`, not `withdrawn_at`, its result is not `fail`,
    and the day is not after `valid_until` (None: without an end)."""

    id: UUID
    subject: str
    kind: str
    issuer: str
    number: str
    sample: str
    result: str
    issued_on: date
    valid_until: date | None
    recorded_at: datetime
    checked: bool
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class PaperRow:
    """`may_remove`: whether the actor may take it away; `may_check`: whether it waits for the actor's eyes."""

    id: UUID
    product_id: UUID
    product: str
    maker: str
    title: str
    kind: Word
    issuer: str
    number: str
    sample: str
    result: Word
    judged: bool
    issued_on: date
    valid_until: date | None
    note: str
    has_file: bool
    by: str
    checked_by: str
    standing: Standing
    standing_word: Word
    days_left: int | None
    may_check: bool
    may_remove: bool


@dataclass(frozen=True, slots=True)
class PapersPage:
    """`counts`: papers by how they stand, of all that the actor reaches."""

    rows: tuple[PaperRow, ...]
    total: int
    page: Page[Paper]
    counts: dict[str, int]


def papers_held(*, product_ids: Collection[UUID]) -> dict[UUID, tuple[HeldPaper, ...]]:
    """What is recorded of each product, oldest first, without those taken away; for the rooms above, which have checked
    already that the actor may see the products."""
    found: dict[UUID, list[HeldPaper]] = {}
    ids = list(product_ids)
    for at in range(0, len(ids), CHUNK):
        for one in _held(ids=tuple(ids[at : at + CHUNK])):
            found.setdefault(one.product_id, []).append(
                HeldPaper(
                    one.id,
                    one.subject,
                    one.kind,
                    one.issuer,
                    one.number,
                    one.sample,
                    one.result,
                    one.issued_on,
                    one.valid_until,
                    one.added_at,
                    one.checked_at is not None,
                    one.removed_at,
                )
            )
    return {product_id: tuple(rows) for product_id, rows in found.items()}


@prepared
def _held(*, ids: tuple[UUID, ...]) -> QuerySet[Paper]:
    return Paper.objects.filter(product_id__in=ids, removed_at__isnull=True).order_by("added_at", "id")


def papers_changed_since(moment: datetime) -> set[UUID]:
    """Products whose papers came, were checked or went since."""
    return set(Paper.objects.filter(changed_at__gte=moment).values_list("product_id", flat=True))


def papers_running_out(*, after: date, until: date) -> set[UUID]:
    """Products with a paper whose last day lies after `after` and before `until`."""
    rows = Paper.objects.filter(removed_at__isnull=True, valid_until__gte=after, valid_until__lt=until)
    return set(rows.values_list("product_id", flat=True))


def paper_rows(*, product_id: UUID, by: Actor, today: date) -> tuple[PaperRow, ...]:
    """Of one product, newest first. Raises NotAllowed, Product.DoesNotExist."""
    return rows_of_product(seen(product_id, by), by=by, today=today)


def rows_of_product(product: Product, *, by: Actor, today: date) -> tuple[PaperRow, ...]:
    """Of a product that the actor sees; part of other queries."""
    rows = list(Paper.objects.filter(product_id=product.id, removed_at__isnull=True))
    may = bool(rows) and may_change(by, product)
    return tuple(_row(one, product, "", by, may, today) for one in rows)


def papers_page(*, by: Actor, today: date, code: str = "", text: str = "", page: int = 1) -> PapersPage:
    """All that the actor reaches; `code` a standing or "". First what needs doing: those that wait, then by the day on
    which they end."""
    mine = _reached(by)
    counts = mine.aggregate(**{code_.value: Count("id", filter=_where(code_, today)) for code_ in Standing})
    chosen = mine.filter(_where(Standing(code), today)) if code in set(Standing) else mine
    if words := text.split():
        titles = {key: one.title[language()].casefold() for key, one in SUBJECTS.items()}
        keys = [key for key, title in titles.items() if all(word.casefold() in title for word in words)]
        found = Q(subject__in=keys)
        for field in ("product__name", "issuer", "number"):
            asked = Q()
            for word in words:
                asked &= Q(**{f"{field}__icontains": word})
            found |= asked
        chosen = chosen.filter(found)
    ordered = chosen.select_related("product").order_by("checked_at", "valid_until", "id")
    pages = Paginator(ordered, PAGE_ROWS)
    at = pages.get_page(page)
    rows = list(at.object_list)
    names = cards([one.product.maker_id for one in rows])
    return PapersPage(
        tuple(
            _row(one, one.product, names[one.product.maker_id].name, by, by.may(Deed.PRODUCTS_WRITE), today)
            for one in rows
        ),
        pages.count,
        at,
        counts,
    )


def papers_attention(*, by: Actor, today: date) -> dict[str, int]:
    """For the first page: how many wait for a look, and how many end within `SOON` or have ended lately."""
    if not by.may(Deed.PRODUCTS_WRITE):
        return {}
    recent = Q(valid_until__gte=today - SOON, valid_until__lt=today) & _where(Standing.EXPIRED, today)
    return _reached(by).aggregate(
        waiting=Count("id", filter=_where(Standing.WAITING, today)),
        soon=Count("id", filter=_where(Standing.SOON, today)),
        expired=Count("id", filter=recent),
    )


def paper_file(*, product_id: UUID, paper_id: UUID, by: Actor) -> tuple[bytes, str, str]:
    """Content as it came, its type (`pdf`, `jpeg`, `png`) and a name for it. Raises NotAllowed, Product.DoesNotExist,
    Paper.DoesNotExist (also when there is no file)."""
    seen(product_id, by)
    row = Paper.objects.exclude(file="").get(id=paper_id, product_id=product_id, removed_at__isnull=True)
    with row.file.open("rb") as stored:
        return Paper.sealing().unseal(stored.read()), row.file_type, f"{row.subject}-{row.issued_on}.{row.file_type}"


def _reached(by: Actor) -> QuerySet[Paper]:
    products: QuerySet[Product] = visible(by).filter(state=State.ACTIVE)
    return Paper.objects.filter(product__in=products, removed_at__isnull=True)


def _where(code: Standing, today: date) -> Q:
    """The same as `rules.papers.standing`, asked of the database."""
    checked, failed = Q(checked_at__isnull=False), Q(result=Result.FAIL.value)
    ended, ending = Q(valid_until__lt=today), Q(valid_until__gte=today, valid_until__lte=today + SOON)
    open_ = Q(valid_until__isnull=True) | Q(valid_until__gt=today + SOON)
    return {
        Standing.WAITING: Q(checked_at__isnull=True),
        Standing.FAILED: checked & failed,
        Standing.EXPIRED: checked & ~failed & ended,
        Standing.SOON: checked & ~failed & ending,
        Standing.VALID: checked & ~failed & open_,
    }[code]


def _row(one: Paper, product: Product, maker: str, by: Actor, may_write: bool, today: date) -> PaperRow:
    checked = one.checked_at is not None
    stands = standing(result=one.result, valid_until=one.valid_until, checked=checked, today=today)
    office = by.may(Deed.PRODUCTS_WRITE)
    return PaperRow(
        one.id,
        product.id,
        product.name,
        maker,
        subject_word(one.subject),
        PAPER_KINDS[one.kind],
        one.issuer,
        one.number,
        one.sample,
        PAPER_RESULTS[one.result],
        one.result != Result.INFORMATION,
        one.issued_on,
        one.valid_until,
        one.note,
        bool(one.file),
        one.added_by,
        one.checked_by,
        stands,
        PAPER_STANDINGS[stands],
        (one.valid_until - today).days if one.valid_until else None,
        may_write and office and not checked,
        may_write and (office or not checked),
    )
