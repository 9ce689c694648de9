"""The cushion's parts as drawings: measured back, sound, in both languages."""

import io
import itertools
import math

import ezdxf
import pytest
from ezdxf.entities import LWPolyline
from tests.engines.drafting.test_drawings import pdf_lines

from binakriya.engines.boxes import Text
from binakriya.engines.drafting import Title, cf2, draw_pads, dxf, pdf, svg
from binakriya.engines.drafting.lettering import label_box, overlap
from binakriya.engines.protection import Pad
from binakriya.engines.protection.cushions.pads import corner_pads, edge_pads, face_plates

SIZE = (220.0, 140.0, 95.0)
CASES = {
    "corners": corner_pads(60.0, 50.0),
    "edges": edge_pads(SIZE, 30.0, 50.0, (80.0, 60.0)),
    "faces": face_plates(SIZE, 9000.0, 50.0),
    "small": corner_pads(6.6, 5.0),
}
WANTED = {
    # area of each cut and what else must be read, mm
    "corners": ([110.0 * 110.0], ("8 bantalan sudut", "takik sedalam 60 mm")),
    "edges": ([80.0 * 80.0 - 30.0 * 30.0, 80.0 * 60.0], ("4 bantalan tepi", "2 pelat", "tebal 50 mm", "220")),
    "faces": ([9000.0, 9000.0, 9000.0], ("2 pelat", "tebal 50 mm")),
    "small": ([11.6 * 11.6], ("takik sedalam 6,6 mm",)),
}


def area(points: list[tuple[float, float]]) -> float:
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


@pytest.mark.parametrize("case", CASES)
def test_every_cut_is_closed_and_as_large_as_the_pad(case: str) -> None:
    drawing = draw_pads(CASES[case], material=Text("busa PU", "PU foam"), title=Title(name="Vas <1>"))
    areas, words = WANTED[case]
    told = " ".join(label.text for label in drawing.labels)
    assert all(word in told for word in (*words, "Vas <1>", "busa PU"))
    read = ezdxf.read(io.StringIO(dxf(drawing)))
    audit = read.audit()
    assert not audit.errors and not audit.fixes
    cuts = [e for e in read.modelspace() if isinstance(e, LWPolyline) and e.dxf.layer == "CUT"]
    assert all(each.closed for each in cuts)
    found = sorted(area([(x, y) for x, y in each.get_points("xy")]) for each in cuts)
    assert found == pytest.approx(sorted(areas), abs=0.5)
    from_pdf = sorted(area(points) for points, _ in pdf_lines(pdf(drawing), "CUT"))
    assert from_pdf == pytest.approx(sorted(areas), abs=0.5)
    assert "<svg" in svg(drawing) and "Vas &lt;1&gt;" in svg(drawing) and cf2(drawing).startswith("$BOF")


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_nothing_lies_over_another_or_beside_the_sheet(case: str, language: str) -> None:
    drawing = draw_pads(CASES[case], language="en" if language == "en" else "id")
    boxes = [label_box(label) for label in drawing.labels]
    assert not any(overlap(one, two) for one, two in itertools.combinations(boxes, 2))
    for low_x, low_y, high_x, high_y in boxes:
        assert low_x >= 5 and low_y >= 5 and high_x <= drawing.width - 5 and high_y <= drawing.height - 5
    bars = [line for line in drawing.on("ANNOTATION") if line.pen == "frame"]
    assert any(math.isclose(max(x for x, _ in b.points) - min(x for x, _ in b.points), 100) for b in bars)


def test_a_sheet_without_pads_is_none() -> None:
    empty: tuple[Pad, ...] = ()
    with pytest.raises(ValueError, match="pad"):
        draw_pads(empty)
