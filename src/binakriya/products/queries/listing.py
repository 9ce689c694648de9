"""The list of products: filtered, in order, one page of it; what exports walk through."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from binakriya.accounts.rules import Actor, Deed
from binakriya.engines.protection import MATERIALS
from binakriya.foundation.prepared import prepared
from binakriya.products.models import Evidence, Photo, Product, Variant
from binakriya.products.queries.photos import PhotoRow, covers
from binakriya.products.queries.scope import visible
from binakriya.products.rules.facts import State
from binakriya.products.words import FORMS, HOWS, SHAPE_WORDS, mass_shown, material_word, size_shown
from binakriya.registry.queries import EnterpriseCard, cards

PAGE = 25


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is asked for; "" for everything. `lacks`, `sort`: keys of `words.LACKS` and `words.SORTS`."""

    text: str = ""
    material: str = ""
    maker_id: UUID | None = None
    region: str = ""
    lacks: str = ""
    archived: bool = False
    sort: str = "nama"


@dataclass(frozen=True, slots=True)
class ProductRow:
    """`size`, `mass`: of the first variant, "" while nobody has measured; `more`: how many other variants."""

    id: UUID
    name: str
    kind: str
    maker_id: UUID
    maker: str
    place: str
    material: str
    size: str
    mass: str
    more: int
    cover: PhotoRow | None
    is_sample: bool


@dataclass(frozen=True, slots=True)
class ProductsPage:
    """`empty`: there are none at all in reach. `makers`: name of the maker that is filtered by, or ""."""

    rows: tuple[ProductRow, ...]
    page: Page[Product]
    total: int
    empty: bool
    wanted: Wanted
    maker: str
    materials: tuple[tuple[str, str], ...]


_FIRST = Variant.objects.filter(product_id=OuterRef("pk"), removed_at__isnull=True)
_ORDERS: dict[str, tuple[Any, ...]] = {
    "nama": ("name", "id"),
    "pembuat": ("maker__name", "name", "id"),
    "bahan": ("material", "name", "id"),
    "massa": (F("mass").asc(nulls_last=True), "name", "id"),
    "-massa": (F("mass").desc(nulls_last=True), "name", "id"),
    "-diperbarui": ("-updated_at", "id"),
}


def _codes_of(text: str) -> list[str]:
    """Materials whose usual words begin so: someone looks for “rotan”."""
    asked = text.casefold()
    return [
        code
        for code, material in MATERIALS.items()
        if any(word.startswith(asked) for word in (*material.words, material_word(code)))
    ]


def _matching(rows: QuerySet[Product], text: str) -> QuerySet[Product]:
    for word in text.split()[:6]:
        sku = Variant.objects.filter(product_id=OuterRef("pk"), removed_at__isnull=True, sku__istartswith=word)
        rows = rows.filter(
            Q(name__icontains=word)
            | Q(kind__icontains=word)
            | Q(technique__icontains=word)
            | Q(maker__name__icontains=word)
            | Q(material__in=[*_codes_of(word), word])
            | Exists(sku)
        )
    return rows


def narrowed(rows: QuerySet[Product], wanted: Wanted) -> QuerySet[Product]:
    rows = rows.filter(state=State.ARCHIVED if wanted.archived else State.ACTIVE)
    if wanted.text:
        rows = _matching(rows, wanted.text)
    if wanted.material:
        rows = rows.filter(material=wanted.material)
    if wanted.maker_id:
        rows = rows.filter(maker_id=wanted.maker_id)
    if wanted.region:
        rows = rows.filter(maker__region_code__startswith=wanted.region)
    if wanted.lacks == "ukuran":
        rows = rows.filter(Exists(_FIRST.filter(length_mm__isnull=True)))
    elif wanted.lacks == "massa":
        rows = rows.filter(Exists(_FIRST.filter(mass_g__isnull=True)))
    elif wanted.lacks == "foto":
        rows = rows.filter(~Exists(Photo.objects.filter(product_id=OuterRef("pk"), removed_at__isnull=True)))
    elif wanted.lacks == "bukti":
        rows = rows.filter(~Exists(Evidence.objects.filter(product_id=OuterRef("pk"), removed_at__isnull=True)))
    return rows


def ordered(rows: QuerySet[Product], sort: str) -> QuerySet[Product]:
    if "massa" in sort:
        rows = rows.annotate(mass=_FIRST.order_by("position").values("mass_g")[:1])
    return rows.order_by(*_ORDERS.get(sort, _ORDERS["nama"]))


def with_variants(rows: QuerySet[Product]) -> QuerySet[Product]:
    """Each with its standing variants as `kept`, in their order."""
    standing = Variant.objects.filter(removed_at__isnull=True).order_by("position", "id")
    return rows.prefetch_related(Prefetch("variants", queryset=standing, to_attr="kept"))


@prepared
def _standing(*, ids: tuple[UUID, ...]) -> QuerySet[Variant]:
    return Variant.objects.filter(product_id__in=ids, removed_at__isnull=True).order_by("position", "id")


def _filled(products: list[Product]) -> list[Product]:
    """As `with_variants` would bring them, for a few that are read already."""
    kept: dict[UUID, list[Variant]] = defaultdict(list)
    for variant in _standing(ids=tuple(one.id for one in products)) if products else ():
        kept[variant.product_id].append(variant)
    for one in products:
        one.kept = kept[one.id]  # type: ignore[attr-defined]
    return products


def rows_of(products: list[Product]) -> tuple[ProductRow, ...]:
    """Of products fetched `with_variants`; two reads, three for the makers."""
    makers, photos = cards({one.maker_id for one in products}), covers([one.id for one in products])
    return tuple(_row(one, makers[one.maker_id], photos.get(one.id)) for one in products)


def _row(one: Product, maker: EnterpriseCard, cover: PhotoRow | None) -> ProductRow:
    kept: list[Variant] = one.kept  # type: ignore[attr-defined]
    first = kept[0]
    return ProductRow(
        id=one.id,
        name=one.name,
        kind=one.kind,
        maker_id=one.maker_id,
        maker=maker.name,
        place=maker.place,
        material=material_word(one.material),
        size=size_shown((first.length_mm, first.breadth_mm, first.height_mm), first.shape),
        mass=mass_shown(first.mass_g),
        more=len(kept) - 1,
        cover=cover,
        is_sample=one.is_sample,
    )


def products_page(*, by: Actor, wanted: Wanted, number: int = 1) -> ProductsPage:
    """Raises NotAllowed."""
    reach = visible(by)
    rows = ordered(narrowed(reach, wanted), wanted.sort)
    page = Paginator(rows, PAGE).get_page(number)
    maker = cards([wanted.maker_id]).get(wanted.maker_id) if wanted.maker_id else None
    used = reach.order_by("material").values_list("material", flat=True).distinct()
    return ProductsPage(
        rows=rows_of(_filled(list(page.object_list))),
        page=page,
        total=page.paginator.count,
        empty=not page.paginator.count and not reach.exists(),
        wanted=wanted,
        maker=maker.name if maker and reach.filter(maker_id=maker.id).exists() else "",
        materials=tuple(sorted(((one, material_word(one)) for one in used), key=lambda pair: pair[1].casefold())),
    )


def find_products(*, text: str, by: Actor, limit: int = 8) -> tuple[ProductRow, ...]:
    """For the global search: active products in reach, by name; none without rights."""
    if not (by.may(Deed.PRODUCTS_READ) or by.may(Deed.OWN_ENTERPRISE)):
        return ()
    rows = ordered(narrowed(visible(by), Wanted(text=text)), "nama")
    return rows_of(list(with_variants(rows)[:limit]))


EXPORT_HEAD = (
    *("product_id", "maker", "product", "kind", "material", "form", "technique", "variant", "sku", "shape"),
    *("length_mm", "breadth_mm", "height_mm", "mass_g", "measured_by", "measured_on", "measured_how", "photos"),
    *("sample", "updated_at"),
)


def _plain(value: Decimal | None) -> int | float | None:
    """230, not 230.0: in a CSV a spreadsheet takes the point for one of thousands."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def export_rows(*, by: Actor, wanted: Wanted) -> Iterator[tuple[object, ...]]:
    """One row a variant, in the order of the list, under `EXPORT_HEAD`; lengths in mm, masses in g. Raises
    NotAllowed."""
    products = list(with_variants(ordered(narrowed(visible(by), wanted), wanted.sort)))
    makers = cards({one.maker_id for one in products})
    counts: dict[UUID, int] = {}
    for product_id in Photo.objects.filter(product__in=[p.id for p in products], removed_at__isnull=True).values_list(
        "product_id", flat=True
    ):
        counts[product_id] = counts.get(product_id, 0) + 1
    for one in products:
        for v in one.kept:  # type: ignore[attr-defined]
            yield (
                str(one.id),
                makers[one.maker_id].name,
                one.name,
                one.kind,
                material_word(one.material),
                str(FORMS[one.form]),
                one.technique,
                v.name,
                v.sku,
                str(SHAPE_WORDS[v.shape]),
                *(_plain(x) for x in (v.length_mm, v.breadth_mm, v.height_mm, v.mass_g)),
                v.measured_by,
                v.measured_on.isoformat() if v.measured_on else "",
                str(HOWS[v.measured_how]) if v.measured_how else "",
                counts.get(one.id, 0),
                one.is_sample,
                one.updated_at.isoformat(timespec="seconds"),
            )
