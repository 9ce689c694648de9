"""The shapes: how offices, associations, cooperatives, banks and forms lay out their lists. Registered by name."""

from tests.lists.shapes.associations import BANK, COOPERATIVE, MAKERS, STACKED, WITHOUT_HEADER
from tests.lists.shapes.base import Shape
from tests.lists.shapes.exports import ENGLISH_FORM, HTML_TABLE, LICENCES, UNICODE_TEXT
from tests.lists.shapes.offices import ELSEWHERE, LETTERHEAD, NUMBERED, PRINTED, SECTIONS, WARDS

SHAPES: dict[str, Shape] = {
    shape.name: shape
    for shape in (
        LETTERHEAD, PRINTED, UNICODE_TEXT, SECTIONS, STACKED, NUMBERED, WARDS, ENGLISH_FORM, MAKERS, WITHOUT_HEADER,
        COOPERATIVE, LICENCES, ELSEWHERE, BANK, HTML_TABLE,
    )
}  # fmt: skip
# A set without named shapes is drawn from these. A web page named .xls must be asked for by name: some refuse it.
DEFAULT_SHAPES: tuple[str, ...] = tuple(name for name in SHAPES if name != HTML_TABLE.name)

__all__ = ["DEFAULT_SHAPES", "SHAPES", "Shape"]
