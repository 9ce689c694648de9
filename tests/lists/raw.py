"""Workbooks written by hand, part by part: what no honest library would write, or only with much memory."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterable, Mapping
from hashlib import md5
from io import BytesIO
from pathlib import Path

import xlwt
from cryptography.hazmat.decrepit.ciphers.algorithms import ARC4
from cryptography.hazmat.primitives.ciphers import Cipher
from xlwt.CompoundDoc import XlsDoc

CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
WORKBOOK = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    f'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{OFFICE}">'
    '<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
WORKBOOK_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)
SHEET_HEAD = '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
SHARED_STRINGS = '<?xml version="1.0" encoding="UTF-8"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></sst>'


def inline(text: str) -> str:
    """A cell without its name, which stands after the one before it."""
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def rows(*lines: Iterable[str], first: int = 1) -> str:
    """Numbered rows of texts."""
    return "".join(
        f'<row r="{number}">{"".join(inline(text) for text in line)}</row>'
        for number, line in enumerate(lines, start=first)
    )


def sheet(*lines: Iterable[str], more: str = "", head: str = SHEET_HEAD) -> list[str]:
    """A whole sheet of these rows; ``more`` is put behind them."""
    return [f"{head}<sheetData>", rows(*lines), more, "</sheetData></worksheet>"]


def write_package(
    path: Path, pieces: Iterable[str], *, parts: Mapping[str, str | bytes] | None = None, level: int = 6
) -> Path:
    """An .xlsx whose only sheet is ``pieces`` of XML, written as they come; ``parts`` adds parts or replaces them."""
    fixed: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS,
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": WORKBOOK_RELATIONS,
        "xl/sharedStrings.xml": SHARED_STRINGS,
        **(parts or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as package:
        for name, content in fixed.items():
            package.writestr(name, content)
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as stream:
            for piece in pieces:
                stream.write(piece.encode())
    return path


# --- a binary workbook with a password -------------------------------------------------------------------------------

_BOF, _FILEPASS, _BOUNDSHEET = 0x0809, 0x002F, 0x0085
_PLAIN = {_BOF, _FILEPASS, 0x0194, 0x0195, 0x00E1, 0x0196, 0x0138}  # records that are never encrypted
_BLOCK = 1024


def _key(password: str, salt: bytes, block: int) -> bytes:
    """The RC4 key of one block, Office binary document RC4 (MS-OFFCRYPTO 2.3.6.2)."""
    first = md5(password.encode("utf-16le")).digest()[:5]
    second = md5((first + salt) * 16).digest()[:5]
    return md5(second + struct.pack("<I", block)).digest()


def write_protected_xls(
    workbook: xlwt.Workbook, path: Path, *, password: str, salt: bytes = b"binakriya-lists!"
) -> Path:
    """Save the workbook encrypted with RC4 as Excel 97 does; without the password nothing in it can be read."""
    plain = workbook.get_biff_data()
    verifier = bytes(range(16))
    first = Cipher(ARC4(_key(password, salt, 0)), mode=None).encryptor()
    body = struct.pack("<HHH", 1, 1, 1) + salt + first.update(verifier) + first.update(md5(verifier).digest())
    filepass = struct.pack("<HH", _FILEPASS, len(body)) + body

    records: list[tuple[int, bytes]] = []
    stream = BytesIO(plain)
    while head := stream.read(4):
        number, size = struct.unpack("<HH", head)
        records.append((number, stream.read(size)))

    out = bytearray()
    for position, (number, content) in enumerate(records):
        out += struct.pack("<HH", number, len(content))
        if number == _BOUNDSHEET:  # where the sheet begins stays readable and moves by the record put in
            begin = struct.pack("<I", struct.unpack("<I", content[:4])[0] + len(filepass))
            out += begin + _encrypted(content[4:], len(out) + 4, password, salt)
        elif number in _PLAIN:
            out += content
        else:
            out += _encrypted(content, len(out), password, salt)
        if position == 0:
            out += filepass
    # The container fills up with zeros, which read as empty records only when they are a multiple of four.
    spare = -len(out) % 4
    out += struct.pack("<HH", 0, spare) + bytes(spare)
    XlsDoc().save(str(path), bytes(out))
    return path


def _encrypted(content: bytes, at: int, password: str, salt: bytes) -> bytes:
    """``content`` standing at this place of the stream; the key changes every 1024 bytes of the stream."""
    out = bytearray()
    while len(out) < len(content):
        here = at + len(out)
        block, offset = divmod(here, _BLOCK)
        cipher = Cipher(ARC4(_key(password, salt, block)), mode=None).encryptor()
        cipher.update(bytes(offset))
        piece = content[len(out) : len(out) + _BLOCK - offset]
        out += cipher.update(piece)
    return bytes(out)
