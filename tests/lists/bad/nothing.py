"""Files with nothing in them, and locked ones."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import xlwt
from msoffcrypto.format.ooxml import OOXMLFile
from tests.lists import raw
from tests.lists.bad.common import HEADER, PASSWORD, honest, xlsx_file


def empty_xlsx(folder: Path) -> Path:
    path = folder / "kosong.xlsx"
    path.write_bytes(b"")
    return path


def empty_csv(folder: Path) -> Path:
    path = folder / "kosong.csv"
    path.write_bytes(b"")
    return path


def blank_csv(folder: Path) -> Path:
    path = folder / "baris kosong.csv"
    path.write_bytes(b"\xef\xbb\xbf\r\n\r\n;;;;\r\n   \r\n")
    return path


def blank_workbook(folder: Path) -> Path:
    return xlsx_file(folder / "lembar kosong.xlsx", [])


def header_only(folder: Path) -> Path:
    return xlsx_file(folder / "hanya judul.xlsx", [("DATA IKM 2018",), (), HEADER])


def signatures_only(folder: Path) -> Path:
    return xlsx_file(
        folder / "hanya tanda tangan.xlsx",
        [
            (None, None, None, "Tangerang Selatan, 12 Oktober 2018"),
            (None, "Mengetahui,", None, "Ketua"),
            (),
            (None, "Drs. H. SUPARDI, M.Si", None, "Hj. SRI MULYATI"),
            (None, "NIP. 19000000 199000 0 000"),
            ("JUMLAH", 0),
        ],
    )


def encrypted_xlsx(folder: Path) -> Path:
    plain = BytesIO()
    workbook = openpyxl.Workbook()
    for cells in honest(3):
        workbook.active.append(list(cells))
    workbook.save(plain)
    path = folder / "terkunci.xlsx"
    with path.open("wb") as stream:
        OOXMLFile(plain).encrypt(PASSWORD, stream)
    return path


def protected_xls(folder: Path) -> Path:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Data")
    for number, cells in enumerate(honest(12)):
        for column, cell in enumerate(cells):
            sheet.write(number, column, cell)
    return raw.write_protected_xls(workbook, folder / "terkunci.xls", password=PASSWORD)


def encrypted_ods(folder: Path) -> Path:
    """As an office suite locks it: the manifest says how, the content is noise."""
    path = folder / "terkunci.ods"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    name = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", kind)
        package.writestr("content.xml", bytes((number * 167 + 13) % 256 for number in range(2048)))
        package.writestr(
            "META-INF/manifest.xml",
            f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{name}">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="9000">'
            '<manifest:encryption-data manifest:checksum-type="SHA1/1K" '
            'manifest:checksum="AAAAAAAAAAAAAAAAAAAAAAAAAAA=">'
            '<manifest:algorithm manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/>'
            "</manifest:encryption-data></manifest:file-entry></manifest:manifest>",
        )
    return path
