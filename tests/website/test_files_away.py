"""A folder of files that is full, missing or closed: said in words, and nothing is half stored."""

import errno
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from tests.people import World
from tests.registry.worlds import LIST, PDF, make_enterprise

from binakriya.foundation.models import LedgerEntry
from binakriya.foundation.storage import FilesUnavailable, KeptFiles
from binakriya.registry.models import Batch, BatchFile, Document


def _use(settings: Any, folder: Path) -> None:
    own = {"BACKEND": "binakriya.foundation.storage.KeptFiles", "OPTIONS": {"location": folder}}
    settings.STORAGES = {**settings.STORAGES, "default": own}


@pytest.fixture
def away(settings: Any, tmp_path: Path) -> Path:
    """The folder's place is taken by a file: nobody, root neither, can write below it."""
    place = tmp_path / "berkas"
    place.write_bytes(b"")
    _use(settings, place)
    return place


def _document(client: Client, enterprise: object) -> Any:
    file = SimpleUploadedFile("nib.pdf", PDF, content_type="application/pdf")
    given = {"number": str(uuid4()), "kind": "nib", "code": "123", "file": file}
    return client.post(f"/registri/{enterprise}/dokumen/", given)


def _lists(client: Client, number: int = 2) -> Any:
    lists = [SimpleUploadedFile(f"{n}.csv", LIST + bytes([48 + n])) for n in range(number)]
    return client.post(reverse("registry:import-new"), {"lists": lists, "nonce": uuid4().hex, "sent": "1"})


def test_a_paper_and_an_import_are_refused_in_words(world: World, signed_in: Callable[..., Client], away: Path) -> None:
    enterprise, client = make_enterprise(world), signed_in("officer")
    before = LedgerEntry.objects.count()
    for answer in (_document(client, enterprise), _lists(client)):
        assert answer.status_code == 503
        assert "tidak tersimpan" in answer.content.decode()
        assert answer["X-Request-ID"] in answer.content.decode()
    assert not Document.all_rows.exists() and not Batch.objects.exists() and not BatchFile.objects.exists()
    assert LedgerEntry.objects.count() == before
    assert away.read_bytes() == b""


def test_a_logo_is_refused_in_words(world: World, signed_in: Callable[..., Client], away: Path) -> None:
    picture = BytesIO()
    Image.new("RGB", (60, 60), "red").save(picture, "PNG")
    at = reverse("accounts:organisation-logo", kwargs={"organisation_id": world.office_id})
    answer = signed_in("administrator").post(at, {"logo": SimpleUploadedFile("a.png", picture.getvalue())})
    assert answer.status_code == 503


def test_a_paper_whose_folder_has_gone_cannot_be_opened(
    world: World, signed_in: Callable[..., Client], settings: Any, tmp_path: Path
) -> None:
    enterprise, client = make_enterprise(world), signed_in("officer")
    _use(settings, tmp_path / "berkas")
    assert _document(client, enterprise).status_code == 302
    (tmp_path / "lain").write_bytes(b"")
    _use(settings, tmp_path / "lain")
    at = f"/registri/{enterprise}/dokumen/{Document.objects.get().id}/berkas/"
    assert client.post(at).status_code == 503


def test_a_disk_that_fills_up_keeps_no_part(
    world: World, signed_in: Callable[..., Client], settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _use(settings, tmp_path)
    client = signed_in("officer")
    save = KeptFiles._save
    kept: list[str] = []

    def second_fails(self: KeptFiles, name: str, content: Any) -> str:
        if kept:
            raise FilesUnavailable("No space left on device")
        kept.append(save(self, name, content))
        return kept[-1]

    monkeypatch.setattr(KeptFiles, "_save", second_fails)
    assert _lists(client).status_code == 503
    assert kept and not [p for p in tmp_path.rglob("*") if p.is_file()]
    assert not Batch.objects.exists()


def test_a_file_written_in_part_goes_again(settings: Any, tmp_path: Path) -> None:
    _use(settings, tmp_path)

    class Full(ContentFile[bytes]):
        def chunks(self, chunk_size: int | None = None) -> Any:
            yield b"part"
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(FilesUnavailable, match="No space"):
        default_storage.save("a/b.bin", Full(b"whole"))
    assert not [p for p in tmp_path.rglob("*") if p.is_file()]
    with pytest.raises(FileNotFoundError):
        default_storage.open("a/b.bin")
