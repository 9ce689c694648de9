"""What a file is, by its first bytes and its parts, never by its name."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from binakriya.engines.reading.errors import UnreadableFile
from binakriya.engines.reading.files.limits import Limits

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG", "png"),
    (b"GIF8", "gif"),
    (b"%PDF", "pdf"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"BM", "bitmap"),
    (b"{\\rtf", "rtf"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"RIFF", "media"),
    (b"ID3", "media"),
    (b"SQLite format 3", "database"),
)
_FILEPASS = re.compile(rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}(?:\x86\x00\x00\x00)?\x2f\x00", re.S)
"""The record of an old workbook's password, right after the beginning of its globals."""
_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


def kind_of(data: bytes, limits: Limits) -> str:
    """`workbook`, `html`, `xml` or `text`. Raises `UnreadableFile` for all else."""
    if len(data) > limits.file_bytes:
        raise UnreadableFile("too_large", found=len(data), limit=limits.file_bytes)
    head = data[:4096]
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile("empty")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        _check_zip(data, limits)
        return "workbook"
    if head.startswith(OLE):
        _check_ole(data)
        return "workbook"
    if (
        head[:1] == b"\x09"
        and head[1:2] in (b"\x00", b"\x02", b"\x04", b"\x08")
        and head[2:4] in (b"\x04\x00", b"\x06\x00", b"\x08\x00", b"\x10\x00")
    ):
        raise UnreadableFile("legacy_unsupported", kind="excel_before_97")
    for signature, kind in _SIGNATURES:
        if head.startswith(signature) and _is_binary(head, signature):
            raise UnreadableFile("not_a_list", kind=kind)
    if head.startswith(_BOMS[:2]) or _looks_utf16(head):
        start = head.decode("utf-16-le" if head[:1] != b"\xfe" and head[:1] != b"\x00" else "utf-16-be", "ignore")
    elif head.count(b"\x00") > len(head) // 10:
        raise UnreadableFile("not_a_list", kind="binary")
    else:
        start = head.replace(b"\x00", b"").decode("latin-1").removeprefix("ï»¿")
    lowered = start.lstrip("\ufeff \t\r\n").lower()
    if "urn:schemas-microsoft-com:office:spreadsheet" in lowered:
        return "xml"
    if lowered.startswith(("<html", "<!doctype html", "<table", "<meta", "<head", "<body", "<style", "<div")) or (
        lowered.startswith(("<?xml", "<!--")) and "<html" in lowered
    ):
        return "html"
    if lowered.startswith(("<?xml", "<svg")):
        raise UnreadableFile("not_a_list", kind="xml")
    control = sum(1 for letter in start if ord(letter) < 32 and letter not in "\t\r\n\x0b\x0c\x1a\x1e\x1f")
    if start and control / len(start) > 0.02:
        raise UnreadableFile("not_a_list", kind="binary")
    return "text"


def _is_binary(head: bytes, signature: bytes) -> bool:
    """Short signatures made of letters may begin a text ("BM", "MZ"): then other bytes must be binary too."""
    if not signature.isalnum():
        return True
    return any(byte < 9 for byte in head)


def _looks_utf16(head: bytes) -> bool:
    sample = head[:400]
    if len(sample) < 8 or b"\x00" not in sample:
        return False
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    return max(odd, even) > 0.6 * (len(sample) // 2) and min(odd, even) < 0.1 * len(sample)


def _check_ole(data: bytes) -> None:
    """An old container: encrypted new workbooks and other documents use it too."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        raise UnreadableFile("encrypted")
    if _FILEPASS.search(data):
        raise UnreadableFile("encrypted")
    if not (holds("Workbook") or holds("Book")):
        kind = "document" if holds("WordDocument") else "presentation" if holds("PowerPoint") else "container"
        if kind == "container":
            raise UnreadableFile("damaged")
        raise UnreadableFile("not_a_list", kind=kind)


def _check_zip(data: bytes, limits: Limits) -> None:
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise UnreadableFile("damaged") from error
    total = sum(entry.file_size for entry in entries)
    if len(entries) > limits.zip_entries or total > limits.unpacked_bytes:
        raise UnreadableFile("zip_bomb", found=total, limit=limits.unpacked_bytes)
    if total > limits.ratio_from_bytes and total > limits.unpacked_ratio * len(data):
        raise UnreadableFile("zip_bomb", found=total, limit=limits.unpacked_ratio * len(data))
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFile("encrypted")
    names = {entry.filename.replace("\\", "/").lower() for entry in entries}
    if "meta-inf/manifest.xml" in names:
        manifest = _part(archive, entries, "meta-inf/manifest.xml")
        if b"encryption-data" in manifest:
            raise UnreadableFile("encrypted")
        mimetype = _part(archive, entries, "mimetype") if "mimetype" in names else manifest
        if b"opendocument.spreadsheet" not in mimetype:
            raise UnreadableFile("not_a_list", kind="document")
    elif not any(name in names for name in ("xl/workbook.xml", "xl/workbook.bin")):
        kind = "document" if any(n.startswith(("word/", "ppt/")) for n in names) else "archive"
        if not any(n.startswith("xl/") for n in names):
            raise UnreadableFile("not_a_list", kind=kind)
        if not any(n.startswith("xl/") and "workbook" in n for n in names):
            raise UnreadableFile("damaged")
    # A part may say less than it holds: reading each to its end finds that out, within its declared size.
    for entry in entries:
        if entry.filename.lower().endswith((".xml", ".bin", ".rels")):
            try:
                with archive.open(entry) as part:
                    while part.read(1 << 20):
                        pass
            except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
                raise UnreadableFile("damaged", part=entry.filename) from error


def _part(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str) -> bytes:
    for entry in entries:
        if entry.filename.replace("\\", "/").lower() == name:
            try:
                return archive.read(entry)
            except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as error:
                raise UnreadableFile("damaged", part=name) from error
    return b""
