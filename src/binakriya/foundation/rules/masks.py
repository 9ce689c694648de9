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
