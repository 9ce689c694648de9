"""The page of reference agrees with the criteria."""

from pathlib import Path

from binakriya.passport.rules.criteria import starter
from binakriya.passport.rules.documentation import page

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "passport-criteria.md"


def test_the_page_is_written_from_the_criteria() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_criterion_stands_on_the_page_once() -> None:
    rows = [line.split("|")[1].strip() for line in page().splitlines() if line.startswith("| `")]
    assert sorted(rows) == sorted(f"`{one.key}`" for one in starter().criteria)
