"""From a box to a sheet: blanks side by side with their dimensions, legend, check bar and title block."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from binakriya import __version__
from binakriya.engines.boxes import Blank, Box, BoxMeasures, Text, measures, style
from binakriya.engines.drafting.chains import dimensioned
from binakriya.engines.drafting.footer import Facts, footer, footer_size
from binakriya.engines.drafting.inscriptions import inscribed
from binakriya.engines.drafting.knife import lines_of
from binakriya.engines.drafting.lettering import Box as Bounds
from binakriya.engines.drafting.lettering import label_box, overlap, width
from binakriya.engines.drafting.model import ENGINE_VERSION, Drawing, DrawingError, Label, Language, Line, Title
from binakriya.engines.drafting.words import (
    ACROSS,
    BLANK_SAYS,
    DESCRIPTION,
    FLUTE,
    GRAIN,
    NAMELESS,
    TITLE,
    UPRIGHT,
)
from binakriya.engines.geometry import Point

PAPERS: Final = {
    "A4": (297.0, 210.0),
    "A3": (420.0, 297.0),
    "A2": (594.0, 420.0),
    "A1": (841.0, 594.0),
    "A0": (1189.0, 841.0),
}
"""ISO 216 sizes in mm, long side first."""

LETTERING: Final = {"A4": 2.5, "A3": 2.5, "A2": 3.5, "A1": 3.5, "A0": 5.0}
"""Font size in mm; ISO 3098 has 2.5, 3.5, 5 and 7. Sheets beyond A0 have 7."""

LARGEST_LETTERING: Final = 7.0
MARGIN_MM: Final = 10.0


@dataclass(frozen=True)
class View:
    """A blank with its dimensions, in the blank's own coordinates."""

    blank: Blank
    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
    bounds: Bounds


def draw(box: Box, *, title: Title | None = None, language: Language = "id", only: str | None = None) -> Drawing:
    """The drawing of a box, at 1:1 on the smallest sheet from A4 to A0 that holds it, or on a sheet of its own size.

    `title` is what the caller knows (name, date, by whom); `only` draws one blank of several, by name. Raises KeyError
    for a blank that the box does not have, DrawingError when a contour is not closed.
    """
    blanks = [blank for blank in box.blanks if only in (None, blank.name)]
    if not blanks:
        raise KeyError(only)
    given = title or Title()
    figures = measures(box)
    facts = facts_of(box, blanks, given, figures, language)
    cut = [lines_of(blank) for blank in blanks]
    views: dict[float, list[View]] = {}
    for paper, (long, short) in PAPERS.items():
        size = LETTERING[paper]
        for wide, high in ((long, short), (short, long)):
            if not _may_fit(blanks, wide - 2 * MARGIN_MM, high - 2 * MARGIN_MM):
                continue
            if size not in views:
                views[size] = [view_of(*each, size, language) for each in zip(blanks, cut, strict=True)]
            made = _arranged(views[size], facts, wide, high, size, language)
            if made is not None:
                return _named(made, paper, box, given, figures, language, blanks)
    size = LARGEST_LETTERING
    made = _own_sheet([view_of(*each, size, language) for each in zip(blanks, cut, strict=True)], facts, size, language)
    return _named(made, "", box, given, figures, language, blanks)


def _may_fit(blanks: Sequence[Blank], wide: float, high: float) -> bool:
    sizes = [_size(blank) for blank in blanks]
    row = sum(w for w, _ in sizes) <= wide and max(h for _, h in sizes) <= high
    pile = sum(h for _, h in sizes) <= high and max(w for w, _ in sizes) <= wide
    return row or pile


def _size(blank: Blank) -> tuple[float, float]:
    points = blank.cuts[0].points
    return max(x for x, _ in points) - min(x for x, _ in points), max(y for _, y in points) - min(y for _, y in points)


def view_of(blank: Blank, cut: Sequence[Line], size: float, language: Language) -> View:
    chains = dimensioned(blank, size, language)
    lines, labels = inscribed(blank, size, language)
    outline = blank.cuts[0].points
    x0, y0 = min(x for x, _ in outline), min(y for _, y in outline)
    x1, y1 = max(x for x, _ in outline), max(y for _, y in outline)
    labels = [*labels, *chains.labels]
    lines = [*cut, *lines, *chains.lines]
    top = y1 + chains.taken["above"] + 2.0 * size
    heading = f"{blank.title.read(language)} · {len(blank.placements)}×"
    boxes = [label_box(label) for label in labels]
    bounds = (
        min([x0 - chains.taken["left"], *(box[0] for box in boxes)]),
        min([y0 - chains.taken["below"], *(box[1] for box in boxes)]),
        max([x1 + chains.taken["right"], x0 + width(heading, size, bold=True), *(box[2] for box in boxes)]),
        top + size,
    )
    title = Label((round(x0, 3), round(top, 3)), heading, size, bold=True)
    if any(overlap(label_box(title), box) for box in boxes):
        raise DrawingError(f"{blank.name}: the heading lies on a dimension")
    return View(blank, tuple(lines), (*labels, title), bounds)


def _arranged(
    views: Sequence[View], facts: Facts, wide: float, high: float, size: float, language: Language
) -> Drawing | None:
    """The views in a row or in a pile, centred over the footer; None when the sheet is too small."""
    room = wide - 2 * MARGIN_MM
    foot = footer_size(room, size)
    if foot is None:
        return None
    top = high - MARGIN_MM
    floor = MARGIN_MM + foot + 2 * size
    for arrange in (in_row, in_pile):
        (w, h), places = arrange(views, 3 * size)
        if w <= room - 2 * size and h <= top - floor - size:
            left = MARGIN_MM + (room - w) / 2
            low = floor + (top - floor - h) / 2
            return _sheet(views, [(left + x, low + y) for x, y in places], facts, wide, high, size, language)
    return None


def _own_sheet(views: Sequence[View], facts: Facts, size: float, language: Language) -> Drawing:
    """A sheet as large as need be, in whole centimetres."""
    arrangements: list[Callable[..., tuple[Point, list[Point]]]] = [in_row, in_pile]
    sheets = []
    for arrange in arrangements:
        (w, h), places = arrange(views, 3 * size)
        wide = max(w + 2 * size, footer_width(size)) + 2 * MARGIN_MM
        wide = -(-wide // 10) * 10
        foot = footer_size(wide - 2 * MARGIN_MM, size) or 0.0
        high = -(-(h + foot + 4 * size + 2 * MARGIN_MM) // 10) * 10
        sheets.append((wide * high, wide, high, w, places, foot))
    _, wide, high, w, places, foot = min(sheets, key=lambda each: each[0])
    left, low = (wide - w) / 2, MARGIN_MM + foot + 2 * size
    return _sheet(views, [(left + x, low + y) for x, y in places], facts, wide, high, size, language)


def footer_width(size: float) -> float:
    """The narrowest room (mm) in which the footer stands side by side."""
    return 320.0 * size / 2.5


def in_row(views: Sequence[View], gap: float) -> tuple[Point, list[Point]]:
    """Size of the views in a row, and where the zero of each view's bounds lies."""
    x, places, tallest = 0.0, [], 0.0
    for view in views:
        places.append((x, 0.0))
        x += view.bounds[2] - view.bounds[0] + gap
        tallest = max(tallest, view.bounds[3] - view.bounds[1])
    return (x - gap, tallest), places


def in_pile(views: Sequence[View], gap: float) -> tuple[Point, list[Point]]:
    y, places, widest = 0.0, [], 0.0
    for view in reversed(views):
        places.append((0.0, y))
        y += view.bounds[3] - view.bounds[1] + gap
        widest = max(widest, view.bounds[2] - view.bounds[0])
    return (widest, y - gap), places[::-1]


def _sheet(
    views: Sequence[View],
    places: Sequence[Point],
    facts: Facts,
    wide: float,
    high: float,
    size: float,
    language: Language,
) -> Drawing:
    lines: list[Line] = []
    labels: list[Label] = []
    origin: Point = (0.0, 0.0)
    for number, (view, (x, y)) in enumerate(zip(views, places, strict=True)):
        dx, dy = round(x - view.bounds[0], 3), round(y - view.bounds[1], 3)
        lines += [moved(line, dx, dy) for line in view.lines]
        labels += [replace(label, at=(round(label.at[0] + dx, 3), round(label.at[1] + dy, 3))) for label in view.labels]
        if number == 0:
            outline = view.blank.cuts[0].points
            origin = (round(min(p[0] for p in outline) + dx, 3), round(min(p[1] for p in outline) + dy, 3))
    used = {line.pen for line in lines}
    glued = {glue.face for view in views for glue in view.blank.glue}
    more_lines, more_labels = footer(facts, used, glued, wide, size, language)
    frame = MARGIN_MM / 2
    lines.append(
        Line(
            "ANNOTATION",
            ((frame, frame), (wide - frame, frame), (wide - frame, high - frame), (frame, high - frame)),
            True,
            "frame",
        )
    )
    return Drawing(wide, high, (*lines, *more_lines), (*labels, *more_labels), "", "", language, origin)


def moved(line: Line, dx: float, dy: float) -> Line:
    return replace(line, points=tuple((round(x + dx, 3), round(y + dy, 3)) for x, y in line.points))


def _named(
    made: Drawing,
    paper: str,
    box: Box,
    given: Title,
    told: BoxMeasures,
    language: Language,
    blanks: Sequence[Blank],
) -> Drawing:
    chosen = style(box.style)
    size = size_text(box).read(language)
    name = given.name or NAMELESS.read(language)
    figures = {each.name: each for each in told.blanks}
    says = " ".join(
        BLANK_SAYS.filled(
            title=blank.title,
            copies=len(blank.placements),
            width=round(figures[blank.name].width, 1),
            height=round(figures[blank.name].height, 1),
            panels=len(blank.panels),
        ).read(language)
        for blank in blanks
    )
    return replace(
        made,
        paper=paper,
        title=TITLE.filled(name=name, code=box.style, size=size).read(language),
        description=DESCRIPTION.filled(
            code=box.style, style=chosen.name, size=size, board=box.board.name, blanks=says
        ).read(language),
    )


def size_text(box: Box) -> Text:
    """L × B × H as written on a drawing."""
    inside = box.inside
    return Text("{l} × {b} × {h}", "{l} × {b} × {h}").filled(l=inside.length, b=inside.breadth, h=inside.height)


def facts_of(box: Box, blanks: Sequence[Blank], given: Title, figures: BoxMeasures, language: Language) -> Facts:
    """What the title block tells."""
    chosen = [each for each in figures.blanks if each.name in {blank.name for blank in blanks}]
    first = chosen[0]
    pair = Text("{a} × {b} mm", "{a} × {b} mm")
    outside = Text("{a} × {b} × {c} mm", "{a} × {b} × {c} mm").filled(
        a=round(figures.outside[0], 1), b=round(figures.outside[1], 1), c=round(figures.outside[2], 1)
    )
    blank_size = pair.filled(a=round(first.width, 1), b=round(first.height, 1)).read(language)
    if len(chosen) > 1:
        blank_size = "; ".join(
            pair.filled(a=round(each.width, 1), b=round(each.height, 1)).read(language) for each in chosen
        )
    lengths = Text("{cut} / {crease} m", "{cut} / {crease} m").filled(
        cut=round(sum(each.cut_length for each in chosen) / 1000, 2),
        crease=round(sum(each.crease_length for each in chosen) / 1000, 2),
    )
    board = Text("{name}, {d} mm, {g} g/m²", "{name}, {d} mm, {g} g/m²").filled(
        name=box.board.name, d=box.board.caliper_mm, g=box.board.grammage_gsm
    )
    along = {blank.grain for blank in blanks}
    towards = " / ".join((ACROSS if grain == "x" else UPRIGHT).read(language) for grain in sorted(along))
    return Facts(
        name=given.name or NAMELESS.read(language),
        office=given.office,
        style=f"{box.style} · {style(box.style).name.read(language)}",
        inside=f"{size_text(box).read(language)} mm",
        outside=outside.read(language),
        board=board.read(language),
        blank=blank_size,
        lengths=lengths.read(language),
        direction=f"{(GRAIN if box.board.flute is None else FLUTE).read(language)} {towards}",
        number=" / ".join(part for part in (given.number, given.revision) if part) or "–",
        date=_date(given, language),
        by=given.by or "–",
        engine=f"Binakriya {__version__} · {ENGINE_VERSION}",
    )


_MONTHS = {
    "id": ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}


def _date(given: Title, language: Language) -> str:
    day = given.date
    return "–" if day is None else f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"
