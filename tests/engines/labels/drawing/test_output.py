"""SVG and PDF are measured back, and every code is read from the rendered picture."""

import io
import xml.etree.ElementTree as ET
from functools import cache

import numpy as np
import pikepdf
import pytest
from PIL import Image
from tests.engines.labels.drawing.made import LINK, NUMBER, codes_in, faces, label, rendered

from binakriya.engines.labels.drawing import (
    SIZES,
    Label,
    LabelError,
    RasterLogo,
    lay_out,
    pdf,
    read_svg_logo,
    sheet_of,
    sheet_pdf,
    svg,
)
from binakriya.engines.labels.drawing.blocks import WHITE
from binakriya.engines.labels.drawing.shapes import Shape, bounds

MM = 72 / 25.4
EXACT_MM = 0.05
SMALL = ("hang-tag-45x85", "sticker-80x50")
Stretch = tuple[float, float, float, float]


@cache
def made(size: str) -> bytes:
    return pdf(lay_out(fitting(size), faces()))


def fitting(size: str) -> Label:
    return label(size, story="", link="") if size in SMALL else label(size)


def box(page: pikepdf.Object, name: str) -> list[float]:
    return [float(value) / MM for value in page[name]]


def lines_of(page: pikepdf.Object, width: float) -> list[Stretch]:
    """Stretches stroked with a pen of `width` mm, in mm from the lower left corner of the page, by the operators."""
    matrices = [np.eye(3)]
    pen, at, found, pending = 0.0, np.zeros(3), [], []
    for operands, operator in pikepdf.parse_content_stream(page):
        values = [float(value) for value in operands] if str(operator) in ("cm", "m", "l", "w") else []
        match str(operator):
            case "q":
                matrices.append(matrices[-1])
            case "Q":
                matrices.pop()
            case "cm":
                a, b, c, d, e, f = values
                matrices[-1] = np.array([[a, b, 0], [c, d, 0], [e, f, 1]]) @ matrices[-1]
            case "w":
                pen = values[0]
            case "m":
                at, pending = np.array([*values, 1]) @ matrices[-1], []
            case "l":
                to = np.array([*values, 1]) @ matrices[-1]
                pending.append((at[0] / MM, at[1] / MM, to[0] / MM, to[1] / MM))
                at = to
            case "S":
                found += [stretch for stretch in pending if pen == pytest.approx(width)]
    return found


@pytest.mark.parametrize("size", sorted(SIZES))
def test_pages_are_as_large_as_the_label_with_bleed_and_marks(size: str) -> None:
    wanted = SIZES[size]
    with pikepdf.open(io.BytesIO(made(size))) as file:
        assert len(file.pages) == wanted.faces
        for page in file.pages:
            assert box(page.obj, "/MediaBox") == pytest.approx(
                [0, 0, wanted.width + 20, wanted.height + 20], abs=EXACT_MM
            )
            assert box(page.obj, "/TrimBox") == pytest.approx(
                [10, 10, wanted.width + 10, wanted.height + 10], abs=EXACT_MM
            )
            assert box(page.obj, "/BleedBox") == pytest.approx(
                [7, 7, wanted.width + 13, wanted.height + 13], abs=EXACT_MM
            )


@pytest.mark.parametrize("size", sorted(SIZES))
def test_crop_marks_lie_on_the_cut_and_begin_where_the_bleed_ends(size: str) -> None:
    wanted = SIZES[size]
    with pikepdf.open(io.BytesIO(made(size))) as file:
        marks = lines_of(file.pages[0].obj, 0.1)
    assert len(marks) == 8
    left, right, low, top = 10.0, 10 + wanted.width, 10.0, 10 + wanted.height
    for x0, y0, x1, y1 in marks:
        assert np.hypot(x1 - x0, y1 - y0) == pytest.approx(5, abs=EXACT_MM)
        if abs(y1 - y0) < EXACT_MM:
            assert min(abs(y0 - low), abs(y0 - top)) < EXACT_MM
            assert min(abs(x0 - (left - 3)), abs(x0 - (right + 3))) < EXACT_MM
        else:
            assert min(abs(x0 - left), abs(x0 - right)) < EXACT_MM
            assert min(abs(y0 - (low - 3)), abs(y0 - (top + 3))) < EXACT_MM


@pytest.mark.parametrize("size", sorted(SIZES))
def test_codes_are_read_from_the_printed_picture(size: str) -> None:
    wanted = {("EAN13", NUMBER)} | (set() if size in SMALL else {("QRCode", LINK)})
    assert codes_in(rendered(made(size), page=SIZES[size].faces)) == wanted
    layout = lay_out(fitting(size), faces())
    face = SIZES[size].faces - 1
    assert codes_in(rendered(svg(layout, face=face))) == wanted
    assert codes_in(rendered(svg(layout, face=face, marks=False))) == wanted


@pytest.mark.parametrize(
    ("changes", "kind", "text"),
    [
        ({"number": "96385074"}, "EAN8", "96385074"),
        ({"number": "036000291452"}, "UPCA", "036000291452"),
        ({"number": "", "other_code": "KRIYA-0042"}, "Code128", "KRIYA-0042"),
        ({"paper": "#d8b070", "ink": "#30200f"}, "EAN13", NUMBER),
        ({"magnification": 0.8}, "EAN13", NUMBER),
        ({"magnification": 2.0, "link": ""}, "EAN13", NUMBER),
    ],
)
def test_each_kind_of_code_is_read(changes: dict[str, object], kind: str, text: str) -> None:
    content = pdf(lay_out(label("box-panel-180x120", **changes), faces()))
    picture = rendered(content)
    found = codes_in(picture)
    if kind == "UPCA":  # a reader may answer with the 13 digits that mean the same
        found = {(kind if name in ("EAN13", "UPCA") else name, code[-12:]) for name, code in found}
    assert (kind, text) in found


def test_bars_are_as_wide_as_said() -> None:
    """At 100 % 95 modules of 0.33 mm: measured on a picture of 1200 points an inch."""
    layout = lay_out(label("box-panel-180x120", magnification=1.0, link=""), faces())
    picture = np.asarray(rendered(pdf(layout, marks=False), ppi=1200)) < 128
    points = 1200 / 25.4
    ground = next(mark for mark in layout.faces[0] if isinstance(mark, Shape) and mark.fill == WHITE)
    x0, y0, x1, y1 = bounds(ground.path)
    row = picture[int((y0 + y1) / 2 * points), int(x0 * points) : int(x1 * points)]
    dark = np.nonzero(row)[0]
    assert (dark[-1] - dark[0] + 1) / points == pytest.approx(95 * 0.33, abs=EXACT_MM)
    assert dark[0] / points == pytest.approx(11 * 0.33, abs=EXACT_MM), "the quiet zone is white"
    assert (row.size - dark[-1] - 1) / points == pytest.approx(7 * 0.33, abs=EXACT_MM)


def test_small_letters_are_as_high_as_said() -> None:
    """The letter x of a word is measured on the rendered picture."""
    layout = lay_out(Label(size="box-panel-120x80", brand="", story="", facts=(), product="xxxx"), faces())
    picture = np.asarray(rendered(pdf(layout, marks=False), ppi=1200)) < 128
    rows = np.nonzero(picture.any(axis=1))[0]
    measured = (rows[-1] - rows[0] + 1) / 1200 * 25.4
    run = next(mark for mark in layout.faces[0] if getattr(mark, "text", "") == "xxxx")
    assert measured == pytest.approx(run.size * faces()["semibold"].x_height, abs=EXACT_MM)  # type: ignore[union-attr]


@pytest.mark.parametrize("size", ["hang-tag-50x90", "sticker-100x70", "box-panel-120x80", "sleeve-240x50"])
def test_sheets_hold_as_many_as_fit(size: str) -> None:
    layout = lay_out(label(size), faces())
    sheet = sheet_of(layout)
    wide, high = SIZES[size].width, SIZES[size].height
    for x, y in (*sheet.corners(), *sheet.corners(mirrored=True)):
        assert x >= 8 - 1e-6 and y >= 8 - 1e-6
        assert x + wide <= sheet.wide - 8 + 1e-6 and y + high <= sheet.high - 20 + 1e-6
    content = sheet_pdf(layout)
    with pikepdf.open(io.BytesIO(content)) as file:
        assert len(file.pages) == SIZES[size].faces
        media = box(file.pages[0].obj, "/MediaBox")
        assert sorted(media[2:]) == pytest.approx([210, 297], abs=EXACT_MM)
        lines = lines_of(file.pages[0].obj, 0.1)
        bar = max((s for s in lines if abs(s[1] - s[3]) < 1e-3 and s[1] < 12), key=lambda s: abs(s[2] - s[0]))
        assert abs(bar[2] - bar[0]) == pytest.approx(100, abs=EXACT_MM)
        drawn = sum(str(operator) == "Do" for _, operator in pikepdf.parse_content_stream(file.pages[0]))
        assert drawn == sheet.count > 1
    found = codes_in(rendered(content, page=SIZES[size].faces, ppi=300))
    assert ("EAN13", NUMBER) in found


def test_backs_lie_behind_their_fronts() -> None:
    """Turned along its long edge, a sheet shows each back where its front is."""
    sheet = sheet_of(lay_out(label("hang-tag-50x90"), faces()))
    fronts = {(round(x, 3), round(y, 3)) for x, y in sheet.corners()}
    backs = {(round(sheet.wide - x - 50, 3), round(y, 3)) for x, y in sheet.corners(mirrored=True)}
    assert fronts == backs


def test_coloured_labels_have_a_bleed_between() -> None:
    plain, coloured = (sheet_of(lay_out(label(paper=paper), faces())) for paper in ("#ffffff", "#f3e2c0"))
    assert plain.step == (120, 80) and coloured.step == (123, 83)


def test_a_label_larger_than_the_paper_is_refused() -> None:
    layout = lay_out(label("sleeve-300x60"), faces())
    with pytest.raises(LabelError, match="A4"):
        sheet_pdf(layout)
    assert sheet_of(layout, paper="a3").count >= 4


def test_the_svg_is_in_true_mm_and_holds_no_style_script_or_reference() -> None:
    layout = lay_out(label("sticker-100x70"), faces())
    for marks, wide, high in ((True, 120, 90), (False, 100, 70)):
        root = ET.fromstring(svg(layout, marks=marks))
        assert root.attrib["width"] == f"{wide}mm" and root.attrib["height"] == f"{high}mm"
        assert [float(part) for part in root.attrib["viewBox"].split()][2:] == [wide, high]
        for element in root.iter():
            assert element.tag.split("}")[1] in {"svg", "title", "desc", "path", "g", "image"}
            assert not {"style", "class", "id", "href"} & set(element.attrib)
    assert "<script" not in svg(lay_out(label(brand="<script>&'\""), faces()))


def test_words_can_still_be_searched() -> None:
    layout = lay_out(label(), faces())
    content = pdf(layout)
    with pikepdf.open(io.BytesIO(content)) as file:
        assert "Anggrek Serpong" in str(file.docinfo["/Subject"])
        said = [
            bytes(operands[1]["/ActualText"]).decode("utf-16")
            for operands, operator in pikepdf.parse_content_stream(file.pages[0])
            if str(operator) == "BDC"
        ]
    assert "Kain batik tulis" in said


def test_equal_input_gives_equal_bytes() -> None:
    assert pdf(lay_out(label(), faces())) == made("box-panel-120x80")
    assert sheet_pdf(lay_out(label(), faces())) == sheet_pdf(lay_out(label(), faces()))


def test_logos_of_both_kinds_are_drawn_in_their_colour() -> None:
    out = io.BytesIO()
    Image.new("L", (400, 200), 90).convert("RGB").save(out, "JPEG", quality=95)
    raster = RasterLogo(out.getvalue(), 400, 200)
    vector = read_svg_logo(
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20H0z" fill="#5a5a5a"/></svg>'
    )
    for logo in (raster, vector):
        layout = lay_out(Label(size="box-panel-120x80", logo=logo), faces())
        for content in (pdf(layout), svg(layout)):
            grey = np.asarray(rendered(content, ppi=150)).astype(int)
            alike = abs(grey - 90) < 4
            rows, columns = np.nonzero(alike.sum(axis=1) > 40)[0], np.nonzero(alike.sum(axis=0) > 40)[0]
            assert (columns.max() - columns.min()) / (rows.max() - rows.min()) == pytest.approx(2, rel=0.05)
            assert rows.size > 50
