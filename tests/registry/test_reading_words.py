"""Every code that the reading engine may give has its sentence."""

import re
from pathlib import Path

import pytest

import binakriya.engines.reading
from binakriya.registry.reading_words import (
    DOUBTS,
    FILES,
    LISTS,
    SKIPS,
    WHY,
    cell_text,
    problem_sentence,
    why_sentence,
)

SOURCES = "\n".join(p.read_text() for p in Path(binakriya.engines.reading.__file__).parent.rglob("*.py"))
# Reasons are also given as plain words: Said(value, "gazetteer"), why = "year".
SAID = re.compile(r'Said\((?:[^()"]|\([^()]*\))*,\s*"([a-z_]+)"')
NOTES = re.compile(r'\b(?:Note|doubt|UnreadableFile)\(\s*"([a-z_]+)"')


def test_doubts_and_reasons_have_words() -> None:
    known = set(DOUBTS) | set(FILES) | set(LISTS) | set(WHY)
    missing = sorted((set(NOTES.findall(SOURCES)) | set(SAID.findall(SOURCES))) - known)
    assert not missing, f"word these in registry/reading_words.py: {missing}"


@pytest.mark.parametrize("table", [DOUBTS, FILES, LISTS, WHY, SKIPS])
def test_sentences_speak_plainly(table: dict[str, object]) -> None:
    for code, text in table.items():
        assert "!" not in str(text) and "silakan" not in str(text).lower(), code


def test_parameters_fill_the_sentence() -> None:
    note = {"code": "wrong_length", "params": {"digits": 15, "wanted": 16}}
    assert problem_sentence(note).startswith("Ada 15 angka, seharusnya 16.")
    assert "100.000" in problem_sentence({"code": "too_many_rows", "params": {"found": 100_000, "limit": 50_000}})


def test_a_missing_parameter_does_not_break_the_page() -> None:
    assert "…" in problem_sentence({"code": "wrong_length", "params": {}})
    assert problem_sentence({"code": "never_heard_of", "params": {}})
    assert why_sentence({"code": "never_heard_of", "params": {}}) == ""


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("turnover_year_low", 24_000_000, "Rp\u00a024.000.000"),
        ("since", 1997, "1997"),
        ("products", ["tas", "tikar"], "tas, tikar"),
        ("born", "1978-03-12", "12-03-1978"),
        ("born", "kapan-kapan", "kapan-kapan"),
        ("nik", None, ""),
    ],
)
def test_values_as_people_write_them(name: str, value: object, shown: str) -> None:
    assert cell_text(name, value) == shown
