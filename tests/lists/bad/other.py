"""Files that are something else than their names say."""

from __future__ import annotations

import zipfile
from pathlib import Path

from docx import Document
from tests.lists.bad.common import bytes_file

JPEG = (
    bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb004300")
    + bytes([16] * 64)
    + bytes(range(256)) * 8
    + b"\xff\xd9"
)


def renamed_jpg(folder: Path) -> Path:
    return bytes_file(folder, "foto peserta.xlsx", JPEG)


def jpg_as_csv(folder: Path) -> Path:
    return bytes_file(folder, "foto peserta.csv", JPEG)


def renamed_pdf(folder: Path) -> Path:
    return bytes_file(
        folder,
        "undangan.xls",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF\n",
    )


def renamed_docx(folder: Path) -> Path:
    path = folder / "surat.xlsx"
    document = Document()
    document.add_paragraph("Daftar peserta terlampir.")
    with path.open("wb") as stream:
        document.save(stream)
    return path


def plain_zip(folder: Path) -> Path:
    path = folder / "lampiran.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("daftar.txt", "1. Siti Contoh\n")
        package.writestr("../../keluar.txt", "tidak boleh ditulis")
    return path


def numbers_document(folder: Path) -> Path:
    path = folder / "daftar.numbers"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("Index/Document.iwa", bytes(range(256)) * 4)
        package.writestr("Metadata/Properties.plist", b"bplist00")
    return path


def sign_in_page(folder: Path) -> Path:
    """What a web system hands out under the list's name when the session has ended."""
    return bytes_file(
        folder,
        "laporan.xls",
        b"<!DOCTYPE html><html><head><title>Masuk</title></head><body><form method=post>Sesi Anda telah berakhir. "
        b"<input name=u><input name=p type=password></form><script>location='/masuk'</script></body></html>",
    )
