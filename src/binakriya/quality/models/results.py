"""What came of a round. Never changed: the database refuses it, and a round closed again gets a result of its own."""

from django.db import models
from django.db.models import F, Q

from binakriya.foundation.ids import new_id


class RoundResult(models.Model):
    """`content`: raters, agreement, groups and defects by rubric version (`rules.results`). `engine`: its version."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    round = models.ForeignKey("quality.Round", on_delete=models.CASCADE, related_name="results")
    number = models.PositiveSmallIntegerField()
    engine = models.CharField(max_length=40)
    content = models.JSONField()
    made_at = models.DateTimeField(db_index=True)
    made_by = models.CharField(max_length=120)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="result_once"),
            models.CheckConstraint(condition=Q(number__gte=1) & ~Q(engine="") & ~Q(made_by=""), name="result_whole"),
        ]

    def __str__(self) -> str:
        return str(self.number)


class ProductResult(models.Model):
    """`fair`, `low`, `high`, `raw` 0 to 100; None where they can't be told (an assessor alone, a panel apart).
    `best`, `worst`: the ranks that it may have; None where nothing may be ranked. `criteria`: mean by criterion.
    `gates`: each gate with pass, fail, unseen or open."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    result = models.ForeignKey(RoundResult, on_delete=models.CASCADE, related_name="products")
    product = models.ForeignKey("products.Product", on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey("quality.RubricVersion", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    assessors = models.PositiveSmallIntegerField()
    raw = models.FloatField()
    fair = models.FloatField(null=True, blank=True)
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    best = models.PositiveSmallIntegerField(null=True, blank=True)
    worst = models.PositiveSmallIntegerField(null=True, blank=True)
    panel = models.PositiveSmallIntegerField(default=1, help_text="Panel of assessors that share products")
    criteria = models.JSONField(default=dict)
    gates = models.JSONField(default=dict)

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["product", "result"], name="product_result_of")]
        constraints = [
            models.UniqueConstraint(fields=["result", "product"], name="product_result_once"),
            models.CheckConstraint(
                condition=Q(low__isnull=True, high__isnull=True)
                | Q(fair__isnull=False, low__lte=F("fair"), high__gte=F("fair")),
                name="product_result_interval",
            ),
            models.CheckConstraint(condition=Q(assessors__gte=1), name="product_result_assessed"),
        ]

    def __str__(self) -> str:
        return str(self.number)
