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
from binakriya.registry.rules.list_rows import CHOOSABLE

SOURCES = "\n".join(p.read_text() for p in Path(binakriya.engines.reading.__file__).parent.rglob("*.py"))
# Reasons are also given as plain words: Said(value, "gazetteer"), why = "year".
SAID = re.compile(r'Said\((?:[^()"]|\([^()]*\))*,\s*"([a-z_]+)"')
NOTES = re.compile(r'\b(?:Note|doubt|UnreadableFile)\(\s*"([a-z_]+)"')


def test_doubts_and_reasons_have_words() -> None:
    known = set(DOUBTS) | set(FILES) | set(LISTS) | set(WHY)
    missing = sorted((set(NOTES.findall(SOURCES)) | set(SAID.findall(SOURCES))) - known)
    assert not missing, f"word these in registry/reading_words.py: {missing}"


def test_what_the_documents_name_has_words() -> None:
    """docs/reference/reading.md lists doubts, problems, reasons and the fields of columns."""
    text = (Path(__file__).parents[2] / "docs" / "reference" / "reading.md").read_text(encoding="utf-8")
    codes, fields = text.split("## Doubts and reasons")[1].split("## Fields of columns")
    doubts, rest = codes.split("A list has `problems`")
    problems, reasons = rest.split("A column has")
    missing = set(_named(doubts)) - {"warnings", "why"} - set(DOUBTS)
    missing |= set(_named(problems)) - set(LISTS)
    missing |= set(_named(reasons)) - set(WHY)
    assert not missing
    assert set(_named(fields)) <= set(CHOOSABLE)


def _named(text: str) -> list[str]:
    return re.findall(r"`([a-z_]+)`", text)


def test_notes_on_a_whole_file_have_words() -> None:
    """`decode` names them in a tuple."""
    assert {"encoding_guessed", "encoding_broken"} <= set(LISTS)
    said = set(re.findall(r'"(encoding_[a-z]+)"', SOURCES))
    assert said <= set(LISTS), said - set(LISTS)


def test_a_code_of_file_and_sheet_is_worded_for_each() -> None:
    whole = problem_sentence({"code": "transposed", "params": {}})
    assert whole != problem_sentence({"code": "transposed", "params": {"sheet": "IKM"}})
    assert "IKM" in problem_sentence({"code": "transposed", "params": {"sheet": "IKM"}})


@pytest.mark.parametrize("table", [DOUBTS, FILES, LISTS, WHY, SKIPS])
def test_sentences_speak_plainly(table: dict[str, object]) -> None:
    for code, text in table.items():
        assert "!" not in str(text) and "silakan" not in str(text).lower(), code


def test_parameters_fill_the_sentence() -> None:
    note = {"code": "wrong_length", "params": {"digits": 15, "wanted": 16}}
    assert problem_sentence(note).startswith("Ada 15 angka, seharusnya 16.")
    assert "100.000" in problem_sentence({"code": "too_many_rows", "params": {"found": 100_000, "limit": 50_000}})


def test_the_one_table_of_a_text_file_needs_no_name() -> None:
    note = {"code": "carried_down", "params": {"sheet": "", "field": "kecamatan"}}
    assert problem_sentence(note).startswith("Di lembar satu-satunya, Kecamatan hanya tertulis")


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
