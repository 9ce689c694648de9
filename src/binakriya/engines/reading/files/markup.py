"""Web pages and XML of 2003 that carry a spreadsheet's name: what many portals give when asked for "Excel"."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from xml.etree.ElementTree import ParseError, XMLParser

from binakriya.engines.reading.errors import UnreadableFile
from binakriya.engines.reading.files.limits import Limits
from binakriya.engines.reading.files.sheets import Sheet, Span
from binakriya.engines.reading.files.text import decode
from binakriya.engines.reading.records import Cell

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"


class _Tables(HTMLParser):
    """Outermost tables one below the other, as a spreadsheet program shows such a page."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(convert_charrefs=True)
        self.limits = limits
        self.rows: list[list[Cell]] = []
        self.merged: list[Span] = []
        self._taken: dict[tuple[int, int], bool] = {}
        self._text: list[str] | None = None
        self._span = (1, 1)
        self._column = 0
        self._hidden = 0
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("style", "script", "title"):
            self._hidden += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1 and self.rows:
                self.rows.append([])
        elif tag == "tr":
            self._close_cell()
            self.rows.append([])
            self._column = 0
            if len(self.rows) > self.limits.rows:
                raise UnreadableFile("too_many_rows", found=len(self.rows), limit=self.limits.rows)
        elif tag in ("td", "th"):
            self._close_cell()
            named = dict(attrs)
            self._span = (_count(named.get("rowspan")), _count(named.get("colspan")))
            self._text = []
        elif tag in ("br", "p", "div", "li") and self._text is not None:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script", "title"):
            self._hidden = max(0, self._hidden - 1)
        elif tag in ("td", "th", "tr", "table"):
            self._close_cell()
            if tag == "table":
                self._depth = max(0, self._depth - 1)

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if self._text is not None:
            self._text.append(re.sub(r"\s+", " ", data))
        elif data.strip() and self._depth == 0:
            self.rows.append([data.strip()])

    def _close_cell(self) -> None:
        if self._text is None:
            return
        text = re.sub(r" *\n *", "\n", "".join(self._text)).strip()
        self._text = None
        if not self.rows:
            self.rows.append([])
        number = len(self.rows) - 1
        while self._taken.get((number, self._column)):
            self._column += 1
        height, width = self._span
        if self._column + width > self.limits.columns:
            raise UnreadableFile("too_many_columns", found=self._column + width, limit=self.limits.columns)
        row = self.rows[number]
        row.extend([None] * (self._column + width - len(row)))
        row[self._column] = text or None
        if height > 1 or width > 1:
            self.merged.append((number, self._column, number + height - 1, self._column + width - 1))
            for down in range(1, height):
                for right in range(width):
                    self._taken[number + down, self._column + right] = True
        self._column += width


def _count(text: str | None) -> int:
    return min(int(text), 1000) if text and text.strip().isdigit() and int(text) > 0 else 1


def read_html(data: bytes, limits: Limits) -> list[Sheet]:
    """One sheet. Raises `UnreadableFile` when the page holds no table."""
    text, notes = decode(data)
    parser = _Tables(limits)
    parser.feed(text)
    parser.close()
    if not any(len(row) > 1 for row in parser.rows):
        raise UnreadableFile("not_a_list", kind="web_page")
    return [Sheet("", parser.rows, tuple(parser.merged), merges_known=True, kind="html", notes=notes)]


class _Workbook2003:
    """A target for the XML parser: builds sheets while reading, so that no tree is kept."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.sheets: list[Sheet] = []
        self._rows: list[list[Cell]] = []
        self._merged: list[Span] = []
        self._row = -1
        self._column = -1
        self._type = "String"
        self._text: list[str] | None = None
        self._pending_across = 0

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        if tag == _SS + "Worksheet":
            self._rows, self._merged, self._row = [], [], -1
            self.sheets.append(Sheet(attrs.get(_SS + "Name", ""), self._rows, merges_known=True, kind="xml"))
        elif tag == _SS + "Row":
            self._row = int(attrs.get(_SS + "Index", self._row + 2)) - 1
            self._column = -1
            if self._row > self.limits.rows:
                raise UnreadableFile("too_many_rows", found=self._row, limit=self.limits.rows)
            while len(self._rows) <= self._row:
                self._rows.append([])
        elif tag == _SS + "Cell":
            self._column = int(attrs.get(_SS + "Index", self._column + 2)) - 1
            across, down = int(attrs.get(_SS + "MergeAcross", 0)), int(attrs.get(_SS + "MergeDown", 0))
            if self._column + across > self.limits.columns:
                raise UnreadableFile("too_many_columns", found=self._column + across, limit=self.limits.columns)
            if across or down:
                self._merged.append((self._row, self._column, self._row + down, self._column + across))
            self._place(None)
            self._pending_across = across
        elif tag == _SS + "Data":
            self._type = attrs.get(_SS + "Type", "String")
            self._text = []

    def data(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def end(self, tag: str) -> None:
        if tag == _SS + "Data" and self._text is not None:
            text = "".join(self._text)
            self._text = None
            number = re.fullmatch(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", text) if self._type == "Number" else None
            self._place(float(text) if number else text or None)
        elif tag == _SS + "Cell":
            self._column += self._pending_across
        elif tag == _SS + "Worksheet":
            last = self.sheets.pop()
            self.sheets.append(Sheet(last.name, self._rows, tuple(self._merged), True, kind="xml"))

    def close(self) -> list[Sheet]:
        return self.sheets

    def _place(self, cell: Cell) -> None:
        row = self._rows[self._row]
        row.extend([None] * (self._column + 1 - len(row)))
        if cell is not None:
            row[self._column] = cell


def read_xml_2003(data: bytes, limits: Limits) -> list[Sheet]:
    """Its work sheets. A document type declaration, which could swell, is refused."""
    if b"<!ENTITY" in data or b"<!DOCTYPE" in data:
        raise UnreadableFile("not_a_list", kind="xml")
    parser = XMLParser(target=_Workbook2003(limits))  # noqa: S314 - no entities: refused above
    try:
        parser.feed(data)
        sheets: list[Sheet] = parser.close()  # type: ignore[assignment]
    except (ParseError, ValueError) as error:
        raise UnreadableFile("damaged", detail=str(error)) from error
    if len(sheets) > limits.sheets:
        raise UnreadableFile("too_many_sheets", found=len(sheets), limit=limits.sheets)
    return sheets
