"""The foot of a drawing: legend in both languages and the 100 mm check bar on the left, title block on the right (or
one over the other on a narrow sheet)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from binakriya.engines.boxes import Text
from binakriya.engines.drafting.lettering import fitted
from binakriya.engines.drafting.model import Label, Language, Line, Pen
from binakriya.engines.drafting.words import (
    BLANK,
    BOARD,
    BY,
    CHECK_BAR,
    CUT,
    DATE,
    DIRECTION,
    ENGINE,
    FILM,
    GLUE_INSIDE,
    GLUE_OUTSIDE,
    INSIDE,
    LENGTHS,
    MOUNTAIN,
    NUMBER,
    OUTSIDE,
    PERFORATION,
    SCALE,
    SEEN,
    STYLE,
    VALLEY,
)

BLOCK_WIDTH: Final = 180.0
BLOCK_HEIGHT: Final = 44.0
LEGEND_WIDTH: Final = 122.0
ROW: Final = 4.6
BAR_MM: Final = 100.0
MARGIN_MM: Final = 10.0


@dataclass(frozen=True)
class Facts:
    """The cells of the title block, ready to print."""

    name: str
    office: str
    style: str
    inside: str
    outside: str
    board: str
    blank: str
    lengths: str
    direction: str
    number: str
    date: str
    by: str
    engine: str


def footer_size(room: float, size: float) -> float | None:
    """Height in mm of the footer in a room of so many mm; None when the room is too narrow for it."""
    k = size / 2.5
    if room >= (BLOCK_WIDTH + LEGEND_WIDTH) * k + 8:
        return BLOCK_HEIGHT * k
    if room >= max(BLOCK_WIDTH * k, BAR_MM + 10):
        return 2 * BLOCK_HEIGHT * k + 2 * k
    return None


def footer(
    facts: Facts, used: Collection[Pen], glued: Collection[str], wide: float, size: float, language: Language
) -> tuple[list[Line], list[Label]]:
    """Lines and labels of the foot of a sheet `wide` mm wide."""
    k = size / 2.5
    side_by_side = wide - 2 * MARGIN_MM >= (BLOCK_WIDTH + LEGEND_WIDTH) * k + 8
    lines, labels = _block(facts, wide - MARGIN_MM - BLOCK_WIDTH * k, MARGIN_MM, k, language)
    low = MARGIN_MM if side_by_side else MARGIN_MM + (BLOCK_HEIGHT + 2) * k
    more_lines, more_labels = _legend(used, glued, MARGIN_MM, low, k, language)
    return lines + more_lines, labels + more_labels


def _block(facts: Facts, x: float, y: float, k: float, language: Language) -> tuple[list[Line], list[Label]]:
    """Rows from the top: name; style; inside, outside, board; blank, lengths, direction; date, by, number, scale."""
    rows: list[tuple[float, list[tuple[float, str, str]]]] = [
        (9.0, [(1.0, facts.office, facts.name)]),
        (8.0, [(0.6, STYLE.read(language), facts.style), (0.4, BOARD.read(language), facts.board)]),
        (
            8.0,
            [
                (0.34, INSIDE.read(language), facts.inside),
                (0.33, OUTSIDE.read(language), facts.outside),
                (0.33, BLANK.read(language), facts.blank),
            ],
        ),
        (
            8.0,
            [
                (0.34, LENGTHS.read(language), facts.lengths),
                (0.44, DIRECTION.read(language), facts.direction),
                (0.22, SCALE.read(language), "1 : 1"),
            ],
        ),
        (
            8.0,
            [
                (0.18, DATE.read(language), facts.date),
                (0.30, BY.read(language), facts.by),
                (0.24, NUMBER.read(language), facts.number),
                (0.28, ENGINE.read(language), facts.engine),
            ],
        ),
    ]
    wide, high = BLOCK_WIDTH * k, sum(row[0] for row in rows) * k
    lines = [Line("ANNOTATION", _frame(x, y, wide, high), True, "frame")]
    labels: list[Label] = []
    top = y + high
    for number, (tall, cells) in enumerate(rows):
        left = x
        for place, (share, head, value) in enumerate(cells):
            room = share * wide - 2 * k
            if place:
                lines.append(Line("ANNOTATION", ((_r(left), _r(top)), (_r(left), _r(top - tall * k))), False, "thin"))
            letter = 4.0 * k if number == 0 else 2.6 * k
            if head:
                at = (_r(left + k), _r(top - 2.6 * k))
                labels.append(Label(at, fitted(head, 1.8 * k, room), 1.8 * k))
            at = (_r(left + k), _r(top - tall * k + 1.6 * k))
            labels.append(Label(at, fitted(value, letter, room, bold=number == 0), letter, bold=number == 0))
            left += share * wide
        top -= tall * k
        if number < len(rows) - 1:
            lines.append(Line("ANNOTATION", ((_r(x), _r(top)), (_r(x + wide), _r(top))), False, "thin"))
    return lines, labels


def _legend(
    used: Collection[Pen], glued: Collection[str], x: float, y: float, k: float, language: Language
) -> tuple[list[Line], list[Label]]:
    first, second = ("id", "en") if language == "id" else ("en", "id")
    known: tuple[tuple[Pen, Text], ...] = (
        ("knife", CUT),
        ("valley", VALLEY),
        ("mountain", MOUNTAIN),
        ("perforation", PERFORATION),
        ("film", FILM),
    )
    entries = [(pen, words, False) for pen, words in known if pen in used]
    entries += [("glue", GLUE_INSIDE, True)] if "inside" in glued else []
    entries += [("glue", GLUE_OUTSIDE, False)] if "outside" in glued else []
    lines: list[Line] = []
    labels: list[Label] = []
    row = y + BLOCK_HEIGHT * k - 9.0 * k
    labels.append(Label((_r(x), _r(row + ROW * k)), both(SEEN, first, second), 2.2 * k, bold=True))
    for pen, words, rising in entries:
        if pen == "glue":
            frame = _frame(x, row - 0.6 * k, 14 * k, 2.6 * k)
            lines.append(Line("ANNOTATION", frame, True, "glue"))
            for n in range(4):
                a, b = (x + (3 * n + 1) * k, _r(row - 0.6 * k)), (x + (3 * n + 3.6) * k, _r(row + 2 * k))
                ends = ((_r(a[0]), a[1]), (_r(b[0]), b[1])) if rising else ((_r(a[0]), b[1]), (_r(b[0]), a[1]))
                lines.append(Line("ANNOTATION", ends, False, "glue"))
        else:
            lines.append(
                Line("ANNOTATION", ((_r(x), _r(row + 0.7 * k)), (_r(x + 14 * k), _r(row + 0.7 * k))), False, pen)
            )
        labels.append(Label((_r(x + 17 * k), _r(row)), both(words, first, second), 2.2 * k))
        row -= ROW * k
    low = y + 1.6 * k
    labels.append(Label((_r(x), _r(low + 3.4 * k)), f"100 mm: {both(CHECK_BAR, first, second)}", 2.2 * k))
    lines += check_bar(x, low)
    return lines, labels


def check_bar(x: float, y: float) -> list[Line]:
    """A bar of 100 mm in ten parts, every other one filled; end to end exactly 100 mm at 1:1."""
    lines = [Line("ANNOTATION", _frame(x, y, BAR_MM, 1.6), True, "frame")]
    lines += [Line("ANNOTATION", _frame(x + 10 * n, y, 10, 1.6), True, "solid") for n in range(0, 10, 2)]
    return lines


def both(words: Text, first: str, second: str) -> str:
    """The text in both languages, the reader's first."""
    return f"{words.read(first)} / {words.read(second)}"


def _frame(x: float, y: float, wide: float, high: float) -> tuple[tuple[float, float], ...]:
    return ((_r(x), _r(y)), (_r(x + wide), _r(y)), (_r(x + wide), _r(y + high)), (_r(x), _r(y + high)))


def _r(value: float) -> float:
    return round(value, 3)
