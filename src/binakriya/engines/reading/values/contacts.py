"""E-mail addresses, web addresses and accounts."""

from __future__ import annotations

import re

from binakriya.engines.reading.records import Cell, shown
from binakriya.engines.reading.values.blanks import is_nothing
from binakriya.engines.reading.values.said import Said, doubt

EMAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")


def understand_email(cell: Cell) -> Said:
    """An e-mail address in small letters."""
    text = shown(cell)
    if is_nothing(text):
        return Said(None, "not_said")
    if found := EMAIL.findall(text):
        warnings = doubt("several_addresses", text=text) if len(set(found)) > 1 else ()
        return Said(found[0].strip(".").lower(), "email", warnings)
    joined = re.sub(r"\s*([@.])\s*", r"\1", re.sub(r"\s*(?:\(at\)|\[at\])\s*", "@", text))
    joined = joined.replace(",", ".")
    if found := EMAIL.findall(joined):
        return Said(found[0].strip(".").lower(), "email", doubt("spaces_removed", text=text))
    return Said(None, "not_said", doubt("no_email", text=text[:80]))


def understand_text(cell: Cell) -> Said:
    """Free text, trimmed; a dash or "tidak ada" says nothing."""
    text = shown(cell)
    if not text or re.fullmatch(r"[-–—_.\s]+", text):
        return Said(None, "not_said")
    return Said(text, "as_written")


def understand_sex(cell: Cell) -> Said:
    """`L` (man) or `P` (woman)."""
    text = shown(cell).lower().strip(" .")
    if is_nothing(text):
        return Said(None, "not_said")
    if re.fullmatch(r"p|pr|prp|perempuan|wanita|w|f|female|ibu|wnt|perem\w*", text):
        return Said("P", "sex")
    if re.fullmatch(r"l|lk|lki|laki|laki.{0,3}laki|laki2|pria|m|male|bapak|cowok", text):
        return Said("L", "sex")
    return Said(None, "not_said", doubt("no_sex", text=text[:40]))
