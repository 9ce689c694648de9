"""Merged cells of an OpenDocument spreadsheet, which the reader of cells does not tell."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.etree.ElementTree import ParseError, iterparse

from binakriya.engines.reading.files.sheets import Span

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def ods_spans(data: bytes) -> dict[str, tuple[Span, ...]] | None:
    """Sheet name -> merged ranges; None when the file is no OpenDocument spreadsheet."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            content = archive.read("content.xml")
    except (KeyError, zipfile.BadZipFile, OSError, RuntimeError):
        return None
    if b"<!ENTITY" in content or b"spanned=" not in content:
        return {}
    found: dict[str, tuple[Span, ...]] = {}
    spans: list[Span] = []
    row = column = 0
    name = ""
    try:
        for event, element in iterparse(BytesIO(content), events=("start", "end")):  # noqa: S314 - no entities
            if event == "start":
                if element.tag == _TABLE + "table":
                    name, spans, row = element.get(_TABLE + "name", ""), [], 0
                elif element.tag == _TABLE + "table-row":
                    column = 0
                elif element.tag in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
                    wide, high = _count(element, "number-columns-spanned"), _count(element, "number-rows-spanned")
                    if wide > 1 or high > 1:
                        spans.append((row, column, row + high - 1, column + wide - 1))
                    column += _count(element, "number-columns-repeated")
            elif element.tag == _TABLE + "table-row":
                row += _count(element, "number-rows-repeated")
                element.clear()
            elif element.tag == _TABLE + "table":
                found[name] = tuple(spans)
    except ParseError:
        return found
    return found


def _count(element: object, name: str) -> int:
    text = element.get(_TABLE + name, "1")  # type: ignore[attr-defined]
    return int(text) if text.isdigit() else 1
