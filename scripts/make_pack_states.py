"""Writes docs/reference/packaging-states.md from the table of states."""

from pathlib import Path

from binakriya.packaging.rules.states import page

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "packaging-states.md"

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
