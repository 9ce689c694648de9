"""Whose business a line is. A column that may stay empty is added in place: the lines themselves are not touched, so
that the triggers and every seal hold (a line without an office is sealed as before)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("foundation", "0002_append_only")]

    operations = [
        migrations.AddField(
            model_name="ledgerentry",
            name="office_id",
            field=models.UUIDField(help_text="Whose business the line is; null for nobody's office", null=True),
        ),
        migrations.AddIndex(
            model_name="ledgerentry",
            index=models.Index(fields=["office_id", "number"], name="ledger_office"),
        ),
    ]
