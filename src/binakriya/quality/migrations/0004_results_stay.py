"""What came of a round stays: the database itself refuses to change it."""

from django.db import migrations

NAMES = {"quality_roundresult": "round_result_stays", "quality_productresult": "product_result_stays"}
WHY = "the result of a round is not changed"


def guard(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        for table, name in NAMES.items():
            if schema_editor.connection.vendor == "postgresql":
                cursor.execute(
                    f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ "
                    f"BEGIN RAISE EXCEPTION '{WHY}' USING ERRCODE = 'restrict_violation'; END $$"
                )
                cursor.execute(
                    f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
                )
            else:
                cursor.execute(
                    f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{WHY}'); END"
                )


def unguard(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        for table, name in NAMES.items():
            if schema_editor.connection.vendor == "postgresql":
                cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
                cursor.execute(f"DROP FUNCTION IF EXISTS {name}()")
            else:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")


class Migration(migrations.Migration):
    dependencies = [("quality", "0003_rounds")]

    operations = [migrations.RunPython(guard, unguard)]
