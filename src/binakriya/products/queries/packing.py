"""Products as the room above needs them: what the protection engine takes, and whose they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from binakriya.accounts.rules import Actor
from binakriya.engines import protection
from binakriya.products.models import Drop, Evidence, Product, Variant
from binakriya.products.queries.scope import visible
from binakriya.products.rules.evidence import DropTest, InputError, evidence_of
from binakriya.products.rules.facts import Point, State
from binakriya.registry.queries import cards


@dataclass(frozen=True, slots=True)
class ProductForPacking:
    """One variant of one product. Sides in mm (outside, height as it stands; of a cylinder length = breadth = its
    diameter), mass in g; None while nobody has measured. `outline`: the contour seen from above, points in mm, or ().
    `evidence`: the office's own knowledge of its fragility, which goes before any assumption by material.
    `missing`: "size", "mass", "material" (unknown to the engine and without evidence)."""

    product_id: UUID
    variant_id: UUID
    office_id: UUID
    maker_id: UUID
    maker: str
    name: str
    variant: str
    sku: str
    material: str
    form: str
    shape: str
    length_mm: Decimal | None
    breadth_mm: Decimal | None
    height_mm: Decimal | None
    mass_g: Decimal | None
    outline: tuple[Point, ...]
    evidence: protection.Evidence | None
    measured_by: str
    measured_on: date | None
    measured_how: str
    is_sample: bool
    archived: bool
    missing: tuple[str, ...]

    @property
    def title(self) -> str:
        return f"{self.name}, {self.variant}" if self.variant else self.name

    @property
    def size_mm(self) -> tuple[float, float, float] | None:
        if self.length_mm is None or self.breadth_mm is None or self.height_mm is None:
            return None
        return float(self.length_mm), float(self.breadth_mm), float(self.height_mm)

    def product(self) -> protection.Product | None:
        """What `protect` takes; None while size or mass is missing."""
        size = self.size_mm
        if size is None or self.mass_g is None:
            return None
        return protection.Product(
            size, float(self.mass_g) / 1000, self.material, form=self.form, shape=self.shape, evidence=self.evidence
        )


def standing_evidence() -> Prefetch[str]:
    """The newest that stands comes first, as `standing`."""
    return Prefetch(
        "evidence",
        queryset=Evidence.objects.filter(removed_at__isnull=True)
        .order_by("-tested_on", "-added_at")
        .prefetch_related(Prefetch("drops", queryset=Drop.objects.order_by("position"))),
        to_attr="standing",
    )


def engine_evidence(product: Product) -> protection.Evidence | None:
    """Of a product fetched with `standing_evidence`. Evidence that the engine refuses is left out: it is refused when
    it is written already, and an engine that judges otherwise later must not close the page."""
    for one in product.standing:  # type: ignore[attr-defined]
        try:
            return evidence_of(
                one.method,
                drops=[DropTest(float(d.height_mm), d.failed) for d in one.drops.all()],
                declared_g=one.declared_g,
                source=one.source,
                cushion=one.cushion,
                cushion_mm=float(one.cushion_mm) if one.cushion_mm is not None else None,
            )
        except InputError:
            continue
    return None


def _missing(variant: Variant, evidence: protection.Evidence | None) -> tuple[str, ...]:
    unknown = protection.find_material(variant.product.material) is None and evidence is None
    asked = (("size", variant.length_mm is None), ("mass", variant.mass_g is None), ("material", unknown))
    return tuple(name for name, absent in asked if absent)


def fetched(rows: QuerySet[Product]) -> list[ProductForPacking]:
    """Every variant of these, in their order. Part of other queries: five reads, however many."""
    products = list(
        rows.prefetch_related(
            standing_evidence(),
            Prefetch(
                "variants",
                queryset=Variant.objects.filter(removed_at__isnull=True).order_by("position", "id"),
                to_attr="kept",
            ),
        )
    )
    makers = cards({one.maker_id for one in products})
    found = []
    for one in products:
        evidence = engine_evidence(one)
        for variant in one.kept:
            variant.product = one
            found.append(
                ProductForPacking(
                    product_id=one.id,
                    variant_id=variant.id,
                    office_id=one.office_id,
                    maker_id=one.maker_id,
                    maker=makers[one.maker_id].name,
                    name=one.name,
                    variant=variant.name,
                    sku=variant.sku,
                    material=one.material,
                    form=one.form,
                    shape=variant.shape,
                    length_mm=variant.length_mm,
                    breadth_mm=variant.breadth_mm,
                    height_mm=variant.height_mm,
                    mass_g=variant.mass_g,
                    outline=tuple((float(x), float(y)) for x, y in variant.outline),
                    evidence=evidence,
                    measured_by=variant.measured_by,
                    measured_on=variant.measured_on,
                    measured_how=variant.measured_how,
                    is_sample=one.is_sample,
                    archived=one.state == State.ARCHIVED,
                    missing=_missing(variant, evidence),
                )
            )
    return found


def product_for_packing(
    *, by: Actor, variant_id: UUID | None = None, product_id: UUID | None = None
) -> ProductForPacking | None:
    """One variant, or the first of a product; None for an unknown one and for one out of the actor's reach. Raises
    NotAllowed."""
    rows = visible(by)
    if variant_id is not None:
        rows = rows.filter(variants__id=variant_id, variants__removed_at__isnull=True)
    if product_id is not None:
        rows = rows.filter(id=product_id)
    found = fetched(rows) if variant_id or product_id else []
    return next((one for one in found if variant_id in (None, one.variant_id)), None)


def products_for_packing(
    *, by: Actor, product_ids: Iterable[UUID] | None = None, maker_id: UUID | None = None
) -> list[ProductForPacking]:
    """Every variant of the active products in the actor's reach, by name; some of them by id or by maker. Raises
    NotAllowed. Five reads, however many."""
    rows = visible(by).filter(state=State.ACTIVE)
    if product_ids is not None:
        rows = rows.filter(id__in=list(product_ids))
    if maker_id is not None:
        rows = rows.filter(maker_id=maker_id)
    return fetched(rows.order_by("name", "id"))
