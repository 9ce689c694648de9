"""Two rubrics beside each other: what is new, gone or different, part by part."""

from dataclasses import dataclass
from typing import Literal

from binakriya.quality.rules.rubrics.content import Criterion, Gate, Language, Rubric
from binakriya.quality.rules.rubrics.editing import PARTS, AnyPart, PartName, parts_of

Change = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is said of a part, before and after; "" where it was or is not. `what`: a word of the room, or
    ("level", score)."""

    what: str
    before: str
    after: str
    score: int | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """`part` "" for the rubric itself. `lines`: all that is said of what is new or gone."""

    part: PartName | Literal[""]
    key: str
    title: str
    change: Change
    lines: tuple[Line, ...] = ()


def differences(before: Rubric, after: Rubric, language: Language) -> tuple[Difference, ...]:
    """In the order of the later one; what is gone stands at the end of its part."""
    found: list[Difference] = []
    old_facts = _facts(before, language) | _order(before, after, language)
    new_facts = _facts(after, language) | _order(after, before, language)
    if lines := _lines(old_facts, new_facts):
        found.append(Difference("", "", after.title[language], "changed", lines))
    for name in PARTS:
        old = {one.key: one for one in parts_of(before, name)}
        new = {one.key: one for one in parts_of(after, name)}
        for key, one in new.items():
            if key not in old:
                found.append(Difference(name, key, one.title[language], "added", _lines({}, _said(one, language))))
            elif lines := _lines(_said(old[key], language), _said(one, language)):
                found.append(Difference(name, key, one.title[language], "changed", lines))
        found += [
            Difference(name, key, one.title[language], "removed", _lines(_said(one, language), {}))
            for key, one in old.items()
            if key not in new
        ]
    return tuple(found)


Said = dict[tuple[str, int | None], str]


def _lines(before: Said, after: Said) -> tuple[Line, ...]:
    keys = list(dict.fromkeys([*after, *before]))
    return tuple(
        Line(what, before.get((what, score), ""), after.get((what, score), ""), score)
        for what, score in keys
        if before.get((what, score), "") != after.get((what, score), "")
    )


def _facts(rubric: Rubric, language: Language) -> Said:
    return {
        ("title", None): rubric.title[language],
        ("about", None): rubric.about[language],
        ("materials", None): ", ".join(rubric.materials),
        ("techniques", None): ", ".join(rubric.techniques),
        ("scale", None): f"{rubric.scale.least}–{rubric.scale.most}",
        ("sources", None): "\n".join(one.text[language] for one in rubric.sources),
    }


def _order(rubric: Rubric, other: Rubric, language: Language) -> Said:
    """Of the parts that are there in both: what is new or gone moves nothing."""
    both = {name: {one.key for one in parts_of(other, name)} for name in PARTS}
    order = {name: [one.key for one in parts_of(rubric, name) if one.key in both[name]] for name in PARTS}
    there = {name: [one.key for one in parts_of(other, name) if one.key in order[name]] for name in PARTS}
    return {
        (f"order_{name}", None): " · ".join(
            one.title[language] for one in parts_of(rubric, name) if one.key in both[name]
        )
        for name in PARTS
        if order[name] != there[name]
    }


def _said(part: AnyPart, language: Language) -> Said:
    said: Said = {("title", None): part.title[language]}
    if isinstance(part, Criterion):
        said[("weight", None)] = f"{part.weight} %"
        said[("why", None)] = part.why[language]
        said[("help", None)] = part.help[language]
        said |= {("level", one.score): one.words[language] for one in part.levels}
        said |= {("photo", one.score): one.photo and "1" + one.photo for one in part.levels}
    elif isinstance(part, Gate):
        said[("words", None)] = part.words[language]
        said[("test", None)] = part.test[language]
        said[("paper", None)] = part.paper
    else:
        said[("causes", None)] = part.causes[language]
    return said
