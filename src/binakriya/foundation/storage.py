"""The folder of uploaded files. A folder that is full, missing or closed is no fault of what was sent: pages say so."""

from contextlib import suppress
from pathlib import Path

from django.core.files import File
from django.core.files.storage import FileSystemStorage


class FilesUnavailable(Exception):
    """Files can't be kept or opened at the moment; whatever asked for it wrote nothing."""


class KeptFiles(FileSystemStorage):
    """Raises FilesUnavailable where the disk or the folder fails; a file that is simply not there stays
    FileNotFoundError. A file that was written in part goes again."""

    def _save(self, name: str, content: File) -> str:
        try:
            return str(super()._save(name, content))  # type: ignore[misc]  # not in the stubs
        except OSError as error:
            # Names are random: what stands there is what was begun here.
            with suppress(OSError):
                Path(self.path(name)).unlink()
            raise FilesUnavailable(error.strerror or str(error)) from error

    def _open(self, name: str, mode: str = "rb") -> File:
        try:
            return super()._open(name, mode)  # type: ignore[misc]  # not in the stubs
        except FileNotFoundError:
            raise
        except OSError as error:
            raise FilesUnavailable(error.strerror or str(error)) from error
