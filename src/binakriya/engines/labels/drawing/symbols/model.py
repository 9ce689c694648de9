"""A symbol: shapes and letters on a field of 100 x 100 units, y downwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from binakriya.engines.labels.drawing.shapes import Path, Run, Shape, circle, line
from binakriya.engines.labels.drawing.words import Text

INK: Final = "ink"
"""Stands for the colour of the label's text."""
PEN: Final = 5.0

Group = Literal["care", "recycling", "handling"]


@dataclass(frozen=True, slots=True)
class Symbol:
    """`question`: what it answers; a label may hold one answer to each. `least_mm`: smallest side at which it is still
    told apart [house choice: 5 mm care and material, 10 mm handling]. Letters of `marks` stand in the middle of x."""

    key: str
    group: Group
    title: Text
    marks: tuple[Shape | Run, ...]
    question: str = ""
    least_mm: float = 5.0


def pen(*paths: Path, width: float = PEN) -> tuple[Shape, ...]:
    return tuple(Shape(path, None, INK, width, round=True) for path in paths)


def ink(*paths: Path) -> tuple[Shape, ...]:
    return tuple(Shape(path, INK) for path in paths)


def letters(text: str, y: float, size: float, x: float = 50.0) -> Run:
    return Run(text, x, y, size, "bold", INK)


def cross() -> tuple[Shape, ...]:
    """St Andrew's cross: not to be done."""
    return pen(line((8, 10), (92, 90)), line((92, 10), (8, 90)))


def dots(count: int, y: float, radius: float = 5.5, step: float = 17.0) -> tuple[Shape, ...]:
    return ink(*(circle(50 + (k - (count - 1) / 2) * step, y, radius) for k in range(count)))


def bars(count: int, y: float = 91.0) -> tuple[Shape, ...]:
    """Lines beneath: mild, very mild."""
    return pen(*(line((20, y + 8 * k), (80, y + 8 * k)) for k in range(count)), width=4.0)


def all_of(*parts: Iterable[Shape | Run]) -> tuple[Shape | Run, ...]:
    return tuple(mark for part in parts for mark in part)
