"""What of a list's row may stand on a screen or unsealed in the database before someone asks for it whole."""

import re

from binakriya.foundation.rules.masks import DOT, mask_address, mask_email, mask_nik, mask_phone, mask_text

# The values that are masked until they are asked for.
PERSONAL = ("nik", "phone", "other_phones", "email", "street", "birth_place", "born")
# Long numbers that are nobody's: money and licences.
_PLAIN = (
    "turnover",
    "investment",
    "nib",
    "kbli",
    "workers",
    "since",
    "number",
    "postcode",
    "member_number",
    "filled_at",
)
_LONG = re.compile(r"\+?\d(?:[\s.()/-]{0,3}\d){8,}")
_MAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+")
_DIGIT = re.compile(r"\d")
_RISKY = re.compile(r"[\d@]")
# Where a place begins that has a number in it, up to the next comma; `jalan` alone may be a verb.
_NUMBERED = re.compile(
    r"\b(?:jln?|jalan|gg|gang|blok|kp|kampung|perum\w*|komp\w*|dusun|r[tw])\b[^,;|\n]*?\d[^,;|\n]*", re.IGNORECASE
)
_STREET = re.compile(r"\b(?:jln?|gg|gang)\b\.?[ \t]*\w[^,;|\n]*|\bjalan (?-i:[A-Z])[^,;|\n]*", re.IGNORECASE)
# Columns in which people write whatever they like: they may hold an address without any number.
_FREE = ("", "other", "note")


def _masked_address(text: str) -> str:
    """Masked again it stays as it is: what is a mask already is no word of the street."""
    words = [w for w in text.split() if w.strip(DOT)]
    return mask_address(" ".join(words)) if words else DOT * 3


def mask_loose(text: str) -> str:
    """Text without addresses that hold a number, numbers of nine digits and more, and e-mail addresses."""
    if not _RISKY.search(text):
        return text
    text = _NUMBERED.sub(lambda m: _masked_address(m[0]), text)
    return _MAIL.sub(lambda m: mask_email(m[0]), _LONG.sub(DOT * 4, text))


def mask_free(text: str) -> str:
    """What stands in a column of notes, or beside the table: streets without a number are masked too."""
    return mask_loose(_STREET.sub(lambda m: _masked_address(m[0]), text))


def mask_value(text: str, field: str) -> str:
    """An understood value as its field is masked."""
    if not text:
        return ""
    if field == "nik":
        return mask_nik(text)
    if field in ("phone", "other_phones"):
        return ", ".join(mask_phone(p) for p in text.split(","))
    if field == "street":
        return _masked_address(text)
    if field in ("birth_place", "born"):
        return mask_text(text)
    if field in _FREE:
        return mask_free(text)
    return text if field.startswith(_PLAIN) else mask_loose(text)


def mask_sample(text: str, field: str) -> str:
    """A cell as the list writes it; in a column of personal numbers every figure is hidden, however it is written."""
    if field == "street":
        return _masked_address(mask_loose(text))
    if field in ("birth_place", "born"):
        return mask_text(text)
    if field in PERSONAL:
        return _DIGIT.sub(DOT, mask_loose(text))
    if field in _FREE:
        return mask_free(text)
    return text if field.startswith(_PLAIN) else mask_loose(text)
