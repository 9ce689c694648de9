"""The packs of a whole class, made in the background, product by product."""

from django.db import models
from django.db.models import Q

from binakriya.foundation.ids import new_id
from binakriya.packaging.rules.classes import BatchState, ItemState


class Batch(models.Model):
    """`product_list`: the file that it came from, where it came from one. `runner`: the word of the run that works on
    it; a run that no longer finds its own word there stops. `archive`: the name of its ZIP in the folder of files, ""
    until one was asked for and made."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    journey = models.CharField(max_length=40)
    purpose = models.CharField(max_length=20)
    quantity = models.PositiveIntegerField()
    product_list = models.ForeignKey("products.ProductList", null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, default=BatchState.DRAFT.value)
    runner = models.CharField(max_length=32, blank=True)
    touched_at = models.DateTimeField()
    nonce = models.CharField(max_length=64, blank=True, help_text="Key of the form that made it")
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=120)
    asked_by_id = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=300, blank=True, help_text="Why it is undone")
    taken_back = models.PositiveIntegerField(default=0, help_text="Products that went with it when it was undone")
    archive = models.CharField(max_length=100, blank=True)
    archive_at = models.DateTimeField(null=True, blank=True)
    archive_asked_at = models.DateTimeField(null=True, blank=True)
    is_sample = models.BooleanField(default=False, help_text="Made up for the demo")

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=[s.value for s in BatchState]), name="pack_batch_state"),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(journey="") & ~Q(asked_by=""), name="pack_batch_has_name"
            ),
            models.CheckConstraint(condition=Q(quantity__gte=1), name="pack_batch_quantity"),
            models.CheckConstraint(
                condition=~Q(state__in=[BatchState.UNDOING.value]) | (~Q(reason="") & Q(undone_at__isnull=False)),
                name="pack_batch_undone_why",
            ),
            models.CheckConstraint(
                condition=Q(archive="", archive_at__isnull=True) | (~Q(archive="") & Q(archive_at__isnull=False)),
                name="pack_batch_archive_at",
            ),
            models.UniqueConstraint(
                fields=["asked_by_id", "nonce"], condition=~Q(nonce=""), name="pack_batch_nonce_once"
            ),
            models.UniqueConstraint(fields=["product_list"], name="pack_batch_list_once"),
        ]

    def __str__(self) -> str:
        return self.name


class BatchItem(models.Model):
    """One product of it: what came of it (`version`, `facts` for the summary), or why there is nothing (`why`: the
    sentence in both languages). `row`: its line in the file, where there was one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    row = models.PositiveIntegerField(null=True)
    product = models.ForeignKey("products.Product", on_delete=models.CASCADE, related_name="+")
    variant = models.ForeignKey("products.Variant", on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=200)
    maker = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, default=ItemState.WAITING.value)
    version = models.ForeignKey("packaging.Version", null=True, on_delete=models.PROTECT, related_name="+")
    facts = models.JSONField(default=dict)
    why = models.JSONField(default=dict)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=[s.value for s in ItemState]), name="pack_batch_item_state"),
            models.CheckConstraint(
                condition=~Q(state=ItemState.MADE.value) | Q(version__isnull=False), name="pack_batch_item_made"
            ),
            models.UniqueConstraint(fields=["batch", "variant"], name="pack_batch_variant_once"),
            models.UniqueConstraint(fields=["batch", "position"], name="pack_batch_position_once"),
        ]

    def __str__(self) -> str:
        return self.title
