"""Symbols of labels, drawn by us: care (ISO 3758), material and recycling, handling of packages (ISO 780)."""

from typing import Final

from binakriya.engines.labels.drawing.errors import LabelError
from binakriya.engines.labels.drawing.symbols.care import CARE
from binakriya.engines.labels.drawing.symbols.handling import HANDLING
from binakriya.engines.labels.drawing.symbols.model import INK, Group, Symbol
from binakriya.engines.labels.drawing.symbols.recycling import RECYCLING
from binakriya.engines.labels.drawing.words import Text

SYMBOLS: Final[dict[str, Symbol]] = {symbol.key: symbol for symbol in (*CARE, *RECYCLING, *HANDLING)}

UNKNOWN: Final = Text("Lambang {key} tidak dikenal.", "The symbol {key} is not known.")
TWICE: Final = Text(
    "{first} dan {second} saling bertentangan; pilih salah satu.",
    "{first} and {second} contradict each other: choose one.",
)


def chosen(keys: tuple[str, ...]) -> tuple[Symbol, ...]:
    """The symbols in the order of the standards (washing before bleaching before drying …), each once. Raises
    LabelError for an unknown key and for two of which only one can be true (wash at 40 °C and do not wash)."""
    for key in keys:
        if key not in SYMBOLS:
            raise LabelError("symbols", UNKNOWN.filled(key=key))
    found = [symbol for key, symbol in SYMBOLS.items() if key in keys]
    said: dict[str, Symbol] = {}
    for symbol in found:
        if symbol.question:
            first = said.setdefault(symbol.question, symbol)
            if first is not symbol:
                raise LabelError("symbols", TWICE.filled(first=first.title, second=symbol.title))
    return tuple(found)


__all__ = ["CARE", "HANDLING", "INK", "RECYCLING", "SYMBOLS", "Group", "Symbol", "chosen"]
