"""Every code of the engine in words, Indonesian and English, and messages made of them.

The engine answers with codes; a room shows `text_of(code, language)` or `message.text(language)`. Numbers inside a
message are written as the language writes them (4,1 in Indonesian, 4.1 in English). A value that begins with `@` is
itself a code.
"""

import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Self

from .names import NAMES
from .sentences import SENTENCES

Language = Literal["id", "en"]
TEXTS: dict[str, tuple[str, str]] = {**NAMES, **SENTENCES}
"""code -> (Indonesian, English)"""

_SWAP = str.maketrans(",.", ".,")


def number(value: float, spec: str = "", language: Language = "id") -> str:
    """`number(4.1, ".1f")` is "4,1" in Indonesian. Without a spec: whole from a thousand on, else four significant
    digits."""
    if not spec:
        spec = ",.0f" if float(value).is_integer() or abs(value) >= 1000 else ",.4g"
    text = format(value, spec)
    return text.translate(_SWAP) if language == "id" else text


class _Words(string.Formatter):
    def __init__(self, language: Language) -> None:
        self.language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, str):
            return text_of(value[1:], self.language) if value.startswith("@") else value
        return number(value, format_spec, self.language)


def text_of(code: str, language: Language = "id") -> str:
    """The words of a code; a code without words (an office's own board, say) stands for itself."""
    words = TEXTS.get(code)
    if words is None:
        return code
    return words[0] if language == "id" else words[1]


_SYMBOLS = {
    "sigma": "σ",
    "tau": "τ",
    "dV": "ΔV",
    "h0": "h₀",
    "h1": "h₁",
    "hn": "hₙ",
    "mk": "mₖ",
    "mu": "mᵤ",
    "Vb": "V·b",
    "mc": "m·c",
    "AeWt": "A·e·W·t",
}


def symbol_of(name: str) -> str:
    """An input of a step as its formula writes it; most are written as they are named."""
    return _SYMBOLS.get(name, name)


@dataclass(frozen=True, slots=True)
class Message:
    code: str
    values: Mapping[str, float | int | str | bool] = field(default_factory=dict)

    def text(self, language: Language = "id") -> str:
        return _Words(language).vformat(text_of(self.code, language), (), self.values)

    def to_json(self) -> dict[str, Any]:
        return {
            "message": self.code,
            "values": dict(self.values),
            "text": {"id": self.text("id"), "en": self.text("en")},
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        return cls(stored["message"], stored["values"])
