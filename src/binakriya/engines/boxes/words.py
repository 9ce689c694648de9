"""Texts in the two languages of the screen, as values: engines know no translation machinery."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Text:
    """The same said in Indonesian and in English. Both may have the same `{fields}`."""

    id: str
    en: str

    def filled(self, **values: object) -> Text:
        """With the fields put in; numbers are written as each language writes them."""
        return Text(
            self.id.format(**{key: written(value, "id") for key, value in values.items()}),
            self.en.format(**{key: written(value, "en") for key, value in values.items()}),
        )

    def read(self, language: str) -> str:
        """The text in `language` ("id" or "en")."""
        return self.en if language == "en" else self.id


def written(value: object, language: str) -> str:
    """A number with up to two decimals as the language writes it: 1.000,5 and 1,000.5; other things as they are."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value.read(language) if isinstance(value, Text) else str(value)
    english = f"{value:,.2f}".rstrip("0").rstrip(".")
    if language == "en":
        return english
    return english.translate(str.maketrans(",.", ".,"))


ROLES: Final[dict[str, Text]] = {
    "base": Text("alas", "base"),
    "wall": Text("dinding", "wall"),
    "lid": Text("tutup", "lid"),
    "flap": Text("sayap", "flap"),
    "dust": Text("telinga", "dust flap"),
    "tuck": Text("lidah selip", "tuck"),
    "lock": Text("pengunci", "lock"),
    "glue": Text("lidah lem", "glue tab"),
    "strip": Text("gulungan", "roll"),
    "inner": Text("dinding dalam", "inner wall"),
    "handle": Text("gagang", "handle"),
    "roof": Text("atap", "roof"),
    "pad": Text("bantalan", "pad"),
    "cell": Text("lembar", "sheet"),
}
"""What the role of a panel is called in a drawing's legend."""
