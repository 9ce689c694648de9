"""xlsx, xlsm, xlsb, xls and ods, with python-calamine; merged cells where the file says them."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum, ZipError

from binakriya.engines.reading.errors import UnreadableFile
from binakriya.engines.reading.files.limits import Limits
from binakriya.engines.reading.files.opendocument import ods_spans
from binakriya.engines.reading.files.sheets import Sheet, Span
from binakriya.engines.reading.records import Cell

_FILLED_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*?(?<!/)>')
_ODS_REPEATED = re.compile(rb"<table:table-cell\b[^>]*?office:value-type=[^>]*?>")
_ODS_TIMES = re.compile(rb'number-columns-repeated="(\d+)"')
_ODS_ROW = re.compile(
    rb'<table:table-row\b[^>]*?number-rows-repeated="(\d+)"[^>]*?(?<!/)>(.*?)</table:table-row>', re.S
)


def read_workbook(data: bytes, limits: Limits) -> list[Sheet]:
    """Its work sheets in order, hidden ones marked; chart sheets left out."""
    if data.startswith(b"PK"):
        _check_extent(data, limits)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        metadata = book.sheets_metadata
    except (CalamineError, ZipError, ValueError, OSError) as error:
        raise _unreadable(error) from error
    if len(metadata) > limits.sheets:
        raise UnreadableFile("too_many_sheets", found=len(metadata), limit=limits.sheets)
    ods = ods_spans(data) if data.startswith(b"PK") else None
    sheets = []
    for entry in metadata:
        if entry.typ != SheetTypeEnum.WorkSheet:
            continue
        try:
            sheet = book.get_sheet_by_name(entry.name)
            height, width = sheet.total_height, sheet.total_width
            if height > limits.rows:
                raise UnreadableFile("too_many_rows", sheet=entry.name, found=height, limit=limits.rows)
            if width > limits.columns and height * width > limits.rows * limits.columns:
                raise UnreadableFile("too_many_columns", sheet=entry.name, found=width, limit=limits.columns)
            rows = [[_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
        except (CalamineError, ZipError, ValueError, OSError) as error:
            raise _unreadable(error) from error
        merged = ods.get(entry.name, ()) if ods is not None else _spans(sheet)
        sheets.append(
            Sheet(
                name=entry.name,
                rows=rows,
                merged=merged,
                merges_known=True,
                hidden=entry.visible != SheetVisibleEnum.Visible,
            )
        )
    return sheets


def _spans(sheet: CalamineSheet) -> tuple[Span, ...]:
    return tuple((top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ())


def _cell(value: Any) -> Cell:
    if value == "" and isinstance(value, str):
        return None
    if isinstance(value, (str, bool, int, float, datetime, date)):
        return value
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, timedelta):
        return value.total_seconds() / 86_400
    return None if value is None else str(value)


def _unreadable(error: BaseException) -> UnreadableFile:
    text = str(error).lower()
    if "password" in text or "encrypt" in text:
        return UnreadableFile("encrypted")
    return UnreadableFile("damaged", detail=str(error)[:200])


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _check_extent(data: bytes, limits: Limits) -> None:
    """One cell at the far corner would make the reader build a sheet of billions: look at the addresses first.

    Cells that hold only a format don't count; offices format whole columns.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for entry in archive.infolist():
            name = entry.filename.lower()
            if re.match(r"xl/worksheets/[^/]+\.xml$", name):
                rows, columns = 0, 0
                seen: set[bytes] = set()
                for letters, digits in _FILLED_CELL.findall(archive.read(entry)):
                    rows = max(rows, int(digits))
                    seen.add(letters)
                columns = max((_column(letters) for letters in seen), default=0)
                if rows > limits.rows:
                    raise UnreadableFile("too_many_rows", found=rows, limit=limits.rows)
                if columns > limits.columns:
                    raise UnreadableFile("too_many_columns", found=columns, limit=limits.columns)
            elif name == "content.xml":
                content = archive.read(entry)
                for cell in _ODS_REPEATED.findall(content):
                    times = _ODS_TIMES.search(cell)
                    if times and int(times[1]) > limits.columns:
                        raise UnreadableFile("too_many_columns", found=int(times[1]), limit=limits.columns)
                for count, inside in _ODS_ROW.findall(content):
                    if int(count) > limits.rows and b"office:value-type" in inside:
                        raise UnreadableFile("too_many_rows", found=int(count), limit=limits.rows)
