"""A label as plain data, before it is laid out. Lengths in mm."""

from dataclasses import dataclass
from typing import Final, Literal

from binakriya.engines.labels.drawing.shapes import Shape
from binakriya.engines.labels.drawing.words import Text

ENGINE_VERSION: Final = "labels.drawing/1"
BLEED_MM: Final = 3.0
"""So far the colour of the paper is printed beyond the cut."""
SAFE_MM: Final = 3.0
"""So far within the cut nothing is printed [house choice: a guillotine is off by up to 1 mm, scissors by 2 mm]."""
HOLE_MM: Final = 4.0
HOLE_AT_MM: Final = 6.0
"""Middle of a hang tag's hole below its upper edge."""

Kind = Literal["hang_tag", "sticker", "box_panel", "sleeve"]


@dataclass(frozen=True, slots=True)
class Size:
    key: str
    kind: Kind
    title: Text
    width: float
    height: float
    faces: int = 1

    @property
    def hole(self) -> bool:
        return self.kind == "hang_tag"


def _size(kind: Kind, indonesian: str, english: str, width: float, height: float, faces: int = 1) -> Size:
    dimensions = f"{width:g} × {height:g} mm"
    title = Text(f"{indonesian} {dimensions}", f"{english} {dimensions}")
    return Size(f"{kind.replace('_', '-')}-{width:g}x{height:g}", kind, title, width, height, faces)


SIZES: Final[dict[str, Size]] = {
    size.key: size
    for size in (
        _size("hang_tag", "Label gantung", "Hang tag", 45, 85, 2),
        _size("hang_tag", "Label gantung", "Hang tag", 50, 90, 2),
        _size("hang_tag", "Label gantung", "Hang tag", 60, 110, 2),
        _size("sticker", "Stiker", "Sticker", 80, 50),
        _size("sticker", "Stiker", "Sticker", 100, 70),
        _size("sticker", "Stiker", "Sticker", 70, 100),
        _size("box_panel", "Sisi kotak", "Box panel", 120, 80),
        _size("box_panel", "Sisi kotak", "Box panel", 148, 105),
        _size("box_panel", "Sisi kotak", "Box panel", 180, 120),
        _size("sleeve", "Selongsong", "Sleeve", 240, 50),
        _size("sleeve", "Selongsong", "Sleeve", 300, 60),
    )
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the label. `field`: a key of `FIELDS`. `caption`: what stands before it; None takes the caption of the
    label's language, "" none."""

    field: str
    text: str
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class VectorLogo:
    """Shapes rebuilt from an SVG file, in units of their own; see `read_svg_logo`."""

    shapes: tuple[Shape, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class RasterLogo:
    """A JPEG written by us (never as it was sent); `width` and `height` in points."""

    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """`number`: GTIN. `other_code`: text of a Code 128. `link`: address in the QR code. `magnification`: of the codes,
    1 is a module of 0.33 mm (0.5 mm in a QR code); None takes the largest of 1, 0.9, 0.8 that fits. `x_height`: of the
    smallest text, mm; None takes the largest that fits and is never below the least. Colours as "#rrggbb"."""

    size: str
    language: str = "id"
    brand: str = ""
    product: str = ""
    story: str = ""
    facts: tuple[Fact, ...] = ()
    symbols: tuple[str, ...] = ()
    number: str = ""
    other_code: str = ""
    link: str = ""
    magnification: float | None = None
    x_height: float | None = None
    ink: str = "#221d18"
    paper: str = "#ffffff"
    logo: VectorLogo | RasterLogo | None = None
