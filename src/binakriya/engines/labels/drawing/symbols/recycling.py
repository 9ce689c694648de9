"""What a pack is made of, for sorting: resin codes 1 to 7, the numbers of 97/129/EC, the Mobius loop.

Numbers and abbreviations as generally known; the annexes of 97/129/EC were not seen [M]. In Indonesia the resin codes
bind food packs only (Permenperin 24/2010) [S].
"""

import math
from typing import Final

from binakriya.engines.labels.drawing.shapes import IDENTITY, Matrix, Path, line, moved, product
from binakriya.engines.labels.drawing.symbols.model import Symbol, all_of, ink, letters, pen
from binakriya.engines.labels.drawing.words import Text

_MIDDLE: Final = (50.0, 48.0)


def _turned(path: Path, degrees: float) -> Path:
    x, y = _MIDDLE
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    turn: Matrix = (c, s, -s, c, 0.0, 0.0)
    return moved(path, product(product(product(IDENTITY, (1, 0, 0, 1, -x, -y)), turn), (1, 0, 0, 1, x, y)))


def _thrice(*paths: Path) -> tuple[Path, ...]:
    return tuple(_turned(path, 120 * k) for k in range(3) for path in paths)


# One side of the triangle: a line with an arrow head, then turned twice.
_CHASE: Final = all_of(
    pen(*_thrice((("M", 20, 71), ("L", 66, 71))), width=5.5),
    ink(*_thrice(line((64, 61.5), (64, 80.5), (83, 71), closed=True))),
)
_LOOP: Final = all_of(
    ink(*_thrice(line((27, 63), (64, 63), (64, 54), (84, 71), (64, 88), (64, 79), (17, 79), closed=True)))
)

RESINS: Final = (
    (1, "PET"), (2, "HDPE"), (3, "PVC"), (4, "LDPE"), (5, "PP"), (6, "PS"), (7, "O"),
)  # fmt: skip
OTHERS: Final = (
    (20, "PAP", Text("karton bergelombang", "corrugated board")),
    (21, "PAP", Text("karton pejal", "solid board")),
    (22, "PAP", Text("kertas", "paper")),
    (40, "FE", Text("baja", "steel")),
    (41, "ALU", Text("aluminium", "aluminium")),
    (50, "FOR", Text("kayu", "wood")),
    (51, "FOR", Text("gabus", "cork")),
    (60, "TEX", Text("katun", "cotton")),
    (61, "TEX", Text("goni", "jute")),
    (70, "GL", Text("kaca bening", "clear glass")),
    (71, "GL", Text("kaca hijau", "green glass")),
    (72, "GL", Text("kaca cokelat", "brown glass")),
    (81, "C/PAP", Text("kertas dan plastik", "paper and plastic")),
    (82, "C/PAP", Text("kertas dan aluminium", "paper and aluminium")),
    (84, "C/PAP", Text("kertas, plastik, dan aluminium", "paper, plastic and aluminium")),
    (90, "C/LDPE", Text("plastik dan aluminium", "plastic and aluminium")),
)


def _coded(number: int, name: str, title: Text) -> Symbol:
    size = 26.0 if number < 10 else 24.0
    beneath = 20.0 if len(name) < 5 else 17.0
    marks = all_of(_CHASE, (letters(str(number), 59, size), letters(name, 98, beneath)))
    key = f"{name.replace('/', '-').lower()}-{number}"
    return Symbol(key, "recycling", Text(f"{name} {number}: {title.id}", f"{name} {number}: {title.en}"), marks)


RECYCLING: Final[tuple[Symbol, ...]] = (
    Symbol("mobius", "recycling", Text("Dapat didaur ulang", "Recyclable"), _LOOP),
    *(_coded(number, name, Text(f"plastik {name}", f"{name} plastic")) for number, name in RESINS),
    *(_coded(number, name, title) for number, name, title in OTHERS),
)
