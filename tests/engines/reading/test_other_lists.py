"""Other offices' lists, made up by tests/lists in shapes that the engine was not built on."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.engines.reading.reference import read
from tests.lists import SHAPES, make_set
from tests.lists.bad import BAD

from binakriya.engines.reading import SourceFile, UnreadableFile, evaluate_reading

HEAVY = {"100000 rows xlsx", "100000 rows csv", "zip bomb", "bomb beside"}


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_a_list_in_another_shape(shape: str, tmp_path: Path) -> None:
    made = make_set(tmp_path, seed=11, shapes=[shape], enterprises=24)
    lists = read(*[SourceFile(path.name, path.read_bytes()) for path in made.files])
    result = evaluate_reading(lists, next(tmp_path.rglob("understood.csv")).read_text("utf-8-sig"))
    assert result["rows"]["missing"] == []
    assert result["rows"]["extra"] == []
    assert result["invented"]["count"] == 0
    # Without a date in the list or its batch nobody can count "12 tahun" back.
    wrong = [
        line for line in result["wrong"] if line["column"] != "since" or lists[0].as_of_why in ("title", "timestamps")
    ]
    assert len(wrong) <= 0.01 * result["rows"]["expected"] * len(result["columns"])


@pytest.mark.parametrize("name", sorted(set(BAD) - HEAVY))
def test_a_bad_file_is_read_or_refused(name: str, tmp_path: Path) -> None:
    path = BAD[name].write(tmp_path)
    try:
        found = read(SourceFile(path.name, path.read_bytes()))[0]
    except UnreadableFile as problem:
        assert BAD[name].must != "read", problem
        assert problem.code
    else:
        assert BAD[name].must in ("read", "either")
        assert found.rows
