"""Content as a Word file (DOCX), for those who edit it further.

No fonts, pictures or templates are fetched from elsewhere: the file holds all it needs and no outward reference.
"""

import datetime as dt
import io
import struct
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Length, Mm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from binakriya.foundation.press.letterheads import Letterhead, reach
from binakriya.foundation.press.press import DocumentError, picture_kind, printable
from binakriya.foundation.press.words import Language, say
from binakriya.training.documents.parts import Block, Items, Pairs, Paragraph, Photos, Section, Signatory, Table

FONT = "Arial"  # on every machine; the fonts of the PDF are not
INDIGO = RGBColor(0x1F, 0x2C, 0x54)
GREY = RGBColor(0x57, 0x4D, 0x42)
TEXT_WIDTH_MM = 160
ROWS_KEPT_TOGETHER = 9
HIGHEST_PICTURE = Cm(11)
# What python-docx raises on a file that begins like a picture and is none.
BROKEN_PICTURE = (
    *(InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError),
    *(struct.error, KeyError, IndexError, ValueError, ZeroDivisionError),
)


def _within(png: bytes, side: Length) -> dict[str, Length]:
    """The longer side of a PNG picture is as long as that."""
    width, height = struct.unpack(">II", png[16:24])
    return {"width" if width >= height else "height": side}


def _set_widths(table: WordTable, widths: Sequence[Length]) -> None:
    """Widths of columns and of cells: some programs read the one, some the other."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _rule(table: WordTable) -> None:
    """Lines between rows only, a stronger one above and beneath the head, room in the cells."""
    properties = table._tbl.tblPr
    borders = _element("w:tblBorders")
    for side, weight, colour in (("top", "8", "1F2C54"), ("bottom", "4", "E3DBCE"), ("insideH", "4", "E3DBCE")):
        borders.append(_element(f"w:{side}", val="single", sz=weight, space="0", color=colour))
    properties.append(borders)
    margins = _element("w:tblCellMar")
    for side, room in (("top", "50"), ("left", "80"), ("bottom", "50"), ("right", "80")):
        margins.append(_element(f"w:{side}", w=room, type="dxa"))
    properties.append(margins)


def _element(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


class WordFile:
    """A Word document being written from top to bottom; `data()` gives its bytes."""

    def __init__(self, *, title: str, author: str, language: Language, created: dt.datetime) -> None:
        self.word: WordDocument = Document()
        self.language = language
        moment = created.astimezone(dt.UTC).replace(tzinfo=None)
        about = self.word.core_properties
        about.title, about.author, about.language = printable(title)[:250], printable(author)[:250], self._locale()
        about.created = about.modified = moment
        about.comments, about.last_modified_by = "", printable(author)[:250]
        page = self.word.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = Mm(25)
        page.top_margin, page.bottom_margin = Mm(20), Mm(20)
        self._styles()

    def _locale(self) -> str:
        return "id-ID" if self.language == "id" else "en-GB"

    def _styles(self) -> None:
        styles = self.word.styles
        normal = styles["Normal"]
        normal.font.name, normal.font.size = FONT, Pt(10.5)
        normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.2
        sizes = {"Title": 22, "Heading 1": 16, "Heading 2": 12.5, "Heading 3": 11, "Caption": 9, "TOC Heading": 16}
        for name, size in sizes.items():
            if name not in styles:
                continue
            style = styles[name]
            style.font.name, style.font.size, style.font.bold = FONT, Pt(size), name != "Caption"
            style.font.italic, style.font.color.rgb = False, INDIGO if name != "Caption" else GREY
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{attribute}"), None)
            for attribute in ("ascii", "hAnsi", "eastAsia", "cs"):
                fonts.set(qn(f"w:{attribute}"), FONT)
        for border in styles["Title"].element.findall(f".//{qn('w:pBdr')}"):
            border.getparent().remove(border)
        # The template's bullets are signs of the font Symbol, which not every machine has.
        for level in self.word.part.numbering_part.element.iter(qn("w:lvl")):
            sign = level.find(qn("w:lvlText"))
            if sign is not None and sign.get(qn("w:val")) == "\uf0b7":
                sign.set(qn("w:val"), "•")
                for fonts in level.iter(qn("w:rFonts")):
                    for attribute in ("ascii", "hAnsi", "cs"):
                        fonts.set(qn(f"w:{attribute}"), FONT)
        locale = self._locale()
        normal.element.get_or_add_rPr().append(_element("w:lang", val=locale, eastAsia=locale))

    def paragraph(
        self, text: str, style: str | None = None, *, bold: bool = False, size: float | None = None
    ) -> WordParagraph:
        made = self.word.add_paragraph(style=style)
        run = made.add_run(printable(text))
        run.bold = True if bold else None
        if size:
            run.font.size = Pt(size)
        return made

    def lead(self, dateline: str, text: str) -> None:
        """A paragraph that begins with place and date."""
        made = self.word.add_paragraph()
        made.add_run(printable(dateline)).bold = True
        made.add_run(printable(f" – {text}"))

    def heading(self, text: str, level: int, *, new_page: bool = False) -> None:
        made = self.word.add_heading(printable(text), level=min(level, 9))
        made.paragraph_format.page_break_before = new_page

    def letterhead(self, head: Letterhead) -> None:
        """The arms, where there are some, beside the names, over a double rule."""
        table = self.word.add_table(rows=1, cols=2 if head.logo else 1)
        _set_widths(table, (Mm(25), Mm(TEXT_WIDTH_MM - 25)) if head.logo else (Mm(TEXT_WIDTH_MM),))
        right = table.rows[0].cells[-1]
        if head.logo:
            run = table.rows[0].cells[0].paragraphs[0].add_run()
            picture = run.add_picture(io.BytesIO(head.logo), **_within(head.logo, Mm(17)))
            picture._inline.docPr.set("descr", say(head.government, self.language))
        lines = [
            (say(head.government, self.language), 11, True, None),
            (say(head.office, self.language), 14, True, INDIGO),
            (head.address, 8.5, False, GREY),
            (reach(head, self.language), 8.5, False, GREY),
        ]
        where = right.paragraphs[0]
        for at, (text, size, bold, colour) in enumerate(line for line in lines if line[0]):
            if at:
                where = right.add_paragraph()
            where.paragraph_format.space_after = Pt(1)
            run = where.add_run(printable(text))
            run.bold, run.font.size = bold, Pt(size)
            if colour is not None:
                run.font.color.rgb = colour
        rule = self.word.add_paragraph()
        rule.paragraph_format.space_after = Pt(10)
        rule.paragraph_format.line_spacing = Pt(6)
        borders = _element("w:pBdr")
        borders.append(_element("w:top", val="thickThinSmallGap", sz="18", space="1", color="1F2C54"))
        rule._p.get_or_add_pPr().append(borders)

    def contents(self, title: str, entries: Sequence[tuple[int, str]]) -> None:
        """A table of contents that Word fills with page numbers when asked to update it; until then the titles."""
        head = self.paragraph(title, bold=True, size=16)
        head.paragraph_format.page_break_before = True
        head.runs[0].font.color.rgb = INDIGO
        first = self.word.add_paragraph()
        begin = first.add_run()
        begin._r.append(_element("w:fldChar", fldCharType="begin"))
        code = _element("w:instrText")
        code.set(qn("xml:space"), "preserve")
        code.text = ' TOC \\o "1-2" \\h \\z \\u '
        begin._r.append(code)
        begin._r.append(_element("w:fldChar", fldCharType="separate"))
        last = first
        for at, (level, text) in enumerate(entries):
            last = first if at == 0 else self.word.add_paragraph()
            last.paragraph_format.left_indent = Mm(6 * (level - 1))
            last.paragraph_format.space_after = Pt(3)
            last.add_run(printable(text))
        last.add_run()._r.append(_element("w:fldChar", fldCharType="end"))

    def signatures(self, signatories: Sequence[tuple[str, Signatory]]) -> None:
        """Side by side; each with a line above (place and date, or empty), role, room, name, rank and NIP.

        A single one stands at the right. The parts are rows of a table, so that names stand on one line.
        """
        columns = max(len(signatories), 2)
        rows = [
            [(above, False) for above, _ in signatories],
            [(say(one.role, self.language), True) for _, one in signatories],
            [(one.name, True) for _, one in signatories],
            [(one.rank, False) for _, one in signatories],
            [(f"NIP {one.nip}" if one.nip else "", False) for _, one in signatories],
        ]
        kept = [(at, row) for at, row in enumerate(rows) if any(text for text, _ in row)]
        table = self.word.add_table(rows=len(kept), cols=columns)
        for line, (at, row) in zip(table.rows, kept, strict=True):
            line._tr.get_or_add_trPr().append(_element("w:cantSplit", val="true"))
            for cell, (text, bold) in zip(line.cells[-len(row) :], row, strict=True):
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.keep_with_next = True
                paragraph.paragraph_format.space_after = Pt(54 if at == 1 else 1)
                paragraph.add_run(printable(text)).bold = bold
        self.word.add_paragraph()

    def section(self, section: Section, level: int = 1, *, new_page: bool = False) -> None:
        self.heading(section.title, level, new_page=new_page)
        self.blocks(section.blocks)
        for inner in section.sections:
            self.section(inner, level + 1)

    def blocks(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self.paragraph(block.text)
            elif isinstance(block, Items):
                self._items(block)
            elif isinstance(block, Pairs):
                self._pairs(block)
            elif isinstance(block, Table):
                self._table(block)
            else:
                self._photos(block)

    def _items(self, items: Items) -> None:
        for at, item in enumerate(items.items, 1):
            # Numbers are written out: Word's own lists would count on from the list before.
            made = self.paragraph(f"{at}.\t{item}" if items.ordered else item, None if items.ordered else "List Bullet")
            made.paragraph_format.space_after = Pt(3)
            if items.ordered:
                made.paragraph_format.left_indent, made.paragraph_format.first_line_indent = Mm(8), Mm(-8)
                made.paragraph_format.tab_stops.add_tab_stop(Mm(8))

    def _pairs(self, pairs: Pairs) -> None:
        table = self.word.add_table(rows=0, cols=2)
        for term, value in pairs.rows:
            left, right = table.add_row().cells
            left.paragraphs[0].add_run(printable(term)).font.color.rgb = GREY
            right.paragraphs[0].add_run(printable(value))
            for cell in (left, right):
                cell.paragraphs[0].paragraph_format.space_after = Pt(2)
        _set_widths(table, (Mm(42), Mm(TEXT_WIDTH_MM - 42)))
        self.word.add_paragraph().paragraph_format.space_after = Pt(2)

    def _table(self, block: Table) -> None:
        if block.caption:
            caption = self.paragraph(block.caption, "Caption")
            caption.paragraph_format.keep_with_next = True
        table = self.word.add_table(rows=1, cols=len(block.head))
        _rule(table)
        shares = block.widths or (1.0,) * len(block.head)
        widths = [Mm(TEXT_WIDTH_MM * share / sum(shares)) for share in shares]
        table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader", val="true"))
        rows = [(table.rows[0], block.head, True)]
        rows += [(table.add_row(), row, False) for row in block.rows]
        if block.total:
            rows.append((table.add_row(), block.total, True))
        together = len(rows) <= ROWS_KEPT_TOGETHER
        for row, texts, bold in rows:
            row._tr.get_or_add_trPr().insert(0, _element("w:cantSplit", val="true"))
            for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(0), 1.0
                paragraph.paragraph_format.keep_with_next = together and row is not rows[-1][0]
                run = paragraph.add_run(printable(text))
                run.bold, run.font.size = bold, Pt(9)
                if column in block.numbers:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _set_widths(table, widths)
        for cell in table.rows[0].cells:
            edge = _element("w:tcBorders")
            edge.append(_element("w:bottom", val="single", sz="8", space="0", color="1F2C54"))
            cell._tc.get_or_add_tcPr().append(edge)
        if block.source:
            self.paragraph(block.source, "Caption")
        else:
            self.word.add_paragraph().paragraph_format.space_after = Pt(2)

    def _photos(self, photos: Photos) -> None:
        for photo in photos.photos:
            picture_kind(photo.data)
            made = self.word.add_paragraph()
            made.paragraph_format.keep_with_next = True
            try:
                picture = made.add_run().add_picture(io.BytesIO(photo.data), width=Cm(13))
            except BROKEN_PICTURE as problem:
                raise DocumentError("A photo cannot be read. Remove it or save it anew.") from problem
            if picture.height > HIGHEST_PICTURE:
                picture.width = Emu(picture.width * HIGHEST_PICTURE // picture.height)
                picture.height = HIGHEST_PICTURE
            picture._inline.docPr.set("descr", printable(photo.alt or photo.caption))
            self.paragraph(photo.caption, "Caption")

    def footer(self, text: str) -> None:
        """A line at the foot of every page, beside the page number."""
        where = self.word.sections[0].footer.paragraphs[0]
        where.style = self.word.styles["Normal"]
        where.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT)
        run = where.add_run(f"{printable(text)}\t")
        run.font.size = Pt(8)
        for kind, code in (("begin", ""), ("", " PAGE "), ("end", "")):
            field = where.add_run()
            field.font.size = Pt(8)
            if kind:
                field._r.append(_element("w:fldChar", fldCharType=kind))
            else:
                instruction = _element("w:instrText")
                instruction.text = code
                field._r.append(instruction)

    def data(self) -> bytes:
        out = io.BytesIO()
        self.word.save(out)
        return out.getvalue()
