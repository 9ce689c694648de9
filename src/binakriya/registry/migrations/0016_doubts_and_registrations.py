"""Doubts that an officer lets stand; enterprises that came with a registration and wait for an officer's look."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0015_mask_samples"),
    ]

    operations = [
        migrations.AddField(
            model_name="batchrow",
            name="settled",
            field=models.JSONField(
                blank=True,
                default=list,
                help_text="doubts that the officer let stand: field:code, -field:code where left out",
            ),
        ),
        migrations.AddField(
            model_name="enterprise",
            name="unchecked",
            field=models.BooleanField(
                default=False, help_text="written by somebody's registration; no officer has looked at it yet"
            ),
        ),
        migrations.AddIndex(
            model_name="enterprise",
            index=models.Index(
                condition=models.Q(("unchecked", True)), fields=["office", "created_at"], name="enterprise_unchecked"
            ),
        ),
    ]
