"""Which version of each specification is shown in lists."""

from typing import Any

from django.db import migrations


def fill(apps: Any, editor: Any) -> None:
    Specification = apps.get_model("packaging", "Specification")
    Version = apps.get_model("packaging", "Version")
    for specification in Specification.objects.filter(shown__isnull=True):
        versions = Version.objects.filter(specification_id=specification.id).order_by("-number").defer("content")
        specification.shown = versions.exclude(state="withdrawn").first() or versions.first()
        specification.save(update_fields=["shown"])


class Migration(migrations.Migration):
    dependencies = [("packaging", "0005_shown_version")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
