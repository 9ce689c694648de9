"""Designs of labels."""

from django.db import models
from django.db.models import Q

from binakriya.foundation.ids import new_id
from binakriya.packaging.rules.labels import LabelState


class LabelDesign(models.Model):
    """The label of a product for one destination: a draft that may be changed, or a finished one that stays as it was.
    `options`: what was chosen (`rules.labels.Choice`); `content`: what is drawn of it; `missing`: what the rules in
    force still demanded when it was saved. `number` counts the finished ones of a product and destination."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    product = models.ForeignKey("products.Product", on_delete=models.PROTECT, related_name="+")
    destination = models.CharField(max_length=4)
    size = models.CharField(max_length=40)
    state = models.CharField(max_length=10, default=LabelState.DRAFT.value)
    number = models.PositiveIntegerField(null=True, blank=True)
    options = models.JSONField()
    content = models.JSONField()
    missing = models.JSONField(default=list)
    engine_version = models.CharField(max_length=40)
    is_sample = models.BooleanField(default=False, help_text="Made up for the demo")
    nonce = models.CharField(max_length=64, blank=True, help_text="Key of the form that made it")
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)
    finished_at = models.DateTimeField(null=True, blank=True)
    finished_by = models.CharField(max_length=120, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-made_at", "-id"]
        indexes = [models.Index(fields=["product", "destination"], name="label_of_product")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=[s.value for s in LabelState]), name="label_state"),
            models.CheckConstraint(condition=Q(destination__in=["ID", "EU", "US", "JP"]), name="label_destination"),
            models.CheckConstraint(
                condition=~Q(size="") & ~Q(engine_version="") & ~Q(made_by=""), name="label_made_by"
            ),
            models.CheckConstraint(
                condition=Q(state=LabelState.DRAFT.value, number__isnull=True)
                | (
                    ~Q(state=LabelState.DRAFT.value)
                    & Q(number__isnull=False, number__gte=1, finished_at__isnull=False)
                    & ~Q(finished_by="")
                ),
                name="label_numbered_once_final",
            ),
            models.CheckConstraint(
                condition=~Q(state=LabelState.WITHDRAWN.value)
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_by="") & ~Q(reason="")),
                name="label_withdrawn_why",
            ),
            models.UniqueConstraint(fields=["product", "destination", "number"], name="label_number_once"),
            models.UniqueConstraint(
                fields=["product", "destination"], condition=Q(state=LabelState.DRAFT.value), name="label_one_draft"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.destination} {self.size} {self.number or ''}".strip()
