"""The pattern on the screen says what the blank says."""

import re

import pytest

from binakriya.engines.boxes import Style, build, measures, styles
from binakriya.engines.protection import number
from binakriya.packaging.rules.patterns import patterns


@pytest.mark.parametrize("style", styles(), ids=lambda style: style.code)
def test_everything_lies_in_the_picture_and_the_size_is_the_blanks(style: Style) -> None:
    box = build(style.code, style.default_inside, style.default_board)
    found = patterns(box, "id")
    assert len(found) == len(box.blanks)
    for pattern, blank in zip(found, measures(box).blanks, strict=True):
        left, top, wide, high = (float(each) for each in pattern.view_box.split())
        for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", pattern.paper + pattern.cut + pattern.crease):
            assert left <= float(x) <= left + wide and top <= float(y) <= top + high
        assert pattern.width == number(blank.width, ",.0f") and pattern.height == number(blank.height, ",.0f")
        assert pattern.paper.count("Z") >= len(pattern.names)
