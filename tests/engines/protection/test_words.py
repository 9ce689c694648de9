"""Every code has words in both languages, with the same places for the same values."""

import re
import string
from pathlib import Path

import pytest

from binakriya.engines.protection import CONSTANTS, MATERIALS, USUAL_JOURNEYS, Message, Product, number, protect
from binakriya.engines.protection.checking import LIMITS
from binakriya.engines.protection.sources import SOURCES
from binakriya.engines.protection.wording import TEXTS
from binakriya.engines.protection.wording.sentences import SENTENCES

CODE = Path(__file__).parents[3] / "src" / "binakriya" / "engines" / "protection"


def places(text: str) -> list[str]:
    return sorted(f"{name}:{spec}" for _, name, spec, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_both_languages_tell_the_same_values(code: str) -> None:
    indonesian, english = SENTENCES[code]
    assert places(indonesian) == places(english)
    assert "!" not in indonesian + english


def test_every_code_that_is_used_has_words() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in CODE.rglob("*.py") if path.parent.name != "wording")
    said = set(re.findall(r'working\.say\(\s*Gravity\.\w+,\s*"([a-z0-9_.]+)"', source))
    said |= set(re.findall(r'Message\(\s*"([a-z0-9_.]+)"', source))
    said |= set(re.findall(r'"((?:error|measure)\.[a-z0-9_]+)"', source))
    stepped = set(re.findall(r'working\.step\(\s*"([a-z0-9_.]+)"', source))
    assert len(said) > 60 and len(stepped) > 40
    assert {code for code in said | stepped if code not in TEXTS} == set()


def test_every_sentence_is_used() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in CODE.rglob("*.py") if path.parent.name != "wording")
    assert {code for code in SENTENCES if f'"{code}"' not in source} == set()


def test_every_constant_field_and_material_has_words() -> None:
    assert {code for code in CONSTANTS if code not in TEXTS} == set()
    assert {f"material.{code}" for code in MATERIALS if f"material.{code}" not in TEXTS} == set()
    assert {field for field in LIMITS if field not in TEXTS} == {"fragility", "drop_height"} - set(TEXTS)


def test_every_source_is_used_and_known() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in CODE.rglob("*.py") if path.name != "sources.py")
    assert {code for code in SOURCES if f'"{code}"' not in source} == set()
    assert {s.firmness for s in SOURCES.values()} <= {"", "A", "B", "C"}


def test_numbers_of_each_language() -> None:
    assert number(4.1, ".1f", "id") == "4,1"
    assert number(4.1, ".1f", "en") == "4.1"
    assert number(1234567, ",.0f", "id") == "1.234.567"
    assert number(1000, language="id") == "1.000"
    assert number(0.29, ".0%", "id") == "29%"


def test_a_message_names_things_in_its_language() -> None:
    message = Message("board.not_stacked", {"board": "@leg.courier"})
    assert message.text("id").startswith("kurir") and message.text("en").startswith("courier")
    assert Message.from_json(message.to_json()) == message


def test_a_whole_sheet_can_be_read_in_both_languages() -> None:
    for material in MATERIALS:
        for journey in USUAL_JOURNEYS.values():
            sheet = protect(Product((200, 150, 100), 0.8, material), journey, to_eu=True).sheet
            for step in sheet.steps:
                assert step.label("id") and step.label("en") and step.name in TEXTS
            for finding in sheet.findings:
                for text in (finding.message.text("id"), finding.message.text("en")):
                    assert "{" not in text and "@" not in text
