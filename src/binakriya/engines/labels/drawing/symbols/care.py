"""Care of textiles (ISO 3758): washing, bleaching, drying, ironing, professional care, in the standard's order.

Drawn by us from the known shapes; the text of the standard was not seen [M]. The symbols are a registered mark of
GINETEX in many countries (not known for Indonesia): whoever exports textiles asks the buyer first [M].
"""

from typing import Final

from binakriya.engines.labels.drawing.shapes import Path, circle, line, rectangle
from binakriya.engines.labels.drawing.symbols.model import Symbol, all_of, bars, cross, dots, letters, pen
from binakriya.engines.labels.drawing.words import Text

_TUB: Final = pen(
    line((5, 26), (17, 82), (83, 82), (95, 26)),
    (("M", 8, 38), ("C", 20, 28, 26, 28, 36, 38), ("C", 44, 46, 56, 46, 64, 38), ("C", 74, 28, 80, 28, 92, 38)),
)
_HAND: Final = pen(
    line((5, 26), (17, 82), (83, 82), (95, 26)),
    (("M", 8, 38), ("C", 14, 34, 20, 31, 25, 34)),
    (
        ("M", 14, 20), ("L", 46, 22), ("C", 58, 24, 68, 34, 78, 46), ("C", 82, 52, 76, 56, 71, 52), ("L", 58, 42),
        ("L", 68, 60), ("C", 70, 66, 63, 68, 60, 63), ("L", 50, 50), ("L", 56, 66), ("C", 56, 71, 50, 71, 48, 67),
        ("L", 36, 46), ("L", 14, 40),
    ),
    (("M", 74, 38), ("C", 82, 36, 86, 36, 92, 38)),
)  # fmt: skip
_TRIANGLE: Final = pen(line((50, 14), (94, 86), (6, 86), closed=True))
_SQUARE: Final = pen(rectangle(12, 12, 76, 76))
_DRUM: Final = pen(circle(50, 50, 37))
_IRON: Final = pen(
    line((5, 78), (95, 78), (84, 28), (36, 28)),
    (("M", 5, 78), ("C", 10, 56, 24, 48, 40, 48), ("L", 88, 48)),
)
_RING: Final = pen(circle(50, 46, 37))


def _wash(degrees: int, mild: int = 0) -> Symbol:
    how = (Text("", ""), Text(", lembut", ", mild"), Text(", sangat lembut", ", very mild"))[mild]
    key = f"wash-{degrees}" + ("", "-mild", "-very-mild")[mild]
    title = Text(f"Cuci paling panas {degrees} °C{how.id}", f"Wash at {degrees} °C at most{how.en}")
    return Symbol(key, "care", title, all_of(_TUB, (letters(str(degrees), 74, 31),), bars(mild)), "wash")


def _dry(key: str, title: Text, *lines: Path, shade: bool = False) -> Symbol:
    corner = (line((12, 36), (36, 12)),) if shade else ()
    return Symbol(
        f"dry-{key}{'-shade' if shade else ''}",
        "care",
        Text(title.id + (", di tempat teduh" if shade else ""), title.en + (" in the shade" if shade else "")),
        all_of(_SQUARE, pen(*lines, *corner)),
        "dry",
    )


def _clean(key: str, title: Text, letter: str, mild: int = 0) -> Symbol:
    how = (Text("", ""), Text(", lembut", ", mild"))[mild]
    return Symbol(
        f"clean-{key}{'-mild' if mild else ''}",
        "care",
        Text(title.id + how.id, title.en + how.en),
        all_of(_RING, (letters(letter, 62, 44),), bars(mild)),
        "wet" if letter == "W" else "dry-clean",
    )


_LINE, _DRIP, _FLAT, _FLAT_DRIP = (
    Text("Jemur digantung", "Line dry"),
    Text("Jemur digantung tanpa diperas", "Drip line dry"),
    Text("Jemur mendatar", "Dry flat"),
    Text("Jemur mendatar tanpa diperas", "Drip dry flat"),
)
_UP, _TWO_UP = (line((50, 24), (50, 76)),), (line((40, 24), (40, 76)), line((60, 24), (60, 76)))
_LEVEL, _TWO_LEVEL = (line((24, 50), (76, 50)),), (line((24, 42), (76, 42)), line((24, 60), (76, 60)))
_DRY_CLEAN, _HYDROCARBON, _WET = (
    Text("Cuci kering, semua pelarut kecuali trikloroetilen", "Dry clean, any solvent except trichloroethylene"),
    Text("Cuci kering, hanya hidrokarbon", "Dry clean, hydrocarbons only"),
    Text("Cuci basah di binatu", "Professional wet cleaning"),
)

CARE: Final[tuple[Symbol, ...]] = (
    _wash(30), _wash(30, 1), _wash(30, 2), _wash(40), _wash(40, 1), _wash(40, 2), _wash(60), _wash(60, 1), _wash(95),
    Symbol("wash-hand", "care", Text("Cuci dengan tangan", "Wash by hand"), _HAND, "wash"),
    Symbol("wash-no", "care", Text("Jangan dicuci", "Do not wash"), all_of(_TUB, cross()), "wash"),
    Symbol("bleach", "care", Text("Boleh diputihkan", "Any bleach"), _TRIANGLE, "bleach"),
    Symbol(
        "bleach-oxygen", "care", Text("Hanya pemutih oksigen", "Oxygen bleach only"),
        all_of(_TRIANGLE, pen(line((46, 84), (68, 46)), line((62, 84), (76, 60)))), "bleach",
    ),
    Symbol(
        "bleach-no", "care", Text("Jangan diputihkan", "Do not bleach"), all_of(_TRIANGLE, cross()), "bleach",
    ),
    Symbol(
        "tumble-low", "care", Text("Pengering mesin, suhu rendah", "Tumble dry low"),
        all_of(_SQUARE, _DRUM, dots(1, 50)), "tumble",
    ),
    Symbol(
        "tumble", "care", Text("Pengering mesin, suhu biasa", "Tumble dry normal"),
        all_of(_SQUARE, _DRUM, dots(2, 50)), "tumble",
    ),
    Symbol(
        "tumble-no", "care", Text("Jangan dikeringkan dengan mesin", "Do not tumble dry"),
        all_of(_SQUARE, _DRUM, cross()), "tumble",
    ),
    _dry("line", _LINE, *_UP), _dry("line", _LINE, *_UP, shade=True),
    _dry("drip", _DRIP, *_TWO_UP), _dry("drip", _DRIP, *_TWO_UP, shade=True),
    _dry("flat", _FLAT, *_LEVEL), _dry("flat", _FLAT, *_LEVEL, shade=True),
    _dry("flat-drip", _FLAT_DRIP, *_TWO_LEVEL), _dry("flat-drip", _FLAT_DRIP, *_TWO_LEVEL, shade=True),
    Symbol("iron-1", "care", Text("Setrika paling panas 110 °C", "Iron at 110 °C at most"),
           all_of(_IRON, dots(1, 64)), "iron"),
    Symbol("iron-2", "care", Text("Setrika paling panas 150 °C", "Iron at 150 °C at most"),
           all_of(_IRON, dots(2, 64)), "iron"),
    Symbol("iron-3", "care", Text("Setrika paling panas 200 °C", "Iron at 200 °C at most"),
           all_of(_IRON, dots(3, 64)), "iron"),
    Symbol("iron-no", "care", Text("Jangan disetrika", "Do not iron"), all_of(_IRON, cross()), "iron"),
    _clean("p", _DRY_CLEAN, "P"), _clean("p", _DRY_CLEAN, "P", 1),
    _clean("f", _HYDROCARBON, "F"), _clean("f", _HYDROCARBON, "F", 1),
    Symbol("clean-dry-no", "care", Text("Jangan dicuci kering", "Do not dry clean"), all_of(_RING, cross()),
           "dry-clean"),
    _clean("w", _WET, "W"), _clean("w", _WET, "W", 1),
    Symbol("clean-wet-no", "care", Text("Jangan dicuci basah di binatu", "Do not wet clean"),
           all_of(_RING, (letters("W", 62, 44),), cross()), "wet"),
)  # fmt: skip
