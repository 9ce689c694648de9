"""What an office found out about the fragility of a product."""

from django.db import models
from django.db.models import Q

from binakriya.foundation.ids import new_id
from binakriya.products.rules.evidence import CUSHION_NAMES, Method


class Evidence(models.Model):
    """Drop tests (rows of `Drop`), or a declared G with its source. The newest that stands is what is designed for.
    `cushion`, `cushion_mm`: on what the samples fell; "" for a hard floor."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    product = models.ForeignKey("products.Product", on_delete=models.CASCADE, related_name="evidence")
    method = models.CharField(max_length=10)
    declared_g = models.FloatField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    cushion = models.CharField(max_length=20, blank=True)
    cushion_mm = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    tested_on = models.DateField()
    tested_by = models.CharField(max_length=120)
    note = models.CharField(max_length=500, blank=True)
    nonce = models.CharField(max_length=64, blank=True, help_text="Key of the form that made it")
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-tested_on", "-added_at"]
        constraints = [
            models.CheckConstraint(condition=Q(method__in=[m.value for m in Method]), name="evidence_method"),
            models.CheckConstraint(
                condition=(
                    Q(
                        method=Method.DECLARED.value,
                        declared_g__isnull=False,
                        declared_g__gte=5,
                        declared_g__lte=2000,
                        cushion="",
                    )
                    & ~Q(source="")
                )
                | (~Q(method=Method.DECLARED.value) & Q(declared_g__isnull=True)),
                name="evidence_declared",
            ),
            models.CheckConstraint(
                condition=Q(cushion="", cushion_mm__isnull=True)
                | Q(cushion__in=CUSHION_NAMES, cushion_mm__isnull=False, cushion_mm__gte=1, cushion_mm__lte=1000),
                name="evidence_cushion",
            ),
            models.CheckConstraint(condition=~Q(tested_by=""), name="evidence_tested_by"),
            models.UniqueConstraint(fields=["product", "nonce"], condition=~Q(nonce=""), name="evidence_nonce_once"),
        ]

    def __str__(self) -> str:
        return f"{self.method} {self.tested_on}"


class Drop(models.Model):
    """One fall, in the order they were made (from 1)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="drops")
    position = models.PositiveSmallIntegerField()
    height_mm = models.DecimalField(max_digits=6, decimal_places=1)
    failed = models.BooleanField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["evidence", "position"], name="drop_position_once"),
            models.CheckConstraint(condition=Q(height_mm__gte=1, height_mm__lte=10000), name="drop_height"),
        ]

    def __str__(self) -> str:
        return f"{self.height_mm} mm"
