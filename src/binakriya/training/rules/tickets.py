"""Ticket codes and QR contents.

The QR content is `BK1:<code>:<mac>`, 25 letters of the QR code's dense alphabet. `code` are the six digits of the
ticket; `mac` is HMAC-SHA256 of activity and code under the activity's own key, cut to 70 bits: it cannot be guessed,
and whoever holds the key of one activity (a scanner without signal) can tell its tickets from false ones.
"""

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass
from uuid import UUID

CODE_DIGITS = 6
_MAC_LETTERS = 14
_SHAPE = re.compile(rf"BK1:(\d{{{CODE_DIGITS}}}):([A-Z2-7]{{{_MAC_LETTERS}}})")
_CODE = re.compile(rf"\d{{{CODE_DIGITS}}}")


@dataclass(frozen=True, slots=True)
class Scanned:
    """What was read: a `code`, and the `mac` of a QR code ("" when the six digits were typed)."""

    code: str
    mac: str = ""


def ticket_mac(*, activity_id: UUID, code: str, key: str) -> str:
    sealed = hmac.new(key.encode(), f"{activity_id}:{code}".encode(), hashlib.sha256).digest()
    return base64.b32encode(sealed).decode()[:_MAC_LETTERS]


def qr_content(*, activity_id: UUID, code: str, key: str) -> str:
    return f"BK1:{code}:{ticket_mac(activity_id=activity_id, code=code, key=key)}"


def read_scan(text: str) -> Scanned | None:
    """A QR content or six typed digits (spaces and dashes allowed); None for anything else."""
    text = text.strip()
    found = _SHAPE.fullmatch(text.upper())
    if found:
        return Scanned(found[1], found[2])
    digits = re.sub(r"[\s.-]", "", text)
    # Only ASCII digits: other scripts' digits are no code of ours.
    return Scanned(digits) if digits.isascii() and _CODE.fullmatch(digits) else None


def is_genuine(scanned: Scanned, *, activity_id: UUID, key: str) -> bool:
    """Whether a QR code was made for this activity; typed digits have nothing to prove."""
    if not scanned.mac:
        return True
    return hmac.compare_digest(scanned.mac, ticket_mac(activity_id=activity_id, code=scanned.code, key=key))


def new_code(draw: int) -> str:
    """`draw`: a random number below a million."""
    return f"{draw % 10**CODE_DIGITS:0{CODE_DIGITS}d}"
