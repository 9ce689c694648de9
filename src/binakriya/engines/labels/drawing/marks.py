"""What stands round a label for the print shop: ground with bleed, crop marks."""

from collections.abc import Iterable
from typing import Final

from binakriya.engines.labels.drawing.model import BLEED_MM, Size
from binakriya.engines.labels.drawing.shapes import Shape, line, rectangle

MARKS_MM: Final = 7.0
"""So far beyond the bleed the page goes on: crop marks and a little air."""
CROP_MM: Final = 5.0
HAIRLINE_MM: Final = 0.1
CROP_INK: Final = "#000000"


def ground(size: Size, paper: str, bleed: float) -> Shape:
    return Shape(rectangle(-bleed, -bleed, size.width + 2 * bleed, size.height + 2 * bleed), paper)


def crop_marks(size: Size) -> Iterable[Shape]:
    """Two hairlines at each corner, on the lines of the cut, beginning where the bleed ends."""
    near, far = BLEED_MM, BLEED_MM + CROP_MM
    for x, out in ((0.0, -1), (size.width, 1)):
        for y, down in ((0.0, -1), (size.height, 1)):
            yield Shape(line((x + out * near, y), (x + out * far, y)), None, CROP_INK, HAIRLINE_MM)
            yield Shape(line((x, y + down * near), (x, y + down * far)), None, CROP_INK, HAIRLINE_MM)
