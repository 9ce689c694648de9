from typing import Any

from django.db import migrations

KINDS = ("nib", "halal", "merek", "pirt", "sni", "siinas", "lain")


def fit(apps: Any, schema_editor: Any) -> None:
    """Accounts of owners become linked accounts; nobody can tell any more which of them an officer linked, so that they
    count as confirmed, as they worked until now. Kinds of documents that are not in the list become "lain"."""
    owners = apps.get_model("registry", "Owner").objects.filter(person__isnull=False)
    linked = apps.get_model("registry", "LinkedPerson")
    linked.objects.bulk_create(
        [
            linked(
                enterprise_id=o.enterprise_id, person_id=o.person_id, way="officer", by="", at=o.enterprise.created_at
            )
            for o in owners.select_related("enterprise")
        ]
    )
    documents = apps.get_model("registry", "Document").objects
    documents.exclude(kind__in=KINDS).update(kind="lain")
    # No page ever took a file.
    documents.exclude(file="").update(file="")
    apps.get_model("registry", "Note").objects.filter(text="").delete()


def unfit(apps: Any, schema_editor: Any) -> None:
    owners = apps.get_model("registry", "Owner").objects
    for link in apps.get_model("registry", "LinkedPerson").objects.order_by("-at"):
        owners.filter(enterprise_id=link.enterprise_id).update(person_id=link.person_id)


class Migration(migrations.Migration):
    dependencies = [("registry", "0011_links_and_papers")]
    operations = [migrations.RunPython(fit, unfit)]
