"""Phone numbers as E.164, exactly as written: a mistyped number stays mistyped, with a doubt.

Written forms: 0812-0000-5717 (WA), +62 812…, 62812…, 812… (a lost zero), 021-7490000, several in one cell. A number
shown as 8.13E+10 has lost its digits and is missing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from binakriya.engines.reading.records import Cell, Note, plain, shown
from binakriya.engines.reading.values.blanks import is_nothing
from binakriya.engines.reading.values.numbers import unscientific
from binakriya.engines.reading.values.said import doubt

_SCIENTIFIC = re.compile(r"^\s*\d+(?:[.,]\d+)?\s*[eE]\s*\+?\s*\d+\s*$")
_SPLIT = re.compile(r"[/;,|&\n\r]|\s+(?:dan|atau|and|or|dg|sd)\s+|\s{2,}|\s[-–—]\s", re.I)
_RUN = re.compile(r"\+?\(?(?:\d|(?<![A-Za-z])[Ool])(?:[\d\s().\-–—_OolI'’]*[\dOol])?")
_EMAIL = re.compile(r"\S+@\S+")


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as E.164, whether it is a mobile one, and doubts about it."""

    number: str
    mobile: bool
    warnings: tuple[Note, ...] = ()


def parse_phones(cell: Cell) -> tuple[list[Phone], tuple[Note, ...]]:
    """All numbers of a cell in order, and doubts about what is not a number."""
    if isinstance(cell, bool) or cell is None:
        return [], ()
    raw = plain(cell) if isinstance(cell, str) else shown(cell)
    text = _EMAIL.sub(" ", raw.strip())
    if is_nothing(shown(raw)):
        return [], ()
    if _SCIENTIFIC.match(text):
        exact = unscientific(text)
        if exact is None:
            return [], doubt("digits_lost", text=text)
        text = exact
    if re.fullmatch(r"['’`]?\+?\d{8,15}[.,]0", text):
        text = text[:-2]
    phones: list[Phone] = []
    warnings: tuple[Note, ...] = ()
    for part in _parts(text[:400]):
        for found in _RUN.finditer(part):
            for digits, plus in _cut(found[0]):
                phone = _phone(digits, plus)
                if phone is None:
                    if len(digits) >= 5:
                        warnings += doubt("no_area_code" if len(digits) >= 6 else "too_short", text=found[0].strip())
                elif all(phone.number != other.number for other in phones):
                    phones.append(phone)
    if not phones and not warnings:
        warnings = doubt("no_phone", text=shown(raw)[:80])
    return phones, warnings


def _parts(text: str) -> list[str]:
    """The text cut between numbers, not within one that is spaced out ("0812 - 0000 - 5717")."""
    parts = _SPLIT.split(text)
    digits = [sum(letter.isdigit() for letter in part) for part in parts]
    if len(parts) > 1 and max(digits) < 7 and 9 <= sum(digits) <= 14:
        return [" ".join(parts)]
    return parts


def _cut(run: str) -> list[tuple[str, bool]]:
    """Digits of a run, cut where a second number begins after a space."""
    plus = run.lstrip("( ").startswith("+")
    letters = re.search(r"[OolI]", run)
    cleaned = run.translate(str.maketrans("OolI", "0011")) if letters and sum(c.isdigit() for c in run) >= 7 else run
    digits = re.sub(r"\D", "", cleaned)
    if len(digits) > 16:
        pieces = [""]
        for group in cleaned.split():
            if len(re.sub(r"\D", "", pieces[-1])) >= 9 and re.match(r"[+(]*(?:0[28]|628|8)", group):
                pieces.append("")
            pieces[-1] += group
        if len(pieces) > 1:
            return [(re.sub(r"\D", "", piece), piece.startswith("+")) for piece in pieces]
    return [(digits, plus)]


def _phone(digits: str, plus: bool) -> Phone | None:
    if plus and not digits.startswith(("62", "0")):
        return Phone("+" + digits, False, doubt("foreign_number")) if 7 <= len(digits) <= 15 else None
    if digits.startswith("0062"):
        digits = digits[2:]
    if digits.startswith("62") and (plus or len(digits) >= 9):
        national = digits[2:].lstrip("0") if digits[2:3] == "0" else digits[2:]
    elif digits.startswith("0"):
        national = digits[1:] if not digits.startswith("00") else digits.lstrip("0")
    elif (digits.startswith("8") and len(digits) >= 8) or (digits.startswith("21") and 9 <= len(digits) <= 10):
        national = digits
    else:
        return None
    if not 6 <= len(national) <= 16:
        return None
    mobile = national.startswith("8")
    warnings: tuple[Note, ...] = ()
    if (mobile and not 9 <= len(national) <= 12) or (not mobile and not 8 <= len(national) <= 11):
        warnings = doubt("unusual_length", digits=len(national) + 1)
    elif len(set(national)) <= 2:
        warnings = doubt("placeholder")
    if len(set(national)) == 1:
        return None
    return Phone("+62" + national, mobile, warnings)
