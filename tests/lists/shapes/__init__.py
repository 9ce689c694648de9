"""The shapes: how offices, associations, cooperatives, banks and forms lay out their lists. Registered by name."""

from tests.lists.shapes.associations import BANK, COOPERATIVE, MAKERS, STACKED, WITHOUT_HEADER
from tests.lists.shapes.base import Shape
from tests.lists.shapes.beside import FORMS, PAGED, SIDEWAYS, STACKED_FORMS, TONGUES
from tests.lists.shapes.exports import ENGLISH_FORM, HTML_TABLE, LICENCES, UNICODE_TEXT
from tests.lists.shapes.harder import CHAT, DIFFERING, REGISTER, SCALED, TWO_LINES
from tests.lists.shapes.offices import ELSEWHERE, LETTERHEAD, NUMBERED, PRINTED, SECTIONS, WARDS

SHAPES: dict[str, Shape] = {
    shape.name: shape
    for shape in (
        LETTERHEAD, PRINTED, UNICODE_TEXT, SECTIONS, STACKED, NUMBERED, WARDS, ENGLISH_FORM, MAKERS, WITHOUT_HEADER,
        COOPERATIVE, LICENCES, ELSEWHERE, BANK, HTML_TABLE, REGISTER, SCALED, DIFFERING,
        TWO_LINES, CHAT, FORMS, STACKED_FORMS, SIDEWAYS, TONGUES, PAGED,
    )
}  # fmt: skip
# A set without named shapes is drawn from the fair ones. These must be asked for by name: a web page named .xls may be
# refused, and a table whose members take two lines or a list pasted from a chat is a table only to a patient eye.
# The later shapes are asked for by name too, so that a seed keeps giving the lists it gave.
BY_NAME = tuple(shape.name for shape in (HTML_TABLE, TWO_LINES, CHAT, FORMS, STACKED_FORMS, SIDEWAYS, TONGUES, PAGED))
DEFAULT_SHAPES: tuple[str, ...] = tuple(name for name in SHAPES if name not in BY_NAME)

__all__ = ["BY_NAME", "DEFAULT_SHAPES", "SHAPES", "Shape"]
