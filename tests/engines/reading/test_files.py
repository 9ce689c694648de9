"""Files as they arrive: encodings, delimiters, formats; and those that must be refused with a clear code."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO

import msoffcrypto
import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st
from msoffcrypto.format.ooxml import OOXMLFile
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from tests.engines.reading.reference import one, places, read, values, workbook

from binakriya.engines.reading import Limits, SourceFile, UnreadableFile
from binakriya.engines.reading.files import read_sheets

HEADER = ["No", "Nama Usaha", "Pemilik", "No HP", "Omset/bulan", "Keterangan"]
ROWS = [
    ["1", "Griya Batik", "Bu Ani", "081200005717", "± 5 juta", "baris satu\nbaris dua"],
    ["2", "Kayu; Jati, dan | lain", "Pak Budi", "081300006028", "750rb", ""],
]


def _csv(delimiter: str) -> str:
    def quote(text: str) -> str:
        return '"' + text.replace('"', '""') + '"' if any(c in text for c in ';,|\t\n"') else text

    return "\n".join(delimiter.join(quote(cell) for cell in row) for row in [HEADER, *ROWS]) + "\n"


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
def test_any_delimiter_and_encoding(delimiter: str, encoding: str) -> None:
    found = read(SourceFile("daftar.csv", _csv(delimiter).encode(encoding)))[0]
    assert [(row.row, row.value("phone"), row.value("turnover_year_low")) for row in found.rows] == [
        (2, "+6281200005717", 60_000_000),
        (3, "+6281300006028", 9_000_000),
    ]
    assert found.rows[0].cells["turnover_year_low"].raw == "± 5 juta"


def test_a_line_for_the_spreadsheet_program_is_not_counted() -> None:
    found = read(SourceFile("daftar.csv", ("sep=;\n" + _csv(";")).encode()))[0]
    assert [row.row for row in found.rows] == [2, 3]


def test_texts_that_begin_like_formulas_stay_texts() -> None:
    rows = 'Nama Usaha,Pemilik,NIK,No HP\n=1+1,@ani,="3674071805860000",="081200005717"\n=cmd|x,-budi,,\n'
    found = read(SourceFile("a.csv", rows.encode()))[0]
    assert values(found, "business_name") == ["=1+1", "=cmd|x"]
    assert values(found, "nik") == ["3674071805860000", None]
    assert values(found, "phone") == ["+6281200005717", None]


def test_old_excel_and_opendocument_say_merged_cells() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Data")
    for column, text in enumerate(["No", "Kecamatan", "Nama Usaha", "No HP"]):
        sheet.write(0, column, text)
    sheet.write_merge(1, 2, 1, 1, "Setu")
    sheet.write_merge(3, 4, 1, 1, "Ciputat")
    for row in range(1, 5):
        sheet.write(row, 0, row)
        sheet.write(row, 2, f"Batik {row}")
        sheet.write(row, 3, f"08120000571{row}")
    out = BytesIO()
    book.save(out)
    assert values(read(SourceFile("a.xls", out.getvalue()))[0], "kecamatan") == ["Setu", "Setu", "Ciputat", "Ciputat"]

    document = OpenDocumentSpreadsheet()
    table = Table(name="Data")

    def add(*cells: object) -> None:
        row = TableRow()
        for cell in cells:
            row.addElement(cell)
        table.addElement(row)

    def cell(text: str, **more: object) -> object:
        made = TableCell(valuetype="string", **more)
        made.addElement(P(text=text))
        return made

    add(cell("No"), cell("Kecamatan"), cell("Nama Usaha"), cell("No HP"))
    add(cell("1"), cell("Setu", numberrowsspanned=2), cell("Batik 1"), cell("081200005711"))
    add(cell("2"), CoveredTableCell(), cell("Batik 2"), cell("081200005712"))
    document.spreadsheet.addElement(table)
    out = BytesIO()
    document.save(out)
    assert values(read(SourceFile("a.ods", out.getvalue()))[0], "kecamatan") == ["Setu", "Setu"]


def test_a_web_page_with_the_name_of_a_spreadsheet() -> None:
    page = (
        "<html><body><h3>Data Industri 2020</h3><table><tr><th rowspan=2>No</th><th rowspan=2>Nama Perusahaan</th>"
        "<th rowspan=2>NIB</th><th colspan=2>Tenaga Kerja</th></tr><tr><th>Laki-laki</th><th>Perempuan</th></tr>"
        "<tr><td>1</td><td>BATIK A</td><td>1234567890123</td><td>1</td><td>2</td></tr></table></body></html>"
    )
    found = read(SourceFile("siinas.xls", page.encode()))[0]
    assert [(row.value("nib"), row.value("workers"), row.value("workers_f")) for row in found.rows] == [
        ("1234567890123", 3, 2)
    ]
    assert found.as_of == "2020-12-31"


def test_xml_spreadsheet_of_2003() -> None:
    cells = "".join(
        "<Row>" + "".join(f'<Cell><Data ss:Type="String">{t}</Data></Cell>' for t in row) + "</Row>"
        for row in [["No", "Nama Usaha", "Pemilik", "No HP"], ["1", "Batik A", "Ani", "081200005717"]]
    )
    xml = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>'
        f"{cells}</Table></Worksheet></Workbook>"
    )
    assert values(read(SourceFile("a.xls", xml.encode()))[0], "phone") == ["+6281200005717"]


def test_formulas_are_not_evaluated() -> None:
    # openpyxl stores no cached value beside a formula: there is nothing to read, and nothing is computed.
    found = one([HEADER, [1, "Griya", "Ani", "081200005717", "=2*5000000", ""]])
    assert found.rows[0].value("turnover_year_low") is None


def _encrypted() -> bytes:
    out = BytesIO()
    OOXMLFile(BytesIO(workbook({"A": [HEADER, *ROWS]}))).encrypt("sandi", out)
    return out.getvalue()


def _bomb() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(320):
                part.write(b"0" * 1_000_000)
    return out.getvalue()


def _docx() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", "<document/>")
    return out.getvalue()


def _far_cell() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook({"A": [HEADER, *ROWS]}))) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename.endswith("sheet1.xml"):
                data = data.replace(
                    b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
                )
            target.writestr(entry, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xlsx", b"", "empty"),
        ("a.csv", b"\n \n", "empty"),
        ("a.xlsx", _encrypted(), "encrypted"),
        ("a.xlsx", _bomb(), "zip_bomb"),
        ("a.xlsx", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 4, "not_a_list"),
        ("a.csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not_a_list"),
        ("a.xlsx", _docx(), "not_a_list"),
        ("a.csv", b"MZ\x90\x00\x03\x00\x00\x00", "not_a_list"),
        ("a.xlsx", workbook({"A": [HEADER, *ROWS]})[:-400], "damaged"),
        ("a.xlsx", _far_cell(), "too_many_rows"),
        ("a.csv", b"Selamat pagi\nIni bukan daftar\n", "no_table"),
        ("a.csv", ";".join(HEADER).encode(), "no_rows"),
        ("a.xlsx", workbook({"A": [[f"kolom {n}" for n in range(300)]]}), "too_many_columns"),
        ("a.csv", b"Nama Usaha;No HP\n" + b"x" * 40_000 + b";081200005717\n", "cell_too_long"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_code(name: str, data: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(SourceFile(name, data))
    assert caught.value.code == code
    assert caught.value.name == name


def test_the_password_of_the_test_is_real() -> None:
    assert msoffcrypto.OfficeFile(BytesIO(_encrypted())).is_encrypted()


def test_limits_are_kept() -> None:
    data = workbook({"A": [HEADER, *ROWS], "B": [HEADER, *ROWS]})
    for limits, code in [
        (Limits(file_bytes=100), "too_large"),
        (Limits(sheets=1), "too_many_sheets"),
        (Limits(rows=2), "too_many_rows"),
        (Limits(columns=3), "too_many_columns"),
    ]:
        with pytest.raises(UnreadableFile) as caught:
            read_sheets(SourceFile("a.xlsx", data), limits)
        assert caught.value.code == code


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.binary(max_size=400), st.text(max_size=300).map(str.encode)),
    st.sampled_from(["a.csv", "a.xlsx", "a.xls"]),
)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    try:
        read(SourceFile(name, data))
    except UnreadableFile as problem:
        assert problem.code


@settings(max_examples=60, deadline=None)
@given(st.binary(min_size=1, max_size=40), st.integers(0, 6000))
def test_a_damaged_workbook_is_read_or_refused(noise: bytes, at: int) -> None:
    data = bytearray(workbook({"A": [HEADER, *ROWS]}))
    at %= len(data)
    data[at : at + len(noise)] = noise
    try:
        read(SourceFile("a.xlsx", bytes(data)))
    except UnreadableFile as problem:
        assert problem.code


def test_a_date_given_by_the_caller_wins() -> None:
    rows = [["Nama Usaha", "Pemilik", "No HP", "Usaha sejak"], ["A Batik", "Ani", "081200005717", "10 tahun"]]
    assert values(one(rows, name="data 2016.xlsx"), "since") == [2006]
    assert values(one(rows, name="data 2016.xlsx", as_of=date(2018, 1, 1)), "since") == [2008]
    assert places().kelurahan("Serua") is not None


def test_a_delimiter_inside_an_unquoted_address_is_put_back() -> None:
    text = (
        "No,Nama Usaha,Pemilik,Alamat,No HP,NIK,Tahun Berdiri\n"
        "1,Batik A,Ani,Jl. Mawar No 1, Serua, Ciputat,081200005717,3674071805860000,2010\n"
        "2,Batik B,Budi,Jl. Melati No 2,081300006028,3674036303660000,2011\n"
        "3,Batik C,Cici,Jl. Kenanga 3, Setu,,,2012\n"
    )
    found = read(SourceFile("a.csv", text.encode()))[0]
    assert values(found, "phone") == ["+6281200005717", "+6281300006028", None]
    assert values(found, "since") == [2010, 2011, 2012]
    assert values(found, "kelurahan") == ["Serua", None, None]
    assert values(found, "kecamatan") == ["Ciputat", None, "Setu"]
