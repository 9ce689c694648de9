"""Versions of the texts of report and press release."""

from django.db import models

from binakriya.foundation.ids import new_id
from binakriya.training.models.plan import Activity


class TextKind(models.TextChoices):
    REPORT = "report"
    RELEASE = "release"


class ReportText(models.Model):
    """One saved version: `texts` holds the edited parts by key; parts that are absent are written from the data."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="texts")
    kind = models.CharField(max_length=10, choices=TextKind.choices)
    language = models.CharField(max_length=2, choices=[("id", "id"), ("en", "en")])
    version = models.PositiveIntegerField()
    texts = models.JSONField(default=dict)
    restored_from = models.PositiveIntegerField(null=True, blank=True)
    by_id = models.UUIDField(null=True)
    by_label = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["activity", "kind", "language", "version"], name="text_version_once"),
            models.CheckConstraint(condition=models.Q(version__gte=1), name="text_version_from_one"),
            models.CheckConstraint(condition=models.Q(kind__in=TextKind.values), name="text_kind_known"),
            models.CheckConstraint(condition=models.Q(language__in=["id", "en"]), name="text_language_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.language} {self.version}"
