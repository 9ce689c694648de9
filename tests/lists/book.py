"""A list before it is a file: sheets of cells, and the rows in it that are about enterprises; and its writers."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from datetime import date, datetime
from html import escape
from pathlib import Path

import openpyxl
import xlwt
from odf import opendocument, table
from odf.text import P
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from tests.lists.sayings import Cell, Mention, Say, Understood

Merge = tuple[int, int, int, int]  # first row, first column, last row, last column; counted from 1


@dataclass(frozen=True, slots=True)
class DataRow:
    """One row about an enterprise. ``texts`` are the owner's and business's names as written in that row."""

    sheet: str
    row: int
    enterprise: str
    understood: Understood
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    header: Cell
    say: Say
    name: bool = False  # holds the owner's or the business's name


@dataclass(slots=True)
class Sheet:
    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    hidden: bool = False

    def add(self, *cells: Cell, indent: int = 0) -> int:
        """Append a row; its number as a spreadsheet counts it."""
        self.rows.append([None] * indent + list(cells))
        return len(self.rows)

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)


@dataclass(slots=True)
class Book:
    """One file's content; ``data`` grows with the rows that are about enterprises."""

    sheets: list[Sheet] = field(default_factory=list)
    data: list[DataRow] = field(default_factory=list)

    def sheet(self, name: str) -> Sheet:
        sheet = Sheet(name)
        self.sheets.append(sheet)
        return sheet

    def mention(
        self, sheet: Sheet, mention: Mention, columns: list[Column], *, also: Understood | None = None, indent: int = 0
    ) -> int:
        """Append the row of one enterprise; ``also`` is what its surroundings say (a section, a sheet's title)."""
        cells: list[Cell] = []
        understood: Understood = dict(also or {})
        texts: list[str] = []
        for column in columns:
            cell, said = column.say(mention)
            cells.append(cell)
            understood.update(said)
            if column.name:
                texts.append(str(cell))
        row = sheet.add(*cells, indent=indent)
        self.data.append(DataRow(sheet.name, row, mention.enterprise.id, understood, tuple(texts)))
        return row


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y %H:%M:%S}"
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return str(cell)


def write_xlsx(book: Book, path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for sheet in book.sheets:
        page = workbook.create_sheet(sheet.name)
        for row, cells in enumerate(sheet.rows, start=1):
            for column, value in enumerate(cells, start=1):
                if value is None:
                    continue
                cell = page.cell(row=row, column=column, value=value)
                if isinstance(value, datetime):
                    cell.number_format = "dd/mm/yyyy hh:mm"
                elif isinstance(value, date):
                    cell.number_format = "dd/mm/yyyy"
                elif isinstance(value, int | float) and abs(value) >= 10**9:
                    cell.number_format = "0"
        for first_row, first_column, last_row, last_column in sheet.merges:
            page.merge_cells(start_row=first_row, start_column=first_column, end_row=last_row, end_column=last_column)
            page.cell(first_row, first_column).alignment = Alignment(
                horizontal="center", vertical="center", wrap_text=True
            )
        page.cell(1, 1).font = Font(bold=True)
        for column in range(1, sheet.width + 1):
            page.column_dimensions[get_column_letter(column)].width = 16
        if sheet.hidden:
            page.sheet_state = "hidden"
    workbook.save(path)


def write_xls(book: Book, path: Path) -> None:
    workbook = xlwt.Workbook(encoding="utf-8")
    day, moment = xlwt.easyxf(num_format_str="DD/MM/YYYY"), xlwt.easyxf(num_format_str="DD/MM/YYYY HH:MM")
    for sheet in book.sheets:
        page = workbook.add_sheet(sheet.name, cell_overwrite_ok=True)
        for row, cells in enumerate(sheet.rows):
            for column, value in enumerate(cells):
                if value is None:
                    continue
                if isinstance(value, datetime):
                    page.write(row, column, value, moment)
                elif isinstance(value, date):
                    page.write(row, column, value, day)
                elif isinstance(value, str) and value.startswith("="):
                    page.write(row, column, xlwt.Formula(value[1:]))
                else:
                    page.write(row, column, value)
        for first_row, first_column, last_row, last_column in sheet.merges:
            page.merge(first_row - 1, last_row - 1, first_column - 1, last_column - 1)
        if sheet.hidden:
            page.visibility = 1
    workbook.save(str(path))


def write_ods(book: Book, path: Path) -> None:
    """With the thousand repeated empty rows and columns that office suites leave at the end."""
    document = opendocument.OpenDocumentSpreadsheet()
    for sheet in book.sheets:
        page = table.Table(name=sheet.name)
        spans = {(r, c): (last_r - r + 1, last_c - c + 1) for r, c, last_r, last_c in sheet.merges}
        covered = {
            (row, column)
            for r, c, last_r, last_c in sheet.merges
            for row in range(r, last_r + 1)
            for column in range(c, last_c + 1)
        } - set(spans)
        for row, cells in enumerate(sheet.rows, start=1):
            line = table.TableRow()
            for column, value in enumerate(cells, start=1):
                if (row, column) in covered:
                    line.addElement(table.CoveredTableCell())
                else:
                    line.addElement(_ods_cell(value, spans.get((row, column))))
            line.addElement(table.TableCell(numbercolumnsrepeated=1000))
            page.addElement(line)
        last = table.TableRow(numberrowsrepeated=1000)
        last.addElement(table.TableCell(numbercolumnsrepeated=1000 + sheet.width))
        page.addElement(last)
        document.spreadsheet.addElement(page)
    document.save(str(path))


def _ods_cell(value: Cell, span: tuple[int, int] | None) -> table.TableCell:
    attributes: dict[str, object] = {}
    if span:
        attributes = {"numberrowsspanned": span[0], "numbercolumnsspanned": span[1]}
    if value is None:
        return table.TableCell(**attributes)
    if isinstance(value, str) and value.startswith("="):
        return table.TableCell(formula="of:" + value, valuetype="float", value=0, **attributes)
    if isinstance(value, date):
        cell = table.TableCell(valuetype="date", datevalue=value.isoformat(), **attributes)
    elif isinstance(value, int | float):
        cell = table.TableCell(valuetype="float", value=value, **attributes)
    else:
        cell = table.TableCell(valuetype="string", **attributes)
    for line in _text(value).split("\n"):
        cell.addElement(P(text=line))
    return cell


def write_csv(
    book: Book,
    path: Path,
    *,
    delimiter: str = ",",
    encoding: str = "utf-8",
    quote_all: bool = False,
    line_end: str = "\r\n",
    bom: bool = False,
) -> None:
    """The first sheet; a row without any value is a blank line."""
    sheet = book.sheets[0]
    with path.open("w", encoding=encoding, newline="", errors="strict") as stream:
        if bom:
            stream.write("\ufeff")
        quoting = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
        writer = csv.writer(stream, delimiter=delimiter, lineterminator=line_end, quoting=quoting)
        for cells in sheet.rows:
            if all(cell is None for cell in cells):
                stream.write(line_end)
            else:
                # A code page without the unbreakable hyphen gets the plain one, as an office suite's export does.
                texts = [_text(cell) for cell in cells]
                writer.writerow([text.replace("\u2011", "-") if encoding == "cp1252" else text for text in texts])


def write_html(book: Book, path: Path) -> None:
    """One HTML table, as web systems send it under an .xls name; a table row is a spreadsheet row."""
    sheet = book.sheets[0]
    lines = [
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>',
        '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><table border="1">',
    ]
    wide = {(r, c): last_c - c + 1 for r, c, _, last_c in sheet.merges}
    for row, cells in enumerate(sheet.rows, start=1):
        lines.append("<tr>")
        skip = 0
        for column in range(1, sheet.width + 1):
            if skip:
                skip -= 1
                continue
            span = wide.get((row, column), 1)
            skip = span - 1
            text = escape(_text(cells[column - 1] if column <= len(cells) else None)).replace("\n", "<br>")
            lines.append(f'<td colspan="{span}">{text}</td>' if span > 1 else f"<td>{text}</td>")
        lines.append("</tr>")
    lines.append("</table></body></html>")
    path.write_text("\n".join(lines), encoding="utf-8")
