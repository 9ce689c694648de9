from django.db import migrations, models
from django.db.models import Q


def forget_accepted(apps, schema_editor):
    """What is kept of invitations that were accepted before this: the person has the account, the rest goes."""
    invitations = apps.get_model("accounts", "Invitation").objects
    invitations.filter(accepted_at__isnull=False).update(name="", email="", phone="")


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_once_without_organisation")]
    operations = [
        migrations.AlterField("invitation", "name", models.CharField(blank=True, max_length=120)),
        migrations.RemoveConstraint("invitation", "invitation_email_or_phone"),
        migrations.AddConstraint(
            "invitation",
            models.CheckConstraint(
                condition=~Q(email="", phone="") | Q(name=""), name="invitation_contact_or_forgotten"
            ),
        ),
        migrations.RunPython(forget_accepted, migrations.RunPython.noop),
    ]
