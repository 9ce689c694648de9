"""Sensitive values as they may stand on a screen or in the ledger: enough to recognise, too little to use."""

import re

from binakriya.foundation.rules.phones import national

DOT = "•"


def mask_nik(nik: str) -> str:
    """`3674015203780012` → `3674 •••• •••• 0012` (the region and the serial number; the birth date is hidden)."""
    digits = re.sub(r"\D", "", nik)
    if not digits:
        return ""
    if len(digits) != 16:
        return DOT * min(len(digits), 16)
    return f"{digits[:4]} {DOT * 4} {DOT * 4} {digits[-4:]}"


def mask_phone(phone: str) -> str:
    """`+6281298764471` → `0812 •••• 4471`."""
    digits = re.sub(r"\D", "", national(phone)) if phone else ""
    if not digits:
        return ""
    if len(digits) < 9:
        return DOT * 4 + digits[-2:]
    return f"{digits[:4]} {DOT * 4} {digits[-4:]}"


_LONG = re.compile(r"\d{4}[ .\-]?\d{2}")
_NOT_WITHIN = r"(?<!\w)(?<![0-9a-fA-F]-)"  # a word, or the next group of an id
_NIK = re.compile(
    _NOT_WITHIN + r"(?:\d{16}|\d{4}([ .\-])\d{4}\1\d{4}\1\d{4}|\d{6}([ .\-])\d{6}\2\d{4})(?!\w)", re.ASCII
)
_MOBILE = re.compile(
    _NOT_WITHIN + r"(?:(?:\+?62[ .\-]?|0)8\d{2}(?:[ .\-]?\d){5,10}|\+\d(?:[ \-]?\d){7,14})(?!\w)", re.ASCII
)


def _may_be_nik(digits: str) -> bool:
    """Day (women: 40 more) and month of birth stand in the middle."""
    return int(digits[6:8]) % 40 in range(1, 32) and int(digits[8:10]) in range(1, 13)


def mask_numbers(text: str) -> str:
    """A sentence of someone without the whole NIK and telephones in it: what is written by hand may hold any.

    Sixteen digits in one count as a NIK, in groups when they hold a birthday; telephones are Indonesian mobile
    numbers and such with a country's code."""
    if not _LONG.search(text):
        return text

    def nik(found: re.Match[str]) -> str:
        digits = re.sub(r"\D", "", found[0])
        return mask_nik(digits) if len(found[0]) == 16 or _may_be_nik(digits) else found[0]

    return _MOBILE.sub(lambda found: mask_phone(found[0]), _NIK.sub(nik, text))


def mask_email(email: str) -> str:
    """`ratna.dewi@contoh.id` → `r•••@contoh.id`."""
    if not email:
        return ""
    name, at, host = email.partition("@")
    return f"{name[:1]}{DOT * 3}{at}{host}" if at else DOT * 4


def mask_address(address: str) -> str:
    """Keeps the street's first two words, hides numbers and the rest: `Jl. Buaran •••`."""
    words = [w for w in address.split() if w]
    if not words:
        return ""
    kept = [w for w in words[:2] if not any(c.isdigit() for c in w)]
    return " ".join([*kept, DOT * 3])


def mask_text(text: str) -> str:
    """Any other sensitive text: only that it is there."""
    return DOT * 4 if text else ""
