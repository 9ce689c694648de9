"""Reads documents back, as a reader's program would."""

import io

import pikepdf
import pypdf
import zxingcpp
from docx import Document
from PIL import Image


def pdf_text(data: bytes) -> str:
    """The text of all pages, white space as single blanks."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def page_count(data: bytes) -> int:
    return len(pypdf.PdfReader(io.BytesIO(data)).pages)


def page_sizes(data: bytes) -> set[tuple[int, int]]:
    """Width and height in mm."""
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return {(round(float(p.mediabox.width) / 72 * 25.4), round(float(p.mediabox.height) / 72 * 25.4)) for p in pages}


def docx_text(data: bytes) -> str:
    """Paragraphs and cells in their order, white space as single blanks."""
    body = Document(io.BytesIO(data)).element.body
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    paragraphs = ["".join(t.text or "" for t in p.iter(f"{space}t")) for p in body.iter(f"{space}p")]
    return " ".join(" ".join(paragraphs).split())


def qr_codes(picture: bytes) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))]


def assert_accessible(data: bytes, language: str = "id") -> None:
    """Tagged, with language and title, claiming PDF/UA-1 and PDF/A-2a, every font embedded with a way to Unicode."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang) == language
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        meta = pdf.open_metadata()
        assert meta["pdfuaid:part"] == "1"
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
        assert meta["dc:title"]
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
        assert fonts
        for font in fonts:
            if font.Subtype == "/Type0":
                assert "/ToUnicode" in font
                descriptor = font.DescendantFonts[0].FontDescriptor
                assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
            else:
                assert str(font.Subtype) in {"/CIDFontType0", "/CIDFontType2", "/Type3"}
