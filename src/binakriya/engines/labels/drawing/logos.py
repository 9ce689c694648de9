"""SVG logos: nothing of the file is kept but plain shapes, which are written anew.

An allow-list: elements and attributes that are not named here are refused, or, where they only describe (title, the
drawing program's own notes), left out. Entities, scripts, references, pictures and styles that point outside can thus
never reach a label.
"""

from __future__ import annotations

import math
import re
from typing import Any, Final
from xml.parsers import expat

from PIL import ImageColor

from binakriya.engines.labels.drawing.errors import LogoRefused
from binakriya.engines.labels.drawing.model import VectorLogo
from binakriya.engines.labels.drawing.paths import read_path, read_points
from binakriya.engines.labels.drawing.shapes import (
    IDENTITY,
    Matrix,
    Path,
    Shape,
    bounds,
    ellipse,
    line,
    moved,
    product,
    rectangle,
)
from binakriya.engines.labels.drawing.words import Text

MOST_BYTES: Final = 300_000
MOST_ELEMENTS: Final = 3000
MOST_DEPTH: Final = 40
MOST_COMMANDS: Final = 60_000
SVG: Final = "http://www.w3.org/2000/svg"

SHAPES: Final = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
GROUPS: Final = {"svg", "g"}
DESCRIBING: Final = {"title", "desc", "metadata"}
LOOKS: Final = {"fill", "stroke", "stroke-width", "fill-rule", "opacity", "fill-opacity", "stroke-opacity", "display"}
IGNORED_LOOKS: Final = {
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "clip-rule", "enable-background", "stroke-dasharray",
    "stroke-dashoffset", "color", "isolation", "font-family", "font-size", "shape-rendering", "paint-order", "overflow",
    "-inkscape-font-specification", "line-height", "visibility", "vector-effect", "font-weight", "font-style",
}  # fmt: skip
GEOMETRY: Final = {
    "d", "x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2", "points", "transform",
    "viewBox",
}  # fmt: skip
NOTES: Final = {"id", "class", "style", "version", "baseProfile", "preserveAspectRatio", "role", "lang", "type"}

TOO_LARGE: Final = Text(
    "Logo SVG terlalu besar atau terlalu rumit. Sederhanakan, atau unggah sebagai PNG.",
    "The SVG logo is too large or too intricate. Simplify it, or upload it as PNG.",
)
BROKEN: Final = Text(
    "Berkas SVG tidak dapat dibaca. Simpan ulang dari program gambar, atau unggah sebagai PNG.",
    "The SVG file cannot be read. Save it anew from the drawing program, or upload it as PNG.",
)
ENTITIES: Final = Text(
    "Berkas SVG memuat deklarasi yang dapat berbahaya (DOCTYPE). Simpan ulang sebagai SVG biasa, atau unggah PNG.",
    "The SVG file holds a declaration that may be dangerous (DOCTYPE). Save it as plain SVG, or upload a PNG.",
)
FORBIDDEN: Final = Text(
    "Logo SVG hanya boleh berisi bentuk; di dalamnya ada {what}. Ubah semua menjadi kurva, atau unggah sebagai PNG.",
    "An SVG logo may hold shapes only; this one holds {what}. Turn all into curves, or upload it as PNG.",
)
UNSIZED: Final = Text(
    "Logo SVG tidak menyebut ukurannya (viewBox). Simpan ulang dari program gambar.",
    "The SVG logo does not say its size (viewBox). Save it anew from the drawing program.",
)


def read_svg_logo(data: bytes) -> VectorLogo:
    """The shapes of an SVG file. Raises LogoRefused, which says what is in the way."""
    if len(data) > MOST_BYTES:
        raise LogoRefused(TOO_LARGE)
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except LogoRefused:
        raise
    except (expat.ExpatError, ValueError, OverflowError) as error:
        raise LogoRefused(BROKEN) from error
    return reader.logo()


class _Reader:
    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self.begin
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartDoctypeDeclHandler = self.declared
        self.parser.EntityDeclHandler = self.declared
        self.parser.ProcessingInstructionHandler = self.instruction
        self.states: list[tuple[Matrix, dict[str, str]]] = []
        self.skipping = 0
        self.style: list[str] | None = None
        self.classes: dict[str, dict[str, str]] = {}
        self.shapes: list[Shape] = []
        self.box: tuple[float, float, float, float] | None = None
        self.elements = self.commands = 0
        self.inside_defs = 0

    def declared(self, *_: Any) -> None:
        raise LogoRefused(ENTITIES)

    def instruction(self, target: str, _: str) -> None:
        raise _holds(f"<?{target}?>")

    def characters(self, text: str) -> None:
        if self.style is not None:
            self.style.append(text)

    def begin(self, name: str, given: dict[str, str]) -> None:
        self.elements += 1
        space, _, tag = name.rpartition(" ")
        if self.elements > MOST_ELEMENTS or len(self.states) + self.skipping > MOST_DEPTH:
            raise LogoRefused(TOO_LARGE)
        if self.skipping:
            self.skipping += 1
            return
        if space != SVG:
            if not self.states:
                raise LogoRefused(BROKEN)
            self.skipping = 1  # a drawing program's own notes
            return
        for key in given:
            if key.lower().startswith("on"):
                raise _holds(f"{key}=…")
        if tag in DESCRIBING:
            self.skipping = 1
        elif tag == "style":
            self.style = []
        elif tag == "defs":
            self.states.append(self.states[-1] if self.states else (IDENTITY, {}))
        elif tag in GROUPS or tag in SHAPES:
            self.drawn(tag, given)
        else:
            raise _holds(f"<{tag}>")

    def end(self, name: str) -> None:
        if self.skipping:
            self.skipping -= 1
        elif self.style is not None:
            self.read_style("".join(self.style))
            self.style = None
        else:
            self.states.pop()

    def drawn(self, tag: str, given: dict[str, str]) -> None:
        if not self.states:
            if tag != "svg":
                raise LogoRefused(BROKEN)
            self.box = _box(given)
        matrix, look = self.states[-1] if self.states else (IDENTITY, {})
        plain: dict[str, str] = {}
        for key, value in given.items():
            if " " in key:
                space, _, short = key.rpartition(" ")
                if "xlink" in space or short == "href":
                    raise _holds("href")
                continue
            plain[key] = value
        look = look | self.look(plain)
        if "transform" in plain and tag != "svg":
            matrix = product(_transform(plain["transform"]), matrix)
        self.states.append((matrix, look))
        if tag in SHAPES:
            self.paint(_outline(tag, plain), matrix, look)

    def look(self, plain: dict[str, str]) -> dict[str, str]:
        """What an element says of its look: attributes, then classes, then its own style (as in CSS)."""
        found: dict[str, str] = {}
        for key, value in plain.items():
            if key in LOOKS:
                found[key] = value
            elif key not in GEOMETRY | NOTES | IGNORED_LOOKS and not key.startswith(("data-", "aria-")):
                raise _holds(f"{key}=…")
        for name in plain.get("class", "").split():
            found |= self.classes.get(name, {})
        return found | _declarations(plain.get("style", ""))

    def read_style(self, css: str) -> None:
        css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
        if "@" in css or "\\" in css:
            raise _holds("<style>")
        for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
            for selector in selectors.split(","):
                if not re.fullmatch(r"\s*\.[\w-]+\s*", selector):
                    raise _holds("<style>")
                self.classes.setdefault(selector.strip()[1:], {}).update(_declarations(body))

    def paint(self, path: Path, matrix: Matrix, look: dict[str, str]) -> None:
        if not path or look.get("display") == "none" or _number(look.get("opacity", "1")) == 0:
            return
        self.commands += len(path)
        if self.commands > MOST_COMMANDS:
            raise LogoRefused(TOO_LARGE)
        for key in ("opacity", "fill-opacity", "stroke-opacity"):
            if _number(look.get(key, "1")) not in (0.0, 1.0):
                raise _holds(Text("warna tembus pandang", "transparency"))
        fill = _colour(look.get("fill", "#000000")) if _number(look.get("fill-opacity", "1")) else None
        stroke = _colour(look.get("stroke", "none")) if _number(look.get("stroke-opacity", "1")) else None
        width = _number(look.get("stroke-width", "1")) * math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
        if fill or (stroke and width):
            even_odd = look.get("fill-rule") == "evenodd"
            self.shapes.append(Shape(moved(path, matrix), fill, stroke if width else None, width, even_odd))

    def logo(self) -> VectorLogo:
        """Moved so that the view box begins at 0, 0. What lies outside of the view box is refused by its size."""
        if self.box is None or not self.shapes:
            raise LogoRefused(BROKEN)
        x, y, wide, high = self.box
        edges = [bounds(shape.path) for shape in self.shapes]
        slack = 0.25 * max(wide, high)
        if (
            min(edge[0] for edge in edges) < x - slack
            or min(edge[1] for edge in edges) < y - slack
            or max(edge[2] for edge in edges) > x + wide + slack
            or max(edge[3] for edge in edges) > y + high + slack
        ):
            raise _holds(Text("bentuk di luar bidang gambar", "shapes outside of the drawing"))
        # What is drawn decides the size: a logo in the corner of a large sheet would be printed tiny.
        x, y = min(edge[0] for edge in edges), min(edge[1] for edge in edges)
        wide = max(edge[2] for edge in edges) - x
        high = max(edge[3] for edge in edges) - y
        if not (wide > 0 and high > 0 and math.isfinite(wide * high)):
            raise LogoRefused(UNSIZED)
        shapes = tuple(
            Shape(moved(each.path, (1, 0, 0, 1, -x, -y)), each.fill, each.stroke, each.width, each.even_odd)
            for each in self.shapes
        )
        return VectorLogo(shapes, wide, high)


def _holds(what: str | Text) -> LogoRefused:
    return LogoRefused(FORBIDDEN.filled(what=what[:40] if isinstance(what, str) else what))


def _declarations(css: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in css.split(";"):
        key, colon, value = part.partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if re.search(r"url|expression|\\|@", value, re.IGNORECASE):
            raise _holds("url(…)")
        if key in LOOKS:
            found[key] = value
        elif key not in IGNORED_LOOKS and not key.startswith("-inkscape"):
            raise _holds(f"{key}: …")
    return found


def _number(text: str) -> float:
    found = re.match(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*(px|pt|mm|cm|in|%)?\s*$", text)
    if not found:
        raise LogoRefused(BROKEN)
    value = float(found[1])
    unit = {"px": 1.0, "pt": 4 / 3, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "%": 0.01}
    value *= unit.get(found[2] or "px", 1.0)
    if not math.isfinite(value) or abs(value) > 1e7:
        raise LogoRefused(BROKEN)
    return value


def _box(given: dict[str, str]) -> tuple[float, float, float, float]:
    if "viewBox" in given:
        parts = [_number(part) for part in re.split(r"[\s,]+", given["viewBox"].strip())]
        if len(parts) == 4 and parts[2] > 0 and parts[3] > 0:
            return parts[0], parts[1], parts[2], parts[3]
        raise LogoRefused(UNSIZED)
    if "%" in given.get("width", "%") or "%" in given.get("height", "%"):
        raise LogoRefused(UNSIZED)
    wide, high = _number(given["width"]), _number(given["height"])
    if wide <= 0 or high <= 0:
        raise LogoRefused(UNSIZED)
    return 0.0, 0.0, wide, high


def _colour(text: str) -> str | None:
    text = text.strip().lower()
    if text in ("none", "transparent"):
        return None
    if text in ("currentcolor", "inherit", ""):
        return "#000000"
    if text.startswith("url"):
        raise _holds(Text("gradasi atau pola", "a gradient or pattern"))
    try:
        parts = ImageColor.getrgb(text)
    except ValueError as error:
        raise LogoRefused(BROKEN) from error
    return "#{:02x}{:02x}{:02x}".format(*parts[:3])


def _transform(text: str) -> Matrix:
    matrix = IDENTITY
    rest = re.sub(r"(\w+)\s*\(([^()]*)\)", "", text).strip(" ,\t\r\n")
    if rest:
        raise LogoRefused(BROKEN)
    for name, inside in re.findall(r"(\w+)\s*\(([^()]*)\)", text):
        numbers = [_number(part) for part in re.split(r"[\s,]+", inside.strip())]
        matrix = product(_one_transform(name, numbers), matrix)
    return matrix


def _one_transform(name: str, n: list[float]) -> Matrix:
    count = len(n)
    if name == "matrix" and count == 6:
        return n[0], n[1], n[2], n[3], n[4], n[5]
    if name == "translate" and count in (1, 2):
        return 1, 0, 0, 1, n[0], n[1] if count == 2 else 0
    if name == "scale" and count in (1, 2):
        return n[0], 0, 0, n[-1], 0, 0
    if name == "rotate" and count in (1, 3):
        c, s = math.cos(math.radians(n[0])), math.sin(math.radians(n[0]))
        turn: Matrix = (c, s, -s, c, 0, 0)
        if count == 3:
            return product(product((1, 0, 0, 1, -n[1], -n[2]), turn), (1, 0, 0, 1, n[1], n[2]))
        return turn
    if name in ("skewX", "skewY") and count == 1:
        slope = math.tan(math.radians(n[0]))
        return (1, 0, slope, 1, 0, 0) if name == "skewX" else (1, slope, 0, 1, 0, 0)
    raise LogoRefused(BROKEN)


def _outline(tag: str, plain: dict[str, str]) -> Path:
    def at(name: str) -> float:
        return _number(plain.get(name, "0"))

    if tag == "path":
        return read_path(plain.get("d", ""))
    if tag == "rect":
        wide, high = at("width"), at("height")
        return rectangle(at("x"), at("y"), wide, high) if wide > 0 and high > 0 else ()
    if tag in ("circle", "ellipse"):
        rx, ry = (at("r"), at("r")) if tag == "circle" else (at("rx"), at("ry"))
        return ellipse(at("cx"), at("cy"), rx, ry) if rx > 0 and ry > 0 else ()
    if tag == "line":
        return line((at("x1"), at("y1")), (at("x2"), at("y2")))
    points = read_points(plain.get("points", ""))
    return line(*points, closed=tag == "polygon") if points else ()
