"""The three lists of the reference event, read whole."""

from __future__ import annotations

import json

from tests.engines.reading.reference import LISTS, read, reference_files

from binakriya.engines.reading import ReadList, evaluate_reading


def test_every_row_and_cell_is_understood() -> None:
    result = evaluate_reading(read(*reference_files()), (LISTS / "understood.csv").read_text("utf-8"))
    assert result["rows"] == {"expected": 99, "found": 99, "missing": [], "extra": []}
    assert result["wrong"] == []
    assert result["accuracy"] == 1.0
    assert result["invented"]["count"] == 0


def test_lists_survive_json() -> None:
    for read_list in read(*reference_files()):
        again = ReadList.from_json(json.loads(json.dumps(read_list.to_json())))
        assert again == read_list


def test_skipped_rows_say_why() -> None:
    first = read(*reference_files())[0]
    assert {(s.row, s.reason) for s in first.skipped if s.sheet == "POTENSI IKM" and s.reason != "blank"} == {
        (1, "title"),
        (2, "title"),
        (4, "header"),
        (5, "header"),
        (44, "total"),
        (47, "footer"),
        (48, "footer"),
    }
