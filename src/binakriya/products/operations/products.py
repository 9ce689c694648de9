"""Adding, changing, measuring, archiving products and their variants."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from binakriya.accounts.rules import Actor, Refused
from binakriya.foundation.ids import new_id
from binakriya.foundation.rules.ledger import changes
from binakriya.foundation.rules.once import once_key
from binakriya.products.models import Product, Variant
from binakriya.products.operations.reach import held, maker_of
from binakriya.products.operations.writing import (
    facts_said,
    kept_variants,
    measured_said,
    say,
    set_facts,
    set_measured,
    touch,
)
from binakriya.products.rules.facts import (
    SKU_MOST,
    VARIANTS_MOST,
    Measured,
    ProductFacts,
    State,
    checked_facts,
    tidy,
)


def add_product(
    *,
    maker_id: UUID,
    facts: ProductFacts,
    by: Actor,
    now: datetime,
    measured: Measured | None = None,
    sku: str = "",
    nonce: str = "",
    is_sample: bool = False,
) -> UUID:
    """A product with its first variant. The same form again (`nonce`) answers the same. Where the maker was merged,
    the enterprise that remains gets it. Raises NotAllowed, Refused: maker_unknown, maker_inactive, and what the facts
    and the size refuse (rules.facts)."""
    maker, facts = maker_of(maker_id, by), checked_facts(facts)
    key = once_key(nonce, maker=maker.id, facts=facts, measured=measured)
    product = Product(
        id=new_id(),
        office_id=maker.office_id,
        maker_id=maker.id,
        is_sample=is_sample,
        nonce=key,
        created_at=now,
        updated_at=now,
    )
    set_facts(product, facts)
    variant = Variant(product=product, sku=tidy(sku, SKU_MOST))
    if measured is not None:
        set_measured(variant, measured, today=timezone.localdate(now))
    try:
        with transaction.atomic():
            if before := _made_before(maker.office_id, key):
                return before
            product.save(force_insert=True)
            variant.save(force_insert=True)
            say(
                "products.added",
                product,
                after={**facts_said(product), **measured_said(variant), "maker": maker.name},
                by=by,
                now=now,
            )
    except IntegrityError:
        # Sent twice at the same moment: the other one made it.
        if before := _made_before(maker.office_id, key):
            return before
        raise
    return product.id


def _made_before(office_id: UUID, key: str) -> UUID | None:
    if not key:
        return None
    return Product.objects.filter(office_id=office_id, nonce=key).values_list("id", flat=True).first()


def change_product(*, product_id: UUID, facts: ProductFacts, by: Actor, now: datetime, seen: str = "") -> bool:
    """False when nothing differs. `seen`: the `mark` of what the form was made from; when someone else changed it
    since, Refused("changed_meanwhile"). Raises NotAllowed, Product.DoesNotExist, Refused (archived, rules.facts)."""
    facts = checked_facts(facts)
    with transaction.atomic():
        product = held(product_id, by)
        _check_seen(seen, product)
        was = facts_said(product)
        set_facts(product, facts)
        before, after = changes(was, facts_said(product))
        if not before and not after:
            return False
        product.updated_at = max(now, product.created_at)
        product.save()
        say("products.changed", product, before=before, after=after, by=by, now=now)
    return True


def measure(
    *, product_id: UUID, variant_id: UUID, measured: Measured, by: Actor, now: datetime, seen: str = ""
) -> bool:
    """A new size and mass of one variant, in place of what was known; the old one stays in the history. False when
    nothing differs. `seen`: as for `change_product`. Raises NotAllowed, Product.DoesNotExist, Variant.DoesNotExist,
    Refused."""
    with transaction.atomic():
        product = held(product_id, by)
        variant = Variant.objects.get(id=variant_id, product_id=product_id, removed_at__isnull=True)
        _check_seen(seen, variant)
        was = measured_said(variant)
        set_measured(variant, measured, today=timezone.localdate(now))
        before, after = changes(was, measured_said(variant))
        if not before and not after:
            return False
        variant.save()
        touch(product, now)
        say("products.measured", product, before=before, after={"variant": variant.name, **after}, by=by, now=now)
    return True


def _check_seen(seen: str, row: Product | Variant) -> None:
    if seen and seen != row.mark:
        raise Refused("changed_meanwhile")


def _taken(rows: list[Variant], name: str, sku: str) -> None:
    if any(one.name.casefold() == name.casefold() for one in rows):
        raise Refused("variant_exists")
    if sku and any(one.sku == sku for one in rows):
        raise Refused("sku_exists")


def add_variant(
    *,
    product_id: UUID,
    name: str,
    by: Actor,
    now: datetime,
    sku: str = "",
    measured: Measured | None = None,
    nonce: str = "",
) -> UUID:
    """The same form again (`nonce`) answers the same. Raises NotAllowed, Product.DoesNotExist, Refused:
    variant_name_needed, variant_exists, sku_exists, variants_full, and what the size refuses."""
    name, sku = tidy(name, 80), tidy(sku, SKU_MOST)
    if not name:
        raise Refused("variant_name_needed")
    key = once_key(nonce, name=name, sku=sku, measured=measured)
    with transaction.atomic():
        product = held(product_id, by)
        if key and (made := Variant.objects.filter(product_id=product_id, nonce=key).first()):
            return made.id
        rows = kept_variants(product_id)
        _taken(rows, name, sku)
        if len(rows) >= VARIANTS_MOST:
            raise Refused("variants_full")
        last = Variant.objects.filter(product_id=product_id).aggregate(last=Max("position"))["last"] or 0
        variant = Variant(product=product, name=name, sku=sku, position=last + 1, nonce=key)
        if measured is not None:
            set_measured(variant, measured, today=timezone.localdate(now))
        variant.save(force_insert=True)
        touch(product, now)
        say(
            "products.variant_added",
            product,
            after={"variant": name, **({"sku": sku} if sku else {}), **measured_said(variant)},
            by=by,
            now=now,
        )
    return variant.id


def rename_variant(*, product_id: UUID, variant_id: UUID, name: str, sku: str, by: Actor, now: datetime) -> bool:
    """False when nothing differs. Raises as `add_variant`; the first variant may have no name."""
    name, sku = tidy(name, 80), tidy(sku, SKU_MOST)
    with transaction.atomic():
        product = held(product_id, by)
        rows = kept_variants(product_id)
        variant = next((one for one in rows if one.id == variant_id), None)
        if variant is None:
            raise Variant.DoesNotExist
        if not name and variant.position:
            raise Refused("variant_name_needed")
        _taken([one for one in rows if one.id != variant_id], name, sku)
        before, after = changes({"variant": variant.name, "sku": variant.sku}, {"variant": name, "sku": sku})
        if not after:
            return False
        variant.name, variant.sku = name, sku
        variant.save(update_fields=["name", "sku"])
        touch(product, now)
        say("products.changed", product, before=before, after=after, by=by, now=now)
    return True


def remove_variant(*, product_id: UUID, variant_id: UUID, by: Actor, now: datetime) -> bool:
    """False when it is gone already. Raises NotAllowed, Product.DoesNotExist, Refused: variant_last, archived."""
    with transaction.atomic():
        product = held(product_id, by)
        rows = kept_variants(product_id)
        variant = next((one for one in rows if one.id == variant_id), None)
        if variant is None:
            return False
        if len(rows) == 1:
            raise Refused("variant_last")
        variant.removed_at = now
        variant.save(update_fields=["removed_at"])
        _say_variant("products.variant_removed", product, variant, by, now)
    return True


def restore_variant(*, product_id: UUID, variant_id: UUID, by: Actor, now: datetime) -> bool:
    """False when it stands already. Raises NotAllowed, Product.DoesNotExist, Variant.DoesNotExist, Refused:
    variant_exists, sku_exists, archived."""
    with transaction.atomic():
        product = held(product_id, by)
        variant = Variant.objects.get(id=variant_id, product_id=product_id)
        if variant.removed_at is None:
            return False
        _taken(kept_variants(product_id), variant.name, variant.sku)
        variant.removed_at = None
        variant.save(update_fields=["removed_at"])
        _say_variant("products.variant_restored", product, variant, by, now)
    return True


def _say_variant(action: str, product: Product, variant: Variant, by: Actor, now: datetime) -> None:
    touch(product, now)
    say(action, product, after={"variant": variant.name}, by=by, now=now)


def archive_product(*, product_id: UUID, by: Actor, now: datetime) -> bool:
    """No longer made: out of lists, with all its history. False when it is archived already."""
    return _move(product_id, State.ARCHIVED, "products.archived", by, now)


def restore_product(*, product_id: UUID, by: Actor, now: datetime) -> bool:
    """False when it is made already."""
    return _move(product_id, State.ACTIVE, "products.restored", by, now)


def _move(product_id: UUID, state: State, action: str, by: Actor, now: datetime) -> bool:
    with transaction.atomic():
        product = held(product_id, by, archived=True)
        if product.state == state:
            return False
        was, product.state = product.state, state.value
        product.updated_at = max(now, product.created_at)
        product.save(update_fields=["state", "updated_at"])
        say(action, product, before={"state": was}, after={"state": state.value}, by=by, now=now)
    return True
