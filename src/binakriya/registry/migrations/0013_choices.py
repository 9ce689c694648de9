from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("registry", "0012_what_stands_fits")]

    operations = [
        migrations.RemoveField(model_name="owner", name="person"),
        migrations.AddConstraint(
            model_name="candidate",
            constraint=models.CheckConstraint(
                condition=models.Q(("relation__in", ["same", "same_owner"])), name="candidate_relation"
            ),
        ),
        migrations.AddConstraint(
            model_name="candidate",
            constraint=models.CheckConstraint(
                condition=models.Q(("band__in", ["likely", "possible"])), name="candidate_band"
            ),
        ),
        migrations.AddConstraint(
            model_name="candidate",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["open", "merged", "not_same", "same_owner"])), name="candidate_state"
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["phone", "email", "page"])), name="contact_kind"
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["nib", "halal", "merek", "pirt", "sni", "siinas", "lain"])),
                name="document_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="enterprise",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["active", "archived", "merged"])), name="enterprise_state"
            ),
        ),
        migrations.AddConstraint(
            model_name="enterprise",
            constraint=models.CheckConstraint(
                condition=models.Q(("kbli_version__in", ["", "2020", "2025"])), name="enterprise_kbli_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="note",
            constraint=models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="note_has_text"),
        ),
        migrations.AddConstraint(
            model_name="owner",
            constraint=models.CheckConstraint(condition=models.Q(("sex__in", ["", "m", "f"])), name="owner_sex"),
        ),
        migrations.AddConstraint(
            model_name="turnover",
            constraint=models.CheckConstraint(
                condition=models.Q(("confidence__in", ["said", "document"])), name="turnover_confidence"
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("file", ""), ("file_size", 0), ("file_type", "")),
                    models.Q(
                        models.Q(("file", ""), _negated=True),
                        ("file_size__gte", 1),
                        ("file_size__lte", 5242880),
                        ("file_type__in", ["pdf", "jpeg", "png"]),
                    ),
                    _connector="OR",
                ),
                name="document_file",
            ),
        ),
    ]
