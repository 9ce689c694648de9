"""What the maker shows to everyone: chosen, changed, closed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from binakriya.accounts.rules import Actor, Refused
from binakriya.foundation.ids import new_reference
from binakriya.foundation.operations import record
from binakriya.passport.models.public import PublicChoice
from binakriya.passport.queries.public import certificates_of, chooses
from binakriya.passport.rules.public import Shown, check_agreement
from binakriya.products.queries.scope import seen

KIND = "passport.public"


def choose_public(
    *, product_id: UUID, shown: Shown, by: Actor, now: datetime, agreed_by: str = "", agreed_on: date | None = None
) -> str:
    """Shows this and nothing else; the code stays the same while the page is open. Answers with the code.

    A maker agrees for themselves. An office says who agreed and when. Raises NotAllowed, Product.DoesNotExist, Refused:
    agreed_by, agreed_on, certificate_unknown."""
    product = seen(product_id, by)
    today = timezone.localdate(now)
    if chooses(maker_id=product.maker_id, office_id=product.office_id, by=by):
        agreed_by, agreed_on = by.label[:120] or "–", today
    else:
        agreed_by = " ".join(agreed_by.split())
        check_agreement(who=agreed_by, on=agreed_on, today=today)
    assert agreed_on is not None
    with transaction.atomic():
        # Two that choose at once take turns, the first time too: one finds what the other one made.
        row, new = PublicChoice.objects.select_for_update().get_or_create(
            product_id=product_id,
            revoked_at=None,
            defaults={
                "code": new_reference(),
                "agreed_by": agreed_by,
                "agreed_on": agreed_on,
                "made_at": now,
                "made_by": by.label[:120] or "–",
                "changed_at": now,
            },
        )
        before = {} if new else _kept(row)
        # What ran out since may stay chosen: it comes back with a new paper.
        known = {one.key for one in certificates_of(product_id, today)} | set(row.certificates)
        if set(shown.certificates) - known:
            raise Refused("certificate_unknown")
        kept = shown.kept()
        if before == kept:
            return row.code
        for name, value in kept.items():
            setattr(row, name, value)
        row.agreed_by, row.agreed_on, row.changed_at = agreed_by, agreed_on, now
        row.save()
        after = kept | {"code": row.code, "agreed_by": agreed_by, "agreed_on": agreed_on}
        _record("passport.public_changed" if before else "passport.public_opened", product, by, now, before, after)
    return row.code


def close_public(*, product_id: UUID, by: Actor, now: datetime) -> bool:
    """The page is gone, and its code with it. An office may do so by itself: less is shown. False where nothing was
    open. Raises NotAllowed, Product.DoesNotExist."""
    product = seen(product_id, by)
    chooses(maker_id=product.maker_id, office_id=product.office_id, by=by)
    with transaction.atomic():
        row = PublicChoice.objects.select_for_update().filter(product_id=product_id, revoked_at__isnull=True).first()
        if row is None:
            return False
        row.revoked_at, row.revoked_by = now, by.label[:120] or "–"
        row.save(update_fields=["revoked_at", "revoked_by"])
        _record("passport.public_closed", product, by, now, {"code": row.code}, {})
    return True


def _kept(row: PublicChoice) -> dict[str, Any]:
    return Shown(row.photo, row.story, row.maker, row.place, row.stages, tuple(row.certificates)).kept()


def _record(action: str, product: Any, by: Actor, now: datetime, before: dict[str, Any], after: dict[str, Any]) -> None:
    record(
        by=by,
        now=now,
        office_id=product.office_id,
        action=action,
        kind=KIND,
        object_id=product.id,
        label=product.name,
        before=before,
        after=after,
    )
