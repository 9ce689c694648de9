"""What changed is written down: a new row for each standing that moved, nothing where nothing did."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, check_may
from binakriya.passport.models import Passport, Pulled
from binakriya.passport.models import Standing as Row
from binakriya.passport.queries.changed import changed_since, pulled_to
from binakriya.passport.queries.live import Live, passports
from binakriya.passport.rules.evaluate import Standing
from binakriya.passport.rules.stages import State
from binakriya.products.queries.held import product_ids_since

CHUNK = 200


@dataclass(frozen=True, slots=True)
class Recalculated:
    """`passports` looked at, `moved` of them changed, `rows` standings written; `later`: left alone, because they were
    calculated for a later moment already."""

    passports: int = 0
    moved: int = 0
    rows: int = 0
    later: int = 0


def recalculate(*, product_ids: Iterable[UUID], by: Actor, now: datetime) -> Recalculated:
    """Incremental, and again the same changes nothing. In portions, each a transaction of its own; the past stays as it
    is. Products of another office than the actor's are left out. Raises NotAllowed."""
    check_may(by, Deed.PASSPORT_WRITE)
    ids, total = list(dict.fromkeys(product_ids)), [0, 0, 0, 0]
    for at in range(0, len(ids), CHUNK):
        found = passports(product_ids=ids[at : at + CHUNK], on=timezone.localdate(now))
        mine = {key: live for key, live in found.items() if by.system or live.product.office_id == by.office_id}
        for place, n in enumerate(_write(mine, now)):
            total[place] += n
    return Recalculated(*total)


def recalculate_changed(*, by: Actor, now: datetime) -> Recalculated:
    """Whatever a room, an office or the calendar has moved since the last time; the first time, every product."""
    check_may(by, Deed.PASSPORT_WRITE)
    last = pulled_to()
    ids = product_ids_since(None) if last is None else changed_since(last, now=now)
    done = recalculate(product_ids=sorted(ids), by=by, now=now)
    # Only once all is written: what a stopped run left is taken up by the next one.
    if last is None or last < now:
        Pulled.objects.update_or_create(id=1, defaults={"at": now})
    return done


def _write(found: dict[UUID, Live], now: datetime) -> tuple[int, int, int, int]:
    opened: list[Row] = []
    closed: list[UUID] = []
    sums: list[Passport] = []
    moved = later = 0
    with transaction.atomic():
        known = {
            one.product_id: one
            for one in Passport.objects.select_for_update(no_key=True).filter(product_id__in=list(found))
        }
        current: dict[UUID, dict[str, Row]] = {}
        for row in Row.objects.filter(product_id__in=list(found), to_at__isnull=True):
            current.setdefault(row.product_id, {})[row.criterion] = row
        for product_id, live in found.items():
            before = known.get(product_id)
            if before is not None and before.calculated_at > now:
                later += 1
                continue
            gone, come = _moves(live, current.get(product_id, {}), now)
            closed += gone
            opened += come
            moved += bool(gone or come)
            fresh = _sum(live, now)
            if before is None or gone or come or _told(before) != _told(fresh):
                sums.append(fresh)
        Row.objects.filter(id__in=closed).update(to_at=now)
        Row.objects.bulk_create(opened, batch_size=500)
        Passport.objects.bulk_create(
            sums,
            batch_size=500,
            update_conflicts=True,
            unique_fields=["product"],
            update_fields=[field.name for field in Passport._meta.fields if field.name != "product"],
        )
    return len(found), moved, len(opened), later


def _moves(live: Live, current: dict[str, Row], now: datetime) -> tuple[list[UUID], list[Row]]:
    gone, come, left = [], [], dict(current)
    for one in live.standings:
        row = left.pop(one.key, None)
        if one.state is State.NOT_BEGUN:
            if row is not None:
                gone.append(row.id)
            continue
        summary = summary_of(one)
        if row is not None:
            if (row.state, row.until, _mark(row.summary)) == (one.state, one.until, _mark(summary)):
                continue
            gone.append(row.id)
        come.append(
            Row(
                product_id=live.product.id,
                criterion=one.key,
                state=one.state.value,
                until=one.until,
                summary=summary,
                version=live.criteria.version,
                from_at=now,
            )
        )
    # Criteria that the office no longer asks.
    return [*gone, *(row.id for row in left.values())], come


def summary_of(one: Standing) -> dict[str, Any]:
    """What a standing rests on, as JSON."""
    if one.waiver is not None:
        return {"reason": one.waiver.reason, "by": one.waiver.by, "on": str(one.waiver.on)}
    if one.by_rule:
        return {"rule": True}
    if one.evidence is None:
        return {}
    found = one.evidence
    return {"kind": found.kind, "key": found.key, **({"on": str(found.on)} if found.on else {}), **found.says}


def _mark(summary: dict[str, Any]) -> Sequence[object]:
    """What makes it another one: a fourth photo is no news."""
    return [summary.get(key) for key in ("kind", "key", "on", "number", "reason", "rule")]


def _sum(live: Live, now: datetime) -> Passport:
    return Passport(
        product_id=live.product.id,
        office_id=live.product.office_id,
        version=live.criteria.version,
        **{stage.stage: stage.code for stage in live.stages},
        met=sum(stage.met for stage in live.stages),
        whole=sum(stage.whole for stage in live.stages),
        step=live.steps[0].criterion.key if live.steps else "",
        calculated_at=now,
    )


def _told(one: Passport) -> tuple[object, ...]:
    return tuple(getattr(one, field.attname) for field in Passport._meta.fields if field.name != "calculated_at")
