"""Files for the printer from a chosen pack: the drawing of its box at 1:1."""

from collections.abc import Callable
from datetime import date
from typing import Any

from binakriya.engines.boxes import Box, build
from binakriya.engines.drafting import Drawing, Language, Title, cf2, dxf, pdf, svg
from binakriya.engines.drafting import draw as draw_sheet
from binakriya.packaging.rules.recommend import Proven
from binakriya.packaging.rules.recommend import draw as draw_box
from binakriya.packaging.rules.recommend.made import as_board
from binakriya.packaging.rules.specification import Specification, board_of

FORMATS: dict[str, Callable[[Drawing], bytes]] = {
    "svg": lambda drawing: svg(drawing).encode(),
    "pdf": pdf,
    "dxf": lambda drawing: dxf(drawing).encode(),
    "cf2": lambda drawing: cf2(drawing).encode(),
}
MEDIA = {"svg": "image/svg+xml", "pdf": "application/pdf", "dxf": "image/vnd.dxf", "cf2": "application/octet-stream"}


def box_of(specification: Specification) -> Box:
    """The box of a stored specification, drawn by the present engine. Raises BoxError where it no longer makes it."""
    content: Any = specification.content["box"]
    length, breadth, height = content["inside_mm"]
    return build(
        content["style"], (length, breadth, height), as_board(board_of(specification)), **content["parameters"]
    )


def drawing_of(
    pack: Proven | Specification,
    *,
    name: str = "",
    number: str = "",
    revision: str = "",
    by: str = "",
    office: str = "",
    on: date | None = None,
    language: Language = "id",
) -> Drawing:
    """The sheet with title block. Raises BoxError, DrawingError."""
    if isinstance(pack, Specification):
        box = box_of(pack)
    else:
        box = draw_box(pack.style.code, pack.made.inside_mm, pack.board, pack.made.parameters)
    title = Title(name=name, number=number, revision=revision, by=by, office=office, date=on)
    return draw_sheet(box, title=title, language=language)
