"""Writes of the foundation: the audit ledger."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from binakriya.foundation.models import LedgerEntry
from binakriya.foundation.rules.ledger import FIRST_DIGEST, READ, Line, Who, digest, plain

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
    office_id: UUID | None = None,
) -> None:
    """Append one line. Call it last in the operation's own transaction, so that others wait as short as can be.

    `office_id`: the office whose business this is, which alone sees the line; without it, the office of `by`. To be
    given where someone without an office (a visitor, a maker, a practitioner, the software) acts for an office."""
    record_many(
        by=by,
        now=now,
        reason=reason,
        office_id=office_id,
        lines=[Line(action, kind, str(object_id), label, before or {}, after or {})],
    )


def record_many(
    *, by: Who, now: datetime, lines: Sequence[Line], reason: str = "", office_id: UUID | None = None
) -> None:
    """Append lines in order, in one write; must be called inside the transaction of what they tell of."""
    if not lines:
        return
    office_id = office_id or by.office_id
    actor, origin, reason = plain(by.label)[:200], plain(by.origin)[:100], plain(reason)
    # Made ready before the turn is taken, so that others wait less.
    ready = [(line, plain(line.label)[:200], plain(line.before), plain(line.after)) for line in lines]
    # No savepoint: a line that cannot be written undoes what it tells of, and two trips less are made under the lock.
    with transaction.atomic(savepoint=False):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LEDGER_LOCK])
        last = LedgerEntry.objects.order_by("-number").values_list("digest", flat=True).first() or FIRST_DIGEST
        rows = []
        for line, label, before, after in ready:
            previous = last
            last = digest(
                previous=previous,
                at=now,
                actor_id=by.id,
                actor=actor,
                origin=origin,
                reason=reason,
                action=line.action,
                kind=line.kind,
                object_id=line.object_id,
                label=label,
                before=before,
                after=after,
                office_id=office_id,
            )
            rows.append((line.action, line.kind, line.object_id, label, before, after, previous, last))
        _insert(rows, at=now, actor_id=by.id, office_id=office_id, texts=(actor, origin, reason))


_COLUMNS = (
    "action",
    "kind",
    "object_id",
    "label",
    "before",
    "after",
    "previous",
    "digest",
    "at",
    "actor_id",
    "office_id",
    "actor",
    "origin",
    "reason",
)


def _insert(
    rows: list[tuple[Any, ...]],
    *,
    at: datetime,
    actor_id: UUID | None,
    office_id: UUID | None,
    texts: tuple[str, str, str],
) -> None:
    """By hand: an import writes thousands of lines in its transaction, and `bulk_create` takes four times as long.

    `texts`: actor, origin, reason."""
    ops, fields = connection.ops, LedgerEntry._meta
    common = (
        fields.get_field("at").get_db_prep_save(at, connection),
        fields.get_field("actor_id").get_db_prep_save(actor_id, connection),
        fields.get_field("office_id").get_db_prep_save(office_id, connection),
        *texts,
    )
    names = ", ".join(ops.quote_name(name) for name in _COLUMNS)
    marks = ", ".join(["%s"] * len(_COLUMNS))
    statement = f"INSERT INTO {ops.quote_name(fields.db_table)} ({names}) VALUES ({marks})"  # noqa: S608 (own names)
    with connection.cursor() as cursor:
        cursor.executemany(
            statement,
            [
                (*row[:4], ops.adapt_json_value(row[4], None), ops.adapt_json_value(row[5], None), *row[6:], *common)
                for row in rows
            ],
        )


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
    office_id: UUID | None = None,
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
        office_id=office_id,
    )
