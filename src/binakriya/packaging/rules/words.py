"""What the room says in both languages: sentences made once, kept as text, so that an old one stays readable."""

import string
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from binakriya.engines.boxes import BoxError
from binakriya.engines.boxes import Text as BoxText
from binakriya.engines.protection import Message, number, text_of
from binakriya.engines.protection.wording import Language
from binakriya.packaging.rules.texts import TEXTS

Plain = float | int | str | bool


class _Words(string.Formatter):
    def __init__(self, language: Language) -> None:
        self.language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, BoxText):
            return value.read(self.language)
        if isinstance(value, str):
            return words(value[1:], self.language) if value.startswith("@") else value
        return number(value, format_spec, self.language)


def words(code: str, language: Language = "id") -> str:
    """The words of a code of this room or of the protection engine; a code without words stands for itself."""
    own = TEXTS.get(code)
    if own is None:
        return text_of(code, language)
    return own[0] if language == "id" else own[1]


UNITS: dict[str, tuple[str, str]] = {
    "": ("", ""),
    "1": ("", ""),
    "d": ("hari", "days"),
    "g/(m²·d)": ("g/(m²·hari)", "g/(m²·d)"),
}


def unit_of(unit: str, language: Language = "id") -> str:
    """A unit as it is read; "" for a pure number."""
    own = UNITS.get(unit)
    return unit if own is None else own[0] if language == "id" else own[1]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence: its stable code, what is in it, and the sentence itself in Indonesian and English."""

    code: str
    id: str
    en: str
    values: Mapping[str, Plain]

    def text(self, language: Language = "id") -> str:
        return self.en if language == "en" else self.id

    def to_json(self) -> dict[str, Any]:
        return {"message": self.code, "values": dict(self.values), "text": {"id": self.id, "en": self.en}}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """As it was said then, also when the code is no longer known."""
        return cls(stored["message"], stored["text"]["id"], stored["text"]["en"], stored["values"])

    @classmethod
    def of_message(cls, message: Message) -> Self:
        return cls(message.code, message.text("id"), message.text("en"), dict(message.values))

    @classmethod
    def of_box_error(cls, error: BoxError) -> Self:
        return cls(
            f"box.{error.rule}",
            f"{error.says.id} {error.way_out.id}",
            f"{error.says.en} {error.way_out.en}",
            {"field": error.field},
        )


def say(code: str, /, **values: Plain | BoxText) -> Said:
    """A sentence of this room. A value that begins with `@` is itself a code."""
    template = TEXTS[code]
    plain = {name: value.id if isinstance(value, BoxText) else value for name, value in values.items()}
    return Said(
        code,
        _Words("id").vformat(template[0], (), values),
        _Words("en").vformat(template[1], (), values),
        plain,
    )
