"""Writes docs/reference/passport-criteria.md from the starter set of criteria."""

from pathlib import Path

from binakriya.passport.rules.documentation import page

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "passport-criteria.md"

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
