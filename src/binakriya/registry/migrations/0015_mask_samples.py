"""Readings that were kept before samples were masked stand unsealed in the database: what is personal is masked now."""

from typing import Any

from django.db import migrations

from binakriya.registry.rules.showing import mask_sample


def mask_samples(apps: Any, schema_editor: Any) -> None:
    files = apps.get_model("registry", "BatchFile")
    for file in files.objects.exclude(reading={}).only("id", "reading").iterator(chunk_size=100):
        changed = False
        for column in file.reading.get("columns", ()):
            masked = [mask_sample(text, column.get("field", "")) for text in column.get("samples", ())]
            changed |= masked != column.get("samples", [])
            if "samples" in column:
                column["samples"] = masked
        if changed:
            files.objects.filter(id=file.id).update(reading=file.reading)


class Migration(migrations.Migration):
    dependencies = [("registry", "0014_review_work")]

    operations = [migrations.RunPython(mask_samples, migrations.RunPython.noop, elidable=True)]
