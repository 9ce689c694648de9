"""The arms at the head of an office's papers: written anew, bound in size, seen by those who may change the office."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, PngImagePlugin
from tests.people import World

from binakriya.accounts import operations
from binakriya.accounts.models import Organisation
from binakriya.accounts.queries import logo_of
from binakriya.accounts.rules import NotAllowed, Refused
from binakriya.accounts.rules.logos import SIDE_MOST, clean_logo


def picture(kind: str = "PNG", size: tuple[int, int] = (900, 1200)) -> bytes:
    out = io.BytesIO()
    beside = PngImagePlugin.PngInfo()
    beside.add_text("Author", "somebody at home")
    options = {"pnginfo": beside} if kind == "PNG" else {}
    Image.new("RGB", size, (31, 44, 84)).save(out, kind, **options)  # type: ignore[arg-type]
    return out.getvalue()


def bomb() -> bytes:
    """A PNG head that promises a picture of 40 000 × 40 000 points."""
    head = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    ihdr = struct.pack(">I", len(head)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return b"\x89PNG\r\n\x1a\n" + ihdr + struct.pack(">I", 8) + b"IDAT" + bytes(12)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_written_anew_without_what_lay_beside_it(kind: str) -> None:
    made = clean_logo(picture(kind) + b"hidden behind the picture")
    assert b"somebody at home" not in made
    assert b"hidden" not in made
    with Image.open(io.BytesIO(made)) as found:
        assert (found.format, found.size) == ("PNG", (450, SIDE_MOST))


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (b"", "logo_unreadable"),
        (b"<svg onload='x'/>", "logo_unreadable"),
        (picture("GIF"), "logo_unreadable"),
        (picture()[:200], "logo_unreadable"),
        (bomb(), "logo_too_large"),
        (b"\x89PNG" + bytes(3 * 1024 * 1024), "logo_too_large"),
    ],
)
def test_anything_else_is_refused(sent: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        clean_logo(sent)


def test_setting_replacing_and_removing(world: World, django_capture_on_commit_callbacks: object) -> None:
    by, office = world.actor("administrator"), world.office_id
    assert logo_of(office) == b""
    operations.set_logo(organisation_id=office, data=picture(), by=by, now=world.now)
    first = Organisation.objects.get(id=office).logo
    assert logo_of(office).startswith(b"\x89PNG")
    # Sealed on disk, like every file people send.
    assert not Path(first.path).read_bytes().startswith(b"\x89PNG")
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        operations.set_logo(organisation_id=office, data=picture("JPEG", (300, 300)), by=by, now=world.now)
    assert not Path(first.path).exists()
    with pytest.raises(Refused):
        operations.set_logo(organisation_id=office, data=b"\0", by=by, now=world.now)
    assert Image.open(io.BytesIO(logo_of(office))).size == (300, 300)
    operations.set_logo(organisation_id=office, data=b"", by=by, now=world.now)
    assert logo_of(office) == b""
    for who in ("officer", "leadership"):
        with pytest.raises(NotAllowed):
            operations.set_logo(organisation_id=office, data=picture(), by=world.actor(who), now=world.now)
    with pytest.raises(NotAllowed):
        operations.set_logo(organisation_id=world.other_office_id, data=picture(), by=by, now=world.now)


def test_the_page_of_the_office_takes_shows_and_removes_it(world: World) -> None:
    client, where = world.client("administrator"), f"/organisasi/{world.office_id}/"
    assert "Belum ada lambang" in client.get(where).content.decode()
    assert client.get(f"{where}lambang.png").status_code == 404
    broken = client.post(f"{where}lambang/", {"logo": SimpleUploadedFile("a.png", b"no picture")})
    assert broken.status_code == 422
    assert "bukan PNG atau JPEG" in broken.content.decode()
    assert client.post(f"{where}lambang/", {}).status_code == 422
    sent = client.post(f"{where}lambang/", {"logo": SimpleUploadedFile("a.png", picture())}, follow=True)
    assert "Lambang tersimpan" in sent.content.decode()
    shown = client.get(f"{where}lambang.png")
    assert shown["Content-Type"] == "image/png"
    assert "no-store" in shown["Cache-Control"]
    client.post(f"{where}lambang/", {"hapus": "1"})
    assert logo_of(world.office_id) == b""
