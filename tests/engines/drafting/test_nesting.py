"""Blanks on a sheet: none overlaps, none hangs over, and the count is at least what a plain grid gives."""

import itertools
import math

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.drafting.drawing_cases import CODES, default_box

from binakriya.engines.boxes import build, measures, style
from binakriya.engines.drafting import SHEETS, Nest, draw_nest, nest, sheets_for, svg
from binakriya.engines.drafting.nesting import Spot

SIDE = st.floats(300, 2000)


def _check(found: Nest, gap: float, margin: float) -> None:
    outline = found.blank.cuts[0].points
    shapes = [shapely.Polygon([spot.point(point) for point in outline]) for spot in found.spots]
    for one, two in itertools.combinations(shapes, 2):
        assert one.distance(two) >= gap - 0.01
    for shape in shapes:
        x0, y0, x1, y1 = shape.bounds
        assert x0 >= margin - 0.01 and y0 >= margin - 0.01
        assert x1 <= found.width - margin + 0.01 and y1 <= found.height - margin + 0.01
    flat = found.blank.grain == found.grain
    assert {spot.turn for spot in found.spots} <= ({0, 180} if flat else {90, 270})
    assert found.used + found.waste == pytest.approx(1)


@pytest.mark.parametrize("code", CODES)
def test_blanks_lie_apart_and_their_flutes_along_the_sheet(code: str) -> None:
    box = default_box(code)
    for sheet in sheets_for(box.board.kind):
        for found in nest(box.blanks[0], sheet.width, sheet.height):
            _check(found, 3.0, 10.0)
            points = box.blanks[0].cuts[0].points
            wide = max(x for x, _ in points) - min(x for x, _ in points)
            high = max(y for _, y in points) - min(y for _, y in points)
            if found.grain != found.blank.grain:
                wide, high = high, wide
            grid = math.floor((sheet.width - 20 + 3.1) / (wide + 3.1)) * math.floor(
                (sheet.height - 20 + 3.1) / (high + 3.1)
            )
            assert found.count >= grid


@settings(max_examples=25, deadline=None)
@given(
    st.floats(0, 12), st.floats(0, 30), st.floats(300, 2000), st.floats(300, 2000), st.sampled_from(["0427", "0215"])
)
def test_any_gap_and_sheet(gap: float, margin: float, wide: float, high: float, code: str) -> None:
    blank = build(code, style(code).smallest, "E").blanks[0]
    for found in nest(blank, wide, high, gap=gap, margin=margin):
        if found.count <= 60:
            _check(found, gap, margin)


def test_interlocking_beats_the_grid() -> None:
    blank = build("carton-auto-lock", (100, 70, 120), "card-400").blanks[0]
    _, found = nest(blank, 1000, 650)
    assert found.layout != "grid" and found.count == 5


def test_sheets_for_a_quantity_count_every_copy() -> None:
    pads = default_box("corner-pads")
    found = nest(pads.blanks[0], 1000, 650)[0]
    assert found.sheets(500) == math.ceil(500 * 8 / found.count)
    assert nest(default_box("0201").blanks[0], 200, 200)[0].sheets(5) is None


@pytest.mark.parametrize("sheet", [(0, 100), (math.nan, 100), (100, -1), (100, math.inf)])
def test_a_sheet_without_size(sheet: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="sheet"):
        nest(default_box("0427").blanks[0], *sheet)


def test_drawn_sheet_holds_every_knife() -> None:
    box = default_box("0427")
    found = nest(box.blanks[0], 1000, 650)[0]
    drawing = draw_nest(found, language="en")
    assert len(drawing.on("CUT")) == found.count * len(box.blanks[0].cuts)
    assert "waste" in svg(drawing)
    assert measures(box).area * found.count == pytest.approx(found.used * 650_000)


def test_turns() -> None:
    assert Spot(90, 10, 0).point((3, 1)) == (9, 3)
    assert Spot(180, 0, 0).point((3, 1)) == (-3, -1)
    assert Spot(270, 0, 0).point((3, 1)) == (1, -3)


def test_every_sheet_tells_its_source() -> None:
    assert all(each.source and each.firmness in "BC" for each in SHEETS)
