"""Writes docs/reference/quality-states.md and round-states.md from the tables of states."""

from pathlib import Path

from binakriya.quality.rules import rounds
from binakriya.quality.rules.rubrics import states

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"

if __name__ == "__main__":
    (REFERENCE / "quality-states.md").write_text(states.page(), encoding="utf-8")
    (REFERENCE / "round-states.md").write_text(rounds.page(), encoding="utf-8")
