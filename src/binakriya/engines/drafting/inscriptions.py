"""What is written inside a blank: name and size of each panel where there is room, and the arrow of the flute."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import shapely

from binakriya.engines.boxes import Blank, Panel, Text
from binakriya.engines.boxes.words import ROLES
from binakriya.engines.drafting.lettering import Box, label_box, overlap, width
from binakriya.engines.drafting.model import Label, Language, Line
from binakriya.engines.drafting.words import FLUTE, GRAIN
from binakriya.engines.geometry import Point

LINE = 1.35


def inscribed(blank: Blank, size: float, language: Language) -> tuple[list[Line], list[Label]]:
    """Labels of the panels and the arrow, in the blank's coordinates; nothing overlaps, nothing leaves its panel."""
    busy: list[Box] = [_bounds(window.hole) for window in blank.windows]
    busy += [_bounds(glue.area) for glue in blank.glue]
    busy += [_bounds(line.points) for line in blank.perforations]
    by_area = sorted(blank.panels, key=lambda panel: (panel.name != blank.root, -panel.outline.area, panel.name))
    lines, labels = _arrow(blank, by_area, size, language, busy)
    busy += [label_box(label) for label in labels]
    if lines:
        busy.append(_bounds([point for line in lines for point in line.points]))
    for panel in by_area:
        placed = _panel_labels(panel, size, language, busy)
        labels += placed
        busy += [label_box(label) for label in placed]
    return lines, labels


def _bounds(points: Sequence[Point]) -> Box:
    return min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)


def _middles(panel: Panel) -> list[Point]:
    """Where a label would best stand: the middle of the panel's bounds, and of the largest circle within it."""
    x0, y0, x1, y1 = panel.outline.bounds
    found = [((x0 + x1) / 2, (y0 + y1) / 2)]
    if not panel.outline.convex:
        radius = shapely.maximum_inscribed_circle(panel.outline.shape, tolerance=2.0)
        found.append(radius.coords[0])
    return found


def _free(panel: Panel, box: Box, busy: Sequence[Box], apart: float) -> bool:
    x0, y0, x1, y1 = panel.outline.bounds
    if box[0] < x0 + apart or box[1] < y0 + apart or box[2] > x1 - apart or box[3] > y1 - apart:
        return False
    if any(overlap(box, other, apart) for other in busy):
        return False
    if panel.outline.convex and len(panel.outline.outer) == 4 and panel.outline.area > 0.999 * (x1 - x0) * (y1 - y0):
        return True
    return bool(panel.outline.shape.contains(shapely.box(*box)))


def _panel_labels(panel: Panel, size: float, language: Language, busy: Sequence[Box]) -> list[Label]:
    x0, y0, x1, y1 = panel.outline.bounds
    name = ROLES[panel.role].read(language)
    measure = Text("{w} × {h}", "{w} × {h}").filled(w=round(x1 - x0, 1), h=round(y1 - y0, 1)).read(language)
    turns: tuple[Literal[0, 90], ...] = (0, 90) if x1 - x0 >= y1 - y0 else (90, 0)
    # a label that fits upright to the reader is read first, even in a panel that is taller than wide
    if min(x1 - x0, y1 - y0) > 1.2 * width(measure, size):
        turns = (0, 90)
    for texts, letter in (((name, measure), size), ((name, measure), 0.8 * size), ((measure,), 0.8 * size)):
        for turn in turns:
            for middle in _middles(panel):
                labels = _stacked(texts, middle, letter, turn)
                if all(_free(panel, label_box(label), busy, 0.4 * letter) for label in labels):
                    return labels
    return []


def _stacked(texts: Sequence[str], middle: Point, size: float, turn: Literal[0, 90]) -> list[Label]:
    labels = []
    for k, text in enumerate(texts):
        off = ((len(texts) - 1) / 2 - k) * LINE * size - 0.36 * size
        at = (middle[0] - off, middle[1]) if turn == 90 else (middle[0], middle[1] + off)
        labels.append(Label((round(at[0], 3), round(at[1], 3)), text, size, "middle", turn, len(texts) > 1 and k == 0))
    return labels


def _arrow(
    blank: Blank, panels: Sequence[Panel], size: float, language: Language, busy: Sequence[Box]
) -> tuple[list[Line], list[Label]]:
    """An arrow with two heads along the flutes, named, low in the first panel that has room."""
    words = (GRAIN if blank.board.flute is None else FLUTE).read(language)
    for scale in (1.0, 0.75):
        letter = size * scale
        long, run = 11 * letter, width(words, letter)
        head = 0.9 * letter
        for panel in panels:
            x0, y0, x1, y1 = panel.outline.bounds
            for share in (0.22, 0.78, 0.5):
                if blank.grain == "x":
                    x, y = (x0 + x1) / 2, y0 + share * (y1 - y0)
                    half = max(long, run) / 2
                    box = (x - half, y - head, x + half, y + 2 * letter)
                    text = Label((round(x, 3), round(y + 0.9 * letter, 3)), words, letter, "middle")
                else:
                    x, y = x0 + share * (x1 - x0), (y0 + y1) / 2
                    half = max(long, run) / 2
                    box = (x - 2 * letter, y - half, x + head, y + half)
                    text = Label((round(x - 0.9 * letter, 3), round(y, 3)), words, letter, "middle", 90)
                if not _free(panel, box, busy, 0.5 * letter):
                    continue
                return _arrow_lines((x, y), long / 2, head, upright=blank.grain == "y"), [text]
    return [], []


def _arrow_lines(middle: Point, half: float, head: float, *, upright: bool) -> list[Line]:
    x, y = middle

    def at(along: float, across: float) -> Point:
        return (round(x + across, 3), round(y + along, 3)) if upright else (round(x + along, 3), round(y + across, 3))

    return [
        Line("ANNOTATION", (at(-half + head, 0), at(half - head, 0)), False, "frame"),
        *(
            Line("ANNOTATION", (at(s * half, 0), at(s * (half - 1.6 * head), -head / 2),
                                at(s * (half - 1.6 * head), head / 2)), True, "solid")
            for s in (-1, 1)
        ),
    ]  # fmt: skip
