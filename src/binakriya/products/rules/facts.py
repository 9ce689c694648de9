"""What a product and its variant are, before they are kept.

Words: *length × breadth × height* are outside sides in mm, height as the product stands; a *cylinder* stands upright,
its length and breadth are its diameter; an *irregular* product is held by the smallest box around it, and may have an
*outline*: its contour as it lies, seen from above, as points (x, y) in mm.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from binakriya.engines.protection import FORMS, SHAPES, find_material
from binakriya.foundation.rules.refusals import Refused
from binakriya.foundation.rules.text import clean_text

NAME_MOST, MATERIAL_MOST, NOTE_MOST, SKU_MOST = 120, 60, 500, 40
FACTS_MOST = {
    "name": NAME_MOST,
    "material": MATERIAL_MOST,
    "kind": NAME_MOST,
    "technique": NAME_MOST,
    "note": NOTE_MOST,
}
POINTS_MOST = 200
LEAST_SIDE_MM = 1.0
VARIANTS_MOST = 30
Point = tuple[float, float]


class State(StrEnum):
    """`archived`: no longer made; out of lists, but its history stays."""

    ACTIVE = "active"
    ARCHIVED = "archived"


class How(StrEnum):
    """How a size was found; the order is that of the form."""

    RULER = "ruler"
    CALIPER = "caliper"
    PHOTO = "photo"
    STATED = "stated"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class ProductFacts:
    """`material`: a code of the protection engine, or the office's own words for what that does not know."""

    name: str
    material: str
    kind: str = ""
    form: str = "plain"
    technique: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Size:
    """Outside, in mm."""

    shape: str
    length: Decimal
    breadth: Decimal
    height: Decimal
    outline: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """A size and a mass (g; None while nobody has weighed), and who found them when and how."""

    size: Size
    mass: Decimal | None
    who: str
    on: date
    how: How
    note: str = ""


def tidy(text: str, most: int) -> str:
    """Without doubled blanks and without characters that nobody sees, also from files and commands."""
    return " ".join(clean_text(text).split())[:most].strip()


def material_code(words: str) -> str:
    """The engine's code for a usual word; else the words as they are."""
    words = tidy(words, MATERIAL_MOST)
    found = find_material(words)
    return found.code if found else words


def has_letters(text: str) -> bool:
    """Whether there is something to read: blanks that nobody sees are no name."""
    return any(letter.isalnum() for letter in text)


def checked_facts(facts: ProductFacts) -> ProductFacts:
    """Tidied; raises Refused: name_needed, material_needed, form_unknown, text_long (`field`, `most`)."""
    for field, most in FACTS_MOST.items():
        if len(" ".join(getattr(facts, field).split())) > most:
            raise Refused("text_long", field=field, most=most)
    name, material = tidy(facts.name, NAME_MOST), material_code(facts.material)
    if not has_letters(name):
        raise Refused("name_needed")
    if not has_letters(material):
        raise Refused("material_needed")
    if facts.form not in FORMS:
        raise Refused("form_unknown")
    return ProductFacts(
        name,
        material,
        tidy(facts.kind, NAME_MOST),
        facts.form,
        tidy(facts.technique, NAME_MOST),
        tidy(facts.note, NOTE_MOST),
    )


def checked_outline(points: Sequence[Point], length: Decimal, breadth: Decimal) -> tuple[Point, ...]:
    """Raises Refused: outline_few, outline_many, outline_crosses, outline_flat, outline_outside (length × breadth)."""
    if not points:
        return ()
    if len(points) > POINTS_MOST:
        raise Refused("outline_many", most=POINTS_MOST)
    if len(set(points)) < 3:
        raise Refused("outline_few")
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    # From its own corner on, so that it may be typed from any.
    moved = tuple((round(x - min(xs), 1), round(y - min(ys), 1)) for x, y in points)
    if max(xs) - min(xs) > float(length) + 0.5 or max(ys) - min(ys) > float(breadth) + 0.5:
        raise Refused("outline_outside", width=round(max(xs) - min(xs), 1), depth=round(max(ys) - min(ys), 1))
    if crosses(moved):
        raise Refused("outline_crosses")
    if _area(moved) < LEAST_SIDE_MM**2:
        raise Refused("outline_flat")
    return moved


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _area(points: Sequence[Point]) -> float:
    """mm², by the shoelace formula."""
    return abs(sum(_turn((0.0, 0.0), points[i - 1], points[i]) for i in range(len(points)))) / 2


def _cut(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def crosses(points: Sequence[Point]) -> bool:
    """Whether two sides of the closed outline cut each other."""
    sides = [(points[i], points[(i + 1) % len(points)]) for i in range(len(points))]
    return any(
        _cut(*sides[i], *sides[j])
        for i in range(len(sides))
        for j in range(i + 2, len(sides))
        if (j + 1) % len(sides) != i
    )


def checked_size(size: Size) -> Size:
    """Raises Refused: shape_unknown, not_round, and what `checked_outline` raises. Lengths are checked where they are
    read (`rules.measures`)."""
    if size.shape not in SHAPES:
        raise Refused("shape_unknown")
    if size.shape == "cylinder" and size.length != size.breadth:
        raise Refused("not_round")
    outline = size.outline if size.shape == "irregular" else ()
    return Size(size.shape, size.length, size.breadth, size.height, checked_outline(outline, size.length, size.breadth))


# Grams of a cubic centimetre of the box around it: gold has 19, a basket of bamboo 0.01. Beyond, a unit was mistaken.
DENSEST, THINNEST = 20, 0.0005


def check_density(size: Size, mass: Decimal | None) -> None:
    """Raises Refused: too_heavy, too_light."""
    if mass is None:
        return
    density = float(mass) * 1000 / float(size.length * size.breadth * size.height)
    if density > DENSEST:
        raise Refused("too_heavy")
    if density < THINNEST:
        raise Refused("too_light")


def check_day(on: date, today: date) -> None:
    """Raises Refused("day_to_come")."""
    if on > today:
        raise Refused("day_to_come")
