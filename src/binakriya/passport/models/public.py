"""What is public of a product, by its maker's choice."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from binakriya.foundation.ids import new_id


class PublicChoice(models.Model):
    """What the maker agreed to show under an address with `code`; while it is not revoked. Without such a row nothing
    of a product is public. A code that was revoked is never given again."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    product = models.ForeignKey("products.Product", on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=11, unique=True)
    photo = models.BooleanField(default=False)
    story = models.BooleanField(default=False)
    maker = models.BooleanField(default=False)
    place = models.BooleanField(default=False)
    stages = models.BooleanField(default=True)
    certificates = models.JSONField(default=list, help_text="Subjects of papers")
    agreed_by = models.CharField(max_length=120)
    agreed_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)
    changed_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["product"], condition=Q(revoked_at__isnull=True), name="public_choice_once"
            ),
            # Short enough to be typed, long enough that nobody finds one by trying.
            models.CheckConstraint(condition=Exact(Length("code"), 11), name="public_choice_code"),
            models.CheckConstraint(condition=~Q(agreed_by="") & ~Q(made_by=""), name="public_choice_agreed"),
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True, revoked_by="") | (Q(revoked_at__isnull=False) & ~Q(revoked_by="")),
                name="public_choice_revoked_by",
            ),
        ]

    def __str__(self) -> str:
        return self.code
