"""The date of a list, from which "12 tahun" counts back.

Best first: time stamps of a form; a date or year in titles or footers ("Keadaan per 31 Desember 2017"), for the
list itself knows best; the date that the caller gives; the file's name; another list of the same batch; the newest
date in the list; when the file was changed; the caller's default.
"""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime
from io import BytesIO

from binakriya.engines.reading.finding import Found
from binakriya.engines.reading.records import letter_of
from binakriya.engines.reading.titles import date_said
from binakriya.engines.reading.values.dates import is_day_first, parse_date, parse_moment


def date_lists(found: list[Found], as_of: date | None, default: date | None) -> None:
    for one in found:
        one.as_of, one.as_of_why = _own_date(one)
    known = [one.as_of for one in found if one.as_of is not None]
    for one in found:
        if as_of is not None and one.as_of_why in ("unknown", "file_name"):
            one.as_of, one.as_of_why = as_of, "given"
        elif one.as_of is None:
            modified = one.file.modified or _core_date(one.file.data)
            if known:
                one.as_of, one.as_of_why = max(known), "other_list"
            elif newest := _newest_date(one):
                one.as_of, one.as_of_why = newest, "newest_date"
            elif modified:
                one.as_of, one.as_of_why = modified, "file_modified"
            elif default:
                one.as_of, one.as_of_why = default, "default"


def _own_date(found: Found) -> tuple[date | None, str]:
    stamps: list[datetime] = []
    fields = {(c.sheet, c.table, c.letter): c.field for c in found.columns}
    for table in found.tables:
        for index in range(len(table.headers)):
            if fields.get((table.sheet, table.table, letter_of(table.first_column + index))) != "filled_at":
                continue
            cells = [row.cells[index] for row in table.rows if index < len(row.cells)]
            day_first = is_day_first(cells)
            stamps += [
                moment
                for cell in cells
                if (moment := parse_moment(cell, day_first=day_first)) and 1990 <= moment.year <= 2100
            ]
    if stamps:
        return max(stamps).date(), "timestamps"
    for texts, why in (
        (found.texts, "title"),
        (found.foot_texts, "footer"),
        ([_bare_name(found.file.name)], "file_name"),
    ):
        said = date_said(texts)
        if said is not None:
            return said, why
    return None, "unknown"


def _newest_date(found: Found) -> date | None:
    """The newest date in columns of dates (of joining, of a licence): the list is not older."""
    fields = {(c.sheet, c.table, c.letter): c.why for c in found.columns if c.field == "other"}
    dates: list[date] = []
    for table in found.tables:
        for index in range(len(table.headers)):
            if (table.sheet, table.table, letter_of(table.first_column + index)) not in fields:
                continue
            for row in table.rows:
                cell = row.cells[index] if index < len(row.cells) else None
                if (
                    isinstance(cell, (date, str))
                    and (day := parse_date(cell, serial=False))
                    and 2000 <= day.year <= 2100
                ):
                    dates.append(day)
    return max(dates, default=None)


def _bare_name(name: str) -> str:
    return re.sub(r"[_\-.]+", " ", name.rsplit(".", 1)[0])


def _core_date(data: bytes) -> date | None:
    """When an xlsx says that it was last saved."""
    if not data.startswith(b"PK"):
        return None
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            text = archive.read("docProps/core.xml").decode("utf-8", "replace")
    except (KeyError, zipfile.BadZipFile, OSError, RuntimeError):
        return None
    stamp = re.search(r"<dcterms:modified[^>]*>(\d{4}-\d\d-\d\d)", text)
    try:
        return date.fromisoformat(stamp[1]) if stamp else None
    except ValueError:
        return None
