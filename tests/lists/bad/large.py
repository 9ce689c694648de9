"""Files that are far too large, or grow when they are opened."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.lists import raw
from tests.lists.bad.common import HEADER, MEGABYTE, csv_file, honest, row, xlsx_file


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
    return xlsx_file(folder / "200 kolom.xlsx", rows)


def widest_sheet(folder: Path) -> Path:
    """Every one of the 16,384 columns that a sheet can have is filled, in three rows."""
    wide = [f"k{number % 7}" for number in range(16384 - len(HEADER))]
    return raw.write_package(folder / "16384 kolom.xlsx", raw.sheet(*([*cells, *wide] for cells in honest(2))))


def many_rows_xlsx(folder: Path, *, rows: int = 100_000) -> Path:
    return raw.write_package(folder / "100000 baris.xlsx", _many(rows))


def _many(rows: int) -> Iterator[str]:
    yield f"{raw.SHEET_HEAD}<sheetData>{raw.rows(HEADER)}"
    for number in range(1, rows + 1):
        yield raw.rows(row(number), first=number + 1)
    yield "</sheetData></worksheet>"


def many_rows_csv(folder: Path, *, rows: int = 100_000) -> Path:
    return csv_file(folder / "100000 baris.csv", honest(rows))


def lying_dimension(folder: Path) -> Path:
    """Claims A1:XFD1048576; two rows are there."""
    head = f'{raw.SHEET_HEAD}<dimension ref="A1:XFD1048576"/>'
    return raw.write_package(folder / "dimensi.xlsx", raw.sheet(*honest(2), head=head))


def far_cell(folder: Path) -> Path:
    """Two honest rows, and one forgotten full stop in the last cell of the sheet, XFD1048576."""
    last = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>.</t></is></c></row>'
    return raw.write_package(folder / "titik di ujung.xlsx", raw.sheet(*honest(2), more=last))


def huge_field(folder: Path, *, size: int = 5 * MEGABYTE) -> Path:
    rows = honest(3)
    rows[2] = (*rows[2][:4], "Jl. Panjang " * (size // 12 + 1), *rows[2][5:])
    return csv_file(folder / "isian 5 MB.csv", rows)
