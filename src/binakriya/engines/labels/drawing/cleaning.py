"""Texts as they may be drawn: composed, without invisible signs; what cannot be drawn is named, never dropped."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from binakriya.engines.labels.drawing.errors import LabelError
from binakriya.engines.labels.drawing.words import FIELDS, Text

LONGEST: Final = {"brand": 60, "product": 120, "story": 900, "maker": 300, "material": 300, "statement": 400}
LONGEST_OTHER: Final = 120
MOST_FACTS: Final = 24

# Control signs, marks of direction (a text must not read otherwise than it was typed), joiners, soft hyphens,
# variation selectors, lone surrogates and non-characters: nothing of these has a shape of its own.
INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\uffff\ud800-\udfff\ufdd0-\ufdef\U000e0000-\U000e0fff]"
)
SPACES: Final = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
RIGHT_TO_LEFT: Final = ("R", "AL")

TOO_LONG: Final = Text(
    "{field} terlalu panjang: {count} tanda, paling banyak {most}. Pendekkan dahulu.",
    "{field} is too long: {count} signs, {most} at most. Shorten it first.",
)
TURNED: Final = Text(
    "{field} memuat tulisan dari kanan ke kiri ({signs}), yang belum dapat disusun pada label. "
    "Tulis dalam huruf Latin.",
    "{field} holds right-to-left writing ({signs}), which labels cannot set yet. Write it in Latin letters.",
)


def cleaned(text: str, field: str) -> str:
    """The text in composed form (NFC), lines kept, spaces single, invisible signs gone. Raises LabelError for a text
    that is too long or runs from right to left."""
    most = LONGEST.get(field, LONGEST_OTHER)
    if len(text) > 4 * most:
        raise LabelError(field, TOO_LONG.filled(field=name_of(field), count=len(text), most=most))
    text = unicodedata.normalize("NFC", INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    text = "\n".join(SPACES.sub(" ", part).strip() for part in text.split("\n")).strip("\n")
    if len(text) > most:
        raise LabelError(field, TOO_LONG.filled(field=name_of(field), count=len(text), most=most))
    turned = [sign for sign in text if unicodedata.bidirectional(sign) in RIGHT_TO_LEFT]
    if turned:
        raise LabelError(field, TURNED.filled(field=name_of(field), signs=named(turned)))
    return text


def named(signs: list[str]) -> str:
    """The signs, each with its number, five at most: "🧺 (U+1F9FA)"."""
    different = list(dict.fromkeys(signs))
    words = [f"{sign} (U+{ord(sign):04X})" for sign in different[:5]]
    return ", ".join(words) + (", …" if len(different) > 5 else "")


def name_of(field: str) -> Text:
    return FIELDS.get(field, FIELDS["statement"])
