"""Specifications and their versions."""

from django.db import models
from django.db.models import Q

from binakriya.foundation.ids import new_id
from binakriya.packaging.rules.states import SIGNED, State


class Specification(models.Model):
    """The pack of one variant of a product on one journey; what it is stands in its versions. `shown`: the newest that
    was not withdrawn, the newest at all where every one was; kept here so that lists are one read."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    product = models.ForeignKey("products.Product", on_delete=models.PROTECT, related_name="+")
    variant = models.ForeignKey("products.Variant", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    journey = models.CharField(max_length=40)
    is_sample = models.BooleanField(default=False, help_text="Made up for the demo")
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    shown = models.ForeignKey("packaging.Version", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["title", "id"]
        indexes = [
            models.Index(fields=["office", "title", "id"], name="specification_by_title"),
            models.Index(fields=["office", "-updated_at", "id"], name="specification_by_update"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(journey=""), name="specification_has_title"),
            models.UniqueConstraint(fields=["variant", "journey"], name="specification_variant_journey_once"),
        ]

    def __str__(self) -> str:
        return self.title


class Version(models.Model):
    """One version; `content` is the whole specification as JSON (`rules.specification`) and is never changed. Style,
    board and gross mass in kg stand beside it for lists, and in `rests_on` which of the values that an office may
    replace it was computed with (code → value, `rules.resting`)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    specification = models.ForeignKey(Specification, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, default=State.DRAFT.value)
    content = models.JSONField()
    schema = models.CharField(max_length=40)
    engine_version = models.CharField(max_length=20)
    style = models.CharField(max_length=30)
    board = models.CharField(max_length=60)
    gross_kg = models.FloatField()
    rests_on = models.JSONField(default=dict)
    note = models.CharField(max_length=500, blank=True, help_text="Of whoever checked it")
    nonce = models.CharField(max_length=64, blank=True, help_text="Key of the form that made it")
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)
    maker_id = models.UUIDField(null=True, blank=True, help_text="Person who made it; who checks it is another one")
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_by = models.CharField(max_length=120, blank=True)
    adopted_at = models.DateTimeField(null=True, blank=True)
    adopted_by = models.CharField(max_length=120, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["specification", "number"], name="pack_version_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="pack_version_from_one"),
            models.CheckConstraint(condition=Q(state__in=[s.value for s in State]), name="pack_version_state"),
            models.CheckConstraint(condition=Q(gross_kg__gt=0), name="pack_version_mass"),
            models.CheckConstraint(
                condition=~Q(schema="") & ~Q(engine_version="") & ~Q(made_by=""), name="pack_version_made_by"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[s.value for s in SIGNED]) | (Q(checked_at__isnull=False) & ~Q(checked_by="")),
                name="pack_version_checked_by",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.ADOPTED.value, State.SUPERSEDED.value])
                | (Q(adopted_at__isnull=False) & ~Q(adopted_by="")),
                name="pack_version_adopted_by",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.WITHDRAWN.value) | (Q(withdrawn_at__isnull=False) & ~Q(reason="")),
                name="pack_version_withdrawn_why",
            ),
            models.UniqueConstraint(
                fields=["specification"],
                condition=Q(state=State.ADOPTED.value),
                name="pack_version_adopted_once",
            ),
            models.UniqueConstraint(
                fields=["specification", "nonce"], condition=~Q(nonce=""), name="pack_version_nonce_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.specification} {self.number}"
