"""Photos of a product."""

from django.db import models
from django.db.models import Q

from binakriya.foundation.fields import EncryptedFileField
from binakriya.foundation.ids import new_id
from binakriya.products.rules.photos import KINDS, SIDES


class Photo(models.Model):
    """The first by position is the cover. `width`, `height`: points of the largest size."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    product = models.ForeignKey("products.Product", on_delete=models.CASCADE, related_name="photos")
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    caption = models.CharField(max_length=200, blank=True)
    alt = models.CharField(max_length=300)
    position = models.IntegerField()
    nonce = models.CharField(max_length=64, blank=True, help_text="Key of the form that made it")
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=120)
    removed_at = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(width__gte=1, width__lte=SIDES[-1], height__gte=1, height__lte=SIDES[-1]),
                name="product_photo_size",
            ),
            models.CheckConstraint(condition=~Q(alt=""), name="product_photo_alt"),
            models.UniqueConstraint(fields=["product", "nonce"], condition=~Q(nonce=""), name="product_photo_nonce"),
        ]

    def __str__(self) -> str:
        return self.caption or self.alt


class PhotoFile(models.Model):
    """One size and kind of a photo, sealed on disk. `side`: the size it was made for (points)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    photo = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="files")
    side = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=4)
    file = EncryptedFileField(upload_to="products/photos")
    size = models.PositiveIntegerField(help_text="bytes before it was sealed")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["photo", "side", "kind"], name="photo_file_once"),
            models.CheckConstraint(condition=Q(side__in=SIDES), name="photo_file_side"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="photo_file_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.side} {self.kind}"

    @classmethod
    def sealing(cls) -> EncryptedFileField:
        """The field that seals and opens the files."""
        field = cls._meta.get_field("file")
        assert isinstance(field, EncryptedFileField)
        return field
