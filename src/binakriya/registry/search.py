"""Full-text search over enterprises: FTS5 on SQLite, a GIN index on PostgreSQL, behind one door."""

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
_SQLITE_COUNT = (
    "SELECT COUNT(*) FROM (SELECT rowid FROM registry_searchtext_fts WHERE registry_searchtext_fts MATCH %s LIMIT %s)"
)
# Counted to the end: with a limit the planner hopes to meet enough of them soon and reads every text, not the index.
_POSTGRESQL_COUNT = (
    "SELECT LEAST(COUNT(*), %s) FROM registry_searchtext WHERE to_tsvector('simple', words) @@ to_tsquery('simple', %s)"
)


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


def is_common(text: str, *, most: int) -> bool:
    """True when more than `most` enterprises, of whatever office, have the words; looks no further than that."""
    words = _words(text)
    if not words:
        return False
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(_SQLITE_COUNT, [_match(words), most + 1])
        else:
            cursor.execute(_POSTGRESQL_COUNT, [most + 1, _match(words)])
        return bool(cursor.fetchone()[0] > most)


def narrow_along(rows: QuerySet[Enterprise], text: str) -> QuerySet[Enterprise]:
    """The same enterprises as `narrow`, tried one by one along the order of `rows`: cheap when the words are common and
    only the first are wanted."""
    for word in _words(text):
        begins = Q(words__startswith=word) | Q(words__contains=f" {word}")
        rows = rows.filter(Exists(SearchText.objects.filter(begins, enterprise_id=OuterRef("pk"))))
    return rows
