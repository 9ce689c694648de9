"""Citizen numbers, phone numbers, e-mail addresses and business numbers.

A NIK is 6 digits of region, 6 of birth date (day + 40 for women), 4 of serial. Spreadsheets keep 15 digits: the last
becomes 0, or the whole number 3.67E+15. So the first 15 digits (`nik15`), and the first 12 where the serial is
lost (`nik12`), are compared as levels of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_NOT_DIGIT = re.compile(r"\D")


@dataclass(frozen=True)
class Nik:
    digits: str
    """14 to 17 digits as written, also of an implausible number; "" when useless."""
    whole: str
    """All 16 digits when plausible and the serial is not zero."""
    first15: str
    first12: str
    serial_lost: bool
    born: date | None


NO_NIK = Nik("", "", "", "", False, None)


@lru_cache(maxsize=50_000)
def nik(text: str) -> Nik:
    if not text:
        return NO_NIK
    if "e+" in text.lower():
        return NO_NIK
    digits = _NOT_DIGIT.sub("", text)
    if not 14 <= len(digits) <= 17 or len(set(digits)) < 3:
        return NO_NIK
    if len(digits) != 16:
        return Nik(digits, "", "", "", False, None)
    day, month, year = int(digits[6:8]), int(digits[8:10]), int(digits[10:12])
    born = _birthday(day % 40 if day > 40 else day, month, year)
    if born is None:
        return Nik(digits, "", "", "", False, None)
    serial = digits[12:]
    lost = serial == "0000"
    return Nik(
        digits,
        "" if lost or (digits.endswith("0") and serial[:3] == "000") else digits,
        "" if serial[:3] == "000" else digits[:15],
        digits[:12],
        serial[:3] == "000",
        born,
    )


def _birthday(day: int, month: int, year: int) -> date | None:
    # two digits of year: owners are between about 15 and 99 when the list is made, so 00-15 means this century
    century = 2000 if year <= 15 else 1900
    try:
        return date(century + year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=100_000)
def phone(text: str) -> str:
    """National significant number: digits without 62 or 0; "" when fewer than 7 remain."""
    digits = _NOT_DIGIT.sub("", text)
    if digits.startswith("62"):
        digits = digits[2:]
    digits = digits.lstrip("0")
    return digits if len(digits) >= 7 and len(set(digits)) > 2 else ""


def is_mobile(number: str) -> bool:
    """Whether a national significant number is a mobile one (they begin with 8)."""
    return number.startswith("8")


def email(text: str) -> str:
    text = text.strip().lower()
    return text if "@" in text else ""


def nib(text: str) -> str:
    digits = _NOT_DIGIT.sub("", text)
    return digits if len(digits) == 13 and len(set(digits)) > 2 else ""
