"""Writes of the foundation: the audit ledger."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from binakriya.foundation.models import LedgerEntry
from binakriya.foundation.rules.ledger import FIRST_DIGEST, Line, Who, digest, plain

# One number for the whole installation: the ledger is one chain, so its writers take turns (PostgreSQL only;
# on SQLite an IMMEDIATE transaction already lets one writer in at a time).
_LEDGER_LOCK = 4_201_811


def record(
    *,
    by: Who,
    now: datetime,
    action: str,
    kind: str,
    object_id: object,
    label: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> None:
    """Append one line. Call it last in the operation's own transaction, so that others wait as short as can be."""
    record_many(
        by=by,
        now=now,
        reason=reason,
        lines=[Line(action, kind, str(object_id), label, before or {}, after or {})],
    )


def record_many(*, by: Who, now: datetime, lines: Sequence[Line], reason: str = "") -> None:
    """Append lines in order, in one write; must be called inside the transaction of what they tell of."""
    if not lines:
        return
    reason = plain(reason)
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LEDGER_LOCK])
        last = LedgerEntry.objects.order_by("-number").values_list("digest", flat=True).first() or FIRST_DIGEST
        entries = []
        for line in lines:
            before, after = plain(line.before), plain(line.after)
            entry = LedgerEntry(
                at=now,
                actor_id=by.id,
                actor=plain(by.label[:200]),
                origin=plain(by.origin[:100]),
                reason=reason,
                action=line.action,
                kind=line.kind,
                object_id=line.object_id,
                label=plain(line.label[:200]),
                before=before,
                after=after,
                previous=last,
            )
            last = entry.digest = digest(
                previous=last,
                at=now,
                actor_id=by.id,
                actor=entry.actor,
                origin=entry.origin,
                reason=reason,
                action=line.action,
                kind=line.kind,
                object_id=line.object_id,
                label=entry.label,
                before=before,
                after=after,
            )
            entries.append(entry)
        LedgerEntry.objects.bulk_create(entries, batch_size=500)


READ = "read"


def record_reading(
    *,
    by: Who,
    now: datetime,
    kind: str,
    object_id: object,
    fields: Sequence[str],
    reason: str,
    label: str = "",
    count: int = 1,
) -> None:
    """Append a line that personal data was read: which fields of what, and why. Never the values.

    `object_id` may name a list (`export`, `search`) when `count` objects were read at once.
    """
    record(
        by=by,
        now=now,
        action=READ,
        kind=kind,
        object_id=object_id,
        label=label,
        after={"fields": sorted(fields), "count": count},
        reason=reason,
    )
