"""Numbers as Indonesians write them: 1.500.000,00 and 22.5 and 2,5; words up to some thousands.

Rule for one kind of separator: repeated, it groups thousands; once and followed by exactly three digits (and not after
a leading zero), it groups too; otherwise it is the decimal mark. With both kinds the last one is the decimal mark.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

NUMBER = r"\d+(?:[.,'’]\d+)*"
_WORDS: dict[str, int | Decimal] = {
    "nol": 0,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "lapan": 8,
    "sembilan": 9,
    "sepuluh": 10,
    "sebelas": 11,
    "seratus": 100,
    "seribu": 1000,
    "setengah": Decimal("0.5"),
    "se": 1,
    "sejuta": 1_000_000,
    "semilyar": 1_000_000_000,
    "semiliar": 1_000_000_000,
}


def parse_number(text: str) -> Decimal | None:
    """The number that a text of digits and separators shows; None when it shows none."""
    text = text.strip().replace("’", "'").replace("'", "").replace(" ", "")
    if not re.fullmatch(r"\d+(?:[.,]\d+)*", text) or len(text) > 30:
        return None
    dots, commas = text.count("."), text.count(",")
    if dots and commas:
        decimal = "." if text.rfind(".") > text.rfind(",") else ","
        other = "," if decimal == "." else "."
        if text.count(decimal) > 1:
            text = text.replace(".", "").replace(",", "")
        else:
            text = text.replace(other, "").replace(decimal, ".")
    elif dots + commas:
        mark = "." if dots else ","
        parts = text.split(mark)
        grouped = all(len(part) == 3 for part in parts[1:]) and not parts[0].startswith("0") and len(parts[0]) <= 3
        if len(parts) > 2 and parts[-1] in ("0", "00") and all(len(part) == 3 for part in parts[1:-1]):
            text = "".join(parts[:-1])
        elif len(parts) > 2 and not grouped:
            return None
        elif grouped:
            text = "".join(parts)
        else:
            text = ".".join(parts)
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def unscientific(text: str) -> str | None:
    """The digits of 6.281300004856E+12 when none is lost; None when some are (8.13E+10)."""
    found = re.fullmatch(r"\s*(\d)(?:[.,](\d+))?\s*[eE]\s*\+?\s*(\d{1,2})\s*", text)
    if found is None or len(found[2] or "") != int(found[3]):
        return None
    return found[1] + (found[2] or "")


def words_to_number(text: str) -> Decimal | None:
    """ "dua puluh lima" -> 25, "tiga" -> 3, "setengah" -> 0.5; None when any word is no number."""
    words = re.findall(r"[a-z]+", text.lower())
    if not words or len(words) > 8:
        return None
    total, current, seen = Decimal(0), Decimal(0), False
    for word in words:
        if word in _WORDS:
            current += _WORDS[word]
            seen = True
        elif word == "belas" and seen:
            current += 10
        elif word == "puluh" and seen:
            current = (current // 10) * 10 + (current % 10) * 10 if current > 9 else current * 10
        elif word == "ratus" and seen:
            current *= 100
        elif word == "ribu" and seen:
            total += current * 1000
            current = Decimal(0)
        else:
            return None
    return total + current


def whole(number: Decimal | float) -> int:
    """Rounded half up to a whole number."""
    return int(Decimal(str(number)).to_integral_value(rounding="ROUND_HALF_UP"))
