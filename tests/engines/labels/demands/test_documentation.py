"""The page of reference agrees with the rows."""

from pathlib import Path

from binakriya.engines.labels.demands import all_rules
from binakriya.engines.labels.demands.documentation import page

PAGE = Path(__file__).parents[4] / "docs" / "reference" / "label-rules.md"


def test_the_page_is_written_from_the_rows() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_rule_stands_on_the_page_with_citation_and_firmness() -> None:
    text = page()
    for rule in all_rules():
        row = next(line for line in text.splitlines() if line.startswith(f"| `{rule.key}` |"))
        assert rule.citation in row
        assert f"[{rule.firmness}]" in row
