"""Text as people write it: which characters never belong in it, and the one form in which it is kept.

Words: *control characters* are C0 (U+0000 to U+001F), DEL and C1 (U+0080 to U+009F): they show nothing, come from
broken files and from attacks, and PostgreSQL stores no NUL. Tabs and ends of lines are the only ones that people mean.
*Noncharacters* (U+FFFE, U+FFFF and the like) and lone surrogates no XML file, thus no workbook, can hold. *Controls of
direction* (U+202A to U+202E, U+2066 to U+2069) turn what follows around, so that a name shows as another.
"""

import re
import unicodedata

_PLANES = "".join(f"{chr(0x10000 * n + 0xFFFE)}{chr(0x10000 * n + 0xFFFF)}" for n in range(17))
_NEVER = rf"\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef{_PLANES}\u202a-\u202e\u2066-\u2069"
_UNWRITABLE = re.compile(f"[{_NEVER}]")
_CONTROL = re.compile(rf"[{_NEVER}\x7f-\x9f]")
# What an address or a search may not hold: C1 is left to pass, for old encodings produce it by accident.
_REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BREAKS = re.compile(r"[\t\r\n\u2028\u2029]+")


def clean_text(text: str, *, lines: bool = False) -> str:
    """The text without control characters, composed (Unicode NFC): "é" typed in two ways is one value.

    `lines`: tabs and ends of lines stay (as "\\n"); otherwise each run of them becomes one space."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n") if lines else _BREAKS.sub(" ", text)
    return unicodedata.normalize("NFC", _CONTROL.sub("", text))


def writable(text: str) -> str:
    """The text without what no file may hold: C0 but tabs and ends of lines, surrogates, noncharacters, controls of
    direction."""
    return text if text.isprintable() else _UNWRITABLE.sub("", text)


# Letters by category that show nothing: the fillers of Hangul.
_FILLERS = "\u115f\u1160\u3164\uffa0"


def plain_line(text: str) -> str:
    """A code or a name as it shows: one line, spaces single, and nothing that is not seen (widths of nothing, marks of
    direction, soft hyphens). Two of them that look alike because of such a sign are one."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    seen = (c for c in clean_text(text) if c not in _FILLERS and c != "\u034f" and unicodedata.category(c) != "Cf")
    return " ".join("".join(seen).split())


def is_readable(text: str) -> bool:
    """Whether a name shows anything: at least one letter or figure."""
    return any(c not in _FILLERS and unicodedata.category(c)[0] in "LN" for c in text)


def has_control(text: str) -> bool:
    """Whether text of an address or a query holds what nobody types."""
    return not text.isprintable() and _REFUSED.search(text) is not None
