"""The ledger only grows: the database itself refuses to change, remove or (PostgreSQL) truncate its lines.

SQLite has no TRUNCATE; a DELETE without a condition is refused like any other.
"""

from django.db import migrations

NAMES = ("ledger_no_update", "ledger_no_delete")

SQLITE = [
    "CREATE TRIGGER ledger_no_update BEFORE UPDATE ON foundation_ledgerentry "
    "BEGIN SELECT RAISE(ABORT, 'the ledger only grows: lines are not changed'); END",
    "CREATE TRIGGER ledger_no_delete BEFORE DELETE ON foundation_ledgerentry "
    "BEGIN SELECT RAISE(ABORT, 'the ledger only grows: lines are not removed'); END",
]

POSTGRESQL = [
    "CREATE OR REPLACE FUNCTION ledger_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$ "
    "BEGIN RAISE EXCEPTION 'the ledger only grows: % is refused', TG_OP USING ERRCODE = 'restrict_violation'; END $$",
    "CREATE TRIGGER ledger_no_update BEFORE UPDATE ON foundation_ledgerentry "
    "FOR EACH ROW EXECUTE FUNCTION ledger_only_grows()",
    "CREATE TRIGGER ledger_no_delete BEFORE DELETE ON foundation_ledgerentry "
    "FOR EACH ROW EXECUTE FUNCTION ledger_only_grows()",
    "CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON foundation_ledgerentry "
    "FOR EACH STATEMENT EXECUTE FUNCTION ledger_only_grows()",
]


def guard(apps, schema_editor):
    statements = POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE
    with schema_editor.connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def unguard(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        if schema_editor.connection.vendor == "postgresql":
            for name in (*NAMES, "ledger_no_truncate"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON foundation_ledgerentry")
            cursor.execute("DROP FUNCTION IF EXISTS ledger_only_grows()")
        else:
            for name in NAMES:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")


class Migration(migrations.Migration):
    dependencies = [("foundation", "0001_initial")]

    operations = [migrations.RunPython(guard, unguard)]
