"""What a rubric says, as plain values.

Words: a **criterion** is one property that is scored; its **levels** are scores with words that anchor them, a score
between two anchors lies between their words. The **weight** is a whole percentage; the weights of a rubric add up to
100. A **gate** must pass and is never weighed against scores: it is settled by a **paper** (a key of
`binakriya.engines.labels.evidence`) or, without one, looked at by the assessor. A **defect kind** names a fault and
what usually causes it. **Firmness**: S, the source was read; M, general knowledge that is still to be verified; "" for
what is the office's own word.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

SCHEMA = "binakriya.rubric/1"
Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = ("id", "en")
FIRMNESS = ("", "S", "M")

TITLE_MOST, WORDS_MOST, LIST_WORD_MOST = 120, 600, 60
CRITERIA_MOST, LEVELS_MOST, GATES_MOST, DEFECTS_MOST, LISTED_MOST, SOURCES_MOST = 12, 10, 12, 40, 30, 12
SCORE_LEAST, SCORE_MOST = 0, 100
WHOLE = 100
"""What the weights add up to."""


@dataclass(frozen=True, slots=True)
class Words:
    """The same in both languages; English may be missing."""

    id: str
    en: str = ""

    def __getitem__(self, language: Language) -> str:
        """In that language, in Indonesian where that is missing."""
        return (self.en if language == "en" else self.id) or self.id


NOTHING = Words("")


@dataclass(frozen=True, slots=True)
class Scale:
    """Scores are the whole numbers from `least` to `most`."""

    least: int = 1
    most: int = 5

    @property
    def scores(self) -> tuple[int, ...]:
        return tuple(range(self.least, self.most + 1))


@dataclass(frozen=True, slots=True)
class Level:
    """`photo`: the id of a picture that the office keeps with the rubric, "" for none."""

    score: int
    words: Words
    photo: str = ""


@dataclass(frozen=True, slots=True)
class Criterion:
    """`weight` in percent; `why`: the reason of the weight."""

    key: str
    title: Words
    help: Words
    weight: int
    why: Words
    levels: tuple[Level, ...]

    def anchor(self, score: int) -> Level | None:
        """The level with that score, where there is one."""
        return next((level for level in self.levels if level.score == score), None)


@dataclass(frozen=True, slots=True)
class Gate:
    """`paper`: the subject of the paper that settles it; "" where the assessor looks. `test`: how it is found out."""

    key: str
    title: Words
    words: Words
    test: Words
    paper: str = ""
    firmness: str = ""


@dataclass(frozen=True, slots=True)
class DefectKind:
    key: str
    title: Words
    causes: Words


@dataclass(frozen=True, slots=True)
class Source:
    """Where criteria were taken from, or who decided them."""

    text: Words
    firmness: str = ""


@dataclass(frozen=True, slots=True)
class Rubric:
    """`materials`: codes of the protection engine or the office's own words, empty for any; `techniques`: words."""

    title: Words
    about: Words
    materials: tuple[str, ...]
    techniques: tuple[str, ...]
    scale: Scale
    criteria: tuple[Criterion, ...]
    gates: tuple[Gate, ...] = ()
    defects: tuple[DefectKind, ...] = ()
    sources: tuple[Source, ...] = ()

    def criterion(self, key: str) -> Criterion:
        """Raises KeyError."""
        return _named(self.criteria, key)

    def gate(self, key: str) -> Gate:
        """Raises KeyError."""
        return _named(self.gates, key)

    def defect(self, key: str) -> DefectKind:
        """Raises KeyError."""
        return _named(self.defects, key)

    @property
    def weight(self) -> int:
        """All weights together, in percent."""
        return sum(one.weight for one in self.criteria)

    @property
    def weights(self) -> Mapping[str, int]:
        return {one.key: one.weight for one in self.criteria}


Part = TypeVar("Part", Criterion, Gate, DefectKind)


def _named(parts: tuple[Part, ...], key: str) -> Part:
    for part in parts:
        if part.key == key:
            return part
    raise KeyError(key)
