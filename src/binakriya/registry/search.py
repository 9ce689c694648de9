"""Full-text search over enterprises: FTS5 on SQLite, a GIN index on PostgreSQL, behind one door."""

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from binakriya.registry.models import Enterprise
from binakriya.registry.rules.facts import search_words

_SQLITE = (
    "SELECT s.enterprise_id FROM registry_searchtext_fts f JOIN registry_searchtext s ON s.id = f.rowid "
    "WHERE registry_searchtext_fts MATCH %s"
)
_POSTGRESQL = (
    "SELECT enterprise_id FROM registry_searchtext WHERE to_tsvector('simple', words) @@ to_tsquery('simple', %s)"
)


def narrow(rows: QuerySet[Enterprise], text: str) -> QuerySet[Enterprise]:
    """Only enterprises in whose words every word of `text` begins a word; all of them when `text` has no word."""
    words = search_words(text).split()[:12]
    if not words:
        return rows
    if connection.vendor == "sqlite":
        return rows.filter(id__in=RawSQL(_SQLITE, [" ".join(f'"{w}"*' for w in words)]))  # noqa: S611
    return rows.filter(id__in=RawSQL(_POSTGRESQL, [" & ".join(f"{w}:*" for w in words)]))  # noqa: S611
