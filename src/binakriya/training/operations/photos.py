"""Photos of an activity: added, removed."""

import hashlib
from datetime import datetime
from functools import partial
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max

from binakriya.accounts.rules import Actor, Deed, Refused, check_may
from binakriya.foundation.ids import new_id
from binakriya.foundation.operations import record
from binakriya.foundation.rules.once import once_key
from binakriya.foundation.rules.pictures import clean_picture
from binakriya.training.models import Photo
from binakriya.training.operations.changes import set_values
from binakriya.training.operations.reach import locked
from binakriya.training.rules.photos import ALT_MOST, CAPTION_MOST, COUNT_MOST
from binakriya.training.rules.states import EDITABLE, check_state


def add_photo(
    *, activity_id: UUID, data: bytes, caption: str, by: Actor, now: datetime, alt: str = "", nonce: str = ""
) -> UUID:
    """A photo behind the others. `data`: a JPEG, PNG or WebP file; it is written anew, without what a camera put beside
    it. The same form again (`nonce`) answers the same.

    Raises NotAllowed, Refused("photo_unreadable", "photo_too_large", "photos_full", "caption_needed", "wrong_state").
    """
    check_may(by, Deed.TRAINING_REPORT)
    caption, alt = " ".join(caption.split())[:CAPTION_MOST], " ".join(alt.split())[:ALT_MOST]
    if not caption:
        raise Refused("caption_needed")
    key = once_key(nonce, said=[hashlib.sha256(data).hexdigest(), caption, alt])
    # Unpacking takes a good part of a second: before the lock, not behind it.
    picture = clean_picture(data)
    photo = Photo(
        width=picture.width,
        height=picture.height,
        caption=caption,
        alt=alt,
        nonce=key,
        added_at=now,
        added_by=by.label[:120],
    )
    try:
        with transaction.atomic():
            activity = locked(activity_id, by=by, deed=Deed.TRAINING_REPORT)
            before = activity.photos.filter(nonce=key).first() if key else None
            if before:
                return before.id
            check_state(activity.state, EDITABLE)
            if activity.photos.count() >= COUNT_MOST:
                raise Refused("photos_full")
            photo.activity = activity
            photo.position = (activity.photos.aggregate(last=Max("position"))["last"] or 0) + 1
            # A random name, and sealed: a photo shows people.
            photo.file.save(f"{new_id().hex}.bin", ContentFile(Photo.sealing().seal(picture.data)), save=False)
            photo.save(force_insert=True)
            record(
                by=by,
                now=now,
                action="training.photo_added",
                kind="training.activity",
                object_id=activity.id,
                label=activity.title,
                after={"photo": caption},
            )
    except BaseException:
        # No row, no file.
        if photo.file:
            photo.file.delete(save=False)
        raise
    return photo.id


def describe_photo(*, activity_id: UUID, photo_id: UUID, caption: str, by: Actor, now: datetime, alt: str = "") -> None:
    """Other words for a photo. Raises NotAllowed, Refused("caption_needed", "wrong_state"), Photo.DoesNotExist."""
    caption, alt = " ".join(caption.split())[:CAPTION_MOST], " ".join(alt.split())[:ALT_MOST]
    if not caption:
        raise Refused("caption_needed")
    with transaction.atomic():
        activity = locked(activity_id, by=by, deed=Deed.TRAINING_REPORT)
        check_state(activity.state, EDITABLE)
        photo = activity.photos.get(id=photo_id)
        old, new = set_values(photo, ("caption", "alt"), {"caption": caption, "alt": alt})
        if not new:
            return
        photo.save(update_fields=["caption", "alt"])
        record(
            by=by,
            now=now,
            action="training.photo_described",
            kind="training.activity",
            object_id=activity.id,
            label=activity.title,
            before={"photo": old.get("caption", caption), **{k: v for k, v in old.items() if k == "alt"}},
            after={"photo": caption, **{k: v for k, v in new.items() if k == "alt"}},
        )


def remove_photo(*, activity_id: UUID, photo_id: UUID, by: Actor, now: datetime) -> bool:
    """Takes a photo out of the report and its file off the disk; False when it is gone already. Raises NotAllowed,
    Refused("wrong_state")."""
    with transaction.atomic():
        activity = locked(activity_id, by=by, deed=Deed.TRAINING_REPORT)
        photo = activity.photos.filter(id=photo_id).first()
        if photo is None:
            return False
        check_state(activity.state, EDITABLE)
        name = str(photo.file.name)
        photo.delete()
        record(
            by=by,
            now=now,
            action="training.photo_removed",
            kind="training.activity",
            object_id=activity.id,
            label=activity.title,
            before={"photo": photo.caption},
        )
        # Only what is gone for good: a transaction that fails keeps row and file.
        transaction.on_commit(partial(Photo.sealing().storage.delete, name))
    return True
