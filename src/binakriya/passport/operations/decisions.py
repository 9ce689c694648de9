"""Decisions that a criterion is not for a product."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, Refused, check_may, check_office
from binakriya.foundation.operations import record
from binakriya.passport.models import Decision
from binakriya.passport.operations.recalculate import recalculate
from binakriya.passport.queries.live import Live, passports

KIND = "passport.passport"
REASON_LEAST, REASON_MOST = 8, 300


def set_apart(*, product_id: UUID, criterion: str, reason: str, by: Actor, now: datetime) -> UUID:
    """The criterion is not for this product, because. Where it was decided already, the decision that stands.

    Raises NotAllowed, Refused: product_unknown, criterion_unknown, reason_needed."""
    live = _live(product_id, by, now)
    reason = " ".join(reason.split())[:REASON_MOST]
    if len(reason) < REASON_LEAST:
        raise Refused("reason_needed")
    if live.criteria.find(criterion) is None:
        raise Refused("criterion_unknown")
    with transaction.atomic():
        made, new = Decision.objects.get_or_create(
            product_id=product_id,
            criterion=criterion,
            revoked_at=None,
            defaults={"reason": reason, "made_at": now, "made_by": by.label[:120] or "–"},
        )
        if new:
            recalculate(product_ids=[product_id], by=by, now=now)
            _record("passport.set_apart", live, criterion, by, now, reason)
    return made.id


def take_back(*, product_id: UUID, criterion: str, by: Actor, now: datetime) -> bool:
    """The criterion counts again; False where no decision stands. Raises NotAllowed, Refused("product_unknown")."""
    live = _live(product_id, by, now)
    with transaction.atomic():
        standing = Decision.objects.filter(product_id=product_id, criterion=criterion, revoked_at__isnull=True)
        if not standing.update(revoked_at=now, revoked_by=by.label[:120] or "–"):
            return False
        recalculate(product_ids=[product_id], by=by, now=now)
        _record("passport.taken_back", live, criterion, by, now)
    return True


def _live(product_id: UUID, by: Actor, now: datetime) -> Live:
    check_may(by, Deed.PASSPORT_WRITE)
    live = passports(product_ids=[product_id], on=timezone.localdate(now)).get(product_id)
    if live is None:
        raise Refused("product_unknown")
    check_office(by, live.product.office_id)
    return live


def _record(action: str, live: Live, criterion: str, by: Actor, now: datetime, reason: str = "") -> None:
    record(
        by=by,
        now=now,
        office_id=live.product.office_id,
        action=action,
        kind=KIND,
        object_id=live.product.id,
        label=live.product.name,
        after={"criterion": criterion},
        reason=reason,
    )
