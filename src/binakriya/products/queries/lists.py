"""Lists of products: what each row means, before and after it is written."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, Refused, check_may
from binakriya.products.models import Product, ProductList
from binakriya.products.rules.facts import State, tidy
from binakriya.products.rules.lists import Understood, understood
from binakriya.products.words import (
    FIELDS,
    LIST_STATES,
    Word,
    mass_shown,
    material_word,
    reason_of,
    size_shown,
)
from binakriya.registry.queries import EnterpriseCard, enterprises_named, find_enterprises

_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Planned:
    """One row and whose product it becomes. `standing`: that maker has a product of this name already: left out."""

    row: Understood
    maker: EnterpriseCard | None
    why: str
    standing: bool

    @property
    def ready(self) -> bool:
        return self.maker is not None and not self.row.problems and not self.standing


@dataclass(frozen=True, slots=True)
class ShownRow:
    """`problems`: sentences; `note`: what is left out, or what to do later."""

    number: int
    name: str
    maker: str
    material: str
    size: str
    mass: str
    problems: tuple[str, ...]
    note: str
    ready: bool


@dataclass(frozen=True, slots=True)
class ListHead:
    id: UUID
    name: str
    state: str
    word: Word
    tone: str
    rows: int
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """`written`: how many products stand from it; then `rows` are those that were left out for what is in them.
    `unread`: headers of columns that mean nothing here."""

    head: ListHead
    rows: tuple[ShownRow, ...]
    ready: int
    written: int
    unread: tuple[str, ...]


def of_office(by: Actor) -> "list[ProductList]":
    """Part of other queries. Raises NotAllowed."""
    check_may(by, Deed.PRODUCTS_LIST)
    return list(ProductList.objects.filter(office_id=by.office_id).defer("rows")[:_SHOWN]) if by.office_id else []


def seen_list(list_id: UUID, by: Actor) -> ProductList:
    """Raises NotAllowed, ProductList.DoesNotExist (also for another office's)."""
    check_may(by, Deed.PRODUCTS_LIST)
    rows = ProductList.objects.all() if by.system else ProductList.objects.filter(office_id=by.office_id)
    return rows.get(id=list_id)


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())


def _maker(
    name: str, office_id: UUID, known: dict[str, tuple[EnterpriseCard | None, str]]
) -> tuple[EnterpriseCard | None, str]:
    """The enterprise of that name; why there is none ("maker_unlisted", "maker_several")."""
    key = _fold(name)
    if key not in known:
        known[key] = _only(find_enterprises(text=name, office_id=office_id, limit=20))
    return known[key]


def _only(found: list[EnterpriseCard]) -> tuple[EnterpriseCard | None, str]:
    return (found[0], "") if len(found) == 1 else (None, "maker_several" if found else "maker_unlisted")


def planned(made: ProductList, *, who: str, on: date) -> list[Planned]:
    """Each row with its maker; one read for the products that stand, two for all makers named as in the registry, and
    two for each that is not."""
    rows = [understood(row, who=who, on=on) for row in made.rows]
    exact = enterprises_named(names={row.maker for row in rows if row.maker}, office_id=made.office_id)
    known = {_fold(name): _only(found) for name, found in exact.items()}
    makers = [_maker(row.maker, made.office_id, known) if row.maker else (None, "") for row in rows]
    ids = {card.id for card, _why in makers if card}
    taken = {
        (maker_id, _fold(name))
        for maker_id, name in Product.objects.filter(maker_id__in=ids, state=State.ACTIVE).values_list(
            "maker_id", "name"
        )
    }
    found = []
    for row, (maker, why) in zip(rows, makers, strict=True):
        key = (maker.id, _fold(tidy(row.name, 120))) if maker else None
        found.append(Planned(row, maker, why, key in taken))
        if key and not row.problems:
            taken.add(key)
    return found


def _shown(one: Planned) -> ShownRow:
    row, measured = one.row, one.row.measured
    problems = [f"{FIELDS[key]}: {reason_of(error)}" for key, error in row.problems]
    if one.why:
        problems.append(f"{FIELDS['maker']}: {reason_of_code(one.why, name=row.maker)}")
    note = ""
    if one.standing:
        note = reason_of_code("product_stands")
    elif row.unknown_material:
        note = reason_of_code("material_unlisted")
    return ShownRow(
        row.number,
        row.name,
        one.maker.name if one.maker else row.maker,
        material_word(row.facts.material) if row.facts else "",
        size_shown((measured.size.length, measured.size.breadth, measured.size.height), measured.size.shape)
        if measured
        else "",
        mass_shown(measured.mass) if measured else "",
        tuple(problems),
        note,
        one.ready,
    )


def reason_of_code(code: str, **params: object) -> str:
    return reason_of(Refused(code, **params))


def _head(made: ProductList, rows: int) -> ListHead:
    word, tone = LIST_STATES[made.state]
    return ListHead(made.id, made.name, made.state, word, tone, rows, made.added_at, made.added_by)


def lists_page(*, by: Actor) -> tuple[ListHead, ...]:
    """Newest first. Raises NotAllowed."""
    return tuple(_head(made, 0) for made in of_office(by))


def list_page(*, list_id: UUID, by: Actor) -> ListPage:
    """Raises NotAllowed, ProductList.DoesNotExist."""
    made = seen_list(list_id, by)
    looked_at = made.state in ("read", "written")
    rows = planned(made, who=made.added_by, on=timezone.localdate(made.added_at)) if looked_at else []
    shown = tuple(_shown(one) for one in rows)
    if made.state == "written":
        shown = tuple(one for one in shown if one.problems)
    return ListPage(
        _head(made, len(made.rows)),
        shown,
        sum(one.ready for one in shown),
        Product.objects.filter(source_id=made.id).count(),
        tuple(made.unread),
    )
