"""Dates with Indonesian or English month names, in figures, or as a spreadsheet's serial number.

Rule: day before month, unless the column shows that it is the other way round (`day_first=False`) or the figures allow
only one reading. Two-digit years belong to the past: they are never later than the list.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from binakriya.engines.reading.records import Cell, shown

MONTHS = {
    "januari": 1,
    "jan": 1,
    "january": 1,
    "februari": 2,
    "feb": 2,
    "pebruari": 2,
    "peb": 2,
    "february": 2,
    "febuari": 2,
    "maret": 3,
    "mar": 3,
    "mrt": 3,
    "march": 3,
    "april": 4,
    "apr": 4,
    "mei": 5,
    "may": 5,
    "juni": 6,
    "jun": 6,
    "june": 6,
    "juli": 7,
    "jul": 7,
    "july": 7,
    "agustus": 8,
    "agu": 8,
    "ags": 8,
    "agt": 8,
    "agst": 8,
    "agus": 8,
    "agust": 8,
    "aug": 8,
    "august": 8,
    "september": 9,
    "sep": 9,
    "sept": 9,
    "spt": 9,
    "oktober": 10,
    "okt": 10,
    "oct": 10,
    "october": 10,
    "nopember": 11,
    "november": 11,
    "nop": 11,
    "nov": 11,
    "desember": 12,
    "des": 12,
    "dec": 12,
    "december": 12,
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY_NAMED = re.compile(rf"(\d{{1,2}})\s*[-./ ]*\s*({_MONTH})(?![a-z])\.?\s*[-./, ]*\s*['’`]?(\d{{4}}|\d{{2}})\b", re.I)
_NAMED_DAY = re.compile(rf"\b({_MONTH})\b\.?\s*(\d{{1,2}})(?:st|nd|rd|th)?\s*[, ]\s*(\d{{4}})\b", re.I)
_ISO = re.compile(r"(?<!\d)(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)")
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*['’]?(\d{4}|\d{2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(\d{2})(\d{2})(\d{4})(?!\d)")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*(am|pm)?", re.I)
_EXCEL_EPOCH = date(1899, 12, 30)


def day(year: int, month: int, number: int) -> date | None:
    """The date, or None when there is none such."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _full_year(text: str, latest: int) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return 2000 + year if 2000 + year <= latest else 1900 + year


def parse_date(cell: Cell, *, day_first: bool = True, latest: int = 2099, serial: bool = True) -> date | None:
    """The date that a cell says. `latest`: no two-digit year is read as later than this."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, (int, float)):
        if serial and 3_000 < cell < 60_000:
            return _EXCEL_EPOCH + timedelta(days=int(cell))
        cell = shown(cell)
        if len(cell) == 7:
            cell = "0" + cell
    text = shown(cell)
    if len(text) > 300:
        return None
    if found := _DAY_NAMED.search(text):
        return day(_full_year(found[3], latest), MONTHS[found[2].lower()], int(found[1]))
    if found := _NAMED_DAY.search(text):
        return day(int(found[3]), MONTHS[found[1].lower()], int(found[2]))
    if found := _ISO.search(text):
        return day(int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.search(text):
        first, second, year = int(found[1]), int(found[2]), _full_year(found[3], latest)
        if not day_first:
            first, second = second, first
        return day(year, second, first) or day(year, first, second)
    if found := _COMPACT.search(text):
        return day(int(found[3]), int(found[2]), int(found[1]))
    if serial and re.fullmatch(r"\d{5}", text) and 3_000 < int(text) < 60_000:
        return _EXCEL_EPOCH + timedelta(days=int(text))
    return None


def parse_moment(cell: Cell, *, day_first: bool = True) -> datetime | None:
    """Date and time of a form's time stamp (midnight when only the date is given)."""
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool) and 20_000 < cell < 60_000:
        return datetime.combine(_EXCEL_EPOCH, datetime.min.time()) + timedelta(days=float(cell))
    found = parse_date(cell, day_first=day_first)
    if found is None:
        return None
    rest = re.sub(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}", " ", shown(cell), count=1)
    clock = _TIME.search(rest)
    if clock is None:
        return datetime.combine(found, datetime.min.time())
    hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
    if clock[4]:
        hour = hour % 12 + (12 if clock[4].lower() == "pm" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return datetime.combine(found, datetime.min.time())
    return datetime.combine(found, datetime.min.time()).replace(hour=hour, minute=minute, second=second)


def is_day_first(cells: list[Cell]) -> bool:
    """False when the dates of a column can only be read month first (10/29/2018)."""
    first_big = second_big = 0
    for cell in cells:
        if isinstance(cell, str) and (found := _FIGURES.search(cell)):
            first_big += int(found[1]) > 12
            second_big += int(found[2]) > 12
    return not (second_big > 0 and first_big == 0)
