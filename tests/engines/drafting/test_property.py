"""Any style at any size: the drawing is what the blank is."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.engines.boxes.cases import boxes_of
from tests.engines.drafting.drawing_cases import CODES, copies_of, run

from binakriya.engines.boxes import Box, measures, style
from binakriya.engines.drafting import draw
from binakriya.engines.drafting.knife import stretches
from binakriya.engines.drafting.lettering import label_box, overlap


@st.composite
def any_box(draw_from: st.DrawFn) -> Box:
    return draw_from(boxes_of(style(draw_from(st.sampled_from(CODES)))))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(any_box())
def test_contours_close_and_no_line_is_cut_twice(box: Box) -> None:
    drawing = draw(box)
    figures = measures(box)
    cut, creased = drawing.on("CUT"), drawing.on("CREASE")
    assert sum(run(line.points, closed=line.closed) for line in cut) == pytest.approx(
        copies_of(box, "cut_length"), abs=0.1
    )
    assert sum(run(line.points, closed=False) for line in creased) == pytest.approx(
        sum(each.crease_length for each in figures.blanks), abs=0.05
    )
    slits = sum(each.kind == "slit" for blank in box.blanks for each in blank.cuts)
    assert sum(not line.closed for line in cut) <= slits
    seen = set()
    for line in (*cut, *creased):
        for stretch in stretches(line.points, closed=line.closed):
            edge = frozenset(stretch)
            assert len(edge) == 2 and edge not in seen
            seen.add(edge)
    everything = [point for line in drawing.lines for point in line.points]
    assert all(0 <= x <= drawing.width and 0 <= y <= drawing.height for x, y in everything)
    labels = [label_box(label) for label in drawing.labels]
    assert not any(overlap(a, b) for k, a in enumerate(labels) for b in labels[k + 1 :])
