"""Writes docs/reference/quality-states.md from the table of states."""

from pathlib import Path

from binakriya.quality.rules.rubrics import states

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"

if __name__ == "__main__":
    (REFERENCE / "quality-states.md").write_text(states.page(), encoding="utf-8")
