"""A list of products: read, written all at once, undone."""

import hashlib
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, NotAllowed, Refused, check_may
from binakriya.foundation.ids import new_id
from binakriya.foundation.operations import record, record_many
from binakriya.foundation.rules.ledger import Line
from binakriya.foundation.rules.once import once_key
from binakriya.products.models import Product, ProductList, Variant
from binakriya.products.operations.reach import KIND
from binakriya.products.operations.writing import facts_said, measured_said, set_facts, set_measured
from binakriya.products.queries.lists import planned, seen_list
from binakriya.products.rules.facts import SKU_MOST, tidy
from binakriya.products.rules.lists import read_list

LIST_KIND = "products.list"


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


def write_list(*, list_id: UUID, by: Actor, now: datetime) -> int:
    """Every row that is understood becomes a product, all at once; how many. Raises NotAllowed,
    ProductList.DoesNotExist, Refused: list_settled, list_nothing."""
    made = seen_list(list_id, by)
    # Looked up before the lock: nobody waits for it.
    rows = [one for one in planned(made, who=made.added_by, on=timezone.localdate(made.added_at)) if one.ready]
    with transaction.atomic():
        made = ProductList.objects.select_for_update().get(id=list_id)
        if made.state != "read":
            raise Refused("list_settled")
        if not rows:
            raise Refused("list_nothing")
        products, variants, lines = [], [], []
        for one in rows:
            if one.maker is None or one.row.facts is None:
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
        lines.append(Line("products.list_written", LIST_KIND, str(made.id), made.name, {}, {"products": len(products)}))
        record_many(by=by, now=now, lines=lines, office_id=made.office_id)
    return len(products)


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
