"""A blank for the screen: paths in mm that a template draws with the page's own colours, large names, no title block.

The sheet that a printer gets is `rules.drawings`; both come from the same blanks.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from binakriya.engines.boxes import Blank, Box, Panel
from binakriya.engines.boxes.words import ROLES
from binakriya.engines.protection import number
from binakriya.engines.protection.wording import Language

LETTER = 28.0
"""The longer side of the picture holds so many letters' heights."""
NARROW = 0.56
"""Width of a letter by its height, on the whole."""
SHOWN_ROLES = ("base", "wall", "lid", "flap", "tuck", "glue", "inner", "handle", "roof", "pad", "cell")


@dataclass(frozen=True, slots=True)
class Name:
    """`turned`: reads upwards. Middle of the text in the picture's mm, y downwards."""

    x: str
    y: str
    text: str
    turned: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """Paths of one blank as SVG's `d`, y downwards. `wide`, `high` in words, with unit."""

    view_box: str
    title: str
    copies: int
    paper: str
    crease: str
    cut: str
    perforation: str
    names: tuple[Name, ...]
    letter: str
    width: str
    height: str
    grain: Literal["x", "y"]


def patterns(box: Box, language: Language) -> tuple[Pattern, ...]:
    """One for each blank of the box."""
    return tuple(_pattern(blank, language) for blank in box.blanks)


def _pattern(blank: Blank, language: Language) -> Pattern:
    points = [point for cut in blank.cuts for point in cut.points]
    x0, y0 = min(x for x, _ in points), min(y for _, y in points)
    x1, y1 = max(x for x, _ in points), max(y for _, y in points)
    wide, high = x1 - x0, y1 - y0
    letter = max(wide, high) / LETTER
    margin = letter / 2
    box = (x0 - margin, -y1 - margin, wide + 2 * margin, high + 2 * margin)
    return Pattern(
        view_box=" ".join(_n(each) for each in box),
        title=blank.title.read(language),
        copies=len(blank.placements),
        paper="".join(_path(ring, closed=True) for panel in blank.panels for ring in panel.outline.rings),
        crease="".join(_path((c.start, c.end)) for c in blank.creases if c.drawn),
        cut="".join(_path(cut.points, closed=cut.closed) for cut in blank.cuts),
        perforation="".join(_path(line.points) for line in blank.perforations),
        names=tuple(name for panel in blank.panels if (name := _name(panel, letter, language)) is not None),
        letter=_n(letter),
        width=number(wide, ",.0f", language),
        height=number(high, ",.0f", language),
        grain=blank.grain,
    )


def _name(panel: Panel, letter: float, language: Language) -> Name | None:
    """The panel's name where there is room for it."""
    if panel.role not in SHOWN_ROLES:
        return None
    x0, y0, x1, y1 = panel.outline.bounds
    text = ROLES[panel.role].read(language).capitalize()
    long = len(text) * letter * NARROW + letter
    across, up = x1 - x0, y1 - y0
    turned = long > across
    if (up if turned else across) < long or (across if turned else up) < 1.4 * letter:
        return None
    return Name(_n((x0 + x1) / 2), _n(-(y0 + y1) / 2), text, turned)


def _path(points: Iterable[tuple[float, float]], *, closed: bool = False) -> str:
    return "M" + "L".join(f"{_n(x)} {_n(-y)}" for x, y in points) + ("Z" if closed else "")


def _n(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
