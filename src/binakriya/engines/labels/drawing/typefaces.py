"""The fonts of the labels: how wide a text is, how high its small letters are, and its outlines.

Texts are printed as outlines, not as text with an embedded font: a print shop asks for curves, the SVG looks the same
where the font is not installed, and what was measured is what is printed. The words themselves go along as `ActualText`
(PDF) and in the description (SVG), so that they can still be read aloud and searched.

*Face*: a weight of the label's typeface ("regular", "semibold", "bold", "story"). A face is several files, since the
files of the set-up hold one script each; a letter is taken from the first that has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from binakriya.engines.labels.drawing.errors import LabelError
from binakriya.engines.labels.drawing.words import Text

FILES: Final[dict[str, tuple[str, ...]]] = {
    "regular": ("PlusJakartaSans-Regular", "PlusJakartaSansExt-Regular", "PlusJakartaSansViet-Regular",
                "PlusJakartaSansCyr-Regular"),
    "semibold": ("PlusJakartaSans-SemiBold", "PlusJakartaSansExt-SemiBold", "PlusJakartaSansViet-SemiBold",
                 "PlusJakartaSansCyr-SemiBold"),
    "bold": ("PlusJakartaSans-Bold", "PlusJakartaSansExt-Bold", "PlusJakartaSansViet-Bold",
             "PlusJakartaSansCyr-Bold"),
    "story": ("Newsreader-Medium", "NewsreaderExt-Medium", "NewsreaderViet-Medium"),
}  # fmt: skip

NO_FONTS: Final = Text(
    "Huruf untuk label belum ada. Jalankan `make setup`.", "The fonts of the labels are missing. Run `make setup`."
)


@dataclass(frozen=True, slots=True)
class Glyph:
    """Outlines in thousandths of the font size, y upwards, as SVG path data and as PDF operators."""

    advance: float
    svg: str
    pdf: str


class _Pen(BasePen):
    """Writes SVG path data and PDF operators at once. Quadratic curves of the files arrive as cubics, exactly."""

    def __init__(self, shapes: Any, scale: float) -> None:
        super().__init__(shapes)
        self.scale = scale
        self.svg: list[str] = []
        self.pdf: list[str] = []

    def _put(self, letter: str, operator: str, *points: Any) -> None:
        numbers = " ".join(f"{value * self.scale:.1f}".removesuffix(".0") for point in points for value in point)
        self.svg.append(f"{letter}{numbers}")
        self.pdf.append(f"{numbers} {operator}")

    def _moveTo(self, pt: Any) -> None:
        self._put("M", "m", pt)

    def _lineTo(self, pt: Any) -> None:
        self._put("L", "l", pt)

    def _curveToOne(self, pt1: Any, pt2: Any, pt3: Any) -> None:
        self._put("C", "c", pt1, pt2, pt3)

    def _closePath(self) -> None:
        self.svg.append("Z")
        self.pdf.append("h")


class Face:
    """One weight. Lengths in parts of the font size."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._fonts = [TTFont(path, lazy=True) for path in files]
        self._maps = [font.getBestCmap() for font in self._fonts]
        self._sets = [font.getGlyphSet() for font in self._fonts]
        first = self._fonts[0]
        unit = first["head"].unitsPerEm
        self.x_height = first["OS/2"].sxHeight / unit
        self.cap_height = first["OS/2"].sCapHeight / unit
        self.ascent = first["hhea"].ascent / unit
        self.descent = -first["hhea"].descent / unit
        self._glyphs: dict[str, Glyph] = {}

    def has(self, sign: str) -> bool:
        return any(ord(sign) in known for known in self._maps)

    def glyph(self, sign: str) -> Glyph:
        """Raises KeyError for a sign that no file holds."""
        found = self._glyphs.get(sign)
        if found is None:
            found = self._glyphs[sign] = self._made(sign)
        return found

    def _made(self, sign: str) -> Glyph:
        for font, known, shapes in zip(self._fonts, self._maps, self._sets, strict=True):
            name = known.get(ord(sign))
            if name is not None:
                scale = 1000 / font["head"].unitsPerEm
                pen = _Pen(shapes, scale)
                shapes[name].draw(pen)
                return Glyph(shapes[name].width * scale / 1000, "".join(pen.svg), "\n".join(pen.pdf))
        raise KeyError(sign)

    def width(self, text: str, size: float) -> float:
        """mm at a font size of `size` mm."""
        return sum(self.glyph(sign).advance for sign in text) * size


class Typefaces:
    """The faces of a folder. Made once, for reading the files takes longer than drawing a label."""

    def __init__(self, faces: Mapping[str, Face]) -> None:
        self._faces = dict(faces)

    def __getitem__(self, face: str) -> Face:
        return self._faces[face]

    def missing(self, text: str, face: str) -> list[str]:
        """Signs that the face cannot show, in their order; spaces and line ends need no shape."""
        chosen = self._faces[face]
        return [sign for sign in dict.fromkeys(text) if sign not in " \n" and not chosen.has(sign)]


@lru_cache(maxsize=4)
def read_typefaces(folder: Path) -> Typefaces:
    """The faces from the static TTF files that set-up makes. Raises LabelError when the folder lacks one."""
    faces = {}
    for face, names in FILES.items():
        files = [folder / f"{name}.ttf" for name in names]
        if not files[0].is_file():
            raise LabelError("label", NO_FONTS)
        faces[face] = Face(path for path in files if path.is_file())
    return Typefaces(faces)
