"""What a row of a list does beside what is recorded: a new product, a better figure for one, nothing, or a question.

A product is **of lists** when a list made it and nobody has touched it since but lists: its last change is the moment
at which one was written. Such a product takes what a corrected file says of it; of any other one a person is asked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, OuterRef

from binakriya.products.models import Product, ProductList
from binakriya.products.queries.packing import ProductForPacking, fetched
from binakriya.products.rules.facts import State, tidy
from binakriya.products.rules.lists import Understood


class Does(StrEnum):
    """`ADDS` a product; `STANDS`: the same is recorded; `MENDS` one of lists; `ASKS` which of the two figures counts;
    `TWICE`: an earlier row of the file says it already; `VARIANTS`: recorded in several sizes, which a row cannot
    tell apart; `NOTHING`: it cannot be understood."""

    ADDS = "adds"
    STANDS = "stands"
    MENDS = "mends"
    ASKS = "asks"
    TWICE = "twice"
    VARIANTS = "variants"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Recorded:
    """The product of that name. `differs`: fields in which the row says something else. `missing`: what a pack lacks
    of what is recorded."""

    product_id: UUID
    variant_id: UUID
    material: str
    shape: str
    sides: tuple[Decimal | None, ...]
    mass_g: Decimal | None
    of_lists: bool
    missing: tuple[str, ...]
    differs: tuple[str, ...] = ()


def folded(name: str) -> str:
    return " ".join(name.casefold().split())


Key = tuple[UUID, str]


def recorded(keys: Iterable[Key]) -> dict[Key, list[tuple[ProductForPacking, bool]]]:
    """Maker and folded name → every variant of the active products of that name, and whether they are of lists. Six
    reads, however many."""
    wanted = set(keys)
    rows = Product.objects.filter(maker_id__in={maker for maker, _name in wanted}, state=State.ACTIVE)
    written = ProductList.objects.filter(office_id=OuterRef("office_id"), written_at=OuterRef("updated_at"))
    known = rows.annotate(by_list=Exists(written)).values_list("id", "maker_id", "name", "source_id", "by_list")
    of_lists = {
        product_id: source is not None and by_list
        for product_id, maker, name, source, by_list in known
        if (maker, folded(name)) in wanted
    }
    found: dict[Key, list[tuple[ProductForPacking, bool]]] = {}
    if of_lists:
        for one in fetched(Product.objects.filter(id__in=of_lists)):
            found.setdefault((one.maker_id, folded(one.name)), []).append((one, of_lists[one.product_id]))
    return found


def beside(row: Understood, stand: list[tuple[ProductForPacking, bool]]) -> tuple[Does, Recorded | None]:
    """What a row that is understood does beside what stands under its name."""
    if not stand:
        return Does.ADDS, None
    one, of_lists = stand[0]
    said = Recorded(
        one.product_id,
        one.variant_id,
        one.material,
        one.shape,
        (one.length_mm, one.breadth_mm, one.height_mm),
        one.mass_g,
        of_lists,
        one.missing,
        _differs(row, one),
    )
    if not said.differs:
        return Does.STANDS, said
    if len(stand) > 1:
        return Does.VARIANTS, said
    return (Does.MENDS if of_lists else Does.ASKS), said


def _differs(row: Understood, one: ProductForPacking) -> tuple[str, ...]:
    """What the file leaves open contradicts nothing."""
    found, measured = [], row.measured
    if row.facts is not None and row.facts.material != one.material:
        found.append("material")
    if measured is not None:
        size = measured.size
        if (size.shape, size.length, size.breadth, size.height) != (
            one.shape,
            one.length_mm,
            one.breadth_mm,
            one.height_mm,
        ):
            found.append("length")
        if measured.mass is not None and measured.mass != one.mass_g:
            found.append("mass")
    return tuple(found)


def name_key(maker_id: UUID, name: str) -> Key:
    return maker_id, folded(tidy(name, 120))
