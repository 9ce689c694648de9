"""Bytes and a file name -> sheets of raw cells, bounded before anything is parsed.

Spreadsheets are opened with python-calamine, which never evaluates a formula: the value that the program stored beside
it is read. Text files may be in any usual encoding and delimiter. Web pages that were saved under a spreadsheet's name
(as many portals export) and XML spreadsheets of 2003 are read too.
"""

from __future__ import annotations

from binakriya.engines.reading.errors import UnreadableFile
from binakriya.engines.reading.files.kinds import kind_of
from binakriya.engines.reading.files.limits import STANDARD, Limits
from binakriya.engines.reading.files.markup import read_html, read_xml_2003
from binakriya.engines.reading.files.sheets import Sheet, bounded
from binakriya.engines.reading.files.text import read_text
from binakriya.engines.reading.files.workbook import read_workbook
from binakriya.engines.reading.records import SourceFile

__all__ = ["STANDARD", "Limits", "Sheet", "read_sheets"]


def read_sheets(file: SourceFile, limits: Limits = STANDARD) -> list[Sheet]:
    """The sheets of a file, hidden ones marked. Raises `UnreadableFile`."""
    try:
        kind = kind_of(file.data, limits)
        if kind == "workbook":
            sheets = read_workbook(file.data, limits)
        elif kind == "html":
            sheets = read_html(file.data, limits)
        elif kind == "xml":
            sheets = read_xml_2003(file.data, limits)
        else:
            sheets = [read_text(file.data, file.name, limits)]
        return [bounded(sheet, limits) for sheet in sheets]
    except UnreadableFile as problem:
        problem.name = file.name
        raise
