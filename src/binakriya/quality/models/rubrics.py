"""Rubrics of an office, their versions, and the pictures of their levels."""

from django.db import models
from django.db.models import Q

from binakriya.foundation.fields import EncryptedFileField
from binakriya.foundation.ids import new_id
from binakriya.products.rules.photos import KINDS, SIDES
from binakriya.quality.rules.rubrics.states import FROZEN, State


class Rubric(models.Model):
    """An office's rubric; what it says stands in its versions. `title`, `title_en`, `materials`: those of its newest
    version, kept here so that lists are one read. `starter`: the key of the starter that the office adopted, "" for a
    rubric of its own."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120, blank=True)
    materials = models.JSONField(default=list)
    starter = models.CharField(max_length=40, blank=True)
    adopted_at = models.DateTimeField(null=True, blank=True)
    adopted_by = models.CharField(max_length=120, blank=True)
    nonce = models.CharField(max_length=64, blank=True, help_text="Key of the form that made it")
    is_sample = models.BooleanField(default=False, help_text="Made up for the demo")
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        ordering = ["title", "id"]
        indexes = [models.Index(fields=["office", "title", "id"], name="rubric_by_title")]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="rubric_has_title"),
            models.CheckConstraint(
                condition=Q(starter="", adopted_at__isnull=True, adopted_by="")
                | (~Q(starter="") & Q(adopted_at__isnull=False) & ~Q(adopted_by="")),
                name="rubric_adopted_by",
            ),
            models.UniqueConstraint(fields=["office", "nonce"], condition=~Q(nonce=""), name="rubric_nonce_once"),
        ]

    def __str__(self) -> str:
        return self.title


class RubricVersion(models.Model):
    """`content`: the whole rubric as JSON (`rules.rubrics`), of which `digest` is made; once published the database
    refuses a change of either. `before`: what a draft said before its last change, for taking that back."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    rubric = models.ForeignKey(Rubric, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, default=State.DRAFT.value)
    schema = models.CharField(max_length=40)
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    before = models.JSONField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True, help_text="What changed, said when it was published")
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=120)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=120, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)
    retired_by = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=300, blank=True, help_text="Why it is retired")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["rubric", "number"], name="rubric_version_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="rubric_version_from_one"),
            models.CheckConstraint(condition=Q(state__in=[s.value for s in State]), name="rubric_version_state"),
            models.CheckConstraint(
                condition=~Q(digest="") & ~Q(schema="") & ~Q(made_by="") & ~Q(changed_by=""),
                name="rubric_version_whole",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[s.value for s in FROZEN])
                | (Q(published_at__isnull=False) & ~Q(published_by="") & Q(before__isnull=True)),
                name="rubric_version_published",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.RETIRED.value)
                | (Q(retired_at__isnull=False) & ~Q(retired_by="") & ~Q(reason="")),
                name="rubric_version_retired",
            ),
            models.UniqueConstraint(
                fields=["rubric"], condition=Q(state=State.DRAFT.value), name="rubric_version_one_draft"
            ),
            models.UniqueConstraint(
                fields=["rubric"], condition=Q(state=State.PUBLISHED.value), name="rubric_version_one_public"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rubric} {self.number}"


class LevelPhoto(models.Model):
    """A picture that anchors a level; the level names it by id. It stays while its rubric stays: a published version
    shows it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    rubric = models.ForeignKey(Rubric, on_delete=models.CASCADE, related_name="photos")
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    alt = models.CharField(max_length=300)
    nonce = models.CharField(max_length=64, blank=True, help_text="Key of the form that made it")
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=120)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(width__gte=1, width__lte=SIDES[-1], height__gte=1, height__lte=SIDES[-1]),
                name="level_photo_size",
            ),
            models.CheckConstraint(condition=~Q(alt=""), name="level_photo_alt"),
            models.UniqueConstraint(fields=["rubric", "nonce"], condition=~Q(nonce=""), name="level_photo_nonce"),
        ]

    def __str__(self) -> str:
        return self.alt


class LevelPhotoFile(models.Model):
    """One size and kind of it, sealed on disk. `side`: the size it was made for (points)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    photo = models.ForeignKey(LevelPhoto, on_delete=models.CASCADE, related_name="files")
    side = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=4)
    file = EncryptedFileField(upload_to="quality/levels")
    size = models.PositiveIntegerField(help_text="bytes before it was sealed")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["photo", "side", "kind"], name="level_file_once"),
            models.CheckConstraint(condition=Q(side__in=SIDES), name="level_file_side"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="level_file_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.side} {self.kind}"

    @classmethod
    def sealing(cls) -> EncryptedFileField:
        """The field that seals and opens the files."""
        field = cls._meta.get_field("file")
        assert isinstance(field, EncryptedFileField)
        return field
