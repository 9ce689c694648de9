"""Files that people open in a spreadsheet: no cell may be taken for a formula."""

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence

from openpyxl import Workbook

from binakriya.foundation.rules.text import writable

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""Of a workbook, for the browser."""
# OWASP, "CSV injection": what a spreadsheet takes for the begin of a formula, or trims to reach one.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(value: object) -> str | int | float:
    """Numbers stay numbers; text that a spreadsheet would calculate gets an apostrophe in front."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int | float):
        return value
    # No workbook holds these (XML 1.0, section 2.2): one stored name must not break a whole download.
    text = writable(str(value))
    return f"'{text}" if _calculated(text) else text


def as_written(text: str) -> str:
    """The text that `safe_cell` put out, as it was before: its apostrophe goes, and no other one."""
    return text[1:] if text.startswith("'") and _calculated(text[1:]) else text


def _calculated(text: str) -> bool:
    # An apostrophe of one's own before a sign gets a second one, so that each text is read back as itself.
    return text.lstrip(" '").startswith(_RISKY)


def csv_lines(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """CSV text row by row, for streaming; the first piece begins with a byte order mark, so that Excel reads UTF-8."""
    first = "\ufeff"
    for row in rows:
        buffer = io.StringIO()
        csv.writer(buffer).writerow([safe_cell(cell) for cell in row])
        yield first + buffer.getvalue()
        first = ""


def workbook_file(
    rows: Iterable[Sequence[object]], *, title: str, frozen: str = "B2"
) -> tempfile.SpooledTemporaryFile[bytes]:
    """One sheet as XLSX, written row by row; the cell `frozen` and what lies beyond it scrolls. The caller closes it
    (a response that sends it does)."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = frozen
    for row in rows:
        sheet.append([safe_cell(cell) for cell in row])
    file = tempfile.SpooledTemporaryFile(max_size=8_000_000)  # noqa: SIM115
    book.save(file)
    file.seek(0)
    return file
