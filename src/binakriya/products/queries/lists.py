"""Lists of products: what each row means, before and after it is written."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, Refused, check_may
from binakriya.products.models import Product, ProductList
from binakriya.products.queries.standing import Does, Recorded, beside, folded, name_key, recorded
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
    """One row, whose product it is, and what it does beside what is recorded under that name. `twice`: the row of the
    file that says it already."""

    row: Understood
    maker: EnterpriseCard | None
    why: str
    does: Does
    recorded: Recorded | None = None
    twice: int = 0

    @property
    def ready(self) -> bool:
        """It is written without a question."""
        return self.does in (Does.ADDS, Does.MENDS)

    @property
    def lacks(self) -> tuple[tuple[str, Refused], ...]:
        """Field and why: what the product would still lack for a pack once the row is written."""
        if self.does is Does.NOTHING:
            return ()
        if self.recorded is None:
            return self.row.lacks
        had = {"length": "size", "mass": "mass", "material": "material"}
        renamed = self.row.facts is not None and self.row.facts.material != self.recorded.material
        return tuple(
            (field, why)
            for field, why in self.row.lacks
            if had[field] in self.recorded.missing or (field == "material" and renamed)
        )


@dataclass(frozen=True, slots=True)
class ShownRow:
    """`problems`: column and sentence for what keeps it out; `lacks`: the same for what a pack will still need;
    `note`: what becomes of it, or what to do later. `recorded` and `said`: what is recorded of it and what the file
    says, in words, where they differ: a person decides (`asks`), or a list made it."""

    number: int
    name: str
    maker: str
    material: str
    size: str
    mass: str
    problems: tuple[tuple[str, str], ...]
    lacks: tuple[tuple[str, str], ...]
    note: str
    ready: bool
    asks: bool
    recorded: str
    said: str


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
    `lacking`: how many of the ready ones a pack cannot be computed for yet. `unread`: headers of columns that mean
    nothing here."""

    head: ListHead
    rows: tuple[ShownRow, ...]
    ready: int
    lacking: int
    asks: int
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


def _maker(
    name: str, office_id: UUID, known: dict[str, tuple[EnterpriseCard | None, str]]
) -> tuple[EnterpriseCard | None, str]:
    """The enterprise of that name; why there is none ("maker_unlisted", "maker_several")."""
    key = folded(name)
    if key not in known:
        known[key] = _only(find_enterprises(text=name, office_id=office_id, limit=20))
    return known[key]


def _only(found: list[EnterpriseCard]) -> tuple[EnterpriseCard | None, str]:
    return (found[0], "") if len(found) == 1 else (None, "maker_several" if found else "maker_unlisted")


def planned(made: ProductList, *, who: str, on: date) -> list[Planned]:
    """Each row with its maker and what it does; six reads for the products that stand, two for all makers named as in
    the registry, and two for each that is not."""
    rows = [understood(row, who=who, on=on) for row in made.rows]
    exact = enterprises_named(names={row.maker for row in rows if row.maker}, office_id=made.office_id)
    known = {folded(name): _only(found) for name, found in exact.items()}
    makers = [_maker(row.maker, made.office_id, known) if row.maker else (None, "") for row in rows]
    keys = [
        name_key(card.id, row.name) if card and not row.problems else None
        for row, (card, _why) in zip(rows, makers, strict=True)
    ]
    stand = recorded(key for key in keys if key)
    said: dict[object, int] = {}
    found = []
    for row, key, (maker, why) in zip(rows, keys, makers, strict=True):
        if key is None:
            found.append(Planned(row, maker, why, Does.NOTHING))
        elif key in said:
            found.append(Planned(row, maker, why, Does.TWICE, twice=said[key]))
        else:
            said[key] = row.number
            found.append(Planned(row, maker, why, *beside(row, stand.get(key, []))))
    return found


def problems_of(one: Planned) -> tuple[tuple[str, str], ...]:
    """Column and sentence: what keeps a row out."""
    found = [(str(FIELDS[key]), reason_of(error)) for key, error in one.row.problems]
    if one.why:
        found.append((str(FIELDS["maker"]), reason_of_code(one.why, name=one.row.maker)))
    if one.does is Does.TWICE:
        found.append((str(FIELDS["name"]), reason_of_code("list_twice", other=one.twice)))
    if one.does is Does.VARIANTS:
        found.append((str(FIELDS["name"]), reason_of_code("list_variants")))
    return tuple(found)


def lacks_of(one: Planned) -> tuple[tuple[str, str], ...]:
    """Column and sentence: what a pack would still need."""
    return tuple((str(FIELDS[key]), reason_of(error)) for key, error in one.lacks)


def recorded_words(known: Recorded | None) -> str:
    """What stands of a product, in words: material, size, mass."""
    if known is None:
        return ""
    words = (material_word(known.material), size_shown(known.sides, known.shape), mass_shown(known.mass_g))
    return ", ".join(filter(None, words))


def said_words(row: Understood) -> str:
    """What a row says, in the same words."""
    measured, material = row.measured, material_word(row.facts.material) if row.facts else ""
    if measured is None:
        return material
    size = measured.size
    words = (material, size_shown((size.length, size.breadth, size.height), size.shape), mass_shown(measured.mass))
    return ", ".join(filter(None, words))


def _shown(one: Planned) -> ShownRow:
    row, measured = one.row, one.row.measured
    note = ""
    if one.does is Does.STANDS:
        note = reason_of_code("product_stands")
    elif one.does is Does.MENDS:
        note = reason_of_code("list_mends")
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
        problems_of(one),
        lacks_of(one) if one.ready or one.does is Does.STANDS else (),
        note,
        one.ready,
        one.does is Does.ASKS,
        recorded_words(one.recorded) if one.does in (Does.ASKS, Does.MENDS) else "",
        said_words(row) if one.does in (Does.ASKS, Does.MENDS) else "",
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
        shown = tuple(one for one in shown if one.problems or one.lacks or one.asks)
    return ListPage(
        _head(made, len(made.rows)),
        shown,
        sum(one.ready for one in shown),
        sum(one.ready and bool(one.lacks) for one in shown),
        sum(one.asks for one in shown),
        Product.objects.filter(source_id=made.id).count(),
        tuple(made.unread),
    )
