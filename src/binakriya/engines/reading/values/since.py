"""The year in which a business began: "2001", "Tahun 2001", "2001 (izin 2003)", "12 tahun", "sejak Maret 2010".

Rule: a duration counts back from the date of the list; the first year named counts, later ones are of licences.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from binakriya.engines.reading.records import Cell, Note, shown
from binakriya.engines.reading.values.blanks import is_nothing
from binakriya.engines.reading.values.dates import MONTHS, parse_date
from binakriya.engines.reading.values.numbers import words_to_number
from binakriya.engines.reading.values.said import Said, doubt

_YEAR = re.compile(r"(?<![\d.,])(1[89]\d\d|20\d\d)(?![\d]|[.,]\d)")
_YEARS = re.compile(r"(\d{1,3}(?:[.,]\d)?)\s*(?:-an)?\s*\+?\s*(?:tahun|thn|th|years?|yrs?|taun)\b\.?", re.I)
_MONTHS = re.compile(r"(\d{1,3})\s*\+?\s*(?:bulan|bln|months?)\b", re.I)
_WORD_YEARS = re.compile(r"((?:\w+\s+){0,2}\w+)\s+(tahun|thn|th|bulan|bln)\b", re.I)
_DECADE = re.compile(r"(?<!\d)(?:19|20)?([5-9]0|[01]0)\s*-?\s*an\b", re.I)
_DURATION_HEADER = re.compile(r"\blama\b|\busia\b|\bumur\b|\bberapa tahun\b|\blamanya\b|\bpengalaman\b", re.I)


def counts_years(header: str) -> bool:
    """True when a header asks how long, not since when."""
    return bool(_DURATION_HEADER.search(header)) and not re.search(r"tahun berdiri|sejak tahun", header, re.I)


def understand_since(cell: Cell, *, as_of: date | None, header: str = "") -> Said:
    """The year of founding."""
    text = re.sub(r"^(\d+)\.0$", r"\1", shown(cell))
    if is_nothing(text):
        return Said(None, "not_said")
    if isinstance(cell, (date, datetime)) and cell.year == 1905:
        # A year typed into a cell that shows dates: 2001 is the 2001st day of the spreadsheet's calendar.
        return Said(
            (date(cell.year, cell.month, cell.day) - date(1899, 12, 30)).days, "year", doubt("year_shown_as_date")
        )
    if isinstance(cell, (date, datetime)):
        return _year(cell.year, "date", as_of)
    duration = counts_years(header)
    text = re.sub(r"(?<=\d)\s*\(\s*[a-z ]+?\s*\)(?=\s*(?:tahun|taun|thn|th|bulan|bln)\b)", "", text, flags=re.I)
    if re.fullmatch(r"\d{1,2}([.,]\d)?|\d{3}", text):
        number = float(text.replace(",", "."))
        if duration:
            return _back(number * 12, as_of, "duration")
        if len(text) == 2 and number >= 50:
            return Said(1900 + int(number), "short_year", doubt("short_year", text=text))
        if text.startswith("0") and len(text) == 2:
            return Said(2000 + int(number), "short_year", doubt("short_year", text=text))
        return Said(None, "not_said", doubt("year_or_duration", text=text), 2000 + int(number) if number < 50 else None)
    if re.fullmatch(r"\d{5}", text) and 20_000 < int(text) < 60_000:
        # a date as a spreadsheet counts days
        found = parse_date(int(text))
        return _year(found.year, "date", as_of) if found else Said(None, "not_said", doubt("no_year", text=text))
    if re.search(r"['’`]\s?\d{2}\b", text):
        number2 = int(re.findall(r"['’`]\s?(\d{2})\b", text)[0])
        limit = as_of.year % 100 if as_of else 30
        return Said(
            2000 + number2 if number2 <= limit else 1900 + number2, "short_year", doubt("short_year", text=text)
        )
    years = _YEAR.findall(text)
    decade = _DECADE.search(text)
    if decade:
        tens = int(decade[1])
        base = int(years[0]) if years else (1900 + tens if tens >= 50 else 2000 + tens)
        return Said(base, "decade", doubt("about", text=text))
    if years:
        warnings: tuple[Note, ...] = ()
        if len(set(years)) > 1:
            warnings = doubt("several_years", text=text)
        why = "year" if text == years[0] else "year_in_text"
        said = _year(int(years[0]), why, as_of)
        return Said(said.value, said.why, warnings + said.warnings, said.suggestion)
    total = 0.0
    if found_years := _YEARS.search(text):
        total += float(found_years[1].replace(",", ".")) * 12
    if found_months := _MONTHS.search(text):
        total += int(found_months[1])
    if total:
        return _back(total, as_of, "duration")
    if found_words := _WORD_YEARS.search(text):
        for words in (found_words[1], found_words[1].split()[-1]):
            count = words_to_number(words)
            if count is not None:
                return _back(float(count) * (12 if found_words[2].lower().startswith("t") else 1), as_of, "duration")
    if re.search(r"\bsetahun\b", text, re.I):
        return _back(12, as_of, "duration")
    whole_date = parse_date(cell, latest=as_of.year if as_of else 2099, serial=False)
    if whole_date:
        return _year(whole_date.year, "date", as_of)
    short = re.search(rf"\b(?:{'|'.join(MONTHS)})\b[ -]*(\d{{2}})$", text, re.I)
    if short:
        number2 = int(short[1])
        return Said(2000 + number2 if number2 < 50 else 1900 + number2, "short_year", doubt("short_year", text=text))
    return Said(None, "not_said", doubt("no_year", text=text))


def _back(months: float, as_of: date | None, why: str) -> Said:
    if as_of is None:
        return Said(None, "not_said", doubt("list_date_unknown"))
    if months > 12 * 150:
        return Said(None, "not_said", doubt("no_year"))
    if months >= 12:
        # Said in years, it is counted in years: twelve years before a list of 2018 is 2006.
        return Said(as_of.year - int(months // 12), why)
    at = as_of.year * 12 + as_of.month - 1 - int(months)
    return Said(at // 12, why)


def _year(year: int, why: str, as_of: date | None) -> Said:
    if as_of is not None and year > as_of.year:
        return Said(year, why, doubt("later_than_list", year=year))
    if year < 1900:
        return Said(year, why, doubt("very_old", year=year))
    return Said(year, why)
