"""The default drawing of every style, byte for byte. Renew: .venv/bin/python scripts/golden_boxes.py"""

import json
from pathlib import Path

import pytest

from binakriya.engines.boxes import build, dumps, measures, style, styles

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
