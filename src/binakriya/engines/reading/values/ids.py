"""Numbers that identify: NIK (16 digits), NIB (13 digits), KBLI (5 digits), NPWP as written.

A NIK holds two digits each of province, city and kecamatan, then day (40 more for women), month and year of birth, then
four of a serial (UU 23/2006 with UU 24/2013 orders the number; the layout is general knowledge, to be verified [M]).
A spreadsheet keeps fifteen digits: a longer number shown as 3.67407E+15 has lost the rest and is missing.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from binakriya.engines.reading.records import Cell, Note, shown
from binakriya.engines.reading.values.blanks import is_nothing
from binakriya.engines.reading.values.dates import day
from binakriya.engines.reading.values.numbers import unscientific
from binakriya.engines.reading.values.said import Said, doubt

_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?\s*[eE]\s*\+?\s*\d+")
_LOOKALIKE = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"})


def _digits(cell: Cell) -> tuple[str, bool]:
    """The digits of a cell, and whether they are known to be lost."""
    if isinstance(cell, float):
        return (str(int(cell)), False) if cell.is_integer() and 0 <= cell < 1e17 else ("", True)
    text = shown(cell)
    if _SCIENTIFIC.search(text):
        exact = unscientific(text)
        return (exact, False) if exact else ("", True)
    if re.fullmatch(r"['’`]?\d{10,17}[.,]0+", text):
        text = re.split(r"[.,]", text)[0]
    if sum(letter.isdigit() for letter in text) >= 12 and re.fullmatch(r"[\dOolI\s.'’`-]+", text):
        text = text.translate(_LOOKALIKE)
    return re.sub(r"[\s.\-'’`_,]|(?<=\d)/(?=\d)", "", text), False


def birth_of_nik(nik: str, latest: int = 2099) -> tuple[date | None, str]:
    """The birth date and the sex (`L`, `P`) in a NIK; None and "" when the digits give no date."""
    if not re.fullmatch(r"\d{16}", nik):
        return None, ""
    number, month, year = int(nik[6:8]), int(nik[8:10]), int(nik[10:12])
    sex = "P" if number > 40 else "L"
    full = 2000 + year if 2000 + year <= latest - 10 else 1900 + year
    found = day(full, month, number - 40 if number > 40 else number)
    return found, sex if found else ""


def understand_nik(cell: Cell) -> Said:
    """A NIK of sixteen digits; any other length is missing, with a doubt."""
    text = shown(cell)
    if is_nothing(text):
        return Said(None, "not_said", () if len(text) < 6 else doubt("placeholder", text=text))
    digits, lost = _digits(cell)
    if lost:
        return Said(None, "not_said", doubt("digits_lost", text=text))
    runs = re.findall(r"(?<!\d)\d{16}(?!\d)", digits) or re.findall(r"(?<!\d)\d{16}(?!\d)", text)
    if not runs:
        found = re.sub(r"\D", "", digits)
        if len(set(found)) <= 1:
            return Said(None, "not_said", doubt("placeholder", text=text))
        return Said(None, "not_said", doubt("wrong_length", digits=len(found), wanted=16))
    nik = runs[0]
    if nik.endswith("0" * 8) or len(set(nik)) == 1:
        return Said(None, "not_said", doubt("digits_lost" if len(set(nik)) > 1 else "placeholder", text=text))
    warnings: tuple[Note, ...] = ()
    if birth_of_nik(nik)[0] is None:
        warnings += doubt("no_birth_date_in_nik")
    if isinstance(cell, (int, float)):
        warnings += doubt("stored_as_number")
    return Said(nik, "nik", warnings)


def understand_nib(cell: Cell) -> Said:
    """A NIB of thirteen digits; any other length is missing, with a doubt."""
    text = shown(cell)
    if is_nothing(text):
        return Said(None, "not_said")
    digits, lost = _digits(cell)
    if lost:
        return Said(None, "not_said", doubt("digits_lost", text=text))
    runs = re.findall(r"(?<!\d)\d{13}(?!\d)", digits) or re.findall(r"(?<!\d)\d{13}(?!\d)", text)
    if runs and len(set(runs[0])) > 1:
        return Said(runs[0], "nib")
    found = re.sub(r"\D", "", digits)
    if not found:
        return Said(None, "not_said", doubt("no_number", text=text[:80]))
    lost_zero = "0" + found if isinstance(cell, (int, float)) and len(found) == 12 else None
    return Said(None, "not_said", doubt("wrong_length", digits=len(found), wanted=13), lost_zero)


def understand_kbli(cell: Cell, known: Collection[str]) -> Said:
    """A KBLI code of five digits, also as "13134 - Industri Batik", "C13134", "13.134"."""
    text = shown(cell)
    if is_nothing(text):
        return Said(None, "not_said")
    runs = re.findall(r"(?<!\d)\d{5}(?!\d)", text)
    if not runs and re.fullmatch(r"[A-Za-z]?\s*[.\-]?\s*\d(?:[.\-\s]?\d){4}(?:[.,]0)?(?:\D.*)?", text):
        found = re.sub(r"\D", "", re.match(r"[A-Za-z]?\s*[.\-]?\s*(\d(?:[.\-\s]?\d){4})", text)[1])  # type: ignore[index]
        runs = [found]
    if not runs:
        digits = re.search(r"\d+", text)
        if digits:
            return Said(None, "not_said", doubt("wrong_length", digits=len(digits[0]), wanted=5))
        return Said(None, "not_said", doubt("no_number", text=text[:80]))
    warnings: tuple[Note, ...] = ()
    if known and runs[0] not in known:
        warnings += doubt("unknown_code", code=runs[0])
    if len(set(runs)) > 1:
        warnings += doubt("several_codes", codes=list(dict.fromkeys(runs)))
    return Said(runs[0], "kbli" if text == runs[0] else "kbli_in_text", warnings)
