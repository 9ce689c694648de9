"""Papers of a product."""

from django.db import models
from django.db.models import F, Q

from binakriya.foundation.fields import EncryptedFileField
from binakriya.foundation.ids import new_id
from binakriya.products.rules.papers import KINDS, Result
from binakriya.registry.rules.papers import FILE_TYPES, SIZE_MOST


class Paper(models.Model):
    """A test report, certificate, registration or declaration; its file, if any, is sealed on disk. `valid_until` is
    the last day on which it holds; empty: without an end. `checked_at`: when the office saw it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    product = models.ForeignKey("products.Product", on_delete=models.CASCADE, related_name="papers")
    subject = models.CharField(max_length=24)
    kind = models.CharField(max_length=12)
    issuer = models.CharField(max_length=160, help_text="Laboratory or office that issued it")
    number = models.CharField(max_length=80, blank=True)
    sample = models.CharField(max_length=200, blank=True, help_text="What was tested")
    result = models.CharField(max_length=12)
    issued_on = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)
    file = EncryptedFileField(upload_to="products/papers", blank=True)
    file_type = models.CharField(max_length=4, blank=True)
    file_size = models.PositiveIntegerField(default=0, help_text="bytes, as it came")
    nonce = models.CharField(max_length=64, blank=True, help_text="Key of the form that made it")
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=120)
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_by = models.CharField(max_length=120, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True, db_index=True)
    changed_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["-issued_on", "-added_at"]
        constraints = [
            # Which subjects there are is data that grows: the operation checks it.
            models.CheckConstraint(condition=~Q(subject=""), name="paper_subject"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="paper_kind"),
            models.CheckConstraint(condition=Q(result__in=[one.value for one in Result]), name="paper_result"),
            models.CheckConstraint(condition=~Q(issuer=""), name="paper_issuer"),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("issued_on")), name="paper_dates"
            ),
            models.CheckConstraint(
                condition=Q(file="", file_type="", file_size=0)
                | (~Q(file="") & Q(file_type__in=list(FILE_TYPES), file_size__gte=1, file_size__lte=SIZE_MOST)),
                name="paper_file",
            ),
            models.CheckConstraint(
                condition=Q(checked_at__isnull=True, checked_by="") | (Q(checked_at__isnull=False) & ~Q(checked_by="")),
                name="paper_checked",
            ),
            models.UniqueConstraint(fields=["product", "nonce"], condition=~Q(nonce=""), name="paper_nonce_once"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.number}".strip()

    @classmethod
    def sealing(cls) -> EncryptedFileField:
        """The field that seals and opens the files."""
        field = cls._meta.get_field("file")
        assert isinstance(field, EncryptedFileField)
        return field
