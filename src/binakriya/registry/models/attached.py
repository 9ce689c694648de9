"""What hangs on an enterprise: memberships, documents, notes. Taken away they stay, so that it can be undone."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from binakriya.foundation.fields import EncryptedFileField
from binakriya.foundation.ids import new_id
from binakriya.registry.rules.papers import DOCUMENT_KINDS, FILE_TYPES, SIZE_MOST


class Standing(models.Manager[Any]):
    """Only what was not taken away; `all_rows` knows the others too."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().filter(removed_at__isnull=True)


class Membership(models.Model):
    """An enterprise belongs to an association."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    enterprise = models.ForeignKey("registry.Enterprise", on_delete=models.CASCADE, related_name="memberships")
    association = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=40, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["Membership"]] = Standing()
    all_rows: ClassVar[models.Manager["Membership"]] = models.Manager()

    class Meta:
        # An association's members are counted and walked from this index alone.
        indexes = [
            models.Index(
                fields=["association", "enterprise"], condition=Q(removed_at__isnull=True), name="membership_standing"
            )
        ]
        constraints = [models.UniqueConstraint(fields=["enterprise", "association"], name="membership_once")]

    def __str__(self) -> str:
        return self.number


class Document(models.Model):
    """A paper of the enterprise: NIB, halal certificate, trademark …; its file is sealed on disk."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    enterprise = models.ForeignKey("registry.Enterprise", on_delete=models.CASCADE, related_name="documents")
    kind = models.CharField(max_length=40)
    number = models.CharField(max_length=80, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    file = EncryptedFileField(upload_to="registry/documents", blank=True)
    file_type = models.CharField(max_length=4, blank=True, help_text="by its content: rules.papers")
    file_size = models.PositiveIntegerField(default=0, help_text="bytes, as it came")
    removed_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["Document"]] = Standing()
    all_rows: ClassVar[models.Manager["Document"]] = models.Manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(issued_on__isnull=True) | Q(expires_on__isnull=True) | Q(issued_on__lte=F("expires_on")),
                name="document_dates",
            ),
            models.CheckConstraint(condition=Q(kind__in=list(DOCUMENT_KINDS)), name="document_kind"),
            models.CheckConstraint(
                condition=Q(file="", file_type="", file_size=0)
                | (~Q(file="") & Q(file_type__in=list(FILE_TYPES), file_size__gte=1, file_size__lte=SIZE_MOST)),
                name="document_file",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"

    @classmethod
    def sealing(cls) -> EncryptedFileField:
        """The field that seals and opens the files."""
        field = cls._meta.get_field("file")
        assert isinstance(field, EncryptedFileField)
        return field


class Note(models.Model):
    """What someone of the office wrote about an enterprise."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    enterprise = models.ForeignKey("registry.Enterprise", on_delete=models.CASCADE, related_name="notes")
    text = models.TextField()
    by = models.CharField(max_length=120)
    at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["Note"]] = Standing()
    all_rows: ClassVar[models.Manager["Note"]] = models.Manager()

    class Meta:
        ordering = ["-at"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="note_has_text")]

    def __str__(self) -> str:
        return self.text[:40]
