"""What the sheets are made from: a stored specification, what the office knows of it, and the head of its paper."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from binakriya.engines.boxes import Box
from binakriya.engines.protection import number
from binakriya.foundation.press import Language, Letterhead, head_data
from binakriya.foundation.press.words import date_words
from binakriya.packaging.sheets.words import tell


@dataclass(frozen=True)
class SheetFacts:
    """`content`: the JSON object of a specification. `box`: as the present engine makes it, None where it no longer
    does. `state`: draft, checked, adopted, superseded or withdrawn."""

    content: Mapping[str, Any]
    letterhead: Letterhead
    title: str
    maker: str
    number: int
    state: str
    made_by: str
    made_on: dt.date
    box: Box | None
    checked_by: str = ""
    checked_on: dt.date | None = None
    is_sample: bool = False


def head(facts: SheetFacts, kind: str, language: Language) -> dict[str, Any]:
    """The head and the foot, which all sheets share; `title` is the title of the document."""
    return {
        "language": language,
        "author": facts.made_by,
        "title": tell(f"{kind}.title", language, title=facts.title),
        "letterhead": head_data(facts.letterhead, language),
        "kind": tell(f"kind.{kind}", language),
        "version": tell("version", language, n=facts.number),
        "page_word": tell("page", language),
        "standing": standing(facts, language),
        "firm": facts.state in ("checked", "adopted"),
        "notice": tell("sample", language) if facts.is_sample else "",
        "made": tell("made", language, who=facts.made_by, when=date_words(facts.made_on, language)),
        "engine": tell("engine", language, v=facts.content["versions"]["protection"]),
    }


def standing(facts: SheetFacts, language: Language) -> str:
    """How far others stand behind it: checked by whom, or not yet."""
    signed = facts.state in ("checked", "adopted") and facts.checked_on is not None
    if not signed:
        return tell("state.draft" if facts.state in ("checked", "adopted") else f"state.{facts.state}", language)
    assert facts.checked_on is not None
    when = date_words(facts.checked_on, language)
    return tell(f"state.{facts.state}", language, who=facts.checked_by, when=when)


def sized(size: Any, language: Language) -> str:
    """220 × 140 × 90 mm."""
    return " × ".join(number(side, ".0f", language) for side in size) + " mm"


def kg(value: float, language: Language) -> str:
    return f"{number(value, '.2f', language)} kg"


def mm(value: float, language: Language) -> str:
    return f"{number(value, '.0f', language)} mm"
