"""Writes docs/reference/label-rules.md from the rows of the rules."""

from pathlib import Path

from binakriya.engines.labels.demands.documentation import page

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "label-rules.md"

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
