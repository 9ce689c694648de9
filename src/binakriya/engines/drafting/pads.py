"""The cushion's pads as parts to cut, at 1:1: the cut seen square to its plane, the piece seen from its side, and in
words how many and how deep the notch.

A plate is cut once round. An edge pad is an angle, cut along its profile from a block as long as the edge. A corner pad
is a cube with a pocket for the product's corner: its outline is cut, the pocket stands as a thin line with its depth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from binakriya.engines.boxes import Text
from binakriya.engines.drafting.chains import Chains, chain
from binakriya.engines.drafting.footer import both, check_bar
from binakriya.engines.drafting.lettering import fitted, label_box, width
from binakriya.engines.drafting.model import Drawing, Label, Language, Line, Title
from binakriya.engines.drafting.words import CHECK_BAR, PAD_KINDS, PAD_NOTCH, PAD_PIECES, PAD_SHEET, PAD_THICK
from binakriya.engines.geometry import Point
from binakriya.engines.protection import Pad

SIZE: Final = 3.5
"""Font size in mm."""
MARGIN_MM: Final = 10.0
BETWEEN_MM: Final = 14.0
"""Between two parts, and between the two views of one."""
FOOT_MM: Final = 26.0
LEAST_WIDE_MM: Final = 210.0


@dataclass(frozen=True)
class _Part:
    """Lines and labels of one pad with its zero at the lower left corner of the cut; `bounds` of all of it, mm."""

    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
    bounds: tuple[float, float, float, float]


def draw_pads(
    pads: Sequence[Pad], *, material: Text | None = None, title: Title | None = None, language: Language = "id"
) -> Drawing:
    """All kinds of pad of one cushion, one under the other, on a sheet of its own size. Raises ValueError without a
    pad."""
    if not pads:
        raise ValueError("a sheet of pads needs a pad")
    parts = [_part(pad, language) for pad in pads]
    wide = max(LEAST_WIDE_MM, *(2 * MARGIN_MM + part.bounds[2] - part.bounds[0] for part in parts))
    lines: list[Line] = []
    labels: list[Label] = []
    low = MARGIN_MM + FOOT_MM
    origin: Point | None = None
    for part in reversed(parts):
        dx, dy = MARGIN_MM - part.bounds[0], low - part.bounds[1]
        lines += [_moved(line, dx, dy) for line in part.lines]
        labels += [
            Label(_at(each.at, dx, dy), each.text, each.size, each.anchor, each.turn, each.bold) for each in part.labels
        ]
        origin = _at((0.0, 0.0), dx, dy)
        low += part.bounds[3] - part.bounds[1] + BETWEEN_MM
    given = title or Title()
    heading = PAD_SHEET.filled(name=given.name or "–", material=material or Text("–", "–")).read(language)
    told = " · ".join(part for part in (given.office, given.number, given.by, _day(given)) if part)
    lines += check_bar(MARGIN_MM, MARGIN_MM)
    room = wide - 2 * MARGIN_MM
    labels += [
        Label((MARGIN_MM, MARGIN_MM + 17.0), fitted(heading, 5.0, room, bold=True), 5.0, bold=True),
        Label((MARGIN_MM, MARGIN_MM + 3.4), both(CHECK_BAR, language, "en" if language == "id" else "id"), 2.5),
    ]
    if told:
        labels.append(Label((MARGIN_MM, MARGIN_MM + 10.0), fitted(told, SIZE, room), SIZE))
    high = low - BETWEEN_MM + MARGIN_MM
    says = f"{heading}. " + " ".join(f"{_named(pad, language)}." for pad in pads)
    assert origin is not None
    return Drawing(round(wide, 3), round(high, 3), tuple(lines), tuple(labels), heading, says, language, origin)


def _part(pad: Pad, language: Language) -> _Part:
    """The two views of a pad."""
    drawn = Chains()
    across: tuple[float, ...]
    up: tuple[float, ...]
    if pad.kind == "edge" and pad.notch_mm:
        # the profile; the length is the second view
        first, second = (pad.breadth_mm, pad.height_mm), (pad.length_mm, pad.height_mm)
        thick = pad.breadth_mm - pad.notch_mm[1]
        outline = [(0.0, 0.0), (first[0], 0.0), (first[0], thick), (thick, thick), (thick, first[1]), (0.0, first[1])]
        across = up = (0.0, thick, first[0])
    else:
        first, second = (pad.length_mm, pad.breadth_mm), (pad.height_mm, pad.breadth_mm)
        outline = _rectangle(0.0, 0.0, *first)
        across, up = (0.0, first[0]), (0.0, first[1])
        if pad.notch_mm:
            thick = first[0] - pad.notch_mm[0]
            across, up = (0.0, thick, first[0]), (0.0, thick, first[1])
    drawn.lines.append(_line("CUT", outline, closed=True))
    if pad.kind == "corner" and pad.notch_mm:
        notch = [(thick, first[1]), (thick, thick), (first[0], thick)]
        drawn.lines.append(_line("ANNOTATION", notch, closed=False))
    chain(drawn, "below", across, 0.0, SIZE, language)
    chain(drawn, "left", up, 0.0, SIZE, language)
    beside = first[0] + BETWEEN_MM
    drawn.lines.append(_line("ANNOTATION", _rectangle(beside, 0.0, *second), closed=True))
    side = Chains()
    chain(side, "below", (beside, beside + second[0]), 0.0, SIZE, language)
    lines = (*drawn.lines, *side.lines)
    name = _named(pad, language)
    labels = (*drawn.labels, *side.labels, Label((0.0, first[1] + 3.0), name, SIZE, bold=True))
    boxes = [label_box(label) for label in labels]
    points = [point for line in lines for point in line.points]
    bounds = (
        min([x for x, _ in points] + [box[0] for box in boxes]),
        min([y for _, y in points] + [box[1] for box in boxes]),
        max([x for x, _ in points] + [box[2] for box in boxes] + [width(name, SIZE, bold=True)]),
        max([y for _, y in points] + [box[3] for box in boxes]),
    )
    return _Part(lines, labels, bounds)


def _named(pad: Pad, language: Language) -> str:
    """Kind, number, and what the views do not say."""
    told = [PAD_PIECES.filled(kind=PAD_KINDS[pad.kind], count=pad.count).read(language)]
    if pad.kind == "corner" and pad.notch_mm:
        told.append(PAD_NOTCH.filled(deep=round(pad.notch_mm[2], 1)).read(language))
    elif pad.kind == "plate":
        told.append(PAD_THICK.filled(thick=round(pad.height_mm, 1)).read(language))
    return ", ".join(told)


def _rectangle(x: float, y: float, wide: float, high: float) -> list[Point]:
    return [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)]


def _line(layer: str, points: Sequence[Point], *, closed: bool) -> Line:
    rounded = tuple((round(x, 3), round(y, 3)) for x, y in points)
    return Line("CUT", rounded, closed, "knife") if layer == "CUT" else Line("ANNOTATION", rounded, closed, "thin")


def _moved(line: Line, dx: float, dy: float) -> Line:
    return Line(line.layer, tuple(_at(point, dx, dy) for point in line.points), line.closed, line.pen, line.dashes)


def _at(point: Point, dx: float, dy: float) -> Point:
    return (round(point[0] + dx, 3), round(point[1] + dy, 3))


def _day(title: Title) -> str:
    return title.date.isoformat() if title.date else ""
