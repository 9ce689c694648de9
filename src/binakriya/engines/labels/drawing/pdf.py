"""A label as PDF at 1:1: a page for each face, with bleed, crop marks and page boxes for a print shop (`pdf`), or many
on a sheet for a home printer (`sheet_pdf`). Equal input gives equal bytes.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from binakriya.engines.labels.drawing.errors import LabelError
from binakriya.engines.labels.drawing.layout import Layout
from binakriya.engines.labels.drawing.marks import MARKS_MM
from binakriya.engines.labels.drawing.model import BLEED_MM, RasterLogo
from binakriya.engines.labels.drawing.shapes import Mark, Path, Picture, Run, Shape, line, rectangle
from binakriya.engines.labels.drawing.svg import painted
from binakriya.engines.labels.drawing.typefaces import Typefaces
from binakriya.engines.labels.drawing.words import Text

POINT_MM: Final = 25.4 / 72
Paper = Literal["a4", "a3"]
PAPERS: Final[dict[str, tuple[float, float]]] = {"a4": (210.0, 297.0), "a3": (297.0, 420.0)}
EDGE_MM: Final = 8.0
"""No office printer reaches nearer to the edge than about 5 mm."""
FOOT_MM: Final = 12.0
BAR_MM: Final = 100.0
CUT_INK: Final = "#9a9a9a"
_OPERATORS: Final = {"M": "m", "L": "l", "C": "c", "Z": "h"}

FOOT: Final = Text(
    "{count} label per lembar · cetak 100 %, tanpa penyesuaian ukuran · garis ini harus 100 mm",
    "{count} labels a sheet · print at 100 %, without fitting · this line must be 100 mm",
)
TOO_LARGE: Final = Text(
    "Label ini tidak muat pada kertas {paper}. Pilih kertas yang lebih besar atau label yang lebih kecil.",
    "This label does not fit on {paper}. Choose larger paper or a smaller label.",
)


def pdf(layout: Layout, *, marks: bool = True) -> bytes:
    """A page for each face. With `marks` the page holds bleed and crop marks, and says so (TrimBox, BleedBox)."""
    writer = _Writer(layout)
    size = layout.size
    edge = BLEED_MM + MARKS_MM if marks else 0.0
    for face in range(size.faces):
        content = [_origin(edge, size.height + edge), *writer.written(painted(layout, face, marks=marks))]
        page = writer.page(size.width + 2 * edge, size.height + 2 * edge, content)
        if marks:
            page.TrimBox = _box(edge, edge, size.width, size.height)
            page.BleedBox = _box(MARKS_MM, MARKS_MM, size.width + 2 * BLEED_MM, size.height + 2 * BLEED_MM)
    return writer.bytes()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Labels on paper: how it lies (mm), columns, rows, distance from one label to the next, first corner (from the
    upper left), and the bleed round each."""

    wide: float
    high: float
    columns: int
    rows: int
    step: tuple[float, float]
    first: tuple[float, float]
    bleed: float

    @property
    def count(self) -> int:
        return self.columns * self.rows

    def corners(self, *, mirrored: bool = False) -> Iterable[tuple[float, float]]:
        """Upper left corners, row by row; `mirrored` for the backs, which are printed on the turned sheet."""
        for row in range(self.rows):
            for column in range(self.columns):
                x = self.first[0] + column * self.step[0]
                yield (
                    (self.wide - x - self.step[0] + 2 * self.bleed if mirrored else x),
                    (self.first[1] + row * self.step[1]),
                )


def sheet_of(layout: Layout, *, paper: Paper = "a4") -> Sheet:
    """The paper upright or across, whichever holds more. White labels share their cuts; coloured ones have a bleed
    between. Raises LabelError when none fits."""
    size = layout.size
    bleed = 0.0 if layout.label.paper == "#ffffff" else 1.5
    step = (size.width + 2 * bleed, size.height + 2 * bleed)
    found = []
    for wide, high in (PAPERS[paper], PAPERS[paper][::-1]):
        room = (wide - 2 * EDGE_MM, high - 2 * EDGE_MM - FOOT_MM)
        columns, rows = (math.floor(room[k] / step[k] + 1e-9) for k in (0, 1))
        if columns and rows:
            left = (wide - columns * step[0]) / 2 + bleed
            top = EDGE_MM + (room[1] - rows * step[1]) / 2 + bleed
            found.append(Sheet(wide, high, columns, rows, step, (left, top), bleed))
    if not found:
        raise LabelError("label", TOO_LARGE.filled(paper=paper.upper()))
    return max(found, key=lambda sheet: sheet.count)


def sheet_pdf(layout: Layout, *, paper: Paper = "a4", language: str = "id") -> bytes:
    """A page of fronts (and one of backs, mirrored for printing on both sides along the long edge), with cutting lines
    and a bar of 100 mm to check the printer's scale. Raises LabelError."""
    sheet = sheet_of(layout, paper=paper)
    writer = _Writer(layout)
    size = layout.size
    foot = FOOT.filled(count=sheet.count).read(language)
    for face in range(size.faces):
        name = writer.form(painted(layout, face, marks=False), size.width, size.height)
        content = [_origin(0.0, sheet.high)]
        for x, y in sheet.corners(mirrored=face == 1):
            if sheet.bleed:
                around = rectangle(
                    x - sheet.bleed, y - sheet.bleed, size.width + 2 * sheet.bleed, size.height + 2 * sheet.bleed
                )
                content += writer.written([Shape(around, layout.label.paper)])
            content.append(f"q 1 0 0 1 {_n(x)} {_n(y)} cm {name} Do Q")
        content += writer.written(_cuts(sheet, layout, mirrored=face == 1))
        content += writer.written(_foot(sheet, foot, layout.typefaces))
        writer.page(sheet.wide, sheet.high, content)
    return writer.bytes()


def _cuts(sheet: Sheet, layout: Layout, *, mirrored: bool) -> Iterable[Mark]:
    """The outline of each label; lines that two labels share are drawn once."""
    wide, high = layout.size.width, layout.size.height
    seen: set[tuple[float, ...]] = set()
    for x, y in sheet.corners(mirrored=mirrored):
        for ends in (
            (x, y, x + wide, y), (x, y + high, x + wide, y + high),
            (x, y, x, y + high), (x + wide, y, x + wide, y + high),
        ):  # fmt: skip
            key = tuple(round(value, 3) for value in ends)
            if key not in seen:
                seen.add(key)
                yield Shape(line(ends[:2], ends[2:]), None, CUT_INK, 0.1)


def _foot(sheet: Sheet, text: str, faces: Typefaces) -> Iterable[Mark]:
    x, y = EDGE_MM, sheet.high - EDGE_MM - 1
    for at in (0.0, BAR_MM):
        yield Shape(line((x + at, y - 2), (x + at, y + 1)), None, "#000000", 0.1)
    yield Shape(line((x, y), (x + BAR_MM, y)), None, "#000000", 0.1)
    yield Run(text, x + 2, y - 1.2, 2.6, "regular", "#000000")
    assert faces["regular"].width(text, 2.6) < sheet.wide - 2 * EDGE_MM, "the foot fits"


def _n(value: float) -> str:
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _box(x: float, y: float, wide: float, high: float) -> Array:
    return Array([round(value / POINT_MM, 4) for value in (x, y, x + wide, y + high)])


def _origin(x: float, y: float) -> str:
    """Units of mm, y downwards, the origin `x` from the left and `y` above the foot of the page."""
    unit = 1 / POINT_MM
    return f"{unit:.8f} 0 0 {-unit:.8f} {x * unit:.5f} {y * unit:.5f} cm"


def _colour(colour: str, operator: str) -> str:
    """Pure black and white as grey, so that black is printed with one ink."""
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    if parts[0] == parts[1] == parts[2]:
        return f"{_n(parts[0])} {'g' if operator == 'rg' else 'G'}"
    return f"{' '.join(f'{part:.4f}' for part in parts)} {operator}"


class _Writer:
    def __init__(self, layout: Layout) -> None:
        self.faces = layout.typefaces
        self.file = pikepdf.Pdf.new()
        self.resources = self.file.make_indirect(Dictionary(XObject=Dictionary()))
        self.layout = layout
        self.forms = 0
        root = self.file.Root
        root.Lang = String(layout.label.language)
        root.ViewerPreferences = Dictionary(PrintScaling=Name("/None"), DisplayDocTitle=True)
        self.file.docinfo["/Title"] = String(" · ".join((*layout.words[:2], layout.size.key)))
        self.file.docinfo["/Subject"] = String(" · ".join(layout.words))
        self.file.docinfo["/Creator"] = String("Binakriya")
        if isinstance(layout.label.logo, RasterLogo):
            self.resources.XObject["/Logo"] = self.picture(layout.label.logo)

    def picture(self, logo: RasterLogo) -> pikepdf.Object:
        made = pikepdf.Stream(self.file, logo.data)
        made.Type, made.Subtype, made.Filter = Name.XObject, Name.Image, Name.DCTDecode
        made.Width, made.Height, made.BitsPerComponent, made.ColorSpace = logo.width, logo.height, 8, Name.DeviceRGB
        return self.file.make_indirect(made)

    def form(self, marks: Iterable[Mark], wide: float, high: float) -> str:
        """A face kept once and painted often; answers the name of it."""
        made = pikepdf.Stream(self.file, "\n".join(self.written(marks)).encode("ascii"))
        made.Type, made.Subtype, made.BBox = Name.XObject, Name.Form, Array([0, 0, wide, high])
        made.Resources = self.resources
        self.forms += 1
        name = f"/Face{self.forms}"
        self.resources.XObject[name] = self.file.make_indirect(made)
        return name

    def page(self, wide: float, high: float, content: Iterable[str]) -> pikepdf.Object:
        page = self.file.add_blank_page(page_size=(wide / POINT_MM, high / POINT_MM)).obj
        page.MediaBox = _box(0, 0, wide, high)
        page.Contents = self.file.make_stream("\n".join(content).encode("ascii"))
        page.Resources = self.resources
        return page

    def bytes(self) -> bytes:
        out = io.BytesIO()
        self.file.save(out, deterministic_id=True, min_version="1.6")
        return out.getvalue()

    def written(self, marks: Iterable[Mark]) -> Iterable[str]:
        for mark in marks:
            if isinstance(mark, Run):
                yield from self.run(mark)
            elif isinstance(mark, Picture):
                place = " ".join(_n(value) for value in (mark.width, 0, 0, -mark.height, mark.x, mark.y + mark.height))
                yield f"q {place} cm /Logo Do Q"
            else:
                yield from _shape(mark)

    def run(self, run: Run) -> Iterable[str]:
        """Outlines letter by letter, within a span that says the words."""
        face, scale, x = self.faces[run.face], f"{run.size / 1000:.6f}", run.x
        said = f"\ufeff{run.text}".encode("utf-16-be").hex()
        yield f"/Span <</ActualText <{said}>>> BDC"
        yield _colour(run.colour, "rg")
        for sign in run.text:
            glyph = face.glyph(sign)
            if glyph.pdf:
                yield f"q {scale} 0 0 -{scale} {_n(x)} {_n(run.baseline)} cm"
                yield glyph.pdf
                yield "f Q"
            x += glyph.advance * run.size
        yield "EMC"


def _shape(shape: Shape) -> Iterable[str]:
    if shape.fill:
        yield _colour(shape.fill, "rg")
    if shape.stroke:
        ends = "1 J 1 j" if shape.round else "0 J 0 j"
        yield f"{_colour(shape.stroke, 'RG')} {_n(shape.width)} w {ends}"
    yield _path(shape.path)
    star = "*" if shape.even_odd else ""
    yield f"{'B' if shape.fill and shape.stroke else 'f' if shape.fill else 'S'}{star if shape.fill else ''}"


def _path(path: Path) -> str:
    return "\n".join(
        f"{' '.join(_n(float(value)) for value in command[1:])} {_OPERATORS[str(command[0])]}" for command in path
    )
