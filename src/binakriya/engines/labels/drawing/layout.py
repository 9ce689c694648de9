"""The layout: the same label gives the same places. The largest letters that fit are taken, then the largest codes.

*Column*: blocks below each other; codes stand at its foot · *plan*: which blocks go to which column of which face.
What does not fit is refused with the field and the lines that are over; nothing is ever cut off.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from binakriya.engines.labels.drawing.blocks import (
    Align,
    Block,
    codes_block,
    lines_over,
    logo_block,
    module_mm,
    symbols_block,
    text_block,
)
from binakriya.engines.labels.drawing.cleaning import MOST_FACTS, cleaned, name_of, named
from binakriya.engines.labels.drawing.codes import INDONESIA, Code, code_128, qr, retail
from binakriya.engines.labels.drawing.errors import LabelError, Overflow
from binakriya.engines.labels.drawing.legibility import (
    LEAST_CONTRAST,
    LEAST_LOGO_PPI,
    LEAST_QR_MODULE_MM,
    LEAST_SET_X_HEIGHT_MM,
    LEAST_X_HEIGHT_MM,
    MAGNIFICATION,
    SET_MAGNIFICATION,
    Finding,
    contrast,
    finding,
)
from binakriya.engines.labels.drawing.model import HOLE_AT_MM, HOLE_MM, SAFE_MM, SIZES, Label, RasterLogo, Size
from binakriya.engines.labels.drawing.shapes import Mark, Picture
from binakriya.engines.labels.drawing.symbols import Symbol, chosen
from binakriya.engines.labels.drawing.typefaces import Typefaces
from binakriya.engines.labels.drawing.typesetting import Paragraph, paragraph
from binakriya.engines.labels.drawing.words import Text, caption

Part = Literal["logo", "brand", "product", "story", "facts", "symbols", "codes"]
STEPS: Final = 8
"""Sizes of letters that are tried, from the largest down to the least."""
LARGEST_X_HEIGHT: Final = {"hang_tag": 1.7, "sticker": 1.9, "box_panel": 2.6, "sleeve": 2.0}
MAGNIFICATIONS: Final = (1.0, 0.9, 0.8)
GUTTER_MM: Final = 5.0
LEADING: Final = 1.28
COLOUR: Final = re.compile(r"#[0-9a-f]{6}")

FULL: Final = Text(
    "{field} terlalu panjang: {lines} baris lebih. Pendekkan, atau pilih ukuran label yang lebih besar.",
    "{field} is too long: {lines} lines over. Shorten it, or choose a larger label.",
)
NARROW: Final = Text(
    "{field} perlu ruang {wide} × {high} mm, yang tidak ada pada ukuran ini. Pilih ukuran label yang lebih besar.",
    "{field} needs {wide} × {high} mm, which this size does not have. Choose a larger label.",
)
CROWDED: Final = Text(
    "Isi label lebih tinggi {over} mm daripada ruangnya. Kurangi lambang atau pilih ukuran label yang lebih besar.",
    "The label's contents are {over} mm higher than its room. Use fewer symbols, or choose a larger label.",
)
UNKNOWN_SIZE: Final = Text("Ukuran label {key} tidak dikenal.", "The label size {key} is not known.")
UNSHOWN: Final = Text(
    "{field} memuat tanda yang tidak ada dalam huruf label: {signs}. Ganti dengan huruf biasa.",
    "{field} holds signs that the label's fonts lack: {signs}. Replace them with ordinary letters.",
)
NOTHING: Final = Text(
    "Label masih kosong. Isi merek atau nama produk.", "The label is empty. Fill in brand or product."
)
WRONG_COLOUR: Final = Text("Warna ditulis seperti #221d18.", "A colour is written like #221d18.")
WRONG_SIZE: Final = Text(
    "Ukuran {what} harus antara {least} dan {most}.", "The size of {what} must be between {least} and {most}."
)
MANY_FACTS: Final = Text("Paling banyak {most} keterangan pada satu label.", "A label holds {most} facts at most.")


@dataclass(frozen=True, slots=True)
class Layout:
    """A label laid out. `faces`: marks in painting order, mm from the upper left corner. `words`: all texts, in
    reading order. `x_height`, `magnification`, `module` (mm, by symbology): as set. `findings`: what is not legible."""

    label: Label
    size: Size
    faces: tuple[tuple[Mark, ...], ...]
    words: tuple[str, ...]
    x_height: float
    magnification: float | None
    modules: dict[str, float]
    codes: tuple[Code, ...]
    findings: tuple[Finding, ...]
    typefaces: Typefaces

    @property
    def ready(self) -> bool:
        return not any(each.must for each in self.findings)


@dataclass(frozen=True, slots=True)
class _Column:
    face: int
    x: float
    y: float
    wide: float
    high: float
    parts: tuple[Part, ...]
    align: Align


@dataclass(frozen=True, slots=True)
class _Content:
    label: Label
    faces: Typefaces
    brand: Paragraph | None
    product: Paragraph | None
    story: Paragraph | None
    facts: tuple[tuple[str, Paragraph], ...]
    symbols: tuple[Symbol, ...]
    codes: tuple[Code, ...]
    words: tuple[str, ...]


def lay_out(label: Label, faces: Typefaces) -> Layout:
    """Raises LabelError (Overflow, WrongNumber, LogoRefused): the field, what is wrong, what to do."""
    size = SIZES.get(label.size)
    if size is None:
        raise LabelError("label", UNKNOWN_SIZE.filled(key=label.size))
    _check_numbers(label)
    content = _content(label, faces)
    magnifications = (label.magnification,) if label.magnification else MAGNIFICATIONS
    if not content.codes:
        magnifications = magnifications[:1]
    first: Overflow | None = None
    for magnification in magnifications:
        for x_height in _heights(label, size):
            for columns in _plans(size, content):
                try:
                    marks = _filled(columns, content, x_height, magnification, size)
                except Overflow as over:
                    # The plan that comes nearest at the least sizes says what is over.
                    first = over if first is None or over.lines <= first.lines else first
                    continue
                modules: dict[str, float] = {code.symbology: module_mm(code, magnification) for code in content.codes}
                findings = _findings(label, content, size, x_height, magnification, modules, marks)
                return Layout(
                    label, size, marks, content.words, x_height, magnification if content.codes else None, modules,
                    content.codes, findings, faces,
                )  # fmt: skip
    assert first is not None, "every size has a plan"
    raise first


def _check_numbers(label: Label) -> None:
    for colour in (label.ink, label.paper):
        if not COLOUR.fullmatch(colour):
            raise LabelError("colours", WRONG_COLOUR)
    limits = (
        ("x_height", label.x_height, LEAST_SET_X_HEIGHT_MM, 6.0, Text("huruf kecil (mm)", "small letters (mm)")),
        ("barcode", label.magnification, *SET_MAGNIFICATION, Text("kode (1 = 100 %)", "codes (1 = 100 %)")),
    )
    for field, value, least, most, what in limits:
        if value is not None and not least <= value <= most:
            raise LabelError(
                "label" if field == "x_height" else field, WRONG_SIZE.filled(what=what, least=least, most=most)
            )


def _content(label: Label, faces: Typefaces) -> _Content:
    """Texts cleaned, checked for letters that the fonts lack, and measured."""
    if len(label.facts) > MOST_FACTS:
        raise LabelError("statement", MANY_FACTS.filled(most=MOST_FACTS))
    words: list[str] = []

    def made(text: str, field: str, face: str, before: str = "") -> Paragraph | None:
        text = cleaned(text, field)
        missing = faces.missing(text, face) or faces.missing(before, "semibold")
        if missing:
            raise LabelError(field, UNSHOWN.filled(field=name_of(field), signs=named(missing)))
        if not text:
            return None
        words.append(f"{before} {text}".strip())
        return paragraph(faces, text, face, before=before)

    brand = made(label.brand, "brand", "bold")
    name = made(label.product, "product", "semibold")
    story = made(label.story, "story", "story")
    facts = []
    for fact in label.facts:
        said = caption(fact.field, label.language) if fact.caption is None else cleaned(fact.caption, "statement")
        found = made(fact.text, fact.field, "regular", f"{said}:" if said else "")
        if found:
            facts.append((fact.field, found))
    codes = []
    if label.number.strip():
        codes.append(retail(label.number))
    if label.other_code.strip():
        codes.append(code_128(label.other_code.strip()))
    if label.link.strip():
        codes.append(qr(label.link.strip()))
    if not words and not codes and label.logo is None:
        raise LabelError("label", NOTHING)
    symbols = chosen(label.symbols)
    words += [symbol.title.read(label.language) for symbol in symbols]
    words += [code.text for code in codes]
    return _Content(label, faces, brand, name, story, tuple(facts), symbols, tuple(codes), tuple(words))


def _heights(label: Label, size: Size) -> Iterator[float]:
    """x-heights from the largest to the least, mm."""
    if label.x_height is not None:
        yield label.x_height
        return
    largest = LARGEST_X_HEIGHT[size.kind]
    for k in range(STEPS):
        yield largest + (LEAST_X_HEIGHT_MM - largest) * k / (STEPS - 1)


def _plans(size: Size, content: _Content) -> Iterator[tuple[_Column, ...]]:
    """Ways to share the parts among columns."""
    x, y = SAFE_MM, SAFE_MM
    wide, high = size.width - 2 * SAFE_MM, size.height - 2 * SAFE_MM
    if size.hole:
        y = HOLE_AT_MM + HOLE_MM / 2 + SAFE_MM
        high = size.height - SAFE_MM - y
        front: tuple[Part, ...] = ("logo", "brand", "product", "story")
        back: tuple[Part, ...] = ("facts", "symbols", "codes")
        yield (_Column(0, x, y, wide, high, front, "middle"), _Column(1, x, y, wide, high, back, "left"))
        front, back = ("logo", "brand", "product"), ("story", *back)
        yield (_Column(0, x, y, wide, high, front, "middle"), _Column(1, x, y, wide, high, back, "left"))
        return
    if size.width < 1.25 * size.height:
        parts: tuple[Part, ...] = ("logo", "brand", "product", "story", "facts", "symbols", "codes")
        yield (_Column(0, x, y, wide, high, parts, "left"),)
        return
    groups: tuple[tuple[tuple[Part, ...], ...], ...] = (
        (("logo", "brand", "product", "story", "symbols"), ("facts", "codes")),
        (("logo", "brand", "product", "story"), ("facts", "symbols", "codes")),
        (("logo", "brand", "product", "facts"), ("story", "symbols", "codes")),
    )
    shares: tuple[tuple[float, ...], ...] = ((0.5, 0.5), (0.44, 0.56), (0.56, 0.44), (0.62, 0.38), (0.38, 0.62))
    if size.width > 3 * size.height:
        groups = (
            (("logo", "brand", "product"), ("story", "symbols"), ("facts", "codes")),
            (("logo", "brand", "product", "symbols"), ("story", "facts"), ("codes",)),
        )
        shares = ((0.3, 0.33, 0.37), (0.28, 0.27, 0.45), (0.26, 0.48, 0.26))
    for share in shares:
        for group in groups:
            left, columns = x, []
            room = wide - GUTTER_MM * (len(share) - 1)
            for part, names in zip(share, group, strict=True):
                columns.append(_Column(0, left, y, room * part, high, names, "left"))
                left += room * part + GUTTER_MM
            yield tuple(columns)


def _filled(
    columns: tuple[_Column, ...], content: _Content, x_height: float, magnification: float, size: Size
) -> tuple[tuple[Mark, ...], ...]:
    """The marks of each face. Raises Overflow."""
    painted: list[list[Mark]] = [[] for _ in range(size.faces)]
    for column in columns:
        blocks = [block for part in column.parts for block in _blocks(part, column, content, x_height, magnification)]
        gap = 2.2 * x_height
        needed = sum(block.height for block in blocks) + sum(_gap(a, b, gap) for a, b in itertools.pairwise(blocks))
        for block in blocks:
            if block.wide > column.wide + 1e-6:
                field = name_of(block.field)
                raise Overflow(
                    block.field, NARROW.filled(field=field, wide=f"{block.wide:.0f}", high=f"{block.height:.0f}"), 99
                )
        over = needed - column.high
        if over > 1e-6:
            raise _over(blocks, over)
        y = column.y
        if column.align == "middle":
            y += -over / 2
        for k, block in enumerate(blocks):
            if block.field in ("barcode", "qr") and column.align == "left":
                y = column.y + column.high - block.height
            painted[column.face] += block.paint(column.x, y)
            y += block.height + (_gap(block, blocks[k + 1], gap) if k + 1 < len(blocks) else 0.0)
    return tuple(tuple(marks) for marks in painted)


def _gap(above: Block, below: Block, gap: float) -> float:
    """Facts stand close together; brand and product are one; others are apart."""
    facts = ("brand", "product", "story", "logo", "symbols", "barcode", "qr")
    if above.field not in facts and below.field not in facts:
        return 0.35 * gap
    return 0.6 * gap if (above.field, below.field) == ("brand", "product") else gap


def _over(blocks: list[Block], over: float) -> Overflow:
    """Names the field with the most lines; the story before all others, since it is free."""
    texts = [block for block in blocks if block.lines]
    stories = [block for block in texts if block.field == "story"]
    if not texts:
        return Overflow("symbols", CROWDED.filled(over=f"{over:.0f}"), 99)
    longest = stories[0] if stories else max(texts, key=lambda block: block.height)
    lines = lines_over(longest, over)
    if lines > longest.lines and not stories and len(texts) == 1:
        return Overflow(longest.field, CROWDED.filled(over=f"{over:.0f}"), lines)
    return Overflow(longest.field, FULL.filled(field=name_of(longest.field), lines=lines), lines)


def _blocks(part: Part, column: _Column, content: _Content, x_height: float, magnification: float) -> Iterator[Block]:
    label, faces = content.label, content.faces
    room, align = column.wide, column.align
    body = x_height / faces["regular"].x_height

    def text(field: str, words: Paragraph, size: float, leading: float = LEADING) -> Block:
        return text_block(field, words, size=size, leading=leading, room=room, align=align, colour=label.ink)

    def heading(field: str, words: Paragraph, times: float) -> Block:
        # A long word makes the heading smaller before it is broken.
        fits = room / words.longest_word if words.longest_word else times * body
        return text(field, words, max(body, min(times * body, fits * 0.999)), 1.15)

    if part == "logo" and label.logo is not None:
        yield logo_block(label.logo, room=room, height=min(0.3 * column.high, 7 * body), align=align)
    elif part == "brand" and content.brand:
        yield heading("brand", content.brand, 2.3)
    elif part == "product" and content.product:
        yield heading("product", content.product, 1.35)
    elif part == "story" and content.story:
        # The serif has smaller small letters: set larger, so that they are as high as those of the facts.
        yield text("story", content.story, x_height / faces["story"].x_height, 1.22)
    elif part == "facts":
        for field, words in content.facts:
            yield text(field, words, body)
    elif part == "symbols" and content.symbols:
        for group in ("care", "recycling", "handling"):
            found = tuple(symbol for symbol in content.symbols if symbol.group == group)
            if found:
                side = max(2.3 * body, max(symbol.least_mm for symbol in found))
                yield symbols_block(found, faces, side=side, room=room, align=align, colour=label.ink)
    elif part == "codes" and content.codes:
        # A code that would be narrower than the column beside another stands below it.
        yield codes_block(content.codes, faces, magnification=magnification, room=room, align=align)


def _findings(
    label: Label,
    content: _Content,
    size: Size,
    x_height: float,
    magnification: float,
    modules: dict[str, float],
    marks: tuple[tuple[Mark, ...], ...],
) -> tuple[Finding, ...]:
    found: list[Finding] = []
    if x_height < LEAST_X_HEIGHT_MM - 1e-9:
        found.append(finding("label", "x_height", x_height, LEAST_X_HEIGHT_MM))
    ratio = contrast(label.ink, label.paper)
    if ratio < LEAST_CONTRAST:
        found.append(finding("colours", "contrast", ratio, LEAST_CONTRAST))
    for code in content.codes:
        if code.symbology == "qr":
            if modules["qr"] < LEAST_QR_MODULE_MM - 1e-9:
                found.append(finding("qr", "qr_module", modules["qr"], LEAST_QR_MODULE_MM, decimals=2))
            continue
        if not MAGNIFICATION[0] - 1e-9 <= magnification <= MAGNIFICATION[1] + 1e-9:
            found.append(finding("barcode", "magnification", 100 * magnification, 100 * MAGNIFICATION[0], decimals=0))
        if code.symbology == "ean13" and not code.text.startswith(INDONESIA):
            found.append(finding("barcode", "prefix", 0, 0, must=False))
    if isinstance(label.logo, RasterLogo):
        wide = next(mark.width for face in marks for mark in face if isinstance(mark, Picture))
        points = label.logo.width / (wide / 25.4)
        if points < LEAST_LOGO_PPI:
            found.append(finding("logo", "logo_points", points, LEAST_LOGO_PPI, must=False, decimals=0))
    return tuple(found)
