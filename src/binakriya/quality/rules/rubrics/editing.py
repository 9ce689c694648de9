"""Changes of a rubric, each a new value of it: parts put in, moved, taken out; and marks of what someone saw."""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from binakriya.products.rules.seen import mark_of
from binakriya.quality.rules.rubrics.content import Criterion, DefectKind, Gate, Level, Rubric, Words
from binakriya.quality.rules.rubrics.files import KEY, write_rubric

PartName = Literal["criteria", "gates", "defects"]
PARTS: tuple[PartName, ...] = ("criteria", "gates", "defects")
AnyPart = Criterion | Gate | DefectKind


def parts_of(rubric: Rubric, name: PartName) -> tuple[AnyPart, ...]:
    found: tuple[AnyPart, ...] = getattr(rubric, name)
    return found


def part_of(rubric: Rubric, name: PartName, key: str) -> AnyPart | None:
    return next((one for one in parts_of(rubric, name) if one.key == key), None)


def new_key(title: str, taken: frozenset[str]) -> str:
    """A key from the words of a title that no other part has."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:30].strip("-") or "bagian"
    key, n = stem, 1
    while key in taken or not KEY.fullmatch(key):
        n += 1
        key = f"{stem}-{n}"
    return key


def put(rubric: Rubric, name: PartName, part: AnyPart) -> Rubric:
    """In the place of the part with its key; without one, behind the others and with a new key."""
    there = parts_of(rubric, name)
    keys = frozenset(one.key for one in there)
    if not part.key:
        return _with(rubric, name, (*there, replace(part, key=new_key(part.title.id, keys))))
    if part.key not in keys:
        raise KeyError(part.key)
    return _with(rubric, name, tuple(part if one.key == part.key else one for one in there))


def moved(rubric: Rubric, name: PartName, key: str, *, up: bool) -> Rubric:
    """One place up or down; at the end it stays. Raises KeyError."""
    there = list(parts_of(rubric, name))
    at = _at(there, key)
    to = at - 1 if up else at + 1
    if 0 <= to < len(there):
        there[at], there[to] = there[to], there[at]
    return _with(rubric, name, tuple(there))


def without(rubric: Rubric, name: PartName, key: str) -> Rubric:
    """Raises KeyError."""
    there = list(parts_of(rubric, name))
    del there[_at(there, key)]
    return _with(rubric, name, tuple(there))


def weighted(rubric: Rubric, weights: Mapping[str, int]) -> Rubric:
    """With these weights in percent; a criterion that is not named keeps its own."""
    return replace(
        rubric, criteria=tuple(replace(one, weight=weights.get(one.key, one.weight)) for one in rubric.criteria)
    )


def with_photo(rubric: Rubric, key: str, score: int, photo: str) -> Rubric:
    """`photo` "" takes it away. Raises KeyError when there is no such level."""
    criterion = rubric.criterion(key)
    if criterion.anchor(score) is None:
        raise KeyError(score)
    levels = tuple(replace(one, photo=photo) if one.score == score else one for one in criterion.levels)
    return put(rubric, "criteria", replace(criterion, levels=levels))


def leveled(criterion: Criterion | None, words: Mapping[int, Words]) -> tuple[Level, ...]:
    """Levels from words by score; empty words make no level. Pictures of levels that stay are kept."""
    found = []
    for score in sorted(words):
        if words[score].id.strip():
            before = criterion.anchor(score) if criterion else None
            found.append(Level(score, words[score], before.photo if before else ""))
    return tuple(found)


def photos_of(rubric: Rubric) -> frozenset[str]:
    return frozenset(level.photo for one in rubric.criteria for level in one.levels if level.photo)


def without_photos(rubric: Rubric) -> Rubric:
    """As it leaves the house: pictures stay with the office."""
    bare = tuple(
        replace(one, levels=tuple(replace(level, photo="") for level in one.levels)) for one in rubric.criteria
    )
    return replace(rubric, criteria=bare)


def mark_of_part(rubric: Rubric, name: PartName, key: str) -> str:
    """Of what the form of a part shows; "" where it is gone. A weight is the business of the list of weights."""
    part = part_of(rubric, name, key)
    if part is None:
        return ""
    if isinstance(part, Criterion):
        part = replace(part, weight=0)
    return mark_of(part)


def mark_of_weights(rubric: Rubric) -> str:
    return mark_of(json.dumps(dict(rubric.weights), sort_keys=True))


def mark_of_facts(rubric: Rubric) -> str:
    said: dict[str, Any] = write_rubric(rubric)
    return mark_of(*(json.dumps(said[name], sort_keys=True) for name in sorted(said) if name not in PARTS))


def _at(there: list[AnyPart], key: str) -> int:
    for at, one in enumerate(there):
        if one.key == key:
            return at
    raise KeyError(key)


def _with(rubric: Rubric, name: PartName, parts: tuple[AnyPart, ...]) -> Rubric:
    # mypy does not see that each name takes its own kind of part.
    return replace(rubric, **{name: parts})  # type: ignore[arg-type]
