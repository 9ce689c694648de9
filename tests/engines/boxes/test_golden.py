"""The default drawing of every style, byte for byte. Renew: .venv/bin/python scripts/golden_boxes.py"""

import json
from pathlib import Path

import pytest

from binakriya.engines.boxes import build, dumps, measures, style, styles
from binakriya.engines.boxes.reference import table_of_parameters, table_of_styles

FOLDER = Path(__file__).with_name("golden")


@pytest.mark.parametrize("code", [each.code for each in styles()])
def test_default_drawing_is_unchanged(code: str) -> None:
    chosen = style(code)
    box = build(code, chosen.default_inside, chosen.default_board)
    text = dumps({"box": box, "measures": measures(box)})
    assert text == (FOLDER / f"{code}.json").read_text(encoding="utf-8")
    assert json.loads(text)["box"]["style"] == code


def test_no_golden_file_without_a_style() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == {each.code for each in styles()}


def test_the_documentation_has_the_tables_of_the_styles() -> None:
    page = (Path(__file__).resolve().parents[3] / "docs" / "reference" / "boxes.md").read_text(encoding="utf-8")
    assert table_of_styles() in page
    assert table_of_parameters() in page
