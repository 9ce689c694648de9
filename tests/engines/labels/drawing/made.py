"""Labels and pictures for the tests of the drawing."""

import io
import re
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import typst
import zxingcpp
from PIL import Image

import binakriya
from binakriya.engines.labels.drawing import Fact, Label, Typefaces, digital_link, read_typefaces

FONTS = Path(binakriya.__file__).parent / "website/static/build/fonts-pdf"
NUMBER = "8991234567891"
LINK = digital_link(NUMBER, batch="2018-11-A")
STORY = (
    "Dibatik dengan tangan oleh perajin Serpong memakai canting dan malam, lalu dicelup tiga kali. Motif anggrek "
    "diambil dari kebun tetangga sanggar."
)
FACTS = (
    Fact("material", "100 % katun primissima"),
    Fact("origin", "Tangerang Selatan, Indonesia"),
    Fact("net_content", "1 lembar, 210 × 115 cm"),
    Fact("maker", "CV Anggrek Serpong, Jl. Raya Puspiptek 12, Setu, Tangerang Selatan 15314"),
    Fact("batch", "2018-11-A"),
)
CARE = ("wash-hand", "bleach-no", "dry-line-shade", "iron-2", "clean-dry-no", "tumble-no")


@cache
def faces() -> Typefaces:
    return read_typefaces(FONTS)


def label(size: str = "box-panel-120x80", **changes: Any) -> Label:
    given: dict[str, Any] = {
        "brand": "Anggrek Serpong", "product": "Kain batik tulis", "story": STORY, "facts": FACTS, "symbols": CARE,
        "number": NUMBER, "link": LINK,
    }  # fmt: skip
    return Label(size=size, **(given | changes))


def rendered(content: bytes | str, *, page: int = 1, ppi: int = 400) -> Image.Image:
    """A page of a PDF, or an SVG, as a grey picture at its true size."""
    with tempfile.TemporaryDirectory() as folder:
        kind = "svg" if isinstance(content, str) else "pdf"
        at = Path(folder) / f"label.{kind}"
        at.write_bytes(content.encode() if isinstance(content, str) else content)
        template = Path(folder) / "page.typ"
        extra = f", page: {page}" if kind == "pdf" else ""
        template.write_text(f'#set page(width: auto, height: auto, margin: 0pt)\n#image("label.{kind}"{extra})')
        return Image.open(io.BytesIO(typst.compile(str(template), format="png", ppi=ppi))).convert("L")


def codes_in(picture: Image.Image) -> set[tuple[str, str]]:
    """(kind, text) of all codes that a reader finds."""
    return {(re.sub(r"\W", "", str(found.format)), found.text) for found in zxingcpp.read_barcodes(picture)}
