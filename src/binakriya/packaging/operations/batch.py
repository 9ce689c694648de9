"""A whole class: looked at first, then a specification for each product that can have one, in the background.

Each product is its own transaction, so nothing that is done is lost when the work is stopped, and nobody waits for it.
A run may be started again at any time: what is made stays, what waits is gone on with.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import structlog
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, Refused, check_may
from binakriya.engines.protection import InputError, MissingValueError, Product
from binakriya.foundation.ids import new_id
from binakriya.foundation.operations import record
from binakriya.foundation.rules.once import once_key
from binakriya.packaging.models import Batch, BatchItem
from binakriya.packaging.operations.specifications import save_version
from binakriya.packaging.queries.batch import facts_for, of_list, products_of_rows, seen_batch
from binakriya.packaging.queries.listing import batches_of
from binakriya.packaging.queries.office import request_for
from binakriya.packaging.rules.classes import BUSY, MOST, BatchState, ItemState, check, lost
from binakriya.packaging.rules.reading import InputRefusedError, read_journey, read_purpose, read_quantity
from binakriya.packaging.rules.recommend import Request, recommend
from binakriya.packaging.rules.specification import Specification, specification
from binakriya.packaging.rules.words import Said, say
from binakriya.products import operations as products
from binakriya.products.queries import ProductForPacking, products_for_packing

KIND = "packaging.batch"
log = structlog.get_logger("binakriya.packaging")


def draft_batch(
    *,
    name: str,
    product_ids: Iterable[UUID],
    by: Actor,
    now: datetime,
    journey: str = "courier",
    purpose: str = "shipping",
    quantity: int = 100,
    nonce: str = "",
    is_sample: bool = False,
) -> UUID:
    """Products to be packed together, each variant one line; nothing is computed yet. The same form again (`nonce`)
    answers the same. Raises NotAllowed, InputRefusedError (journey, purpose, quantity), Refused: batch_empty,
    batch_long."""
    check_may(by, Deed.PACKAGING_WRITE)
    wanted = list(dict.fromkeys(product_ids))
    known = products_for_packing(by=by, product_ids=wanted)
    if not known:
        raise Refused("batch_empty")
    if len(known) > MOST:
        raise Refused("batch_long", most=MOST)
    _checked(journey, purpose, quantity)
    key = once_key(nonce, journey=journey, purpose=purpose, quantity=quantity, products=[str(i) for i in wanted])
    if before := _of_form(key, by):
        return before
    batch = _batch(name, journey, purpose, quantity, by, now, nonce=key, is_sample=is_sample)
    try:
        with transaction.atomic():
            batch.save(force_insert=True)
            BatchItem.objects.bulk_create(_item(batch, place, one) for place, one in enumerate(known, 1))
            record_step("drafted", batch, by, now, {"products": len(known)})
    except IntegrityError:
        # Sent twice at the same moment: the other one made it.
        if again := _of_form(key, by):
            return again
        raise
    return batch.id


def _of_form(key: str, by: Actor) -> UUID | None:
    made = Batch.objects.filter(asked_by_id=by.id, nonce=key).first() if key else None
    return made.id if made else None


def draft_from_file(
    *,
    data: bytes,
    name: str,
    by: Actor,
    now: datetime,
    journey: str = "courier",
    purpose: str = "shipping",
    quantity: int = 100,
    nonce: str = "",
    replaces: UUID | None = None,
) -> UUID:
    """A CSV or workbook of products: kept and read; its rows are looked at before any product is written. `replaces`:
    the batch whose corrected file this is: it makes room where it was not begun, else it stays as it is. Raises
    NotAllowed, InputRefusedError, Refused: list_unreadable, list_headers, list_empty, list_long, list_large."""
    check_may(by, Deed.PACKAGING_WRITE)
    _checked(journey, purpose, quantity)
    list_id = products.add_list(data=data, name=name, by=by, now=now, nonce=nonce)
    if before := _of_file(list_id):
        return before
    batch = _batch(name, journey, purpose, quantity, by, now, product_list_id=list_id)
    try:
        with transaction.atomic():
            batch.save(force_insert=True)
            record_step("drafted", batch, by, now, {"file": batch.name})
            if replaces is not None and batches_of(by).filter(id=replaces).exists():
                discard_batch(batch_id=replaces, by=by, now=now)
    except IntegrityError:
        if again := _of_file(list_id):
            return again
        raise
    return batch.id


def _of_file(list_id: UUID) -> UUID | None:
    made = Batch.objects.filter(product_list_id=list_id).first()
    return made.id if made else None


def _checked(journey: str, purpose: str, quantity: int) -> None:
    read_journey(journey)
    read_purpose(purpose)
    read_quantity(str(quantity))


def _batch(name: str, journey: str, purpose: str, quantity: int, by: Actor, now: datetime, **more: Any) -> Batch:
    return Batch(
        id=new_id(),
        office_id=by.office_id,
        name=name.strip()[:120] or "–",
        journey=journey,
        purpose=purpose,
        quantity=quantity,
        touched_at=now,
        asked_at=now,
        asked_by=by.label[:120] or "–",
        asked_by_id=by.id,
        **more,
    )


def _item(batch: Batch, place: int, one: ProductForPacking, row: int | None = None) -> BatchItem:
    return BatchItem(
        id=new_id(),
        batch=batch,
        position=place,
        row=row,
        product_id=one.product_id,
        variant_id=one.variant_id,
        title=one.title[:200],
        maker=one.maker[:200],
    )


def start_batch(
    *, batch_id: UUID, by: Actor, now: datetime, left_out: Sequence[UUID] = (), taken: Collection[int] = ()
) -> str:
    """Begin, or go on with one that was stopped or whose worker is lost; `left_out`: ids of items that are not to be
    computed. Of a file the products are written first; `taken`: numbers of its rows whose figures go before the ones
    that somebody else recorded. Answers the run's word: hand it to the task after the transaction. Raises NotAllowed,
    Batch.DoesNotExist, Refused: batch_state, batch_empty."""
    check_may(by, Deed.PACKAGING_WRITE)
    batch = seen_batch(batch_id, by)
    if batch.product_list_id is not None and batch.state == BatchState.DRAFT:
        _take_in(batch, taken, by, now)
    with transaction.atomic():
        batch = Batch.objects.select_for_update().get(id=batch.id)
        again = batch.state in BUSY and lost(batch.state, batch.touched_at, now)
        follows = check(batch.state, "take_up" if again else "start")
        first = batch.state == BatchState.DRAFT
        if left_out:
            batch.items.filter(id__in=list(left_out), state=ItemState.WAITING).update(state=ItemState.LEFT)
        waiting = batch.items.filter(state=ItemState.WAITING).count()
        if not waiting:
            raise Refused("batch_empty")
        batch.state, batch.runner, batch.touched_at, batch.ended_at = follows, uuid4().hex, now, None
        batch.save(update_fields=["state", "runner", "touched_at", "ended_at"])
        if first:
            record_step("started", batch, by, now, {"products": waiting})
    return batch.runner


def _take_in(batch: Batch, taken: Collection[int], by: Actor, now: datetime) -> None:
    """The rows of the file become products or mend them, and these the items; what a pack lacks is not written."""
    rows = of_list(batch, by)
    if batch.product_list_id is not None and (written := [row.number for row in rows if row.writes(taken)]):
        try:
            products.write_list(list_id=batch.product_list_id, only=written, take=taken, by=by, now=now)
        except Refused as refused:
            if refused.reason != "list_settled":  # an attempt before this one wrote them
                raise
    numbers = products_of_rows(rows, by)
    known = [(one, numbers[one.product_id]) for one in products_for_packing(by=by, product_ids=numbers)]
    if not known:
        raise Refused("batch_empty")
    known.sort(key=lambda pair: (pair[1], pair[0].title))
    with transaction.atomic():
        Batch.objects.select_for_update().get(id=batch.id)
        if not batch.items.exists():
            BatchItem.objects.bulk_create(
                _item(batch, place, one, number) for place, (one, number) in enumerate(known, 1)
            )


def run_batch(*, batch_id: UUID, runner: str, by: Actor, now: datetime | None = None) -> int:
    """Work through what waits; how many packs were made. Stops by itself when someone stops the batch or takes it up
    anew. `now`: one moment for all of it (a demo); else each product has its own."""
    check_may(by, Deed.PACKAGING_WRITE)
    mine = Batch.objects.filter(id=batch_id, runner=runner, state__in=BUSY)
    if not mine.update(state=BatchState.WORKING, touched_at=now or timezone.now()):
        return 0
    batch = Batch.objects.get(id=batch_id)
    legs = read_journey(batch.journey)
    requests: dict[UUID, Request] = {}
    made = 0
    ids = list(batch.items.filter(state=ItemState.WAITING).values_list("id", "variant_id", "product_id"))
    known = {one.variant_id: one for one in products_for_packing(by=by, product_ids={p for _i, _v, p in ids})}
    for item_id, variant_id, _product_id in ids:
        moment = now or timezone.now()
        if not mine.update(touched_at=moment):
            return made
        one = known.get(variant_id)
        content, facts, why = _tried(one, batch, requests, legs, moment)
        with transaction.atomic():
            item = BatchItem.objects.select_for_update().get(id=item_id)
            if item.state != ItemState.WAITING:
                continue
            if content is not None and one is not None:
                try:
                    item.version_id = save_version(
                        variant_id=variant_id,
                        journey=batch.journey,
                        content=content,
                        by=by,
                        now=moment,
                        nonce=f"batch {batch.id}",
                        is_sample=batch.is_sample,
                    )
                except Refused as refused:
                    # Else it was archived or went out of reach meanwhile.
                    why = say("batch.does_not_hold" if refused.reason == "does_not_hold" else "batch.gone")
                else:
                    item.state, item.facts = ItemState.MADE, facts
                    made += 1
            if why is not None:
                item.state, item.why = ItemState.REFUSED, why.to_json()
            item.save()
    with transaction.atomic():
        if mine.update(state=BatchState.DONE, ended_at=now or timezone.now(), runner=""):
            batch.refresh_from_db()
            count = batch.items.filter(state=ItemState.MADE).count()
            record_step("done", batch, by, now or timezone.now(), {"specifications": count})
    return made


def _tried(
    one: ProductForPacking | None, batch: Batch, requests: dict[UUID, Request], legs: Any, moment: datetime
) -> tuple[Specification | None, dict[str, Any], Said | None]:
    """The pack and its facts for the summary, or why there is none. A fault at one product keeps no other waiting; one
    of the database stops the run, which can be taken up."""
    if one is None:
        return None, {}, say("batch.gone")
    try:
        content, why = _packed(one, batch, requests, legs, moment)
        return content, facts_for(content.content) if content else {}, why
    except DatabaseError:
        raise
    except Exception:  # whatever it is, the item tells that there is no pack
        log.exception("pack_failed", batch=str(batch.id), product=str(one.product_id))
        return None, {}, say("batch.failed")


def _packed(
    one: ProductForPacking, batch: Batch, requests: dict[UUID, Request], legs: Any, moment: datetime
) -> tuple[Specification | None, Said | None]:
    product, why = _product(one)
    if product is None:
        return None, why
    try:
        if one.office_id not in requests:
            requests[one.office_id] = request_for(
                office_id=one.office_id,
                product=product,
                journey=legs,
                on=timezone.localdate(moment),
                quantity=batch.quantity,
                purpose=batch.purpose,
            )
        found = recommend(replace(requests[one.office_id], product=product))
    except (InputError, MissingValueError) as error:
        return None, InputRefusedError.of(error).said
    if found.best is None:
        return None, found.notes[-1] if found.notes else say("batch.does_not_hold")
    return specification(found, name=one.title), None


def _product(one: ProductForPacking) -> tuple[Product | None, Said | None]:
    if one.missing:
        field = one.missing[0]
        return None, say("error.missing", field=f"@field.{field}", how=f"@how.{field}")
    try:
        return one.product(), None
    except InputError as error:
        return None, Said.of_message(error.message)


def stop_batch(*, batch_id: UUID, by: Actor, now: datetime) -> None:
    """After the product that is being computed. What was made stays. Raises NotAllowed, Batch.DoesNotExist,
    Refused("batch_state")."""
    check_may(by, Deed.PACKAGING_WRITE)
    seen_batch(batch_id, by)
    with transaction.atomic():
        batch = Batch.objects.select_for_update().get(id=batch_id)
        follows = check(batch.state, "stop")
        batch.state, batch.runner, batch.ended_at = follows, "", now
        batch.save(update_fields=["state", "runner", "ended_at"])
        record_step("stopped", batch, by, now, {"specifications": batch.items.filter(state=ItemState.MADE).count()})


def discard_batch(*, batch_id: UUID, by: Actor, now: datetime) -> bool:
    """One that was never begun; False when it is something else already. Its file is thrown away with it. Raises
    NotAllowed, Batch.DoesNotExist."""
    check_may(by, Deed.PACKAGING_WRITE)
    batch = seen_batch(batch_id, by)
    with transaction.atomic():
        if not Batch.objects.filter(id=batch_id, state=BatchState.DRAFT).update(
            state=BatchState.DISCARDED, ended_at=now
        ):
            return False
        if batch.product_list_id is not None:
            products.discard_list(list_id=batch.product_list_id, by=by, now=now)
        record_step("discarded", batch, by, now, {})
    return True


def record_step(
    what: str, batch: Batch, by: Actor, now: datetime, after: dict[str, object], *, reason: str = ""
) -> None:
    """The ledger's line of a batch."""
    record(
        by=by,
        now=now,
        office_id=batch.office_id,
        action=f"packaging.batch_{what}",
        kind=KIND,
        object_id=batch.id,
        label=batch.name,
        after=after,
        reason=reason,
    )
