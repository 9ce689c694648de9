"""What a published version says stays: the database itself refuses to change it, or to make a draft of it again."""

from django.db import migrations

TABLE = "quality_rubricversion"
NAME = "rubric_version_stays"
WHY = "what a published rubric says is not changed"

SQLITE = (
    f"CREATE TRIGGER {NAME} BEFORE UPDATE ON {TABLE} WHEN OLD.state <> 'draft' AND (NEW.state = 'draft' "
    "OR NEW.content IS NOT OLD.content OR NEW.digest <> OLD.digest OR NEW.number <> OLD.number "
    f"OR NEW.rubric_id <> OLD.rubric_id) BEGIN SELECT RAISE(ABORT, '{WHY}'); END",
)
POSTGRESQL = (
    f"CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$ "
    f"BEGIN RAISE EXCEPTION '{WHY}' USING ERRCODE = 'restrict_violation'; END $$",
    f"CREATE TRIGGER {NAME} BEFORE UPDATE ON {TABLE} FOR EACH ROW WHEN (OLD.state <> 'draft' AND (NEW.state = 'draft' "
    "OR NEW.content IS DISTINCT FROM OLD.content OR NEW.digest <> OLD.digest OR NEW.number <> OLD.number "
    f"OR NEW.rubric_id <> OLD.rubric_id)) EXECUTE FUNCTION {NAME}()",
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
    dependencies = [("quality", "0001_rubrics")]

    operations = [migrations.RunPython(guard, unguard)]
