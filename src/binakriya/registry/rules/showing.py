"""What of a list's row may stand on a screen or unsealed in the database before someone asks for it whole."""

import re

from binakriya.foundation.rules.masks import DOT, mask_address, mask_email, mask_nik, mask_phone, mask_text

# The values that are masked until they are asked for.
PERSONAL = ("nik", "phone", "other_phones", "email", "street", "birth_place", "born")
# Long numbers that are nobody's: money and licences.
_PLAIN = ("turnover", "investment", "nib", "kbli", "workers", "since", "number", "postcode", "member_number")
_LONG = re.compile(r"\+?\d(?:[\s.()/-]{0,3}\d){8,}")
_MAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+")
_DIGIT = re.compile(r"\d")


def mask_loose(text: str) -> str:
    """Free text without numbers of nine digits and more, and without e-mail addresses."""
    return _MAIL.sub(lambda m: mask_email(m[0]), _LONG.sub(DOT * 4, text))


def mask_value(text: str, field: str) -> str:
    """An understood value as its field is masked."""
    if not text:
        return ""
    if field == "nik":
        return mask_nik(text)
    if field in ("phone", "other_phones"):
        return ", ".join(mask_phone(p) for p in text.split(","))
    if field == "street":
        return mask_address(text)
    if field in ("birth_place", "born"):
        return mask_text(text)
    return text if field.startswith(_PLAIN) else mask_loose(text)


def mask_sample(text: str, field: str) -> str:
    """A cell as the list writes it; in a column of personal numbers every figure is hidden, however it is written."""
    if field == "street":
        return mask_address(text)
    if field in ("birth_place", "born"):
        return mask_text(text)
    if field in PERSONAL:
        return _DIGIT.sub(DOT, mask_loose(text))
    return text if field.startswith(_PLAIN) else mask_loose(text)
