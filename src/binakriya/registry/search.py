"""Full-text search over enterprises: FTS5 on SQLite, a GIN index on PostgreSQL, behind one door."""

from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from binakriya.registry.models import Enterprise, SearchText
from binakriya.registry.rules.facts import search_words

_SQLITE = (
    "SELECT s.enterprise_id FROM registry_searchtext_fts f JOIN registry_searchtext s ON s.id = f.rowid "
    "WHERE registry_searchtext_fts MATCH %s"
)
_POSTGRESQL = (
    "SELECT enterprise_id FROM registry_searchtext WHERE to_tsvector('simple', words) @@ to_tsquery('simple', %s)"
)
# Found to the end before it is cut: with the limit alone the planner hopes to meet enough of them soon and reads every
# text, not the index.
_POSTGRESQL_SOME = f"WITH found AS MATERIALIZED ({_POSTGRESQL}) SELECT enterprise_id FROM found LIMIT %s"  # noqa: S608
_SQLITE_SOME = f"{_SQLITE} LIMIT %s"


def _words(text: str) -> list[str]:
    return search_words(text).split()[:12]


def _match(words: list[str]) -> str:
    """The words as the database's own query: each begins a word."""
    if connection.vendor == "sqlite":
        return " ".join(f'"{w}"*' for w in words)
    return " & ".join(f"{w}:*" for w in words)


def narrow(rows: QuerySet[Enterprise], text: str) -> QuerySet[Enterprise]:
    """Only enterprises in whose words every word of `text` begins a word; all of them when `text` has no word."""
    words = _words(text)
    if not words:
        return rows
    statement = _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL
    return rows.filter(id__in=RawSQL(statement, [_match(words)]))  # noqa: S611


def has_words(text: str) -> bool:
    """False for signs alone: such a text narrows nothing."""
    return bool(_words(text))


def few(text: str, *, most: int) -> list[UUID] | None:
    """The enterprises, of whatever office, that have the words of `text`; None when they are more than `most`. As ids:
    the database then sees how few they are, where it guesses of a sub-query and reads every enterprise."""
    statement = _SQLITE_SOME if connection.vendor == "sqlite" else _POSTGRESQL_SOME
    with connection.cursor() as cursor:
        cursor.execute(statement, [_match(_words(text)), most + 1])
        found = [row[0] for row in cursor.fetchall()]
    if len(found) > most:
        return None
    return [one if isinstance(one, UUID) else UUID(one) for one in found]


def narrow_along(rows: QuerySet[Enterprise], text: str) -> QuerySet[Enterprise]:
    """The same enterprises as `narrow`, tried one by one along the order of `rows`: cheap when the words are common and
    only the first are wanted."""
    for word in _words(text):
        begins = Q(words__startswith=word) | Q(words__contains=f" {word}")
        rows = rows.filter(Exists(SearchText.objects.filter(begins, enterprise_id=OuterRef("pk"))))
    return rows
