"""Blind indexes of this room: what may be looked up exactly without decrypting anything."""

import re

from binakriya.foundation.encryption import blind_index


def nik_index(nik: str) -> str:
    """Of the whole number; "" unless it has 16 digits."""
    digits = re.sub(r"\D", "", nik)
    return blind_index(digits, label="registry.nik") if len(digits) == 16 else ""


def nik15_index(nik: str) -> str:
    """Of the first 15 digits: spreadsheets turn the last one into 0."""
    digits = re.sub(r"\D", "", nik)
    return blind_index(digits[:15], label="registry.nik15") if len(digits) >= 15 else ""


def contact_index(kind: str, value: str) -> str:
    """Of a phone (E.164), an e-mail address (lower case) or a page."""
    return blind_index(value.strip().lower(), label=f"registry.contact.{kind}")
