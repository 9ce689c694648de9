"""A list of products: read, written all at once, undone."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, NotAllowed, Refused, check_may
from binakriya.foundation.ids import new_id
from binakriya.foundation.operations import record, record_many
from binakriya.foundation.rules.ledger import Line, changes
from binakriya.foundation.rules.once import once_key
from binakriya.products.models import Product, ProductList, Variant
from binakriya.products.operations.reach import KIND
from binakriya.products.operations.writing import facts_said, measured_said, set_facts, set_measured
from binakriya.products.queries.lists import Planned, planned, seen_list
from binakriya.products.queries.standing import Does
from binakriya.products.rules.facts import SKU_MOST, Measured, Size, State, tidy
from binakriya.products.rules.lists import read_list

LIST_KIND = "products.list"
_ARCHIVED = {"state": State.ARCHIVED.value}


def add_list(*, data: bytes, name: str, by: Actor, now: datetime, nonce: str = "") -> UUID:
    """Reads a CSV or workbook and keeps its rows to be looked at; no product is written. The same form again (`nonce`)
    answers the same. Raises NotAllowed, Refused: list_unreadable, list_headers, list_empty, list_long."""
    check_may(by, Deed.PRODUCTS_LIST)
    if by.office_id is None:
        raise NotAllowed("office")
    key = once_key(nonce, said=[hashlib.sha256(data).hexdigest(), name])
    read = read_list(data, name)
    if before := _of_form(key, by):
        return before
    try:
        with transaction.atomic():
            made = ProductList.objects.create(
                office_id=by.office_id,
                name=tidy(name, 120) or "daftar",
                rows=read.rows,
                unread=list(read.unread),
                nonce=key,
                added_at=now,
                added_by=by.label[:120],
            )
            _say("products.list_read", made, by, now, len(read.rows))
    except IntegrityError:
        # Sent twice at the same moment: the other one made it.
        if again := _of_form(key, by):
            return again
        raise
    return made.id


def _of_form(key: str, by: Actor) -> UUID | None:
    made = ProductList.objects.filter(office_id=by.office_id, nonce=key).first() if key else None
    return made.id if made else None


@dataclass(frozen=True, slots=True)
class Written:
    """`added`: products that are new; `mended`: those that stood and now say what the file says."""

    added: int
    mended: int


def write_list(
    *,
    list_id: UUID,
    by: Actor,
    now: datetime,
    only: Collection[int] | None = None,
    take: Collection[int] = (),
) -> Written:
    """Every row that is understood becomes a product, or mends the one that a list made before, all at once. `only`:
    numbers of the rows that are meant; `take`: of those whose figures go before the ones that somebody else recorded.
    Raises NotAllowed, ProductList.DoesNotExist, Refused: list_settled, list_nothing."""
    made = seen_list(list_id, by)
    # Looked up before the lock: nobody waits for it.
    rows = [
        one
        for one in planned(made, who=made.added_by, on=timezone.localdate(made.added_at))
        if (one.ready or (one.does is Does.ASKS and one.row.number in take))
        and (only is None or one.row.number in only)
    ]
    with transaction.atomic():
        made = ProductList.objects.select_for_update().get(id=list_id)
        if made.state != "read":
            raise Refused("list_settled")
        if not rows:
            raise Refused("list_nothing")
        products, variants, lines = [], [], []
        for one in rows:
            if one.maker is None or one.row.facts is None or one.does is not Does.ADDS:
                continue
            product = Product(
                id=new_id(),
                office_id=made.office_id,
                maker_id=one.maker.id,
                source=made,
                created_at=now,
                updated_at=now,
            )
            set_facts(product, one.row.facts)
            variant = Variant(id=new_id(), product=product, sku=tidy(one.row.sku, SKU_MOST))
            if one.row.measured is not None:
                set_measured(variant, one.row.measured, today=timezone.localdate(now))
            products.append(product)
            variants.append(variant)
            said = {**facts_said(product), **measured_said(variant), "maker": one.maker.name}
            lines.append(Line("products.added", KIND, str(product.id), product.name, {}, said))
        made.state, made.written_at = "written", now
        made.save(update_fields=["state", "written_at"])
        Product.objects.bulk_create(products)
        Variant.objects.bulk_create(variants)
        mended = _mend([one for one in rows if one.does is not Does.ADDS], now)
        lines += mended
        after = {"products": len(products) + len(mended)}
        lines.append(Line("products.list_written", LIST_KIND, str(made.id), made.name, {}, after))
        record_many(by=by, now=now, lines=lines, office_id=made.office_id)
    return Written(len(products), len(mended))


def _mend(rows: list[Planned], now: datetime) -> list[Line]:
    """What the file says goes to the products that stand; what it leaves open stays. The ledger's lines of it."""
    ids = {one.recorded.variant_id: one for one in rows if one.recorded is not None}
    found = Variant.objects.select_for_update(of=("self",)).select_related("product").filter(id__in=ids)
    changed, lines = [], []
    for variant in found:
        one, product = ids[variant.id], variant.product
        before = {**facts_said(product), **measured_said(variant)}
        if one.row.facts is not None:
            product.material = one.row.facts.material
        if one.row.measured is not None:
            today = timezone.localdate(now)
            try:
                set_measured(variant, _whole(one.row.measured, variant), today=today)
            except Refused:
                # The mass or the outline that stands cannot be of this size: they are measured anew.
                set_measured(variant, one.row.measured, today=today)
        product.updated_at = max(now, product.created_at)
        was, said = changes(before, {**facts_said(product), **measured_said(variant)})
        lines.append(Line("products.changed", KIND, str(product.id), product.name, was, said))
        changed.append(variant)
    Product.objects.bulk_update([variant.product for variant in changed], ["material", "updated_at"])
    Variant.objects.bulk_update(
        changed,
        [
            "shape",
            "length_mm",
            "breadth_mm",
            "height_mm",
            "outline",
            "mass_g",
            "measured_by",
            "measured_on",
            "measured_how",
            "note",
        ],
    )
    return lines


def _whole(measured: Measured, variant: Variant) -> Measured:
    """With the mass and the note that stand where the file has none, and the outline of the same size."""
    size = measured.size
    if size.shape == "irregular" and (size.length, size.breadth) == (variant.length_mm, variant.breadth_mm):
        size = Size(size.shape, size.length, size.breadth, size.height, tuple((x, y) for x, y in variant.outline))
    mass = variant.mass_g if measured.mass is None else measured.mass
    return Measured(size, mass, measured.who, measured.on, measured.how, measured.note or variant.note)


def take_back_list(*, list_id: UUID, by: Actor, now: datetime, keep: Collection[UUID] = ()) -> tuple[int, int]:
    """The products that this list alone made and nobody has touched since are archived: how many, and how many stay
    (changed since, or among `keep`). Once it is taken back, (0, 0). Raises NotAllowed, ProductList.DoesNotExist."""
    made = seen_list(list_id, by)
    with transaction.atomic():
        made = ProductList.objects.select_for_update().get(id=list_id)
        if made.state != "written" or made.written_at is None:
            return 0, 0
        rows = Product.objects.filter(source=made, state=State.ACTIVE)
        total = rows.count()
        gone = list(rows.select_for_update(no_key=True).filter(updated_at=made.written_at).exclude(id__in=keep))
        said = [
            Line("products.archived", KIND, str(one.id), one.name, {"state": State.ACTIVE.value}, _ARCHIVED)
            for one in gone
        ]
        moved = {"state": State.ARCHIVED.value, "updated_at": now}
        Product.objects.filter(id__in=[one.id for one in gone]).update(**moved)
        made.state = "undone"
        made.save(update_fields=["state"])
        said.append(Line("products.list_undone", LIST_KIND, str(made.id), made.name, {}, {"products": len(gone)}))
        record_many(by=by, now=now, lines=said, office_id=made.office_id)
    return len(gone), total - len(gone)


def undo_list(*, list_id: UUID, by: Actor, now: datetime) -> int:
    """The products of a list go again, as long as nobody has worked on any of them; how many went. Raises NotAllowed,
    ProductList.DoesNotExist, Refused: list_settled, list_edited."""
    made = seen_list(list_id, by)
    try:
        with transaction.atomic():
            made = ProductList.objects.select_for_update().get(id=list_id)
            if made.state != "written":
                raise Refused("list_settled")
            rows = Product.objects.select_for_update().filter(source=made)
            if edited := rows.filter(updated_at__gt=made.written_at).count():
                raise Refused("list_edited", count=edited)
            count = rows.count()
            made.state = "undone"
            made.save(update_fields=["state"])
            rows.delete()
            _say("products.list_undone", made, by, now, count)
    except ProtectedError as error:
        # A room above has built on it, a specification say.
        raise Refused("list_edited", count=len(error.protected_objects)) from error
    return count


def discard_list(*, list_id: UUID, by: Actor, now: datetime) -> bool:
    """A list that was never written; False when it is settled already. Raises NotAllowed, ProductList.DoesNotExist."""
    made = seen_list(list_id, by)
    with transaction.atomic():
        if not ProductList.objects.filter(id=list_id, state="read").update(state="discarded"):
            return False
        _say("products.list_discarded", made, by, now, len(made.rows))
    return True


def _say(action: str, made: ProductList, by: Actor, now: datetime, count: int) -> None:
    record(
        by=by,
        now=now,
        office_id=made.office_id,
        action=action,
        kind=LIST_KIND,
        object_id=made.id,
        label=made.name,
        after={"products": count},
    )
