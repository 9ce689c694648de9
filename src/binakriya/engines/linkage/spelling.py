"""One spelling for words: folding.

*Folding* makes two spellings of one sound equal: van Ophuijsen's oe, dj, tj become u, j, c; y becomes i; doubled
consonants become single; ph and v become f. Folded words are for comparison only and are never shown.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])")
_DOTTED = re.compile(r"\b([A-Za-z])\.(?=[A-Za-z]{1,4}\b)")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_DOUBLE = re.compile(r"([b-df-hj-np-tv-z])\1+")
_SOUNDS = (("dj", "j"), ("tj", "c"), ("oe", "u"), ("ph", "f"), ("v", "f"), ("y", "i"), ("q", "k"))


def plain(text: str) -> str:
    """Lower-case ASCII words split at changes of case, dotted abbreviations closed ("S.Pd" -> "spd")."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    text = text.replace("'", "").replace("`", "")
    if "." in text:
        text = _DOTTED.sub(r"\1", text)
    if not (text.isupper() or text.islower()):
        text = _CAMEL.sub(" ", text)
    return _NOT_WORD.sub(" ", text.lower()).strip()


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """One lower-case word in its comparison spelling."""
    for old, new in _SOUNDS:
        word = word.replace(old, new)
    return _DOUBLE.sub(r"\1", word)


def listed(text: str, separator: str = " ") -> list[str]:
    """Words of a list written as text: a hundred names are easier to read so."""
    return text.split(separator)
