"""Handling of packages (ISO 780): what the carrier must and must not do. Drawn by us from the known shapes; the text of
the standard was not seen [M]."""

from typing import Final

from binakriya.engines.labels.drawing.shapes import Run, Shape, arc, circle, joined, line, rectangle
from binakriya.engines.labels.drawing.symbols.model import Symbol, all_of, cross, ink, letters, pen
from binakriya.engines.labels.drawing.words import Text

Marks = tuple[Shape | Run, ...]

_BASE: Final = pen(line((10, 92), (90, 92)))
_BOX: Final = pen(rectangle(34, 44, 32, 32))


def _arrow(x: float, y0: float, y1: float, head: float = 12.0) -> Marks:
    """An arrow along x from y0 to its tip y1."""
    back = y1 + (head if y1 < y0 else -head)
    return all_of(
        pen(line((x, y0), (x, back))), ink(line((x, y1), (x - head * 0.7, back), (x + head * 0.7, back), closed=True))
    )


def _level(y: float, x0: float, x1: float, head: float = 12.0) -> Marks:
    back = x1 + (head if x1 < x0 else -head)
    return all_of(
        pen(line((x0, y), (back, y))), ink(line((x1, y), (back, y - head * 0.7), (back, y + head * 0.7), closed=True))
    )


_GLASS: Final = ink(
    (
        ("M", 28, 8), ("L", 72, 8), ("L", 72, 30), ("C", 72, 46, 62, 54, 54, 56), ("L", 54, 82), ("L", 72, 88),
        ("L", 72, 92), ("L", 28, 92), ("L", 28, 88), ("L", 46, 82), ("L", 46, 56), ("C", 38, 54, 28, 46, 28, 30),
        ("Z",),
    )
)  # fmt: skip
_UMBRELLA: Final = all_of(
    ink(
        (
            ("M", 10, 56), ("C", 12, 34, 28, 22, 50, 22), ("C", 72, 22, 88, 34, 90, 56),
            ("C", 84, 50, 70, 50, 63, 56), ("C", 58, 50, 42, 50, 37, 56), ("C", 30, 50, 16, 50, 10, 56), ("Z",),
        )
    ),
    pen((("M", 50, 54), ("L", 50, 84), ("C", 50, 94, 36, 94, 36, 84))),
    pen(*(line((x, y), (x - 3, y + 9)) for x, y in ((22, 8), (42, 4), (62, 4), (82, 8)))),
)  # fmt: skip
_SUN: Final = all_of(
    pen(circle(50, 20, 8)),
    pen(
        line((50, 2), (50, 7)), line((30, 20), (36, 20)), line((64, 20), (70, 20)),
        line((36, 6), (40, 10)), line((64, 6), (60, 10)), width=4.0,
    ),
    pen(line((16, 60), (50, 36), (84, 60)), width=6.0),
    pen(rectangle(32, 62, 36, 30)),
)  # fmt: skip
_HOOK: Final = pen(
    joined((arc(50, 60, 22, 20, 200), (("L", 29, 44),))),
    line((50, 38), (50, 14)), line((34, 14), (66, 14)),
    (("M", 71, 67), ("C", 72, 50, 50, 52, 50, 38)), width=6.0,
)  # fmt: skip


def _limit(under: str) -> Marks:
    return all_of(_arrow(50, 24, 52), pen(line((10, 56), (90, 56))), (letters(under, 18, 20),), _stack())


def _stack() -> Marks:
    return pen(rectangle(26, 64, 48, 28))


def _of(key: str, indonesian: str, english: str, marks: Marks, question: str = "") -> Symbol:
    return Symbol(key, "handling", Text(indonesian, english), marks, question, 10.0)


HANDLING: Final[tuple[Symbol, ...]] = (
    _of("fragile", "Mudah pecah", "Fragile", _GLASS),
    _of("this-way-up", "Sisi ini di atas", "This way up",
        all_of(_arrow(32, 82, 10, 22), _arrow(68, 82, 10, 22), _BASE), "way"),
    _of("keep-dry", "Jaga tetap kering", "Keep dry", _UMBRELLA),
    _of("keep-from-sun", "Jauhkan dari panas matahari", "Keep away from sunlight", _SUN),
    _of("centre-of-gravity", "Titik berat", "Centre of gravity",
        all_of(pen(circle(50, 50, 26)), pen(line((50, 6), (50, 94)), line((6, 50), (94, 50))))),
    _of("do-not-roll", "Jangan digulingkan", "Do not roll",
        all_of(pen(rectangle(36, 38, 28, 28)), pen(arc(50, 52, 34, 200, 330)),
               ink(line((82, 46), (66, 34), (85, 27), closed=True)), cross())),
    _of("no-hooks", "Jangan pakai ganco", "Use no hand hooks", all_of(_HOOK, cross())),
    _of("clamp-here", "Jepit di sini", "Clamp here",
        all_of(_BOX, _level(60, 6, 30), _level(60, 94, 70)), "clamp"),
    _of("no-clamp", "Jangan dijepit di sini", "Do not clamp here",
        all_of(_BOX, _level(60, 6, 30), _level(60, 94, 70), cross()), "clamp"),
    _of("stack-3", "Paling banyak 3 lapis di atasnya", "Stack 3 high at most on top", _limit("3"), "stack"),
    _of("stack-5", "Paling banyak 5 lapis di atasnya", "Stack 5 high at most on top", _limit("5"), "stack"),
    _of("stack-10", "Paling banyak 10 lapis di atasnya", "Stack 10 high at most on top", _limit("10"), "stack"),
    _of("do-not-stack", "Jangan ditumpuk", "Do not stack",
        all_of(pen(rectangle(26, 58, 48, 34)), pen(rectangle(32, 14, 36, 28)), cross()), "stack"),
    _of("sling-here", "Angkat dengan tali di sini", "Sling here",
        all_of(_BOX, pen(line((40, 44), (40, 14)), line((60, 44), (60, 14)), line((30, 14), (70, 14))))),
    _of("no-fork-lift", "Jangan pakai forklift", "Do not use fork lift",
        all_of(pen(rectangle(44, 34, 40, 34)), pen(line((14, 16), (14, 78), (86, 78))), cross())),
    _of("keep-cool", "Jaga pada suhu terbatas", "Temperature limits",
        all_of(pen((("M", 42, 60), ("L", 42, 16), ("C", 42, 6, 58, 6, 58, 16), ("L", 58, 60))),
               pen(circle(50, 74, 16)), ink(circle(50, 74, 9)), pen(line((50, 70), (50, 34))))),
)  # fmt: skip
