"""What assessors said, every save of it, and the defects that they marked."""

from django.db import models
from django.db.models import Q

from binakriya.foundation.ids import new_id
from binakriya.quality.rules.scoring import Severity

STATES = ("draft", "submitted")


class Scoring(models.Model):
    """`fields`, `marks`, `conflicts`: see `rules.scoring`; the defects of `fields` stand as rows too. `total` 0 to 100,
    when it was submitted."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    assignment = models.OneToOneField("quality.Assignment", on_delete=models.CASCADE, related_name="scoring")
    state = models.CharField(max_length=10, default="draft")
    revision = models.PositiveIntegerField(default=0)
    fields = models.JSONField(default=dict)
    marks = models.JSONField(default=dict)
    conflicts = models.JSONField(default=dict)
    total = models.FloatField(null=True, blank=True)
    began_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=STATES), name="scoring_state"),
            models.CheckConstraint(
                condition=Q(state="draft", submitted_at__isnull=True, total__isnull=True)
                | Q(state="submitted", submitted_at__isnull=False, total__gte=0, total__lte=100, conflicts={}),
                name="scoring_submitted",
            ),
        ]

    def __str__(self) -> str:
        return str(self.assignment_id)


class Save(models.Model):
    """One save as it came; the same again (`nonce`) answers the same and writes nothing. `client_at`: the clock of the
    device, for showing alone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    scoring = models.ForeignKey(Scoring, on_delete=models.CASCADE, related_name="saves")
    nonce = models.CharField(max_length=64)
    device = models.CharField(max_length=40, blank=True)
    base = models.PositiveIntegerField()
    revision = models.PositiveIntegerField(help_text="After it")
    changes = models.JSONField()
    conflicts = models.JSONField(default=list, help_text="Names of fields that another device had changed")
    client_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["scoring", "nonce"], name="scoring_save_once"),
            models.CheckConstraint(condition=~Q(nonce=""), name="scoring_save_nonce"),
        ]

    def __str__(self) -> str:
        return str(self.revision)


class Defect(models.Model):
    """A fault at a point of a photo; without a photo, of the product. `key`: made by the device that marked it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    scoring = models.ForeignKey(Scoring, on_delete=models.CASCADE, related_name="defects")
    key = models.CharField(max_length=40)
    photo = models.ForeignKey("products.Photo", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    x = models.FloatField()
    y = models.FloatField()
    kind = models.CharField(max_length=40)
    severity = models.CharField(max_length=10)
    cause = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["key"]
        constraints = [
            models.UniqueConstraint(fields=["scoring", "key"], name="defect_once"),
            models.CheckConstraint(condition=Q(x__gte=0, x__lte=1, y__gte=0, y__lte=1), name="defect_in_picture"),
            models.CheckConstraint(condition=Q(severity__in=[s.value for s in Severity]), name="defect_severity"),
            models.CheckConstraint(condition=~Q(kind="") & ~Q(key=""), name="defect_has_kind"),
        ]

    def __str__(self) -> str:
        return self.kind
