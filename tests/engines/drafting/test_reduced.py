"""A drawing to scale: true in its proportions, within its room, its letters readable."""

import pytest

from binakriya.engines.boxes import Box, build, measures
from binakriya.engines.drafting import DrawingError, reduced
from binakriya.engines.drafting.reduced import LETTER_MM, SCALES

BOXES = [("0201", (300, 220, 180), "B"), ("0427", (230, 160, 100), "E"), ("0300", (90, 60, 40), "E")]


def width_of_cut(box: Box, scale: float) -> float:
    made = reduced(box, 180, 120).drawing
    xs = [x for line in made.on("CUT") for x, _ in line.points]
    return (max(xs) - min(xs)) * scale


@pytest.mark.parametrize(("code", "inside", "board"), BOXES[:2])
def test_one_mm_of_paper_is_scale_mm_of_the_box(code: str, inside: tuple[float, float, float], board: str) -> None:
    box = build(code, inside, board)
    made = reduced(box, 180, 120)
    assert width_of_cut(box, made.scale) == pytest.approx(measures(box).blanks[0].width, abs=0.01 * made.scale)


@pytest.mark.parametrize(("code", "inside", "board"), BOXES)
def test_it_fits_its_room_at_a_usual_scale(code: str, inside: tuple[float, float, float], board: str) -> None:
    made = reduced(build(code, inside, board), 180, 120)
    assert made.scale in SCALES
    assert made.drawing.width <= 180 and made.drawing.height <= 120
    points = [point for line in made.drawing.lines for point in line.points]
    assert all(-0.5 <= x <= made.drawing.width + 0.5 for x, _ in points)
    assert max(label.size for label in made.drawing.labels) == pytest.approx(LETTER_MM)


def test_dimensions_say_the_true_size() -> None:
    box = build("0201", (300, 220, 180), "B")
    told = {label.text for label in reduced(box, 180, 120).drawing.labels}
    assert any(text.startswith("1.0") for text in told), "the length of the whole blank in mm"


def test_a_room_that_is_too_small_is_refused() -> None:
    with pytest.raises(DrawingError, match="no usual scale"):
        reduced(build("0201", (1500, 900, 900), "BC"), 20, 10)
