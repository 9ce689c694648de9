"""Figures against the table of allowances and against plain arithmetic done by hand."""

from __future__ import annotations

import math

import pytest
import shapely

from binakriya.engines.boxes import Style, blank_measures, build, measures, styles

EACH = pytest.mark.parametrize("each", styles(), ids=lambda each: each.code)


@pytest.mark.parametrize(
    "flute, panel, last, depth, flap",
    [("E", 2, 0, 4, 1), ("B", 3, 0, 6, 1), ("C", 5, 2, 9, 3), ("BC", 7, 4, 16, 5)],
)
def test_0201_is_drawn_by_the_table(flute: str, panel: float, last: float, depth: float, flap: float) -> None:
    """Panel widths, height between the flap creases and flaps: L, B, H = 400, 300, 250."""
    blank = build("0201", (400, 300, 250), flute).blanks[0]
    width = {name: _size(blank.panel(name))[0] for name in ("back", "right", "front", "left")}
    assert width == {"back": 400 + panel, "right": 300 + panel, "front": 400 + panel, "left": 300 + last}
    assert _size(blank.panel("back"))[1] == 250 + depth
    assert _size(blank.panel("top-front"))[1] == 150 + flap
    tab = 40 if flute == "BC" else 30
    found = blank_measures(blank)
    assert found.width == 700 * 2 + 3 * panel + last + tab
    assert found.height == 250 + depth + 2 * (150 + flap)


@pytest.mark.parametrize("flute, deep, flap", [("E", 6, 1), ("B", 9, 1), ("C", 14, 3), ("BC", 25, 5)])
def test_0203_is_drawn_by_the_table(flute: str, deep: float, flap: float) -> None:
    blank = build("0203", (400, 150, 250), flute).blanks[0]
    assert _size(blank.panel("back"))[1] == 250 + deep
    assert _size(blank.panel("top-front"))[1] == 150 + flap


def test_0427_is_drawn_by_the_table() -> None:
    d = 1.6
    blank = build("0427", (200, 150, 60), "E").blanks[0]
    wanted = {
        "base": (200 + 6.33 * d, 150 + 2.33 * d),
        "front": (200 + 3 * d, 60 + 0.67 * d),
        "back": (200 + 3 * d, 60 + 0.67 * d),
        "left": (60 + 0.33 * d, 150 + 2.33 * d),
        "lid": (200 + 6.33 * d, 150 + 3.33 * d),
    }
    for name, size in wanted.items():
        assert _size(blank.panel(name)) == pytest.approx(size, abs=0.002), name
    assert _size(blank.panel("left-roll"))[0] == pytest.approx(2.67 * d, abs=0.002)
    assert _size(blank.panel("left-inner"))[0] == pytest.approx(60 - 0.33 * d + 1.33 * d, abs=0.002)


def test_0421_is_five_calipers_longer_than_its_inside() -> None:
    assert _size(build("0421", (300, 200, 60), "B").blanks[0].panel("base"))[0] == 300 + 5 * 3.2


def test_a_sleeve_by_hand() -> None:
    """Four walls of 100 + d, 40 + d, 100 + d, 40, a tab of 15, 150 deep, in card of 0.4 mm and 300 g/m²."""
    found = measures(build("carton-sleeve", (150, 100, 40), "card-300"))
    (blank,) = found.blanks
    assert blank.width == pytest.approx(100.4 + 40.4 + 100.4 + 40.0 + 15)
    assert blank.height == 150
    slant = 15 * 0.3
    area = (100.4 + 40.4 + 100.4 + 40.0) * 150 + 15 * (150 - slant)
    assert blank.area == pytest.approx(area)
    assert blank.mass == pytest.approx(area * 300e-6)
    assert blank.crease_length == 4 * 150
    outline = 2 * (100.4 + 40.4 + 100.4 + 40.0) + 150 + 2 * math.hypot(15, slant) + 150 - 2 * slant
    assert blank.cut_length == pytest.approx(outline)
    assert found.inside_volume == 600
    assert found.outside == pytest.approx((150, 100.8 + 0.2, 40.8), abs=0.21)


@EACH
def test_what_is_reported_is_what_is_drawn(each: Style) -> None:
    """Area and knife again, from the cuts alone; mass and copies follow."""
    box = build(each.code, each.default_inside, each.default_board)
    found = measures(box)
    for blank, told in zip(box.blanks, found.blanks, strict=True):
        rings = [shapely.Polygon(cut.points) for cut in blank.cuts if cut.closed]
        assert told.area == pytest.approx(rings[0].area - sum(ring.area for ring in rings[1:]), rel=1e-6)
        slits = sum(math.dist(*cut.points) for cut in blank.cuts if not cut.closed)
        assert told.cut_length == pytest.approx(sum(ring.length for ring in rings) + slits)
        assert told.mass == pytest.approx(told.area * 1e-6 * blank.board.grammage_gsm)
        assert told.copies == len(blank.placements)
    assert found.mass == pytest.approx(sum(told.mass * told.copies for told in found.blanks))
    assert found.area == pytest.approx(sum(told.area * told.copies for told in found.blanks))
    assert all(outer >= inner - 1.5 for outer, inner in zip(found.outside, each.default_inside, strict=True))


def _size(panel) -> tuple[float, float]:  # type: ignore[no-untyped-def]
    x0, y0, x1, y1 = panel.outline.bounds
    return x1 - x0, y1 - y0
