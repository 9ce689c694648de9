"""Photos of an activity."""

from dataclasses import dataclass
from uuid import UUID

from binakriya.accounts.rules import Actor
from binakriya.training.models import Photo
from binakriya.training.queries.heads import Head, head_of
from binakriya.training.queries.scope import seen
from binakriya.training.rules.photos import COUNT_MOST
from binakriya.training.rules.states import EDITABLE


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """`width`, `height`: pixels. `alt`: what stands in its place; `said_alt`: as it was written, maybe ""."""

    id: UUID
    caption: str
    alt: str
    said_alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PhotosPage:
    """`room`: how many more may be added."""

    head: Head
    rows: tuple[PhotoRow, ...]
    room: int
    may_edit: bool


def photos_page(*, activity_id: UUID, by: Actor) -> PhotosPage:
    """In the order of the report. Raises NotAllowed, Activity.DoesNotExist."""
    activity = seen(activity_id, by)
    rows = tuple(
        PhotoRow(one.id, one.caption, one.alt or one.caption, one.alt, one.width, one.height)
        for one in activity.photos.all()
    )
    return PhotosPage(head_of(activity), rows, max(0, COUNT_MOST - len(rows)), activity.state in EDITABLE)


def photo_row(page: PhotosPage, photo_id: UUID) -> PhotoRow:
    """Raises Photo.DoesNotExist (also for another activity's)."""
    found = next((row for row in page.rows if row.id == photo_id), None)
    if found is None:
        raise Photo.DoesNotExist
    return found


def photo_count(*, activity_id: UUID) -> int:
    """Part of other queries."""
    return Photo.objects.filter(activity_id=activity_id).count()


def photo_file(*, activity_id: UUID, photo_id: UUID, by: Actor) -> bytes:
    """A JPEG file. Raises NotAllowed, Activity.DoesNotExist, Photo.DoesNotExist (also for another activity's)."""
    seen(activity_id, by)
    return opened(Photo.objects.get(id=photo_id, activity_id=activity_id))


def opened(photo: Photo) -> bytes:
    """Part of other queries: the file as it was before it was sealed. Raises UnknownKey, FileNotFoundError."""
    with photo.file.open("rb") as stored:
        return Photo.sealing().unseal(stored.read())
