"""Photos of an activity: written anew, sealed, in the report with their words, and gone when removed."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pikepdf
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from docx import Document
from PIL import Image
from tests.people import World

from binakriya.accounts.rules import NotAllowed, Refused
from binakriya.foundation.models import LedgerEntry
from binakriya.foundation.rules.pictures import PictureRefused, clean_picture
from binakriya.training import operations, papers
from binakriya.training.models import Photo
from binakriya.training.queries.photos import photo_file
from binakriya.training.rules import photos as rules

from .made import make_activity
from .test_concurrency import at_once

SignIn = Callable[..., Client]
SECRET = b"Kamera Rahasia 0812-0000-0001"


def picture(kind: str = "JPEG", size: tuple[int, int] = (400, 200), mode: str = "RGB", **options: Any) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, (180, 90, 30, 0)[: len(mode)] if len(mode) > 1 else 90).save(out, kind, **options)
    return out.getvalue()


def photographed() -> bytes:
    """Held sideways, with the name of the camera and a place beside it."""
    beside = Image.Exif()
    beside[0x0112] = 6
    beside[0x010F] = SECRET.decode()
    beside.get_ifd(0x8825)[1] = "S"
    return picture(exif=beside)


def url(name: str, **kwargs: Any) -> str:
    return reverse(f"training:{name}", kwargs=kwargs)


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, settings: Any) -> None:
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "files")},
        }
    }


def stored() -> list[Path]:
    folder = Path(settings.STORAGES["default"]["OPTIONS"]["location"])
    return [path for path in folder.rglob("*") if path.is_file()] if folder.exists() else []


# --- the picture ------------------------------------------------------------------------------------------------------


def test_what_a_camera_put_beside_a_photo_stays_behind() -> None:
    sent = photographed()
    assert SECRET in sent
    made = clean_picture(sent)
    assert SECRET not in made.data
    with Image.open(io.BytesIO(made.data)) as again:
        assert (again.format, dict(again.getexif())) == ("JPEG", {})
        # Upright: what was wide is high.
        assert again.size == (made.width, made.height) == (200, 400)


@pytest.mark.parametrize(
    "sent",
    [
        picture("PNG", mode="RGBA"),
        picture("PNG", mode="LA"),
        picture("PNG", mode="L"),
        picture("WEBP"),
        picture("JPEG", mode="CMYK"),
        picture("JPEG", mode="L"),
    ],
)
def test_pictures_of_every_kind_become_one(sent: bytes) -> None:
    with Image.open(io.BytesIO(clean_picture(sent).data)) as again:
        assert (again.format, again.mode) == ("JPEG", "RGB")


def test_what_is_transparent_becomes_paper() -> None:
    with Image.open(io.BytesIO(clean_picture(picture("PNG", mode="RGBA")).data)) as again:
        assert again.getpixel((5, 5)) == (255, 255, 255)


def test_large_pictures_are_kept_small() -> None:
    made = clean_picture(picture(size=(4000, 1000)))
    assert (made.width, made.height) == (rules.SIDE_MOST, 400)


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (b"", "photo_unreadable"),
        (b"%PDF-1.7", "photo_unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "photo_unreadable"),
        (picture("GIF"), "photo_unreadable"),
        (picture("TIFF"), "photo_unreadable"),
        (picture("JPEG", size=(900, 900))[:900], "photo_unreadable"),
        (picture("PNG")[:60], "photo_unreadable"),
        (b"\xff" * (rules.SENT_MOST + 1), "photo_too_large"),
        (picture("PNG", size=(8000, 7600), mode="L"), "photo_too_large"),
    ],
)
def test_what_is_no_photo_is_refused(sent: bytes, reason: str) -> None:
    with pytest.raises(PictureRefused) as refused:
        clean_picture(sent)
    assert refused.value.reason == reason


# --- kept with an activity --------------------------------------------------------------------------------------------


def add(world: World, activity: UUID, **values: Any) -> UUID:
    fields: dict[str, Any] = {"data": photographed(), "caption": "Peserta melipat kotak"}
    return operations.add_photo(activity_id=activity, **fields | values, by=world.actor("officer"), now=world.now)


def test_a_photo_is_sealed_on_disk_and_gone_when_removed(
    world: World, activity: UUID, django_capture_on_commit_callbacks: Any
) -> None:
    one = add(world, activity, nonce="n1")
    assert add(world, activity, nonce="n1") == one
    assert add(world, activity, nonce="n1", caption="Lain") != one
    (first, _second) = stored()
    assert len(stored()) == 2
    assert not first.read_bytes().startswith(b"\xff\xd8")
    by = world.actor("officer")
    assert photo_file(activity_id=activity, photo_id=one, by=by).startswith(b"\xff\xd8")
    with pytest.raises(Photo.DoesNotExist):
        photo_file(activity_id=make_activity(world), photo_id=one, by=by)
    with django_capture_on_commit_callbacks(execute=True):
        assert operations.remove_photo(activity_id=activity, photo_id=one, by=by, now=world.now)
    assert not operations.remove_photo(activity_id=activity, photo_id=one, by=by, now=world.now)
    assert len(stored()) == 1
    assert [e.action for e in LedgerEntry.objects.filter(action__startswith="training.photo").order_by("number")] == [
        "training.photo_added",
        "training.photo_added",
        "training.photo_removed",
    ]


def test_who_may_and_when(world: World, activity: UUID) -> None:
    for who in ("visitor", "maker", "other_officer"):
        with pytest.raises(NotAllowed):
            operations.add_photo(activity_id=activity, data=picture(), caption="x", by=world.actor(who), now=world.now)
    with pytest.raises(Refused, match="caption_needed"):
        add(world, activity, caption="  ")
    with pytest.raises(Refused, match="photo_unreadable"):
        add(world, activity, data=b"x")
    with pytest.raises(Refused, match="wrong_state"):
        add(world, make_activity(world, state="reported"))
    for n in range(rules.COUNT_MOST):
        add(world, activity, caption=f"Foto {n}")
    with pytest.raises(Refused, match="photos_full"):
        add(world, activity)
    # What was refused left no file.
    assert len(stored()) == rules.COUNT_MOST
    assert list(Photo.objects.values_list("position", flat=True)) == list(range(1, rules.COUNT_MOST + 1))


@pytest.mark.parametrize(
    "values", [{"position": 1}, {"nonce": "a"}, {"width": 0}, {"height": rules.SIDE_MOST + 1}, {"caption": ""}]
)
def test_the_database_holds_the_rules(world: World, activity: UUID, values: dict[str, Any]) -> None:
    row = {"activity_id": activity, "file": "a", "width": 1, "height": 1, "caption": "x", "added_at": world.now}
    Photo.objects.create(**row, position=1, nonce="a")
    with pytest.raises(IntegrityError), transaction.atomic():
        Photo.objects.create(**row | {"position": 2, "nonce": "b"} | values)


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_a_photo_sent_many_times_at_once(world: World) -> None:
    activity = make_activity(world)
    made = at_once([lambda: add(world, activity, nonce="n1")] * 6, threads=6)
    assert len(set(made)) == 1
    assert len(stored()) == 1
    at_once([lambda n=n: add(world, activity, nonce=f"m{n}") for n in range(6)], threads=6)  # type: ignore[misc]
    assert list(Photo.objects.values_list("position", flat=True)) == list(range(1, 8))


# --- pages and papers -------------------------------------------------------------------------------------------------


def test_an_officer_adds_and_removes_photos(world: World, signed_in: SignIn, activity: UUID) -> None:
    browser = signed_in("officer")
    where = url("photos", activity_id=activity)
    assert "Belum ada foto" in browser.get(where).content.decode()
    refused = browser.post(where, {"photo": SimpleUploadedFile("a.jpg", b"MZ"), "caption": "Kotak", "nonce": "n"})
    assert refused.status_code == 422
    page = refused.content.decode()
    assert "bukan foto JPEG, PNG, atau WebP" in page
    assert 'value="Kotak"' in page
    assert browser.post(where, {"caption": "Kotak", "nonce": "n"}).status_code == 422
    sent = {"caption": "Kotak", "alt": "Dua orang melipat kotak", "nonce": "n"}
    for _time in range(2):
        answer = browser.post(where, sent | {"photo": SimpleUploadedFile("a.jpg", photographed())})
        assert answer.status_code == 302
    one = Photo.objects.get()
    page = browser.get(where).content.decode()
    assert 'alt="Dua orang melipat kotak"' in page
    shown = browser.get(url("photo", activity_id=activity, photo_id=one.id))
    assert (shown["Content-Type"], shown.content[:2]) == ("image/jpeg", b"\xff\xd8")
    assert "Foto kegiatan (1)" in browser.get(url("report", activity_id=activity)).content.decode()
    remove = url("photo-remove", activity_id=activity, photo_id=one.id)
    assert browser.post(url("photo-remove", activity_id=make_activity(world), photo_id=one.id)).status_code == 302
    assert Photo.objects.exists()
    assert "Foto dihapus" in browser.post(remove, follow=True).content.decode()
    assert "sudah dihapus sebelumnya" in browser.post(remove, follow=True).content.decode()
    assert not Photo.objects.exists()


def test_an_officer_writes_other_words_for_a_photo(world: World, signed_in: SignIn, activity: UUID) -> None:
    one = add(world, activity, alt="Dua orang")
    browser, where = signed_in("officer"), url("photo-words", activity_id=activity, photo_id=one)
    assert where in browser.get(url("photos", activity_id=activity)).content.decode()
    assert 'value="Dua orang"' in browser.get(where).content.decode()
    assert browser.post(where, {"caption": " ", "alt": "x"}).status_code == 422
    for _time in range(2):
        assert browser.post(where, {"caption": "Melipat  kotak", "alt": ""}).status_code == 302
    found = Photo.objects.get(id=one)
    assert (found.caption, found.alt) == ("Melipat kotak", "")
    line = LedgerEntry.objects.get(action="training.photo_described")
    assert (line.before["photo"], line.after["photo"]) == ("Peserta melipat kotak", "Melipat kotak")
    with pytest.raises(Photo.DoesNotExist):
        operations.describe_photo(
            activity_id=make_activity(world), photo_id=one, caption="x", by=world.actor("officer"), now=world.now
        )


def test_the_report_shows_them_with_their_words(world: World, activity: UUID) -> None:
    add(world, activity, alt="Dua orang melipat kotak dari karton")
    add(world, activity, caption="Foto bersama")
    made = {
        file: papers.report(activity_id=activity, by=world.actor("officer"), now=world.now, language="id", file=file)
        for file in ("pdf", "docx")
    }
    word = Document(io.BytesIO(made["docx"].content))
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert {"Peserta melipat kotak", "Foto bersama"} <= set(texts)
    said = {shape._inline.docPr.get("descr") for shape in word.inline_shapes}
    assert {"Dua orang melipat kotak dari karton", "Foto bersama"} <= said
    with pikepdf.open(io.BytesIO(made["pdf"].content)) as paper:
        alts = {
            str(thing["/Alt"]) for thing in paper.objects if isinstance(thing, pikepdf.Dictionary) and "/Alt" in thing
        }
        assert {"Dua orang melipat kotak dari karton", "Foto bersama"} <= alts
    for one in made.values():
        assert SECRET not in one.content
