import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import binakriya.foundation.fields
import binakriya.foundation.ids


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_forgotten_invitations"),
        ("registry", "0010_sealed_files"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LinkedPerson",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=binakriya.foundation.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[("registered", "registered"), ("officer", "officer"), ("request", "request")],
                        max_length=10,
                    ),
                ),
                ("by", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "enterprise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="linked", to="registry.enterprise"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={"ordering": ["at"]},
        ),
        migrations.AddConstraint(
            model_name="linkedperson",
            constraint=models.UniqueConstraint(fields=("enterprise", "person"), name="linked_person_once"),
        ),
        migrations.AddConstraint(
            model_name="linkedperson",
            constraint=models.CheckConstraint(
                condition=models.Q(("way__in", ["registered", "officer", "request"])), name="linked_person_way"
            ),
        ),
        migrations.CreateModel(
            name="LinkRequest",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=binakriya.foundation.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "given",
                    binakriya.foundation.fields.EncryptedTextField(
                        help_text="a NIB (13 digits) or a telephone (E.164), as the maker wrote it"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "open"), ("approved", "approved"), ("refused", "refused")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("decided_by", models.CharField(blank=True, max_length=120)),
                (
                    "enterprise",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="registry.enterprise",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.organisation"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={"ordering": ["at"]},
        ),
        migrations.AddIndex(
            model_name="linkrequest",
            index=models.Index(fields=["office", "state", "at"], name="link_request_queue"),
        ),
        migrations.AddConstraint(
            model_name="linkrequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "open")), fields=("person", "office"), name="link_request_one_open"
            ),
        ),
        migrations.AddConstraint(
            model_name="linkrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["open", "approved", "refused"])), name="link_request_state"
            ),
        ),
        migrations.AddConstraint(
            model_name="linkrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at__isnull", True), ("enterprise__isnull", True), ("state", "open")),
                    models.Q(models.Q(("state", "open"), _negated=True), ("decided_at__isnull", False)),
                    _connector="OR",
                ),
                name="link_request_decided",
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="file_size",
            field=models.PositiveIntegerField(default=0, help_text="bytes, as it came"),
        ),
        migrations.AddField(
            model_name="document",
            name="file_type",
            field=models.CharField(blank=True, help_text="by its content: rules.papers", max_length=4),
        ),
        migrations.AddField(
            model_name="document", name="removed_at", field=models.DateTimeField(blank=True, null=True)
        ),
        migrations.AlterField(
            model_name="document",
            name="file",
            field=binakriya.foundation.fields.EncryptedFileField(blank=True, upload_to="registry/documents"),
        ),
        migrations.AddField(
            model_name="enterprise",
            name="assets",
            field=models.PositiveBigIntegerField(blank=True, help_text="rupiah, what UU 20/2008 goes by", null=True),
        ),
        migrations.AddField(
            model_name="membership", name="removed_at", field=models.DateTimeField(blank=True, null=True)
        ),
        migrations.AddIndex(
            model_name="membership",
            index=models.Index(
                condition=models.Q(("removed_at__isnull", True)),
                fields=["association", "enterprise"],
                name="membership_standing",
            ),
        ),
        migrations.AddField(model_name="note", name="changed_at", field=models.DateTimeField(blank=True, null=True)),
        migrations.AddField(model_name="note", name="removed_at", field=models.DateTimeField(blank=True, null=True)),
    ]
