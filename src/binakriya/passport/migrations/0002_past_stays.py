"""A closed standing is never changed, and an open one only closes: the past of a passport stays as it was."""

from django.db import migrations

TABLE, NAME = "passport_standing", "standing_past_stays"
WHY = "the past of a passport is not changed"
SAME = ("product_id", "criterion", "state", "until", "summary", "version", "from_at")


def _where(differs):
    return "OLD.to_at IS NOT NULL OR " + " OR ".join(f"OLD.{one} {differs} NEW.{one}" for one in SAME)


SQLITE = (
    f"CREATE TRIGGER {NAME} BEFORE UPDATE ON {TABLE} WHEN {_where('IS NOT')} BEGIN SELECT RAISE(ABORT, '{WHY}'); END",
)
POSTGRESQL = (
    f"CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$ "
    f"BEGIN RAISE EXCEPTION '{WHY}' USING ERRCODE = 'restrict_violation'; END $$",
    f"CREATE TRIGGER {NAME} BEFORE UPDATE ON {TABLE} FOR EACH ROW WHEN ({_where('IS DISTINCT FROM')}) "
    f"EXECUTE FUNCTION {NAME}()",
)


def guard(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
            cursor.execute(statement)


def unguard(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        if schema_editor.connection.vendor == "postgresql":
            cursor.execute(f"DROP TRIGGER IF EXISTS {NAME} ON {TABLE}")
            cursor.execute(f"DROP FUNCTION IF EXISTS {NAME}()")
        else:
            cursor.execute(f"DROP TRIGGER IF EXISTS {NAME}")


class Migration(migrations.Migration):
    dependencies = [("passport", "0001_passports")]

    operations = [migrations.RunPython(guard, unguard)]
