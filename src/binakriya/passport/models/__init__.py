"""What the room stores: the office's own criteria, standings over time, decisions, and a sum for each product."""

from django.db import models
from django.db.models import F, Q

from binakriya.foundation.ids import new_id
from binakriya.passport.models.public import PublicChoice
from binakriya.passport.rules.stages import STAGES, State

__all__ = ["Decision", "OwnCriteria", "Passport", "PublicChoice", "Pulled", "Standing"]

_STORED = [state.value for state in State if state is not State.NOT_BEGUN]


class OwnCriteria(models.Model):
    """A version of what an office adds to the starter set; `content`: all of it, as JSON. Never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["office", "number"], name="own_criteria_once"),
            models.CheckConstraint(condition=Q(number__gte=1) & ~Q(made_by=""), name="own_criteria_whole"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class Standing(models.Model):
    """How a criterion stood from one moment to another; `to_at` null: still. What has not begun has no row. `summary`:
    the evidence it rests on. A row that is closed is never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    product = models.ForeignKey("products.Product", on_delete=models.CASCADE, related_name="+")
    criterion = models.CharField(max_length=40)
    state = models.CharField(max_length=14)
    until = models.DateField(null=True)
    summary = models.JSONField(default=dict)
    version = models.CharField(max_length=20, help_text="Of the criteria")
    from_at = models.DateTimeField()
    to_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["from_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["product", "criterion"], condition=Q(to_at__isnull=True), name="standing_current_once"
            ),
            models.CheckConstraint(condition=Q(state__in=_STORED) & ~Q(criterion=""), name="standing_state"),
            models.CheckConstraint(condition=Q(to_at__isnull=True) | Q(to_at__gte=F("from_at")), name="standing_order"),
        ]
        indexes = [
            models.Index(fields=["until"], condition=Q(to_at__isnull=True, state="met"), name="standing_running_out")
        ]

    def __str__(self) -> str:
        return f"{self.criterion} {self.state}"


class Decision(models.Model):
    """Somebody decided that a criterion is not for a product, and why; until it is taken back."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    product = models.ForeignKey("products.Product", on_delete=models.CASCADE, related_name="+")
    criterion = models.CharField(max_length=40)
    reason = models.CharField(max_length=300)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["product", "criterion"], condition=Q(revoked_at__isnull=True), name="decision_once"
            ),
            models.CheckConstraint(condition=~Q(reason="") & ~Q(made_by=""), name="decision_reason"),
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True, revoked_by="") | (Q(revoked_at__isnull=False) & ~Q(revoked_by="")),
                name="decision_revoked_by",
            ),
        ]

    def __str__(self) -> str:
        return self.criterion


class Passport(models.Model):
    """The sum of what stands now, for lists; `recalculate` keeps it. A column a stage: 0 nothing, 1 begun, 2 all."""

    product = models.OneToOneField("products.Product", on_delete=models.CASCADE, primary_key=True, related_name="+")
    office = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    version = models.CharField(max_length=20)
    quality = models.PositiveSmallIntegerField()
    packaging = models.PositiveSmallIntegerField()
    label = models.PositiveSmallIntegerField()
    rights = models.PositiveSmallIntegerField()
    market = models.PositiveSmallIntegerField()
    met = models.PositiveSmallIntegerField()
    whole = models.PositiveSmallIntegerField()
    step = models.CharField(max_length=40, blank=True, help_text="Criterion of the first next step")
    calculated_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["office", "met", "product"], name="passport_by_met")]
        constraints = [
            *(models.CheckConstraint(condition=Q(**{f"{s}__lte": 2}), name=f"passport_{s}") for s in STAGES),
            models.CheckConstraint(condition=Q(met__lte=F("whole")), name="passport_met"),
        ]

    def __str__(self) -> str:
        return f"{self.met} / {self.whole}"


class Pulled(models.Model):
    """Up to which moment what the rooms changed has been taken into passports; one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="pulled_one_row")]

    def __str__(self) -> str:
        return str(self.at)
