"""Photos of a product: added, described, put in order, removed and brought back."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max, Min

from binakriya.accounts.rules import Actor, Refused
from binakriya.foundation.ids import new_id
from binakriya.foundation.rules.once import once_key
from binakriya.foundation.rules.pictures import Picture, clean_pictures
from binakriya.products.models import Photo, PhotoFile, Product
from binakriya.products.operations.reach import held
from binakriya.products.operations.writing import say, touch
from binakriya.products.rules.facts import tidy
from binakriya.products.rules.photos import ALT_MOST, CAPTION_MOST, COUNT_MOST, SIDES

# A photo that was taken away may be brought back for so long; then its files go.
KEPT = timedelta(days=30)


def add_photo(
    *, product_id: UUID, data: bytes, by: Actor, now: datetime, caption: str = "", alt: str = "", nonce: str = ""
) -> UUID:
    """A photo behind the others; the first is the cover. `data`: a JPEG, PNG or WebP file; it is written anew in each
    of the sizes, without what a camera put beside it. `alt`: "" for the product's name. The same form again (`nonce`)
    answers the same.

    Raises NotAllowed, Product.DoesNotExist, Refused("photo_unreadable", "photo_too_large", "photos_full", "archived").
    """
    caption, alt = tidy(caption, CAPTION_MOST), tidy(alt, ALT_MOST)
    key = once_key(nonce, said=[hashlib.sha256(data).hexdigest(), caption, alt])
    # Unpacking takes a good part of a second: before the lock, not behind it.
    pictures = clean_pictures(data, sides=SIDES, kinds=("webp", "jpeg"))
    saved: list[PhotoFile] = []
    try:
        with transaction.atomic():
            product = held(product_id, by)
            if key and (before := Photo.objects.filter(product_id=product_id, nonce=key).first()):
                return before.id
            standing = Photo.objects.filter(product_id=product_id)
            if standing.filter(removed_at__isnull=True).count() >= COUNT_MOST:
                raise Refused("photos_full")
            photo = Photo.objects.create(
                product=product,
                width=pictures[0].width,
                height=pictures[0].height,
                caption=caption,
                alt=alt or product.name,
                position=(standing.aggregate(last=Max("position"))["last"] or 0) + 1,
                nonce=key,
                added_at=now,
                added_by=by.label[:120],
            )
            _keep_files(photo, pictures, saved)
            _say("products.photo_added", product, photo, by, now)
    except BaseException:
        # No rows, no files.
        for one in saved:
            one.file.delete(save=False)
        raise
    return photo.id


def _keep_files(photo: Photo, pictures: Sequence[Picture], saved: list[PhotoFile]) -> None:
    for picture in pictures:
        row = PhotoFile(photo=photo, side=picture.side, kind=picture.kind, size=len(picture.data))
        # A random name, and sealed: a workshop's photo may show people.
        row.file.save(f"{new_id().hex}.bin", ContentFile(PhotoFile.sealing().seal(picture.data)), save=False)
        saved.append(row)
    PhotoFile.objects.bulk_create(saved)


def describe_photo(*, product_id: UUID, photo_id: UUID, caption: str, alt: str, by: Actor, now: datetime) -> bool:
    """False when nothing differs. Raises NotAllowed, Product.DoesNotExist, Photo.DoesNotExist, Refused("archived")."""
    with transaction.atomic():
        product, photo = _held(product_id, photo_id, by)
        caption, alt = tidy(caption, CAPTION_MOST), tidy(alt, ALT_MOST) or product.name
        if (caption, alt) == (photo.caption, photo.alt):
            return False
        photo.caption, photo.alt = caption, alt
        photo.save(update_fields=["caption", "alt"])
        _say("products.photo_changed", product, photo, by, now)
    return True


def make_cover(*, product_id: UUID, photo_id: UUID, by: Actor, now: datetime) -> bool:
    """The photo that lists show: the first. False when it is that already."""
    with transaction.atomic():
        product, photo = _held(product_id, photo_id, by)
        first = Photo.objects.filter(product_id=product_id).aggregate(first=Min("position"))["first"]
        if photo.id == Photo.objects.filter(product_id=product_id, removed_at__isnull=True)[0].id:
            return False
        photo.position = first - 1
        photo.save(update_fields=["position"])
        _say("products.photo_moved", product, photo, by, now)
    return True


def move_photo(*, product_id: UUID, photo_id: UUID, by: Actor, now: datetime) -> bool:
    """One place forward: changes places with the one before it. False for the first."""
    with transaction.atomic():
        product, photo = _held(product_id, photo_id, by)
        rows = list(Photo.objects.filter(product_id=product_id, removed_at__isnull=True))
        at = [one.id for one in rows].index(photo.id)
        if at == 0:
            return False
        rows[at - 1], rows[at] = rows[at], rows[at - 1]
        for position, one in enumerate(rows, 1):
            one.position = position
        Photo.objects.bulk_update(rows, ["position"])
        _say("products.photo_moved", product, photo, by, now)
    return True


def remove_photo(*, product_id: UUID, photo_id: UUID, by: Actor, now: datetime) -> bool:
    """Out of sight; its files stay for `KEPT`. False when it is gone already."""
    with transaction.atomic():
        product = held(product_id, by)
        photo = Photo.objects.filter(id=photo_id, product_id=product_id, removed_at__isnull=True).first()
        if photo is None:
            return False
        photo.removed_at = now
        photo.save(update_fields=["removed_at"])
        _say("products.photo_removed", product, photo, by, now)
    return True


def restore_photo(*, product_id: UUID, photo_id: UUID, by: Actor, now: datetime) -> bool:
    """False when it stands. Raises NotAllowed, Product.DoesNotExist, Photo.DoesNotExist (also when its files are gone
    for good), Refused: archived, photos_full."""
    with transaction.atomic():
        product = held(product_id, by)
        photo = Photo.objects.get(id=photo_id, product_id=product_id)
        if photo.removed_at is None:
            return False
        if Photo.objects.filter(product_id=product_id, removed_at__isnull=True).count() >= COUNT_MOST:
            raise Refused("photos_full")
        photo.removed_at = None
        photo.save(update_fields=["removed_at"])
        _say("products.photo_restored", product, photo, by, now)
    return True


def forget_photos(*, now: datetime) -> int:
    """Photos that were taken away longer ago than `KEPT` go for good, with their files; how many."""
    gone = Photo.objects.filter(removed_at__lt=now - KEPT)
    with transaction.atomic():
        ids = list(gone.values_list("id", flat=True)[:500])
        names = list(PhotoFile.objects.filter(photo_id__in=ids).values_list("file", flat=True))
        Photo.objects.filter(id__in=ids).delete()
        for name in names:
            # Only what is gone for good: a transaction that fails keeps rows and files.
            transaction.on_commit(partial(PhotoFile.sealing().storage.delete, name))
    return len(ids)


def _held(product_id: UUID, photo_id: UUID, by: Actor) -> tuple[Product, Photo]:
    product = held(product_id, by)
    return product, Photo.objects.get(id=photo_id, product_id=product_id, removed_at__isnull=True)


def _say(action: str, product: Product, photo: Photo, by: Actor, now: datetime) -> None:
    touch(product, now)
    say(action, product, after={"photo": photo.caption or photo.alt}, by=by, now=now)
