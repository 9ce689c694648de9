"""A rubric as JSON, both ways. What does not have its shape is named by place; every fault is told, not the first."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from binakriya.foundation.rules.text import clean_text
from binakriya.quality.rules.rubrics.content import (
    CRITERIA_MOST,
    DEFECTS_MOST,
    FIRMNESS,
    GATES_MOST,
    LEVELS_MOST,
    LIST_WORD_MOST,
    LISTED_MOST,
    SCHEMA,
    SCORE_LEAST,
    SCORE_MOST,
    SOURCES_MOST,
    TITLE_MOST,
    WHOLE,
    WORDS_MOST,
    Criterion,
    DefectKind,
    Gate,
    Level,
    Rubric,
    Scale,
    Source,
    Words,
)

Place = tuple[str | int, ...]
Item = TypeVar("Item")
KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a place: ("criteria", 2, "levels", 0, "score"); numbers count from 0."""

    place: Place
    reason: str
    params: Mapping[str, object] = field(default_factory=dict)


class BadRubric(Exception):
    """`problems`: in the order of the file."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{'.'.join(map(str, one.place)) or '-'}: {one.reason}" for one in problems))
        self.problems = problems


def write_rubric(rubric: Rubric) -> dict[str, Any]:
    """As JSON: the same rubric always gives the same."""
    return {
        "schema": SCHEMA,
        "title": _written(rubric.title),
        "about": _written(rubric.about),
        "materials": list(rubric.materials),
        "techniques": list(rubric.techniques),
        "scale": {"least": rubric.scale.least, "most": rubric.scale.most},
        "criteria": [write_criterion(one) for one in rubric.criteria],
        "gates": [write_gate(one) for one in rubric.gates],
        "defects": [write_defect(one) for one in rubric.defects],
        "sources": [{"text": _written(one.text), "firmness": one.firmness} for one in rubric.sources],
    }


def write_criterion(one: Criterion) -> dict[str, Any]:
    return {
        "key": one.key,
        "title": _written(one.title),
        "help": _written(one.help),
        "weight": one.weight,
        "why": _written(one.why),
        "levels": [
            {"score": level.score, "words": _written(level.words), **({"photo": level.photo} if level.photo else {})}
            for level in one.levels
        ],
    }


def write_gate(one: Gate) -> dict[str, Any]:
    return {
        "key": one.key,
        "title": _written(one.title),
        "words": _written(one.words),
        "test": _written(one.test),
        "paper": one.paper,
        "firmness": one.firmness,
    }


def write_defect(one: DefectKind) -> dict[str, Any]:
    return {"key": one.key, "title": _written(one.title), "causes": _written(one.causes)}


def digest_of(content: Mapping[str, Any]) -> str:
    """64 hexadecimal letters of a rubric's JSON, whatever the order of its names."""
    said = json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


def read_rubric(data: object) -> Rubric:
    """Raises BadRubric when it has not the shape of a rubric. A draft may be unfinished: whether one can be published
    says `checks.problems_of`."""
    reader = _Reader()
    rubric = reader.rubric(data)
    if reader.problems:
        raise BadRubric(tuple(reader.problems))
    return rubric


def load_rubric(text: str | bytes) -> Rubric:
    """From the text of a file. Raises BadRubric."""
    try:
        data = json.loads(text.decode("utf-8-sig") if isinstance(text, bytes) else text)
    except UnicodeDecodeError:
        raise BadRubric((Problem((), "not_utf8"),)) from None
    except json.JSONDecodeError as error:
        raise BadRubric((Problem((), "not_json", {"line": error.lineno, "column": error.colno}),)) from None
    except (RecursionError, ValueError):
        raise BadRubric((Problem((), "not_json", {"line": 1, "column": 1}),)) from None
    return read_rubric(data)


def _written(words: Words) -> dict[str, str]:
    return {"id": words.id, "en": words.en}


class _Reader:
    """Reads on after a fault, so that all are told; what could not be read is empty."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def say(self, place: Place, reason: str, **params: object) -> None:
        self.problems.append(Problem(place, reason, params))

    def table(self, data: object, place: Place, names: tuple[str, ...]) -> dict[str, Any]:
        if not isinstance(data, dict):
            self.say(place, "not_a_table")
            return {}
        for name in data:
            if name not in names:
                self.say((*place, clean_text(str(name))[:LIST_WORD_MOST]), "unknown_name")
        return data

    def text(self, data: object, place: Place, most: int, *, lines: bool = False) -> str:
        if not isinstance(data, str):
            self.say(place, "not_text")
            return ""
        cleaned = clean_text(data, lines=lines).strip()
        if len(cleaned) > most:
            self.say(place, "too_long", most=most)
        return cleaned[:most]

    def words(self, data: object, place: Place, most: int = WORDS_MOST) -> Words:
        if data is None:
            return Words("")
        found = self.table(data, place, ("id", "en"))
        return Words(
            self.text(found.get("id", ""), (*place, "id"), most, lines=most == WORDS_MOST),
            self.text(found.get("en", ""), (*place, "en"), most, lines=most == WORDS_MOST),
        )

    def number(self, data: object, place: Place, least: int, most: int) -> int:
        if isinstance(data, float) and data.is_integer():
            data = int(data)
        if not isinstance(data, int) or isinstance(data, bool):
            self.say(place, "not_a_number")
            return least
        if not least <= data <= most:
            self.say(place, "out_of_range", least=least, most=most)
            return least
        return data

    def listed(self, data: object, place: Place, most: int, read: Callable[[object, Place], Item]) -> tuple[Item, ...]:
        if data is None:
            return ()
        if not isinstance(data, list):
            self.say(place, "not_a_list")
            return ()
        if len(data) > most:
            self.say(place, "too_many", most=most)
        return tuple(read(one, (*place, at)) for at, one in enumerate(data[:most]))

    def key(self, data: object, place: Place) -> str:
        if not isinstance(data, str) or not KEY.fullmatch(data):
            self.say(place, "bad_key")
            return ""
        return data

    def word(self, data: object, place: Place) -> str:
        return self.text(data, place, LIST_WORD_MOST)

    def firmness(self, data: object, place: Place) -> str:
        if data not in FIRMNESS:
            self.say(place, "unknown_firmness")
            return ""
        return str(data)

    def rubric(self, data: object) -> Rubric:
        names = (
            "schema",
            "title",
            "about",
            "materials",
            "techniques",
            "scale",
            "criteria",
            "gates",
            "defects",
            "sources",
        )
        found = self.table(data, (), names)
        if isinstance(data, dict) and found.get("schema") != SCHEMA:
            self.say(("schema",), "other_schema", wanted=SCHEMA)
        return Rubric(
            title=self.words(found.get("title"), ("title",), TITLE_MOST),
            about=self.words(found.get("about"), ("about",)),
            materials=self.listed(found.get("materials"), ("materials",), LISTED_MOST, self.word),
            techniques=self.listed(found.get("techniques"), ("techniques",), LISTED_MOST, self.word),
            scale=self.scale(found.get("scale"), ("scale",)),
            criteria=self.listed(found.get("criteria"), ("criteria",), CRITERIA_MOST, self.criterion),
            gates=self.listed(found.get("gates"), ("gates",), GATES_MOST, self.gate),
            defects=self.listed(found.get("defects"), ("defects",), DEFECTS_MOST, self.defect),
            sources=self.listed(found.get("sources"), ("sources",), SOURCES_MOST, self.source),
        )

    def scale(self, data: object, place: Place) -> Scale:
        if data is None:
            return Scale()
        found = self.table(data, place, ("least", "most"))
        least = self.number(found.get("least", 1), (*place, "least"), SCORE_LEAST, SCORE_MOST)
        most = self.number(found.get("most", 5), (*place, "most"), SCORE_LEAST, SCORE_MOST)
        if most <= least or most - least > LEVELS_MOST:
            self.say(place, "scale_order", most=LEVELS_MOST)
            return Scale()
        return Scale(least, most)

    def criterion(self, data: object, place: Place) -> Criterion:
        found = self.table(data, place, ("key", "title", "help", "weight", "why", "levels"))
        return Criterion(
            key=self.key(found.get("key"), (*place, "key")),
            title=self.words(found.get("title"), (*place, "title"), TITLE_MOST),
            help=self.words(found.get("help"), (*place, "help")),
            weight=self.number(found.get("weight", 0), (*place, "weight"), 0, WHOLE),
            why=self.words(found.get("why"), (*place, "why")),
            levels=self.listed(found.get("levels"), (*place, "levels"), LEVELS_MOST + 1, self.level),
        )

    def level(self, data: object, place: Place) -> Level:
        found = self.table(data, place, ("score", "words", "photo"))
        return Level(
            score=self.number(found.get("score"), (*place, "score"), SCORE_LEAST, SCORE_MOST),
            words=self.words(found.get("words"), (*place, "words")),
            photo=self.photo(found.get("photo", ""), (*place, "photo")),
        )

    def photo(self, data: object, place: Place) -> str:
        if data == "":
            return ""
        try:
            return str(UUID(str(data)))
        except ValueError:
            self.say(place, "bad_photo")
            return ""

    def gate(self, data: object, place: Place) -> Gate:
        found = self.table(data, place, ("key", "title", "words", "test", "paper", "firmness"))
        return Gate(
            key=self.key(found.get("key"), (*place, "key")),
            title=self.words(found.get("title"), (*place, "title"), TITLE_MOST),
            words=self.words(found.get("words"), (*place, "words")),
            test=self.words(found.get("test"), (*place, "test")),
            paper=self.word(found.get("paper", ""), (*place, "paper")),
            firmness=self.firmness(found.get("firmness", ""), (*place, "firmness")),
        )

    def defect(self, data: object, place: Place) -> DefectKind:
        found = self.table(data, place, ("key", "title", "causes"))
        return DefectKind(
            key=self.key(found.get("key"), (*place, "key")),
            title=self.words(found.get("title"), (*place, "title"), TITLE_MOST),
            causes=self.words(found.get("causes"), (*place, "causes")),
        )

    def source(self, data: object, place: Place) -> Source:
        found = self.table(data, place, ("text", "firmness"))
        return Source(
            text=self.words(found.get("text"), (*place, "text")),
            firmness=self.firmness(found.get("firmness", ""), (*place, "firmness")),
        )
