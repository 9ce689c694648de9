from django.db import models

from binakriya.foundation.rules.ledger import FIRST_DIGEST


class LedgerEntry(models.Model):
    """One line of the audit ledger. Only appended: triggers refuse changes and removal (migration 0002)."""

    number = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    actor_id = models.UUIDField(null=True, db_index=True)
    office_id = models.UUIDField(null=True, help_text="Whose business the line is; null for nobody's office")
    actor = models.CharField(max_length=200)
    origin = models.CharField(max_length=100, blank=True)
    action = models.CharField(max_length=60)
    kind = models.CharField(max_length=60)
    object_id = models.CharField(max_length=64)
    label = models.CharField(max_length=200, blank=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    previous = models.CharField(max_length=64, default=FIRST_DIGEST)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        indexes = [
            models.Index(fields=["kind", "object_id", "number"], name="ledger_object"),
            models.Index(fields=["action", "number"], name="ledger_action"),
            models.Index(fields=["office_id", "number"], name="ledger_office"),
        ]
        constraints = [models.UniqueConstraint(fields=["previous"], name="ledger_one_successor")]

    def __str__(self) -> str:
        return f"{self.number} {self.action} {self.label}"
