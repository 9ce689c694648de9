"""Photos of an activity, for its report."""

from django.db import models
from django.db.models import Q

from binakriya.foundation.fields import EncryptedFileField
from binakriya.foundation.ids import new_id
from binakriya.training.models.plan import Activity
from binakriya.training.rules.photos import SIDE_MOST


class Photo(models.Model):
    """A JPEG file, sealed on disk: it shows people. `alt` says what is on it to who cannot see it, "" for the caption
    alone; `position` is its place in the report, from 1."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="photos")
    file = EncryptedFileField(upload_to="training/photos")
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    caption = models.CharField(max_length=200)
    alt = models.CharField(max_length=300, blank=True)
    position = models.PositiveSmallIntegerField()
    nonce = models.CharField(max_length=64, blank=True, help_text="Key of the form that made it")
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=120)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["activity", "position"], name="photo_position_once"),
            models.UniqueConstraint(fields=["activity", "nonce"], condition=~Q(nonce=""), name="photo_nonce_once"),
            models.CheckConstraint(
                condition=Q(width__gte=1, width__lte=SIDE_MOST, height__gte=1, height__lte=SIDE_MOST),
                name="photo_size",
            ),
            models.CheckConstraint(condition=~Q(caption=""), name="photo_caption"),
        ]

    def __str__(self) -> str:
        return self.caption

    @classmethod
    def sealing(cls) -> EncryptedFileField:
        """The field that seals and opens the files."""
        field = cls._meta.get_field("file")
        assert isinstance(field, EncryptedFileField)
        return field
