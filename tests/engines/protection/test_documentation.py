"""The page of the science tells the engine's own numbers.

`PYTHONPATH=src python -m tests.engines.protection.test_documentation` writes its list of assumptions anew.
"""

from pathlib import Path

from binakriya.engines.protection import ASSUMPTIONS, CONSTANTS, text_of
from binakriya.engines.protection.boards.stacking import HUMIDITY, TIME
from binakriya.engines.protection.drops import TABLES_MM
from binakriya.engines.protection.moisture import UPTAKE

PAGE = Path(__file__).parents[3] / "docs" / "explanation" / "packaging-science.md"
BEGIN, END = "<!-- assumptions -->\n", "<!-- end -->"


def table() -> str:
    rows = ["| code | what | value | range | unit |", "|---|---|---|---|---|"]
    for code in ASSUMPTIONS:
        c = CONSTANTS[code]
        rows.append(f"| `{code}` | {text_of(code, 'en')} | {c.value:g} | {c.low:g} to {c.high:g} | {c.unit} |")
    return "\n".join(rows) + "\n"


def test_the_assumptions_are_those_of_the_code() -> None:
    told = PAGE.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0]
    assert told == table()


def test_the_tables_are_those_of_the_code() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for standard, heights in TABLES_MM.items():
        name = standard.replace("ista_", "ISTA ").upper()
        assert f"| {name}, mm | {' | '.join(map(str, heights))} |" in page
    assert " | ".join(f"{left:.2f}" for _, left in HUMIDITY) in page
    for _, left in TIME:
        assert f"{left:.2f}" in page
    assert f"a = {', '.join(f'{a:g}' for a, _, _ in UPTAKE.values())} g" in page
    assert f"e = {', '.join(f'{e:g}' for _, e, _ in UPTAKE.values())} at" in page


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    PAGE.write_text(before + BEGIN + table() + END + rest.split(END)[1], encoding="utf-8")
