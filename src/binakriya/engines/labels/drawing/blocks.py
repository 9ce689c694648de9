"""Blocks of a label: each knows its height in a column, and paints itself when its place is known."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal

from binakriya.engines.labels.drawing.codes import (
    BAR_MM,
    DIGIT_EM_MODULES,
    GUARD_MODULES,
    QUIET,
    X_MM,
    Code,
    guards,
    runs,
)
from binakriya.engines.labels.drawing.model import RasterLogo, VectorLogo
from binakriya.engines.labels.drawing.shapes import Mark, Picture, Run, Shape, joined, placed, rectangle
from binakriya.engines.labels.drawing.symbols import INK, Symbol
from binakriya.engines.labels.drawing.typefaces import Typefaces
from binakriya.engines.labels.drawing.typesetting import Paragraph

Align = Literal["left", "middle"]
BLACK, WHITE = "#000000", "#ffffff"
QR_MM: Final = 0.5
"""Module of a QR code at 100 %."""
QR_FLOOR_MM: Final = 0.4
"""Below 100 % a QR code is kept at what phones read, unless it is made smaller than 80 % on purpose."""


@dataclass(frozen=True, slots=True)
class Block:
    """`paint(x, y)`: the marks with the block's upper left corner there. `lines` and `line`: of text, mm a line.
    `wide`: least width of the column."""

    field: str
    height: float
    paint: Callable[[float, float], Iterable[Mark]]
    lines: int = 0
    line: float = 0.0
    wide: float = 0.0


def text_block(
    field: str, paragraph: Paragraph, *, size: float, leading: float, room: float, align: Align, colour: str
) -> Block:
    """Lines of `size` mm font size, `leading` em apart."""
    lines = paragraph.lines(room / size)
    line = size * leading
    face = paragraph.faces["regular"]

    def paint(x: float, y: float) -> Iterable[Mark]:
        # The first baseline lies so that capitals begin at the upper edge of the block.
        baseline = y + (line - size) / 2 + size * (0.5 + face.cap_height / 2)
        for each in lines:
            left = x + (room - each.width * size) / 2 if align == "middle" else x
            for text, chosen, begins in _merged(each.words, paragraph.space):
                yield Run(text, left + begins * size, baseline, size, chosen, colour)
            baseline += line

    return Block(field, len(lines) * line, paint, len(lines), line)


def _merged(words: tuple[tuple[str, str, float], ...], space: float) -> list[tuple[str, str, float]]:
    """Neighbouring words of one face as one text."""
    found: list[tuple[str, str, float]] = []
    for text, face, begins in words:
        if found and found[-1][1] == face:
            found[-1] = (f"{found[-1][0]} {text}", face, found[-1][2])
        else:
            found.append((text, face, begins))
    return found


def logo_block(logo: VectorLogo | RasterLogo, *, room: float, height: float, align: Align) -> Block:
    """As large as fits in `room` x `height` mm."""
    scale = min(room / logo.width, height / logo.height)
    wide, high = logo.width * scale, logo.height * scale

    def paint(x: float, y: float) -> Iterable[Mark]:
        left = x + (room - wide) / 2 if align == "middle" else x
        if isinstance(logo, RasterLogo):
            yield Picture(logo.data, left, y, wide, high)
        else:
            for shape in logo.shapes:
                yield placed(shape, left, y, scale)

    return Block("logo", high, paint)


def symbols_block(
    symbols: tuple[Symbol, ...], faces: Typefaces, *, side: float, room: float, align: Align, colour: str
) -> Block:
    """Symbols of `side` mm in rows, a quarter apart."""
    step = side * 1.25
    across = max(1, int((room + 0.25 * side + 1e-9) / step))
    rows = [symbols[k : k + across] for k in range(0, len(symbols), across)]

    def paint(x: float, y: float) -> Iterable[Mark]:
        for k, row in enumerate(rows):
            run = len(row) * step - 0.25 * side
            left = x + (room - run) / 2 if align == "middle" else x
            for j, symbol in enumerate(row):
                yield from symbol_marks(symbol, faces, x=left + j * step, y=y + k * step, side=side, colour=colour)

    return Block("symbols", len(rows) * step - 0.25 * side, paint, wide=side)


def symbol_marks(symbol: Symbol, faces: Typefaces, *, x: float, y: float, side: float, colour: str) -> Iterable[Mark]:
    """The symbol with its field of 100 x 100 units at (x, y), `side` mm wide."""
    scale = side / 100
    for mark in symbol.marks:
        if isinstance(mark, Run):
            wide = faces[mark.face].width(mark.text, mark.size)
            yield Run(
                mark.text, x + (mark.x - wide / 2) * scale, y + mark.baseline * scale, mark.size * scale, mark.face,
                colour,
            )  # fmt: skip
        else:
            one = placed(mark, x, y, scale)
            yield Shape(
                one.path, colour if one.fill == INK else one.fill, colour if one.stroke == INK else one.stroke,
                one.width, one.even_odd, one.round,
            )  # fmt: skip


def module_mm(code: Code, magnification: float) -> float:
    if code.symbology != "qr":
        return X_MM * magnification
    return max(QR_FLOOR_MM, QR_MM * magnification) if magnification >= 0.8 else QR_MM * magnification


def code_size(code: Code, magnification: float) -> tuple[float, float]:
    """Width and height in mm with the quiet zones and the digits."""
    module = module_mm(code, magnification)
    wide = code.wide * module
    if code.symbology == "qr":
        return wide, wide
    return wide, BAR_MM[code.symbology] * magnification + _beneath() * module


def _beneath() -> float:
    """Modules below the bars: the digits and a little air."""
    return DIGIT_EM_MODULES * 0.75 + 2


def code_marks(code: Code, faces: Typefaces, *, x: float, y: float, magnification: float) -> Iterable[Mark]:
    """Black on a white ground that holds the quiet zones; (x, y) is the upper left corner of the ground."""
    module = module_mm(code, magnification)
    wide, high = code_size(code, magnification)
    yield Shape(rectangle(x, y, wide, high), WHITE)
    before, _ = QUIET[code.symbology]
    left = x + before * module
    if code.symbology == "qr":
        top = y + before * module
        yield Shape(
            joined(
                rectangle(left + at * module, top + k * module, count * module, module)
                for k, row in enumerate(code.rows)
                for at, count in runs(row)
            ),
            BLACK,
        )
        return
    bars = BAR_MM[code.symbology] * magnification
    long = guards(code)
    yield Shape(
        joined(
            rectangle(left + at * module, y, count * module, bars + (GUARD_MODULES * module if at in long else 0.0))
            for at, count in runs(code.rows[0])
        ),
        BLACK,
    )
    size = DIGIT_EM_MODULES * module
    baseline = y + bars + module + size * faces["regular"].cap_height
    for text, at, anchor in _digits(code):
        # The outer digits of UPC-A are smaller, so that they stay on the white of their quiet zone.
        own = 0.75 * size if code.symbology == "upca" and anchor != "middle" else size
        width = faces["regular"].width(text, own)
        shift = {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        yield Run(text, left + at * module - shift, baseline, own, "regular", BLACK)


def _digits(code: Code) -> list[tuple[str, float, str]]:
    """Texts, module at which they stand, and how."""
    text = code.text
    if code.symbology == "ean13":
        return [(text[0], -3.0, "end"), (text[1:7], 24.0, "middle"), (text[7:], 71.0, "middle")]
    if code.symbology == "ean8":
        return [(text[:4], 17.0, "middle"), (text[4:], 50.0, "middle")]
    if code.symbology == "upca":
        return [
            (text[0], -3.0, "end"), (text[1:6], 27.5, "middle"),
            (text[6:11], 67.5, "middle"), (text[11], 98.0, "start"),
        ]  # fmt: skip
    return [(text, len(code.rows[0]) / 2, "middle")]


def codes_block(codes: tuple[Code, ...], faces: Typefaces, *, magnification: float, room: float, align: Align) -> Block:
    """Codes side by side where the column is wide enough, else one below the other."""
    sizes = [code_size(code, magnification) for code in codes]
    gap = 2.0
    beside = sum(wide for wide, _ in sizes) + gap * (len(sizes) - 1)
    level = beside <= room + 1e-9
    height = max(high for _, high in sizes) if level else sum(high for _, high in sizes) + gap * (len(sizes) - 1)

    def paint(x: float, y: float) -> Iterable[Mark]:
        at = x + (room - beside) / 2 if align == "middle" else x
        for code, (wide, high) in zip(codes, sizes, strict=True):
            if level:
                top = y + height - high
                yield from code_marks(code, faces, x=at, y=top, magnification=magnification)
                at += wide + gap
            else:
                # One below the other they share their middle: their quiet zones differ.
                left = x + (room - wide) / 2
                yield from code_marks(code, faces, x=left, y=y, magnification=magnification)
                y += high + gap

    widest = max(wide for wide, _ in sizes)
    return Block("qr" if codes[0].symbology == "qr" else "barcode", height, paint, wide=widest)


def lines_over(block: Block, over: float) -> int:
    return math.ceil(over / block.line - 1e-9) if block.line else 0
