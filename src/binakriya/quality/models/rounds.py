"""Rounds of assessment: their products, assessors, recusals, and who scores what."""

from django.db import models
from django.db.models import Q

from binakriya.foundation.ids import new_id
from binakriya.quality.rules.recusal import Kind
from binakriya.quality.rules.rounds import WANTED_MOST, State


class Round(models.Model):
    """`wanted`: scorings that each product is to get. `seed`: of the plan, so that it can be made again."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    held_on = models.DateField()
    note = models.CharField(max_length=500, blank=True)
    blind = models.BooleanField(default=True)
    wanted = models.PositiveSmallIntegerField(default=2)
    state = models.CharField(max_length=10, default=State.PLANNED.value)
    seed = models.PositiveIntegerField(default=1)
    nonce = models.CharField(max_length=64, blank=True, help_text="Key of the form that made it")
    is_sample = models.BooleanField(default=False, help_text="Made up for the demo")
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=120)
    updated_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=120, blank=True)
    reopened_why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-held_on", "-id"]
        indexes = [models.Index(fields=["office", "-held_on", "-id"], name="round_by_day")]
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(created_by=""), name="round_has_title"),
            models.CheckConstraint(condition=Q(wanted__gte=1, wanted__lte=WANTED_MOST), name="round_wanted"),
            models.CheckConstraint(condition=Q(state__in=[s.value for s in State]), name="round_state"),
            models.CheckConstraint(
                condition=~Q(state=State.CLOSED.value) | (Q(closed_at__isnull=False) & ~Q(closed_by="")),
                name="round_closed_by",
            ),
            models.UniqueConstraint(fields=["office", "nonce"], condition=~Q(nonce=""), name="round_nonce_once"),
        ]

    def __str__(self) -> str:
        return self.title


class RoundRubric(models.Model):
    """A version that the round scores with; products get the one that fits their material."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="rubrics")
    version = models.ForeignKey("quality.RubricVersion", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["round", "version"], name="round_rubric_once")]

    def __str__(self) -> str:
        return str(self.version_id)


class RoundProduct(models.Model):
    """`number`: what stands on the tag beside the product on the table; it is never given twice in a round."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="products")
    product = models.ForeignKey("products.Product", on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey("quality.RubricVersion", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["round", "product"], name="round_product_once"),
            models.UniqueConstraint(fields=["round", "number"], name="round_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="round_number_from_one"),
        ]

    def __str__(self) -> str:
        return str(self.number)


class Assessor(models.Model):
    """`name`: as it was when they were asked."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="assessors")
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["round", "person"], name="assessor_once"),
            models.CheckConstraint(condition=~Q(name=""), name="assessor_has_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Recusal(models.Model):
    """An assessor does not score a product. `said_by`: the assessor, the office, or the software (own products)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    assessor = models.ForeignKey(Assessor, on_delete=models.CASCADE, related_name="recusals")
    product = models.ForeignKey(RoundProduct, on_delete=models.CASCADE, related_name="recusals")
    kind = models.CharField(max_length=10)
    reason = models.CharField(max_length=300, blank=True)
    said_at = models.DateTimeField()
    said_by = models.CharField(max_length=120)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["assessor", "product"], name="recusal_once"),
            models.CheckConstraint(condition=Q(kind__in=[k.value for k in Kind]), name="recusal_kind"),
            models.CheckConstraint(condition=~Q(said_by=""), name="recusal_said_by"),
        ]

    def __str__(self) -> str:
        return self.kind


class Assignment(models.Model):
    """One product for one assessor. `why`: the code of the reason that the plan gives for it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    assessor = models.ForeignKey(Assessor, on_delete=models.CASCADE, related_name="assignments")
    product = models.ForeignKey(RoundProduct, on_delete=models.CASCADE, related_name="assignments")
    why = models.CharField(max_length=20, default="plan")
    made_at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["product__number", "id"]
        constraints = [models.UniqueConstraint(fields=["assessor", "product"], name="assignment_once")]

    def __str__(self) -> str:
        return str(self.id)
