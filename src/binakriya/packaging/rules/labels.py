"""A label of a product: what its maker chose, what the rules demand, what is drawn of it.

*Choice*: size, destination and parts, as the form gives them · *said*: a demanded line that can be read on the label in
every language it must be read in · *apart*: a line that stands elsewhere, on the goods or the pack, as the maker says.
"""

from dataclasses import asdict, dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from binakriya.engines.labels.demands import Demands, Destination, Line, ProductFacts, Status, demands
from binakriya.engines.labels.drawing import SYMBOLS, Fact, Label
from binakriya.products.rules.particulars import Particulars

DEFAULT_SIZE = "hang-tag-60x110"
HOUSE = ("id", "en")
HANDLING = tuple(key for key, one in SYMBOLS.items() if one.group == "handling")
RECYCLING = tuple(key for key, one in SYMBOLS.items() if one.group == "recycling")
# Line → how it is set; what is not named is a statement.
FIELDS = {"maker": "maker", "identifier": "batch", "net_content": "net_content", "fibre": "material",
          "material": "material", "origin": "origin"}  # fmt: skip
# They repeat what other lines say.
GATHERED = ("tracking", "pack_identity")
MEMBER_STATE = "member_state"
"""Stands for the language of a label in the EU while nobody has said in which country it is sold."""


class LabelState(StrEnum):
    DRAFT = "draft"
    FINAL = "final"
    WITHDRAWN = "withdrawn"


class LineState(StrEnum):
    SAID = "said"
    APART = "apart"
    LACKING = "lacking"


@dataclass(frozen=True, slots=True)
class Choice:
    """`code`: "", gtin or qr. `texts`: line → words written by a person, in place of those of the house. `apart`: lines
    that stand elsewhere. `free`: also lines that are not (yet) mandatory."""

    destination: str = "ID"
    size: str = DEFAULT_SIZE
    story: bool = True
    care: bool = True
    free: bool = False
    recycling: str = ""
    handling: tuple[str, ...] = ()
    code: str = ""
    number: str = ""
    link: str = ""
    batch: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    apart: tuple[str, ...] = ()


def written(choice: Choice) -> dict[str, Any]:
    return asdict(choice) | {"handling": list(choice.handling), "apart": list(choice.apart)}


def read(kept: dict[str, Any]) -> Choice:
    return Choice(**(kept | {"handling": tuple(kept["handling"]), "apart": tuple(kept["apart"])}))


@dataclass(frozen=True, slots=True)
class Said:
    """A demanded line and how it stands. `text`: as it is read on the label."""

    line: Line
    state: LineState
    text: str = ""

    @property
    def due(self) -> bool:
        return self.line.mandatory and self.line.status is Status.IN_FORCE


@dataclass(frozen=True, slots=True)
class Composed:
    """`missing`: keys of mandatory lines in force that cannot be read, `member_state` where the language is unknown."""

    label: Label
    lines: tuple[Said, ...]
    missing: tuple[str, ...]
    found: Demands


def composed(facts: ProductFacts, given: Particulars, choice: Choice, on: date) -> Composed:
    """The label as data, for a product, a choice and a day."""
    if choice.batch:
        facts = replace(facts, identifier=choice.batch)
    found = demands(facts, destination=Destination(choice.destination), on=on)
    languages = found.languages or ("en",)
    symbols = _symbols(given, choice, found)
    first = [_said(line, facts, languages, choice, symbols) for line in found.lines]
    lines = tuple(_gathered(one, first, languages, choice) for one in first)
    missing = [one.line.key for one in lines if one.due and one.state is LineState.LACKING]
    if choice.destination == Destination.EU and not found.languages:
        missing.append(MEMBER_STATE)
    named = next((one.text for one in lines if one.line.key == "name" and one.text), "")
    label = Label(
        size=choice.size,
        language=languages[0],
        brand=facts.brand,
        product=named or choice.texts.get("name", "") or facts.name,
        story=given.story.get(languages[0], "") if choice.story else "",
        facts=tuple(_facts(lines, choice, languages)),
        symbols=symbols,
        number=choice.number if choice.code == "gtin" else "",
        link=choice.link if choice.code == "qr" else "",
    )
    return Composed(label, lines, tuple(missing), found)


def _symbols(given: Particulars, choice: Choice, found: Demands) -> tuple[str, ...]:
    care = any(line.key == "care" for line in found.lines_due) or choice.care
    return (
        *(given.care if care else ()),
        *((choice.recycling,) if choice.recycling else ()),
        *choice.handling,
    )


def _said(
    line: Line, facts: ProductFacts, languages: tuple[str, ...], choice: Choice, symbols: tuple[str, ...]
) -> Said:
    """A line of which a part is not stated (a maker without an address) is drawn as far as it goes, and lacking."""
    groups = {SYMBOLS[key].group for key in symbols if key in SYMBOLS}
    plastic = any(key in symbols for key in RECYCLING if key[-2:] in {f"-{n}" for n in range(1, 8)})
    drawn = {
        "care": "care" in groups,
        "transport_marks": "handling" in groups,
        "plastic_code": plastic,
        "gtin": choice.code == "gtin" and bool(choice.number),
    }
    text = choice.texts.get(line.key, "").strip()
    whole = bool(text) or all(getattr(facts, name) not in ("", None, ()) for name in line.needs)
    if not text and all(language in line.content for language in languages):
        text = " / ".join(dict.fromkeys(line.content[language] for language in languages))
    if drawn.get(line.key) or (text and whole and line.key != "gtin"):
        return Said(line, LineState.SAID, text)
    return Said(line, LineState.APART if line.key in choice.apart else LineState.LACKING, text)


def _gathered(one: Said, others: list[Said], languages: tuple[str, ...], choice: Choice) -> Said:
    """Without what other lines say already; still said when nothing is left."""
    if one.line.key not in GATHERED or one.state is not LineState.SAID or choice.texts.get(one.line.key):
        return one
    told = ", ".join(other.text for other in others if other.text and other.line.key not in GATHERED and other.due)
    rest = [part for part in one.text.split(", ") if part not in told]
    return replace(one, text=", ".join(rest))


def _facts(lines: tuple[Said, ...], choice: Choice, languages: tuple[str, ...]) -> list[Fact]:
    made: list[Fact] = []
    for one in lines:
        key = one.line.key
        wanted = one.line.status is not Status.ENDED and (one.due or choice.free or key in choice.texts)
        if not one.text or key == "name" or not wanted:
            continue
        kind = FIELDS.get(key, "statement")
        # "Buatan Indonesia" speaks for itself.
        made.append(Fact(kind, one.text, "" if key == "origin" else None))
    batched = any(one.field == "batch" for one in made) or any(choice.batch in one.text for one in made)
    if choice.batch and not batched:
        made.append(Fact("batch", choice.batch))
    return made


def drawn(made: Composed) -> dict[str, Any]:
    """As JSON: the label itself and how each line stood on the day."""
    label = made.label
    return {
        "label": {
            "size": label.size, "language": label.language, "brand": label.brand, "product": label.product,
            "story": label.story, "facts": [[one.field, one.text, one.caption] for one in label.facts],
            "symbols": list(label.symbols), "number": label.number, "link": label.link,
        },
        "lines": [
            {
                "key": one.line.key, "title": asdict(one.line.title), "state": one.state.value, "text": one.text,
                "due": one.due,
            }
            for one in made.lines
        ],
        "on": made.found.on.isoformat(),
    }  # fmt: skip


def label_of(content: dict[str, Any]) -> Label:
    """The way back from `drawn`."""
    kept = content["label"]
    return Label(**(kept | {"facts": tuple(Fact(*one) for one in kept["facts"]), "symbols": tuple(kept["symbols"])}))
