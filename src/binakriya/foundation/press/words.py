"""Words, numbers and dates of official documents, in Indonesian ("id") and English ("en").

Numbers: 1.000 and 4,3 in Indonesian, 1,000 and 4.3 in English. Dates: "Jumat, 16 November 2018". Hours: "09.00–12.00".
Spaces are plain ones; the page layout keeps a number together with its unit.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

Language = Literal["id", "en"]
Number = int | float | Decimal

DAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS = {
    "id": (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
        *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
SCALES = {
    "id": ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu")),
    "en": ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand")),
}
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True)
class Phrase:
    """A text in Indonesian and, where it is known, in English."""

    id: str
    en: str = ""


Text = str | Phrase


def say(text: Text, language: Language) -> str:
    """The text in the language; Indonesian where no English was given."""
    if isinstance(text, str):
        return text
    return text.en if language == "en" and text.en else text.id


def date_words(day: dt.date, language: Language = "id") -> str:
    """16 November 2018, in both languages."""
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def day_and_date(day: dt.date, language: Language = "id") -> str:
    """Jumat, 16 November 2018 / Friday, 16 November 2018."""
    return f"{DAYS[language][day.weekday()]}, {date_words(day, language)}"


def clock(time: dt.time, language: Language = "id") -> str:
    """09.12 / 09:12."""
    return f"{time.hour:02d}{'.' if language == 'id' else ':'}{time.minute:02d}"


def hours_between(starts: dt.time | None, ends: dt.time | None, language: Language = "id", zone: str = "") -> str:
    """09.00–12.00 WIB; "09.00 WIB–selesai" without an end; empty without a start."""
    if starts is None:
        return ""
    tail = f" {zone}" if zone else ""
    if ends is None:
        return f"{clock(starts, language)}{tail}–{'selesai' if language == 'id' else 'finish'}"
    return f"{clock(starts, language)}–{clock(ends, language)}{tail}"


def number(value: Number, language: Language = "id", decimals: int | None = None) -> str:
    """1.000 and 4,3 (id), 1,000 and 4.3 (en). `decimals` rounds half up; without it digits stay, end zeros go."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if decimals is not None:
        written = f"{exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):,f}"
    else:
        written = f"{exact:,f}"
        if "." in written:
            written = written.rstrip("0").rstrip(".")
    if language == "id":
        written = written.translate({ord(","): ".", ord("."): ","})
    return written.replace("-", "−")


def scaled(value: Number, language: Language = "id") -> str:
    """A large number as it is said, to two decimals: 696 ribu, 1,32 juta / 696 thousand, 1.32 million."""
    exact = Decimal(str(value))
    for size, word in SCALES[language]:
        if abs(exact) >= size:
            share = (exact / size).quantize(Decimal("0.01"), ROUND_HALF_UP)
            return f"{number(share, language)} {word}"
    return number(exact, language)


def percent(value: Number, language: Language = "id", decimals: int | None = None) -> str:
    """3,88 persen / 3.88 per cent."""
    return f"{number(value, language, decimals)} {'persen' if language == 'id' else 'per cent'}"


def rupiah(value: Number, language: Language = "id") -> str:
    """Rp 4.900 (no decimals)."""
    return f"Rp {number(value, language, 0)}"


def usd_millions(value: Number, language: Language = "id") -> str:
    """747 juta dolar AS / USD 747 million."""
    if language == "id":
        return f"{number(value, language)} juta dolar AS"
    return f"USD {number(value, language)} million"


def joined(parts: Iterable[str], language: Language = "id", between: str = ", ") -> str:
    """A, B, dan C / A, B and C; two parts: A dan B."""
    words = [part for part in parts if part]
    if len(words) < 2:
        return "".join(words)
    last = "dan" if language == "id" else "and"
    comma = between.rstrip() if language == "id" and len(words) > 2 else ("" if between == ", " else between.rstrip())
    return f"{between.join(words[:-1])}{comma} {last} {words[-1]}"


def plural(count: int, one: str, many: str) -> str:
    """English only: 1 person, 2 people."""
    return f"{number(count, 'en')} {one if count == 1 else many}"


def roman(value: int) -> str:
    """I, II, III … for chapters (1 to 39)."""
    written = ""
    for size, letters in ROMAN:
        while value >= size:
            written += letters
            value -= size
    return written


def letter(position: int) -> str:
    """A, B … Z, AA … for a position counted from 0."""
    written = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        written = chr(65 + rest) + written
    return written


def sentence(text: str) -> str:
    """First letter large, a full stop at the end unless it ends in one already."""
    text = text.strip()
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if re.search(r"[.!?…][”\"')]?$", text) else f"{text}."
