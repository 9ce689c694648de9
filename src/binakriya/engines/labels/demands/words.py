"""The words of the rules: materials, kinds, techniques, destinations, titles; read once from `lexicon/`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from binakriya.engines.labels.demands.model import Text


def folded(words: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in words.casefold()).split())


@cache
def table(name: str) -> dict[str, Any]:
    file = resources.files("binakriya.engines.labels.demands") / "lexicon" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Word:
    """`group`: the class of a material, else "". `words` are folded."""

    key: str
    title: Text
    words: tuple[str, ...]
    phrases: tuple[str, ...] = ()
    group: str = ""
    animal: bool = False
    hs: tuple[str, ...] = ()


@cache
def entries(name: str, item: str) -> tuple[Word, ...]:
    return tuple(
        Word(
            row["key"],
            Text(row["id"], row["en"]),
            tuple(map(folded, row.get("words", ()))),
            tuple(map(folded, row.get("phrases", ()))),
            row.get("class", ""),
            row.get("animal", False),
            tuple(row.get("hs", ())),
        )
        for row in table(name)[item]
    )


def materials() -> tuple[Word, ...]:
    return entries("materials", "material")


def kinds() -> tuple[Word, ...]:
    return entries("kinds", "kind")


def techniques() -> tuple[Word, ...]:
    return entries("techniques", "technique")


@cache
def _material_words() -> dict[str, Word]:
    return {
        word: one
        for one in materials()
        for word in (folded(one.key), folded(one.title.id), folded(one.title.en), *one.words)
    }


def find_material(words: str) -> Word | None:
    return _material_words().get(folded(words))


@cache
def title(kind: str, key: str) -> Text:
    """Of a line, a duty or a field."""
    row = table("titles")[kind][key]
    return Text(row["id"], row["en"])


def line_title(key: str) -> Text:
    return title("line", key)


def needs_of(line: str) -> tuple[str, ...]:
    return tuple(table("titles")["line"][line]["needs"])


def has_phrase(text: str, phrase: str) -> bool:
    """Both folded; whole words."""
    return f" {phrase} " in f" {text} "
