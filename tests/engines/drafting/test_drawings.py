"""Drawings are measured back from what was written: SVG, PDF, DXF and CF2 against the blank they were made from."""

import io
import itertools
import math
import re
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

import ezdxf
import pytest
from ezdxf import recover
from ezdxf.entities import LWPolyline
from pypdf import PdfReader
from pypdf.generic import ContentStream
from tests.engines.drafting.drawing_cases import CODES, TITLE, Point, copies_of, default_box, run, size
from tests.engines.drafting.renew import GOLDEN, golden

from binakriya.engines.boxes import build
from binakriya.engines.drafting import LAYERS, Drawing, DrawingError, Title, cf2, draw, dxf, pdf, svg
from binakriya.engines.drafting.dxf import document
from binakriya.engines.drafting.lettering import label_box, overlap
from binakriya.engines.drafting.pdf import TILE_MARGIN_MM, TILES, tile_name, tiling

SVG = "{http://www.w3.org/2000/svg}"
EXACT_MM = 0.05


@pytest.fixture(params=CODES)
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def svg_lines(drawing: Drawing, layer: str) -> list[tuple[list[Point], bool]]:
    """Lines of a layer in mm, y downwards, read from the SVG."""
    root = ET.fromstring(svg(drawing))
    width, height = (float(root.attrib[key].removesuffix("mm")) for key in ("width", "height"))
    box = [float(value) for value in root.attrib["viewBox"].split()]
    assert box == [0, 0, width, height], "one unit is one mm"
    found = []
    for group in root.findall(f"{SVG}g[@class='layer-{layer.lower()}']"):
        for path in group.iter(f"{SVG}path"):
            numbers = [float(value) for value in re.findall(r"-?[\d.]+", path.attrib["d"])]
            found.append((list(itertools.pairwise(numbers))[::2], path.attrib["d"].endswith("Z")))
    return found


def pdf_lines(content: bytes, layer: str, page: int = 0) -> list[tuple[list[Point], bool]]:
    """Lines of a layer in mm, read from the operators of a page."""
    reader = PdfReader(io.BytesIO(content))
    sheet = reader.pages[page]
    mm = 25.4 / 72 * float(sheet.get("/UserUnit", 1))
    found: list[tuple[list[Point], bool]] = []
    current: list[Point] = []
    inside = False
    scale = 1.0
    for operands, operator in ContentStream(sheet.get_contents(), reader).operations:
        if operator == b"cm":
            scale = float(operands[0])
        elif operator == b"BDC":
            inside = operands[1] == f"/{layer}"
        elif operator == b"EMC":
            inside = False
        elif inside and operator == b"m":
            current = [_mm(operands, mm * scale)]
        elif inside and operator == b"l":
            current.append(_mm(operands, mm * scale))
        elif inside and operator in (b"S", b"B"):
            found.append((current, False))
        elif inside and operator == b"h":
            found.append((current, True))
            current = []
    return [each for each in found if each[0]]


def _mm(operands: Any, unit: float) -> Point:
    return float(operands[0]) * unit, float(operands[1]) * unit


def total(lines: list[tuple[list[Point], bool]]) -> float:
    return sum(run(points, closed=closed) for points, closed in lines)


def test_svg_measures_as_the_blank(code: str) -> None:
    box = default_box(code)
    drawing = draw(box, title=TITLE)
    cut = svg_lines(drawing, "CUT")
    assert total(cut) == pytest.approx(copies_of(box, "cut_length"), abs=EXACT_MM)
    assert total(svg_lines(drawing, "CREASE")) == pytest.approx(copies_of(box, "crease_length"), abs=EXACT_MM)
    assert total(svg_lines(drawing, "PERF")) == pytest.approx(copies_of(box, "perforation_length"), abs=EXACT_MM)
    sizes = [size(points) for points, _ in cut]
    for blank in box.blanks:
        wanted = size(blank.cuts[0].points)
        assert any(math.dist(wanted, each) < EXACT_MM for each in sizes)


def test_pdf_measures_as_the_blank(code: str) -> None:
    box = default_box(code)
    drawing = draw(box, title=TITLE)
    content = pdf(drawing)
    page = PdfReader(io.BytesIO(content)).pages[0]
    assert float(page.mediabox.width) * 25.4 / 72 == pytest.approx(drawing.width, abs=EXACT_MM)
    drawn = drawing.on("CUT")
    read = pdf_lines(content, "CUT")
    assert len(read) == len(drawn)
    for (points, closed), line in zip(read, drawn, strict=True):
        assert closed == line.closed
        assert all(math.dist(a, b) < EXACT_MM for a, b in zip(points, line.points, strict=True))


def test_dxf_is_sound_and_measures_as_the_blank(code: str) -> None:
    box = default_box(code)
    document = ezdxf.read(io.StringIO(dxf(draw(box, title=TITLE))))
    audit = document.audit()
    assert not audit.errors and not audit.fixes
    assert document.units == 4, "millimetres"
    lengths: dict[str, float] = {}
    corners: list[Point] = []
    for entity in document.modelspace():
        assert entity.dxf.layer in {"CUT", "CREASE", "PERF", "GLUE", "ANNOTATION"}
        if isinstance(entity, LWPolyline):
            points = [(x, y) for x, y in entity.get_points("xy")]
            layer = entity.dxf.layer
            if layer == "CUT":
                assert entity.closed
                corners += points
            lengths[layer] = lengths.get(layer, 0.0) + run(points, closed=entity.closed)
    assert lengths["CUT"] == pytest.approx(copies_of(box, "cut_length"), abs=EXACT_MM)
    assert lengths.get("CREASE", 0.0) == pytest.approx(copies_of(box, "crease_length"), abs=EXACT_MM)
    first = box.blanks[0].cuts[0].points
    assert any(abs(x) < 0.001 for x, _ in corners), "zero is the left edge of the first blank"
    assert size(first)[0] <= size(corners)[0] + 0.001


def test_dxf_is_what_ezdxf_would_write(code: str) -> None:
    drawing = draw(default_box(code), title=TITLE)
    out = io.StringIO()
    document(drawing).write(out)
    assert dxf(drawing) == out.getvalue()


def test_dxf_keeps_its_signs_in_every_code_page() -> None:
    drawing = draw(default_box("0427"), title=Title(name="Vas Ø 80 – “kecil”", by="Ň🏺"))
    read, audit = recover.read(io.BytesIO(dxf(drawing).encode("ascii")))
    assert not audit.errors and not audit.fixes
    words = [each.dxf.text for each in read.modelspace().query("TEXT")]
    assert any("×" in each for each in words)
    assert any("Vas Ø 80 – “kecil”" in each for each in words)
    assert any("Ň?" in each for each in words), "beyond what four hexadecimal digits name"


def test_cf2_says_the_same(code: str) -> None:
    box = default_box(code)
    text = cf2(draw(box, title=TITLE))
    lines = text.split("\r\n")
    assert lines[:2] == ["$BOF", "V2"] and lines[-2:] == ["$EOF", ""]
    lengths = {1: 0.0, 2: 0.0, 3: 0.0}
    for line in lines:
        if line.startswith("L,"):
            kind, *ends = (float(value) for value in line.split(",")[2:8:1] if value)
            del ends[0]
            lengths[int(kind)] += math.dist(ends[:2], ends[2:4])
    assert lengths[1] == pytest.approx(copies_of(box, "cut_length"), abs=EXACT_MM)
    assert lengths[2] == pytest.approx(copies_of(box, "crease_length"), abs=EXACT_MM)


def test_golden(code: str) -> None:
    for name, content in golden(code).items():
        kept = GOLDEN / name
        assert kept.is_file() and kept.read_bytes() == content, f"{name} differs: run renew.py and look"


def test_nothing_written_lies_on_anything_else(code: str) -> None:
    for language in ("id", "en"):
        drawing = draw(default_box(code), title=TITLE, language=language)
        boxes = [label_box(label) for label in drawing.labels]
        for one, two in itertools.combinations(range(len(boxes)), 2):
            assert not overlap(boxes[one], boxes[two]), (drawing.labels[one], drawing.labels[two])
        for number, each in enumerate(boxes):
            assert each[0] >= 5 and each[1] >= 5 and each[2] <= drawing.width - 5 and each[3] <= drawing.height - 5
            for line in (*drawing.on("CUT"), *drawing.on("CREASE")):
                xs, ys = [x for x, _ in line.points], [y for _, y in line.points]
                if len(line.points) == 2 and (xs[0] == xs[1] or ys[0] == ys[1]):
                    assert not overlap(each, (min(xs), min(ys), max(xs), max(ys))), drawing.labels[number]


def test_check_bar_is_100_mm(code: str) -> None:
    drawing = draw(default_box(code))
    for lines in (svg_lines(drawing, "ANNOTATION"), pdf_lines(pdf(drawing), "ANNOTATION")):
        bars = [points for points, closed in lines if closed and abs(size(points)[1] - 1.6) < 0.01]
        assert any(abs(size(points)[0] - 100) < EXACT_MM for points in bars)
        assert sum(abs(size(points)[0] - 10) < EXACT_MM for points in bars) == 5


def test_svg_needs_no_style_and_no_script(code: str) -> None:
    text = svg(draw(default_box(code)))
    assert "style" not in text and "<script" not in text and " on" not in re.sub(r">[^<]*<", "><", text)
    root = ET.fromstring(text)
    assert root.findtext(f"{SVG}title") and root.findtext(f"{SVG}desc")
    assert root.attrib["aria-labelledby"] == "drawing-title drawing-desc"


def test_names_are_escaped_and_fitted() -> None:
    hostile = Title(name='<script>alert("x")</script> & ' + "sangat panjang " * 20, by="Ň\x00(\\)")
    drawing = draw(default_box("0201"), title=hostile)
    root = ET.fromstring(svg(drawing))
    assert root.find(f".//{SVG}script") is None
    text = PdfReader(io.BytesIO(pdf(drawing))).pages[0].extract_text()
    assert "<script>" in text and "N(\\)" in text
    ezdxf.read(io.StringIO(dxf(drawing)))


@pytest.mark.parametrize("tile", ["a4", "a3"])
def test_tiles_meet(tile: str) -> None:
    drawing = draw(default_box("0427"), title=TITLE)
    content = pdf(drawing, tile="a3" if tile == "a3" else "a4")
    reader = PdfReader(io.BytesIO(content))
    plan = tiling(drawing, TILES[tile])
    assert len(reader.pages) == 1 + len(plan.tiles)
    assert all(abs(float(page.mediabox.width) - plan.wide * 72 / 25.4) < 0.01 for page in reader.pages)
    whole = drawing.on("CUT")
    # on each tile lies the drawing, shifted by the tile's place: what two tiles share coincides
    for page, (row, column) in enumerate(plan.tiles, start=1):
        dx = TILE_MARGIN_MM - (plan.left + column * plan.step[0])
        dy = TILE_MARGIN_MM - (plan.top - row * plan.step[1] - plan.usable[1])
        for (points, _), line in zip(pdf_lines(content, "CUT", page), whole, strict=True):
            for (x, y), (u, v) in zip(points, line.points, strict=True):
                assert abs(x - u - dx) < EXACT_MM and abs(y - v - dy) < EXACT_MM
        assert tile_name(row, column) in reader.pages[page].extract_text()
    # every corner of the knife's lines is on some tile
    for line in whole:
        for x, y in line.points:
            assert any(
                0 <= x - plan.left - column * plan.step[0] <= plan.usable[0]
                and 0 <= plan.top - row * plan.step[1] - y <= plan.usable[1]
                for row, column in plan.tiles
            )


def test_empty_tiles_are_left_out() -> None:
    plan = tiling(draw(default_box("0427")), TILES["a4"])
    assert len(plan.tiles) <= plan.columns * plan.rows <= 9


def test_too_many_tiles_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["binakriya.engines.drafting.pdf"], "MOST_TILES", 3)
    with pytest.raises(DrawingError, match="tiles"):
        pdf(draw(default_box("0201")), tile="a4")


def test_a_crease_that_is_cut_through_is_refused() -> None:
    box = default_box("0501")
    blank = box.blanks[0]
    crease = replace(blank.creases[0], start=blank.cuts[0].points[0], end=blank.cuts[0].points[1])
    wrong = replace(box, blanks=(replace(blank, creases=(crease, *blank.creases[1:])),))
    with pytest.raises(DrawingError, match="cut through"):
        draw(wrong)
    opened = replace(blank, cuts=(replace(blank.cuts[0], closed=False),))
    with pytest.raises(DrawingError, match="open"):
        draw(replace(box, blanks=(opened,)))


def test_one_blank_of_several() -> None:
    box = default_box("0300")
    whole, lid = draw(box), draw(box, only="lid")
    assert len(whole.on("CUT")) == 2 * len(lid.on("CUT"))
    with pytest.raises(KeyError):
        draw(box, only="none")


def test_pdf_has_layers_and_asks_for_true_size() -> None:
    root: Any = PdfReader(io.BytesIO(pdf(draw(default_box("0427"))))).trailer["/Root"]
    assert [group.get_object()["/Name"] for group in root["/OCProperties"]["/OCGs"]] == list(LAYERS)
    assert root["/ViewerPreferences"]["/PrintScaling"] == "/None" and root["/Lang"] == "id"


def test_a_window_is_cut_and_its_film_drawn() -> None:
    box = build("carton-straight-tuck", (80, 40, 120), "card-350", window="film")
    drawing = draw(box)
    assert len(drawing.on("CUT")) == 2
    assert any(line.pen == "film" for line in drawing.on("ANNOTATION"))
    assert "plastik jendela" in " ".join(label.text for label in drawing.labels)


def test_same_input_same_bytes() -> None:
    one, two = draw(default_box("0427"), title=TITLE), draw(default_box("0427"), title=TITLE)
    assert pdf(one) == pdf(two) and dxf(one) == dxf(two) and svg(one) == svg(two)


def test_legend_is_in_both_languages() -> None:
    for language in ("id", "en"):
        words = " ".join(label.text for label in draw(default_box("0427"), language=language).labels)
        assert "potong" in words and "cut" in words and "lipat" in words and "crease" in words
