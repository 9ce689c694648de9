"""One product's labels: what the form starts from, what is drawn, what is kept."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.conf import settings

from binakriya.accounts.rules import Actor, Deed
from binakriya.engines.labels.demands import ProductFacts
from binakriya.engines.labels.drawing import LabelError, Layout, Typefaces, lay_out, read_typefaces, svg
from binakriya.packaging.models import LabelDesign
from binakriya.packaging.rules.labels import (
    Choice,
    Composed,
    LabelState,
    composed,
    label_of,
    read,
)
from binakriya.products.queries import product_for_packing
from binakriya.products.queries.labelling import labelling_of
from binakriya.products.queries.pages import Head, product_head
from binakriya.products.rules.particulars import Particulars


@cache
def typefaces() -> Typefaces:
    """Read once; raises LabelError where set-up has not made them."""
    return read_typefaces(settings.PDF_FONTS)


@dataclass(frozen=True, slots=True)
class Material:
    """What a label is made of. `office_id` and `is_sample` are the product's."""

    head: Head
    facts: ProductFacts
    given: Particulars
    office_id: UUID
    is_sample: bool
    may: bool


@dataclass(frozen=True, slots=True)
class LabelVersion:
    id: UUID
    product_id: UUID
    destination: str
    size: str
    state: LabelState
    number: int
    missing: tuple[str, ...]
    made_by: str
    made_at: datetime
    finished_by: str
    finished_at: datetime | None
    reason: str
    choice: Choice
    layout: Layout | None
    content: dict[str, Any]
    is_sample: bool
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelPage:
    """`error`: why it cannot be drawn. `pictures`: SVG of each face, without crop marks. `kept`: saved labels for this
    destination, newest first; `draft`: the id of the one that may be changed."""

    material: Material
    made: Composed
    layout: Layout | None
    error: LabelError | None
    pictures: tuple[str, ...]
    kept: tuple[LabelVersion, ...]
    draft: UUID | None

    @property
    def ready(self) -> bool:
        """Whether it may be finished."""
        return self.layout is not None and self.layout.ready and not self.made.missing


def may_label(head: Head, by: Actor) -> bool:
    """Whoever may change the product and composes packs, or whose own it is."""
    return head.may_change and not head.archived and (head.own or by.may(Deed.PACKAGING_WRITE))


def label_material(*, product_id: UUID, by: Actor) -> Material:
    """Raises NotAllowed, Product.DoesNotExist."""
    facts, given, _papers = labelling_of(product_id=product_id, by=by)
    head = product_head(product_id=product_id, by=by)
    product = product_for_packing(by=by, product_id=product_id)
    assert product is not None, "it was seen above"
    return Material(head, facts, given, product.office_id, product.is_sample, may_label(head, by))


def saved_choice(*, product_id: UUID, destination: str) -> Choice | None:
    """Of the newest label for this destination; the caller has checked that the actor sees the product."""
    row = LabelDesign.objects.filter(product_id=product_id, destination=destination).first()
    return read(row.options) if row else None


def label_page(*, material: Material, choice: Choice, on: date) -> LabelPage:
    made = composed(material.facts, material.given, choice, on)
    layout, error = laid_out(made)
    rows = LabelDesign.objects.filter(product_id=material.head.id, destination=choice.destination)
    kept = tuple(_version(row) for row in rows)
    return LabelPage(
        material=material,
        made=made,
        layout=layout,
        error=error,
        pictures=pictures(layout),
        kept=kept,
        draft=next((one.id for one in kept if one.state is LabelState.DRAFT), None),
    )


def laid_out(made: Composed) -> tuple[Layout | None, LabelError | None]:
    try:
        return lay_out(made.label, typefaces()), None
    except LabelError as error:
        return None, error


def pictures(layout: Layout | None) -> tuple[str, ...]:
    if layout is None:
        return ()
    return tuple(svg(layout, face=face, marks=False, header=False) for face in range(layout.size.faces))


@dataclass(frozen=True, slots=True)
class Kept:
    """`may`: finish, change or withdraw it."""

    head: Head
    one: LabelVersion
    may: bool


def label_version(*, label_id: UUID, by: Actor) -> Kept:
    """One that is kept, drawn as it was said. Raises NotAllowed, LabelDesign.DoesNotExist, Product.DoesNotExist."""
    row = LabelDesign.objects.get(id=label_id)
    head = product_head(product_id=row.product_id, by=by)
    return Kept(head, _version(row, draw=True), may_label(head, by))


def _version(row: LabelDesign, *, draw: bool = False) -> LabelVersion:
    layout = None
    if draw:
        try:
            layout = lay_out(label_of(row.content), typefaces())
        except LabelError:
            layout = None
    return LabelVersion(
        id=row.id,
        product_id=row.product_id,
        destination=row.destination,
        size=row.size,
        state=LabelState(row.state),
        number=row.number or 0,
        missing=tuple(row.missing),
        made_by=row.made_by,
        made_at=row.made_at,
        finished_by=row.finished_by,
        finished_at=row.finished_at,
        reason=row.reason,
        choice=read(row.options),
        layout=layout,
        content=row.content,
        is_sample=row.is_sample,
        pictures=pictures(layout),
    )
