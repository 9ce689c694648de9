"""Particulars of a product."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from binakriya.accounts.rules import Actor, Refused
from binakriya.foundation.rules.ledger import changes
from binakriya.products.models import ProductParticulars
from binakriya.products.operations.reach import held
from binakriya.products.operations.writing import say, touch
from binakriya.products.rules.particulars import Particulars, checked, written
from binakriya.products.rules.seen import mark_of


def state_particulars(*, product_id: UUID, given: Particulars, by: Actor, now: datetime, seen: str = "") -> bool:
    """In place of what was stated before; the history keeps that. False when nothing differs. `seen`: the mark of what
    the form was made from (`queries.particulars`).

    Raises NotAllowed, Product.DoesNotExist, Refused: archived, changed_meanwhile, and those of `rules.particulars`."""
    content = written(checked(given))
    with transaction.atomic():
        product = held(product_id, by)
        row = ProductParticulars.objects.filter(product_id=product_id).first()
        if seen and seen != (row.mark if row else mark_of({})):
            raise Refused("changed_meanwhile")
        before, after = changes(row.content if row else {}, content)
        if row and not before and not after:
            return False
        ProductParticulars.objects.update_or_create(
            product_id=product_id, defaults={"content": content, "changed_at": now, "changed_by": by.label[:120]}
        )
        touch(product, now)
        say("products.stated", product, before=before, after=after, by=by, now=now)
    return True
