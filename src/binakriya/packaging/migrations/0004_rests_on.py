"""What each standing version rests on, from its own sheet; beside the versions, so that lists need not read them."""

from typing import Any

from django.db import migrations


def fill(apps: Any, editor: Any) -> None:
    Version = apps.get_model("packaging", "Version")
    for version in Version.objects.filter(rests_on={}).iterator(chunk_size=50):
        sheet = version.content.get("sheet", {})
        # The assumptions alone: before this no office's own value was named otherwise than in a step.
        version.rests_on = {line["code"]: float(line["value"]) for line in sheet.get("assumptions", ())}
        version.save(update_fields=["rests_on"])


class Migration(migrations.Migration):
    dependencies = [("packaging", "0003_office_and_batches")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
