"""Dimension chains: which lengths a die maker needs written, each once, and where they stand without overlapping.

A *scan* is a straight row across the blank; the vertical edges that it crosses are the ends of its lengths. Few scans
are chosen that together name every such place. A *chain* is one scan drawn at one side of the blank; the overall size
is the outermost. Everything is worked out along x; columns are rows of the blank turned by a quarter.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from binakriya.engines.boxes import Blank, Text
from binakriya.engines.drafting.lettering import Box, label_box, overlap, width
from binakriya.engines.drafting.model import Label, Line
from binakriya.engines.geometry import Point

Side = Literal["below", "above", "left", "right"]
SAME_MM: Final = 0.05
CHAINS_A_SIDE: Final = 2
FIRST_MM: Final = 7.0
TICK_MM: Final = 0.9
BEYOND_MM: Final = 1.2
CLEAR_MM: Final = 0.6


@dataclass(frozen=True)
class Scan:
    """The places (mm, ascending) at which a row at `across` is divided."""

    across: float
    places: tuple[float, ...]


@dataclass
class Chains:
    """What has been drawn round a blank: lines, labels, and how far out each side is taken (mm from the blank)."""

    lines: list[Line] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    taken: dict[Side, float] = field(default_factory=lambda: dict.fromkeys(("below", "above", "left", "right"), 0.0))


def scans(blank: Blank, *, columns: bool = False) -> list[Scan]:
    """The rows (or columns) to dimension: first the one through the root, then whichever names most new places."""
    edges: list[tuple[float, float, float]] = []  # place, from, to
    middles: list[float] = []
    bent = _undrawn(blank)
    for panel in blank.panels:
        ring = panel.outline.outer
        for k, point in enumerate(ring):
            (x0, y0), (x1, y1) = _turned(point, columns), _turned(ring[(k + 1) % len(ring)], columns)
            if (
                abs(x1 - x0) < 0.002
                and abs(y1 - y0) > 0.5
                and frozenset((point, ring[(k + 1) % len(ring)])) not in bent
            ):
                edges.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
        bounds = panel.outline.bounds
        low, high = (bounds[0], bounds[2]) if columns else (bounds[1], bounds[3])
        middle = (low + high) / 2
        if panel.name == blank.root:
            middles.insert(0, middle)
        else:
            middles.append(middle)
    candidates = [Scan(at, _merged([x for x, low, high in edges if low < at < high])) for at in dict.fromkeys(middles)]
    chosen: list[Scan] = []
    known: list[float] = []
    while candidates:
        best = candidates[0] if not chosen else max(candidates, key=lambda scan: (_new(scan, known), -scan.across))
        candidates.remove(best)
        if _new(best, known) == 0 or len(best.places) < 2:
            if chosen:
                break
            continue
        chosen.append(best)
        known.extend(best.places)
    return chosen


def dimensioned(blank: Blank, size: float, language: str) -> Chains:
    """All chains of a blank at a lettering of `size` mm, in the blank's coordinates."""
    drawn = Chains()
    outline = blank.cuts[0].points
    bounds = (
        min(x for x, _ in outline), min(y for _, y in outline), max(x for x, _ in outline), max(y for _, y in outline),
    )  # fmt: skip
    for columns in (False, True):
        (low, high), (near, far) = ((bounds[0], bounds[2]), (bounds[1], bounds[3]))
        sides: tuple[Side, Side] = ("below", "above")
        if columns:
            (low, high), (near, far) = (near, far), (low, high)
            sides = ("left", "right")
        counts = dict.fromkeys(sides, 0)
        for scan in scans(blank, columns=columns):
            lower = scan.across <= (near + far) / 2
            side = sides[0] if lower or counts[sides[1]] >= CHAINS_A_SIDE else sides[1]
            if counts[side] >= CHAINS_A_SIDE:
                side = sides[1] if side == sides[0] else sides[0]
            if counts[side] >= CHAINS_A_SIDE or scan.places == _merged([low, high]):
                continue
            counts[side] += 1
            chain(drawn, side, scan.places, near if side == sides[0] else far, size, language)
        chain(drawn, sides[0], (low, high), near, size, language)
    return Chains(_cleared(drawn.lines, [label_box(label) for label in drawn.labels]), drawn.labels, drawn.taken)


def _undrawn(blank: Blank) -> set[frozenset[Point]]:
    return {frozenset((crease.start, crease.end)) for crease in blank.creases if not crease.drawn}


def _turned(point: Point, columns: bool) -> Point:
    return (point[1], point[0]) if columns else point


def _merged(places: Sequence[float]) -> tuple[float, ...]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > SAME_MM:
            kept.append(place)
    return tuple(kept)


def _new(scan: Scan, known: Sequence[float]) -> int:
    return sum(all(abs(place - other) > SAME_MM for other in known) for place in scan.places)


def chain(drawn: Chains, side: Side, places: Sequence[float], edge: float, size: float, language: str) -> None:
    """One chain at `side`: ticks, extension lines, and each length over its line or, where it is too narrow, in a row
    outside with a leader. Leaders never cross, since the row keeps the order."""
    k = size / 2.5
    out = -1.0 if side in ("below", "left") else 1.0
    columns = side in ("left", "right")
    # text stands above its line as one reads it: towards the blank below and right, away from it above and left
    inner = side in ("below", "right")
    start = drawn.taken[side] + (FIRST_MM if drawn.taken[side] == 0 else 4.0) * k
    at = edge + out * start

    def point(along: float, across: float) -> Point:
        return (round(across, 3), round(along, 3)) if columns else (round(along, 3), round(across, 3))

    def line(*points: Point) -> None:
        drawn.lines.append(Line("ANNOTATION", points, False, "thin"))

    line(point(places[0] - BEYOND_MM * k, at), point(places[-1] + BEYOND_MM * k, at))
    for place in places:
        line(point(place, edge + out * 1.5 * k), point(place, at + out * BEYOND_MM * k))
        tick = TICK_MM * k
        line(point(place - tick, at - tick), point(place + tick, at + tick))
    narrow: list[tuple[float, str]] = []
    gap = 0.6 * size
    for low, high in itertools.pairwise(places):
        text = Text("{value}", "{value}").filled(value=round(high - low, 1)).read(language)
        if width(text, size) + 1.6 * k <= high - low:
            lift = gap if not columns else -gap
            drawn.labels.append(Label(point((low + high) / 2, at + lift), text, size, "middle", 90 if columns else 0))
        else:
            narrow.append(((low + high) / 2, text))
    reach = start + (BEYOND_MM * k if inner else gap + size)
    if narrow:
        row = at + out * (2.2 * size if inner else 2.6 * size)
        centres = spread([(middle, width(text, size) + 0.5 * size) for middle, text in narrow])
        for (middle, text), centre in zip(narrow, centres, strict=True):
            near = row - out * 0.75 * size
            line(point(middle, at), point(centre, near))
            # the row is where the middle of the letters is
            base = row - 0.36 * size if not columns else row + 0.36 * size
            drawn.labels.append(Label(point(centre, base), text, size, "middle", 90 if columns else 0))
        reach = abs(row - edge) + 0.7 * size
    drawn.taken[side] = reach


def spread(wanted: Sequence[tuple[float, float]]) -> list[float]:
    """Centres as near as can be to those wanted (centre, width; ascending), so that nothing overlaps: neighbours that
    push each other move as one block (pool adjacent violators)."""
    blocks: list[tuple[float, float, list[float]]] = []  # left end wanted, length, lengths
    for centre, wide in wanted:
        blocks.append((centre - wide / 2, wide, [wide]))
        while len(blocks) > 1 and blocks[-2][0] + blocks[-2][1] > blocks[-1][0]:
            left, long, parts = blocks.pop()
            left2, long2, parts2 = blocks.pop()
            n, m = len(parts2), len(parts)
            merged = (left2 * n + (left - long2) * m) / (n + m)
            blocks.append((merged, long2 + long, parts2 + parts))
    centres = []
    for left, _, parts in blocks:
        for wide in parts:
            centres.append(left + wide / 2)
            left += wide
    return centres


def _cleared(lines: Sequence[Line], boxes: Sequence[Box]) -> list[Line]:
    """The lines without what would run through a label (those along an axis: extension and dimension lines)."""
    kept: list[Line] = []
    for line in lines:
        (x0, y0), (x1, y1) = line.points
        if x0 != x1 and y0 != y1:
            kept.append(line)
            continue
        upright = x0 == x1
        low, high = sorted((y0, y1) if upright else (x0, x1))
        pieces = [(low, high)]
        whole: Box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        for box in boxes:
            if overlap(whole, box, CLEAR_MM):
                from_, to = (box[1], box[3]) if upright else (box[0], box[2])
                pieces = [part for piece in pieces for part in _without(piece, from_ - CLEAR_MM, to + CLEAR_MM)]
        for start, end in pieces:
            if end - start > 0.3:
                points = ((x0, start), (x0, end)) if upright else ((start, y0), (end, y0))
                kept.append(Line(line.layer, points, False, line.pen))
    return kept


def _without(piece: tuple[float, float], start: float, end: float) -> list[tuple[float, float]]:
    return [(a, b) for a, b in ((piece[0], min(piece[1], start)), (max(piece[0], end), piece[1])) if a < b]
