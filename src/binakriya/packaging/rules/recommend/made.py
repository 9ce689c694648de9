"""Boxes as the box engine makes them, measured; the bridge from a grade of board to what a box is drawn in.

Glossary: **made** a box that can be drawn, with the figures that strength and freight need; **estimate** the same
figures without drawing it, good enough to put packs in order (`estimates`).
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from binakriya.engines.boxes import Board, Box, BoxError, Style, Text, build, measures
from binakriya.engines.protection import BoardGrade
from binakriya.packaging.rules.recommend.estimates import AREA, OUTSIDE

Size = tuple[float, float, float]
Parameters = tuple[tuple[str, float | str | bool], ...]


@dataclass(frozen=True, slots=True)
class Made:
    """Sizes in mm; `area_m2` of board, all pieces; `rectangle_m2` what the pieces take of a sheet before nesting;
    `pieces` (width, height, copies) of each blank; `parameters` what was chosen of the style's own."""

    style: str
    inside_mm: Size
    outside_mm: Size
    area_m2: float
    rectangle_m2: float
    pieces: tuple[tuple[float, float, int], ...]
    parameters: Parameters = ()


_FIRM: dict[str, Literal["A", "B", "C"]] = {"A": "A", "B": "B", "C": "C"}


def as_board(grade: BoardGrade) -> Board:
    """The same board as the box engine asks for it. Card has no flute."""
    firm = _FIRM.get(grade.firmness.value, "B")
    return Board(
        code=grade.code,
        name=Text(grade.code, grade.code),
        kind="corrugated" if grade.flute else "card",
        caliper_mm=grade.caliper_mm,
        grammage_gsm=grade.grammage,
        flute=grade.flute or None,
        caliper_firmness=firm,
        grammage_firmness=firm,
        source=grade.source,
    )


def draw(style: str, inside_mm: Size, grade: BoardGrade, parameters: Parameters = ()) -> Box:
    """The box itself. Raises BoxError."""
    return build(style, inside_mm, as_board(grade), **dict(parameters))


@lru_cache(maxsize=8192)
def make(style: str, inside_mm: Size, grade: BoardGrade, parameters: Parameters = ()) -> Made | BoxError:
    """Its figures, or why it cannot be (answered, not raised, so that the refusal is kept too)."""
    try:
        found = measures(draw(style, inside_mm, grade, parameters))
    except BoxError as error:
        return error
    return Made(
        style=style,
        inside_mm=inside_mm,
        outside_mm=found.outside,
        area_m2=found.area / 1e6,
        rectangle_m2=sum(b.width * b.height * b.copies for b in found.blanks) / 1e6,
        pieces=tuple((b.width, b.height, b.copies) for b in found.blanks),
        parameters=parameters,
    )


ROUGH_AREA = 13
ROUGH_OUTSIDE = 5


def area_terms(length: float, breadth: float, height: float, caliper: float) -> tuple[float, ...]:
    """What the area of a blank is made of: panels are products of sides, allowances go with the caliper."""
    return (
        length * breadth,
        length * height,
        breadth * height,
        length * length,
        breadth * breadth,
        height * height,
        length * caliper,
        breadth * caliper,
        height * caliper,
        length,
        breadth,
        height,
        1.0,
    )


def outside_terms(length: float, breadth: float, height: float, caliper: float) -> tuple[float, ...]:
    return caliper, length, breadth, height, 1.0


@dataclass(frozen=True, slots=True)
class Estimate:
    """Area and outside of a style without making it: by the fitted table, or from one made box where the style is not
    in the table."""

    style: str
    area: tuple[float, ...]
    outside: tuple[tuple[float, ...], ...]

    def outside_mm(self, inside_mm: Size, caliper_mm: float) -> Size:
        terms = outside_terms(*inside_mm, caliper_mm)
        length, breadth, height = (
            side + max(0.0, sum(c * t for c, t in zip(row, terms, strict=True)))
            for side, row in zip(inside_mm, self.outside, strict=True)
        )
        return length, breadth, height

    def area_m2(self, inside_mm: Size, caliper_mm: float) -> float:
        terms = area_terms(*inside_mm, caliper_mm)
        return max(1e-4, sum(c * t for c, t in zip(self.area, terms, strict=True)) / 1e6)


def estimate_of(style: Style, inside_mm: Size, grade: BoardGrade, parameters: Parameters = ()) -> Estimate | BoxError:
    """The estimate for a style; one with parameters of its own, or that the table does not know yet, is made once, at
    this size in this board."""
    if style.code in AREA and not parameters:
        return Estimate(style.code, AREA[style.code], OUTSIDE[style.code])
    made = make(style.code, inside_mm, grade, parameters)
    if isinstance(made, BoxError):
        return made
    length, breadth, height = inside_mm
    each = made.area_m2 * 1e6 / (length * breadth + length * height + breadth * height)
    layers = tuple(
        ((out - own) / grade.caliper_mm, 0.0, 0.0, 0.0, 0.0)
        for out, own in zip(made.outside_mm, inside_mm, strict=True)
    )
    return Estimate(style.code, (each, each, each, *[0.0] * (ROUGH_AREA - 3)), layers)


def allowed(style: Style, grade: BoardGrade) -> bool:
    least, most = style.caliper
    return ("corrugated" if grade.flute else "card") in style.kinds and least <= grade.caliper_mm <= most


def room_in(style: Style, needed: Size) -> Size | None:
    """The inside to make: what is needed, or the style's smallest where that is larger; None beyond its largest."""
    if any(need > most for need, most in zip(needed, style.largest, strict=True)):
        return None
    length, breadth, height = (max(need, least) for need, least in zip(needed, style.smallest, strict=True))
    return length, breadth, height
