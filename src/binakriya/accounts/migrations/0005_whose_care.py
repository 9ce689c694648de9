import django.db.models.deletion
from django.db import migrations, models


def brought_by_invitation(apps, schema_editor):
    """Who accepted an office's invitation was brought in by it; the first one counts."""
    invitation, person = apps.get_model("accounts", "Invitation"), apps.get_model("accounts", "Person")
    offices = set(apps.get_model("accounts", "Organisation").objects.filter(kind="office").values_list("id", flat=True))
    accepted = invitation.objects.filter(accepted_by__isnull=False, office_id__in=offices).order_by("accepted_at", "id")
    for person_id, office_id in accepted.values_list("accepted_by_id", "office_id"):
        person.objects.filter(id=person_id, cared_by=None).update(cared_by=office_id)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_forgotten_invitations")]

    operations = [
        migrations.AddField(
            "organisation",
            "kept_by",
            models.ForeignKey(
                blank=True,
                help_text="Office that may change it",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="accounts.organisation",
            ),
        ),
        migrations.AddField(
            "person",
            "cared_by",
            models.ForeignKey(
                blank=True,
                help_text="Office that brought the person in; it cares for the account while they work for no office",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="accounts.organisation",
            ),
        ),
        migrations.RunPython(brought_by_invitation, migrations.RunPython.noop),
    ]
