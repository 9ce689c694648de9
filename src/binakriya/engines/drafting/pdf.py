"""A drawing as PDF at 1:1, exact vectors: one page as large as the sheet, or tiles of A4 or A3 to be pasted together.

Each layer is an optional-content group that a reader can switch off (a die maker prints only CUT and CREASE). Equal
input gives equal bytes.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from binakriya.engines.boxes import Text
from binakriya.engines.drafting.footer import check_bar
from binakriya.engines.drafting.lettering import fitted, overlap, shown, width
from binakriya.engines.drafting.model import LAYERS, PENS, Drawing, DrawingError, Label, Layer, Line
from binakriya.engines.geometry import Point

POINT_MM: Final = 25.4 / 72
LONGEST_PAGE_PT: Final = 14400
"""PDF knows no longer page unless its unit is made larger (`UserUnit`, PDF 1.6)."""

Tile = Literal["a4", "a3"]
TILES: Final[dict[str, tuple[float, float]]] = {"a4": (210.0, 297.0), "a3": (297.0, 420.0)}
TILE_MARGIN_MM: Final = 12.0
"""No office printer reaches nearer to the edge than about 5 mm; the marks stand in what is left."""
OVERLAP_MM: Final = 10.0
ROUND_MM: Final = 4.0
MOST_TILES: Final = 400

MAP_TITLE: Final = Text(
    "{count} lembar: {columns} kolom, {rows} baris", "{count} sheets: {columns} columns, {rows} rows"
)
MAP_HELP: Final = Text(
    "Cetak 100 %, tanpa penyesuaian ukuran. Tindihkan tepi 10 mm, paskan silang, lalu tempel.",
    "Print at 100 %, without fitting. Lay the 10 mm edges over each other, match the crosses, then tape.",
)


def pdf(drawing: Drawing, *, tile: Tile | None = None) -> bytes:
    """The drawing as PDF. Without `tile` one page; with it a map of the tiles, then the tiles, row by row from the
    top. Raises DrawingError when more than 400 tiles would be needed."""
    writer = _Writer(drawing)
    if tile is None:
        writer.page(drawing.width, drawing.height, writer.drawn(0.0, 0.0))
    else:
        _tiled(writer, drawing, TILES[tile])
    return writer.bytes()


class _Writer:
    """Pages of operators. Lengths come in mm and leave in points, rounded to 0.001 pt (0.0004 mm)."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.file = pikepdf.Pdf.new()
        self.unit = 1
        make = self.file.make_indirect
        self.groups = {layer: make(Dictionary(Type=Name.OCG, Name=String(layer))) for layer in LAYERS}
        self.fonts = Dictionary(
            F1=make(self._font(Name.Helvetica)), F2=make(self._font(Name("/Helvetica-Bold")))
        )  # fmt: skip
        root = self.file.Root
        every = Array([self.groups[layer] for layer in LAYERS])
        root.OCProperties = Dictionary(OCGs=every, D=Dictionary(Order=every, ON=every, Name=String("Layers")))
        root.Lang = String(drawing.language)
        root.ViewerPreferences = Dictionary(PrintScaling=Name("/None"), DisplayDocTitle=True)
        self.file.docinfo["/Title"] = String(drawing.title)
        self.file.docinfo["/Subject"] = String(drawing.description)
        self.file.docinfo["/Creator"] = String("Binakriya")

    @staticmethod
    def _font(name: Name) -> Dictionary:
        return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=name, Encoding=Name.WinAnsiEncoding)

    def page(self, wide: float, high: float, content: Iterable[str]) -> None:
        """Adds a page of `wide` x `high` mm."""
        longest = max(wide, high) / POINT_MM
        unit = max(1, math.ceil(longest / LONGEST_PAGE_PT))
        body = "\n".join(content)
        if unit > 1:
            body = f"{1 / unit:.9f} 0 0 {1 / unit:.9f} 0 0 cm\n{body}"
        size = (wide / POINT_MM / unit, high / POINT_MM / unit)
        page = self.file.add_blank_page(page_size=(max(3, size[0]), max(3, size[1])))
        page.obj.MediaBox = Array([0, 0, round(size[0], 4), round(size[1], 4)])
        if unit > 1:
            page.obj.UserUnit = unit
        page.obj.Contents = self.file.make_stream(body.encode("cp1252", "replace"))
        page.obj.Resources = Dictionary(
            Font=self.fonts, Properties=Dictionary({f"/{layer}": group for layer, group in self.groups.items()})
        )

    def drawn(self, dx: float, dy: float) -> Iterable[str]:
        """The whole drawing, shifted by mm."""
        for layer in reversed(LAYERS):
            found = self.drawing.on(layer)
            labels = self.drawing.labels if layer == "ANNOTATION" else ()
            if found or labels:
                yield from self.layer(layer, found, labels, dx, dy)

    def layer(
        self, layer: Layer, lines: Iterable[Line], labels: Iterable[Label], dx: float = 0.0, dy: float = 0.0
    ) -> Iterable[str]:
        yield f"/OC /{layer} BDC"
        last: object = None
        for line in lines:
            if (line.pen, line.dashes) != last:
                last = (line.pen, line.dashes)
                yield from _pen(line)
            yield _path(line, dx, dy)
        for label in labels:
            yield _label(label, dx, dy)
        yield "EMC"

    def bytes(self) -> bytes:
        out = io.BytesIO()
        self.file.save(out, deterministic_id=True, min_version="1.6")
        return out.getvalue()


def _pt(mm: float) -> str:
    text = f"{mm / POINT_MM:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _colour(hexadecimal: str) -> str:
    return " ".join(f"{int(hexadecimal[k : k + 2], 16) / 255:.3f}" for k in (1, 3, 5))


def _pen(line: Line) -> Iterable[str]:
    look = PENS[line.pen]
    dashes = look.dashes if line.dashes is None else line.dashes
    yield f"{_colour(look.colour)} RG {_pt(look.width)} w [{' '.join(_pt(each) for each in dashes)}] 0 d"
    if look.fill:
        yield f"{_colour(look.fill)} rg"


def _path(line: Line, dx: float, dy: float) -> str:
    (x, y), *others = line.points
    run = " ".join(f"{_pt(u + dx)} {_pt(v + dy)} l" for u, v in others)
    paint = "B" if PENS[line.pen].fill else "S"
    return f"{_pt(x + dx)} {_pt(y + dy)} m {run} {'h ' if line.closed else ''}{paint}"


def _label(label: Label, dx: float, dy: float) -> str:
    text = shown(label.text)
    run = width(text, label.size, bold=label.bold)
    before = {"start": 0.0, "middle": run / 2, "end": run}[label.anchor]
    x, y = label.at
    turned = label.turn == 90
    x, y = (x + dx, y - before + dy) if turned else (x - before + dx, y + dy)
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    matrix = "0 1 -1 0" if turned else "1 0 0 1"
    font = "F2" if label.bold else "F1"
    return f"BT 0.133 g /{font} {_pt(label.size)} Tf {matrix} {_pt(x)} {_pt(y)} Tm ({escaped}) Tj ET"


@dataclass(frozen=True)
class Tiling:
    """How a drawing is cut into sheets: paper as laid (mm), columns and rows, the upper left corner on the drawing
    (mm), and the tiles that hold something to cut or crease, as (row, column) from the top left."""

    wide: float
    high: float
    columns: int
    rows: int
    left: float
    top: float
    tiles: tuple[tuple[int, int], ...]

    @property
    def usable(self) -> tuple[float, float]:
        """What a tile shows, mm."""
        return self.wide - 2 * TILE_MARGIN_MM, self.high - 2 * TILE_MARGIN_MM

    @property
    def step(self) -> tuple[float, float]:
        """From one tile to the next, mm."""
        return self.usable[0] - OVERLAP_MM, self.usable[1] - OVERLAP_MM


def tiling(drawing: Drawing, size: tuple[float, float]) -> Tiling:
    """The tiles of what is cut and creased (dimensions and title block stay on the map), with the paper upright or
    across, whichever takes fewer. Raises DrawingError when more than 400 would be needed."""
    points = [point for line in drawing.lines if line.layer != "ANNOTATION" for point in line.points]
    points = points or [(0.0, 0.0), (drawing.width, drawing.height)]
    left, right = min(x for x, _ in points) - ROUND_MM, max(x for x, _ in points) + ROUND_MM
    low, top = min(y for _, y in points) - ROUND_MM, max(y for _, y in points) + ROUND_MM
    plans = []
    for wide, high in (size, size[::-1]):
        plan = Tiling(wide, high, 0, 0, left, top, ())
        columns = max(1, math.ceil((right - left - OVERLAP_MM) / plan.step[0]))
        rows = max(1, math.ceil((top - low - OVERLAP_MM) / plan.step[1]))
        if columns * rows > MOST_TILES:
            raise DrawingError(f"{columns * rows} tiles: print it as one page, or on larger paper")
        # the blank in the middle of the tiles
        plan = Tiling(
            wide,
            high,
            columns,
            rows,
            left - (columns * plan.step[0] + OVERLAP_MM - (right - left)) / 2,
            top + (rows * plan.step[1] + OVERLAP_MM - (top - low)) / 2,
            (),
        )
        every = [(row, column) for row in range(rows) for column in range(columns)]
        boxes = [_bounds(stretch) for line in drawing.lines if line.layer != "ANNOTATION" for stretch in _pieces(line)]
        used = tuple(place for place in every if any(overlap(_shown(plan, *place), box) for box in boxes))
        plans.append(replace(plan, tiles=used))
    return min(plans, key=lambda plan: (len(plan.tiles), plan.wide))


def _pieces(line: Line) -> list[tuple[Point, Point]]:
    ends = [*line.points[1:], line.points[0]] if line.closed else line.points[1:]
    return list(zip(line.points, ends, strict=line.closed))


def _bounds(stretch: tuple[Point, Point]) -> tuple[float, float, float, float]:
    (x0, y0), (x1, y1) = stretch
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _shown(plan: Tiling, row: int, column: int) -> tuple[float, float, float, float]:
    """What a tile shows of the drawing: x0, y0, x1, y1 in mm."""
    x, y = plan.left + column * plan.step[0], plan.top - row * plan.step[1]
    return x, y - plan.usable[1], x + plan.usable[0], y


def _tiled(writer: _Writer, drawing: Drawing, size: tuple[float, float]) -> None:
    plan = tiling(drawing, size)
    writer.page(plan.wide, plan.high, _map(writer, plan))
    m = TILE_MARGIN_MM
    for row, column in plan.tiles:
        x0, y0, _, _ = _shown(plan, row, column)
        content = [
            f"q {_pt(m)} {_pt(m)} {_pt(plan.usable[0])} {_pt(plan.usable[1])} re W n",
            *writer.drawn(m - x0, m - y0),
            "Q",
            *writer.layer("ANNOTATION", *_marks(plan, row, column, drawing)),
        ]
        writer.page(plan.wide, plan.high, content)


def tile_name(row: int, column: int) -> str:
    """A1 is the upper left tile: letters for rows, numbers for columns."""
    letters = ""
    row += 1
    while row:
        row, rest = divmod(row - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{column + 1}"


def _marks(plan: Tiling, row: int, column: int, drawing: Drawing) -> tuple[list[Line], list[Label]]:
    """Crosses in the middle of the overlap (neighbours print the same ones), the edge of the tile, its name and its
    neighbours."""
    wide, high, usable = plan.wide, plan.high, plan.usable
    m, half = TILE_MARGIN_MM, OVERLAP_MM / 2
    left, right, low, top = m + half, m + usable[0] - half, m + half, m + usable[1] - half
    lines = [_line((m, m), (m + usable[0], m), (m + usable[0], m + usable[1]), (m, m + usable[1]), closed=True)]

    def beside(down: int, along: int) -> str | None:
        place = (row + down, column + along)
        return tile_name(*place) if place in plan.tiles else None

    crosses: set[Point] = set()
    for there, x in ((beside(0, -1), left), (beside(0, 1), right)):
        crosses |= {(x, y) for y in (low, (low + top) / 2, top) if there}
    for there, y in ((beside(1, 0), low), (beside(-1, 0), top)):
        crosses |= {(x, y) for x in (left, (left + right) / 2, right) if there}
    for x, y in sorted(crosses):
        lines += [_line((x - 4, y), (x + 4, y)), _line((x, y - 4), (x, y + 4))]
    labels = [Label((m, high - m + 2.5), tile_name(row, column), 6.0, bold=True)]
    labels.append(Label((m, m - 5), fitted(drawing.title, 2.5, wide / 2 - m - 15), 2.5))
    if name := beside(0, -1):
        labels.append(Label((m - 3, high / 2), f"< {name}", 3.0, "middle", 90))
    if name := beside(0, 1):
        labels.append(Label((wide - m + 5, high / 2), f"{name} >", 3.0, "middle", 90))
    if name := beside(-1, 0):
        labels.append(Label((wide / 2, high - m + 2), name, 3.0, "middle"))
    if name := beside(1, 0):
        labels.append(Label((wide / 2, m - 5), name, 3.0, "middle"))
    return lines, labels


def _line(*points: Point, closed: bool = False) -> Line:
    return Line("ANNOTATION", points, closed, "thin")


def _map(writer: _Writer, plan: Tiling) -> Iterable[str]:
    """The whole drawing small, with the tiles and their names over it, a check bar and what to do."""
    drawing = writer.drawing
    language = drawing.language
    m, head = TILE_MARGIN_MM, 20.0
    left, top = min(0.0, plan.left), max(drawing.height, plan.top)
    right = max(drawing.width, plan.left + plan.columns * plan.step[0] + OVERLAP_MM)
    low = min(0.0, plan.top - plan.rows * plan.step[1] - OVERLAP_MM)
    scale = min((plan.wide - 2 * m) / (right - left), (plan.high - 2 * m - head - 14) / (top - low), 1.0)
    x, y = m - left * scale, plan.high - m - head - top * scale
    yield f"q {scale:.6f} 0 0 {scale:.6f} {_pt(x)} {_pt(y)} cm"
    yield from writer.drawn(0.0, 0.0)
    yield "Q"
    title = MAP_TITLE.filled(count=len(plan.tiles), columns=plan.columns, rows=plan.rows).read(language)
    labels = [
        Label((m, plan.high - m - 6), title, 5.0, bold=True),
        Label((m, plan.high - m - 12), MAP_HELP.read(language), 2.8),
    ]
    lines: list[Line] = []
    for row, column in plan.tiles:
        x0, y0, x1, y1 = (value * scale + at for value, at in zip(_shown(plan, row, column), (x, y, x, y), strict=True))
        lines.append(_line((x0, y0), (x1, y0), (x1, y1), (x0, y1), closed=True))
        letter = min(6.0, 0.3 * (y1 - y0))
        labels.append(Label((x0 + 0.3 * letter, y1 - letter), tile_name(row, column), letter, bold=True))
    lines += check_bar(m, m)
    labels.append(Label((m, m + 3), "100 mm", 2.5))
    yield from writer.layer("ANNOTATION", lines, labels)
