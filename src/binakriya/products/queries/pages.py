"""What the page of one product shows, and what its forms begin with."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from binakriya.accounts.rules import Actor, Deed
from binakriya.engines.protection import Firmness, InputError, MissingValueError, band_of
from binakriya.engines.protection import Product as Packed
from binakriya.foundation.queries import Entry, history_of
from binakriya.products.models import Evidence, Photo, Product, Variant
from binakriya.products.panels import Panel, Step, panels_for
from binakriya.products.queries.listing import ProductRow, rows_of, with_variants
from binakriya.products.queries.packing import engine_evidence, standing_evidence
from binakriya.products.queries.papers import PaperRow, rows_of_product
from binakriya.products.queries.photos import PhotoRow, photo_rows
from binakriya.products.queries.scope import maker_for, may_change, may_test, own_makers, reached_makers, visible
from binakriya.products.rules.evidence import DropTest, estimate, withstood
from binakriya.products.rules.facts import Point, ProductFacts, State
from binakriya.products.rules.photos import COUNT_MOST
from binakriya.products.words import (
    FORMS,
    HOWS,
    METHODS,
    SHAPES,
    Word,
    engine_word,
    mass_shown,
    material_word,
    size_shown,
)
from binakriya.registry.queries import EnterpriseCard, cards, find_enterprises

KIND = "products.product"
HISTORY = 30


@dataclass(frozen=True, slots=True)
class Head:
    id: UUID
    name: str
    maker_id: UUID
    maker: str
    archived: bool
    is_sample: bool
    may_change: bool
    own: bool


@dataclass(frozen=True, slots=True)
class VariantRow:
    """`size`, `mass`: "" while unknown. `drawing`: viewBox and points of the outline, or None."""

    id: UUID
    name: str
    sku: str
    shape: Word
    size: str
    mass: str
    who: str
    on: date | None
    how: Word
    note: str
    drawing: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Fragility:
    """`g` that packs are designed for; `band` in words; `firmness`: a letter (calculation of the engine). `assumed`:
    by material and form, nobody has tested."""

    g: float
    band: str
    low: float
    high: float
    firmness: str
    assumed: bool


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """`critical`, `low`, `high`: heights in mm; None for a declared G. `used`: packs are designed by it."""

    id: UUID
    method: Word
    on: date
    who: str
    drops: int
    broke: int
    critical: float | None
    low: float | None
    high: float | None
    confidence: float | None
    declared_g: float | None
    source: str
    cushion: str
    note: str
    used: bool


@dataclass(frozen=True, slots=True)
class ProductPage:
    head: Head
    kind: str
    material: str
    material_known: bool
    form: Word
    technique: str
    note: str
    place: str
    variants: tuple[VariantRow, ...]
    photos: tuple[PhotoRow, ...]
    fragility: Fragility | None
    evidence: tuple[EvidenceRow, ...]
    history: tuple[Entry, ...]
    panels: tuple[Panel, ...]
    lacks: str
    step: Step | None
    may_test: bool
    papers: tuple[PaperRow, ...]


def _head(product: Product, by: Actor, maker: EnterpriseCard) -> Head:
    own = not by.may(Deed.PRODUCTS_READ)
    return Head(
        product.id,
        product.name,
        product.maker_id,
        maker.name,
        product.state == State.ARCHIVED,
        product.is_sample,
        may_change(by, product),
        own,
    )


def _drawing(outline: list[list[float]]) -> tuple[str, str] | None:
    if not outline:
        return None
    width, depth = max(x for x, _y in outline), max(y for _x, y in outline)
    edge = max(width, depth) * 0.04
    box = f"{-edge:.1f} {-edge:.1f} {width + 2 * edge:.1f} {depth + 2 * edge:.1f}"
    return box, " ".join(f"{x:.1f},{y:.1f}" for x, y in outline)


def _variant(one: Variant) -> VariantRow:
    return VariantRow(
        one.id,
        one.name,
        one.sku,
        SHAPES[one.shape],
        size_shown((one.length_mm, one.breadth_mm, one.height_mm), one.shape),
        mass_shown(one.mass_g),
        one.measured_by,
        one.measured_on,
        HOWS.get(one.measured_how, ""),
        one.note,
        _drawing(one.outline),
    )


def _fragility(product: Product) -> Fragility | None:
    """Neither size nor mass enters it; a nominal block stands in where nobody has measured."""
    evidence = engine_evidence(product)
    try:
        g = withstood(Packed((100, 100, 100), 1.0, product.material, form=product.form, evidence=evidence))
    except (MissingValueError, InputError):
        return None
    band = band_of(g.value)
    firmness = g.firmness.value if isinstance(g.firmness, Firmness) else str(g.firmness)
    return Fragility(g.value, engine_word(band.code), band.low, band.high, firmness, evidence is None)


def _evidence(rows: list[Evidence]) -> tuple[EvidenceRow, ...]:
    found = []
    for n, one in enumerate(rows):
        drops = [DropTest(float(d.height_mm), d.failed) for d in one.drops.all()]
        try:
            known = estimate(one.method, drops) if drops else None
        except InputError:
            known = None
        found.append(
            EvidenceRow(
                one.id,
                METHODS[one.method],
                one.tested_on,
                one.tested_by,
                len(drops),
                sum(d.failed for d in drops),
                known.critical_mm if known else None,
                known.low_mm if known else None,
                known.high_mm if known else None,
                known.confidence if known else None,
                one.declared_g,
                one.source,
                f"{engine_word(f'cushion.{one.cushion}')}, {one.cushion_mm:g} mm" if one.cushion else "",
                one.note,
                n == 0,
            )
        )
    return tuple(found)


def _lacks(variants: list[Variant], photos: tuple[PhotoRow, ...], fragility: Fragility | None) -> str:
    """The first thing that is missing: "size", "mass", "photo", "evidence", or ""."""
    if any(one.length_mm is None for one in variants):
        return "size"
    if any(one.mass_g is None for one in variants):
        return "mass"
    if not photos:
        return "photo"
    return "evidence" if fragility is None else ""


def product_page(*, product_id: UUID, by: Actor, today: date) -> ProductPage:
    """Raises NotAllowed, Product.DoesNotExist (also for one out of reach)."""
    product = with_variants(visible(by)).prefetch_related(standing_evidence()).get(id=product_id)
    maker = cards([product.maker_id])[product.maker_id]
    variants: list[Variant] = product.kept  # type: ignore[attr-defined]
    photos, fragility = photo_rows(product.id), _fragility(product)
    panels = panels_for(actor=by, product_id=product.id)
    return ProductPage(
        head=_head(product, by, maker),
        kind=product.kind,
        material=material_word(product.material),
        material_known=material_word(product.material) != product.material,
        form=FORMS[product.form],
        technique=product.technique,
        note=product.note,
        place=maker.place,
        variants=tuple(_variant(one) for one in variants),
        photos=photos,
        fragility=fragility,
        evidence=_evidence(product.standing),  # type: ignore[attr-defined]
        history=tuple(history_of(kind=KIND, object_id=product.id, limit=HISTORY)),
        panels=tuple(one for one in panels if one.template),
        lacks=_lacks(variants, photos, fragility),
        step=next((one.step for one in panels if one.step), None),
        may_test=may_test(by),
        papers=rows_of_product(product, by=by, today=today),
    )


def product_head(*, product_id: UUID, by: Actor) -> Head:
    """For the pages of its forms. Raises as `product_page`."""
    product = visible(by).get(id=product_id)
    return _head(product, by, cards([product.maker_id])[product.maker_id])


def product_facts(*, product_id: UUID, by: Actor) -> ProductFacts:
    one = visible(by).get(id=product_id)
    return ProductFacts(one.name, one.material, one.kind, one.form, one.technique, one.note)


def product_mark(*, product_id: UUID, by: Actor) -> str:
    """Of what the form of changing shows (`change_product(seen=…)`)."""
    return visible(by).get(id=product_id).mark


@dataclass(frozen=True, slots=True)
class VariantValues:
    """What the form of measuring begins with."""

    id: UUID
    name: str
    sku: str
    shape: str
    length: Decimal | None
    breadth: Decimal | None
    height: Decimal | None
    mass: Decimal | None
    outline: tuple[Point, ...]
    how: str
    note: str
    mark: str


def variant_values(*, product_id: UUID, variant_id: UUID, by: Actor) -> VariantValues:
    """Raises NotAllowed, Product.DoesNotExist, Variant.DoesNotExist."""
    visible(by).get(id=product_id)
    one = Variant.objects.get(id=variant_id, product_id=product_id, removed_at__isnull=True)
    return VariantValues(
        one.id,
        one.name,
        one.sku,
        one.shape,
        one.length_mm,
        one.breadth_mm,
        one.height_mm,
        one.mass_g,
        tuple((float(x), float(y)) for x, y in one.outline),
        one.measured_how,
        one.note,
        one.mark,
    )


def first_variant(*, product_id: UUID, by: Actor) -> UUID:
    """Where measuring begins. Raises NotAllowed, Product.DoesNotExist."""
    visible(by).get(id=product_id)
    found: UUID = Variant.objects.filter(product_id=product_id, removed_at__isnull=True).values_list("id", flat=True)[0]
    return found


@dataclass(frozen=True, slots=True)
class PhotosPage:
    """`room`: how many more may be added."""

    head: Head
    rows: tuple[PhotoRow, ...]
    room: int


def photos_page(*, product_id: UUID, by: Actor) -> PhotosPage:
    rows = photo_rows(product_id)
    return PhotosPage(product_head(product_id=product_id, by=by), rows, max(0, COUNT_MOST - len(rows)))


@dataclass(frozen=True, slots=True)
class OwnProducts:
    """`makers`: the enterprises that the account cares for, each with its products."""

    makers: tuple[tuple[EnterpriseCard, tuple[ProductRow, ...]], ...]
    count: int


def own_products(*, by: Actor) -> OwnProducts:
    makers = own_makers(by)
    rows = rows_of(
        list(
            with_variants(
                Product.objects.filter(maker_id__in=[card.id for card in makers], state=State.ACTIVE).order_by("name")
            )
        )
    )
    return OwnProducts(
        tuple((card, tuple(row for row in rows if row.maker_id == card.id)) for card in makers), len(rows)
    )


@dataclass(frozen=True, slots=True)
class MakerChoice:
    """`chosen`: whose product it will be; `found`: who may be meant by what was searched."""

    chosen: EnterpriseCard | None
    found: tuple[EnterpriseCard, ...]
    searched: bool


def maker_choice(*, by: Actor, maker_id: UUID | None, text: str) -> MakerChoice:
    """A maker with one enterprise has nothing to choose; with several, and in class, all are shown at once."""
    own = own_makers(by) if not by.may(Deed.PRODUCTS_WRITE) else []
    reached = [card for card in cards(reached_makers(by)).values() if card.state == "active"]
    near = sorted([*own, *reached], key=lambda card: card.name.casefold())
    chosen = maker_for(maker_id, by) if maker_id else (own[0] if len(own) == 1 else None)
    if by.office_id and text.strip():
        return MakerChoice(chosen, tuple(find_enterprises(text=text, office_id=by.office_id, limit=12)), True)
    asked = text.strip().casefold()
    return MakerChoice(chosen, tuple(card for card in near if asked in card.name.casefold())[:60], bool(asked))


def photo_row(*, product_id: UUID, photo_id: UUID, by: Actor) -> PhotoRow:
    """Raises NotAllowed, Product.DoesNotExist, Photo.DoesNotExist."""
    visible(by).get(id=product_id)
    found = next((row for row in photo_rows(product_id) if row.id == photo_id), None)
    if found is None:
        raise Photo.DoesNotExist
    return found
