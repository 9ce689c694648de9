"""Reading the ledger: its lines, the history of a thing, whether the chain holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from binakriya.foundation.models import LedgerEntry
from binakriya.foundation.prepared import prepared
from binakriya.foundation.rules.ledger import FIRST_DIGEST, READ, Viewer, digest
from binakriya.foundation.words import Word, action_word, field_word, kind_word, origin_word, shown_value

PAGE = 50


@dataclass(frozen=True, slots=True)
class Change:
    """One field, before and after; None where the value was not there."""

    field: str
    word: Word
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger as people read it."""

    number: int
    at: datetime
    actor_id: UUID | None
    actor: str
    origin: str
    origin_word: str
    action: str
    action_word: Word
    kind: str
    kind_word: Word
    object_id: str
    label: str
    reason: str
    changes: tuple[Change, ...]
    digest: str
    previous: str
    office_id: UUID | None


@dataclass(frozen=True, slots=True)
class Scope:
    """A viewer's reach, by itself: for answers that are still being sent when the request is gone."""

    office_id: UUID | None
    system: bool = False


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """Empty values ask for everything. `actor`: part of a name; `text`: part of label, name or reason;
    `action` and `kind`: a whole code, or a room with its point (`registry.`); `until` is not included. `of_no_office`:
    only lines that no office sees: the software's own, and those from before lines had offices."""

    actor: str = ""
    actor_id: UUID | None = None
    action: str = ""
    kind: str = ""
    object_id: str = ""
    since: datetime | None = None
    until: datetime | None = None
    text: str = ""
    of_no_office: bool = False


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """Newest first. `older` and `newer` are the numbers to page from, None at the ends."""

    entries: tuple[Entry, ...]
    older: int | None
    newer: int | None
    filter: LedgerFilter


def _shown(value: Any) -> Any:
    if isinstance(value, list):
        return ", ".join(str(_shown(v)) for v in value)
    if isinstance(value, Mapping):
        return "; ".join(f"{field_word(k)}: {_shown(v)}" for k, v in value.items())
    return value


def _entry(line: LedgerEntry) -> Entry:
    keys = list(dict.fromkeys([*line.before, *line.after]))
    return Entry(
        line.number,
        line.at,
        line.actor_id,
        line.actor,
        line.origin,
        origin_word(line.origin),
        line.action,
        action_word(line.action),
        line.kind,
        kind_word(line.kind),
        line.object_id,
        line.label,
        line.reason,
        tuple(
            Change(
                k,
                field_word(k, line.kind),
                _shown(shown_value(k, line.kind, line.before.get(k))),
                _shown(shown_value(k, line.kind, line.after.get(k))),
            )
            for k in keys
        ),
        line.digest,
        line.previous,
        line.office_id,
    )


def _code(field: str, value: str) -> Q:
    return Q(**{f"{field}__startswith": value}) if value.endswith(".") else Q(**{field: value})


def _seen(by: Viewer) -> QuerySet[LedgerEntry]:
    """What the viewer may see: the lines of their own office. Lines of no office are the software's own affair."""
    if by.system:
        return LedgerEntry.objects.all()
    if by.office_id is None:
        return LedgerEntry.objects.none()
    return LedgerEntry.objects.filter(office_id=by.office_id)


def _matching(wanted: LedgerFilter, by: Viewer) -> QuerySet[LedgerEntry]:
    asked = Q()
    if wanted.actor:
        asked &= Q(actor__icontains=wanted.actor)
    if wanted.actor_id:
        asked &= Q(actor_id=wanted.actor_id)
    if wanted.action:
        asked &= _code("action", wanted.action)
    if wanted.kind:
        asked &= _code("kind", wanted.kind)
    if wanted.of_no_office:
        asked &= Q(office_id=None)
    if wanted.object_id:
        asked &= Q(object_id=wanted.object_id)
    if wanted.since:
        asked &= Q(at__gte=wanted.since)
    if wanted.until:
        asked &= Q(at__lt=wanted.until)
    if wanted.text:
        asked &= Q(label__icontains=wanted.text) | Q(reason__icontains=wanted.text) | Q(actor__icontains=wanted.text)
    return _seen(by).filter(asked)


def ledger_page(
    *, by: Viewer, wanted: LedgerFilter, older_than: int | None = None, newer_than: int | None = None, size: int = PAGE
) -> LedgerPage:
    """A page by number (keyset): equally fast however far back one reads."""
    found = _matching(wanted, by)
    if newer_than is not None:
        lines = list(found.filter(number__gt=newer_than).order_by("number")[: size + 1])
        more_newer, more_older = len(lines) > size, True
        lines = lines[:size][::-1]
    else:
        if older_than is not None:
            found = found.filter(number__lt=older_than)
        lines = list(found.order_by("-number")[: size + 1])
        more_newer, more_older = older_than is not None, len(lines) > size
        lines = lines[:size]
    return LedgerPage(
        tuple(_entry(line) for line in lines),
        lines[-1].number if lines and more_older else None,
        lines[0].number if lines and more_newer else None,
        wanted,
    )


def ledger_entry(*, number: int, by: Viewer) -> Entry | None:
    """One line, None when the viewer may see none with this number."""
    line = _seen(by).filter(number=number).first()
    return _entry(line) if line else None


def ledger_stream(*, by: Viewer, wanted: LedgerFilter, chunk: int = 1000) -> Iterator[Entry]:
    """Every matching line that the viewer may see, oldest first, without holding them all in memory."""
    for line in _matching(wanted, by).order_by("number").iterator(chunk_size=chunk):
        yield _entry(line)


def ledger_head(*, rooms: Sequence[str] = ()) -> int:
    """The number of the last line, 0 for an empty ledger. `rooms`: of the last line that changed something of these
    rooms (readings change nothing). It moves with every change there, so caches may be named by it."""
    found = _head(tuple(rooms))
    return found[0] if found else 0


@prepared
def _head(rooms: tuple[str, ...]) -> QuerySet[LedgerEntry, int]:
    lines = LedgerEntry.objects.order_by("-number")
    if rooms:
        of_rooms = Q()
        for room in rooms:
            of_rooms |= Q(kind__startswith=f"{room}.")
        lines = lines.filter(of_rooms).exclude(action=READ)
    return lines.values_list("number", flat=True)[:1]


@prepared
def _lines_of(limit: int, *, kind: str, object_id: str) -> QuerySet[LedgerEntry, LedgerEntry]:
    return LedgerEntry.objects.filter(kind=kind, object_id=object_id).order_by("-number")[:limit]


def history_of(*, kind: str, object_id: object, limit: int = 200) -> list[Entry]:
    """What happened to one thing, newest first: the history of every field that operations recorded."""
    return [_entry(line) for line in _lines_of(limit, kind=kind, object_id=str(object_id))]


# --- does the chain hold? ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Anchor:
    """Number and digest of a line, kept outside the database; a line beyond which nothing can vanish unnoticed."""

    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class Verification:
    """`broken_at`: number of the first line that does not fit, None when all do. `problem` is one of: "" (all well),
    "changed" (a line differs from its seal), "removed" (a line before it is missing), "tail" (lines at the end are
    missing). `last`: what to keep as the next anchor."""

    lines: int
    problem: str
    broken_at: int | None
    last: Anchor | None
    anchors_checked: int


def _seal(line: LedgerEntry) -> str:
    return digest(
        previous=line.previous,
        at=line.at,
        actor_id=line.actor_id,
        actor=line.actor,
        origin=line.origin,
        reason=line.reason,
        action=line.action,
        kind=line.kind,
        object_id=line.object_id,
        label=line.label,
        before=line.before,
        after=line.after,
        office_id=line.office_id,
    )


def _numbers_given() -> int | None:
    """The highest number that was ever given: exact on SQLite. PostgreSQL's sequence also counts what was rolled back,
    so that it proves nothing there: None."""
    if connection.vendor != "sqlite":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [LedgerEntry._meta.db_table])
        row = cursor.fetchone()
    return int(row[0]) if row else None


def verify_ledger(*, anchors: Sequence[Anchor] = (), chunk: int = 2000) -> Verification:
    """Walk the whole chain. Reads every line once; 100,000 lines take some seconds."""
    wanted = {a.number: a.digest for a in anchors}
    previous, count, last = FIRST_DIGEST, 0, None
    for line in LedgerEntry.objects.order_by("number").iterator(chunk_size=chunk):
        if line.previous != previous:
            return Verification(count, "removed", line.number, last, 0)
        if _seal(line) != line.digest or wanted.get(line.number, line.digest) != line.digest:
            return Verification(count, "changed", line.number, last, 0)
        previous, count, last = line.digest, count + 1, Anchor(line.number, line.digest)
    highest = last.number if last else 0
    missing = [n for n in wanted if n > highest]
    given = _numbers_given()
    if missing or (given is not None and given > highest):
        return Verification(count, "tail", highest + 1, last, len(wanted))
    return Verification(count, "", None, last, len(wanted))
