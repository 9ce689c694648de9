"""A file with the products of a whole class."""

from django.db import models
from django.db.models import Q

from binakriya.foundation.ids import new_id

STATES = ("read", "written", "undone", "discarded")


class ProductList(models.Model):
    """`rows`: the cells as read (rules.lists); what they mean is worked out anew each time they are shown. `unread`:
    headers of columns that were left out."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    state = models.CharField(max_length=10, default="read")
    rows = models.JSONField(default=list)
    unread = models.JSONField(default=list)
    nonce = models.CharField(max_length=64, blank=True, help_text="Key of the form that made it")
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=120)
    written_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-added_at"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=STATES), name="product_list_state"),
            models.CheckConstraint(
                condition=Q(state__in=("read", "discarded"), written_at__isnull=True)
                | Q(state__in=("written", "undone"), written_at__isnull=False),
                name="product_list_written",
            ),
            models.UniqueConstraint(fields=["office", "nonce"], condition=~Q(nonce=""), name="product_list_nonce_once"),
        ]

    def __str__(self) -> str:
        return self.name
