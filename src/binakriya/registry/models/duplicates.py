from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from binakriya.foundation.fields import EncryptedTextField
from binakriya.foundation.ids import new_id


class Candidate(models.Model):
    """A pair of enterprises that may be the same, with the evidence, and what a person decided."""

    class State(models.TextChoices):
        OPEN = "open", _("Perlu ditinjau")
        MERGED = "merged", _("Digabung")
        NOT_SAME = "not_same", _("Bukan duplikat")
        SAME_OWNER = "same_owner", _("Pemilik sama, usaha lain")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    left = models.ForeignKey("registry.Enterprise", on_delete=models.CASCADE, related_name="+")
    right = models.ForeignKey("registry.Enterprise", on_delete=models.CASCADE, related_name="+")
    relation = models.CharField(max_length=10, choices=[("same", "same"), ("same_owner", "same_owner")])
    band = models.CharField(max_length=8, choices=[("likely", "likely"), ("possible", "possible")])
    probability = models.FloatField()
    weight = models.FloatField(help_text="log2 of the Bayes factor")
    evidence = models.JSONField(default=list, help_text="list of {code, weight}; values are read from the enterprises")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    found_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=120, blank=True)

    class Meta:
        indexes = [models.Index(fields=["office", "state", "-weight"], name="candidate_queue")]
        constraints = [
            models.UniqueConstraint(fields=["left", "right"], name="candidate_once"),
            models.CheckConstraint(condition=Q(left__lt=F("right")), name="candidate_ordered"),
            models.CheckConstraint(condition=Q(probability__gte=0, probability__lte=1), name="candidate_probability"),
        ]

    def __str__(self) -> str:
        return f"{self.left_id} ~ {self.right_id}"


class Merge(models.Model):
    """Two enterprises became one. `snapshot` (JSON, encrypted) holds both as they were, so that it can be undone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kept = models.ForeignKey("registry.Enterprise", on_delete=models.CASCADE, related_name="merges")
    gone = models.ForeignKey("registry.Enterprise", on_delete=models.CASCADE, related_name="+")
    candidate = models.ForeignKey(Candidate, on_delete=models.SET_NULL, null=True, blank=True, related_name="merges")
    snapshot = EncryptedTextField()
    by = models.CharField(max_length=120)
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(kept=F("gone")), name="merge_of_two"),
            models.UniqueConstraint(fields=["gone"], condition=Q(undone_at__isnull=True), name="merge_gone_once"),
        ]

    def __str__(self) -> str:
        return f"{self.gone_id} → {self.kept_id}"
