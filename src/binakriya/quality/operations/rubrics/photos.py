"""Pictures that anchor a level: written anew in each size without what a camera put beside it, and sealed."""

import hashlib
from datetime import datetime
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction

from binakriya.accounts.rules import Actor, Deed, Refused, check_may
from binakriya.foundation.ids import new_id
from binakriya.foundation.rules.once import once_key
from binakriya.foundation.rules.pictures import clean_pictures
from binakriya.products.rules.facts import tidy
from binakriya.products.rules.photos import ALT_MOST, SIDES
from binakriya.quality.models import LevelPhoto, LevelPhotoFile
from binakriya.quality.operations.rubrics.common import draft_of, held, name_of, say, write
from binakriya.quality.rules.rubrics import read_rubric
from binakriya.quality.rules.rubrics.editing import with_photo

COUNT_MOST = 120


def add_level_photo(
    *, rubric_id: UUID, key: str, score: int, data: bytes, alt: str, by: Actor, now: datetime, nonce: str = ""
) -> UUID:
    """For a level of the draft, in the place of the one before. `data`: a JPEG, PNG or WebP file; `alt`: what is seen,
    "" for the level's words. Raises NotAllowed, Rubric.DoesNotExist, Refused: no_draft, part_gone, photos_full,
    photo_unreadable, photo_too_large."""
    check_may(by, Deed.QUALITY_RUBRIC)
    once = once_key(nonce, said=[hashlib.sha256(data).hexdigest(), key, score])
    # Unpacking takes a good part of a second: before the lock, not behind it.
    pictures = clean_pictures(data, sides=SIDES, kinds=("webp", "jpeg"))
    saved: list[LevelPhotoFile] = []
    try:
        with transaction.atomic():
            row = held(rubric_id, by)
            draft = draft_of(row)
            draft.rubric = row
            if once and (before := LevelPhoto.objects.filter(rubric=row, nonce=once).first()):
                return before.id
            rubric = read_rubric(draft.content)
            level = next((one.anchor(score) for one in rubric.criteria if one.key == key), None)
            if level is None:
                raise Refused("part_gone")
            if LevelPhoto.objects.filter(rubric=row).count() >= COUNT_MOST:
                raise Refused("photos_full")
            photo = LevelPhoto.objects.create(
                rubric=row,
                width=pictures[0].width,
                height=pictures[0].height,
                alt=tidy(alt, ALT_MOST) or tidy(level.words.id, ALT_MOST) or "–",
                nonce=once,
                added_at=now,
                added_by=name_of(by),
            )
            for picture in pictures:
                file = LevelPhotoFile(photo=photo, side=picture.side, kind=picture.kind, size=len(picture.data))
                sealed = LevelPhotoFile.sealing().seal(picture.data)
                file.file.save(f"{new_id().hex}.bin", ContentFile(sealed), save=False)
                saved.append(file)
            LevelPhotoFile.objects.bulk_create(saved)
            write(draft, with_photo(rubric, key, score, str(photo.id)), by=by, now=now)
            say("photo_added", row, by=by, now=now, after={"version": draft.number, "part": key, "score": score})
    except BaseException:
        # No rows, no files.
        for one in saved:
            one.file.delete(save=False)
        raise
    return photo.id


def remove_level_photo(*, rubric_id: UUID, key: str, score: int, by: Actor, now: datetime) -> bool:
    """The draft's level shows none; earlier versions keep theirs. False when there was none. Raises NotAllowed,
    Rubric.DoesNotExist, Refused: no_draft, part_gone."""
    with transaction.atomic():
        row = held(rubric_id, by)
        draft = draft_of(row)
        draft.rubric = row
        try:
            rubric = with_photo(read_rubric(draft.content), key, score, "")
        except KeyError:
            raise Refused("part_gone") from None
        if not write(draft, rubric, by=by, now=now):
            return False
        say("photo_removed", row, by=by, now=now, after={"version": draft.number, "part": key, "score": score})
    return True
