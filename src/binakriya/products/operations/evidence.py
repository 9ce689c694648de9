"""What the office found out about a product's fragility: drop tests, or a G that someone measured."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, Refused, check_may
from binakriya.foundation.rules.once import once_key
from binakriya.products.models import Drop, Evidence, Product
from binakriya.products.operations.reach import held
from binakriya.products.operations.writing import say, touch
from binakriya.products.rules.evidence import DROPS_MOST, DropTest, InputError, Method, evidence_of
from binakriya.products.rules.facts import check_day, tidy
from binakriya.products.words import language


def add_evidence(
    *,
    product_id: UUID,
    method: Method,
    tested_on: date,
    tested_by: str,
    by: Actor,
    now: datetime,
    drops: Sequence[DropTest] = (),
    declared_g: float | None = None,
    source: str = "",
    cushion: str = "",
    cushion_mm: Decimal | None = None,
    note: str = "",
    nonce: str = "",
) -> UUID:
    """Evidence that packs are designed for from now on. `drops` in the order they were made, heights in mm. The same
    form again (`nonce`) answers the same.

    Raises NotAllowed, Product.DoesNotExist, Refused: drops_needed, drops_many, declared_needed, cushion_needed,
    measurer_needed, day_to_come, archived; "engine" with the protection engine's own sentence (too few tests, one
    outcome, no up and down …)."""
    check_may(by, Deed.PRODUCTS_WRITE)
    declared = method == Method.DECLARED
    tested_by, source, note = tidy(tested_by, 120), tidy(source, 200), tidy(note, 500)
    _check(declared, drops, declared_g, source, cushion, cushion_mm, tested_by)
    check_day(tested_on, timezone.localdate(now))
    key = once_key(
        nonce,
        said=[method.value, list(map(str, drops)), declared_g, source, cushion, cushion_mm, tested_on, tested_by, note],
    )
    try:
        evidence_of(
            method,
            drops=drops,
            declared_g=declared_g,
            source=source,
            cushion=cushion,
            cushion_mm=float(cushion_mm) if cushion_mm is not None else None,
        )
    except InputError as error:
        raise Refused("engine", sentence=error.text(language())) from error
    with transaction.atomic():
        product = held(product_id, by)
        if key and (before := Evidence.objects.filter(product_id=product_id, nonce=key).first()):
            return before.id
        made = Evidence.objects.create(
            product=product,
            method=method.value,
            declared_g=declared_g if declared else None,
            source=source if declared else "",
            cushion="" if declared else cushion,
            cushion_mm=None if declared else cushion_mm,
            tested_on=tested_on,
            tested_by=tested_by,
            note=note,
            nonce=key,
            added_at=now,
        )
        if not declared:
            Drop.objects.bulk_create(
                Drop(evidence=made, position=n, height_mm=Decimal(str(round(one.height_mm, 1))), failed=one.failed)
                for n, one in enumerate(drops, 1)
            )
        said: dict[str, object] = {"declared_g": declared_g, "source": source} if declared else {"drops": len(drops)}
        _say("products.evidence_added", product, made, by, now, said)
    return made.id


def _check(
    declared: bool,
    drops: Sequence[DropTest],
    declared_g: float | None,
    source: str,
    cushion: str,
    cushion_mm: Decimal | None,
    tested_by: str,
) -> None:
    if declared and (declared_g is None or not source):
        raise Refused("declared_needed")
    if not declared and not drops:
        raise Refused("drops_needed")
    if len(drops) > DROPS_MOST:
        raise Refused("drops_many", most=DROPS_MOST)
    if bool(cushion) != (cushion_mm is not None):
        raise Refused("cushion_needed")
    if not tested_by:
        raise Refused("measurer_needed")


def remove_evidence(*, product_id: UUID, evidence_id: UUID, by: Actor, now: datetime) -> bool:
    """What stood before it counts again. False when it is gone already."""
    return _set(product_id, evidence_id, "products.evidence_removed", now, by, now)


def restore_evidence(*, product_id: UUID, evidence_id: UUID, by: Actor, now: datetime) -> bool:
    """False when it stands."""
    return _set(product_id, evidence_id, "products.evidence_restored", None, by, now)


def _set(
    product_id: UUID, evidence_id: UUID, action: str, removed_at: datetime | None, by: Actor, now: datetime
) -> bool:
    check_may(by, Deed.PRODUCTS_WRITE)
    with transaction.atomic():
        product = held(product_id, by)
        evidence = Evidence.objects.get(id=evidence_id, product_id=product_id)
        if (evidence.removed_at is None) == (removed_at is None):
            return False
        evidence.removed_at = removed_at
        evidence.save(update_fields=["removed_at"])
        _say(action, product, evidence, by, now, {})
    return True


def _say(action: str, product: Product, evidence: Evidence, by: Actor, now: datetime, said: dict[str, object]) -> None:
    touch(product, now)
    say(action, product, after={"method": evidence.method, **said}, by=by, now=now)
