"""The full-text index over registry_searchtext, kept by triggers on SQLite, by the index itself on PostgreSQL."""

from django.db import migrations

SQLITE = [
    "CREATE VIRTUAL TABLE registry_searchtext_fts USING fts5("
    "words, content='registry_searchtext', content_rowid='id', tokenize='unicode61', prefix='2 3')",
    "CREATE TRIGGER registry_searchtext_ai AFTER INSERT ON registry_searchtext BEGIN "
    "INSERT INTO registry_searchtext_fts(rowid, words) VALUES (new.id, new.words); END",
    "CREATE TRIGGER registry_searchtext_ad AFTER DELETE ON registry_searchtext BEGIN "
    "INSERT INTO registry_searchtext_fts(registry_searchtext_fts, rowid, words) VALUES('delete', old.id, old.words); END",
    "CREATE TRIGGER registry_searchtext_au AFTER UPDATE ON registry_searchtext BEGIN "
    "INSERT INTO registry_searchtext_fts(registry_searchtext_fts, rowid, words) VALUES('delete', old.id, old.words); "
    "INSERT INTO registry_searchtext_fts(rowid, words) VALUES (new.id, new.words); END",
]
SQLITE_BACK = [
    "DROP TRIGGER registry_searchtext_ai",
    "DROP TRIGGER registry_searchtext_ad",
    "DROP TRIGGER registry_searchtext_au",
    "DROP TABLE registry_searchtext_fts",
]
POSTGRESQL = ["CREATE INDEX registry_searchtext_gin ON registry_searchtext USING gin (to_tsvector('simple', words))"]
POSTGRESQL_BACK = ["DROP INDEX registry_searchtext_gin"]


def _run(editor, statements):
    for statement in statements:
        editor.execute(statement)


def forwards(apps, editor):
    _run(editor, SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL)


def backwards(apps, editor):
    _run(editor, SQLITE_BACK if editor.connection.vendor == "sqlite" else POSTGRESQL_BACK)


class Migration(migrations.Migration):
    dependencies = [("registry", "0002_search_text")]
    operations = [migrations.RunPython(forwards, backwards)]
