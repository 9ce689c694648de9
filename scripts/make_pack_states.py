"""Writes docs/reference/packaging-states.md and batch-states.md from the tables of states."""

from pathlib import Path

from binakriya.packaging.rules import classes, states

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"

if __name__ == "__main__":
    (REFERENCE / "packaging-states.md").write_text(states.page(), encoding="utf-8")
    (REFERENCE / "batch-states.md").write_text(classes.page(), encoding="utf-8")
