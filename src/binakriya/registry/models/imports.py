from django.db import models
from django.db.models import Q

from binakriya.foundation.fields import EncryptedFileField, EncryptedTextField
from binakriya.foundation.ids import new_id
from binakriya.registry.rules.batches import BatchState


class Batch(models.Model):
    """One import: its files are kept until a person has seen the result. States: rules.batches."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in BatchState])
    nonce = models.CharField(max_length=64, unique=True, help_text="a form sent twice makes one batch")
    by_id = models.UUIDField(null=True)
    by = models.CharField(max_length=120)
    created_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=120, blank=True)
    moved_at = models.DateTimeField(null=True, blank=True, help_text="when the state last changed")
    as_of = models.DateField(null=True, blank=True, help_text="date that ages count back from, when the officer set it")
    problem = models.JSONField(default=dict, blank=True, help_text="code and params, when reading failed")
    rows_done = models.PositiveIntegerField(default=0, help_text="progress of reading and writing")
    rows_total = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["office", "-created_at"], name="batch_by_office")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=[s.value for s in BatchState]), name="batch_state"),
        ]

    def __str__(self) -> str:
        return f"{self.created_at:%Y-%m-%d} {self.state}"


class BatchFile(models.Model):
    """An uploaded list. `reading` is what the engine made of it, without the rows."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="files")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64, db_index=True, help_text="SHA-256 of the bytes")
    file = EncryptedFileField(upload_to="registry/lists")
    association = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    problem = models.JSONField(default=dict, blank=True)
    reading = models.JSONField(default=dict, blank=True)
    overrides = models.JSONField(default=dict, blank=True, help_text="table and column -> field, as the officer chose")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["batch", "position"], name="batch_file_position")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def sealing(cls) -> EncryptedFileField:
        """The field that seals and opens the files."""
        field = cls._meta.get_field("file")
        assert isinstance(field, EncryptedFileField)
        return field


class BatchRow(models.Model):
    """One row of a list, as read and understood (JSON, encrypted: it holds personal data)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    file = models.ForeignKey(BatchFile, on_delete=models.CASCADE, related_name="rows")
    sheet = models.CharField(max_length=120, blank=True)
    number = models.PositiveIntegerField(help_text="row as the spreadsheet counts it")
    beside = models.CharField(
        max_length=3, blank=True, help_text="first column of the second of two tables that stand beside each other"
    )
    payload = EncryptedTextField()
    corrections = EncryptedTextField(blank=True, help_text="JSON: field -> text, as the officer wrote it")
    settled = models.JSONField(
        default=list, blank=True, help_text="doubts that the officer let stand: field:code, -field:code where left out"
    )
    included = models.BooleanField(default=True)
    skip_reason = models.CharField(max_length=40, blank=True)
    warnings = models.PositiveSmallIntegerField(default=0)
    errors = models.PositiveSmallIntegerField(default=0)
    looks_like = models.ForeignKey(
        "registry.Enterprise",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="an enterprise that has the same NIK or phone already",
    )
    enterprise = models.ForeignKey(
        "registry.Enterprise", on_delete=models.SET_NULL, null=True, blank=True, related_name="source_rows"
    )

    class Meta:
        ordering = ["file", "sheet", "number", "beside"]
        constraints = [models.UniqueConstraint(fields=["file", "sheet", "number", "beside"], name="batch_row_once")]

    def __str__(self) -> str:
        return f"{self.sheet} {self.label}"

    @property
    def label(self) -> str:
        """`5`, or `5 G` in the second of two tables."""
        return f"{self.number} {self.beside}".strip()


class LearnedHeader(models.Model):
    """A header that officers confirmed to mean a field."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", on_delete=models.CASCADE, related_name="+")
    header = models.CharField(max_length=200, help_text="normalised")
    field = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "header"], name="learned_header_once")]

    def __str__(self) -> str:
        return f"{self.header} → {self.field}"
