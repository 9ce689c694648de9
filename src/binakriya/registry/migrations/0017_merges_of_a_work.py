"""A merge knows the work that it came with, so that all of them can be taken back together."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0016_doubts_and_registrations"),
    ]

    operations = [
        migrations.AddField(
            model_name="merge",
            name="work",
            field=models.ForeignKey(
                blank=True,
                help_text="the work that merged many at once",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="merges",
                to="registry.reviewwork",
            ),
        ),
    ]
