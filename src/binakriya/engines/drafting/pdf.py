"""A drawing as PDF at 1:1, exact vectors: one page as large as the sheet, or tiles of A4 or A3 to be pasted together.

Each layer is an optional-content group that a reader can switch off (a die maker prints only CUT and CREASE). Equal
input gives equal bytes.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterable
from typing import Final, Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from binakriya.engines.boxes import Text
from binakriya.engines.drafting.lettering import shown, width
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
MOST_TILES: Final = 400

MAP_TITLE: Final = Text(
    "Susunan lembar: {columns} kolom, {rows} baris", "How the sheets lie: {columns} columns, {rows} rows"
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
        root.ViewerPreferences = Dictionary(
            PrintScaling=Name.None_ if hasattr(Name, "None_") else Name("/None"), DisplayDocTitle=True
        )
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


def tile_grid(drawing: Drawing, size: tuple[float, float]) -> tuple[float, float, int, int]:
    """Width and height (mm) of the paper as laid, and columns and rows: upright or across, whichever takes fewer."""
    plans = []
    for wide, high in (size, size[::-1]):
        usable = (wide - 2 * TILE_MARGIN_MM, high - 2 * TILE_MARGIN_MM)
        columns = max(1, math.ceil((drawing.width - OVERLAP_MM) / (usable[0] - OVERLAP_MM)))
        rows = max(1, math.ceil((drawing.height - OVERLAP_MM) / (usable[1] - OVERLAP_MM)))
        plans.append((columns * rows, wide, high, columns, rows))
    _, wide, high, columns, rows = min(plans)
    return wide, high, columns, rows


def _tiled(writer: _Writer, drawing: Drawing, size: tuple[float, float]) -> None:
    wide, high, columns, rows = tile_grid(drawing, size)
    if columns * rows > MOST_TILES:
        raise DrawingError(f"{columns * rows} tiles: print it as one page, or on larger paper")
    usable = (wide - 2 * TILE_MARGIN_MM, high - 2 * TILE_MARGIN_MM)
    step = (usable[0] - OVERLAP_MM, usable[1] - OVERLAP_MM)
    writer.page(wide, high, _map(writer, wide, high, columns, rows, usable, step))
    m = TILE_MARGIN_MM
    for row in range(rows):
        for column in range(columns):
            x0 = column * step[0]
            y0 = drawing.height - row * step[1] - usable[1]
            content = [
                f"q {_pt(m)} {_pt(m)} {_pt(usable[0])} {_pt(usable[1])} re W n",
                *writer.drawn(m - x0, m - y0),
                "Q",
                *writer.layer("ANNOTATION", *_marks(wide, high, usable, row, column, rows, columns, drawing)),
            ]
            writer.page(wide, high, content)


def tile_name(row: int, column: int) -> str:
    """A1 is the upper left tile: letters for rows, numbers for columns."""
    letters = ""
    row += 1
    while row:
        row, rest = divmod(row - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{column + 1}"


def _marks(
    wide: float,
    high: float,
    usable: tuple[float, float],
    row: int,
    column: int,
    rows: int,
    columns: int,
    drawing: Drawing,
) -> tuple[list[Line], list[Label]]:
    """Crosses in the middle of the overlap at the corners (neighbours print the same ones), the edge of the tile, its
    name and its neighbours."""
    m, half = TILE_MARGIN_MM, OVERLAP_MM / 2
    left, right, low, top = m + half, m + usable[0] - half, m + half, m + usable[1] - half
    lines = [_line((m, m), (m + usable[0], m), (m + usable[0], m + usable[1]), (m, m + usable[1]), closed=True)]
    for x in ([left] if column else []) + ([right] if column < columns - 1 else []):
        for y in (low, (low + top) / 2, top):
            lines += [_line((x - 4, y), (x + 4, y)), _line((x, y - 4), (x, y + 4))]
    for y in ([low] if row < rows - 1 else []) + ([top] if row else []):
        for x in (left, (left + right) / 2, right):
            lines += [_line((x - 4, y), (x + 4, y)), _line((x, y - 4), (x, y + 4))]
    around: list[tuple[bool, Callable[[], Label]]] = [
        (column > 0, lambda: Label((m - 3, high / 2), f"< {tile_name(row, column - 1)}", 3.0, "middle", 90)),
        (
            column < columns - 1,
            lambda: Label((wide - m + 5, high / 2), f"{tile_name(row, column + 1)} >", 3.0, "middle", 90),
        ),
        (row > 0, lambda: Label((wide / 2, high - m + 2), tile_name(row - 1, column), 3.0, "middle")),
        (row < rows - 1, lambda: Label((wide / 2, m - 5), tile_name(row + 1, column), 3.0, "middle")),
    ]
    labels = [make() for there, make in around if there]
    labels.append(Label((m, high - m + 2.5), tile_name(row, column), 6.0, bold=True))
    labels.append(Label((m, m - 5), drawing.title[:80], 2.5))
    return lines, labels


def _line(*points: Point, closed: bool = False) -> Line:
    return Line("ANNOTATION", points, closed, "thin")


def _map(
    writer: _Writer,
    wide: float,
    high: float,
    columns: int,
    rows: int,
    usable: tuple[float, float],
    step: tuple[float, float],
) -> Iterable[str]:
    """The whole drawing small, with the tiles and their names over it, a check bar and what to do."""
    from_language = writer.drawing.language
    drawing = writer.drawing
    m = TILE_MARGIN_MM
    head = 20.0
    total = (columns * step[0] + OVERLAP_MM, rows * step[1] + OVERLAP_MM)
    scale = min((wide - 2 * m) / total[0], (high - 2 * m - head - 14) / total[1], 1.0)
    x, y = m, high - m - head - total[1] * scale
    # the drawing hangs at the top left of the tiles
    yield f"q {scale:.6f} 0 0 {scale:.6f} {_pt(x)} {_pt(y + (total[1] - drawing.height) * scale)} cm"
    yield from (part for layer in reversed(LAYERS) for part in writer.layer(layer, drawing.on(layer), ()))
    yield "Q"
    lines: list[Line] = []
    labels = [
        Label((m, high - m - 6), MAP_TITLE.filled(columns=columns, rows=rows).read(from_language), 5.0, bold=True),
        Label((m, high - m - 12), MAP_HELP.read(from_language), 2.8),
    ]
    for row in range(rows):
        for column in range(columns):
            left = x + column * step[0] * scale
            top = y + (total[1] - row * step[1]) * scale
            right, low = left + usable[0] * scale, top - usable[1] * scale
            lines.append(_line((left, low), (right, low), (right, top), (left, top), closed=True))
            letter = min(8.0, 0.3 * step[1] * scale)
            labels.append(
                Label(((left + right) / 2, (low + top) / 2), tile_name(row, column), letter, "middle", 0, True)
            )
    bar = [Line("ANNOTATION", ((m, m), (m + 100, m), (m + 100, m + 1.6), (m, m + 1.6)), True, "frame")]
    labels.append(Label((m, m + 3), "100 mm", 2.5))
    yield from writer.layer("ANNOTATION", [*lines, *bar], labels)
